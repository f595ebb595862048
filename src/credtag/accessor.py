"""The same on a frame itself: ``df.credtag``."""

from __future__ import annotations

from typing import Any

import pandas as pd

from credtag import corpus
from credtag.errors import SchemaError
from credtag.schema import CLAIMS, EVIDENCE, LINKS, SOURCES, Schema


@pd.api.extensions.register_dataframe_accessor("credtag")
class CredtagAccessor:
    """What credtag does with a frame.

    Example:
        >>> import credtag, pandas as pd
        >>> pd.DataFrame({"text": ["The dam may fail, Ana Ruiz said."]}).credtag.claims()["source"].tolist()
        ['Ana Ruiz']
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        # Any frame is welcome here: an error would make hasattr(df, "credtag") false and hide its cause.
        self._frame = frame

    def claims(self, text: str = "text", **columns: Any) -> pd.DataFrame:
        """Tag the articles of this frame; see :func:`credtag.claims`."""
        return corpus.claims(self._frame, text, **columns)

    def coerce(self) -> pd.DataFrame:
        """Bring this frame, read from a file, back to the schema whose columns it has.

        Raises:
            SchemaError: It has the columns of no schema, or a value does not fit.
        """
        return self._schema().coerce(self._frame)

    def problems(self) -> list[str]:
        """Return what keeps this frame from fitting the schema whose columns it has; empty when it fits.

        Raises:
            SchemaError: It has the columns of no schema.
        """
        return self._schema().problems(self._frame)

    def _schema(self) -> Schema:
        for schema in (CLAIMS, LINKS, SOURCES, EVIDENCE):
            if set(schema.columns) <= set(self._frame.columns):
                return schema
        raise SchemaError("this frame has the columns of none of credtag's schemas (see credtag.CLAIMS.columns)")
