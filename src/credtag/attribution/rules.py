"""Find sources, cues and contents by rules over the cue lexicon.

This is the seam for a trained tagger: :func:`extract` is all that it has to replace.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from attrs import evolve, frozen

from credtag.attribution import cues, phrases, verbs
from credtag.attribution import grammar as g
from credtag.attribution.grammar import Period, Reading, Scope
from credtag.attribution.verbs import VerbGroup
from credtag.records import Span

_FULL_STOPS = (".", "!", "?")
_FRAMING = frozenset(("after", "around", "citation"))  # the content of these stands before the cue
_OPENERS = g.words("while although though when if as because since after before once unless until whereas")
_CLAUSE_VERBS = frozenset(("clause", "that", "quote"))


@frozen
class Raw:
    """A source, a cue and a content as spans, with the construction that gave them."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    pattern: str = ""


@frozen
class Found:
    """A raw attribution in tokens, half-open."""

    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None
    source: tuple[int, int] | None
    pattern: str


def extract(reading: Reading, within: Span | None = None) -> list[Raw]:
    """Return the outermost attributions of a document, or of the part *within*, in the order of their contents."""
    scope = g.scope(reading, within)
    found: list[Found] = []
    for n, period in enumerate(scope.periods):
        following = scope.periods[n + 1] if n + 1 < len(scope.periods) else None
        found += _period(scope, period, following)
    found = _continued(scope, found)
    return [_raw(scope, f) for f in sorted(_outermost(found), key=lambda f: f.content[0])]


def _raw(scope: Scope, found: Found) -> Raw:
    spans = tuple(scope.span(*piece) for piece in sorted(found.content))
    cue = () if found.cue is None else (scope.span(*found.cue),)
    source = () if found.source is None else (scope.span(*found.source),)
    return Raw(spans, cue, source, found.pattern)


def _outermost(found: list[Found]) -> Iterator[Found]:
    """Leave out what lies in the content of another: it is found again when that content is searched."""
    for f in found:
        holders = [o for o in found if o is not f and _inside(f, o)]
        if all(_inside(o, f) and f.pattern in _FRAMING and o.pattern not in _FRAMING for o in holders):
            yield f


def _inside(inner: Found, outer: Found) -> bool:
    return inner.cue is not None and any(a <= inner.cue[0] < b for a, b in outer.content)


# --------------------------------------------------------------------------- one period


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
                previous = found
            continue
        for form in cues.match(scope.lowers, head, end):
            found = None
            if form.part == "preposition":
                found = _citation(scope, head, head + len(form.words), period, end)
            elif form.part == "noun":
                found = _noun(scope, head, head + len(form.words), form.takes, period, end)
            if found is not None:
                yield found
                break


def _verb(
    scope: Scope, verb: VerbGroup, period: Period, end: int, previous: Found | None, following: Period | None
) -> Found | None:
    if verb.shape == "passive":
        return _passive(scope, verb, period, end)
    if verb.shape == "infinitive":
        return None
    if verb.shape == "gerund":
        return _participle(scope, verb, period, end, previous)
    if verb.modal and not verb.negated:
        return None
    inverted = _inverted(scope, verb, period, end)
    if inverted is not None:
        return inverted
    source = phrases.left(scope, verb.lead, period.start)
    if source is not None and _dependent(scope, source[0], period.start):
        end = _comma(scope, verb.stop, end)
    if source is None:
        source = _shared(scope, verb, period, previous)
        if source is None:
            return None
    if scope.lowers[source[0]] == "there":
        return None
    return _governed(scope, verb, source, period, end, following)


def _dependent(scope: Scope, start: int, floor: int) -> bool:
    """Tell whether the clause that begins with the subject at *start* hangs on another: it ends at the next comma."""
    if scope.lowers[start] in ("who", "which"):
        return True
    return scope.text(start - 1) in _OPENERS and (start - 1 == floor or scope.text(start - 2) in ("but", "and"))


def _comma(scope: Scope, start: int, end: int) -> int:
    i = start
    while i < end and scope.lowers[i] != ",":
        i = scope.jump.get(i, i + 1)
    return i if i + 1 < end and i + 1 not in scope.jump else end


