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
from credtag.source import lexicon, runs, sides
from credtag.source.entities import Register
from credtag.source.entity import Entity

_FEWEST = 2  # questions, each a paragraph, that make an interview
_NEAR = 10  # tokens between "interview with" and the name
_BY_ENDS = frozenset(("by", ".", ",", ";", "with", "to"))
_CREDITING = frozenset(("image", "photo", "photograph", "picture", "illustration", "credit", "courtesy"))
_ENDS = frozenset((".", ",", ";", "?", "!", "on", "about", "over", "after"))
_NARRATING = frozenset(("us", "we", "our"))  # an outlet's words too: "Sorin told us"
_People = tuple[Entity, ...]


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
    """Return the interview that an article is, if paragraphs alternate between questions and first-person answers.

    The people asked are those whom the words before the first question announce ("an interview with Ana Sorin"), else
    whoever they name most; where announcements or numbers differ nobody is.
    """
    asks = sides.find(document)
    if not asks:
        return None
    several = sum(asks.values()) >= _FEWEST
    first = document.token_at(document.paragraphs[min(asks)].start)
    lead = first if several else min(first, document.token_range(document.paragraphs[0])[1])
    people = _announced(register, lead) or _headed(document, register)
    if not people and several:
        people = _most_named(register, first)
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
    if found is None or found.person is None or not _plain(document, found.asks):
        return ()
    labelled = turns.by_paragraph(document)
    return tuple(document.paragraphs[n] for n, asks_ in sorted(found.asks.items()) if not asks_ and n not in labelled)


def _names_its_speaker(document: Document, register: Register, paragraph: int, people: _People) -> bool:
    """Tell whether a paragraph only tells of those asked: whoever speaks says "I"."""
    if not people or sides.says(document, paragraph, sides.OWN_WORDS - _NARRATING):
        return False
    return any(register.of[i] in people for i in register.inside(*document.token_range(document.paragraphs[paragraph])))


def _plain(document: Document, asks: Mapping[int, bool]) -> bool:
    """Tell whether a page is plainly an interview: half of the questions address someone, half of the answers are personal."""
    questions = [n for n, side in asks.items() if side]
    replies = [n for m, n in pairwise(sorted(asks)) if asks[m] and not asks[n]]
    labelled = bool(turns.find(document))
    addressed = len(questions) if labelled else sum(sides.says(document, n, sides.ADDRESS) for n in questions)
    personal = sum(sides.says(document, n, sides.OWN_WORDS - {"us"}) for n in replies)
    return len(questions) >= _FEWEST and 2 * addressed >= len(questions) and 2 * personal >= len(questions)


# --------------------------------------------------------------------------- people


def _announced(register: Register, stop: int) -> _People:
    """Return those named at "interviews X and Y", "spoke with X", "X tells", "X was interviewed by", "X: an interview"."""
    told = {people for people, _ in _announcements(register, stop) if people}
    return told.pop() if len(told) == 1 else ()


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
            yield ((), (*here, *there)) if here and there else (here or there, ())


def _behind(register: Register, at: int, stop: int) -> _People:
    return _near(register, at, register.inside(at + 1, min(at + 1 + _NEAR, stop)))


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


def _most_named(register: Register, stop: int) -> _People:
    """Return who has two thirds of the mentions of people before *stop*, those who took the pictures left out."""
    named = Counter(entity for at, entity in register.person_trail.before(stop) if not _credited(register, at))
    person, times = next(iter(named.most_common(1)), (None, 0))
    return (person,) if person is not None and 3 * times >= 2 * named.total() else ()


def _credited(register: Register, at: int) -> bool:
    return not _CREDITING.isdisjoint(register.lowers[max(at - 3, 0) : at])


def _interviewer(register: Register, stop: int, people: _People) -> Entity | None:
    """Return the one person by whom those asked were interviewed or with whom they "sat down"."""
    found = {entity for _, asking in _announcements(register, stop) for entity in asking} - set(people)
    return found.pop() if len(found) == 1 else None
