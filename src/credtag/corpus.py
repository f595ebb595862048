"""From a frame of articles to a frame of claims."""

from __future__ import annotations

import warnings
from collections.abc import Hashable, Iterator
from typing import Any

import pandas as pd

from credtag.errors import CredtagWarning, InputError
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
        doc_id: The column with the name of each article, text or whole numbers; derived from the text unless given.
            Of equal names in a frame the second gets ``.2`` behind it, and so on.
        publisher: The column with the publisher.
        published: The column with the date of publication, as text or dates.
        url: The column with the address.
        on_error: ``"raise"`` names the row of an article that cannot be tagged, by its position in the frame;
            ``"record"`` leaves it out and warns. :func:`credtag.tag_all` and :func:`credtag.to_frames` list each in
            ``errors``.

    Returns:
        A frame with the columns of :data:`credtag.CLAIMS`.

    Raises:
        InputError: A column is missing, or an article is no text.
        CredtagError: An article cannot be tagged for another reason.

    Warns:
        CredtagWarning: Articles are left out.

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
    names: list[Hashable] = list(frame.columns)
    for column in columns.values():
        if (found := names.count(column)) > 1:
            raise InputError(f"the frame has {found} columns {column!r}: rename all but one")
        if not found:
            raise InputError(f"the frame has no column {column!r}; it has {', '.join(map(str, names))}")
    frames = to_frames(tag_all(_articles(frame, columns), on_error=on_error))
    if len(frames.errors):
        warnings.warn(
            f"{len(frames.errors)} of {len(frame)} articles are left out; the first: {frames.errors['error'][0]}",
            CredtagWarning,
            stacklevel=2,
        )
    return frames.claims


def _articles(frame: pd.DataFrame, columns: dict[str, Hashable]) -> Iterator[dict[str, Any]]:
    lists = {key: frame[column].tolist() for key, column in columns.items()}
    for values in zip(*lists.values(), strict=True):
        yield dict(zip(lists, values, strict=True))
