"""Find and read the data files that ship with credtag."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from credtag.errors import DataFileError

_PACKAGED = Path(__file__).parent / "data"
_CHECKOUT = Path(__file__).parents[2] / "data"


@cache
def path(name: str) -> Path:
    """Return the path of the data file *name*, in an installed wheel or in a checkout."""
    for root in (_PACKAGED, _CHECKOUT):
        if (found := root / name).exists():
            return found
    raise DataFileError(f"credtag's data file {name!r} is missing: install credtag again")


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the tab-separated data file *name*; lines that begin with ``#`` are notes."""
    with path(name).open(encoding="utf-8", newline="") as handle:
        lines = [line for line in handle if line.strip() and not line.startswith("#")]
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, lineterminator="\n"))
