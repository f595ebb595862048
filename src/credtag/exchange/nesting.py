"""What lies inside what, as files of others tell it."""

from __future__ import annotations

from collections.abc import Sequence


def circular(outers: Sequence[int | None]) -> int | None:
    """Return the index of something that lies inside itself, by way of others or not; None where nothing does.

    Args:
        outers: For each thing the index of the one that it lies in.

    Example:
        >>> circular([None, 0, 1]), circular([None, 2, 1])
        (None, 1)
    """
    seen: list[int | None] = [None] * len(outers)  # by the thing from which a way outward began
    for first in range(len(outers)):
        at: int | None = first
        while at is not None and seen[at] is None:
            seen[at] = first
            at = outers[at]
        if at is not None and seen[at] == first:
            return at
    return None
