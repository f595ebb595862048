"""Make up short articles in registers that PolNeAR lacks, with their relations, from grammar.tsv.

A symbol in braces expands to one of its rows, afresh at each place; ``{name=SYMBOL}`` keeps the words for ``{name}``
later in the article. ``<s1>``, ``<q1>`` and ``<c1>`` open the source, cue and content of the first relation of their
sentence (``<s12>`` is the source of two), ``</>`` closes the last one opened.
"""

from __future__ import annotations

import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from corpus import Relation

_SLOT = re.compile(r"\{(?:(\w+)=)?(\w+)\}")
_MARK = re.compile(r"<([sqc])(\d+)>|</>")
_DEEPEST = 12


@cache
def grammar() -> dict[str, list[str]]:
    """Read the expansions of each symbol."""
    rows: defaultdict[str, list[str]] = defaultdict(list)
    with (Path(__file__).parent / "grammar.tsv").open(encoding="utf-8", newline="") as handle:
        for row in csv.reader(handle, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row and not row[0].startswith("#"):
                rows[row[0]].append(row[1].replace("\\n", "\n"))
    return dict(rows)


def expand(text: str, rng: random.Random, kept: dict[str, str], depth: int = 0) -> str:
    """Expand every slot of *text*."""
    assert depth < _DEEPEST, text

    def fill(match: re.Match[str]) -> str:
        name, symbol = match.groups()
        if not name and symbol in kept:
            return kept[symbol]
        words = expand(rng.choice(grammar()[symbol]), rng, kept, depth + 1)
        if name:
            kept[name] = words
        return words

    return _SLOT.sub(fill, text)


def marked(text: str) -> tuple[str, list[Relation]]:
    """Take the marks out of *text* and return the relations that they meant, on the bare text."""
    bare: list[str] = []
    size = place = 0
    open_: list[tuple[str, str, int]] = []
    found: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for match in _MARK.finditer(text):
        bare.append(text[place : match.start()])
        size += match.start() - place
        place = match.end()
        if match[1]:
            open_.append((match[1], match[2], size))
        else:
            role, number, start = open_.pop()
            for digit in number:
                found.setdefault(digit, {"s": [], "q": [], "c": []})[role].append((start, size))
    bare.append(text[place:])
    relations = [Relation(*(tuple(sorted(r[role])) for role in "sqc")) for _, r in sorted(found.items())]
    return "".join(bare), relations


def articles(rng: random.Random, count: int) -> Iterator[tuple[str, list[Relation]]]:
    """Yield made-up texts with their relations."""
    for _ in range(count):
        kept: dict[str, str] = {}
        paragraphs = [_sentences(rng, kept) for _ in range(rng.randint(1, 4))]
        text = ""
        relations: list[Relation] = []
        plain = rng.random() < 0.5
        for sentences in paragraphs:
            text += "\n\n" if text else ""
            for i, sentence in enumerate(sentences):
                text += " " if i else ""
                bare, found = marked(sentence)
                relations += [_moved(r, len(text)) for r in found]
                text += bare
        yield (text.translate(_STRAIGHT) if plain else text), relations


_STRAIGHT = str.maketrans({"“": '"', "”": '"', "’": "'"})


def _sentences(rng: random.Random, kept: dict[str, str]) -> list[str]:
    if rng.random() < 0.12:
        return [expand(rng.choice(grammar()["FRAGMENT"]), rng, kept)]
    found = [expand(rng.choice(grammar()["SENTENCE"]), rng, kept) for _ in range(rng.randint(1, 3))]
    return [s[:1].upper() + s[1:] if s[0] != "<" else re.sub(r"^((?:<\w+>)+)(\w)", _capital, s) for s in found]


def _capital(match: re.Match[str]) -> str:
    return match[1] + match[2].upper()


def _moved(relation: Relation, by: int) -> Relation:
    roles = (relation.source, relation.cue, relation.content)
    return Relation(*(tuple((a + by, b + by) for a, b in role) for role in roles))
