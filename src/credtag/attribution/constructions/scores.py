"""How sure each construction is: its precision on news that annotators marked by hand."""

from __future__ import annotations

from functools import cache

from credtag.resources import table


@cache
def _precision() -> dict[str, float]:
    return {row["pattern"]: float(row["precision"]) for row in table("lexicon/patterns.tsv")}


def of(pattern: str) -> float:
    """Return the score of an attribution that the construction *pattern* gave."""
    return _precision().get(pattern, 0.5)
