"""Sources: who or what the noun phrases of an article stand for."""

from credtag.source.resolve import resolve

__all__ = ["resolve"]
