"""Tell who speaks on a page of questions and answers: outside quotation marks "I" is the person asked."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from attrs import field, frozen

from credtag.labels import Kind
from credtag.records import Document
from credtag.source.entities import Register
from credtag.source.entity import Entity

_FEWEST = 2  # questions, each a paragraph, that make an interview
_NEAR = 10  # tokens between "interview with" and the name
_ANNOUNCING = frozenset(("interview", "interviews", "interviewed", "interviewee", "spoke", "talked", "tells", "q&a"))
_LONGEST = 800  # characters of a question
_ENDS = frozenset((".", ",", ";", "?", "!", "on", "about", "over", "after"))
_OWN_WORDS = frozenset(("i", "my", "me", "we", "our", "us"))


@frozen
class Interview:
    """A page of questions and answers: who is asked, and in which paragraphs the questions stand."""

    person: Entity
    questions: tuple[int, ...] = field(repr=False)

    def asked(self, paragraph: int) -> bool | None:
        """Tell whether a paragraph is a question; None before the first."""
        i = bisect_right(self.questions, paragraph) - 1
        return None if i < 0 else self.questions[i] == paragraph


def find(document: Document, register: Register) -> Interview | None:
    """Return the interview that an article is, if paragraphs alternate between questions and first-person answers.

    The person asked is whoever the words before the first question announce ("an interview with Ana Sorin"), else whoever
    they name most; two named as often leave it open.
    """
    questions = [n for n in range(len(document.paragraphs)) if _question(document, n)]
    answers = [n + 1 for n in questions if n + 1 < len(document.paragraphs) and not _question(document, n + 1)]
    if not any(_personal(document, n) for n in answers) or 2 * len(answers) < len(questions):
        return None
    person = _announced(register, document.token_range(document.paragraphs[0])[1])
    if person is None and len(questions) >= _FEWEST:
        first = document.token_at(document.paragraphs[questions[0]].start)
        person = _announced(register, first) or _most_named(register, first)
    return None if person is None else Interview(person, tuple(questions))


def _announced(register: Register, stop: int) -> Entity | None:
    """Return the one person named at "interviews X", "interview with X", "spoke with X", "X: an interview"."""
    people: set[Entity] = set()
    for at in range(stop):
        if register.lowers[at] in _ANNOUNCING:
            behind = register.inside(at + 1, min(at + 1 + _NEAR, stop))
            before = (
                register.inside(max(at - _NEAR, 0), at) if ":" in register.lowers[max(at - 3, 0) : at] else range(0)
            )
            near = (i for i in (*before, *behind) if not _apart(register, at, register.names[i].start))
            named = (register.of[i] for i in near)
            people.update([e for e in named if e is not None and e.kind is Kind.PERSON][:1])
    return people.pop() if len(people) == 1 else None


def _apart(register: Register, start: int, stop: int) -> bool:
    """Tell whether a sentence, a clause or the object ends between two tokens: "interviews a chef about Ana Sorin"."""
    return any(word in _ENDS for word in register.lowers[min(start, stop) : max(start, stop)])


def _most_named(register: Register, stop: int) -> Entity | None:
    """Return who has two thirds of the mentions of people before *stop*."""
    named = Counter(entity for _, entity in register.person_trail.before(stop))
    person, times = next(iter(named.most_common(1)), (None, 0))
    return person if 3 * times >= 2 * named.total() else None


def _question(document: Document, paragraph: int) -> bool:
    span = document.paragraphs[paragraph]
    if span.end - span.start > _LONGEST or document.quotation_at(span.start) is not None:
        return False
    return document.normal[max(span.start, span.end - 4) : span.end].rstrip().endswith("?")


def _personal(document: Document, paragraph: int) -> bool:
    first, last = document.token_range(document.paragraphs[paragraph])
    return any(
        document.lowers[i] in _OWN_WORDS and document.quotation_at(document.tokens.starts[i]) is None
        for i in range(first, last)
    )
