"""Give a description that means nobody known a source of its own: its name, kind and how openly it is named."""

from __future__ import annotations

from attrs import evolve

from credtag.labels import Kind, Naming
from credtag.source import lexicon
from credtag.source.description import documents
from credtag.source.discourse import Discourse
from credtag.source.noun_phrases.phrase import Form, Phrase
from credtag.source.noun_phrases.phrases import Reader
from credtag.source.register.entity import BODIES, HUMAN, Entity

_LONG = 5  # words of an owner that make "his lawyer" clearer than its name
_NAMING = ("among them", "including", " like", "such as")
_POSTS = frozenset(("post", "tweet"))


class Introducer:
    """Makes the sources that descriptions introduce; the same words mean the same source."""

    def __init__(self, reader: Reader, discourse: Discourse) -> None:
        self.reader = reader
        self.discourse = discourse
        self.register, self.document = discourse.register, discourse.document

    def new(self, phrase: Phrase, owner: Entity | None) -> Entity:
        """Return the source that a description introduces or, said in the same words, repeats."""
        text = self.reader.text(phrase)
        speaking = owner is not None and phrase.owner is not None and self._speaks_for(phrase, owner)
        if owner is not None and speaking:
            many = owner.plural or owner.naming is not Naming.NAMED  # "one of the managers"
            mark = "'" if many and (owner.name or "").endswith("s") else "'s"
            text = f"{owner.name}{mark} {self._owned(phrase)}"
            if (camp := self._camp(phrase, owner)) is not None:
                return camp
        key = bare(text)
        if phrase.form is not Form.INDEFINITE:
            body = self.register.called(key.split())
            if body is not None and body.kind is not Kind.PERSON:
                return body
            if key in self.discourse.known:
                return self.discourse.known[key]
        if speaking and phrase.head in lexicon.words("staffed"):  # "Sorin's team"
            phrase = evolve(phrase, kind=Kind.ORGANISATION)
        naming = self._naming(phrase, owner)
        if naming is Naming.UNSPECIFIED:
            return unspecified()
        kind = _kind(phrase, naming)
        if kind is Kind.UNKNOWN and phrase.plural and self._exemplified(phrase):
            kind = Kind.GROUP  # "the harshest voices, like Ana Sorin"
        entity = Entity(text, kind, naming, phrase.gender, phrase.plural, head=phrase.head)
        self.discourse.known.setdefault(key, entity)
        one = phrase.kind is Kind.PERSON and not phrase.plural
        self.discourse.hear(phrase.start, entity, lexicon.singulars().get(phrase.head) if one else None)
        return entity

    def fuller(self, phrase: Phrase, entity: Entity) -> None:
        """Let a later description tell more of a body than its bare noun ("government", "the government of Ana Sorin"), or which poll."""
        text = self.reader.text(phrase)
        vague = entity.kind is Kind.DOCUMENT and entity.naming is Naming.DESCRIBED and phrase.stop - phrase.start > 2
        if (
            vague and phrase.head in lexicon.words("study") and documents.identified(self.register, phrase)
        ):  # "a poll", "the Lumen Times/Datum poll"
            entity.name, entity.naming = text, Naming.NAMED
        plain = entity.naming is Naming.DESCRIBED and bare(entity.name or "") == entity.head == phrase.head
        if plain and entity.kind in BODIES and bare(text) != phrase.head:
            entity.name, entity.naming = text, self._naming(phrase, None)

    def _speaks_for(self, phrase: Phrase, owner: Entity) -> bool:
        """Tell whether the name of an owner is clearer than the words: behind a pronoun, title or surname."""
        pronoun = self.register.lowers[phrase.start] in lexicon.pronouns()
        person = owner.kind is Kind.PERSON and owner.naming is Naming.NAMED
        short = owner.name is not None and len(owner.name.split()) < _LONG
        return (short and (pronoun or person)) or (bool(owner.name) and self.register.lowers[phrase.start] == "whose")

    def _owned(self, phrase: Phrase) -> str:
        """Return the words behind the owner: "office" of "his office", "Sorin's office"."""
        assert phrase.owner is not None
        behind = phrase.owner[1] + (self.register.words[phrase.owner[1]] in ("'s", "'"))
        return self.reader.text(evolve(phrase, start=behind))

    def _camp(self, phrase: Phrase, owner: Entity) -> Entity | None:
        """Return the body that "her campaign" means where the text also calls it "the Sorin campaign"."""
        if not owner.words or self._owned(phrase).lower() != phrase.head:
            return None
        return self.register.called((*owner.words, phrase.head)) or self.register.called((owner.words[-1], phrase.head))

    def _naming(self, phrase: Phrase, owner: Entity | None) -> Naming:
        """Tell how openly a description names its source (Reuters and AP sourcing rules)."""
        lowers = self.register.lowers
        media = phrase.head == "media" and owner is None and "state" not in lowers[phrase.start : phrase.stop]
        whole = phrase.kind is not Kind.DOCUMENT or phrase.plural  # "a survey of insiders" withholds no name
        end = phrase.end if whole else self._first_of(phrase)
        told = Naming.UNSPECIFIED if media else lexicon.naming_of(" ".join(lowers[phrase.start : end]))
        if told is not None:
            return told
        if phrase.head in ("source", "sources") or (phrase.kind in HUMAN and self._withheld(phrase)):
            return Naming.ANONYMOUS
        body = phrase.kind is Kind.GOVERNMENT and phrase.form is Form.DEFINITE and not phrase.plural
        broadcaster = phrase.form is Form.BARE and not phrase.plural and lowers[phrase.start] == "state"
        guild = phrase.form is Form.DEFINITE and not phrase.plural and self._of_a_trade(phrase)
        institution = body or guild or phrase.head == "police" or (broadcaster and phrase.kind is Kind.OUTLET)
        owned = owner is not None and owner.naming is Naming.NAMED and phrase.kind in BODIES | {Kind.DOCUMENT}
        called = phrase.name is not None and not phrase.name.place
        if institution or owned or ((called or self._of_named(phrase)) and phrase.kind in BODIES):
            return Naming.NAMED
        if phrase.plural and self._exemplified(phrase):
            return Naming.NAMED
        titled = phrase.kind is Kind.DOCUMENT and documents.identified(self.register, phrase)
        return Naming.NAMED if titled else Naming.DESCRIBED

    def _first_of(self, phrase: Phrase) -> int:
        """Return where a phrase tells of what or of whom something is."""
        tokens = range(phrase.start, phrase.end)
        return next((k for k in tokens if self.register.lowers[k] == "of"), phrase.end)

    def _withheld(self, phrase: Phrase) -> bool:
        """Tell whether the sentence says that a name is withheld."""
        line = self.discourse.sentence(phrase.start)
        around = self.document.sentences[line] if line >= 0 else self.register.span(phrase.start, phrase.end)
        return lexicon.withheld(self.document.normal[around.start : around.end].lower())

    def part_of(self, phrase: Phrase, words: str, kind: Kind, group: Entity) -> Entity:
        """Return the source that *words* make of a group; it withholds its name as the group does, or by itself."""
        naming = Naming.DESCRIBED if group.naming is Naming.NAMED else group.naming
        if naming is Naming.DESCRIBED and kind in HUMAN and self._withheld(phrase):
            naming = Naming.ANONYMOUS
        plural = kind is not Kind.PERSON
        part = Entity(f"{words} {_small(group)}", kind, naming, plural=plural, head=group.head, group=group)
        if not plural and group.head in lexicon.singulars():
            self.discourse.hear(phrase.start, part, lexicon.singulars()[group.head])  # "One of the clerks", "the clerk"
        return part

    def _of_named(self, phrase: Phrase) -> bool:
        """Tell whether a body is the one of a body by name: "the mission of the Lumen Forum", not "the city of Marn"."""
        if phrase.form is not Form.DEFINITE or phrase.plural:
            return False
        inside = (self.register.names[i] for i in self.register.inside(phrase.start, phrase.stop))
        words = {
            self.register.lowers[n.start - 1 - (self.register.lowers[n.start - 1] == "the")]
            for n in inside
            if not n.place
        }
        return "of" in words

    def _exemplified(self, phrase: Phrase) -> bool:
        """Tell whether some of a group are named: "three brands, among them Novita", "critics, like Ana Sorin"."""
        behind = self.register.inside(phrase.stop, phrase.end)
        lowers, end = self.register.lowers, self.register.names[behind[0]].start if behind else phrase.stop
        while end > phrase.stop and (lowers[end - 1] == "the" or lowers[end - 1] in lexicon.singulars()):
            end -= 1
        before = " ".join(lowers[phrase.stop : end])
        return before.startswith(",") and before.endswith(_NAMING)

    def _of_a_trade(self, phrase: Phrase) -> bool:
        """Tell whether a body is known by whom it unites: "the teachers' union", "the bar association"."""
        lowers = self.register.lowers
        if lowers[phrase.start] in lexicon.words("indefinite"):
            return False
        at = next((k for k in range(phrase.start, phrase.stop) if lowers[k] == phrase.head), phrase.start)
        before = lowers[at - 1]
        trade = before in lexicon.words("trade") or (before == "'" and lowers[at - 2].endswith("s"))
        return phrase.head in lexicon.words("guild") and at > phrase.start + 1 and trade