def _shared(scope: Scope, verb: VerbGroup, period: Period, previous: Found | None) -> tuple[int, int] | None:
    """Read "X said A and added that B": the second cue shares the source of the first."""
    if (
        previous is not None
        and previous.source is not None
        and scope.text(verb.lead - 1) in ("and", "but", "then", "or")
    ):
        return previous.source
    return None


def _governed(
    scope: Scope, verb: VerbGroup, source: tuple[int, int], period: Period, end: int, following: Period | None
) -> Found | None:
    """Find the content of an active verb whose subject stands before it."""
    takes, cue = verb.takes, (verb.start, verb.stop)
    at = verb.stop
    if "addressee" in takes:
        at = _addressee(scope, at, end)
    clausal = bool(takes & _CLAUSE_VERBS or "wh" in takes)
    if clausal:
        at = phrases.after_adjuncts(scope, at, end)
    word = scope.text(at) if at < end else ""
    if clausal:
        if at >= end:
            if scope.text(end - 1) == ":" and following is not None:
                return _opened(scope, following, cue, source)
        elif word == "that" and not scope.is_a(at + 1, g.AUXILIARY):
            return _content(scope, at + 1, end, cue, source, "that")
        elif (start := _quotation_after(scope, at, end)) is not None:
            return _quoted(scope, start, end, cue, source)
        elif word == ":":
            if at + 1 < end:
                return _content(scope, at + 1, end, cue, source, "colon")
            return _opened(scope, following, cue, source) if following is not None else None
        elif (
            scope.is_a(at, g.INTERROGATIVE) and ("wh" in takes or "whether" in takes or verb.negated) and word != "who"
        ):
            return _content(scope, at, end, cue, source, "wh")
    if "post" in takes:
        before = _before(scope, source[0], period)
        if before is not None and (at >= end or not _clause_begins(scope, at, end)):
            return _parenthetical(scope, before, period, source, cue, (at, end))
    if at >= end:
        return None
    if "infinitive" in takes and scope.text(verb.stop) == "to":
        return _content(scope, verb.stop, end, cue, source, "infinitive")
    if "oinfinitive" in takes and _object_infinitive(scope, verb.stop, end):
        return _content(scope, verb.stop, end, cue, source, "object_infinitive")
    if (
        "of" in takes
        and _object_begins(scope, verb.stop, end)
        and _has(scope, verb.stop, min(end, verb.stop + 12), "of")
    ):
        return _content(scope, verb.stop, end, cue, source, "of")
    if "as" in takes and _has(scope, verb.stop + 1, min(end, verb.stop + 30), "as"):
        return _content(scope, verb.stop, _comma(scope, _place(scope, verb.stop, end, "as"), end), cue, source, "as")
    if "clause" in takes and _clause_begins(scope, at, end) and ("invert" in takes or _finite(scope, at, end)):
        return _content(scope, at, end, cue, source, "clause")
    if "predicate" in takes and _object_begins(scope, verb.stop, end):
        return _content(scope, verb.stop, end, cue, source, "predicate")
    if "object" in takes and _object_begins(scope, verb.stop, end):
        return _object(scope, verb.stop, end, cue, source)
    return None


def _place(scope: Scope, start: int, stop: int, word: str) -> int:
    """Return where *word* stands outside quotations and before a semicolon or colon, or *stop*."""
    i = start
    while i < stop and scope.lowers[i] not in (";", ":"):
        if scope.lowers[i] == word:
            return i
        i = scope.jump.get(i, i + 1)
    return stop


def _has(scope: Scope, start: int, stop: int, word: str) -> bool:
    return _place(scope, start, stop, word) < stop


def _addressee(scope: Scope, at: int, end: int) -> int:
    stop = phrases.right(scope, at, phrases.before_that(scope, at, end))
    if stop > at and scope.is_a(stop, g.AUXILIARY) and stop - at > 1 and scope.is_a(stop - 1, g.CAPITAL):
        return stop - 1
    return stop


def _clause_begins(scope: Scope, at: int, end: int) -> bool:
    if at >= end:
        return False
    kind, word = scope.kinds[at], scope.lowers[at]
    if at in scope.jump or kind & g.NOMINATIVE or word == "that":
        return True
    return not kind & (
        g.MARK | g.COORDINATOR | g.SUBORDINATOR | g.PREPOSITION | g.AUXILIARY | g.REFLEXIVE | g.RELATIVE
    ) and not word.endswith("ing")


