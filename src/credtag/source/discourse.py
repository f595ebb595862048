"""What has been said so far: the turns of the sources, the people near a place, the descriptions heard."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from attrs import frozen

from credtag.labels import Kind, Naming, ZoneKind
from credtag.records import Document, Span
from credtag.source import lexicon
from credtag.source.register.entities import Register
from credtag.source.register.entity import Entity, Trail

NEAR = 2  # paragraphs back that a pronoun or description reaches
_TELLING = 10  # words of a paragraph that tells the news
_OWNED = 3  # tokens of what is someone's
_OPENING = 3  # tokens from the start of a sentence to the name of its subject
_NEWS = (ZoneKind.BODY, ZoneKind.DATELINE)  # where a paragraph of the body begins
FARTHEST = 1000  # words back: a text may have no paragraphs


@frozen
class Turn:
    """An attribution whose source is known: where the source stands and who it is."""

    token: int
    entity: Entity


class Discourse:
    """Looks back, and a little ahead, for those whom a phrase may mean."""

    def __init__(self, document: Document, register: Register, sources: Sequence[Span]) -> None:
        self.document = document
        self.register = register
        self._sources = sorted(sources)
        self.turns = Trail()
        self.cited = Trail()  # the groups behind a source: "citing two officials"
        self.questions: set[int] = set()  # the turns in which someone asks
        self.texts: set[int] = set()  # where the words of a text are its writer's: "the letter"
        self.manned: set[Entity] = set()  # the documents of which the text speaks by their authors
        self._until: dict[int, int] = {}  # where the words of another end in which a turn stands
        self._lead = _lead(document)
        self._described: defaultdict[str, Trail] = defaultdict(Trail)
        self.known: dict[str, Entity] = {}  # described and coordinated sources by their words

    # ------------------------------------------------------------------ places

    def paragraph(self, token: int) -> int:
        """Return the index of the paragraph around *token*."""
        found = self.document.paragraph_at(self.document.tokens.starts[token])
        return -1 if found is None else found

    def near(self, at: int, token: int) -> bool:
        """Tell whether *at* is within the reach of a description at *token*."""
        return self.paragraph(token) - self.paragraph(at) <= NEAR

    def lead(self) -> int:
        """Return the index of the first paragraph of the body that is long enough to tell the news."""
        return self._lead

    def sentence(self, token: int) -> int:
        """Return the index of the sentence around *token*."""
        found = self.document.sentence_at(self.document.tokens.starts[token])
        return -1 if found is None else found

    def begin(self, sentence: int) -> int:
        """Return the first token of a sentence."""
        return self.document.token_at(self.document.sentences[sentence].start)

    def quoted(self, token: int) -> bool:
        """Tell whether *token* stands inside quotation marks."""
        return self.document.quotation_at(self.document.tokens.starts[token]) is not None

    def speaks(self, token: int) -> bool:
        """Tell whether the name at *token* is the first in the source of an attribution."""
        start = self.document.tokens.starts[token]
        k = bisect_right(self._sources, start, key=lambda s: s.start)
        if k == 0 or self._sources[k - 1].end <= start:
            return False
        return not self.register.inside(self.document.token_at(self._sources[k - 1].start), token)

    def impersonal(self, entity: Entity) -> bool:
        """Tell whether "it" goes on to speak for the subject of a sentence: "Novita rejected the findings. It said"."""
        sentences = self.document.sentences
        for at in entity.at:
            line = self.sentence(at) + 1
            if not 0 < line < len(sentences) or not (self.begin(line - 1) == at or self.speaks(at)):
                continue
            token = self.begin(line)
            if self.register.lowers[token] == "it" and self.source_at(token) is not None:
                return True
        return False

    # ------------------------------------------------------------------ turns

    def take_turn(self, token: int, entity: Entity, until: int | None = None) -> None:
        """Remember that *entity* was a source at *token*, in the words of another up to the token *until*."""
        self.turns.add(token, entity)
        if until is not None:
            self._until[token] = until

    def spoke_since(self, entity: Entity, token: int, start: int) -> bool:
        """Tell whether *entity* was a source between *start* and *token*."""
        return any(turn.token >= start and turn.entity is entity for turn in self.past_turns(token, 0))

    def past_turns(self, token: int, reach: int = NEAR) -> Iterator[Turn]:
        """Yield the turns before *token* within *reach* paragraphs, the last first."""
        here = self.paragraph(token)
        for at, entity in self.turns.before(token):
            if here - self.paragraph(at) > reach or token - at > FARTHEST:
                return
            if token < self._until.get(at, token + 1):
                yield Turn(at, entity)

    def last_turn(self, token: int, reach: int = NEAR) -> Turn | None:
        """Return the last turn before *token* within *reach* paragraphs."""
        return next(self.past_turns(token, reach), None)

    def source_at(self, token: int) -> tuple[int, int] | None:
        """Return the tokens of the source that begins at *token*."""
        k = bisect_left(self._sources, self.document.tokens.starts[token], key=lambda s: s.start)
        found = self._sources[k] if k < len(self._sources) else None
        begins = found is not None and self.document.token_at(found.start) == token
        return self.document.token_range(found) if found is not None and begins else None

    def crowd(self, token: int) -> Entity | None:
        """Return the last group that was a source before *token* or stood behind one, whose members may speak alone."""
        here = self.paragraph(token)
        turns = ((turn.token, turn.entity) for turn in self.past_turns(token))
        cited = takewhile(lambda m: here - self.paragraph(m[0]) <= NEAR, self.cited.before(token))
        several = (m for m in (*turns, *cited) if m[1].head not in lexicon.words("uncounted"))
        several = (m for m in several if m[1].plural or m[1].kind is Kind.GROUP)
        return max(several, key=lambda m: m[0], default=(-1, None))[1]

    # ------------------------------------------------------------------ descriptions

    def hear(self, token: int, entity: Entity, head: str | None = None) -> None:
        """Remember a source that *token* describes, by the head noun of the description."""
        self._described[head or entity.head].add(token, entity)

    def all_heard(self, token: int, head: str) -> Sequence[Entity]:
        """Return the sources described before *token* with a head noun, the last first."""
        return self._described[head].latest(token) if head in self._described else ()

    def heard(self, token: int, *heads: str) -> Entity | None:
        """Return the source last described before *token* with one of *heads*."""
        last = self.last_heard(token, *heads)
        return None if last is None else last[1]

    def last_heard(self, token: int, *heads: str) -> tuple[int, Entity] | None:
        """Return where the source last described before *token* with one of *heads* was, and who it is."""
        found = [
            m
            for head in heads
            if head in self._described
            for m in (next(self._described[head].before(token), None),)
            if m
        ]
        return max(found, key=lambda m: m[0], default=None)

    # ------------------------------------------------------------------ people

    def joined(self, names: Sequence[str | None], kind: Kind, naming: Naming = Naming.NAMED) -> Entity:
        """Return the source that several are together, the same for the same names."""
        *others, last = list(dict.fromkeys(name for name in names if name)) or [""]
        told = f"{', '.join(others)} and {last}" if others else last
        entity = Entity(told or None, kind, naming, plural=True)
        return self.known.setdefault(told, entity) if told else entity

    def together(self, token: int, reach: int = NEAR) -> Iterator[tuple[int, Sequence[Entity]]]:
        """Yield where people are named together before *token* within *reach* paragraphs, the last first, and who they are."""
        register, here = self.register, self.paragraph(token)
        for i in reversed(register.inside(max(token - FARTHEST, 0), token)):
            if here - self.paragraph(register.names[i].start) > reach:
                return
            if found := register.together(i):
                people = (register.of[k] for k in found)
                yield register.names[found[0]].start, tuple(dict.fromkeys(e for e in people if e is not None))

    def people_in(self, sentence: int) -> Sequence[Entity]:
        """Return the people whom a sentence names outside quotation marks, in order."""
        if sentence < 0:
            return ()
        start, end = self.document.token_range(self.document.sentences[sentence])
        inside = self.register.inside(start, end)
        named = (self.register.of[i] for i in inside if not self.quoted(self.register.names[i].start))
        return list(dict.fromkeys(e for e in named if e is not None and e.kind is Kind.PERSON))

    def people_before(self, token: int) -> Sequence[Entity]:
        """Return the people whom the sentence of *token* names before it, in order."""
        start = max(self.begin(self.sentence(token)), token - FARTHEST)
        inside = self.register.inside(start, token)
        named = (self.register.of[i] for i in inside)
        return list(dict.fromkeys(e for e in named if e is not None and e.kind is Kind.PERSON))

    def people_told(self, token: int) -> Sequence[Entity]:
        """Return the people whom the sentence names behind *token* or in quotation marks: no one says of oneself "Sorin may go"."""
        line = self.sentence(token - 1)
        start, end = self.document.token_range(self.document.sentences[line]) if line >= 0 else (token, token)
        inside = self.register.inside(max(start, token - FARTHEST), min(end, token + FARTHEST))
        told = (i for i in inside if self.register.names[i].start >= token or self.quoted(self.register.names[i].start))
        return [e for i in told if (e := self.register.of[i]) is not None and e.kind is Kind.PERSON]

    def two_in(self, sentence: int) -> Sequence[Entity]:
        """Return the two people whom alone a sentence names, one of them as its subject; none if it names more or fewer."""
        people = self.people_in(sentence)
        if len(people) != 2:
            return ()
        start, _ = self.document.token_range(self.document.sentences[sentence])
        first = next(iter(self.register.inside(start, start + _OPENING + 1)), None)
        opens = first is not None and self.register.of[first] in people
        return people if opens else ()

    def owning(self, at: int) -> bool:
        """Tell whether the name at *at* only says whose something is."""
        following = self.register.lowers[self.end_of(at) : self.end_of(at) + 1]
        return bool(following) and (following[0] in ("'s", "'") or following[0] in lexicon.words("entourage"))

    def topical(self, at: int) -> bool:
        """Tell whether a sentence begins with what is someone's and no person's: "Sorin's part in it is small."."""
        behind = self.end_of(at) + 1
        owned = map(lexicon.nouns().get, self.register.lowers[behind : behind + _OWNED])
        human = any(n is not None and n.kind in (Kind.PERSON, Kind.GROUP) for n in owned)
        named = len(self.register.inside(behind, behind + 2 * _OWNED)) > 0  # "Sorin's promoter, Pavel Tresk"
        return self.owning(at) and not human and not named and self.leads(at)

    def leads(self, at: int) -> bool:
        """Tell whether a name is the first person's of its sentence that does not only own something, or joined to it."""
        start, register = max(self.begin(self.sentence(at)), at - FARTHEST), self.register
        before = [
            i for i in register.inside(start, at) if self._is_person(i) and not self.owning(register.names[i].start)
        ]
        joined = len(before) == 1 and register.names[before[0]].end == at - 1
        return not before or (joined and register.lowers[at - 1] == "and")

    def _is_person(self, i: int) -> bool:
        entity = self.register.of[i]
        return entity is not None and entity.kind is Kind.PERSON

    def narrated(self, start: int, end: int, most: int) -> int:
        """Return how many sentences between those of two tokens begin outside quotation marks, at *most*."""
        lines = range(self.sentence(start) + 1, self.sentence(end))
        begins = (self.document.sentences[line].start for line in lines)
        outside = (begin for begin in begins if self.document.quotation_at(begin) is None)
        return sum(1 for _ in islice(outside, most))

    def end_of(self, at: int) -> int:
        """Return the token behind the name that starts at *at*."""
        return self.register.names[self.register.inside(at, at + 1)[0]].end


def _lead(document: Document) -> int:
    for n, paragraph in enumerate(document.paragraphs):
        start, end = document.token_range(paragraph)
        if end - start >= _TELLING and document.zone_at(paragraph.start) in _NEWS:
            return n
    return 0
