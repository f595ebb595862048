"""Whose words a text is that was told of before: "the ruling" of the court, "the letter" of whoever wrote."""

from __future__ import annotations

from credtag.labels import Channel, Kind, Naming
from credtag.records import Attribution
from credtag.source import lexicon
from credtag.source.description.documents import AUTHORS
from credtag.source.discourse import NEAR, Discourse
from credtag.source.noun_phrases.phrase import Form, Phrase
from credtag.source.noun_phrases.phrases import Reader
from credtag.source.register.entity import Entity

_BENCH = ("court", "judge", "tribunal", "panel")
_WRITING = frozenset(("wrote", "posted", "tweeted", "emailed", "published", "circulated"))
_GIVING = frozenset(("provided", "issued", "released", "sent", "gave"))
_SENT = frozenset(("sent", "written", "signed", "penned", "authored", "drafted", "composed"))
_WRITERS = AUTHORS | {Kind.GROUP}
_DESCRIBED = (Form.INDEFINITE, Form.BARE, Form.DEFINITE)
_SUBJECT = 9  # tokens from the start of a sentence to the verb of its subject
_OBJECT = 5  # tokens from such a verb to its object
_SENTENCES = 6  # from a text back to who wrote it
_AS = {
    Channel.SOCIAL_POST: ("post", "tweet", "message"),
    Channel.CORRESPONDENCE: ("email", "e-mail", "letter", "message"),
    Channel.WRITTEN_STATEMENT: ("statement", "announcement", "release"),
    Channel.COURT_FILING: ("brief", "submission", "filing"),
    Channel.DOCUMENT: ("statement", "filing"),
}


def hear(discourse: Discourse, token: int, entity: Entity, found: Attribution) -> None:
    """Remember whose words a text is: "the statement" of whoever said so "in a statement"."""
    occasion = found.occasion
    if occasion.span is None or entity.name is None:
        return
    told = discourse.document.normal[occasion.span.start : occasion.span.end].lower().split()
    behind = discourse.document.token_at(occasion.span.end)
    if (
        told[0] != "in" and "by" in discourse.register.lowers[behind : behind + 2]
    ):  # "a statement issued by the port was short"
        return
    classes = ["written", "ruling", *(["printed"] if entity.kind is Kind.OUTLET else [])]
    nouns = frozenset().union(*map(lexicon.words, classes)).intersection(told)
    for noun in nouns.union(_AS.get(occasion.channel, ())):
        discourse.hear(token, entity, noun)


def writer(discourse: Discourse, phrase: Phrase) -> Entity | None:
    """Return whose words "the ruling" or "the letter" is, by who ruled or wrote just before."""
    if phrase.form is not Form.DEFINITE or phrase.end - phrase.start != 2:
        return None
    if phrase.plural:  # "the ads"
        return _writer(discourse, phrase) if phrase.head.removesuffix("s") in lexicon.words("advert") else None
    if phrase.head in lexicon.words("ruling"):
        return _bench(discourse, phrase.start)
    essayed = phrase.head in lexicon.words("essay") and phrase.head not in lexicon.words("study")
    return _writer(discourse, phrase) if essayed or phrase.head in lexicon.words("written") else None


def described_writer(discourse: Discourse, reader: Reader, phrase: Phrase) -> Phrase | None:
    """Return the description of whoever wrote "the letter" or filed "the suit": "Forty clerks wrote to the board"."""
    filed = phrase.head in lexicon.words("filed")
    if not _plain(phrase) or not (filed or phrase.head in lexicon.words("written")):
        return None
    acts = lexicon.words("filing") | lexicon.words("suing") if filed else _WRITING | _GIVING | {"signed"}
    lowers, sentences = discourse.register.lowers, discourse.document.sentences
    here = discourse.sentence(phrase.start)
    for line in range(here - 1, max(here - _SENTENCES, 0) - 1, -1):
        start, end = discourse.document.token_range(sentences[line])
        act = next((k for k in range(start + 1, min(start + _SUBJECT, end)) if lowers[k] in acts), None)
        if act is not None:
            subject = reader.read(start, act - (lowers[act - 1] in lexicon.words("auxiliary")))
            several = subject.kind in _WRITERS and subject.name is None and subject.form in _DESCRIBED
            return subject if several else None
    return None


def _plain(phrase: Phrase) -> bool:
    return phrase.form is Form.DEFINITE and phrase.end - phrase.start == 2 and not phrase.plural


