"""Choose whom a definite description means: "the mayor", "the channel", "the report"; one candidate or none."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from credtag.labels import Kind, Naming
from credtag.source import lexicon
from credtag.source.description import bodies, complements, documents, variations
from credtag.source.discourse import Discourse
from credtag.source.noun_phrases.phrase import Form, Phrase
from credtag.source.proper_names import outlets
from credtag.source.register.entities import Register
from credtag.source.register.entity import BODIES, Entity, Trail, fits

_NAMED_BY = 3  # paragraphs behind the lead that name whom it describes
_ANY_TEXT = frozenset(("document", "text"))
_PARTISANS = frozenset(("republican", "democrat"))  # as many are
_RANKS = frozenset(("deputy", "assistant", "vice"))
_MOST = 40  # people of an article among whom a deputy is looked for
_STEM = 4  # letters that Karvia and Karvian share
_MAIN = 4  # mentions of an article's main person
_BESIDE = 8  # tokens between the names of a person and of whom the person serves
_PARENTS, _CHILDREN = frozenset(("mother", "father")), frozenset(("son", "daughter"))
_SIBLINGS = frozenset(("brother", "sister"))
_TURNED = {  # as what a relative is related back
    **dict.fromkeys(_PARENTS, _CHILDREN),
    **dict.fromkeys(_CHILDREN, _PARENTS),
    **dict.fromkeys(_SIBLINGS, _SIBLINGS),
}
_POSSESSIVES = frozenset(("his", "her", "their", "its"))
_LINKS = frozenset(
    (",", "a", "an", "the", "his", "her", "for", "of", "to", "'s", "'", "who", "is", "was", "senior", "chief")
)

Choice = tuple[Entity | None, str | None]


def bearer(discourse: Discourse, phrase: Phrase, publisher: Entity) -> Choice:
    """Choose the entity that a definite description means.

    Returns:
        The entity, or None and, when several fit as well, the reason.
    """
    entity, reason = _bearer(discourse, phrase, publisher)
    described = entity is not None and (
        entity.naming is not Naming.NAMED
        or entity.kind is Kind.DOCUMENT
        or (entity.kind in BODIES and not entity.words)
    )
    if described and entity is not None and _contrasts(discourse, phrase, entity):
        return None, None
    return entity, reason


def _contrasts(discourse: Discourse, phrase: Phrase, entity: Entity) -> bool:
    """Tell whether a description sets its bearer apart from one described before: "the second suit", "the Lumen poll"."""
    register, told = discourse.register, (entity.name or "").lower()
    words = lexicon.words("contrast").intersection(register.lowers[phrase.start : phrase.stop])
    if not words.issubset(told.split()):
        return True
    if entity.kind in BODIES and _elsewhere(register, phrase, entity):
        return True
    first, *others = (entity.name or "").split() or [""]
    owned = first[:1].isupper() and first.endswith(("'s", "'"))  # "Datum's poll"
    made = entity.kind is Kind.DOCUMENT and (owned or any(w[:1].isupper() for w in others))
    makers = register.words[phrase.start + 1 : phrase.stop] if made else ()  # also "the Datum/Lumen poll"
    return any(word[0].isupper() and word.lower() not in told for word in makers)


def _elsewhere(register: Register, phrase: Phrase, body: Entity) -> bool:
    """Tell whether two descriptions of bodies name other places: "the government in Belmar" is not "the Karvian government"."""
    asked = {w[:_STEM] for w in register.words[phrase.start + 1 : phrase.stop] if w[0].isupper()}
    told = {w[:_STEM] for w in (body.name or "").split()[1:] if w[0].isupper()}
    return bool(asked) and bool(told) and asked.isdisjoint(told)


def _bearer(discourse: Discourse, phrase: Phrase, publisher: Entity) -> Choice:
    if phrase.kind is Kind.PERSON and not phrase.plural:
        entity, reason = _person(discourse, phrase)
        firm = entity is None and bodies.may_be(discourse.register, phrase)  # "the broker"
        return (bodies.meant(discourse, phrase) if firm else entity), reason
    if phrase.kind is Kind.DOCUMENT:
        site = _outlet(discourse, phrase, publisher) if phrase.head in lexicon.words("hosted") else None
        return site or _document(discourse, phrase), None
    if phrase.kind is Kind.OUTLET:
        return _printed_study(discourse, phrase) or _outlet(discourse, phrase, publisher), None
    if phrase.kind in (Kind.ORGANISATION, Kind.GOVERNMENT):
        return bodies.meant(discourse, phrase), None
    return _group(discourse, phrase), None


# --------------------------------------------------------------------------- people


def _person(discourse: Discourse, phrase: Phrase) -> Choice:
    heard = discourse.all_heard(phrase.start, phrase.head)
    same = next((e for e in heard if complements.agree(discourse, phrase, e) is not False), None)
    turn = discourse.last_turn(phrase.start)
    if same is not None and turn is not None and turn.entity is same:
        return same, None
    trail = discourse.register.role_trails.get(phrase.head)
    bearers = [] if trail is None else (trail.latest(phrase.start) or _named_later(discourse, phrase, trail))
    bearers = _of_rank(discourse, phrase, [e for e in bearers if fits(e.gender, phrase.gender)])
    if turn is not None and _another_once(discourse, phrase, bearers, turn.entity):
        return None, None
    verdicts = {e: complements.agree(discourse, phrase, e) for e in bearers}
    bearers = [e for e in bearers if verdicts[e]] or [e for e in bearers if verdicts[e] is None]
    if len(bearers) == 1:
        return bearers[0], None
    if bearers:
        return _one_of(discourse, phrase, bearers)
    if same is not None:
        return same, None
    if phrase.head.endswith("-year-old"):
        told = (turn.entity for turn in discourse.past_turns(phrase.start))
        same = next((e for e in told if phrase.head in (e.name or "").lower().split()), None)
        if same is not None:
            return same, None
    return None, None


def _named_later(discourse: Discourse, phrase: Phrase, trail: Trail) -> list[Entity]:
    """Return the first of a role where the text names none before, unless as another: "the first leader said leader Ana Sorin"."""
    late = discourse.paragraph(phrase.start) > discourse.lead() + _NAMED_BY  # by then the text has named whom it means
    if late or phrase.head in _PARTISANS or discourse.quoted(phrase.start):  # who is quoted has not read on
        return []
    near = range(phrase.stop, phrase.stop + _BESIDE)
    lowers = discourse.register.lowers
    return [e for e in trail.entities()[:1] if e.at[0] not in near or lowers[e.at[0] - 1] != phrase.head]


def _of_rank(discourse: Discourse, phrase: Phrase, bearers: list[Entity]) -> list[Entity]:
    """Return those of a role who are deputies, if the description says so, else rather those who are none."""
    asked = _RANKS.intersection(discourse.register.lowers[phrase.start : phrase.stop]) - {phrase.head}
    ranks = {e: _RANKS.intersection(_posts(e)) for e in bearers}
    was = "former" in discourse.register.lowers[phrase.start : phrase.stop]
    if len(bearers) > 1 and not asked:
        bearers = [e for e in bearers if discourse.register.namesakes.is_former(e) is was] or bearers
    if not asked:  # a deputy minister may be "the minister", a vice president is no president
        return [e for e in bearers if not ranks[e]] or [e for e in bearers if "vice" not in ranks[e]]
    held = [e for e in bearers if asked <= ranks[e]]
    known = discourse.register.people[:_MOST]
    return held or [e for e in known if asked <= e.roles or asked | {phrase.head} <= _posts(e)]


def _posts(person: Entity) -> set[str]:
    """Return the words for what someone is: "vice" and "president" of a vice-president."""
    return set(" ".join((*person.roles, (person.title or "").lower())).replace("-", " ").split())


def _another_once(discourse: Discourse, phrase: Phrase, bearers: Sequence[Entity], speaker: Entity) -> bool:
    """Tell whether a former minister is who speaks, where the text calls only those who are in office so."""
    if "former" not in discourse.register.lowers[phrase.start : phrase.stop] or not bearers or speaker in bearers:
        return False
    unknown = (
        speaker.kind is Kind.PERSON and speaker.naming is Naming.NAMED and all(map(variations.anyone, speaker.roles))
    )
    return unknown and not any(discourse.register.namesakes.is_former(e) for e in bearers)


def _one_of(discourse: Discourse, phrase: Phrase, bearers: Sequence[Entity]) -> Choice:
    """Choose among those who bear the role: by modifier, by turn, by recency."""
    modifiers = set(discourse.register.lowers[phrase.start : phrase.stop]) - {"the", phrase.head}
    told = [e for e in bearers if modifiers & set(f"{e.title or ''} {e.affiliation or ''}".lower().split())]
    if len(told) == 1:
        return told[0], None
    turn = discourse.last_turn(phrase.start)
    if turn is not None and turn.entity in bearers:
        return turn.entity, None
    last = bearers[0].last_before(phrase.start)
    if last >= 0 and discourse.paragraph(phrase.start) - discourse.paragraph(last) <= 1:
        return bearers[0], None
    main, second, *_ = sorted(bearers, key=lambda e: -len(e.at))
    if len(main.at) >= max(_MAIN, 2 * len(second.at)):  # "the pope" of all the text, not the one before him
        return main, None
    return None, "description-ambiguous"


def introduced(discourse: Discourse, phrase: Phrase) -> Entity | None:
    """Choose the one person or body that headline or lead only describe and the next paragraphs name: "A lawmaker wants …"."""
    register, lead = discourse.register, discourse.lead()
    lowers = register.lowers
    human = phrase.head in lexicon.words("human")
    told = human and lowers[phrase.stop : phrase.stop + 1] == ("who",)  # "The man who has run the mill for years"
    single = phrase.form is Form.BARE or told or lowers[phrase.start] in ("a", "an", phrase.head)
    if phrase.plural or not single or discourse.paragraph(phrase.start) > lead:
        return None
    if phrase.kind is Kind.PERSON:
        trail = register.role_trails.get(phrase.head)
    elif phrase.kind in (Kind.ORGANISATION, Kind.GOVERNMENT):
        trail = register.body_trail if phrase.head in lexicon.words("firm") else register.word_trails.get(phrase.head)
        if trail is None:
            trail = Trail((e.at[0], e) for e in bodies.of_sort(register, phrase) if e.at)
    else:
        return None
    found = {e for e in trail.entities() if phrase.kind is e.kind and e.naming is Naming.NAMED} if trail else set()
    found = {e for e in found if e.at[0] > phrase.start and discourse.paragraph(e.at[0]) <= lead + _NAMED_BY}
    if not found and phrase.kind is Kind.PERSON:
        same = discourse.heard(phrase.start, phrase.head)  # the headline's "lawmaker"
        found = (
            _undescribed(discourse, lead, phrase.gender) if same is None or same.naming is not Naming.NAMED else {same}
        )
    return found.pop() if len(found) == 1 else None


def _undescribed(discourse: Discourse, lead: int, gender: str) -> set[Entity]:
    """Return the people whom the paragraphs behind the lead name first without a word on who they are: the lead said it.

    Those who speak there go before the others.
    """
    near = [e for e in discourse.register.people if e.at and lead < discourse.paragraph(e.at[0]) < lead + _NAMED_BY]
    found = {e for e in near if len(e.words) > 1 and not e.roles and e.title is None and fits(e.gender, gender)}
    return {e for e in found if discourse.speaks(e.at[0])} or found


def serving(discourse: Discourse, phrase: Phrase, owner: Entity) -> Entity | None:
    """Choose the one person of a role beside whose name the owner's stands: "Sorin spokesman Pavel Tresk", "the mayor's spokesman"."""
    if phrase.head in lexicon.words("spouse") and (spouse := _namesake(discourse, owner, phrase)) is not None:
        return spouse
    if (relative := _relative(discourse, phrase, owner)) is not None:
        return relative
    trail = discourse.register.role_trails.get(phrase.head)
    if trail is None or phrase.kind is not Kind.PERSON or phrase.plural:
        return None
    found = {e for e in trail.entities() if e is not owner and _stands_beside(discourse, e, owner)}
    return found.pop() if len(found) == 1 else None


