"""Count how many marked sources of made-up reports are traced to the right origin and chain, by sort of phrase.

python benchmarks/sources.py benchmarks/sources/read [show]

Beside each report (``NAME.txt``) stands ``NAME.json``: where each source is mentioned and through whom its claim came, the publisher
left out. Counted are the mentions that credtag takes for sources of claims; ``show`` prints those that it traces elsewhere.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import credtag

_DETERMINERS = frozenset(
    ("the", "a", "an", "this", "that", "his", "her", "their", "its", "one", "some", "several", "two")
)
_PRONOUNS = frozenset(("it", "they", "we", "i", "you", "who", "which"))


def sort(mention: str) -> str:
    """Return what sort of phrase a mention is."""
    first, *rest = mention.lower().split()
    if not rest and first in ("he", "she"):
        return "he, she"
    if not rest and first in _PRONOUNS:
        return "pronoun"
    return "description" if first in _DETERMINERS else "name" if mention[0].isupper() else "noun"


def same(left: str | None, right: str) -> bool:
    """Tell whether two names mean one source: the words of one are among those of the other."""
    a, b = (set((name or "").casefold().split()) - {"the", "a", "an"} for name in (left, right))
    return bool(a and b) and (a <= b or b <= a)


def chains(text: str) -> Iterator[tuple[int, int, Sequence[str | None]]]:
    """Yield where the source of each claim stands, and its chain without the publisher."""
    frames = credtag.tag(text, doc_id="report").frames()
    links = frames.links[frames.links["hop"] > 0].sort_values(["claim_id", "hop"])
    names = {
        claim: [n if isinstance(n, str) else None for n in rows["name"]]
        for claim, rows in links.groupby("claim_id", observed=True)
    }
    for row in frames.evidence[frames.evidence["part"] == "source"].itertuples():
        yield int(row.start), int(row.end), names.get(row.claim_id, [])


def agreement(found: Sequence[str | None], gold: Sequence[str]) -> tuple[bool, bool]:
    """Tell whether the chain is the same, and whether its origin is."""
    origin = bool(found) and same(found[-1], gold[-1])
    return origin and len(found) == len(gold) and all(map(same, found, gold)), origin


def main(folder: str, *show: str) -> None:
    """Print, for each sort, how many mentions there are, were found, and have the right origin and chain."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for file in sorted(Path(folder).glob("*.txt")):
        text = file.read_bytes().decode("utf-8")
        traced = list(chains(text))
        marks: list[dict[str, Any]] = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        for mark in marks:
            here = [chain for start, end, chain in traced if start < mark["end"] and mark["start"] < end]
            chain, origin = max((agreement(c, mark["chain"]) for c in here), default=(False, False))
            mention = text[mark["start"] : mark["end"]]
            for key in (sort(mention), "all"):
                for column, hit in enumerate((True, bool(here), origin, chain)):
                    counts[key][column] += hit
            if show and here and not chain:
                print(f"{file.stem} {mark['start']} {mention!r}: {mark['chain']}, found {here}")
    print(f"{'sort':12} {'marks':>6} {'found':>6} {'origin':>7} {'chain':>6}")
    for key, (marks_, hits, origins, whole) in sorted(counts.items()):
        print(f"{key:12} {marks_:6} {hits:6} {origins / max(hits, 1):7.3f} {whole / max(hits, 1):6.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
