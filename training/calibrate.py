"""Fit the probability that an attribution is right to what dev says, and report how far it can be trusted.

``python calibrate.py CORPORA/polnear/dev PREDICTIONS.jsonl [--card ../data/model/card.json]``

PREDICTIONS comes from evaluate.py. An attribution is right when some gold one has content and source that overlap it by
half (intersection over union of words) and a cue word in common. The table is cross-fitted: each article is judged by
numbers that were fitted to the other articles; the numbers written to the card are fitted to all.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from pathlib import Path

import corpus
import numpy as np
from numpy.typing import NDArray

from credtag.attribution.network.certainty import Signs

FOLDS = 10
RIDGE = 1.0
BINS = 10
_WORD = re.compile(r"\w+|[^\w\s]")


def words(text: str, spans: Sequence[Sequence[int]]) -> set[int]:
    """Return the starts of the words under *spans*, marks at the edges left out."""
    found: set[int] = set()
    for start, end in spans:
        inside = list(_WORD.finditer(text, start, end))
        bare = [m for m in inside if m.group()[0].isalnum()] or inside
        found.update(m.start() for m in inside if bare[0].start() <= m.start() <= bare[-1].start())
    return found


def right(text: str, said: dict[str, list[list[int]]], gold: Sequence[corpus.Relation]) -> bool:
    """Tell whether some gold relation agrees."""
    mine = {role: words(text, said[role]) for role in corpus.ROLES}
    for relation in gold:
        theirs = {role: words(text, getattr(relation, role)) for role in corpus.ROLES}
        overlap = [_overlap(mine[role], theirs[role]) for role in ("content", "source")]
        if min(overlap) >= 0.5 and mine["cue"] & theirs["cue"]:
            return True
    return False


def _overlap(a: set[int], b: set[int]) -> float:
    return len(a & b) / len(a | b) if a or b else 1.0


def fitted(signs: NDArray[np.float64], truth: NDArray[np.float64]) -> NDArray[np.float64]:
    """Fit a ridge logistic regression by Newton's method; the first number is the constant."""
    x = signs
    numbers = np.zeros(x.shape[1])
    ridge = np.diag([0.0, *[RIDGE] * (x.shape[1] - 1)])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ numbers))
        slope = x.T @ (truth - p) - ridge @ numbers
        curve = x.T @ (x * (p * (1 - p))[:, None]) + ridge
        numbers = numbers + np.linalg.solve(curve, slope)
    return numbers


def main() -> None:
    """Calibrate and report."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", type=Path)
    options.add_argument("predictions", type=Path)
    options.add_argument("--card", type=Path)
    chosen = options.parse_args()
    gold = {a.name: a for a in corpus.read(chosen.gold)}
    signs, truth, article = [], [], []
    for number, line in enumerate(chosen.predictions.read_text(encoding="utf-8").splitlines()):
        record = json.loads(line)
        told = gold[record["doc"]]
        for said in (a for a in record["attributions"] if a["signs"]):
            signs.append(Signs(**said["signs"]).numbers())
            truth.append(right(told.text, said, told.annotations[0]))
            article.append(number)
    x, y, fold = np.array(signs), np.array(truth, float), np.array(article) % FOLDS
    p = np.zeros(len(y))
    for k in range(FOLDS):
        numbers = fitted(x[fold != k], y[fold != k])
        p[fold == k] = 1 / (1 + np.exp(-x[fold == k] @ numbers))
    print("| score | attributions | mean score | right |\n|---|---|---|---|")
    error = 0.0
    bins = np.minimum((p * BINS).astype(int), BINS - 1)
    for b in range(BINS):
        here = bins == b
        if here.any():
            error += here.mean() * abs(p[here].mean() - y[here].mean())
            print(
                f"| {b / BINS:.1f} to {(b + 1) / BINS:.1f} | {here.sum()} | {p[here].mean():.3f} | {y[here].mean():.3f} |"
            )
    order = np.argsort(p)
    ranks = np.empty(len(p))
    ranks[order] = np.arange(len(p))
    area = (ranks[y == 1].mean() - (y.sum() - 1) / 2) / (y == 0).sum()
    print(
        f"{len(y)} attributions, {y.mean():.3f} right, expected calibration error {error:.3f}, area under ROC {area:.3f}"
    )
    total = sum(len([r for r in gold[name].annotations[0] if r.content]) for name in gold)
    for least in np.arange(0, 0.65, 0.05):
        kept = p >= least
        print(f"least score {least:.2f}: {kept.sum()} kept, F1 about {2 * y[kept].sum() / (kept.sum() + total):.3f}")
    if chosen.card:
        card = json.loads(chosen.card.read_text(encoding="utf-8"))
        card["calibration"] = np.round(fitted(x, y), 4).tolist()
        chosen.card.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