def once_serving(discourse: Discourse, phrase: Phrase, owner: Entity) -> Entity | None:
    """Choose the one who spoke in the paragraph before without a word on who that is: "Marn's former strategist said"."""
    turn = discourse.last_turn(phrase.start, 1)
    post = (
        phrase.kind is Kind.PERSON
        and not phrase.plural
        and "former" in discourse.register.lowers[phrase.start : phrase.stop]
    )
    if turn is None or not post or turn.entity is owner or phrase.head in _relatives():
        return None
    known = turn.entity.kind is Kind.PERSON and turn.entity.naming is Naming.NAMED and len(turn.entity.words) > 1
    told = turn.entity.roles or turn.entity.title or not fits(turn.entity.gender, phrase.gender)
    early = discourse.paragraph(phrase.start) == discourse.lead() + 1
    return turn.entity if known and early and not told and len(_speakers(discourse, phrase.start)) == 1 else None


def _speakers(discourse: Discourse, token: int) -> set[Entity]:
    return {turn.entity for turn in discourse.past_turns(token)}


def _relatives() -> frozenset[str]:
    return lexicon.words("kin") | lexicon.words("spouse") | lexicon.words("human") | frozenset(("lawyer", "attorney"))


def _namesake(discourse: Discourse, owner: Entity, phrase: Phrase) -> Entity | None:
    """Return the one other person of a surname, of the other sex: the wife of Pavel Sorin is Ana Sorin."""
    if owner.kind is not Kind.PERSON or len(owner.words) < 2 or phrase.gender == "u":
        return None
    shared = discourse.register.namesakes.of(owner.words[-1].lower())
    people = [e for e in shared if e is not owner and len(e.words) > 1]
    kin = lexicon.words("kin")
    fitting = [e for e in people if e.gender == phrase.gender and e.roles.isdisjoint(kin)]
    fitting = [e for e in people if phrase.head in e.roles] or fitting
    return fitting[0] if len(fitting) == 1 else None


