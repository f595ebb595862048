"""Read articles from a table in a file, row by row: CSV, JSON lines or parquet."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from credtag.errors import InputError, MissingExtra

Row = Mapping[str, Any]
_UNDECODED = re.compile("[\udc80-\udcff]")  # what surrogateescape makes of bytes that are not UTF-8
_LONGEST = 2**31 - 1  # characters of a field; csv's own limit is shorter than many an article
_AT_A_TIME = 256  # rows of parquet


def articles(path: Path, columns: Mapping[str, str]) -> Iterator[Row | InputError]:
    """Read a table as arguments of :func:`credtag.tag`.

    Args:
        path: A file whose name ends in .csv, .jsonl or .parquet; text in UTF-8.
        columns: The column of each argument.

    Yields:
        The arguments of each row, in order; an error in place of a row that cannot be read.

    Raises:
        InputError: The file cannot be read, or lacks a column.
        MissingExtra: pyarrow is needed and not installed.
    """
    read = _READERS.get(path.suffix.lower())
    if read is None:
        raise InputError(f"{path.name} is no table that can be read: its name must end in {', '.join(_READERS)}")
    try:
        for row in read(path, list(columns.values())):
            yield row if isinstance(row, InputError) else {key: row.get(name) for key, name in columns.items()}
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}") from error


def _csv(path: Path, wanted: Sequence[str]) -> Iterator[Row | InputError]:
    limit = csv.field_size_limit(_LONGEST)
    try:
        with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            rows = csv.DictReader(file)
            _check(path, rows.fieldnames or (), wanted)
            for row in rows:
                fields = [row[name] for name in wanted if row[name] is not None]
                if None in row:
                    yield InputError(f"line {rows.line_num} has more fields than the header: quote fields with commas")
                elif any(map(_UNDECODED.search, fields)):
                    yield InputError(f"line {rows.line_num} is not UTF-8 text: convert the file first")
                else:
                    yield row
    except csv.Error as error:
        raise InputError(f"{path.name} is no CSV: {error}") from error
    finally:
        csv.field_size_limit(limit)


def _jsonl(path: Path, wanted: Sequence[str]) -> Iterator[Row | InputError]:
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="\n") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            if _UNDECODED.search(line):
                yield InputError(f"line {number} is not UTF-8 text: convert the file first")
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield InputError(f"line {number} is no JSON: {error}")
                continue
            if not isinstance(row, dict):
                yield InputError(f"line {number} is no JSON object")
                continue
            if number == 1:
                _check(path, tuple(row), wanted)
            yield row


def _parquet(path: Path, wanted: Sequence[str]) -> Iterator[Row | InputError]:
    if find_spec("pyarrow") is None:
        raise MissingExtra('parquet needs pyarrow: pip install "credtag[batch]"')
    from pyarrow import ArrowInvalid
    from pyarrow.parquet import ParquetFile

    try:
        with ParquetFile(path) as file:
            _check(path, file.schema_arrow.names, wanted)
            for batch in file.iter_batches(_AT_A_TIME, columns=list(dict.fromkeys(wanted))):
                yield from batch.to_pylist()
    except ArrowInvalid as error:
        raise InputError(f"{path.name} is no parquet: {error}") from error


def _check(path: Path, names: Sequence[str], wanted: Sequence[str]) -> None:
    for column in wanted:
        if column not in names:
            raise InputError(f"{path.name} has no column {column!r}; it has {', '.join(names)}")
        if list(names).count(column) > 1:
            raise InputError(f"{path.name} has several columns {column!r}: rename all but one")


_READERS: dict[str, Callable[[Path, Sequence[str]], Iterator[Row | InputError]]] = {
    ".csv": _csv,
    ".jsonl": _jsonl,
    ".parquet": _parquet,
}
