"""Find sources, cues and contents by rules over the cue lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from credtag.attribution import quotations, silence
from credtag.attribution.constructions import nonverbal
from credtag.attribution.constructions.active import announces, governed, inverted, participle, quotes
from credtag.attribution.constructions.contents import next_comma
from credtag.attribution.constructions.passive import passive, reduced
from credtag.attribution.raw import Found, Range, Raw
from credtag.attribution.syntax import cues, phrases, subjects, verbs
from credtag.attribution.syntax import grammar as g
from credtag.attribution.syntax.grammar import Period, Reading, Scope
from credtag.attribution.syntax.verbs import VerbGroup
from credtag.records import Span

_FULL_STOPS = (".", "!", "?")
_FRAMING = frozenset(("after", "around", "citation"))  # the content of these stands before the cue
_OPENERS = g.words("while although though when if as because since after before once unless until whereas")
_NOBODY = g.words("there nobody none never")
_OBJECTS = frozenset(("infinitive", "object", "object_infinitive", "predicate"))


def extract(reading: Reading, within: Span | None = None, subject: Span | None = None) -> list[Raw]:
    """Return the outermost attributions of a document, or of the part *within*, in the order of their contents.

    *subject* is who the part is about, if that stands before it, apart.
    """
    scope = g.scope(reading, within, subject)
    found: list[Found] = []
    for n, period in enumerate(scope.periods):
        following = scope.periods[n + 1] if n + 1 < len(scope.periods) else None
        found += _outermost(list(_period(scope, period, following)))
    if within is None:
        found += nonverbal.adverbs(scope, found)
    found = quotations.continued(scope, found)
    return [_raw(scope, f) for f in sorted(found, key=lambda f: f.content[0])]


def _raw(scope: Scope, found: Found) -> Raw:
    spans = tuple(scope.span(*piece) for piece in sorted(found.content))
    cue = () if found.cue is None else (scope.span(*found.cue),)
    source = () if found.source is None else (scope.span(*found.source),)
    return Raw(spans, cue, source, found.pattern)


def _outermost(found: list[Found]) -> Iterator[Found]:
    """Leave out what lies in the content of another: it is found again when that content is searched."""
    pieces = [(start, stop, f) for f in found for start, stop in f.content]
    for f in found:
        cue = -1 if f.cue is None else f.cue[0]
        holders = [o for start, stop, o in pieces if start <= cue < stop and o is not f]
        if all(_inside(o, f) and f.pattern in _FRAMING and o.pattern not in _FRAMING for o in holders):
            yield f


def _inside(inner: Found, outer: Found) -> bool:
    return inner.cue is not None and any(a <= inner.cue[0] < b for a, b in outer.content)


def _period(scope: Scope, period: Period, following: Period | None) -> Iterator[Found]:
    end = period.stop
    while end > period.start and scope.lowers[end - 1] in _FULL_STOPS:
        end -= 1
    previous: Found | None = None
    for head in scope.hits(period.start, end):
        verb = verbs.group(scope, head, period.start, end)
        if verb is not None:
            found = _verb(scope, verb, period, end, previous, following)
            if found is not None:
                yield found
                if previous is None or not _inside(found, previous):
                    previous = found
                continue
        for form in cues.match(scope.lowers, head, end):
            found = None
            if form.part == "preposition":
                found = nonverbal.citation(scope, head, head + len(form.words), period, end)
            elif form.part == "noun":
                found = nonverbal.noun(scope, head, head + len(form.words), form.takes, period, end)
            elif form.part == "adjective":
                found = nonverbal.state(scope, head, head + len(form.words), period, end)
            if found is not None:
                yield found
                break


def _verb(
    scope: Scope, verb: VerbGroup, period: Period, end: int, previous: Found | None, following: Period | None
) -> Found | None:
    if silence.match(scope, verb.start, end) or silence.match(scope, verb.head, end):
        return None
    if verb.shape == "passive":
        return passive(scope, verb, period, end)
    if verb.shape == "infinitive":
        raised = verbs.raised(scope, verb, period.start) or verbs.reaching(scope, verb, period.start)
        raised = raised or verbs.used(scope, verb, period.start)
        if raised is None:
            return None
        verb = raised
    if verb.shape == "gerund" and (kept := verbs.raised(scope, verb, period.start)) is not None:
        verb = kept
    if verb.shape == "gerund":
        return participle(scope, verb, period, end, previous)
    if verb.modal and not verb.negated and not quotes(scope, verb, end):
        return None
    found = reduced(scope, verb, period, end) or inverted(scope, verb, period, end)
    if found is not None:
        return found
    source = phrases.left(scope, verb.lead, period.start) or verbs.perceived(scope, verb.lead, period.start)
    source = None if source is None else verbs.heard(scope, source)
    if source is not None and _dependent(scope, source[0], period.start):
        end = next_comma(scope, verb.stop, end)
    if source is None and verb.lead == scope.first:
        source = scope.subject
    if source is None:
        source = _shared(scope, verb, period, end, previous)
        if source is None:
            return None
    if (
        scope.lowers[source[0]] in _NOBODY
        or (source[1] - source[0] == 1 and scope.is_a(source[0], g.IRREGULAR))
        or (scope.lowers[source[0]] == "no" and scope.text(source[0] + 1) == "one")
        or _plural_noun(scope, verb, source)
        or (_supposed(scope, verb, source[0], period.start) and not quotes(scope, verb, end))
    ):
        return None
    found = governed(scope, verb, source, period, end, following)
    if found is not None and "impersonal" in verb.takes:
        return evolve(found, source=None) if scope.lowers[source[0]] == "it" else None
    described = found is not None and found.pattern in _OBJECTS and verbs.modifies(scope, verb, source, period.start)
    return None if described else found


def _plural_noun(scope: Scope, verb: VerbGroup, source: Range) -> bool:
    """Tell whether the verb is no verb but a noun behind an adjective: "without new rules"."""
    plural = verb.start == verb.head and scope.lowers[verb.head].endswith("s")
    if plural and source[1] - source[0] > 1:
        return all(scope.kinds[i] & g.DETERMINER or scope.lowers[i] == "such" for i in range(*source))
    return plural and not scope.kinds[source[0]] & (
        g.CAPITAL | g.NOMINATIVE | g.DETERMINER | g.RELATIVE | g.PRESS | g.DOCUMENT
    )


def _dependent(scope: Scope, start: int, floor: int) -> bool:
    """Tell whether the clause that begins with the subject at *start* hangs on another: it ends at the next comma."""
    if scope.lowers[start] in ("who", "which"):
        return True
    return scope.text(start - 1) in _OPENERS and (start - 1 == floor or scope.text(start - 2) in ("but", "and"))


def _supposed(scope: Scope, verb: VerbGroup, start: int, floor: int) -> bool:
    """Tell whether nobody said it yet: "if Sorin says", "when officials say", but not "when Sorin said"."""
    word = scope.text(start - 1) if start > floor else ""
    present = scope.lowers[verb.head].endswith("s") or scope.lowers[verb.head] in ("say", "tell")
    return word in ("if", "unless", "whenever") or (word == "when" and present and verb.start == verb.head)


def _shared(scope: Scope, verb: VerbGroup, period: Period, end: int, previous: Found | None) -> Range | None:
    """Read "X said A and added that B": the second cue shares the source of the first."""
    if (
        previous is not None
        and previous.source is not None
        and scope.text(verb.lead - 1) in ("and", "but", "then", "or")
    ):
        return previous.source
    if previous is None and scope.text(verb.lead - 1) == "and" and announces(scope, verb, end):
        return subjects.main(scope, period, verb.lead)  # "walked the roof and found that C"
    return None
