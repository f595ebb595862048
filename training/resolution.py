"""Measure on GUM how often the pronoun of an attribution is traced to the one it stands for.

``python resolution.py CORPORA/gum [news interview] [--labels]``

GUM leaves out the labels that tell who speaks; ``--labels`` puts the speaker's name before each turn, as pages print it. Counted are attributions whose source is a pronoun that GUM's coreference (Zeldes 2017, CC BY) puts into a chain with a name. An
answer is right when its name and some name of the chain share a word; no answer is counted apart. ``--wrong`` lists the others.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from attrs import field, frozen

import credtag
from credtag.records import hull

PRONOUNS = frozenset(("i", "we", "he", "she", "they", "it", "you"))
_BRACKET = re.compile(r"\((?P<chain>\d+)(?:\[[\d/]+\])?-[^()]*(?P<single>\))?|(?P<closed>\d+)(?:\[[\d/]+\])?\)")


@frozen
class Mention:
    """A mention of a chain: where it stands and the proper nouns in it."""

    start: int
    end: int
    chain: str
    names: frozenset[str]


@frozen
class Text:
    """A GUM text, a paragraph a line, with its mentions."""

    name: str
    text: str = field(repr=False)
    mentions: tuple[Mention, ...] = field(repr=False)


def read(file: Path, *, labels: bool = False) -> Text:
    """Read one CoNLL-U file, as its page is written; with *labels*, the speaker's name and a colon before each turn."""
    text = ""
    open_: list[tuple[str, int, set[str]]] = []
    mentions: list[Mention] = []
    space = ""
    label = ""
    heading = 0  # sentences of a heading still to come
    whole, after = 0, " "  # the last part of a word written together ("don't" of "do", "n't"), and what follows it
    for line in file.read_text(encoding="utf-8").splitlines():
        if block := re.match(r"# newpar_block = head.*\((\d+) s\)", line):
            heading = int(block[1]) + 1
        if block := re.match(r'# newpar_block = (?:.* \| )?sp who:::"#(\w+)"', line):
            label = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", block[1]) + ": " if labels else ""
        if line.startswith("# sent_id"):
            heading -= 1
            whole = 0
        if line == "# newpar" or (line.startswith("# sent_id") and heading == 0):
            space = "\n\n" if text else ""
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        gap = "" if "SpaceAfter=No" in cells[9] else " "
        if "-" in cells[0]:
            whole, after = int(cells[0].split("-")[1]), gap
        if not cells[0].isdecimal():
            continue
        text += space + label
        label = ""
        start = len(text)
        text += cells[1]
        number = int(cells[0])
        space = "" if number < whole else after if number == whole else gap
        entity = next((part[7:] for part in cells[9].split("|") if part.startswith("Entity=")), "")
        closed: list[str] = []
        for match in _BRACKET.finditer(entity):
            if match["chain"]:
                open_.append((match["chain"], start, set()))
            if match["single"] or match["closed"]:
                closed.append(match["chain"] or match["closed"])
        if cells[3] == "PROPN":
            for _, _, names in open_:
                names.add(cells[1].lower())
        for chain in closed:
            at = max((i for i, opened in enumerate(open_) if opened[0] == chain), default=None)
            if at is not None:
                _, begin, names = open_.pop(at)
                mentions.append(Mention(begin, len(text), chain, frozenset(names)))
    return Text(file.stem, text, tuple(mentions))


def judged(gold: Text) -> Iterator[tuple[str, str, str, frozenset[str], str]]:
    """Yield verdict, pronoun, answer, names and sentence of each attribution whose source is a pronoun of a named chain."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for mention in gold.mentions:
        if mention.end - mention.start < 60:
            named[mention.chain] |= mention.names
    tagged = credtag.tag(gold.text)
    seen = set()
    for claim in tagged.claims:
        if not claim.attribution.source:
            continue
        span = hull(claim.attribution.source)
        word = tagged.document.slice(span).lower()
        at = next((m for m in gold.mentions if (m.start, m.end) == (span.start, span.end)), None)
        if word not in PRONOUNS or span in seen or at is None or not named[at.chain]:
            continue
        seen.add(span)
        answer = claim.chain[-1].name
        words = set(re.findall(r"\w+", (answer or "").lower()))
        verdict = "none" if answer is None else "right" if words & named[at.chain] else "wrong"
        yield verdict, word, answer or "", frozenset(named[at.chain]), gold.text[span.start - 120 : span.end + 60]


def main() -> None:
    """Print how many pronouns are traced rightly, wrongly and not at all."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpus", type=Path)
    options.add_argument("genres", nargs="*", default=["news", "interview"])
    options.add_argument("--labels", action="store_true", help="put the speaker's name before each turn")
    options.add_argument("--wrong", action="store_true", help="list the answers that are wrong or missing")
    chosen = options.parse_args()
    for genre in chosen.genres:
        counts: Counter[str] = Counter()
        by_word: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for file in sorted(chosen.corpus.glob(f"GUM_{genre}_*.conllu")):
            for verdict, word, answer, names, around in judged(read(file, labels=chosen.labels)):
                counts[verdict] += 1
                by_word[word][verdict] += 1
                if chosen.wrong and verdict != "right":
                    print(file.stem, verdict, repr(answer), sorted(names)[:5], "|", " ".join(around.split()))
        total = counts.total()
        shares = ", ".join(f"{v} {counts[v]} ({counts[v] / total:.3f})" for v in ("right", "wrong", "none"))
        print(f"{genre}: {total} pronouns, {shares}")
        print("  " + "; ".join(f"{w} {dict(c)}" for w, c in sorted(by_word.items())))


if __name__ == "__main__":
    main()
