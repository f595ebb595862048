"""Find the fuller description of a body or document elsewhere: before "the board", behind "a study" of the lead."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from attrs import evolve

from credtag.labels import Kind
from credtag.source import lexicon
from credtag.source.description import bodies, documents
from credtag.source.discourse import Discourse
from credtag.source.noun_phrases import heads
from credtag.source.noun_phrases.edges import MARKS
from credtag.source.noun_phrases.phrase import Form, Phrase
from credtag.source.noun_phrases.phrases import Reader
from credtag.source.register.entity import BODIES, fits

_REACH = 400  # tokens back
_WORDS = 7  # tokens from a noun back to its article
_MADE = 12  # tokens from a document to the name of its maker
_CONCLUDING = frozenset(
    ("found", "finds", "concluded", "concludes", "showed", "shows", "suggested", "suggests", "estimated")
)
_FIRST = frozenset(("a", "an", "another", "one"))
_KNOWN = frozenset(("the", "this", "that", "his", "her", "its", "their"))  # "a clerk said the mayor" brings up no mayor
_EQUATING = frozenset(
    (",", "as", "is", "was", "be", "been", "not", "became", "become", "like", "being", "'s", "were", "than")
)
_PAPERS = frozenset(("study", "research", "paper"))
_ANSWERS = 3  # sentences from a poll to the last of its answers
_PAST = frozenset((".", "this", "last", "earlier", "that", "who"))
_RELATIVES = frozenset(("that", "which"))
_BY = frozenset(("by", "from", "in"))


def taken_up(discourse: Discourse, reader: Reader, phrase: Phrase) -> Phrase | None:
    """Return the last description before "the board", "the study" or "the authors" that tells more than its noun."""
    if phrase.stop - phrase.start != 2:
        return None
    if phrase.plural and bodies.kindred(phrase.head):
        return _several(discourse, reader, phrase)
    known = True
    if phrase.kind in BODIES or (phrase.kind is Kind.GROUP and not phrase.plural):
        nouns: Collection[str] = (phrase.head,)
    elif phrase.head in lexicon.words("maker") | lexicon.words("author") | lexicon.words("study"):
        nouns = lexicon.words("study")
    elif phrase.kind is Kind.DOCUMENT:  # "a log that Datum published on Monday"
        nouns, known = documents.kindred(phrase.head) | {phrase.head}, phrase.head in lexicon.words("written")
    else:
        return None
    lowers = discourse.register.lowers
    for k in range(phrase.start - 1, max(phrase.start - _REACH, 0), -1):
        if lowers[k] in nouns and (found := _around(discourse, reader, k)) is not None:
            varied = lowers[k] != phrase.head and phrase.kind is Kind.DOCUMENT
            return found if known or varied or documents.identified(discourse.register, found) else None
    return None


def _several(discourse: Discourse, reader: Reader, phrase: Phrase) -> Phrase | None:
    """Return the description of the bodies that "the groups" are: "Eleven fishing organisations"."""
    lowers, members = discourse.register.lowers, bodies.kindred(phrase.head)
    for k in range(phrase.start - 1, max(phrase.start - _REACH, 0), -1):
        if lowers[k] in members and lowers[k - 1] != "the":
            found = reader.ending(k + 1)
            return found if found is not None and found.plural and found.end - found.start > 1 else None
    return None


def brought_up(discourse: Discourse, reader: Reader, phrase: Phrase) -> Phrase | None:
    """Return the description that brings up whom one of two words means: "an organizer at a desk", "the organizer", "the man"."""
    register = discourse.register
    lowers, nouns, human = register.lowers, lexicon.nouns(), phrase.head in lexicon.words("human")
    if phrase.stop - phrase.start != 2 or lowers[phrase.stop : phrase.stop + 1] == ("who",):
        return None
    paragraph = discourse.paragraph(phrase.start)
    for k in range(phrase.start - 1, max(phrase.start - _REACH, 0), -1):
        if human and (discourse.paragraph(k) != paragraph or _names_one(discourse, k, phrase.gender)):
            return None
        noun = nouns.get(lowers[k])
        if lowers[k] != phrase.head and not (
            human
            and noun is not None
            and noun.kind is Kind.PERSON
            and not noun.plural
            and fits(noun.gender, phrase.gender)
        ):
            continue
        start = next(
            (
                j
                for j in range(k - 1, max(k - _WORDS, -1), -1)
                if lowers[j] in _FIRST | _KNOWN or lowers[j] in MARKS or lowers[j] in lexicon.words("preposition")
            ),
            k,
        )
        if lowers[start] in _FIRST and lowers[start - 1] not in _EQUATING and lowers[k + 1] not in nouns:
            found = reader.read(start, k + 1)
            if not fits(found.gender, phrase.gender):  # "a female teacher" is not "the man"
                continue
            return None if found.form is Form.VAGUE else found
    return None


def _names_one(discourse: Discourse, token: int, gender: str) -> bool:
    """Tell whether a name of a person begins at *token*."""
    people = (discourse.register.of[i] for i in discourse.register.inside(token, token + 1))
    return any(e is not None and e.kind is Kind.PERSON and fits(e.gender, gender) for e in people)


def named_below(discourse: Discourse, reader: Reader, phrase: Phrase) -> Phrase | None:
    """Return the description that tells by title, maker or date which document headline or lead mean: "a study suggests"."""
    if phrase.kind is not Kind.DOCUMENT or phrase.plural or discourse.paragraph(phrase.start) > discourse.lead():
        return None
    lowers = discourse.register.lowers
    nouns = _PAPERS if phrase.head in _PAPERS else {phrase.head}
    for k in range(phrase.end, min(phrase.end + _REACH, len(lowers) - 1)):
        if lowers[k] not in nouns:
            continue
        found = _around(discourse, reader, k)
        if found is None or (found.form is not Form.DEFINITE and phrase.form is not Form.BARE):
            continue
        if documents.identified(discourse.register, found):
            return found
        if discourse.paragraph(k) > discourse.lead():  # the lead may say no more than the headline
            return None
    return None


def identified_before(discourse: Discourse, phrase: Phrase) -> bool:
    """Tell whether the text before "the log" says who made it or when: "The council published a log in May."."""
    register = discourse.register
    lowers = register.lowers
    for k in range(phrase.start - 1, max(phrase.start - _REACH, 0), -1):
        if lowers[k] != phrase.head:
            continue
        start = next((j for j in range(k - 1, max(k - _WORDS, -1), -1) if lowers[j] in _FIRST | _KNOWN), k)
        if _came_out(discourse, start):
            return True
        behind = lowers[k + 1 : k + 3]
        if behind[:1] in (("in",), ("from",)):  # "found a letter in the attic on Monday"
            continue
        passive = behind[:1] in (("was",), ("were",)) and _tells(behind[1:])  # "A survey was mailed in May"
        if not (passive or _tells(behind) or lowers[k + 1] in _RELATIVES):
            continue
        ends = MARKS | lexicon.words("auxiliary") | _PAST
        end = next((j for j in range(k + 3, min(k + _MADE, len(lowers))) if lowers[j] in ends), k + 3)
        if documents.identified(register, evolve(phrase, start=start, stop=k + 1, end=end, form=Form.INDEFINITE)):
            return True
    return False


def _came_out(discourse: Discourse, start: int) -> bool:
    """Tell whether a body or name brings out the document whose words begin at *start*: "the council published a log"."""
    register = discourse.register
    if start < 2 or register.lowers[start - 1] not in lexicon.words("issuing"):
        return False
    noun = lexicon.nouns().get(register.lowers[start - 2])
    return bool(register.inside(start - 3, start - 1)) or (noun is not None and noun.kind in BODIES)


def made_by(discourse: Discourse, reader: Reader, token: int) -> Phrase | None:
    """Return the document whose maker stands before "which" at *token*: "a report published in May by Datum, which found"."""
    lowers = discourse.register.lowers
    if lowers[token - 1] != "," or lowers[token + 1 : token + 2] == () or lowers[token + 1] not in _CONCLUDING:
        return None
    for k in range(token - 2, max(token - _MADE, 0), -1):
        noun = lexicon.nouns().get(lowers[k])
        if noun is not None and noun.kind is Kind.DOCUMENT:
            found = _around(discourse, reader, k)
            return found if found is not None and found.end == token - 1 else None
    return None


def poll_before(discourse: Discourse, reader: Reader, token: int) -> Phrase | None:
    """Return the poll that the sentences just before *token* tell of: "58 percent" of whom it asked answer it."""
    line = max(discourse.sentence(token) - _ANSWERS, 0)
    lowers, first = discourse.register.lowers, discourse.document.token_at(discourse.document.sentences[line].start)
    asked = (k for k in range(token - 1, first - 1, -1) if lowers[k] in documents.ASKING)
    return next(filter(None, (_around(discourse, reader, k) for k in asked)), None)


def _around(discourse: Discourse, reader: Reader, at: int) -> Phrase | None:
    """Read the description whose noun stands at *at*: "the Lumen school board", "a study published in May by Datum"."""
    lowers = discourse.register.lowers
    edges = lexicon.words("preposition") | MARKS
    begins = lexicon.words("definite") | lexicon.words("indefinite")
    start = next((j for j in range(at - 1, max(at - _WORDS, -1), -1) if lowers[j] in begins or lowers[j] in edges), at)
    named = discourse.register.words[at][0].isupper()  # "The Lumen Review"
    compound = lowers[at + 1] in lexicon.nouns() and lowers[at + 1] not in _CONCLUDING  # "a research team"
    if named or lowers[start] not in begins or compound:
        return None
    phrase = reader.read(start, at + 1)
    if phrase.head != lowers[at] or phrase.plural or phrase.kind not in BODIES | {Kind.DOCUMENT, Kind.GROUP}:
        return None
    if phrase.kind is Kind.DOCUMENT and phrase.form in (Form.DEFINITE, Form.INDEFINITE):
        stop, lowers = _end(discourse, at), discourse.register.lowers
        phrase = reader.read(start, stop) if lowers[at + 1] in _BY else evolve(phrase, end=stop)
        return phrase if phrase.form is Form.INDEFINITE or phrase.end - phrase.start > 2 else None
    if lowers[at + 1] == "of" and phrase.form is Form.INDEFINITE and (stop := _members(lowers, at + 2)):
        return reader.read(start, stop)
    fuller = phrase.form is Form.DEFINITE or (phrase.form is Form.INDEFINITE and phrase.kind is not Kind.GOVERNMENT)
    return phrase if fuller and phrase.end - phrase.start > 2 else None


def _members(lowers: Sequence[str], start: int) -> int:
    """Return where the plural ends that tells whose group it is, else 0: "a group of 50 former officials"."""
    nouns = lexicon.nouns()
    for k in range(start, min(start + _WORDS, len(lowers) - 1)):
        if lowers[k] in MARKS or lowers[k] in lexicon.words("preposition"):
            return 0
        if (noun := heads.noun(lowers[k])).plural and noun.kind is not Kind.UNKNOWN and lowers[k + 1] not in nouns:
            return k + 1
    return 0


def _end(discourse: Discourse, at: int) -> int:
    """Return where the words behind a document end that say who made or printed it."""
    register = discourse.register
    for i in register.inside(at + 2, at + _MADE):
        name = register.names[i]
        words = register.lowers[at + 1 : name.start]
        if discourse.sentence(name.start) == discourse.sentence(at) and _BY & {*words} and _tells(words):
            return name.end
    return at + 1


def _tells(words: tuple[str, ...]) -> bool:
    """Tell whether *words* begin as those do that go on with a noun: "by", ", published in", "released on Monday by"."""
    first = next((w for w in words if w != ","), "")
    return first in _BY or first.endswith("ed") or first in lexicon.words("participle") | lexicon.words("finding")
