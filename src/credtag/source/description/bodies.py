"""Choose which body a definite description means: "the agency", "the company", "the think tank"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

from credtag.labels import Kind, Naming
from credtag.source import lexicon
from credtag.source.discourse import NEAR, Discourse
from credtag.source.noun_phrases.phrase import Phrase
from credtag.source.pronoun import pronouns
from credtag.source.proper_names import outlets
from credtag.source.register.entities import Register
from credtag.source.register.entity import BODIES, Entity, Trail

_VARIED = 5  # words of a description that varies a name
_BENCHES = {"appellate": "appeals", "high": "supreme"}
_WHERE = frozenset(("at", "outside", "near", "inside", "beside", "opposite"))
_SERVING = frozenset(("at", "of", "for", "from", "with"))
_MOST = 40  # bodies of an article among which one that everybody knows is looked for
_STEM = 4  # letters by which "the mining company" is Karvo Mines
_BESIDE = 4  # mentions of bodies back
_BACK = 200  # tokens in which a noun may have been told of another


def meant(discourse: Discourse, phrase: Phrase) -> Entity | None:
    """Choose the body whose name has the noun as its head, else the last agency or organisation."""
    register, token = discourse.register, phrase.start
    if (same := _same(discourse, phrase)) is not None:
        return same
    if (found := _called(register, phrase)) is not None:
        return found
    found = (
        _known(register, phrase)
        or _country(discourse, phrase)
        or _served(discourse, phrase)
        or _headed(discourse, phrase)
        or _of_trade(register, phrase)
    )
    if found is not None:
        at, told = discourse.last_heard(token, phrase.head) or (-1, found)
        return told if at > found.last_before(token) and not told.words else found  # "A panel of clerks said"
    if phrase.head in lexicon.words("firm") and not phrase.plural and _plain(discourse, phrase):
        near = _near_organisation(discourse, token, phrase.head)
        if near is not None:
            return near
        if (unsure := _taken_for_person(discourse, token, phrase.head)) is not None:
            unsure.kind = Kind.ORGANISATION if phrase.kind is Kind.PERSON else phrase.kind
            return unsure
    if phrase.stop - phrase.start == 2:  # "the agency"; "the city council" names more than its noun
        if phrase.head in lexicon.words("wire"):
            return next((e for e in register.body_trail.latest(token) if e.kind is Kind.OUTLET or _initials(e)), None)
        sort = phrase.head in lexicon.words("sort")  # a league is no club, whoever was named last
        if (
            phrase.kind is Kind.ORGANISATION
            and not (sort or phrase.plural)
            and (near := _near_organisation(discourse, token, phrase.head)) is not None
        ):
            return near
    return discourse.heard(token, phrase.head) or discourse.heard(token, *_others(phrase))


def _others(phrase: Phrase) -> Collection[str]:
    """Return the other nouns for bodies that may be meant: "the groups" are organisations."""
    return kindred(phrase.head) if phrase.plural else heads(phrase.head)


def kindred(noun: str) -> frozenset[str]:
    """Return the plural nouns for the same sort of bodies: "groups" and "charities", "countries" and "nations"."""
    return next(
        (words for f in ("associated", "companies", "lands") if noun in (words := lexicon.words(f))), frozenset()
    )


def heads(noun: str) -> list[str]:
    """Return the nouns for bodies of a sort: "the force" may be the police, "the panel" a commission."""
    return [word.lower() for word in lexicon.words(f"headed {noun}")]


def _called(register: Register, phrase: Phrase) -> Entity | None:
    """Return the last body whose name has the noun as its head, or which the text calls so."""
    trail = register.word_trails.get(phrase.head)
    named = (
        [] if trail is None else [e for e in trail.latest(phrase.start) if e.kind in BODIES or e.kind is Kind.UNKNOWN]
    )
    inside = [register.names[i].words for i in register.inside(phrase.start, phrase.stop)]
    named = [e for e in named if all(set(words) & set(e.words) for words in inside)]  # not "the Karvo press service"
    if phrase.stop - phrase.start > 2 and phrase.head in lexicon.words("apposed sort"):
        named = [e for e in named if phrase.head not in e.roles]  # "the prison service" beside a "service, the KNT,"
    if phrase.head in lexicon.words("no-office"):  # "the union" is not the European Union
        named = [e for e in named if e.kind is not Kind.GOVERNMENT]
    named = [e for e in named if _same_bench(register.lowers[phrase.start : phrase.stop], e)]
    return next((e for e in named if e.kind is not Kind.UNKNOWN), None) or next(iter(named), None)


def _of_trade(register: Register, phrase: Phrase) -> Entity | None:
    """Return the last firm whose name has the word before the noun: "the food group" is Lumen Foods."""
    if phrase.plural or phrase.head not in lexicon.words("firm") | lexicon.words("generic-body"):
        return None
    stems = [w[:_STEM] for w in register.lowers[phrase.start + 1 : phrase.stop - 1] if len(w) >= _STEM]
    firms = register.body_trail.latest(phrase.start) if stems else []
    fitting = (e for e in firms if e.kind is not Kind.GOVERNMENT and e.outlet_id is None and not _is_no(e, phrase.head))
    return next((e for e in fitting if any(w.lower().startswith(s) for w in e.words for s in stems)), None)


def may_be(register: Register, phrase: Phrase) -> bool:
    """Tell whether a noun for a person may mean a body: "the operator", "the broker", "the EU executive"."""
    known = " ".join(register.lowers[phrase.start + 1 : phrase.stop])
    return phrase.head in lexicon.words("firm") or bool(heads(phrase.head)) or bool(lexicon.words(f"known {known}"))


def _country(discourse: Discourse, phrase: Phrase) -> Entity | None:
    """Return the country that spoke last, else the one named last."""
    if phrase.head not in lexicon.words("land") or phrase.plural or phrase.stop - phrase.start != 2:
        return None
    known, token = lexicon.governments(), phrase.start
    spoke = (turn.entity for turn in discourse.past_turns(token))
    named = (e for at, e in discourse.register.body_trail.before(token) if discourse.near(at, token))
    return next((e for e in (*spoke, *named) if known.get(e.name or "") == "country"), None)


def _known(register: Register, phrase: Phrase) -> Entity | None:
    """Return the last body that everybody knows by such words: "the bloc" the EU, "the spy agency" the CIA."""
    told = " ".join(register.lowers[phrase.start + 1 : phrase.stop])
    known = lexicon.words(f"known {told}")
    return next((e for e in register.body_trail.latest(phrase.start) if e.name in known), None) if known else None


def _same(discourse: Discourse, phrase: Phrase) -> Entity | None:
    """Return the team or body just told of that "the same group" means."""
    turn = discourse.last_turn(phrase.start) if discourse.register.lowers[phrase.stop - 2] == "same" else None
    collective = turn is not None and turn.entity.head in (phrase.head, "team", "group") and not turn.entity.plural
    return turn.entity if turn is not None and collective else None


def _served(discourse: Discourse, phrase: Phrase) -> Entity | None:
    """Return the body whose people the sentence before tells of: "Officials at Customs Inquiries said so. The agency"."""
    generic = phrase.head in lexicon.words("wire") or phrase.head in ("company", "firm")
    line = discourse.sentence(phrase.start) - 1 if generic else -1
    if line < 0 or phrase.stop - phrase.start != 2:
        return None
    register, nouns = discourse.register, lexicon.nouns()
    for i in register.inside(*discourse.document.token_range(discourse.document.sentences[line])):
        entity, link = register.of[i], register.names[i].start - 1
        link -= register.lowers[link] == "the"
        noun = nouns.get(register.lowers[link - 1]) if link > 0 and register.lowers[link] in _SERVING else None
        serving = noun is not None and noun.kind in (Kind.PERSON, Kind.GROUP)
        if serving and entity is not None and phrase.kind is Kind.ORGANISATION and _is_bare_word(entity):
            entity.kind = phrase.kind  # "a spokesman for Novita said no. The company"
        if serving and entity is not None and entity.kind in BODIES and not register.names[i].place:
            return entity
    return None


def _headed(discourse: Discourse, phrase: Phrase) -> Entity | None:
    """Return the first body of the last sentence that names one with such a head as its sort has: "the think tank", an institute."""
    kinds = (Kind.ORGANISATION, Kind.GOVERNMENT, Kind.UNKNOWN)
    lowers, nouns = discourse.register.lowers, lexicon.nouns()
    found = [
        m
        for trail in _headed_trails(discourse.register, phrase.head)
        for m in trail.before(phrase.start)
        if m[1].kind in kinds and lowers[discourse.end_of(m[0])] not in nouns  # not "a Budget Office report"
    ]
    if found and phrase.head in lexicon.words("wire"):  # "data from the FBI"
        latest = discourse.register.body_trail.before(phrase.start)
        found += [m for m in islice(latest, _BESIDE) if _initials(m[1]) and lowers[discourse.end_of(m[0])] not in nouns]
    last = max((discourse.sentence(at) for at, _ in found), default=-1)
    return min((m for m in found if discourse.sentence(m[0]) == last), key=lambda m: m[0], default=(-1, None))[1]


def _headed_trails(register: Register, head: str) -> Sequence[Trail]:
    """Return the mentions of the bodies whose names have such heads as a sort has: institutes and foundations of "tank"."""
    return [register.word_trails[word] for word in heads(head) if word in register.word_trails]


def of_sort(register: Register, phrase: Phrase) -> set[Entity]:
    """Return the bodies that are of the sort described, by the head of the name or because everybody knows."""
    headed = {e for trail in _headed_trails(register, phrase.head) for e in trail.entities()}
    known = {e for e in register.bodies[:_MOST] if e.name in lexicon.words(f"known {phrase.head}")}
    return {e for e in headed if _echoes(register, phrase, e)} | known


def _echoes(register: Register, phrase: Phrase, body: Entity) -> bool:
    """Tell whether a description has words of a body's name, or none besides its noun: "a union representing cabin crews"."""
    told = {w for w in register.lowers[phrase.start : phrase.end] if w not in ("a", "an", phrase.head)}
    return not told or not told.isdisjoint(w.lower() for w in body.words if w[0].isupper())