def _relative(discourse: Discourse, phrase: Phrase, owner: Entity) -> Entity | None:
    """Return the one relative whom the text names as such, from either side: the mother of "Ana Sorin's son, Karl"."""
    turned = _TURNED.get(phrase.head, frozenset())
    if owner.kind is not Kind.PERSON or phrase.plural or not turned:
        return None
    register = discourse.register
    shared = register.namesakes.of(owner.words[-1].lower()) if owner.words else ()
    kin = {e for e in shared if phrase.head in e.roles or not turned.isdisjoint(owner.roles)}
    kin |= {e for at in owner.at[:_MAIN] if (e := _relates(register, at, turned)) is not None}
    found = {e for e in kin if e is not owner and len(e.words) > 1 and fits(e.gender, phrase.gender)}
    return found.pop() if len(found) == 1 else None


def _relates(register: Register, at: int, nouns: frozenset[str]) -> Entity | None:
    """Return whose relative the name at *at* is: Ana Sorin of "Ana Sorin's son, Karl"."""
    noun = at - 1 - (register.lowers[at - 1] == ",")
    if noun < 2 or register.lowers[noun] not in nouns or register.lowers[noun - 1] not in ("'s", "'"):
        return None
    last = register.inside(0, noun).stop - 1
    return register.of[last] if last >= 0 and register.names[last].end == noun - 1 else None


