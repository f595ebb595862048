"""A noun phrase taken apart: its form, its head, the name it carries and whose it is."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from credtag.labels import Kind
from credtag.source.proper_names.names import Name

ARTICLES = frozenset(("the", "a", "an"))
GENITIVES = frozenset(("'s", "'"))
OWNERS = frozenset(("his", "her", "its", "their", "whose", "my", "our"))
TOGETHER = frozenset(("together", "both", "jointly"))  # "Karvia and Lumen, which together vowed"
PERSONAL = frozenset((Kind.PERSON, Kind.GROUP))


class Form(StrEnum):
    """How a noun phrase refers."""

    NAME = "name"
    PRONOUN = "pronoun"
    DEFINITE = "definite"
    INDEFINITE = "indefinite"
    BARE = "bare"
    VAGUE = "vague"
    PAIR = "pair"
    EMPTY = "empty"


@frozen
class Phrase:
    """A noun phrase at the tokens [start, end), taken apart."""

    form: Form
    start: int
    end: int
    head: str = ""  # the head noun, in lower case
    kind: Kind = Kind.UNKNOWN
    plural: bool = False
    gender: str = "u"
    name: Name | None = None
    owner: tuple[int, int] | None = None  # the tokens of "Ana Sorin's" or "his", without the mark
    stop: int = 0  # where the head phrase ends: before a relative clause or an apposition
    parts: tuple[Phrase, ...] = ()