def _finite(scope: Scope, at: int, end: int) -> bool:
    """Tell whether a subject and a finite verb follow: cues that also take objects need it."""
    if scope.kinds[at] & g.NOMINATIVE:
        return True
    for i in range(at + 1, min(end, at + 12)):
        if scope.kinds[i] & (g.AUXILIARY | g.IRREGULAR) or (
            scope.kinds[i] & g.PAST and not scope.kinds[i - 1] & (g.DETERMINER | g.ADVERB)
        ):
            return True
        if scope.kinds[i] & (g.RELATIVE | g.SUBORDINATOR) or scope.lowers[i] in (",", "to"):
            return False
    return False


def _object_begins(scope: Scope, at: int, end: int) -> bool:
    if at >= end:
        return False
    kind = scope.kinds[at]
    return at in scope.jump or not kind & (
        g.MARK | g.COORDINATOR | g.SUBORDINATOR | g.PREPOSITION | g.AUXILIARY | g.RELATIVE | g.NOMINATIVE
    )


def _object_infinitive(scope: Scope, at: int, end: int) -> bool:
    if not _object_begins(scope, at, end):
        return False
    stop = phrases.right(scope, at, end)
    return scope.text(stop) in ("to", "not") or _has(scope, at + 1, min(end, at + 15), "to")


# --------------------------------------------------------------------------- contents


def _content(
    scope: Scope, start: int, end: int, cue: tuple[int, int], source: tuple[int, int] | None, pattern: str
) -> Found | None:
    while (
        start < end
        and scope.kinds[start] & g.MARK
        and start not in scope.jump
        and scope.lowers[start] not in ("$", "#", "@", "[", "(")
    ):
        start += 1
    stop = _content_end(scope, start, end)
    return Found(((start, stop),), cue, source, pattern) if stop > start else None


def _content_end(scope: Scope, start: int, end: int) -> int:
    """Return where content ends that begins at *start*: before another cue of the same period, or with the period."""
    i = start
    lowers = scope.lowers
    while i < end:
        if i in scope.jump:
            i = scope.jump[i]
            continue
        word = lowers[i]
        if word in (",", "-") and i + 2 < end:
            if lowers[i + 1] == "according" or _new_cue(scope, i + 1, end):
                return i
        elif word == "according" and lowers[i + 1] == "to":
            return i
        elif word in ("and", "but") and _new_cue(scope, i + 1, end):
            return i - 1 if lowers[i - 1] == "," else i
        elif word == "while" and _new_cue(scope, i + 1, end) and lowers[i + 1].endswith("ing"):
            return i
        i += 1
    while end > start and lowers[end - 1] in (",", ":", ";", "-"):
        end -= 1
    return end


def _new_cue(scope: Scope, i: int, end: int) -> bool:
    """Tell whether a cue without subject follows: ", adding that", "and said that"."""
    if scope.text(i) in ("and", "but", "while"):
        i += 1
    while i < end and scope.kinds[i] & g.ADVERB:
        i += 1
    if i >= end:
        return False
    for form in cues.match(scope.lowers, i, end):
        after = i + len(form.words)
        if (
            form.part == "verb"
            and "past" in form.shapes
            and scope.lowers[i - 1] in ("but", "and", "then")
            and scope.text(after) != "by"
        ):
            return True
        if (
            form.part == "verb"
            and form.takes & {"clause", "quote", "that"}
            and (
                "gerund" in form.shapes
                or (
                    form.shapes & {"past", "third"}
                    and (scope.text(after) in ("that", "it", ",") or after in scope.jump or "addressee" in form.takes)
                )
            )
        ):
            return True
    return False


def _quotation_after(scope: Scope, at: int, end: int) -> int | None:
    if at in scope.jump:
        return at
    if scope.text(at) in (",", ":") and at + 1 in scope.jump:
        return at + 1
    return None


def _quoted(scope: Scope, start: int, end: int, cue: tuple[int, int], source: tuple[int, int] | None) -> Found | None:
    """Content that begins with a quotation: the quotation alone when it is a sentence, else all that follows."""
    stop = scope.jump[start]
    if stop - start > 3 and scope.lowers[stop - 2] in (".", ",", "!", "?"):
        return Found(((start, stop),), cue, source, "quote")
    return _content(scope, start, end, cue, source, "quote")