def _bench(discourse: Discourse, token: int) -> Entity | None:
    """Return the court or judge that was the last source, else the court named or described last."""
    turns = (turn.entity for turn in discourse.past_turns(token) if _rules(turn.entity))
    named = discourse.register.word_trails.get("court")
    courts = (e for at, e in named.before(token) if _close(discourse, at, token)) if named is not None else iter(())
    return next(turns, None) or next(courts, None) or discourse.heard(token, *_BENCH)


def _rules(entity: Entity) -> bool:
    court = entity.kind is Kind.GOVERNMENT and "court" in (entity.name or "").lower()
    return court or (entity.naming is Naming.NAMED and not entity.roles.isdisjoint(("judge", "justice")))


def _close(discourse: Discourse, at: int, token: int) -> bool:
    return discourse.paragraph(token) - discourse.paragraph(at) <= NEAR


def _writer(discourse: Discourse, phrase: Phrase) -> Entity | None:
    """Return who was a source in the last sentence that tells of the text or of writing: "Sorin wrote to the board"."""
    lowers, sentences = discourse.register.lowers, discourse.document.sentences
    here = discourse.sentence(phrase.start)
    essays = lexicon.words("essay")
    nouns = essays - {"article"} if phrase.head in essays else frozenset((phrase.head,))
    if phrase.head == "statement" and not _told_of(discourse, phrase):
        turn = discourse.last_turn(phrase.start, 1)
        return turn.entity if turn is not None and here - discourse.sentence(turn.token) <= 1 else None
    for line in range(here, max(here - _SENTENCES, -1), -1):
        start, end = discourse.document.token_range(sentences[line])
        end = min(end, phrase.start)
        words = lowers[start:end]
        told = next((k for k, word in enumerate(words) if word in nouns), None)
        if told is not None:
            at = start + told
            if (sender := _sender(discourse, at, end)) is not None:
                return sender
            if "by" in lowers[at + 1 : at + 3]:  # "a statement issued by the port"
                return None
            given = next((k for k in range(at - 1, max(at - _OBJECT, start), -1) if lowers[k] in _GIVING), None)
            giver = None if given is None else _naming(discourse, given)
            return giver or _first(discourse, start, end)
        wrote = next((start + k for k, word in enumerate(words) if word in _WRITING), None)
        if wrote is not None:
            return _wrote(discourse, start, wrote) or _first(discourse, start, wrote)
    return None


def _sender(discourse: Discourse, at: int, end: int) -> Entity | None:
    """Return by whom a text was written or sent: "The email, released by the port, was sent at noon by Ana Sorin"."""
    lowers, register = discourse.register.lowers, discourse.register
    sent = next((k for k in range(at + 1, end) if lowers[k] in _SENT), end)
    by = next((k for k in range(sent + 1, min(sent + _SUBJECT, end)) if lowers[k] == "by"), end)
    named = (register.of[i] for i in register.inside(by + 1, min(by + _SUBJECT, end)))
    return next((e for e in named if e is not None and e.kind is Kind.PERSON), None)


def _naming(discourse: Discourse, end: int) -> Entity | None:
    """Return who is named right before *end*, with whom they are named: "Ana Sorin and Pavel Drun sent a letter"."""
    register = discourse.register
    ends = [i for i in register.inside(max(end - _OBJECT, 0), end) if register.names[i].end == end]
    if not ends:
        return None
    people = [e for e in (register.of[i] for i in register.together(ends[0])) if e is not None]
    return discourse.joined([e.name for e in people], Kind.GROUP) if len(people) > 1 else register.of[ends[0]]


def _told_of(discourse: Discourse, phrase: Phrase) -> bool:
    """Tell whether the sentences before speak of such a text already: "a statement issued by the port"."""
    here, sentences = discourse.sentence(phrase.start), discourse.document.sentences
    first = discourse.document.token_at(sentences[max(here - _SENTENCES, 0)].start)
    return phrase.head in discourse.register.lowers[first : phrase.start]


def _wrote(discourse: Discourse, start: int, verb: int) -> Entity | None:
    """Return the source right behind a verb of writing, else the last one before it."""
    turns = [(at, e) for at, e in discourse.turns.before(verb + 2) if at >= start]
    return turns[0][1] if turns else None


def _first(discourse: Discourse, start: int, end: int) -> Entity | None:
    """Return the source of a sentence, or whoever it names first."""
    turns = [e for at, e in discourse.turns.before(end) if at >= start and not discourse.quoted(at)]
    if turns:
        return turns[-1]
    register = discourse.register
    named = (
        register.of[i] for i in register.inside(start, end) if register.lowers[register.names[i].start - 1] != "to"
    )
    return next((e for e in named if e is not None and e.kind in AUTHORS), None)
