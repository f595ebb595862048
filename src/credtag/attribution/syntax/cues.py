"""The words that report: cues with their forms, their meaning and the constructions they take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from attrs import frozen

from credtag.labels import CueType, Stance
from credtag.resources import table

_DOUBLE_S = ("s", "x", "z", "ch", "sh", "o")
_VOWELS = "aeiou"


@frozen
class Cue:
    """One entry of the cue lexicon."""

    lemma: str
    part: str
    cue_type: CueType
    stance: Stance
    takes: frozenset[str]


@frozen
class Form:
    """A form in which cues appear: its words and what the first of them can be."""

    words: tuple[str, ...]
    part: str
    shapes: frozenset[str]  # of base, third, past, participle, gerund
    cues: tuple[Cue, ...]

    @property
    def takes(self) -> frozenset[str]:
        """All constructions that the entries behind this form take."""
        return frozenset().union(*(cue.takes for cue in self.cues))


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(_DOUBLE_S) else "s")


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + "ed"


def _gerund(verb: str) -> str:
    return (verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb) + "ing"


def _inflected(row: dict[str, str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each form of a lexicon row with what it can be; only the first word of a phrase inflects."""
    first, *rest = row["lemma"].split()
    if row["part"] == "verb":
        given = row["forms"].split("/") if row["forms"] else [_third(first), _past(first), _past(first), _gerund(first)]
        shapes = zip(("base", "third", "past", "participle", "gerund"), (first, *given), strict=True)
        for shape, form in shapes:
            yield (form, *rest), shape
    elif row["part"] == "noun":
        yield (first, *rest), "base"
        yield (row["forms"] or _third(first), *rest), "base"
    else:
        yield (first, *rest), "base"


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Return the forms of all cues by their first word, longest first."""
    found: dict[tuple[tuple[str, ...], str], tuple[set[str], list[Cue]]] = {}
    for row in table("lexicon/cues.tsv"):
        cue = Cue(
            row["lemma"], row["part"], CueType(row["cue_type"]), Stance(row["stance"]), frozenset(row["takes"].split())
        )
        for words, shape in _inflected(row):
            shapes, cues = found.setdefault((words, cue.part), (set(), []))
            shapes.add(shape)
            if cue not in cues:
                cues.append(cue)
    index: dict[str, list[Form]] = {}
    for (words, part), (shapes, cues) in found.items():
        index.setdefault(words[0], []).append(Form(words, part, frozenset(shapes), tuple(cues)))
    return {first: tuple(sorted(group, key=lambda f: -len(f.words))) for first, group in index.items()}


def within(lowers: Sequence[str], first: int, last: int) -> Iterator[Form]:
    """Yield the forms that stand anywhere in the tokens [*first*, *last*)."""
    return (form for i in range(first, last) for form in match(lowers, i, last))


def match(lowers: Sequence[str], i: int, stop: int) -> tuple[Form, ...]:
    """Return the forms that begin at token *i* and end by *stop*, the longest of each part of speech."""
    group = forms().get(lowers[i])
    if group is None:
        return ()
    longest: dict[str, int] = {}
    matching: list[Form] = []
    for form in group:
        n = len(form.words)
        if n < longest.get(form.part, 0):
            continue
        if n == 1 or (i + n <= stop and tuple(lowers[i : i + n]) == form.words):
            longest[form.part] = n
            matching.append(form)
    return tuple(matching)
