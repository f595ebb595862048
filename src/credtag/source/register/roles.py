"""Note what a text says of a person beside the name: title, gender, affiliation and roles."""

from __future__ import annotations

from collections.abc import Sequence

from credtag.labels import Kind
from credtag.source import lexicon
from credtag.source.proper_names.names import Name, joined
from credtag.source.register.entity import Entity

_REACH = 9  # tokens that an apposition's head noun may lie away
_PARTED = 24  # tokens between two dashes
_DASHES = frozenset(("-", "--"))
_POSSESSIVES = frozenset(("his", "her", "its", "their"))
_RELATED = frozenset(("lord", "lady", "dame"))  # titles that are no callings
_CALLINGS = {"father": "priest", "brother": "monk", "sister": "nun"}
_LETTERS = {
    "KC": "barrister",
    "QC": "barrister",
    "SC": "barrister",
    "MP": "mp",
    "MSP": "msp",
    "TD": "lawmaker",
    "MD": "doctor",
}
_NAMED = (("named",), ("identified", "as"))  # "a clerk named Ana Sorin"
_BEING = (("is",), ("was",), ("became",), ("remains",))
_ARTICLES = (("a",), ("an",), ("the",))
_DOINGS = {  # "Ana Sorin, who chairs the board"
    "heads": ("head",),
    "leads": ("leader", "head"),
    "chairs": ("chairwoman", "chairman"),
    "runs": ("head", "boss", "owner"),
    "owns": ("owner",),
    "founded": ("founder",),
    "co-founded": ("co-founder",),
    "directs": ("director",),
    "coaches": ("coach",),
    "manages": ("manager",),
    "edits": ("editor",),
    "represents": ("representative",),
}
_PARTIES = {"D": "democrat", "R": "republican"}  # "Sen. Ana Vale (D)", "Ana Vale, R-Ohio"
_LABELS = ("D-", "R-")
_DONE_BY: dict[Sequence[str], tuple[str, ...]] = {  # "a film directed by Ana Sorin"
    ("owned", "by"): ("owner", "landlord"),
    ("belongs", "to"): ("owner", "landlord"),
    ("belonging", "to"): ("owner", "landlord"),
    ("run", "by"): ("owner", "boss", "head"),
    ("led", "by"): ("leader", "head"),
    ("headed", "by"): ("head", "chief"),
    ("chaired", "by"): ("chairman", "chairwoman", "chair"),
    ("founded", "by"): ("founder",),
    ("directed", "by"): ("director", "filmmaker"),
    ("written", "by"): ("author", "writer"),
    ("composed", "by"): ("composer",),
    ("designed", "by"): ("designer", "architect"),
    ("edited", "by"): ("editor",),
    ("coached", "by"): ("coach",),
    ("trained", "by"): ("trainer", "coach"),
    ("managed", "by"): ("manager",),
    ("driven", "by"): ("driver", "motorist"),
    ("flown", "by"): ("pilot",),
    ("skippered", "by"): ("skipper", "captain"),
    ("captained", "by"): ("captain", "skipper"),
    ("represented", "by"): ("lawyer",),
    ("defended", "by"): ("lawyer", "barrister"),
    ("organised", "by"): ("organiser",),
    ("organized", "by"): ("organizer",),
}
_PLEADING = {  # "Ana Sorin, prosecuting, said"
    ("prosecuting", ","): "prosecutor",
    ("for", "the", "prosecution"): "prosecutor",
    ("for", "the", "crown"): "prosecutor",
    ("for", "the", "state"): "prosecutor",
    ("defending", ","): "barrister",
    ("mitigating", ","): "barrister",
    ("representing",): "lawyer",
    ("appearing",): "lawyer",
    ("for", "the", "defence"): "barrister",
    ("for", "the", "defense"): "lawyer",
    ("for", "the", "defendant"): "lawyer",
    ("for", "the", "family"): "lawyer",
}
_STARTS = frozenset(("the", "a", "an")) | _POSSESSIVES
_ENDS = frozenset(
    [
        ",",
        ".",
        ";",
        "(",
        ":",
        '"',
        "of",
        "at",
        "for",
        "in",
        "from",
        "with",
        "who",
        "which",
        "whose",
        "said",
        "says",
        "told",
        "and",
        "on",
        "to",
    ]
)


