"""Attributions: who is reported to say what, in the words of the text."""

from __future__ import annotations

from collections.abc import Sequence

from credtag.attribution import grammar, rules
from credtag.records import Attribution, Document, Form, Span


def find(document: Document) -> tuple[Attribution, ...]:
    """Find the attributions of *document*."""
    return tuple(Attribution(r.content, r.cue, r.source) for r in rules.extract(grammar.read(document)))


def narrate(
    document: Document, attributions: Sequence[Attribution], clauses: Sequence[Span]
) -> tuple[Attribution, ...]:
    """Return the claims that *document* makes in its own voice."""
    return tuple(Attribution((s,), form=Form.NARRATED) for s in document.sentences)
