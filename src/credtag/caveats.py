"""Caveats: what the text says against or about a source or a claim."""

from __future__ import annotations

from collections.abc import Sequence

from credtag.records import Attribution, Caveat, Document, Sources


def find(document: Document, attributions: Sequence[Attribution], sources: Sources) -> tuple[Caveat, ...]:
    """Find the caveats of *document*."""
    return ()