def describe(entity: Entity, name: Name, lowers: Sequence[str], words: Sequence[str]) -> None:
    """Add what one mention of a person tells: its title, and the nouns before, behind and around it."""
    if entity.gender == "u":
        entity.gender = name.gender
    titles = lexicon.titles()
    told = [w for w in map(str.lower, name.title) if w in titles or _personal(w)]
    if any(w not in titles or titles[w].kind != "honorific" for w in told):
        entity.title = entity.title or joined(name.title)
        entity.affiliation = entity.affiliation or joined(name.before) or None
        entity.roles.update(role for w in told for role in lexicon.roles(w))
    elif told:  # "Pastor Ana Sorin", "Dr. Karl Brell"
        callings = [_CALLINGS.get(w, w) for w in told if _personal(lexicon.roles(w)[0]) and w not in _RELATED]
        entity.roles.update(role for w in callings for role in lexicon.roles(w))
    if name.words[-1] in _LETTERS:  # "Ana Sorin KC"
        entity.roles.update(lexicon.roles(_LETTERS[name.words[-1]]))
    before, behind = name.start - 1, name.end
    named = next((len(w) for w in _NAMED if lowers[max(name.start - len(w), 0) : name.start] == w), 0)
    if named and not lexicon.words("indefinite").isdisjoint(lowers[max(before - _REACH, 0) : before]):
        before -= named  # not "the mayor named Ana Sorin treasurer"
    if before >= 0 and _personal(lowers[before]):
        _role(entity, before, before, lowers, words)
    elif before > 1 and lowers[before] == ",":
        _look_back(entity, before, behind, lowers, words)
    party = words[behind + 1 : behind + 2]
    if lowers[behind : behind + 1] in (("(",), (",",)) and party and (party[0] in _PARTIES or party[0][:2] in _LABELS):
        entity.roles.update(lexicon.roles(_PARTIES[party[0][0]]))
    if lowers[behind : behind + 1] == ("(",):
        behind = next((j + 1 for j in range(behind, min(behind + 8, len(lowers))) if lowers[j] == ")"), behind)
    if lowers[behind : behind + 1] in ((",",), ("--",), ("-",)) and not _closes(lowers, name.start, behind):
        _look_ahead(entity, behind + 1, lowers, words)
    verb = behind + 2 if lowers[behind : behind + 2] == (",", "who") else behind
    done = _DONE_BY.get(lowers[max(name.start - 2, 0) : name.start], ()) if entity.kind is Kind.PERSON else ()
    entity.roles.update(role for noun in (*_doing(lowers, verb), *done) for role in lexicon.roles(noun))
    if lowers[verb : verb + 1] in _BEING and lowers[verb + 1 : verb + 2] in _ARTICLES:
        _look_ahead(entity, verb + 2, lowers, words)


def _closes(lowers: Sequence[str], start: int, behind: int) -> bool:
    """Tell whether the dash behind a name closes what another began: "the letter - to the judge, Ana Sorin - the senator"."""
    before = lowers[max(start - _REACH, 0) : start]
    dash = lowers[behind]
    return dash != "," and dash in before and "." not in before[before.index(dash) :]


def _doing(lowers: Sequence[str], at: int) -> tuple[str, ...]:
    """Return what a verb at *at* makes of its subject: a chair of who "chairs the board"."""
    behind = at + 1 < len(lowers) and (lowers[at + 1] in _STARTS or lowers[at + 1] in ("one", "two", "several"))
    pleads = (post for said, post in _PLEADING.items() if lowers[at : at + 1 + len(said)] == (",", *said))
    return _DOINGS.get(lowers[at], ()) if behind else tuple(pleads)


def _personal(word: str) -> bool:
    noun = lexicon.nouns().get(word)
    return noun is not None and noun.kind is Kind.PERSON


def _look_ahead(entity: Entity, start: int, lowers: Sequence[str], words: Sequence[str]) -> None:
    """Read "Ana Sorin, 56, the mayor of Belmar"."""
    found = None
    for j in range(start, min(start + _REACH, len(lowers))):
        if _personal(lowers[j]):
            found = j
        if lowers[j] in _ENDS and not (lowers[j] == "," and j == start + 1):
            break
    spoken = found is not None and lowers[found + 1 : found + 2] and lowers[found + 1] in lexicon.words("saying")
    dashed = lowers[start - 1] in _DASHES  # the second of two dashes: "a letter - to Ana Sorin - the clerk asks"
    spoken = spoken or (dashed and not _DASHES.isdisjoint(lowers[max(start - _PARTED, 0) : start - 1]))
    if found is not None and not (spoken and lowers[start] == "the"):  # "Asked by Ana Sorin, the clerk said"
        _role(entity, start, found, lowers, words)


def _look_back(entity: Entity, comma: int, name_end: int, lowers: Sequence[str], words: Sequence[str]) -> None:
    """Read "the mayor of Belmar, Ana Sorin", "Harbour Bar owner, Ana Sorin,"."""
    behind = name_end < len(lowers) and lowers[name_end] == ","
    if behind and _personal(lowers[comma - 1]) and words[comma - 2][:1].isupper():
        return _role(entity, comma - 1, comma - 1, lowers, words)
    for j in range(comma - 1, max(comma - _REACH - 1, -1), -1):
        if lowers[j] in _STARTS or lowers[j] in ("'s", "'"):
            head = next((m for m in range(j + 1, comma) if _personal(lowers[m])), None)
            if head is not None:
                _role(entity, j + 1, head, lowers, words)
            if head is not None or lowers[j - 1] not in lexicon.words(
                "preposition"
            ):  # "the head of the union, Ana Sorin"
                return
        if lowers[j] in (".", ",", ";", '"', "said") or (lowers[j] in lexicon.pronouns() and lowers[j] != "that"):
            return


def _role(entity: Entity, start: int, head: int, lowers: Sequence[str], words: Sequence[str]) -> None:
    entity.roles.update(lexicon.roles(lowers[head]))
    if head > 0 and _personal(lowers[head - 1]):
        entity.roles.update(lexicon.roles(lowers[head - 1]))
    for link, other in ((head + 1, head + 2), (head - 1, head - 2)):  # "her coach and husband"
        if 0 <= other < len(lowers) and lowers[link] == "and" and _personal(lowers[other]):
            entity.roles.update(lexicon.roles(lowers[other]))
    if entity.gender == "u":
        entity.gender = lexicon.nouns()[lowers[head]].gender
    if entity.title is None:
        while start < head and (lowers[start] in _STARTS or lowers[start] == "," or lowers[start].isdigit()):
            start += 1
        entity.title = joined(words[start : head + 1])
    if entity.kind is Kind.UNKNOWN:
        entity.kind = Kind.PERSON
