"""The schema of a frame: the only place that names columns, their dtypes and their labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd
from attrs import frozen

from credtag.errors import SchemaError
from credtag.labels import (
    Certainty,
    Channel,
    CueType,
    Decision,
    Factuality,
    Form,
    Kind,
    Level,
    Naming,
    Polarity,
    Role,
    Stance,
    ZoneKind,
)

# The default text type of pandas 3, which pandas 2.3 has too: one dtype on both.
TEXT = pd.StringDtype(na_value=np.nan)
VERSION = 1
Dtype = Any  # what pandas calls an extension dtype


def labels(values: type[StrEnum] | Sequence[str]) -> pd.CategoricalDtype:
    """Return the categorical dtype of a set of labels."""
    return pd.CategoricalDtype([str(value) for value in values])


LEVELS = pd.CategoricalDtype([str(level) for level in Level], ordered=True)

_SPARK = {"Int8": "TINYINT", "Int32": "INT", "Float32": "FLOAT", "boolean": "BOOLEAN"}


@frozen
class Schema:
    """The columns of a frame with their dtypes, and its key.

    Example:
        >>> import credtag
        >>> credtag.LINKS.key
        ('claim_id', 'hop')
        >>> len(credtag.LINKS.empty())
        0
    """

    name: str
    dtypes: Mapping[str, Dtype]
    key: tuple[str, ...]
    version: int = VERSION

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(self.dtypes)

    @property
    def ddl(self) -> str:
        """The columns in Spark's data definition language, for ``mapInPandas``; labels are strings there.

        Example:
            >>> import credtag
            >>> credtag.LINKS.ddl[:44]
            '`doc_id` STRING, `claim_id` STRING, `hop` TI'
        """
        return ", ".join(f"`{column}` {_SPARK.get(dtype.name, 'STRING')}" for column, dtype in self.dtypes.items())

    def empty(self) -> pd.DataFrame:
        """Return the frame without rows, all dtypes in place."""
        return self.build({column: [] for column in self.dtypes})

    def build(self, columns: Mapping[str, Sequence[Any]]) -> pd.DataFrame:
        """Make a frame of lists of values, one for each column; None is missing, labels are taken as they are."""
        frame = pd.DataFrame({name: _array(columns[name], dtype) for name, dtype in self.dtypes.items()}, copy=False)
        frame.attrs["credtag"] = f"{self.name} {self.version}"  # flat: pandas copies it with every column taken
        return frame

    def coerce(self, frame: pd.DataFrame) -> pd.DataFrame:
        r"""Bring a frame that was read from a file back to this schema.

        Args:
            frame: The columns of this schema, in any order and of any dtype that their values can be read from. For
                CSV read with ``dtype=str, keep_default_na=False, na_values=[""]``: otherwise a source called "None"
                would be missing and a number with leading zeros would lose them. Write CSV with
                ``lineterminator="\r\n"``, or pandas leaves a lone carriage return in a text unquoted.

        Returns:
            A frame with exactly the columns and dtypes of the schema.

        Raises:
            SchemaError: A column is missing, or a value does not fit; the message names both.
        """
        if not isinstance(frame, pd.DataFrame):
            raise SchemaError(f"{self.name} takes a DataFrame, not {type(frame).__name__}")
        if missing := [column for column in self.dtypes if column not in frame.columns]:
            raise SchemaError(f"{self.name}: the column {missing[0]!r} is missing")
        arrays = {}
        for column, dtype in self.dtypes.items():
            try:
                arrays[column] = _array([_parsed(value, dtype) for value in frame[column].tolist()], dtype)
            except (ValueError, TypeError, OverflowError, KeyError) as error:
                raise SchemaError(f"{self.name}: column {column!r}: {error}") from None
        return self.build(arrays)

    def problems(self, frame: pd.DataFrame) -> list[str]:
        """Return what keeps *frame* from fitting this schema, in words; an empty list when it fits."""
        found = [f"the column {c!r} is missing" for c in self.dtypes if c not in frame.columns]
        found += [f"the column {c!r} does not belong to {self.name}" for c in frame.columns if c not in self.dtypes]
        for column, dtype in self.dtypes.items():
            if column in frame.columns and frame[column].dtype != dtype:
                found.append(f"the column {column!r} is {frame[column].dtype}, not {dtype}")
        if not found and frame.duplicated(list(self.key)).any():
            found.append(f"the key {', '.join(self.key)} is not unique")
        return found


def _array(values: Sequence[Any], dtype: Dtype) -> Any:
    if isinstance(values, pd.api.extensions.ExtensionArray):
        return values
    if isinstance(dtype, pd.CategoricalDtype):
        places = {label: i for i, label in enumerate(dtype.categories)}
        codes = [-1 if value is None else places[value] for value in values]
        return pd.Categorical.from_codes(np.asarray(codes, dtype=np.int8), dtype=dtype)
    return pd.array(list(values), dtype=dtype)


def _parsed(value: Any, dtype: Dtype) -> Any:
    """Read one value of a file: pandas has turned some text into numbers and some numbers into text."""
    if pd.isna(value) or (isinstance(value, str) and value == "" and dtype != TEXT):
        return None
    if dtype == TEXT:
        return value if isinstance(value, str) else _written(value)
    if isinstance(dtype, pd.CategoricalDtype):
        label = value if isinstance(value, str) else _written(value)
        if label not in dtype.categories:
            raise ValueError(f"{label!r} is none of {', '.join(dtype.categories)}")
        return label
    if dtype.name == "boolean":
        truth = {"true": True, "false": False, "1": True, "0": False}.get(str(value).lower())
        if truth is None:
            raise ValueError(f"{value!r} is neither true nor false")
        return truth
    number = float(value)
    if dtype.name.startswith("Int") and not number.is_integer():
        raise ValueError(f"{value!r} is no whole number")
    return int(number) if dtype.name.startswith("Int") else number


def _written(value: Any) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


_WHOLE, _SMALL = pd.Int32Dtype(), pd.Int8Dtype()
_ADMIRALTY = (labels("ABCDEF"), labels("123456"))

CLAIMS = Schema(
    "claims",
    {
        "doc_id": TEXT,
        "claim_id": TEXT,
        "inside": TEXT,
        "form": labels(Form),
        "zone": labels(ZoneKind),
        "content": TEXT,
        "start": _WHOLE,
        "end": _WHOLE,
        "cue": TEXT,
        "cue_type": labels(CueType),
        "stance": labels(Stance),
        "factuality": labels(Factuality),
        "polarity": labels(Polarity),
        "hedges": TEXT,
        "source_text": TEXT,
        "source_id": TEXT,
        "source": TEXT,
        "source_kind": labels(Kind),
        "naming": labels(Naming),
        "channel": labels(Channel),
        "publisher": TEXT,
        "chain": TEXT,
        "hops": _SMALL,
        "confidence": LEVELS,
        "reliability": _ADMIRALTY[0],
        "credibility": _ADMIRALTY[1],
        "score": pd.Float32Dtype(),
        "reasons": TEXT,
    },
    ("claim_id",),
)
LINKS = Schema(
    "links",
    {
        "doc_id": TEXT,
        "claim_id": TEXT,
        "hop": _SMALL,
        "role": labels(Role),
        "source_id": TEXT,
        "name": TEXT,
        "kind": labels(Kind),
        "naming": labels(Naming),
        "channel": labels(Channel),
        "stated": pd.BooleanDtype(),
        "start": _WHOLE,
        "end": _WHOLE,
        "text": TEXT,
    },
    ("claim_id", "hop"),
)
SOURCES = Schema(
    "sources",
    {
        "doc_id": TEXT,
        "source_id": TEXT,
        "name": TEXT,
        "kind": labels(Kind),
        "naming": labels(Naming),
        "title": TEXT,
        "affiliation": TEXT,
        "outlet_id": TEXT,
        "reliability": _ADMIRALTY[0],
        "mentions": _WHOLE,
        "claims": _WHOLE,
        "no_comment": pd.BooleanDtype(),
        "first_start": _WHOLE,
    },
    ("source_id",),
)
EVIDENCE = Schema(
    "evidence",
    {
        "doc_id": TEXT,
        "claim_id": TEXT,
        "source_id": TEXT,
        "part": labels(["content", "cue", "source", "hedge", "caveat", "reason", "no_comment"]),
        "code": TEXT,
        "certainty": labels(Certainty),
        "asserted_by": TEXT,
        "effect": TEXT,
        "ordinal": _WHOLE,
        "start": _WHOLE,
        "end": _WHOLE,
        "text": TEXT,
    },
    ("doc_id", "part", "ordinal"),
)
REGISTRY = Schema(
    "registry",
    {
        "doc_id": TEXT,
        "source_id": TEXT,
        "ordinal": _WHOLE,
        "name": TEXT,
        "outlet": TEXT,
        "label": TEXT,
        "value": TEXT,
        "citation_url": TEXT,
        "asserted_by": TEXT,
        "as_of": TEXT,
        "licence": TEXT,
    },
    ("doc_id", "ordinal"),
)
OVERRIDES = Schema(
    "overrides",
    {
        "doc_id": TEXT,
        "target": TEXT,
        "decision": labels(Decision),
        "value": TEXT,
        "original": TEXT,
        "decided_by": TEXT,
        "decided_on": TEXT,
        "note": TEXT,
    },
    ("target", "decision", "decided_by", "decided_on"),
)
ERRORS = Schema("errors", {"doc_id": TEXT, "position": _WHOLE, "error": TEXT}, ("position",))
