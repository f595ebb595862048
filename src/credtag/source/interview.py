"""Tell who speaks on a page of questions and answers, where no quotation marks do: who asks, and who is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import field, frozen

from credtag import document as page
from credtag.attribution import turns
from credtag.labels import Kind
from credtag.records import Document, Span
from credtag.source import lexicon, sides
from credtag.source.proper_names import runs
from credtag.source.register.entities import Register
from credtag.source.register.entity import Entity, fits

_FEWEST = 2  # questions, each a paragraph, that make an interview
_SELDOM = 5  # one answer among so many may name the person asked
_NEAR = 10  # tokens between "interview with" and the name
_INTERVIEW = frozenset(("interview", "interviews", "interviewed", "interviewee"))
_BY_ENDS = frozenset(("by", ".", ",", ";", "with", "to"))
_OBJECTS = {"him": "m", "her": "f"}  # "interviewed him", "caught up with her"
_SUBJECTS = frozenset(("he", "she", "they", "who"))  # of those asked: "where she spoke with a writer"
_CREDITING = frozenset(("image", "photo", "photograph", "picture", "illustration", "credit", "courtesy"))
_ENDS = frozenset((".", ",", ";", "?", "!", "on", "about", "of", "over", "after"))
_NARRATING = frozenset(("us", "we", "our"))  # an outlet's words too: "Sorin told us"
_People = tuple[Entity, ...]
_REPORTING = frozenset(("said", "says", "told"))


@frozen
class Interview:
    """A page of questions and answers: who is asked, who asks if the text tells, and which paragraphs are whose.

    ``asks`` says of each paragraph that has a voice whether it asks.
    """

    people: _People
    interviewer: Entity | None = None
    asks: Mapping[int, bool] = field(factory=dict, repr=False)

    @property
    def person(self) -> Entity | None:
        """The one person asked, if there is one."""
        return self.people[0] if len(self.people) == 1 else None


def find(document: Document, register: Register) -> Interview | None:
    """Return the interview that an article is: paragraphs by turns ask and answer in the first person, or have labels.

    The people asked are those whom the words before the first question announce ("an interview with Ana Sorin"), else
    whoever they name most; where announcements or numbers differ nobody is.
    """
    asks = sides.find(document)
    begins = min(asks or turns.by_paragraph(document), default=None)
    if begins is None:
        return None
    several = sum(asks.values()) >= _FEWEST
    first = document.token_at(document.paragraphs[begins].start)
    lead = first if several or not asks else min(first, document.token_range(document.paragraphs[0])[1])
    people = _announced(register, lead) or _headed(document, register) or _by_role(register, lead)
    if not turns.find(document) and not people and not _plain(document, asks):
        return None
    if not people and several:
        named = _named(register, first)
        people = _most_named(named) or _in_headline(document, register, named)
    if not people and not _told(document, begins):
        return None
    if len(people) == 1 and asks and _tells_of(document, register, asks, people):
        return None
    for entity in people:
        entity.kind = Kind.PERSON
    asks = {n: side for n, side in asks.items() if side or not _names_its_speaker(document, register, n, people)}
    return Interview(people, _interviewer(register, first, people), asks)


def answers(document: Document) -> tuple[Span, ...]:
    r"""Return the paragraphs that answer, without a label, the questions of what is plainly an interview with one person.

    Args:
        document: The article, read.

    Returns:
        Paragraphs, in the order of the text; none where it is not plain who is asked.

    Example:
        >>> from credtag.document import read
        >>> text = "Interview with Ana Sorin\n\nWhy did you go?\n\nI was ill.\n\nWhere are you now?\n\nI live in Marn."
        >>> article = read(text)
        >>> [article.slice(answer) for answer in answers(article)]
        ['I was ill.', 'I live in Marn.']
    """
    if sum(sides.find(document).values()) < _FEWEST:
        return ()
    found = find(document, Register(document, runs.find(document)))
    if found is None or found.person is None or not _plain(document, found.asks) or _quotes(document, found.asks):
        return ()
    labelled = turns.by_paragraph(document)
    return tuple(document.paragraphs[n] for n, asks in sorted(found.asks.items()) if not asks and n not in labelled)


def _quotes(document: Document, asks: Mapping[int, bool]) -> bool:
    """Tell whether an article quotes others as reports do, and only asks its readers a question here and there."""
    replies = [document.paragraphs[n] for n, side in asks.items() if not side]
    quoting = sum(
        document.quotes_in(reply) and not _REPORTING.isdisjoint(document.lowers[slice(*document.token_range(reply))])
        for reply in replies
    )
    return quoting > max(1, len(replies) // _SELDOM)


def _tells_of(document: Document, register: Register, asks: Mapping[int, bool], people: _People) -> bool:
    """Tell whether an article is about a person, by someone else who says "I": several answers name that person."""
    answering = [n for n, side in asks.items() if not side]
    named = sum(_names(document, register, n, people) for n in answering)
    return named > max(1, len(answering) // _SELDOM)


def _names(document: Document, register: Register, paragraph: int, people: _People) -> bool:
    span = document.token_range(document.paragraphs[paragraph])
    return any(register.of[i] in people for i in register.inside(*span))


def _names_its_speaker(document: Document, register: Register, paragraph: int, people: _People) -> bool:
    """Tell whether a paragraph only tells of those asked: whoever speaks says "I"."""
    own = sides.says(document, paragraph, sides.OWN_WORDS - _NARRATING)
    return not own and _names(document, register, paragraph, people)


def _told(document: Document, paragraph: int) -> bool:
    """Tell whether labels or the words before a paragraph say that an interview follows."""
    before = document.lowers[: document.token_range(document.paragraphs[paragraph])[0]]
    return bool(turns.find(document)) or not _INTERVIEW.isdisjoint(before)


def _plain(document: Document, asks: Mapping[int, bool]) -> bool:
    """Tell whether half of at least two questions address someone and half of the answers are in the first person.

    Where questions have labels or the words before them tell of an interview they need not address anybody.
    """
    questions = [n for n, side in asks.items() if side]
    replies = [n for m, n in pairwise(sorted(asks)) if asks[m] and not asks[n]]
    told = _told(document, min(asks))
    addressed = len(questions) if told else sum(sides.says(document, n, sides.ADDRESS) for n in questions)
    personal = sum(sides.says(document, n, sides.OWN_WORDS - {"us"}) for n in replies)
    return len(questions) >= _FEWEST and 2 * addressed >= len(questions) and 2 * personal >= len(questions)


# --------------------------------------------------------------------------- people


def _announced(register: Register, stop: int) -> _People:
    """Return those named at "interviews X and Y", "spoke with X", "X tells", "X was interviewed by", "X: an interview"."""
    told = {people for people, _ in _announcements(register, stop) if people}
    return told.pop() if len(told) == 1 else ()


def _by_role(register: Register, stop: int) -> _People:
    """Return the one person of the role that an announcement tells: "interviewed one of the owners of a bar"."""
    announcing, nouns = lexicon.words("announcing"), lexicon.nouns()
    for at in (k for k in range(stop) if register.lowers[k] in announcing):
        for word in register.lowers[at + 1 : min(at + _NEAR, stop)]:
            if word in _ENDS - {"of"}:
                break
            noun = nouns.get(word)
            role = word if noun is not None and noun.kind is Kind.PERSON else word.removesuffix("s")
            bearers = register.role_trails[role].entities() if role in register.role_trails else []
            if len(bearers) == 1:
                return (bearers[0],)
    return ()


def _announcements(register: Register, stop: int) -> Iterator[tuple[_People, _People]]:
    """Yield who is asked and who asks at each announcement; where two people meet it tells neither."""
    announcing = lexicon.words("announcing")
    for at in range(stop):
        word = register.lowers[at]
        if word in announcing:
            by = next((k for k in range(at + 1, min(at + _NEAR, stop)) if register.lowers[k] in _BY_ENDS), at)
            if register.lowers[by] == "by":
                yield _before(register, at), _behind(register, by, stop)
            elif ":" in register.lowers[max(at - 3, 0) : at]:
                yield _before(register, at) or _behind(register, at, stop), ()
            else:
                yield _behind(register, at, stop), ()
        elif word in lexicon.words("answering"):
            yield _before(register, at), ()
        elif word in lexicon.words("meeting"):
            here, there = _before(register, at), _behind(register, at, stop)
            if _press(register, there) or (not here and register.lowers[max(at - 1, 0)] in _SUBJECTS):
                yield here, there
            elif _press(register, here):
                yield there, here
            else:
                yield ((), (*here, *there)) if here and there else (here or there, ())


def _press(register: Register, people: _People) -> bool:
    """Tell whether someone is introduced as a reporter or writer."""
    return any(not lexicon.words("interviewer").isdisjoint(person.roles) for person in people)


def _behind(register: Register, at: int, stop: int) -> _People:
    people = _near(register, at, register.inside(at + 1, min(at + 1 + _NEAR, stop)))
    pronoun = next((word for word in register.lowers[at + 1 : min(at + 4, stop)] if word in _OBJECTS), None)
    return people or (() if pronoun is None else _subject(register, at, _OBJECTS[pronoun]))


def _subject(register: Register, at: int, gender: str) -> _People:
    """Return whom "him" or "her" behind *at* means: the first person named in its sentence or the one before."""
    document = register.document
    here = document.sentence_at(document.tokens.starts[at]) or 0
    for sentence in range(here, max(here - 2, -1), -1):
        names = register.inside(document.token_range(document.sentences[sentence])[0], at)
        for entity in (register.of[i] for i in names):
            if entity is not None and entity.kind is Kind.PERSON and fits(entity.gender, gender):
                return (entity,)
    return ()


def _before(register: Register, at: int) -> _People:
    return _near(register, at, register.inside(max(at - _NEAR, 0), at))


def _near(register: Register, at: int, names: Sequence[int]) -> _People:
    """Return the first person of some names near *at* and another that "and" joins to it."""
    people: list[Entity] = []
    end = None
    for i in names:
        name, entity = register.names[i], register.of[i]
        if end is None:
            close = at + 1 == name.start or (at + 2 == name.start and register.lowers[at + 1] == "with")
            named = entity in register.people if close else entity is not None and entity.kind is Kind.PERSON
            known = named and not _apart(register, at, name.start)
        else:
            joint = register.lowers[end : name.start]
            known = joint in (("and",), ("&",), (",", "and")) and entity in register.people
        if known and entity is not None:
            people.append(entity)
            end = name.end
        elif end is not None:
            break
    return tuple(dict.fromkeys(people))


def _headed(document: Document, register: Register) -> _People:
    """Return those whom a headline that is not part of the text announces."""
    if not document.headline:
        return ()
    headline = page.read(document.headline)
    told = Register(headline, runs.find(headline))
    return tuple(register.called(person.words) or person for person in _announced(told, len(headline.tokens)))


def _apart(register: Register, start: int, stop: int) -> bool:
    """Tell whether a sentence, a clause or the object ends between two tokens: "interviews a chef about Ana Sorin"."""
    first, last = min(start, stop), max(start, stop)
    return any(
        word in _ENDS and not (word == "." and len(register.words[k - 1]) == 1)
        for k, word in enumerate(register.lowers[first:last], first)
    )


def _named(register: Register, stop: int) -> Counter[Entity]:
    """Count how often people are named before *stop*, those who took the pictures or ask the questions left out."""
    named = Counter(entity for at, entity in register.person_trail.before(stop) if not _credited(register, at))
    for _, asking in _announcements(register, stop):
        if len(asking) == 1:
            del named[asking[0]]
    return named


def _most_named(named: Counter[Entity]) -> _People:
    """Return who has two thirds of the mentions."""
    person, times = next(iter(named.most_common(1)), (None, 0))
    return (person,) if person is not None and 3 * times >= 2 * named.total() else ()


def _in_headline(document: Document, register: Register, named: Counter[Entity]) -> _People:
    """Return the one of those named who stands in the first line, if nobody is named more often.

    A headline that announces an interview with someone whom it does not name tells nothing.
    """
    last = document.token_range(document.paragraphs[0])[1]
    if not lexicon.words("announcing").isdisjoint(register.lowers[:last]):
        return ()
    above = [entity for entity in named if entity.at[0] < last]
    return tuple(above) if len(above) == 1 and named[above[0]] == max(named.values()) else ()


def _credited(register: Register, at: int) -> bool:
    return not _CREDITING.isdisjoint(register.lowers[max(at - 3, 0) : at])


def _interviewer(register: Register, stop: int, people: _People) -> Entity | None:
    """Return the one person by whom those asked were interviewed or with whom they "sat down"."""
    found = {entity for _, asking in _announcements(register, stop) for entity in asking} - set(people)
    return found.pop() if len(found) == 1 else None