def _stands_beside(discourse: Discourse, person: Entity, owner: Entity) -> bool:
    register = discourse.register
    for at in person.at[:_MAIN]:
        if _his(discourse, at, owner):
            return True
        beside = register.inside(max(at - _BESIDE, 0), at + _BESIDE)
        if any(register.of[i] is owner and _hold_together(discourse, at, register.names[i].start) for i in beside):
            return True
    return False


def _his(discourse: Discourse, at: int, owner: Entity) -> bool:
    """Tell whether a pronoun makes a person the owner's who is named before: "Ana Sorin met her lawyer, Pavel Tresk"."""
    lowers = discourse.register.lowers
    line = max(discourse.sentence(at) - 1, 0)
    start = discourse.document.token_at(discourse.document.sentences[line].start)
    noun = at - 1 - (lowers[at - 1] == ",")
    own = lowers[noun] in lexicon.nouns() and not _POSSESSIVES.isdisjoint(lowers[max(noun - 3, start) : noun])
    return own and owner.last_before(at) >= start


def _hold_together(discourse: Discourse, one: int, other: int) -> bool:
    """Tell whether the words between two names only say who the one is to the other."""
    first, lowers, nouns = min(one, other), discourse.register.lowers, lexicon.nouns()
    between = lowers[discourse.end_of(first) : max(one, other)]
    if between == (",",):  # "a spokesman for Sorin, Pavel Tresk"
        return first > 1 and lowers[first - 1] in _LINKS and lowers[first - 2] in nouns
    return any(w in nouns for w in between) and all(w in nouns or w in _LINKS or w in lexicon.titles() for w in between)


# --------------------------------------------------------------------------- documents, bodies, groups


def _document(discourse: Discourse, phrase: Phrase) -> Entity | None:
    kindred = _texts() if phrase.head in _ANY_TEXT else documents.kindred(phrase.head)
    same = _made_by_such(discourse, phrase) or discourse.heard(phrase.start, phrase.head)
    return same or titled(discourse, phrase, kindred) or discourse.heard(phrase.start, *kindred)


