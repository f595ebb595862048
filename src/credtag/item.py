"""One article of many: the arguments that the caller gave for it, and what is left of it when it cannot be tagged."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pandas as pd
from attrs import field, frozen

from credtag.errors import CredtagError, DataFileError, InputError, MissingExtra
from credtag.records import Document, TaggedDocument

KEYS = ("text", "publisher", "published", "authors", "url", "headline", "doc_id")
Outcome = TaggedDocument | CredtagError


@frozen
class Item:
    """An article with its position in the corpus.

    Args:
        position: The place of the article, from 0.
        given: A text, or a mapping with the arguments of :func:`credtag.tag`; an error where none could be read.
        on_error: ``"raise"`` makes an error of an article that fails, ``"record"`` a document that carries it.
    """

    position: int
    given: Any = field(repr=False)
    on_error: str

    def tagged(self, tag: Callable[..., TaggedDocument]) -> Outcome:
        """Return what *tag* makes of the article, or what is left of it."""
        try:
            return tag(**self._arguments())
        except (DataFileError, MissingExtra):
            raise  # no fault of the article: the next would fail too
        except InputError as error:
            return self._failed(InputError(f"article {self.position}: {error}"))
        except Exception as error:
            failure = CredtagError(f"article {self.position}: {type(error).__name__}: {error}")
            failure.add_note(traceback.format_exc())  # a cause would not outlive the way from process to process
            return self._failed(failure)

    def lost(self) -> Outcome:
        """Return what is left of an article that no process survives."""
        return self._failed(
            CredtagError(f"article {self.position}: its worker process ended twice (is it too large for the memory?)")
        )

    def _failed(self, error: CredtagError) -> Outcome:
        if self.on_error == "raise":
            return error
        name = _name(self.given.get("doc_id")) if isinstance(self.given, Mapping) else None
        named = name if isinstance(name, str) and name else f"article-{self.position}"
        return TaggedDocument(Document(named, "", ""), error=str(error))

    def _arguments(self) -> dict[str, Any]:
        """Leave missing metadata out and write names and dates out as text: tables hold them in ways of their own."""
        if isinstance(self.given, InputError):
            raise self.given
        if not isinstance(self.given, Mapping):
            return {"text": self.given}
        if "text" not in self.given:
            raise InputError(f'a mapping needs the key "text"; it has {", ".join(map(str, self.given)) or "none"}')
        if unknown := [key for key in self.given if key not in KEYS]:
            raise InputError(f"a mapping's keys are {', '.join(KEYS)}, not {unknown[0]!r}")
        known = {key: value for key, value in self.given.items() if key == "text" or not _missing(value)}
        if "doc_id" in known:
            known["doc_id"] = _name(known["doc_id"])
        if isinstance(published := known.get("published"), date):
            known["published"] = published.isoformat()
        return known


def _missing(value: Any) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)


def _name(doc_id: Any) -> Any:
    """Write out a whole number, also one that a column with gaps holds as a float."""
    whole = isinstance(doc_id, int) or (isinstance(doc_id, float) and doc_id.is_integer())
    return str(int(doc_id)) if whole and not isinstance(doc_id, bool) else doc_id