def _same_bench(words: Sequence[str], court: Entity) -> bool:
    """Tell whether a court may be the one described: "the district court" is no Court of Appeals."""
    levels = lexicon.words("bench").intersection(words)
    name = (court.name or "").lower()
    return not levels or any(_BENCHES.get(level, level) in name for level in levels)


def _plain(discourse: Discourse, phrase: Phrase) -> bool:
    """Tell whether a description only varies a name: "the online retail giant", not "the maker of Novita"."""
    words = discourse.register.lowers[phrase.start : phrase.stop]
    register = discourse.register
    inside = (register.names[i] for i in register.inside(phrase.start, phrase.stop))
    named = any(not name.adjectival for name in inside)  # not "the Karvian group"
    return len(words) <= _VARIED and words[-1] == phrase.head and not named


def _initials(entity: Entity) -> bool:
    return entity.kind is Kind.GOVERNMENT and len(entity.words) == 1 and entity.words[0].isupper()


def _is_firm(body: Entity) -> bool:
    """Tell whether a company may be meant: no campaign, and no outlet but a site."""
    organisation = body.kind is Kind.ORGANISATION and body.head != "campaign"
    return organisation or (body.kind is Kind.OUTLET and outlets.is_site(body.words))


def _is_office(body: Entity, head: str) -> bool:
    """Tell whether a public body by name may be "the organisation"."""
    generic = head in lexicon.words("generic-body") - lexicon.words("firm")
    named = bool(body.words) and lexicon.heads().get(body.words[-1], "place") != "place"
    return generic and body.kind is Kind.GOVERNMENT and named


