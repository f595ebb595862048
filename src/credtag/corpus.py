"""From a frame of articles to a frame of claims."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

import pandas as pd

from credtag.errors import InputError
from credtag.frames import to_frames
from credtag.tagger import tag_all


def claims(
    frame: pd.DataFrame,
    text: Hashable = "text",
    *,
    doc_id: Hashable | None = None,
    publisher: Hashable | None = None,
    published: Hashable | None = None,
    url: Hashable | None = None,
    on_error: str = "raise",
) -> pd.DataFrame:
    """Tag the articles of a frame and return their claims: frame in, frame out, for pandas and engines that split frames.

    Args:
        frame: One article a row.
        text: The column with the text.
        doc_id: The column with the name of each article; derived from the text unless given.
        publisher: The column with the publisher.
        published: The column with the date of publication, as text.
        url: The column with the address.
        on_error: ``"raise"`` names the row of an article that cannot be tagged; ``"record"`` leaves it out. Use
            :func:`credtag.tag_all` and :func:`credtag.to_frames` to see what was left out, and why.

    Returns:
        A frame with the columns of :data:`credtag.CLAIMS`.

    Raises:
        InputError: A column is missing, or an article cannot be tagged.

    Example:
        >>> import credtag, pandas as pd
        >>> articles = pd.DataFrame({"body": ["The dam may fail, Ana Ruiz said.", "It rained."]})
        >>> credtag.claims(articles, text="body")["form"].tolist()
        ['indirect', 'narrated']
    """
    if not isinstance(frame, pd.DataFrame):
        raise InputError(f"claims takes a DataFrame, not {type(frame).__name__}; for one text there is credtag.tag")
    wanted = {"text": text, "doc_id": doc_id, "publisher": publisher, "published": published, "url": url}
    columns = {key: column for key, column in wanted.items() if column is not None}
    for column in columns.values():
        if column not in frame.columns:
            raise InputError(f"the frame has no column {column!r}; it has {', '.join(map(str, frame.columns))}")
    return to_frames(tag_all(_articles(frame, columns), on_error=on_error)).claims


def _articles(frame: pd.DataFrame, columns: dict[str, Hashable]) -> Iterator[dict[str, Any]]:
    lists = {key: frame[column].tolist() for key, column in columns.items()}
    for values in zip(*lists.values(), strict=True):
        row = dict(zip(lists, values, strict=True))
        # Missing metadata is fine, a missing text is not.
        yield {key: value for key, value in row.items() if key == "text" or not _missing(value)}


def _missing(value: Any) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)
