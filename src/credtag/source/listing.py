"""List the sources by first mention, with ids, and what each noun phrase stands for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from credtag.labels import Kind
from credtag.records import Resolution, Source, Sources, Span
from credtag.source import lexicon
from credtag.source.description import descriptions
from credtag.source.discourse import Discourse
from credtag.source.noun_phrases.phrase import Form, Phrase
from credtag.source.register.entity import Entity

_BODIES = frozenset((Kind.ORGANISATION, Kind.OUTLET, Kind.GOVERNMENT, Kind.PERSON))


def listed(
    publisher: Entity,
    found: Mapping[Span, tuple[Entity, str | None]],
    firsts: Mapping[Entity, int],
    silent: Sequence[tuple[Entity, Span]],
    discourse: Discourse,
) -> Sources:
    """Number the entities that attributions use and record them with all their mentions."""
    doc_id = discourse.document.doc_id
    used = dict.fromkeys(e for _, (e, _) in sorted(found.items()) if e is not publisher)
    order = sorted(used, key=lambda e: (min((*e.mentions, firsts[e])), firsts[e]))
    ids = {publisher: f"{doc_id}/s0"} | {e: f"{doc_id}/s{n}" for n, e in enumerate(order, 1)}
    _echo(ids, discourse, sorted(found), publisher)
    resolutions = {span: Resolution(span, i) for e, i in ids.items() for span in e.mentions.values()}
    resolutions |= {span: Resolution(span, ids[e], reason) for span, (e, reason) in found.items()}
    quiet: dict[Entity, list[Span]] = {}
    for entity, span in silent:
        quiet.setdefault(entity, []).append(span)
    return Sources(
        tuple(_record(e, i, quiet.get(e, ())) for e, i in ids.items()),
        tuple(sorted(resolutions.values(), key=lambda r: (r.span.start, r.span.end))),
    )


def _echo(ids: Mapping[Entity, str], discourse: Discourse, taken: Sequence[Span], publisher: Entity) -> None:
    """Add the definite descriptions of sources outside attributions to their mentions: "The channel is …"."""
    register, nouns = discourse.register, lexicon.nouns()
    lowers = register.lowers
    starts = [s.start for s in taken]
    for k, word in enumerate(lowers[:-1]):
        if word != "the":
            continue
        noun = nouns.get(lowers[k + 1])
        if noun is None or noun.plural or noun.kind not in _BODIES:
            continue
        span = register.span(k, k + 2)
        i = bisect_right(starts, span.start) - 1
        if i >= 0 and taken[i].covers(span):
            continue
        phrase = Phrase(Form.DEFINITE, k, k + 2, lowers[k + 1], noun.kind, noun.plural, noun.gender, stop=k + 2)
        entity, _ = descriptions.bearer(discourse, phrase, publisher)
        if entity is not None and entity in ids:
            entity.mentions.setdefault(span.start, span)


def _record(entity: Entity, source_id: str, silences: Sequence[Span]) -> Source:
    return Source(
        source_id,
        entity.name,
        entity.kind,
        entity.naming,
        entity.title,
        entity.affiliation,
        entity.outlet_id,
        mentions=tuple(entity.mentions[start] for start in sorted(entity.mentions)),
        no_comment=tuple(silences),
    )