def _near_organisation(discourse: Discourse, token: int, head: str) -> Entity | None:
    at, subject = _last_subject(discourse, token, head)
    turn = next((t for t in discourse.past_turns(token, NEAR) if not t.entity.plural), None)
    if turn is None or not (_is_firm(turn.entity) or _is_office(turn.entity, head)) or _is_no(turn.entity, head):
        return subject
    later = subject is not None and discourse.sentence(at) > discourse.sentence(turn.token)
    return subject if later and discourse.paragraph(at) == discourse.paragraph(token) else turn.entity


def led_by(discourse: Discourse, phrase: Phrase, owner: Entity) -> Entity | None:
    """Return the firm just told of whose head says "his company": "Novita objects. Chief executive Ana Sorin said her company"."""
    own = phrase.head in ("company", "firm") and phrase.stop - phrase.start == 2
    if not own or owner.roles.isdisjoint(lexicon.words("heading")):
        return None
    return _near_organisation(discourse, phrase.start, phrase.head)


def _taken_for_person(discourse: Discourse, token: int, head: str) -> Entity | None:
    """Return the last source if it is one bare word that nothing shows to be a person: "Novita said no. The company"."""
    turn = discourse.last_turn(token, 1)
    lowers = discourse.register.lowers
    told = head in lowers[max(token - _BACK, 0) : token]  # of another firm
    if turn is None or told or not lexicon.words("firm").isdisjoint(lowers[turn.token : token]):
        return None
    entity = turn.entity
    return entity if entity.words and _is_bare_word(entity) else None


