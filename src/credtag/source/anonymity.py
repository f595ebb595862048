"""Find who withholds a name in a sentence of its own: "Both asked not to be named.", "The clerk spoke on background."."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from credtag.labels import Kind, Naming
from credtag.records import Document
from credtag.source import lexicon
from credtag.source.description import descriptions
from credtag.source.discourse import Discourse
from credtag.source.noun_phrases.phrase import Form
from credtag.source.noun_phrases.phrases import Reader
from credtag.source.pronoun import pronouns
from credtag.source.pronoun.salience import Place
from credtag.source.register.entity import HUMAN, Entity


def withhold(discourse: Discourse, reader: Reader, sources: Collection[Entity], publisher: Entity) -> None:
    """Make those of the described *sources* anonymous who withhold their names, with the group that does each of it."""
    described: defaultdict[Entity, list[Entity]] = defaultdict(list)  # by themselves and by their group
    for source in sources:
        if source.naming is Naming.DESCRIBED and source.kind in HUMAN:
            described[source].append(source)
            described[source.group or source].append(source)
    for token in _withholding(discourse.document):
        subject = _subject(discourse, reader, token, publisher)
        for entity in _two(discourse, token) or ([subject] if subject is not None else []):
            for source in described.get(entity, ()):
                source.naming = Naming.ANONYMOUS


def _two(discourse: Discourse, token: int) -> Sequence[Entity]:
    """Return the two who are only described and spoke last, of whom a sentence says "both"."""
    if discourse.register.lowers[token] != "both":
        return ()
    spoke = list(dict.fromkeys(turn.entity for turn in discourse.past_turns(token, 1)))[:2]
    single = all(e.kind is Kind.PERSON and e.naming is Naming.DESCRIBED and not e.plural for e in spoke)
    return spoke if single and len(spoke) == 2 else ()


def _subject(discourse: Discourse, reader: Reader, token: int, publisher: Entity) -> Entity | None:
    """Return whom a sentence that begins at *token* is about: "They", "Both", "She", "The clerk"."""
    word = discourse.register.lowers[token]
    role, gender = lexicon.pronouns().get(word, ("", "u"))
    if role == "third":
        return pronouns.person(discourse, Place(token, gender))[0]
    if role == "plural" or word in ("both", "all"):
        entity, _ = pronouns.group(discourse, token, None)
        return entity if entity is None else entity.group or entity
    phrase = reader.opening(token)
    definite = phrase is not None and phrase.form is Form.DEFINITE
    return descriptions.bearer(discourse, phrase, publisher)[0] if phrase is not None and definite else None


def _withholding(document: Document) -> Iterator[int]:
    """Yield the first token of each sentence that says that a name is withheld."""
    text, lines = document.normal.lower(), set()
    for phrase in _phrases():
        at = text.find(phrase)
        while at >= 0:
            lines.add(document.sentence_at(at))
            at = text.find(phrase, at + 1)
    for line in sorted(line for line in lines if line is not None):
        yield document.token_at(document.sentences[line].start)


@cache
def _phrases() -> frozenset[str]:
    """Return the phrases, also with "n't"."""
    told = lexicon.vague("withheld")
    return told | {f" {phrase}".replace(" not ", "n't ").strip() for phrase in told if " not " in f" {phrase}"}