def _made_by_such(discourse: Discourse, phrase: Phrase) -> Entity | None:
    """Return the text told of before whose maker is named again: "the Lumen report" among several."""
    register = discourse.register
    makers = [w.lower() for i in register.inside(phrase.start, phrase.stop) for w in register.names[i].words]
    heard = discourse.all_heard(phrase.start, phrase.head) if makers else ()
    return next((e for e in heard if set(makers) <= set((e.name or "").lower().split())), None)


def titled(discourse: Discourse, phrase: Phrase, kindred: Collection[str] = ()) -> Entity | None:
    """Return the text whose title ends with the noun or one of its sort: "the law" is the Clean Ports Act."""
    trails = discourse.register.word_trails
    nouns = [noun for noun in (phrase.head, *kindred) if noun in trails] if phrase.stop - phrase.start == 2 else []
    found = [m for n in nouns for m in trails[n].before(phrase.start) if m[1].kind is Kind.DOCUMENT]
    return max(found, key=lambda m: m[0], default=(-1, None))[1]


def _printed_study(discourse: Discourse, phrase: Phrase) -> Entity | None:
    """Return the study that "the paper" means where a study was told of and no newspaper."""
    studies = lexicon.words("study")
    if phrase.head not in studies or phrase.stop - phrase.start != 2:
        return None
    study, register = discourse.heard(phrase.start, *studies), discourse.register
    papers = (at for at, _ in register.outlet_trail.before(phrase.start) if not _journal(register, at))
    return study if study is not None and study.kind is Kind.DOCUMENT and next(papers, None) is None else None


def _journal(register: Register, at: int) -> bool:
    """Tell whether the name at *at* is a scientific journal's."""
    return register.lowers[at - 1 : at] == ("journal",) or register.words[at] in lexicon.words("journal")


@cache
def _texts() -> tuple[str, ...]:
    """Return the nouns for documents: any of them may come back as "the document"."""
    return tuple(noun for noun, entry in lexicon.nouns().items() if entry.kind is Kind.DOCUMENT and not entry.plural)


def _outlet(discourse: Discourse, phrase: Phrase, publisher: Entity) -> Entity | None:
    """Choose the outlet called so ("the newsletter Kompas"), else the last one of that medium: "the channel" is no newspaper."""
    register, token = discourse.register, phrase.start
    called = register.word_trails.get(phrase.head)
    named = called.latest(token) if called is not None else []
    if (same := next((e for e in named if e.kind is Kind.OUTLET and e is not publisher), None)) is not None:
        return same
    nouns = outlets.nouns_like(phrase.head)
    hosted = lexicon.words("hosted")
    site = phrase.head in hosted
    trail = register.body_trail if site else register.outlet_trail
    fitting = (m for m in trail.before(token) if outlets.may_be(m[1].name or "", phrase.head))
    fitting = (m for m in fitting if not site or outlets.is_site(m[1].words) or m[1].roles & hosted)
    last = next((m for m in fitting if m[1] is not publisher), (-1, None))
    described = discourse.last_heard(token, *nouns)
    return described[1] if described is not None and described[0] > last[0] else last[1]


def _of_study(discourse: Discourse, phrase: Phrase) -> Entity | None:
    """Return the study just told of whose authors "the scientists" are."""
    authors = phrase.head in lexicon.words("maker") | lexicon.words("author") and phrase.stop - phrase.start == 2
    study = discourse.heard(phrase.start, *lexicon.words("study")) if authors else None
    if study is not None:
        discourse.manned.add(study)
    return study


def _behind_text(discourse: Discourse, phrase: Phrase) -> Entity | None:
    """Return whose letter or suit was just told of: "the signatories", "the plaintiffs"."""
    texts = lexicon.words(f"text of {phrase.head}")
    return discourse.heard(phrase.start, *texts) if texts and phrase.stop - phrase.start == 2 else None


def _group(discourse: Discourse, phrase: Phrase) -> Entity | None:
    makers = lexicon.words("maker")
    teams = makers | {"team"}
    same = discourse.heard(phrase.start, phrase.head) or (
        discourse.heard(phrase.start, *teams) if phrase.head in teams else None
    )
    same = same or _of_study(discourse, phrase) or _behind_text(discourse, phrase)
    if same is not None:
        return same
    trail = discourse.register.word_trails.get(phrase.head)
    kinds = {Kind.GROUP} if phrase.plural else BODIES | {Kind.GROUP}  # "the team" is the Lumen Olympic Team
    return None if trail is None else next((e for e in trail.latest(phrase.start) if e.kind in kinds), None)