def _is_bare_word(entity: Entity) -> bool:
    """Tell whether nothing shows that a name is a person's: "Novita", "Human Rights Now"."""
    known = entity.roles or entity.title or entity.gender != "u" or entity.words[0] in lexicon.first_names()
    common = lexicon.words("adverb") | lexicon.nouns().keys() | lexicon.openers()
    worded = len(entity.words) > 2 and any(w.lower() in common for w in entity.words)
    unsure = entity.kind in (Kind.PERSON, Kind.UNKNOWN) and (len(entity.words) == 1 or worded)
    return unsure and not known and entity.naming is Naming.NAMED


def _is_no(body: Entity, head: str) -> bool:
    """Tell whether a body is of another sort: "the company" is not the Karvo Workers Union, "the shipyard" no charity."""
    generic = head in lexicon.words("generic-body") and head not in ("company", "firm")
    last = body.words[-1].lower() if body.words else body.head
    told = {last, *body.roles}
    return not generic and not told.isdisjoint(lexicon.words("no-firm")) and told.isdisjoint((head, *heads(head)))


def _before(discourse: Discourse, at: int) -> str:
    """Return the word before a name and its article."""
    lowers = discourse.register.lowers
    return lowers[at - 1 - (lowers[at - 1] == "the")] if at > 1 else ""


def _last_subject(discourse: Discourse, token: int, head: str) -> tuple[int, Entity | None]:
    """Return the first organisation of the last sentence that names one, and where."""
    found: tuple[int, Entity | None] = (-1, None)
    for at, entity in discourse.register.body_trail.before(token):
        own = discourse.quoted(at) and discourse.sentence(at) == discourse.sentence(token)  # what the body itself says
        if own or _before(discourse, at) in _WHERE:  # "rallied outside the Lumen Institute"
            continue
        told = found[1] is not None and discourse.sentence(at) != discourse.sentence(found[0])
        if told or discourse.paragraph(token) - discourse.paragraph(at) > 1:
            break
        if (_is_firm(entity) and not _is_no(entity, head)) or pronouns.opens(discourse, at, entity):
            found = at, entity
    return found
