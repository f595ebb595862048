"""Count the caveats of short made-up passages that are found, by category.

python benchmarks/caveats.py FILE [show]

FILE holds one passage a line: its publisher, text and gold caveats (``of`` a source's name or "claim", ``category``, ``certainty``).
A caveat is found where category and source, or that it is of a claim, are the same; ``show`` prints the passages with a difference.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import credtag


def found(passage: dict[str, Any]) -> list[dict[str, str]]:
    """Return the caveats that credtag finds in a passage."""
    frames = credtag.tag(passage["text"], publisher=passage["publisher"]).frames()
    names = dict(zip(frames.sources["source_id"], frames.sources["name"].fillna("unnamed"), strict=True))
    rows = frames.evidence[frames.evidence["part"] == "caveat"]
    owners = rows["source_id"].fillna(rows["claim_id"])
    rows = rows.assign(owner=owners).drop_duplicates(["owner", "code", "start"])
    return [
        {"of": names.get(row.source_id) or "claim", "category": str(row.code), "certainty": str(row.certainty)}
        for row in rows.itertuples()
    ]


def same(left: str, right: str) -> bool:
    """Tell whether two names mean one source: the words of one are among those of the other."""
    a, b = ({w for w in name.casefold().split() if w not in ("the", "a", "an")} for name in (left, right))
    return left == right or ("claim" not in (left, right) and (a <= b or b <= a))


def main(file: str, *show: str) -> None:
    """Print precision, recall and certainty, and for each category what is found of what there is."""
    gold, hits = Counter[str](), Counter[str]()
    false = certain = 0
    for line in Path(file).read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        left, missed = found(passage), []
        for caveat in passage["caveats"]:
            gold[caveat["category"]] += 1
            like = [f for f in left if f["category"] == caveat["category"] and same(f["of"], caveat["of"])]
            if not like:
                missed.append(caveat)
                continue
            left.remove(like[0])
            hits[caveat["category"]] += 1
            certain += like[0]["certainty"] == caveat["certainty"]
        false += len(left)
        if show and (missed or left):
            print(passage["text"], *(f"\n  missed {m}" for m in missed), *(f"\n  false {f}" for f in left))
    total = hits.total()
    print(f"precision {total / max(total + false, 1):.3f}  recall {total / gold.total():.3f}  of {gold.total()}")
    print(f"certainty right {certain / max(total, 1):.3f}")
    print("  ".join(f"{category} {hits[category]}/{n}" for category, n in sorted(gold.items())))


if __name__ == "__main__":
    main(*sys.argv[1:])