def _kind(phrase: Phrase, naming: Naming) -> Kind:
    if phrase.plural and naming is Naming.DESCRIBED and phrase.head in lexicon.words("membership"):
        return Kind.GROUP  # "advocacy groups", "many countries"
    if phrase.form is Form.INDEFINITE and phrase.head in _POSTS and not phrase.plural and naming is not Naming.NAMED:
        return Kind.PERSON  # whoever posted it
    if phrase.kind is Kind.UNKNOWN and phrase.head in ("source", "sources"):
        return Kind.GROUP if phrase.head == "sources" else Kind.PERSON
    return phrase.kind


def unspecified() -> Entity:
    """Return a source of which nothing is told."""
    return Entity(None, Kind.UNKNOWN, Naming.UNSPECIFIED)


def bare(text: str) -> str:
    """Return a name or description in lower case without its article."""
    lower = text.lower()
    return next((lower[len(a) :] for a in ("the ", "a ", "an ") if lower.startswith(a)), lower)


def _small(group: Entity) -> str:
    """Return the name of a group without the capital of a sentence's start."""
    name = group.name or ""
    first = name.split(" ", 1)[0]
    common = first.lower() in lexicon.nouns() or first.lower() in lexicon.words("indefinite")
    return name[:1].lower() + name[1:] if common and first not in lexicon.peoples() else name
