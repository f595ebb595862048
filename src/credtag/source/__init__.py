"""Sources: who or what the noun phrases of an article stand for."""

from credtag.source.interview import answers
from credtag.source.resolve import resolve

__all__ = ["answers", "resolve"]
