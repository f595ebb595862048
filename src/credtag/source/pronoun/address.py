"""Find whom "you" means in what is quoted: whoever is called by name, or else whoever was told."""

from __future__ import annotations

from credtag.labels import Kind
from credtag.records import Attribution, Span, hull
from credtag.source.discourse import Discourse
from credtag.source.register.entity import Entity

_OPENINGS = frozenset((",", '"', "'", "-", "--", "(", ".", "?", "!", ":", ";"))
_CLOSINGS = _OPENINGS | {")"}
_REACH = 3  # sentences of a speech before the one with "you"


def called(discourse: Discourse, token: int) -> Entity | None:
    """Return the person whose name, set off by commas, calls the listener: "Ms. Ruiz, do you think", "as you said, Ana, it"."""
    quotation = discourse.document.quotation_at(discourse.document.tokens.starts[token])
    if quotation is None:
        return None
    line = discourse.sentence(token)
    register, lowers = discourse.register, discourse.register.lowers
    sentence = discourse.document.sentences[line]
    first = discourse.document.token_range(discourse.document.sentences[max(line - _REACH, 0)])[0]
    for i in reversed(register.inside(first, discourse.document.token_range(sentence)[1])):
        name, entity = register.names[i], register.of[i]
        if entity is None or entity.kind not in (Kind.PERSON, Kind.UNKNOWN):
            continue
        apart = lowers[name.start - 1 : name.start] and lowers[name.start - 1] in _OPENINGS
        inside = discourse.document.quotation_at(discourse.document.tokens.starts[name.start]) == quotation
        if apart and inside and name.end < len(lowers) and lowers[name.end] in _CLOSINGS:
            return entity
    return None


def told(attribution: Attribution) -> Span | None:
    """Return the words between cue and content, where whoever was told stands: "told Ana Ruiz:", "scolded him:"."""
    if not attribution.cue:
        return None
    end, start = hull(attribution.cue).end, attribution.content[0].start
    return Span(end, start) if end < start else None