def _opened(scope: Scope, following: Period, cue: tuple[int, int], source: tuple[int, int] | None) -> Found | None:
    """The quotation that a colon at the end of the period before it announces."""
    if following.start not in scope.jump:
        return None
    return Found(((following.start, scope.jump[following.start]),), cue, source, "colon")


def _object(scope: Scope, start: int, end: int, cue: tuple[int, int], source: tuple[int, int] | None) -> Found | None:
    i = start
    while i < end:
        if i in scope.jump:
            i = scope.jump[i]
            continue
        word = scope.lowers[i]
        if (
            word
            in (",", ";", ":", "-", "while", "after", "before", "when", "if", "although", "though", "but", "because")
            and i > start
        ):
            break
        if (
            word in ("and", "as")
            and i + 1 < end
            and (
                scope.kinds[i + 1] & (g.PAST | g.IRREGULAR | g.AUXILIARY | g.NOMINATIVE) or _new_cue(scope, i + 1, end)
            )
        ):
            break
        i += 1
    return Found(((start, i),), cue, source, "object") if i > start else None


def _before(scope: Scope, at: int, period: Period) -> tuple[int, int] | None:
    """Return the content that ends before token *at*: "C, X said" or a quotation."""
    if at <= period.start:
        return None
    stop = at
    if scope.lowers[at - 1] in (",", "-"):
        stop = at - 1
    elif at not in scope.back:
        return None
    if stop <= period.start:
        return None
    if stop in scope.back and scope.back[stop] == period.start:
        return period.start, stop
    if not _clause(scope, period.start, stop):
        return None
    return period.start, stop


def _clause(scope: Scope, start: int, stop: int) -> bool:
    """Tell whether the words can be a clause of their own, not an adjunct before one."""
    i, finite = start, False
    if scope.kinds[start] & g.SUBORDINATOR and scope.lowers[start] not in ("what", "how", "why", "where", "that"):
        return _has(scope, start, stop, ",")
    while i < stop:
        if i in scope.jump:
            if scope.jump[i] - i > 5:
                return True
            i = scope.jump[i]
            continue
        if scope.kinds[i] & (g.AUXILIARY | g.IRREGULAR | g.PAST):
            finite = True
            break
        i += 1
    if scope.kinds[start] & g.PREPOSITION and not finite:
        return False
    return finite or stop - start >= 5


def _parenthetical(
    scope: Scope,
    before: tuple[int, int],
    period: Period,
    source: tuple[int, int],
    cue: tuple[int, int],
    rest: tuple[int, int],
) -> Found | None:
    """Read "A, X said" and "A, X said, B": content before the cue, and after it when the sentence goes on."""
    at, end = rest
    pieces = [before]
    more = _resumed(scope, before, at, end)
    if more is not None:
        pieces.append(more)
    return Found(tuple(pieces), cue, source, "after" if more is None else "around")


def _resumed(scope: Scope, before: tuple[int, int], at: int, end: int) -> tuple[int, int] | None:
    if before[1] in scope.back and (opened := _next_quotation(scope, at, end)) is not None:
        return opened, scope.jump[opened]
    if at >= end or scope.lowers[at] not in (",", "-", ":"):
        return (at, scope.jump[at]) if at in scope.jump else None
    start = at + 1
    if start >= end:
        return None
    if start in scope.jump:
        return start, scope.jump[start]
    if before[1] in scope.back:
        return None
    if _new_cue(scope, start, end) or (scope.lowers[start].endswith("ing") and scope.lowers[start] != "including"):
        return None
    stop = _content_end(scope, start, end)
    return (start, stop) if stop > start else None


def _next_quotation(scope: Scope, at: int, end: int) -> int | None:
    """Find B in '"A," X said in May in Lumen, "B"': return where it begins, unless another cue comes first."""
    i = at
    while i < end:
        if i in scope.jump:
            return i if scope.lowers[i - 1] in (",", ":", "-") or i == at else None
        if i > at and cues.match(scope.lowers, i, end) and verbs.group(scope, i, at, end) is not None:
            return None
        i += 1
    return None


# --------------------------------------------------------------------------- constructions


