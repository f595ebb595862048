"""The rows of a claims frame, filtered or not, as a list with shaded contents."""

from __future__ import annotations

from typing import Any

import pandas as pd

from credtag.display.markup import running
from credtag.display.palette import UNRATED, level_words
from credtag.errors import InputError

_COLUMNS = ("doc_id", "content", "chain", "confidence", "reasons")
_MOST = 200  # rows; a notebook with more is no longer read


def listing(claims: pd.DataFrame) -> str:
    """Return the rows of a claims frame as flow content, one table for all.

    Raises:
        InputError: A column that the list needs is missing.
    """
    if missing := [column for column in _COLUMNS if column not in claims.columns]:
        raise InputError(
            f"show takes the result of credtag.tag or a frame of claims; this frame has no column {missing[0]!r}"
        )
    if claims.empty:
        return "<p>No claims.</p>"
    shown = claims.head(_MOST)
    rows = zip(*(shown[column].tolist() for column in _COLUMNS), strict=True)
    body = "\n".join(_row(*(None if pd.isna(value) else value for value in row)) for row in rows)
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Article", "Claim", "Chain", "Level", "Reasons"))
    left = len(claims) - len(shown)
    foot = f'<p class="foot">{left} more rows are not shown: filter the frame to see them.</p>' if left else ""
    return (
        f'<div class="scroll" role="region" aria-label="Claims" tabindex="0"><table class="grid claims"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>{foot}"
    )


def _row(doc_id: Any, content: Any, chain: Any, level: Any, reasons: Any) -> str:
    level = level or UNRATED
    chips = str(reasons or "").replace(";", ", ")
    return (
        f"<tr><td>{_cell(doc_id)}</td>"
        f'<td><span class="shaded {_name(level)}">{_cell(content)}</span></td>'
        f"<td>{_cell(chain).replace(' &gt; ', ' → ')}</td>"
        f'<td><span class="chip {_name(level)}">{running(level_words(str(level)))}</span></td><td>{running(chips)}</td></tr>'
    )


def _cell(value: Any) -> str:
    return f"<bdi>{running(str(value or ''))}</bdi>"


def _name(level: Any) -> str:
    return "".join(c for c in str(level) if c.isalpha() or c == "_")
