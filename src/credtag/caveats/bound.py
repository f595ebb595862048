"""What a remark is bound to: a source, and where the clause about it begins."""

from __future__ import annotations

from typing import NamedTuple


class Bound(NamedTuple):
    """A caveat's source and where its clause begins."""

    source_id: str
    start: int
    clause: int  # where the words begin that tell its certainty: at the relative pronoun, if there is one
    predicate: bool = False  # the main statement of its sentence, no remark in passing


def first_letter(normal: str, offset: int) -> int:
    """Return the first place from *offset* that is no space, quotation mark or comma."""
    while offset < len(normal) and normal[offset] in " ,('\"":
        offset += 1
    return offset