def _inverted(scope: Scope, verb: VerbGroup, period: Period, end: int) -> Found | None:
    """Read "C, said X"."""
    if "invert" not in verb.takes or verb.start != verb.head:
        return None
    before = _before(scope, verb.lead, period)
    if before is None or verb.stop >= end:
        return None
    if verb.stop in scope.jump or scope.kinds[verb.stop] & (
        g.MARK | g.PREPOSITION | g.RELATIVE | g.AUXILIARY | g.SUBORDINATOR | g.MOMENT
    ):
        return None
    stop = phrases.right(scope, verb.stop, end)
    if stop <= verb.stop:
        return None
    after = scope.kinds[stop] if stop < end else 0
    if after & (g.AUXILIARY | g.PAST | g.IRREGULAR | g.NOMINATIVE):
        return None
    if scope.kinds[verb.stop] & g.NOMINATIVE and stop < end and not after & (g.MARK | g.PREPOSITION | g.MOMENT):
        return None
    subject = phrases.left(scope, verb.lead, period.start)
    if subject is not None and subject[0] == period.start:
        return None  # "Ana Sorin, the mayor, said he was late"
    at = phrases.after_adjuncts(scope, stop, end)
    return _parenthetical(scope, before, period, (verb.stop, stop), (verb.start, verb.stop), (at, end))


def _participle(scope: Scope, verb: VerbGroup, period: Period, end: int, previous: Found | None) -> Found | None:
    """Read ", adding that C"; the source is that of the cue before, or the subject of the sentence."""
    joined = scope.text(verb.lead - 1)
    if joined not in (",", "while", "and", "by", "before", "after", "-"):
        return None
    if previous is not None and previous.source is not None:
        source: tuple[int, int] | None = previous.source
    else:
        source = _main_subject(scope, period, verb.lead)
    if source is None:
        return None
    return _governed(
        scope,
        evolve(verb, takes=verb.takes - {"post"}),
        source,
        Period(verb.lead, period.stop, period.paragraph),
        end,
        None,
    )


def _main_subject(scope: Scope, period: Period, stop: int) -> tuple[int, int] | None:
    start = period.start
    if scope.kinds[start] & (g.PREPOSITION | g.SUBORDINATOR | g.ADVERB | g.MOMENT):
        comma = next((i for i in range(start, stop) if scope.lowers[i] == ","), None)
        if comma is None or comma + 1 >= stop:
            return None
        start = comma + 1
    if start in scope.jump or scope.kinds[start] & (g.MARK | g.COORDINATOR):
        return None
    if scope.kinds[start] & g.CAPITAL and not scope.kinds[start] & (g.DETERMINER | g.NOMINATIVE | g.POSSESSIVE):
        end = start
        while end < stop and scope.kinds[end] & (g.CAPITAL | g.NUMBER):
            end += 1
        return start, end
    end = start
    limit = phrases.right(scope, start, stop)
    while end < limit and not (end > start and scope.kinds[end] & (g.PAST | g.IRREGULAR)):
        end += 1
    return (start, end) if end > start else None


def _passive(scope: Scope, verb: VerbGroup, period: Period, end: int) -> Found | None:
    cue = (verb.start, verb.stop)
    at = verb.stop
    if "raising" in verb.takes and scope.text(at) == "to":
        subject = phrases.left(scope, verb.lead, period.start)
        if subject is None or scope.lowers[subject[0]] in ("who", "which"):
            return None
        stop = _content_end(scope, at, end)
        return Found((subject, (at, stop)), cue, None, "raising")
    if verb.takes & {"clause", "that"} and scope.text(verb.lead - 1) == "it" and scope.text(at) == "that":
        return _content(scope, at + 1, end, cue, None, "agentless")
    if "passive" in verb.takes:
        subject = phrases.left(scope, verb.lead, period.start)
        if subject is None or at >= end or "addressee" in verb.takes:
            return None
        agent = next((i for i in range(at, end) if scope.lowers[i] == "by"), None)
        source = None
        stop = _comma(scope, at, _content_end(scope, at, end))
        if agent is not None and agent > stop:
            agent = None
        if agent is not None:
            stop = agent
            source = (agent + 1, phrases.right(scope, agent + 1, end))
            if source[1] <= source[0]:
                source = None
        if stop <= at or scope.kinds[at] & g.MARK:
            return None
        return Found((subject, (at, stop)), cue, source, "passive")
    return None


