"""What a cue means: its kind and the stance it takes, read off the cue, the construction and what it governs."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from credtag.attribution.labelling.factuality import MainClause
from credtag.attribution.labelling.foretelling import foretells
from credtag.attribution.raw import Raw
from credtag.attribution.syntax import cues
from credtag.attribution.syntax import grammar as g
from credtag.attribution.syntax.cues import Cue
from credtag.attribution.syntax.grammar import Reading
from credtag.labels import CueType, Stance, ZoneKind
from credtag.records import Document
from credtag.resources import table

_NO_SUBJECT = frozenset(("neither", "none", "nobody", "no", "not"))
_EVERY = g.words("all every everyone everybody many both each enough")  # "not all analysts"
_UNRESISTED = g.words("resist resisted help hesitate hesitated mince")  # "could not resist pointing out" affirms
_LIGHT = g.words(
    "express expresses expressed expressing voice voices voiced voicing signal signals signaled signalled signaling"
    " signalling show shows showed shown showing make makes made making issue issues issued issuing file files filed filing"
    " raise raises raised raising indicate indicates indicated indicating"
)  # verbs that leave the meaning to their noun: "expressed deep concern"
_ASKED = g.words(
    "request requests bid bids call calls plea pleas appeal appeals application applications motion motions demand demands"
)
_TOWARDS = g.words("about over at by with")  # after which an emotion has an object: "worried about the bridge"
_DIRECTING = g.words("suggest suggests suggested suggesting suggestion insist insists insisted insisting")
_SIDING = g.words("rule rules ruled ruling vote votes voted voting decide decides decided came come comes coming")
_AHEAD = frozenset(
    (word, "to")
    for word in g.words(
        "going about likely set due bound ready plans planned planning intends intended expects expected"
    )
)
_BARE = g.words(
    "be begin come do end get give go have keep leave make pay remain resign return see send stay step stop take wait withdraw"
)  # a verb without an ending: "insisted that the firm pay"
_SINGULAR = g.words("he she it")
_DAYS = g.words("monday tuesday wednesday thursday friday saturday sunday")
_NEXT = 6  # tokens among which the head of an object stands
_ASKING = g.words(
    "ask asks asked asking press presses pressed pressing quizzed quizzing grilled grilling interviewed questioned"
)
_ON = g.words("about on over")  # after which the matter of a question stands
_ANSWERS = g.words(
    "reaction reactions comment comments response view views opinion opinions thoughts answer answers explanation"
)
_WEIGHING = g.words(
    "considering weigh weighs weighed weighing mull mulls mulled mulling contemplate contemplates contemplated contemplating"
)
_PROPOSING = g.words("suggest suggests suggested suggesting propose proposes proposed proposing floated float floats")
_NO_DEEDS = g.words("nothing something everything anything being having")
_DISMISSING = g.words("dismiss dismisses dismissed dismissing reject rejects rejected rejecting brush brushed shrugged")
_MODIFIERS = 3  # tokens that a noun may have before it: "deep and lasting misgivings"
_NEITHER = (CueType.NONE, Stance.STATES)
_WARNING = g.words("warn warns warned warning")
_NO_VERB = g.NUMBER | g.DETERMINER | g.POSSESSIVE | g.CAPITAL | g.PREPOSITION | g.QUOTE


def negated(reading: Reading, raw: Raw) -> bool:
    """Tell whether the cue or its subject says no: "did not confirm", "neither of them confirmed"."""
    if _of_nobody(reading, raw):
        return True
    lowers, cue = reading.document.lowers, tuple(reading.tokens_of(raw.cue))
    return any(reading.kinds[i] & g.NEGATION for i in cue) and not any(lowers[i] in _UNRESISTED for i in cue)


def _of_nobody(reading: Reading, raw: Raw) -> bool:
    """Tell whether the subject says no: "neither of them", "not all analysts"."""
    lowers = reading.document.lowers
    subject = next(reading.tokens_of(raw.source), None)
    if subject is None:
        return False
    return lowers[subject] in _NO_SUBJECT or (lowers[max(subject - 1, 0)] == "not" and lowers[subject] in _EVERY)


def of(reading: Reading, raw: Raw, clause: MainClause, denied: bool) -> tuple[CueType, Stance]:
    """Tell the kind of a cue and its stance.

    Args:
        reading: The article.
        raw: The attribution.
        clause: The first main clause of its content.
        denied: Whether the cue or its subject says no.
    """
    if not raw.cue:
        return CueType.NONE, Stance.STATES
    if not any(reading.document.lowers[i].isalpha() for i in reading.tokens_of(raw.cue)):
        return _turn(reading.document, raw)
    opening = _opening(reading, raw)
    cue = _entry(reading, raw, opening)
    if (named := _attitude(reading, raw, cue, opening)) is not None:
        cue_type, stance = named
    elif cue is None:
        cue_type, stance = _guessed(reading, raw, opening)
    else:
        cue_type, stance = cue.cue_type, cue.stance
    inherent = cue is not None and " not " in cue.lemma  # "pleaded not guilty"
    if denied and not inherent:
        partly = cue_type is CueType.BELIEF and _of_nobody(reading, raw)
        stance = Stance.UNCOMMITTED if partly else _negated_stance(cue_type, stance)
    if cue_type is CueType.KNOWLEDGE and _is_understood(reading, raw):
        cue_type = CueType.BELIEF
    if raw.cue[0].start < raw.content[0].start:
        cue_type, stance = _with_content(reading, raw, clause, cue_type, stance)
    fears = cue_type is CueType.EMOTION or (cue_type is CueType.STATEMENT and _warns(reading, raw))
    if stance is Stance.PREDICTS and fears and _has_happened(reading, clause):
        return cue_type, Stance.STATES  # "warned that it had fallen", "fears that it fell"
    if stance is Stance.STATES and foretells(reading, raw, clause, cue_type):
        return cue_type, Stance.PREDICTS
    return cue_type, stance


def doubts(reading: Reading, raw: Raw) -> bool:
    """Tell whether a cue speaks of doubt, which a negation turns into belief."""
    return any(reading.document.lowers[i].startswith("doubt") for i in reading.tokens_of(raw.cue))


def _warns(reading: Reading, raw: Raw) -> bool:
    return any(reading.document.lowers[i] in _WARNING for i in reading.tokens_of(raw.cue))


def _with_content(
    reading: Reading, raw: Raw, clause: MainClause, cue_type: CueType, stance: Stance
) -> tuple[CueType, Stance]:
    """Correct what a cue means alone by the content behind it."""
    lowers = reading.document.lowers
    cue = [lowers[i] for i in reading.tokens_of(raw.cue)]
    first, last = reading.document.token_range(raw.content[0])
    if not cue or first >= last:
        return cue_type, stance
    match cue_type, stance:
        case CueType.STATEMENT, Stance.DENIES if not _ASKED.isdisjoint(lowers[first : min(first + _NEXT, last)]):
            return CueType.INTENTION, stance  # "rejected a request to close the bridge"
        case CueType.EMOTION, Stance.PREDICTS if cue[-1] in _TOWARDS and not lowers[first].endswith("ing"):
            return cue_type, Stance.STATES  # "worried about the bridge"
        case CueType.INTENTION | CueType.STATEMENT, Stance.WANTS | Stance.STATES if _asks_about(reading, cue, first):
            return CueType.QUESTION, Stance.ASKS  # "asked Marn | about | her bill", "pressed on | the delay"
        case CueType.BELIEF, Stance.STATES if not _WEIGHING.isdisjoint(cue):
            return CueType.INTENTION, Stance.UNCOMMITTED  # "is considering a sale"
        case CueType.STATEMENT, Stance.DENIES if not _DISMISSING.isdisjoint(cue) and _as(reading, cue, first, last):
            return cue_type, Stance.STATES  # 'dismissed the plan as "a joke"'
        case CueType.INTENTION, Stance.WANTS if _to_know(reading, first, last):
            return CueType.QUESTION, Stance.ASKS  # "wanted to know who came"
        case CueType.STATEMENT, Stance.STATES if cue[-1] == "against" and not _SIDING.isdisjoint(cue):
            return cue_type, Stance.DENIES  # "ruled on Friday against the plan"
        case _, Stance.STATES if not _PROPOSING.isdisjoint(cue) and _is_deed(reading, clause):
            return CueType.INTENTION, Stance.WANTS  # "suggested | closing the bridge"
        case _, Stance.STATES | Stance.CLAIMS if not _DIRECTING.isdisjoint(cue) and _is_to_be(reading, clause):
            return CueType.INTENTION, Stance.WANTS  # "suggested that the firm be asked"
        case _, Stance.STATES if cue[-1] in _LIGHT and (meant := _meant(reading, first, last)) is not None:
            return meant  # "signalled a willingness to close the bridge"
    return cue_type, stance


def _asks_about(reading: Reading, cue: list[str], first: int) -> bool:
    """Tell whether somebody asks for words: "asked | about | the delay", "asked Holm for | her reaction"."""
    asking = next((n for n, word in enumerate(cue) if word in _ASKING), None)
    if asking is None:
        return False
    lowers = reading.document.lowers
    if not _ON.isdisjoint((*cue[asking:], lowers[first - 1], lowers[first])):
        return True
    noun = first + bool(reading.kinds[first] & (g.DETERMINER | g.POSSESSIVE))
    return "for" in (*cue, lowers[first - 1]) and lowers[noun : noun + 1] != () and lowers[noun] in _ANSWERS


def _as(reading: Reading, cue: list[str], first: int, last: int) -> bool:
    """Tell whether it is said as what something is dismissed: "dismissed the plan | as | nonsense"."""
    lowers = reading.document.lowers
    return cue[-1] == "as" or "as" in lowers[first : min(first + 2 * _NEXT, last - 1)]


def _is_deed(reading: Reading, clause: MainClause) -> bool:
    """Tell whether a content is something to be done: "closing the bridge", "not closing the bridge"."""
    first = clause.start + (reading.document.lowers[clause.start] == "not")
    word = reading.document.lowers[first]
    return clause.auxiliary is None and word.endswith("ing") and word not in _NO_DEEDS


def _is_understood(reading: Reading, raw: Raw) -> bool:
    """Tell what others take to be so from what somebody has understood: "is understood to have left"."""
    cue = tuple(reading.tokens_of(raw.cue))
    return reading.document.lowers[cue[-1]] == "understood" and bool(reading.kinds[cue[0]] & g.BE)


def _to_know(reading: Reading, first: int, last: int) -> bool:
    asks = first + 2 < last and bool(reading.kinds[first + 2] & g.INTERROGATIVE)
    return asks and reading.document.lowers[first : first + 2] == ("to", "know")


def _is_to_be(reading: Reading, clause: MainClause) -> bool:
    """Tell whether the verb of a clause has no ending: "that the firm | be asked", "that it | pay"."""
    lowers = reading.document.lowers
    if clause.auxiliary is not None:
        return lowers[clause.auxiliary] == "be"
    for i in range(clause.start + 1, min(clause.start + _NEXT + 2, clause.stop)):
        if lowers[i] in _BARE:
            before = i - bool(reading.kinds[i - 1] & (g.QUOTE | g.ADVERB))
            return lowers[before - 1] in _SINGULAR or not (
                lowers[before - 1].endswith("s") or reading.kinds[before - 1] & (g.NOMINATIVE | g.PREPOSITION | g.MODAL)
            )
    return False


def _meant(reading: Reading, first: int, last: int) -> tuple[CueType, Stance] | None:
    """Return what the noun means that a light verb leaves the meaning to."""
    lowers, noun = reading.document.lowers, first + bool(reading.kinds[first] & (g.DETERMINER | g.POSSESSIVE))
    for i in range(noun, min(noun + _MODIFIERS, last - 1)):
        if lowers[i + 1] in _TOWARDS and _attitudes().get(lowers[i], _NEITHER)[0] is CueType.EMOTION:
            return CueType.EMOTION, Stance.STATES  # "expressed | deep misgivings about the bridge"
    if lowers[noun + 1 : noun + 2] != ("to",):
        return None
    entries = (
        entry for form in cues.match(reading.document.lowers, noun, last) if form.part == "noun" for entry in form.cues
    )
    return next(((entry.cue_type, entry.stance) for entry in entries if "infinitive" in entry.takes), None)


def _has_happened(reading: Reading, clause: MainClause) -> bool:
    """Tell whether a clause has a finite verb, and none that looks ahead: "the finding rests on few patients"."""
    kinds, lowers = reading.kinds[clause.start : clause.stop], reading.document.lowers[clause.start : clause.stop]
    ahead = any(kind & g.MODAL for kind in kinds) or not _AHEAD.isdisjoint(pairwise(lowers))
    that = reading.document.lowers[max(clause.start - 1, 0)] == "that"
    return not ahead and (that or any(kind & (g.AUXILIARY | g.PAST | g.IRREGULAR) for kind in kinds))


def _turn(document: Document, raw: Raw) -> tuple[CueType, Stance]:
    """Judge what a mark introduces, as in "HOLM: Is it open?": one question asks, anything else is said, or cited above the text."""
    first, last = raw.content[0].start, raw.content[-1].end
    asks = document.normal[first:last].rstrip("\"' ").endswith("?")
    if asks and document.sentence_at(first) == document.sentence_at(last - 1):
        return CueType.QUESTION, Stance.ASKS
    above = document.zone_at(first) is ZoneKind.HEADLINE
    return CueType.CITATION if above else CueType.STATEMENT, Stance.STATES


def _negated_stance(cue_type: CueType, stance: Stance) -> Stance:
    if cue_type is CueType.BELIEF and stance is Stance.DENIES:
        return Stance.STATES  # "did not doubt"
    if cue_type is CueType.INTENTION or cue_type is CueType.EMOTION:
        return Stance.DENIES
    if cue_type is CueType.BELIEF:
        return stance
    return Stance.UNCOMMITTED


def _opening(reading: Reading, raw: Raw) -> str:
    """Name the construction that the content begins with."""
    first, last = reading.document.token_range(raw.content[0])
    if first >= last:
        return "clause"
    lowers, kinds = reading.document.lowers, reading.kinds
    if kinds[first] & g.INTERROGATIVE:
        return "clause" if _names(reading, first) else "wh"
    if kinds[first] & g.QUOTE:
        return "quote"
    if raw.cue[0].start > raw.content[0].start:  # "It is time to leave, she said"
        return "wh" if _asked_behind(reading, raw) else "clause"
    word = lowers[first]
    if word == "to" or (word in ("not", "never") and first + 1 < last and lowers[first + 1] == "to"):
        return "infinitive"
    if word == "that":  # "told Radio Lumen that the union expects the mayor to resign"
        return "clause"
    ahead = lowers[first : min(last, first + 12)]
    if "to" in ahead[1:-1]:
        at = first + ahead.index("to", 1)
        finite = any(kind & (g.AUXILIARY | g.PAST | g.IRREGULAR) for kind in kinds[first:at])
        verb = at + 1 + bool(kinds[at + 1] & g.QUOTE and at + 2 < last)  # 'to "take it away"'
        if not finite and not kinds[verb] & _NO_VERB:
            return "oinfinitive"
    return "clause"


def _asked_behind(reading: Reading, raw: Raw) -> bool:
    """Tell whether a question follows a cue that stands behind other content: "Ana Sorin | was asked | how it would end"."""
    behind = next((piece for piece in raw.content if piece.start > raw.cue[0].start), None)
    return behind is not None and bool(reading.kinds[reading.document.token_at(behind.start)] & g.INTERROGATIVE)


def _names(reading: Reading, i: int) -> bool:
    """Tell whether the interrogative at *i* only names something: "a memo in which", "what it called a memo"."""
    lowers, kinds = reading.document.lowers, reading.kinds
    behind = lowers[i : i + 1] == ("which",) and i > 0 and bool(kinds[i - 1] & g.PREPOSITION)
    calling = lowers[i + 2 : i + 3] in (("called",), ("described",), ("termed",))
    return behind or (lowers[i] == "what" and calling)


def _entry(reading: Reading, raw: Raw, opening: str) -> Cue | None:
    """Return the lexicon entry that fits the cue and the construction best."""
    document_speaks = any(reading.kinds[i] & g.DOCUMENT for i in reading.tokens_of(raw.source))
    openings = (
        {opening, "oinfinitive"} if opening == "infinitive" else {opening}
    )  # "told | to leave": the hearer is left out
    at = _undated(reading, raw)
    words = tuple(reading.document.lowers[i] for i in at)
    if words[1:3] == ("on", "to"):  # "went on to ask"
        at, words = at[3:], words[3:]
    best: tuple[int, Cue] | None = None
    light = False
    for n, i in enumerate(at):
        part = "noun" if i and reading.kinds[i - 1] & (g.DETERMINER | g.POSSESSIVE) else "verb"
        for form in cues.match(words, n, len(words)):
            for entry in form.cues:
                merit = 8 * len(form.words) + 2 * (not openings.isdisjoint(entry.takes)) + 4 * (form.part == part)
                merit += document_speaks and entry.cue_type is CueType.KNOWLEDGE
                merit += 5 * (form.part == "adjective" and n > 0)  # "is convinced", not "convinced her"
                merit += 5 * (form.part == "noun" and light)  # "expressed deep concern"
                if best is None or merit > best[0]:
                    best = merit, entry
        light = light or words[n] in _LIGHT
    return None if best is None else best[1]


@cache
def _attitudes() -> dict[str, tuple[CueType, Stance]]:
    return {row["word"]: (CueType(row["cue_type"]), Stance(row["stance"])) for row in table("lexicon/attitudes.tsv")}


def _attitude(reading: Reading, raw: Raw, cue: Cue | None, opening: str) -> tuple[CueType, Stance] | None:
    """Return what attitude a cue names that the lexicon does not tell: "is eager", "expressed misgivings about"."""
    words = [reading.document.lowers[i] for i in reading.tokens_of(raw.cue)]
    known = next((_attitudes()[word] for word in reversed(words) if word in _attitudes()), None)
    if known is None or cue is None:
        return known
    light = any(word in _LIGHT and word.startswith(cue.lemma[:4]) for word in words)
    wants = opening == "infinitive" and known[0] is CueType.INTENTION and "infinitive" not in cue.takes
    return known if light or wants else None


def _undated(reading: Reading, raw: Raw) -> list[int]:
    """Return the tokens of a cue without the day that may stand in it: "called | on Friday | for"."""
    lowers, at = reading.document.lowers, list(reading.tokens_of(raw.cue))
    if _DAYS.isdisjoint(lowers[i] for i in at):
        return at
    return [i for i in at if lowers[i] not in _DAYS and not (lowers[i] == "on" and lowers[i + 1] in _DAYS)]


def _guessed(reading: Reading, raw: Raw, opening: str) -> tuple[CueType, Stance]:
    """Judge a cue that no lexicon lists by what it governs."""
    if opening in ("infinitive", "oinfinitive"):
        return CueType.INTENTION, Stance.WANTS
    lowers = reading.document.lowers
    if opening == "wh":  # "bickered over whether it fell" asks, "laid out what they planned" does not
        asks = any(lowers[reading.document.token_at(piece.start)] in ("whether", "if") for piece in raw.content)
        return (CueType.QUESTION, Stance.ASKS) if asks else (CueType.STATEMENT, Stance.STATES)
    words = {lowers[i] for i in reading.tokens_of(raw.cue)}
    if words & {"to", "by", "from", "in", "per", "as"}:
        return CueType.CITATION, Stance.STATES
    return CueType.STATEMENT, Stance.STATES
