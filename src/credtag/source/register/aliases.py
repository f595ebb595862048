"""Find the name by which a described source goes: "a man who gave his name only as Pavel", "a blogger known as Kompas"."""

from __future__ import annotations

from collections.abc import Sequence

from credtag.labels import Kind, Naming
from credtag.source import lexicon
from credtag.source.proper_names.names import Name
from credtag.source.register.entity import BODIES

_WITH_NAME = frozenset(("name", "named", "identified", "known", "calls", "called", "himself", "herself"))
_LINKS = frozenset((",", "as", "name", "named", "called", "himself", "herself", ":"))


def given(lowers: Sequence[str], stop: int, end: int, names: Sequence[Name]) -> Name | None:
    """Return the name that the words [stop, end) behind a description give."""
    for name in names:
        before = lowers[name.start - 1] if name.start > stop else ""
        if before in _LINKS and name.kind not in BODIES | {Kind.GROUP} and not name.place:
            clause = _WITH_NAME.intersection(lowers[stop : name.start])
            if clause and name.end <= end and lowers[name.start - 2] != "who":  # "a man who called Pavel"
                return name
    return None


def hides(lowers: Sequence[str], start: int, end: int, name: Name) -> bool:
    """Tell whether a name stands for one that is withheld: "a baker identified only as Pavel for fear of reprisals"."""
    alias = lowers[name.start - 1] in _LINKS - {","} and not _WITH_NAME.isdisjoint(lowers[start : name.start])
    return alias and lexicon.naming_of(" ".join(lowers[start:end])) is Naming.ANONYMOUS