def _citation(scope: Scope, start: int, stop: int, period: Period, end: int) -> Found | None:
    """Read "according to X": before, after or amid the content."""
    if stop >= end or (scope.lowers[start] == "per" and not scope.is_a(stop, g.CAPITAL)):
        return None
    cue = (start, stop)
    close = phrases.right(scope, stop, end)
    if close <= stop:
        return None
    source = (stop, close)
    opening = start == period.start or (start - period.start <= 2 and scope.lowers[start - 1] in ("but", "and", ","))
    if opening:
        after = phrases.after_adjuncts(scope, close, end)
        comma = (
            after if scope.text(after) == "," else next((i for i in range(close, end) if scope.lowers[i] == ","), None)
        )
        if comma is None or comma + 1 >= end:
            return None
        return _content(scope, comma + 1, end, cue, source, "citation")
    before = start - 1 if scope.lowers[start - 1] in (",", "-") else start
    if before <= period.start:
        return None
    begin = period.start
    pieces = [(begin, before)]
    if scope.text(close) == "," and close + 1 < end and scope.lowers[start - 1] == ",":
        stop_ = _content_end(scope, close + 1, end)
        if (
            stop_ > close + 1
            and not scope.lowers[close + 1].endswith("ing")
            and not scope.kinds[close + 1] & (g.COORDINATOR | g.RELATIVE)
        ):
            pieces.append((close + 1, stop_))
    return Found(tuple(pieces), cue, source, "citation")


def _noun(scope: Scope, start: int, stop: int, takes: frozenset[str], period: Period, end: int) -> Found | None:
    """Read "the claim that C" and "his promise to C"."""
    owner = None
    if start - 1 >= period.start and scope.kinds[start - 1] & g.POSSESSIVE:
        owner = (start - 1, start)
    elif scope.text(start - 1) == "'s":
        begin = phrases.chunk_start(scope, start - 1, period.start)
        owner = None if begin is None else (begin, start)
    word = scope.text(stop)
    if (
        "that" in takes
        and word == "that"
        and stop + 1 < end
        and not scope.kinds[stop + 1] & (g.AUXILIARY | g.PAST | g.IRREGULAR)
        and stop + 1 not in scope.jump
    ):
        return _content(scope, stop + 1, _comma(scope, stop + 1, end), (start, stop), owner, "noun")
    if owner is not None and word == "to" and "infinitive" in takes:
        found = _object(scope, stop, end, (start, stop), owner)
        return None if found is None else evolve(found, pattern="noun_infinitive")
    if "for" in takes and word == "for":
        found = _object(scope, stop + 1, end, (start, stop + 1), owner)
        return None if found is None else evolve(found, pattern="noun_for")
    return None


# --------------------------------------------------------------------------- quotations without a cue


def _continued(scope: Scope, found: list[Found]) -> list[Found]:
    """Give each quotation that begins a period and has no cue to the claim before it, or make it one of its own."""
    content = {i for f in found for a, b in f.content for i in (a, b - 1)}
    by_period: dict[int, list[int]] = {}
    starts = [p.start for p in scope.periods]
    for n, f in enumerate(found):
        at = f.cue if f.cue is not None else f.content[0]
        by_period.setdefault(bisect_right(starts, at[0]) - 1, []).append(n)
    result = list(found)
    speaking: int | None = None  # the attribution whose quotation may go on
    for n, period in enumerate(scope.periods):
        mine = by_period.get(n, ())
        begin, stop = period.start, scope.jump.get(period.start)
        if (
            stop is not None
            and begin not in content
            and stop - 1 not in content
            and _utterance(scope, begin, stop, period)
        ):
            if speaking is not None:
                result[speaking] = evolve(result[speaking], content=(*result[speaking].content, (begin, stop)))
            else:
                result.append(Found(((begin, stop),), None, None, "loose"))
            continue
        quoting = [
            k
            for k in mine
            if result[k].pattern in ("after", "around", "quote") and result[k].content[0][0] in scope.jump
        ]
        speaking = quoting[-1] if quoting and result[quoting[-1]].pattern != "quote" else None
    return result


def _utterance(scope: Scope, start: int, stop: int, period: Period) -> bool:
    """Tell whether a quotation is a sentence, not a title or a term in quotation marks."""
    if stop - start < 4:
        return False
    end = period.stop
    while end > stop and scope.lowers[end - 1] in _FULL_STOPS:
        end -= 1
    return end == stop and (scope.lowers[stop - 2] in (*_FULL_STOPS, "...", "-") or end < period.stop)
