"""Compare the labels that two systems give to the claims both of them find.

``python compare.py GOLD_DIR ONE.jsonl OTHER.jsonl``

GOLD_DIR holds articles with gold chains (``NAME.txt`` beside ``NAME.gold.json``), the other two what the systems found in them,
one document a line. Accuracy on the claims that a system finds depends on which it finds: who finds more also finds harder
ones. So this counts only gold claims to which both gave a content (intersection over union of words at least one half).
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

OF_CLAIM = ("cue_type", "stance", "factuality")
OF_ORIGIN = ("kind", "naming", "channel")
Claim = dict[str, Any]
_WORD = re.compile(r"\w+")


def words(text: str, claim: Claim) -> frozenset[int]:
    """Return where the words of a claim's content start."""
    return frozenset(m.start() for a, b in claim["content"] for m in _WORD.finditer(text, a, b))


def matched(text: str, wanted: list[Claim], found: list[Claim]) -> dict[int, Claim]:
    """Pair gold with found claims, the best overlap first."""
    left, right = ([words(text, c) for c in claims] for claims in (wanted, found))
    shares = sorted(
        ((len(a & b) / len(a | b), i, j) for i, a in enumerate(left) for j, b in enumerate(right) if a & b),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    pairs: dict[int, Claim] = {}
    taken: set[int] = set()
    for share, i, j in shares:
        if share >= 0.5 and i not in pairs and j not in taken:
            pairs[i] = found[j]
            taken.add(j)
    return pairs


def label(claim: Claim, name: str) -> Any:
    """Return a label of a claim or of its origin."""
    return claim.get(name) if name in OF_CLAIM else (claim["chain"] or [{}])[-1].get(name)


def main() -> None:
    """Print how often each system gives the gold label to the claims both find."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("predictions", type=Path, nargs=2)
    chosen = options.parse_args()
    systems = [
        {record["doc"]: record["claims"] for record in map(json.loads, file.read_text(encoding="utf-8").splitlines())}
        for file in chosen.predictions
    ]
    right: Counter[tuple[str, int]] = Counter()
    common = 0
    for file in sorted(chosen.gold.glob("*.gold.json")):
        record = json.loads(file.read_text(encoding="utf-8"))
        text = file.with_name(file.name.replace(".gold.json", ".txt")).read_bytes().decode("utf-8")
        wanted = [c for c in record["claims"] if c.get("form") != "narrated" and not c.get("optional")]
        pairs = [matched(text, wanted, system[record["doc"]]) for system in systems]
        for i in pairs[0].keys() & pairs[1].keys():
            common += 1
            for name in (*OF_CLAIM, *OF_ORIGIN):
                for n, found in enumerate(pairs):
                    right[name, n] += label(found[i], name) == label(wanted[i], name)
    print(f"{common} claims")
    for name in (*OF_CLAIM, *OF_ORIGIN):
        print(f"{name:12}{right[name, 0]:5}{right[name, 1]:5}")


if __name__ == "__main__":
    main()
