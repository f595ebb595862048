"""Corroboration: claims of the same words that two independent chains state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from attrs import evolve

from credtag.confidence import Chain, Policy, replay
from credtag.labels import Naming
from credtag.records import Attribution, Document, Grade, Reason, Span

_FEWEST = 4  # words that two people do not say alike by chance
_MOST = 24  # others that a claim is compared with, the best first


class Statement(NamedTuple):
    """What a claim says in plain words, and where: a sentence of the text, and how many words stand before in it."""

    words: str
    sentence: int
    place: int


class _Other(NamedTuple):
    """A statement as one that may bear out another, with the sources behind it."""

    sources: frozenset[str]
    sentence: int
    place: int

    def bears_out(self, one: _Other) -> bool:
        """Tell whether this shares no source with *one* and is not the same sentence, printed again."""
        return self.sources.isdisjoint(one.sources) and self[1:] != one[1:]


def statements(document: Document, attributions: Sequence[Attribution]) -> list[Statement]:
    """Return what each claim of an article says, and where.

    Args:
        document: The article.
        attributions: Its attributions.

    Returns:
        A statement for each. Words are in lower case, marks and a "that" before them left out, so that equal contents compare equal; a sentence that is
        printed again counts as the first with its words.

    Example:
        >>> from credtag import attribution, document
        >>> article = document.read("The dam leaks, Ana Ruiz said. It rained. “The dam leaks,” Ana Ruiz said.")
        >>> for statement in statements(article, attribution.find(article)):
        ...     print(tuple(statement))
        ('the dam leaks', 0, 5)
        ('the dam leaks', 0, 5)
    """
    words = [word if word[0].isalnum() else "" for word in document.lowers]

    def said(span: Span) -> str:
        first, last = document.token_range(span)
        return " ".join(filter(None, words[first:last]))

    firsts: dict[str, int] = {}
    sentences = [firsts.setdefault(said(span), i) for i, span in enumerate(document.sentences)]
    counts = list(accumulate(map(bool, words), initial=0))
    found = []
    for each in attributions:
        told = (*each.cue, *each.source, *each.content)[0].start
        i = document.sentence_at(told)
        begin = told if i is None else document.sentences[i].start
        place = counts[document.token_at(told)] - counts[document.token_at(begin)]
        found.append(Statement(said(each.span).removeprefix("that "), ~told if i is None else sentences[i], place))
    return found


def corroborate(
    grades: Sequence[Grade], chains: Sequence[Chain], said: Sequence[Statement], policy: Policy
) -> Iterator[Grade]:
    """Give claims of the same words the better grade of two independent chains and one step up.

    Chains are independent that share no source, neither by its id nor by its name: two officials of whom the text only says
    that they are officials may be one. A sentence that is printed twice does not bear itself out.

    Args:
        grades: The grade of each claim, taken alone.
        chains: The chain of each, publisher first.
        said: What each says, and where.
        policy: The rule.

    Yields:
        The grade of each claim.
    """
    # Of claims of the same words the best grade of each chain and place speaks for it.
    stated: dict[str, dict[_Other, Grade]] = defaultdict(dict)
    own = [_other(chain, each) for chain, each in zip(chains, said, strict=True)]
    for alone, other, each in zip(grades, own, said, strict=True):
        if other is not None:
            stated[each.words][other] = max(alone, stated[each.words].get(other, alone), key=_rank)
    best = {
        words: sorted(by.items(), key=lambda e: -_rank(e[1]))[:_MOST] for words, by in stated.items() if len(by) > 1
    }
    for alone, other, each in zip(grades, own, said, strict=True):
        others = best.get(each.words, ()) if other is not None else ()
        fellow = next((grade for one, grade in others if other is not None and one.bears_out(other)), None)
        yield alone if fellow is None else _raised(alone, fellow, policy)


def _other(chain: Chain, said: Statement) -> _Other | None:
    """Return a claim as one that may bear out others: it has enough words, and nobody in its chain is unspecified."""
    links = chain[1:]
    if said.words.count(" ") + 1 < _FEWEST or not links:
        return None
    if not all(link.source_id and link.naming is not Naming.UNSPECIFIED for link in links):
        return None
    keys = (key for link in links for key in (link.source_id, link.name and link.name.lower()) if key)
    return _Other(frozenset(keys), said.sentence, said.place)


def _raised(alone: Grade, fellow: Grade, policy: Policy) -> Grade:
    # The reasons of another chain keep their spans; its hops are not those of this one.
    better = alone.reasons if _rank(alone) >= _rank(fellow) else [evolve(r, hop=None) for r in fellow.reasons]
    step = Reason(policy.codes["step", "corroborated"], f"step {policy.values['step', 'corroborated']}")
    reasons = (*better, step)
    return evolve(alone, level=replay(reasons, policy), reasons=reasons)


def _rank(grade: Grade) -> int:
    return -1 if grade.level is None else grade.level.rank
