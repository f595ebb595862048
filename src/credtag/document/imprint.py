"""The imprint: who published an article, who wrote it and when, as far as its page says so itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from credtag.document import outlet_names
from credtag.document.appeal import sender
from credtag.document.dates import DATED
from credtag.labels import ZoneKind
from credtag.records import Found, Span, Zone

_NAME = r"(?P<name>(?:[Tt]he )?[A-Z][\w&'-]*(?: (?:(?:of|and|the|&) )?[A-Z0-9][\w&'-]*){0,5})"
_PERSON = r"[A-Z][\w.'-]*(?: (?:(?:de|da|la|van|von|der|den|bin|al) )?[A-Z][\w.'-]*){1,3}"
_PEOPLE = rf"(?P<name>{_PERSON}(?:(?:,? and |, | & ){_PERSON}){{0,6}})"
_BETWEEN = re.compile(r",? and |, | & ")
_LEAD = r"(?:(?:[Bb]y|BY|[Ss]tory|[Ww]ords|[Ww]ritten)(?: by)? ?:? ?)?"
_ROLE = re.compile(
    r"(?:[\w-]+ )?\b(?:staff|senior|chief|special|national|news|desk|team|writers?|reporters?|editors?|correspondents?)\b.*",
    re.IGNORECASE,
)
# Where each kind of zone names the outlet, the surest first.
_OUTLETS = (
    (
        ZoneKind.FURNITURE,
        re.compile(rf"(?:[Ff]ollow|[Ll]ike|[Ss]ubscribe to|[Ss]ign up (?:for|to)|[Rr]eading) {_NAME}"),
    ),
    (ZoneKind.BYLINE, re.compile(rf"(?:, | ?[|/] ?| for | of |[Bb]y ){_NAME}")),
    (ZoneKind.FURNITURE, re.compile(rf"(?:©|[Cc]opyright)(?: ?(?:©|\([Cc]\)))? ?(?:\d{{4}}(?:-\d{{4}})? )?{_NAME}")),
    (ZoneKind.DATELINE, re.compile(r"\((?P<name>[A-Z][\w ./&']{1,40}|dpa)\)")),
)
_AUTHORS = (
    (ZoneKind.BYLINE, re.compile(rf"^{_LEAD}{_PEOPLE}", re.MULTILINE)),
    (ZoneKind.CREDIT, re.compile(rf"(?<!Additional )[Rr]eporting (?:and writing )?by {_PEOPLE}")),
)
_DATES = ((ZoneKind.DATELINE, re.compile(rf"(?P<name>{DATED})", re.IGNORECASE)),)

_Places = Sequence[tuple[ZoneKind, re.Pattern[str]]]


def imprint(normal: str, zones: Sequence[Zone], blocks: Sequence[Span], appeal: frozenset[int]) -> tuple[Found, ...]:
    r"""Return where a page names its publisher, its authors and its date.

    Args:
        normal: The normal form of the text.
        zones: Its zones.
        blocks: Its paragraphs.
        appeal: The indices of those that ask readers for money.

    Returns:
        At most one publisher and one date. The publisher is who signs an appeal, whom readers are asked to follow, the
        outlet of the byline, the owner of the rights or, where there is nothing else, the agency of the dateline.

    Example:
        >>> from credtag import document
        >>> page = document.read("Port to Close\nBy Ana Sorin, The Marn Post\nMay 3, 2031\nThe port of Marn will close.")
        >>> page.publisher, page.authors, page.published
        ('The Marn Post', ('Ana Sorin',), 'May 3, 2031')
    """
    outlets = (span for span in _named(normal, zones, _OUTLETS) if _is_outlet(normal[span.start : span.end]))
    publisher = sender(normal, blocks, appeal) or next(outlets, None)
    published = next(_named(normal, zones, _DATES), None)
    return (
        *([Found("publisher", publisher)] if publisher else []),
        *([Found("published", published)] if published else []),
        *(Found("authors", span) for span in _authors(normal, zones)),
    )


def _named(normal: str, zones: Sequence[Zone], places: _Places) -> Iterator[Span]:
    for kind, pattern in places:
        for zone in zones:
            if zone.kind is kind:
                for found in pattern.finditer(normal, zone.span.start, zone.span.end):
                    yield Span(*found.span("name"))


# --------------------------------------------------------------------------- outlets


@cache
def _known() -> frozenset[str]:
    return frozenset(name.lower() for name in outlet_names.known())


@cache
def _parts() -> frozenset[str]:
    return frozenset(word.lower() for place in ("lead", "tail") for word in outlet_names.words(place))


def _is_outlet(name: str) -> bool:
    """Tell whether a name is that of a known outlet, or made like one."""
    plain = name.lower().removeprefix("the ")
    words = plain.split()
    return plain in _known() or (len(words) > 1 and not _parts().isdisjoint((words[0], words[-1])))


# --------------------------------------------------------------------------- authors


def _authors(normal: str, zones: Sequence[Zone]) -> Iterator[Span]:
    """Yield the people of the byline or, without one, of the credit at the end."""
    for place in _AUTHORS:
        found = [person for people in _named(normal, zones, (place,)) for person in _people(normal, people)]
        if found:
            yield from found
            return


def _people(normal: str, people: Span) -> Iterator[Span]:
    start = people.start
    for stop in (*_BETWEEN.finditer(normal, people.start, people.end), None):
        end = people.end if stop is None else stop.start()
        if role := _ROLE.search(normal, start, _end_of_line(normal, end)):
            end = min(end, role.start())
        name = normal[start:end].rstrip()
        if " " in name and not _is_outlet(name):
            yield Span(start, start + len(name))
        start = people.end if stop is None else stop.end()


def _end_of_line(normal: str, start: int) -> int:
    end = normal.find("\n", start)
    return len(normal) if end < 0 else end
