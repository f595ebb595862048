"""The layouts in which registries are published, each read into entries; docs/registry.md describes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from importlib.util import find_spec
from os import PathLike
from pathlib import Path
from typing import Any

import pandas as pd

from credtag.errors import InputError, MissingExtra, SchemaError
from credtag.registry import names
from credtag.registry.entry import REQUIRED, Entry

_ELSEWHERE = ("Twitter Link", "Telegram Link")
_Row = Mapping[str, str]


def table(path: str | PathLike[str]) -> pd.DataFrame:
    """Read a file as a frame of text."""
    if Path(path).suffix == ".parquet" and find_spec("pyarrow") is None:
        raise MissingExtra('parquet needs pyarrow: pip install "credtag[parquet]"')
    try:
        if Path(path).suffix == ".parquet":
            return pd.read_parquet(path, engine="pyarrow")
        separator = "\t" if Path(path).suffix == ".tsv" else ","
        return pd.read_csv(path, sep=separator, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise InputError(f"cannot read the registry {path}: {error}") from error


def lines(path: str | PathLike[str]) -> list[str]:
    """Read a file as lines."""
    try:
        return Path(path).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read the registry {path}: {error}") from error


def own(frame: pd.DataFrame, where: str) -> tuple[Entry, ...]:
    """Read the layout of a user's own registry."""
    if not isinstance(frame, pd.DataFrame):
        raise SchemaError(f"{where} must be a DataFrame, not {type(frame).__name__}")
    return _checked(((number, _own(row)) for number, row in _rows(frame, where, REQUIRED)), where)


def state_media_matrix(frame: pd.DataFrame, where: str, as_of: str) -> tuple[Entry, ...]:
    """Read State_Media_Matrix.csv; blank rows and companies without a typology give nothing."""
    rows = _rows(frame, where, ("Media company", "URL", "Typology"))
    return _checked(
        (
            (
                number,
                Entry(
                    row["Media company"].rstrip("* "),
                    "state_media",
                    row["Typology"],
                    "https://github.com/ASD-at-GMF/state-media-profiles",
                    "Alliance for Securing Democracy",
                    as_of,
                    "MIT",
                    tuple(" ".join((row["URL"], *(row.get(column, "") for column in _ELSEWHERE))).split()),
                ),
            )
            for number, row in rows
            if row["Media company"] and row["Typology"]
        ),
        where,
    )


def domain_quality(frame: pd.DataFrame, where: str, as_of: str) -> tuple[Entry, ...]:
    """Read the aggregate score pc1 of Lin et al.; what has none, and what is no domain of its own, gives nothing."""
    citation = "https://doi.org/10.1093/pnasnexus/pgad286"
    return _checked(
        (
            (number, Entry(row["domain"], "domain_quality", row["pc1"], citation, "Lin et al. 2023", as_of, "unstated"))
            for number, row in _rows(frame, where, ("domain", "pc1"))
            if row["pc1"] and names.is_domain(names.key(row["domain"]))
        ),
        where,
    )


def ifcn(listed: list[str], where: str, as_of: str) -> tuple[Entry, ...]:
    """Read the list of signatories, one domain a line."""
    citation = "https://github.com/IFCN/verified-signatories"
    asserter = "International Fact-Checking Network"
    entries = []
    for number, line in enumerate(listed, 1):
        if not line.strip():
            continue
        if not names.is_domain(names.key(line)):
            raise SchemaError(f"{where}, line {number}: {line.strip()!r} is no domain")
        entries.append(
            (number, Entry(line.strip(), "ifcn_signatory", "verified", citation, asserter, as_of, "CC0-1.0"))
        )
    return _checked(entries, where)


def wikidata(frame: pd.DataFrame, where: str, as_of: str) -> tuple[Entry, ...]:
    """Read the result of a query, one statement a row; items without a name (a bare Q number) give nothing."""
    return _checked(
        (
            (
                number,
                Entry(
                    row["itemLabel"],
                    row["label"],
                    row["valueLabel"],
                    row["item"],
                    "Wikidata",
                    as_of,
                    "CC0-1.0",
                    tuple(filter(None, (row.get("website", ""), _channel(row.get("telegram", ""))))),
                    row["item"].rpartition("/")[2],
                ),
            )
            for number, row in _rows(frame, where, ("item", "itemLabel", "label", "valueLabel"))
            if row["valueLabel"] and not row["item"].endswith(f"/{row['itemLabel']}")
        ),
        where,
    )


def _channel(username: str) -> str:
    return f"t.me/{username}" if username else ""


def _own(row: _Row) -> Entry:
    written = ";".join(row.get(column, "") for column in ("aliases", "domain", "handle")).split(";")
    aliases = tuple(also.strip() for also in written if also.strip())
    required: dict[str, Any] = {column: row[column] for column in REQUIRED}
    return Entry(**required, aliases=aliases, outlet_id=row.get("outlet_id") or None)


def _rows(frame: pd.DataFrame, where: str, columns: tuple[str, ...]) -> Iterator[tuple[int, _Row]]:
    """Yield the rows that are not blank as text, numbered as a spreadsheet does: the header is row 1."""
    for column in columns:
        if column not in frame.columns:
            raise SchemaError(f"{where}: the column {column!r} is missing; it has {', '.join(map(str, frame.columns))}")
    for number, row in enumerate(frame.to_dict("records"), 2):
        texts = {str(column): _text(value) for column, value in row.items()}
        if any(texts.values()):
            yield number, texts


def _text(value: Any) -> str:
    if not pd.api.types.is_scalar(value) or pd.isna(value):
        return ""
    return str(value.isoformat()[:10] if isinstance(value, date) else value).strip()


def _checked(entries: Iterator[tuple[int, Entry]] | list[tuple[int, Entry]], where: str) -> tuple[Entry, ...]:
    checked = []
    for number, entry in entries:
        if problem := entry.problem():
            named = f" ({entry.source!r})" if entry.source else ""
            raise SchemaError(f"{where}, row {number}{named}: {problem}")
        checked.append(entry)
    return tuple(checked)
