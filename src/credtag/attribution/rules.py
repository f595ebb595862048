"""Find sources, cues and contents by rules over the cue lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from credtag.attribution import adjuncts, cues, nonverbal, phrases, quotations, silence, subjects, verbs
from credtag.attribution import grammar as g
from credtag.attribution.contents import (
    announced,
    clause_begins,
    clause_content,
    contains,
    content_before,
    content_begun,
    content_end,
    finite_follows,
    inner_quotation,
    next_comma,
    object_begins,
    object_content,
    object_infinitive,
    parenthetical,
    phrase_end,
    place_of,
    quotation_after,
    quoted_content,
    roughly,
)
from credtag.attribution.grammar import Period, Reading, Scope
from credtag.attribution.raw import Found, Range, Raw
from credtag.attribution.verbs import VerbGroup
from credtag.records import Span

_FULL_STOPS = (".", "!", "?")
_FRAMING = frozenset(("after", "around", "citation"))  # the content of these stands before the cue
_OPENERS = g.words("while although though when if as because since after before once unless until whereas")
_SAYING = g.words("saying telling writing warning claiming confirming denying")
_QUANTITIES = g.words(
    "age chance chances cost costs count damage estimate figure loss losses number odds population price probability rate risk "
    "share size temperature toll total turnout value worth"
)
_PARTS = g.words("half one two three four five six seven eight nine ten zero")
_TRACES = g.words("evidence indication indications link links proof sign signs trace traces")
_MATTERS = g.words("about of against")  # behind whom somebody warns
_THEM = g.words("me us him her them you")
_THINGS = g.words("anything everything nothing something thing king ring spring string wing evening morning")
_NOBODY = g.words("there nobody none")
_BRIEF = 3  # tokens of a quotation of one word, marks included
_SENTENCE_ENDS = (".", ",", "!", "?")
_OBJECT = 8  # tokens of "the council's engineers" before "for"
_CLAUSE_VERBS = frozenset(("clause", "that", "quote"))


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
        return _passive(scope, verb, period, end)
    if verb.shape == "infinitive":
        raised = verbs.raised(scope, verb, period.start) or verbs.reaching(scope, verb, period.start)
        raised = raised or (verbs.used(scope, verb, period.start) if _quotes(scope, verb, end) else None)
        if raised is None:
            return None
        verb = raised
    if verb.shape == "gerund" and (kept := verbs.raised(scope, verb, period.start)) is not None:
        verb = kept
    if verb.shape == "gerund":
        return _participle(scope, verb, period, end, previous)
    if verb.modal and not verb.negated and not _quotes(scope, verb, end):
        return None
    if (reduced := _reduced(scope, verb, period, end)) is not None:
        return reduced
    inverted = _inverted(scope, verb, period, end)
    if inverted is not None:
        return inverted
    source = phrases.left(scope, verb.lead, period.start)
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
        or _plural_noun(scope, verb, source)
        or (_supposed(scope, verb, source[0], period.start) and not _quotes(scope, verb, end))
    ):
        return None
    return _governed(scope, verb, source, period, end, following)


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
    if previous is None and scope.text(verb.lead - 1) == "and" and _announces(scope, verb, end):
        return subjects.main(scope, period, verb.lead)  # "walked the roof and found that C"
    return None


def _quotes(scope: Scope, verb: VerbGroup, end: int) -> bool:
    """Tell whether a sentence in quotation marks follows a verb: it was said, or might be, word for word."""
    if "quote" not in verb.takes:
        return False
    at = _addressee(scope, verb.stop, end) if "addressee" in verb.takes else verb.stop
    if (start := quotation_after(scope, at, end)) is not None:
        return scope.jump[start] - start > _BRIEF and scope.lowers[scope.jump[start] - 2] in _SENTENCE_ENDS
    return inner_quotation(scope, at, end) is not None


def _announces(scope: Scope, verb: VerbGroup, end: int) -> bool:
    """Tell whether a verb that stands far from its subject is plainly followed by content."""
    word = scope.text(verb.stop)
    if _quotes(scope, verb, end) or ("wh" in verb.takes and _questions(scope, verb, end) is not None):
        return True
    if word == "to":
        return "infinitive" in verb.takes
    return word == "that" or ("clause" in verb.takes and scope.is_a(verb.stop, g.NOMINATIVE))


def _governed(
    scope: Scope, verb: VerbGroup, source: Range, period: Period, end: int, following: Period | None
) -> Found | None:
    """Find the content of an active verb whose subject stands before it."""
    takes, cue = verb.takes, (verb.start, verb.stop)
    at = _addressee(scope, verb.stop, end) if "addressee" in takes else verb.stop
    clausal = bool(takes & _CLAUSE_VERBS or "wh" in takes)
    if clausal and not roughly(scope, at):
        at = adjuncts.after_adjuncts(scope, at, end)
    if (gap := _gapped(scope, verb, source, period, end) or _described(scope, verb, source, end)) is not None:
        return gap
    before = _framed(scope, verb, source, period, at)
    if clausal:
        found = _announced(scope, verb, source, at, end, following, before)
        if found is not None:
            return found
    if before is not None and (at >= end or not clause_begins(scope, at, end)):
        return parenthetical(scope, before, period, source, cue, (at, end))
    return _objective(scope, verb, source, at, end) if verb.stop < end else None


def _questions(scope: Scope, verb: VerbGroup, end: int) -> int | None:
    """Return where a question begins that is put to somebody or nobody: "asked | why C", "asked the clerk | whether C"."""
    for at in (verb.stop, _addressee(scope, verb.stop, end)):
        if scope.is_a(at, g.INTERROGATIVE) and scope.text(at) != "who":
            return at
    return None


def _gapped(scope: Scope, verb: VerbGroup, source: Range, period: Period, end: int) -> Found | None:
    """Read "a country he said had sent weapons", "what it says is a fraud": what is said of the noun before the source."""
    if not {"clause", "post"} <= verb.takes or not scope.is_a(verb.stop, g.AUXILIARY) or verb.stop + 1 >= end:
        return None
    if scope.text(source[0] - 1) == "what":
        if not scope.is_a(source[0] - 2, g.PREPOSITION | g.PAST):
            return None  # "what he says is true"
        said_of: Range | None = source[0] - 1, source[0]
    else:
        said_of = phrases.left(scope, source[0], period.start) if source[0] > period.start else None
    if said_of is None or scope.kinds[said_of[1] - 1] & (g.NOMINATIVE | g.RELATIVE | g.MARK):
        return None
    return Found((said_of, (verb.stop, content_end(scope, verb.stop, end))), (verb.start, verb.stop), source, "clause")


def _described(scope: Scope, verb: VerbGroup, source: Range, end: int) -> Found | None:
    """Read "for what X described as a trap"."""
    at = verb.stop + 1
    if scope.text(source[0] - 1) != "what" or scope.text(verb.stop) != "as" or "as" not in verb.takes or at >= end:
        return None
    return object_content(scope, at, _predicate(scope, at, end), (verb.start, verb.stop), source)


def _predicate(scope: Scope, start: int, end: int) -> int:
    """Return where the verb stands whose subject is "what X described as a trap", or *end*."""
    for i in range(start, end):
        if i in scope.jump or scope.kinds[i] & (g.RELATIVE | g.NOMINATIVE):
            return end
        if scope.kinds[i] & g.AUXILIARY and scope.lowers[i - 1] != "to":
            return i
    return end


def _framed(scope: Scope, verb: VerbGroup, source: Range, period: Period, at: int) -> Range | None:
    """Return the content that stands before a parenthetical "X said"."""
    if "post" not in verb.takes or scope.lowers[source[0]] in ("who", "which"):
        return None
    before = content_before(scope, source[0] - (scope.text(source[0] - 1) == "as"), period)
    if before is None and scope.text(at) == ",":
        return content_begun(scope, source[0], period)
    return before


def _announced(
    scope: Scope, verb: VerbGroup, source: Range, at: int, end: int, following: Period | None, before: Range | None
) -> Found | None:
    """Find content that "that", a colon, a quotation mark or a question word announces."""
    takes, cue = verb.takes, (verb.start, verb.stop)
    word = scope.text(at) if at < end else ""
    if at >= end:
        opened = scope.text(end - 1) == ":" and following is not None
        return announced(scope, following, cue, source) if opened and following is not None else None
    if word == "that" and not scope.is_a(at + 1, g.AUXILIARY | g.COORDINATOR):
        return clause_content(scope, at + 1, end, cue, source, "that")
    if (start := quotation_after(scope, at, end)) is not None and (before is None or word != ","):
        return quoted_content(scope, start, end, cue, source)
    if (inner := inner_quotation(scope, at, end)) is not None and before is None:
        return Found((inner,), cue, source, "quote")
    if word == ":":
        if at + 1 < end:
            return clause_content(scope, at + 1, end, cue, source, "colon")
        return announced(scope, following, cue, source) if following is not None else None
    if "wh" in takes and (asked := _questions(scope, verb, end)) is not None:
        at = asked
    asks = "wh" in takes or "whether" in takes or verb.negated
    if asks and scope.is_a(at, g.INTERROGATIVE) and scope.text(at) != "who":
        return clause_content(scope, at, phrase_end(scope, at, end), cue, source, "wh")
    return None


def _objective(scope: Scope, verb: VerbGroup, source: Range, at: int, end: int) -> Found | None:
    """Find content in the place of an object: a bare clause, an infinitive, a noun phrase with what is said of it."""
    takes, cue = verb.takes, (verb.start, verb.stop)
    brief = phrase_end(scope, verb.stop, end)
    if "infinitive" in takes and scope.text(verb.stop) == "to":
        return clause_content(scope, verb.stop, brief, cue, source, "infinitive")
    if "oinfinitive" in takes and object_infinitive(scope, verb.stop, end):
        return clause_content(scope, verb.stop, brief, cue, source, "object_infinitive")
    if (
        "of" in takes
        and object_begins(scope, verb.stop, end)
        and contains(scope, verb.stop, min(end, verb.stop + 12), "of")
    ):
        return clause_content(scope, verb.stop, brief, cue, source, "of")
    if "ofor" in takes and object_begins(scope, at, end) and _for(scope, at, end):
        return clause_content(scope, at, brief, cue, source, "object_infinitive")
    if "gerund" in takes and scope.text(verb.stop).endswith("ing") and scope.text(verb.stop) not in _THINGS:
        return clause_content(scope, verb.stop, brief, cue, source, "predicate")
    if "about" in takes and (matter := _matter(scope, verb.stop, end)) is not None:
        return object_content(scope, matter, end, cue, source)
    if "pondered" in takes and scope.lowers[verb.head].endswith("ing") and object_begins(scope, at, end):
        return clause_content(scope, at, brief, cue, source, "predicate")
    if "object_document" in takes and _documents(scope, source) and object_begins(scope, at, end):
        return clause_content(scope, at, brief, cue, source, "object")
    if "witnessed" in takes and subjects.witnesses(scope.reading, *source) and object_begins(scope, at, end):
        return clause_content(scope, at, brief, cue, source, "object")
    if "figure" in takes and _figure(scope, verb.stop, place_of(scope, verb.stop, end, "at"), end):
        return clause_content(scope, verb.stop, brief, cue, source, "predicate")
    if "absence" in takes and (absent := _absent(scope, verb, source, end)) is not None:
        return absent
    if "as_saying" in takes and (quoted := _quoted_as_saying(scope, verb, source, end)) is not None:
        return quoted
    if "as" in takes and contains(scope, verb.stop + 1, min(end, verb.stop + 30), "as"):
        return clause_content(
            scope, verb.stop, next_comma(scope, place_of(scope, verb.stop, end, "as"), end), cue, source, "as"
        )
    if scope.text(source[0]) == "who" and scope.text(at) == "it" and scope.is_a(at + 1, g.AUXILIARY | g.PAST):
        return None  # "the clerk who wrote it had left"
    if "clause" in takes and clause_begins(scope, at, end) and ("invert" in takes or finite_follows(scope, at, end)):
        return clause_content(scope, at, end, cue, source, "clause")
    if "predicate" in takes and object_begins(scope, verb.stop, end) and _predicated(scope, verb.stop, brief):
        return clause_content(scope, verb.stop, brief, cue, source, "predicate")
    if "object" in takes and object_begins(scope, verb.stop, end) and not scope.kinds[verb.stop] & g.TIME:
        return object_content(scope, verb.stop, end, cue, source)
    return None


def _matter(scope: Scope, at: int, end: int) -> int | None:
    """Return where the thing begins that somebody is warned of: "the clerk about | the pier", "them of | floods"."""
    words = _MATTERS if scope.is_a(at, g.NOMINATIVE) or scope.text(at) in _THEM else _MATTERS - {"of"}
    place = next((i for i in range(at + 1, min(end, at + _OBJECT)) if scope.lowers[i] in words), end)
    clause = g.INTERROGATIVE | g.AUXILIARY | g.MARK
    if any(scope.kinds[i] & clause for i in range(at, min(place, end))):
        return None
    return place + 1 if object_begins(scope, place + 1, end) else None


def _figure(scope: Scope, start: int, at: int, end: int) -> bool:
    """Tell whether a quantity is put at a number: "put the toll at 61", "put the odds at about one half"."""
    quantity = not _QUANTITIES.isdisjoint(scope.lowers[start:at])
    return quantity and any(
        scope.kinds[i] & g.NUMBER or scope.lowers[i] in _PARTS for i in range(at + 1, min(at + 4, end))
    )


def _absent(scope: Scope, verb: VerbGroup, source: Range, end: int) -> Found | None:
    """Read "found no evidence that C", "found nothing to suggest that C": the content is what is not there."""
    at, cue = verb.stop, (verb.start, verb.stop)
    nothing = scope.text(at) == "nothing" and scope.text(at + 1) == "to"
    if not nothing and not (scope.text(at) in ("no", "little") and scope.text(at + 1) in _TRACES):
        return None
    return clause_content(scope, at, phrase_end(scope, at, end), cue, source, "object")


def _predicated(scope: Scope, at: int, stop: int) -> bool:
    """Tell whether something is said of the object: "called the plan a mistake", not "called the police twice"."""
    if not scope.kinds[at] & (g.DETERMINER | g.POSSESSIVE):
        return True
    behind = at + 2
    return behind < stop and not scope.kinds[behind] & (g.ADVERB | g.PREPOSITION | g.MOMENT | g.TIME | g.SUBORDINATOR)


def _for(scope: Scope, at: int, end: int) -> bool:
    """Tell whether an object is asked for something: "the firm for its records", not "them what it was for"."""
    place = place_of(scope, at + 1, min(end, at + _OBJECT), "for")
    clause = g.NOMINATIVE | g.INTERROGATIVE | g.AUXILIARY | g.MARK
    return (
        place + 1 < end and scope.lowers[place] == "for" and not any(scope.kinds[i] & clause for i in range(at, place))
    )


def _documents(scope: Scope, source: Range) -> bool:
    """Tell whether a source is a document or a test: what it shows is what it says."""
    return any(scope.kinds[i] & g.DOCUMENT for i in range(*source))


def _quoted_as_saying(scope: Scope, verb: VerbGroup, source: Range, end: int) -> Found | None:
    """Read "the paper quoted an engineer as saying C": the paper reports C, the engineer stands behind it."""
    at = place_of(scope, verb.stop, min(end, verb.stop + 30), "as")
    if scope.text(at + 1) not in _SAYING:
        return None
    at = adjuncts.after_adjuncts(scope, at + 2, end)
    at += scope.text(at) in (",", ":", "that")
    if at >= end:
        return None
    cue = (verb.start, verb.stop)
    return (
        quoted_content(scope, at, end, cue, source)
        if at in scope.jump
        else clause_content(scope, at, end, cue, source, "clause")
    )


def _addressee(scope: Scope, at: int, end: int) -> int:
    stop = phrases.right(scope, at, adjuncts.before_that(scope, at, end))
    if stop > at and scope.is_a(stop, g.AUXILIARY) and stop - at > 1 and scope.is_a(stop - 1, g.CAPITAL):
        return stop - 1
    return stop


def _inverted(scope: Scope, verb: VerbGroup, period: Period, end: int) -> Found | None:
    """Read "C, said X"."""
    if "invert" not in verb.takes or verb.start != verb.head:
        return None
    before = content_before(scope, verb.lead, period)
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
    if subject is not None and (subject[0] == period.start or scope.text(subject[0] - 1) == "that"):
        return None  # "Ana Sorin, the mayor, said he was late"
    at = adjuncts.after_adjuncts(scope, stop, end)
    return parenthetical(scope, before, period, (verb.stop, stop), (verb.start, verb.stop), (at, end))


def _participle(scope: Scope, verb: VerbGroup, period: Period, end: int, previous: Found | None) -> Found | None:
    """Read ", adding that C"; the source is that of the cue before, or the subject of the sentence."""
    if scope.lowers[verb.head] in adjuncts.UPSTREAM:
        return None  # who stands behind the source is part of the occasion
    joined = scope.text(verb.lead - 1)
    speaking = phrases.left(scope, verb.lead, period.start)
    opens = speaking is not None and speaking[0] == period.start  # "her father saying that C"
    if speaking is not None and (opens or verb.stop in scope.jump):  # 'a note reading "C"'
        return _governed(scope, evolve(verb, takes=verb.takes - {"post"}), speaking, period, end, None)
    if joined not in (",", "while", "and", "by", "before", "after", "-"):
        return None
    if previous is not None and previous.source is not None:
        source: Range | None = previous.source
    else:
        source = subjects.main(scope, period, verb.lead)
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


def _passive(scope: Scope, verb: VerbGroup, period: Period, end: int) -> Found | None:
    cue = (verb.start, verb.stop)
    at = verb.stop
    if verb.modal:
        return None
    if "raising" in verb.takes and scope.text(at) == "to":
        subject = phrases.left(scope, verb.lead, period.start)
        if subject is None or scope.lowers[subject[0]] in ("who", "which"):
            return None
        stop = content_end(scope, at, end)
        return Found((subject, (at, stop)), cue, None, "raising")
    if verb.takes & {"clause", "that"} and scope.text(verb.lead - 1) == "it":
        said_by: Range | None = None
        if scope.text(at) == "by":
            said_by = (at + 1, phrases.right(scope, at + 1, adjuncts.before_that(scope, at + 1, end)))
            at = said_by[1]
        if scope.text(at) == "that":
            return clause_content(scope, at + 1, end, cue, said_by, "agentless")
    if verb.takes & {"addressee", "told"}:
        return _told(scope, verb, end)
    if "object" in verb.takes and scope.lowers[at - 1] in _MATTERS and object_begins(scope, at, end):
        return (
            None if scope.kinds[at] & g.TIME else object_content(scope, at, end, cue, None)
        )  # "was warned of | floods"
    if "passive" in verb.takes:
        subject = phrases.left(scope, verb.lead, period.start)
        if subject is None or at >= end:
            return None
        agent = next((i for i in range(at, end) if scope.lowers[i] == "by"), None)
        source = None
        stop = next_comma(scope, at, content_end(scope, at, end))
        if "as" in verb.takes and not contains(scope, at, stop, "as"):
            return None  # "was seen at the pier"
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


def _reduced(scope: Scope, verb: VerbGroup, period: Period, end: int) -> Found | None:
    """Read "a man accused of murder told", "remarks viewed by some as harsh": a passive without its auxiliary."""
    at, cue = verb.stop, (verb.start, verb.stop)
    charged = scope.text(at) == "of" and "of" in verb.takes
    judged = scope.text(at) == "by" and "as" in verb.takes
    if verb.start != verb.head or not (charged or judged):
        return None
    subject = phrases.left(scope, verb.lead, period.start)
    if subject is None or (
        charged and not _opens(scope, subject, period)
    ):  # "held men accused of murder" only says whom
        return None
    source: Range | None = None
    if judged:
        limit = place_of(scope, at, min(end, at + phrases.AGENT), "as")
        source = (at + 1, phrases.right(scope, at + 1, limit))
        at = source[1]
        if scope.text(at) != "as":
            return None
    stop = _main_verb(scope, at + 1, next_comma(scope, at, end))
    return Found((subject, (at + 1, stop)), cue, source, "passive") if stop > at + 1 else None


def _opens(scope: Scope, subject: Range, period: Period) -> bool:
    """Tell whether a noun phrase is the subject of the sentence."""
    return subject[0] == period.start and not any(scope.kinds[i] & (g.PAST | g.IRREGULAR) for i in range(*subject))


def _main_verb(scope: Scope, start: int, end: int) -> int:
    """Return where the verb of the sentence stands behind its subject and a participle, or *end*."""
    verb = g.AUXILIARY | g.PAST | g.IRREGULAR

    def finite(i: int) -> bool:
        return bool(scope.kinds[i] & verb) or any("past" in form.shapes for form in cues.match(scope.lowers, i, end))

    return next((i for i in range(start + 1, end) if finite(i) and not scope.kinds[i - 1] & g.DETERMINER), end)


def _told(scope: Scope, verb: VerbGroup, end: int) -> Found | None:
    """Read "she was told by officers that C", "she was told to C": who told her, if anyone is named, is the source."""
    at, cue = verb.stop, (verb.start, verb.stop)
    source: Range | None = None
    if scope.text(at) == "by":
        source = (at + 1, phrases.right(scope, at + 1, adjuncts.before_that(scope, at + 1, end)))
        at = source[1]
    if at >= end or (source is not None and source[1] <= source[0]):
        return None
    if scope.text(at) == "to" and "told" in verb.takes:
        return clause_content(scope, at, phrase_end(scope, at, end), cue, source, "object_infinitive")
    if verb.takes.isdisjoint(("addressee", "wh")):
        return None
    at = adjuncts.after_adjuncts(scope, at, end)
    if scope.text(at) == "that":
        return clause_content(scope, at + 1, end, cue, source, "that")
    if scope.text(at) in ("whether", "if", "why") and "wh" in verb.takes:
        return clause_content(scope, at, phrase_end(scope, at, end), cue, source, "wh")
    if (start := quotation_after(scope, at, end)) is not None:
        return quoted_content(scope, start, end, cue, source)
    if clause_begins(scope, at, end) and finite_follows(scope, at, end):
        return clause_content(scope, at, end, cue, source, "clause")
    if "object" in verb.takes and object_begins(scope, at, end):
        return object_content(scope, at, end, cue, source)
    return None
