"""Where an article names its sources."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from attrs import frozen

from credtag.records import Sources, Span


@frozen
class Mentions:
    """The places of an article where its sources are named, in order."""

    spans: tuple[Span, ...]
    ids: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]  # of the spans ordered by their ends
    by_end: tuple[int, ...]

    @classmethod
    def of(cls, sources: Sources) -> Mentions:
        """List the mentions of *sources*; the place of a quotation without a speaker is none."""
        named = {s.source_id for s in sources.entries if s.name is not None}
        found = {
            r.span: r.source_id
            for r in sources.resolutions
            if r.source_id in named and r.reason not in ("continuation", "no-source")
        }
        for source in sources.entries:
            if source.source_id in named:
                for span in source.mentions:
                    found.setdefault(span, source.source_id)
        spans = tuple(sorted(found))
        by_end = tuple(sorted(range(len(spans)), key=lambda i: (spans[i].end, -spans[i].start)))
        return cls(
            spans,
            tuple(found[s] or "" for s in spans),
            tuple(s.start for s in spans),
            tuple(spans[i].end for i in by_end),
            by_end,
        )

    def ending(self, lo: int, hi: int) -> int | None:
        """Return the mention that ends last in (*lo*, *hi*]."""
        i = bisect_right(self.ends, hi) - 1
        return self.by_end[i] if i >= 0 and self.ends[i] > lo else None

    def beginning(self, lo: int, hi: int) -> Iterator[int]:
        """Yield the mentions that begin in [*lo*, *hi*), the first first."""
        i = bisect_left(self.starts, lo)
        while i < len(self.starts) and self.starts[i] < hi:
            yield i
            i += 1

    def before(self, offset: int, lo: int) -> Iterator[int]:
        """Yield the mentions that begin before *offset* and not before *lo*, the last first."""
        i = bisect_left(self.starts, offset) - 1
        while i >= 0 and self.starts[i] >= lo:
            yield i
            i -= 1
