"""Find the names in an article: runs of capitalised words that are no mere start of a sentence or loud headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import filterfalse

from attrs import evolve

from credtag.document.latest import latest
from credtag.labels import Kind
from credtag.records import Document
from credtag.source import lexicon
from credtag.source.proper_names import acronyms, outlets
from credtag.source.proper_names.capitals import Capitals
from credtag.source.proper_names.extent import Extent
from credtag.source.proper_names.names import Name, read
from credtag.source.proper_names.onset import Onset
from credtag.source.proper_names.setting import Setting

_RETIRED = frozenset(("rtd", "retd", "ret", "retired", "rtrd"))


@latest
def find(document: Document) -> tuple[Name, ...]:
    """Find the names of an article, in the order of the text."""
    return tuple(acronyms.spelt_out(document.words, list(_names(document))))


def _names(document: Document) -> Iterator[Name]:
    """Yield the names in one pass over the tokens."""
    capitals = Capitals(document)
    extent, setting = Extent(capitals), Setting(capitals)
    onset = Onset(capitals, extent)
    words, i = document.words, 0
    lower_outlets, plain = outlets.lower_starts(), onset.plain()
    while i < len(words):
        if (word := words[i]) in plain:
            i += 1
        elif word in lower_outlets and (hit := onset.lower_outlet(i)) is not None:
            yield hit
            i = hit.end
        elif onset.at(i):
            start, i = i, extent.end(i)
            if (served := _retired(words, start, i, extent)) is not None:
                yield served
                i = served.end
                continue
            shouted = i - start > 2 and all(w.isupper() for w in words[start:i])
            if not shouted and not setting.hosts(start, i):
                found = map(setting.told, filterfalse(setting.common, read(words, start, i)))
                yield from (map(_personal, found) if start in capitals.asked else found)
        else:
            i += 1


def _retired(words: Sequence[str], start: int, stop: int, extent: Extent) -> Name | None:
    """Read a name behind a rank whose bearer no longer serves: "Major (rtd) Karl Brell"."""
    if words[stop : stop + 1] != ("(",) or words[stop - 1].lower() not in lexicon.titles():
        return None
    close = next((k for k in range(stop + 2, min(stop + 4, len(words) - 1)) if words[k] == ")"), None)
    if close is None or words[stop + 1].lower() not in _RETIRED or not words[close + 1][0].isupper():
        return None
    end = extent.end(close + 1)
    (name, *others) = read((*words[start:stop], *words[close + 1 : end]), 0, stop - start + end - close - 1)
    return evolve(name, start=start, end=end) if name.title and not others else None


def _personal(name: Name) -> Name:
    """Let a name that nothing tells apart be a person's."""
    return name if name.kind is not None or name.place else evolve(name, kind=Kind.PERSON)
