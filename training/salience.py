"""Fit the weights by which "he" and "she" are traced (src/credtag/source/pronoun/salience.py) and write data/salience.tsv.

``python salience.py ROOT [--folds 10] [--write]``

pronouns.jsonl holds the pronouns of sources of which people said who is meant: a text, where the pronoun starts, and the name.
ROOT is the folder under which the texts lie that are not in the project; where one is missing, the run stops. A conditional
logit is fitted by maximum likelihood with a ridge; the report is cross-fitted over texts.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from unittest.mock import patch

import torch
from attrs import frozen

import credtag
from credtag.source.pronoun import pronouns, salience

HERE = Path(__file__).parent
RIDGE = 3.0
NOTE = (
    '# Signs for and against a person near "he" or "she", and their weights, fitted by training/salience.py; '
    "source/pronoun/salience.py tells what each sign is.\n"
)
Signs = Mapping[str, float]


@frozen
class Choice:
    """A pronoun with the signs of each candidate and which of them is meant."""

    text: str
    candidates: Sequence[Signs]
    right: Sequence[bool]


def same(name: str | None, other: str) -> bool:
    """Tell whether the words of one name are among those of the other."""
    one, two = (
        set((n or "").lower().replace("’", "'").removesuffix("'s").split()) - {"the", "a", "an"} for n in (name, other)
    )
    return bool(one and two) and (one <= two or two <= one)


def choices(root: Path) -> Iterator[Choice]:
    """Yield the marked pronouns that credtag traces, with what it weighs there."""
    marks: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for line in (HERE / "pronouns.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        marks[row["text"]][row["start"]] = row["means"]
    weighed = pronouns.person
    for name, wanted in marks.items():
        file = next(f for f in (HERE.parent / name, root / name) if f.exists())
        found: dict[int, list[tuple[str | None, Signs]]] = {}

        def watch(
            discourse: salience.Discourse,
            place: salience.Place,
            found: dict[int, list[tuple[str | None, Signs]]] = found,
        ) -> pronouns.Choice:
            start = discourse.document.tokens.starts[place.token]
            found[start] = [(e.name, dict(signs)) for e, signs in salience.candidates(discourse, place)]
            return weighed(discourse, place)

        with patch.object(pronouns, "person", watch), file.open(encoding="utf-8", newline="") as handle:
            credtag.tag(handle.read(), doc_id="text")
        for start in wanted.keys() & found.keys():
            right = [same(each, wanted[start]) for each, _ in found[start]]
            yield Choice(name, [signs for _, signs in found[start]], right)


def fitted(rows: Sequence[Choice]) -> dict[str, float]:
    """Return the weights of the signs under which what is meant is likeliest."""
    rows = [row for row in rows if any(row.right) and not all(row.right)]
    names = sorted({name for row in rows for signs in row.candidates for name in signs})
    tables = [
        torch.tensor([[signs.get(n, 0.0) for n in names] for signs in row.candidates], dtype=torch.float64)
        for row in rows
    ]
    right = [torch.tensor(row.right) for row in rows]
    weights = torch.zeros(len(names), dtype=torch.float64, requires_grad=True)
    search = torch.optim.LBFGS([weights], max_iter=100, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        search.zero_grad()
        total = RIDGE / 2 * (weights @ weights)
        for table, is_meant in zip(tables, right, strict=True):
            scores = table @ weights
            total = total + torch.logsumexp(scores, 0) - torch.logsumexp(scores[is_meant], 0)
        total.backward()
        return total

    search.step(loss)
    return dict(zip(names, weights.tolist(), strict=True))


def likeliest(row: Choice, weights: Mapping[str, float]) -> tuple[bool, float]:
    """Tell whether the likeliest candidate is meant, and how likely it is."""
    scores = [sum(weights.get(n, 0.0) * v for n, v in signs.items()) for signs in row.candidates]
    best = max(range(len(scores)), key=scores.__getitem__)
    return row.right[best], 1 / sum(math.exp(score - scores[best]) for score in scores)


def report(rows: Sequence[Choice], folds: int) -> None:
    """Print how many are right, each text judged by weights that were fitted to others, and by how likely they were."""
    texts = sorted({row.text for row in rows})
    judged = []
    for k in range(folds):
        held = set(texts[k::folds])
        weights = fitted([row for row in rows if row.text not in held])
        judged += [likeliest(row, weights) for row in rows if row.text in held and row.candidates]
    print(f"{len(rows)} pronouns, {sum(any(r.right) for r in rows)} with the one meant among the candidates")
    print(f"right, cross-fitted: {sum(right for right, _ in judged)}")
    for low in range(2, 10):
        bin_ = [right for right, sure in judged if low <= sure * 10 < low + 1 or (low == 9 and sure >= 1)]
        print(f"  probability {low / 10:.1f} and up: {sum(bin_)} of {len(bin_)}")


def main() -> None:
    """Fit, report, and write the weights if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    rows = list(choices(arguments.root))
    report(rows, arguments.folds)
    if arguments.write:
        lines = [f"{name}\t{weight:.2f}\n" for name, weight in sorted(fitted(rows).items())]
        (HERE.parent / "data" / "salience.tsv").write_text(NOTE + "sign\tweight\n" + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
