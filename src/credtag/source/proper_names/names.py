"""Read a run of capitalised words as a name: whose it is, with which title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import frozen

from credtag.labels import Kind
from credtag.source import lexicon
from credtag.source.noun_phrases import heads
from credtag.source.proper_names import outlets

OURS = frozenset(("Our", "My", "Your"))  # where they begin a body's name
_PLACE = "place"
_OFFICES = frozenset(("Bureau", "Office", "Agency", "Council", "Commission", "Authority"))
_NATIONAL = ("ian", "ean", "ese", "ish")
_MAGAZINE = "Magazine"
_AGAIN = frozenset(("co", "ex", "then", "ousted"))
_SITE = re.compile(r"(?<=\w\w)\.\s(?=(?:com|net|org|info|gov|news|tv|co|io|eu|uk|us|ru|ua|by|de|fr)\b)")  # "Lumen.com"

_NICKNAME = re.compile(r'" (\w+) "')  # 'Marta "Mia" Holm'


@frozen
class Name:
    """A name at the tokens [start, end): its words without titles, and what they tell of its bearer."""

    start: int
    end: int
    words: tuple[str, ...]
    kind: Kind | None = None  # None: a place, an event, or a name that its words do not tell apart
    title: tuple[str, ...] = ()
    gender: str = "u"
    outlet: outlets.Outlet | None = None
    place: bool = False
    before: tuple[str, ...] = ()  # words of the run before the title: "Lumen Police" of "Lumen Police Chief Ana Sorin"

    @property
    def adjectival(self) -> bool:
        """Whether the name seems to be what comes from a country: "Karvian" of "the Karvian group"."""
        plain = len(self.words) == 1 and self.kind is None and self.outlet is None
        word = self.words[-1]
        return plain and (
            word.endswith(_NATIONAL) or f"{word}s" in lexicon.peoples() or word in lexicon.words("demonym")
        )

    @cached_property
    def text(self) -> str:
        """The words of the name as it is written."""
        return joined(self.words)


def joined(words: Sequence[str]) -> str:
    """Return *words* as text, with no space before a stop or around a genitive or stroke."""
    text = " ".join(words)
    if text.isalpha():
        return text
    for mark in (" 's", " '", " .", " ,", " %"):
        text = text.replace(mark, mark[1:])
    return _SITE.sub(".", _NICKNAME.sub(r'"\1"', text).replace(" / ", "/"))


def read(words: Sequence[str], start: int, end: int) -> tuple[Name, ...]:
    """Read the run of capitalised words at [start, end) as one name or more.

    Example:
        >>> [(n.text, n.kind, n.title) for n in read("Deputy Trade Minister Ana Sorin".split(), 0, 5)]
        [('Ana Sorin', <Kind.PERSON: 'person'>, ('Deputy', 'Trade', 'Minister'))]
    """
    first = start + (words[start] in ("The", "the") and end - start > 1)
    if (hit := outlets.known(words, first)) and _stands_alone(words, first, hit[0], end):
        stop = hit[0] + (hit[0] < end and words[hit[0]] == _MAGAZINE)  # "VERDANT Magazine"
        rest = read(words, stop, end) if stop < end else ()
        return (Name(start, stop, tuple(words[first:stop]), Kind.OUTLET, outlet=hit[1]), *rest)
    run = tuple(words[first:end])
    partisan = len(run) > 2 and f"{run[0]}s" in lexicon.peoples()  # "Republican Ana Vale", "Republican Mayor Ana Vale"
    if partisan and (run[1] in lexicon.first_names() or run[1].lower() in lexicon.titles()):
        return read(words, first + 1, end)
    if (text := " ".join(run)) in lexicon.organisations() or text in lexicon.governments():
        return (untitled(start, end, run),)
    if len(run) > 1 and _of_several(run):
        return read(words, first + 1, end)
    if (cut := _person_behind_body(run)) is not None:
        return (*read(words, start, first + cut), *read(words, first + cut, end))
    if outlets.made_like(run, first > start or (start > 0 and words[start - 1] in ("the", "The"))):
        return (Name(start, end, run, Kind.OUTLET),)
    return (_titled(start, end, run) or untitled(start, end, run),)


def _of_several(run: Sequence[str]) -> bool:
    """Tell whether a title in the plural leads to the first of several names: "Senators Lena Marn and Pavel Dorn"."""
    title = lexicon.singulars().get(run[0].lower(), "")
    plain = run[0].lower() not in lexicon.titles() and not any(word in lexicon.heads() for word in run)
    return plain and title in lexicon.titles()


def _stands_alone(words: Sequence[str], first: int, stop: int, end: int) -> bool:
    """Tell whether an outlet's name is one here: not "the Australian coast", not "Guardian Angel"."""
    if stop - first > 1 or words[first].isupper():
        return True
    follower = words[stop].lower() if stop < len(words) else ""
    adjective = outlets.needs_article(words[first]) and follower[:1].isalpha()
    return stop == end and not (adjective and follower not in lexicon.words("outlet-verb"))


def _person_behind_body(run: Sequence[str]) -> int | None:
    """Find where a person's name begins behind the body that the person serves."""
    if len(run) < 4:
        return None
    bodies = [i for i, word in enumerate(run) if lexicon.heads().get(word, _PLACE) != _PLACE]
    if not bodies or any(_entitles(run, i) for i in range(bodies[0] + 1, len(run) - 1)):
        return None
    names = lexicon.first_names()
    return next((i for i in range(bodies[0] + 1, len(run) - 1) if run[i] in names and len(run) - i <= 3), None)


# --------------------------------------------------------------------------- people


def _titled(start: int, end: int, run: tuple[str, ...]) -> Name | None:
    """Read "Foreign Minister Ana Sorin", "Minister of Education Ana Sorin"; None when no person's name follows a title."""
    if len(run) < 2:
        return None
    titles = lexicon.titles()
    last = max((i for i in range(len(run) - 1) if _entitles(run, i)), default=-1)
    if last < 0:
        return None
    while run[last + 1 : last + 2] and _brackets(run[last + 1]):
        last += 1
    rest = run[last + 1 :]
    if rest and (rest[0] in lexicon.words("joint") or rest[0] == "and"):
        behind = _named_from(run, last + 2)
        if behind is None:
            return None
        last, rest = behind - 1, run[behind:]
    if (
        not 0 < len(rest) <= 5
        or rest[0] in ("'s", "'")
        or any(w in lexicon.heads() for w in rest)
        or (len(rest) == 1 and rest[0].lower() in titles)
    ):
        return None
    first = next(i for i in range(len(run)) if _entitles(run, i))
    while first > 0 and run[first - 1] in lexicon.words("portfolio"):
        first -= 1
    told = [post(w) for w in run[first : last + 1] if post(w) in titles]
    genders = [titles[w].gender for w in told] or [lexicon.nouns()[post(run[last])].gender]
    gender = next((g for g in genders if g != "u"), "u")
    if all(titles[w].kind == "regnal" for w in told) and len(rest) == 1:
        rest = run[first:]
    if gender == "u" and len(rest) > 1:
        gender = lexicon.first_names().get(rest[0], "u")
    title = tuple(w for w in run[first : last + 1] if w == "." or not _brackets(w))
    return Name(start, end, rest, Kind.PERSON, title, gender, before=run[:first])


def _brackets(word: str) -> bool:
    """Tell whether a word behind a title is a stop, a bracket or what stands in one: "Major (rtd) Ana Sorin"."""
    return word in (".", "(", ")") or word.lower() in lexicon.words("retired")


def _entitles(run: Sequence[str], i: int) -> bool:
    """Tell whether a word of a run is a title, or before a full name a noun for a person: "Midfielder Ana Sorin"."""
    if (word := post(run[i])) in lexicon.titles():
        return True
    noun = lexicon.nouns().get(word)
    return noun is not None and noun.kind is Kind.PERSON and i + 2 < len(run) and run[i + 1] in lexicon.first_names()


def post(word: str) -> str:
    """Return what a word before a name says that its bearer is: "minister" of "Ex-minister", "anchor" of "Co-anchor"."""
    before, _, post = word.lower().partition("-")
    return post if post and before in _AGAIN else word.lower()


def _named_from(run: Sequence[str], start: int) -> int | None:
    """Find the person's name behind "Minister of Education": from a first name, else the last two words of many."""
    known = next((i for i in range(start, len(run) - 1) if run[i] in lexicon.first_names()), None)
    body = any(
        lexicon.heads().get(w, _PLACE) != _PLACE for w in run[start:]
    )  # "President of the Brotherhood of Magicians"
    return known if known is not None or body or len(run) - start < 3 else len(run) - 2


# --------------------------------------------------------------------------- bodies, places and the rest


def untitled(start: int, end: int, run: tuple[str, ...]) -> Name:
    """Read a run without a title: by the lists of names, its head word, or a first name."""
    text = " ".join(run)
    if text in lexicon.governments():
        return Name(start, end, run, Kind.GOVERNMENT, place=lexicon.governments()[text] != "body")
    part = len(run) == 2 and run[0] in lexicon.words("region") and run[1] in lexicon.governments()  # "Northern Iraq"
    if part or text in lexicon.places():
        return Name(start, end, run, place=True)
    if text in lexicon.organisations():
        return Name(start, end, run, lexicon.organisations()[text])
    friends = heads.noun(run[0].lower()) if len(run) > 2 and run[1] in lexicon.words("joint") else None
    if friends is not None and friends.kind is Kind.GROUP:  # "Friends of the Bay"
        return Name(start, end, run, Kind.ORGANISATION)
    if (head := _head(run)) is not None:
        return Name(start, end, run, place=True) if head == _PLACE else Name(start, end, run, Kind(head))
    if 1 < len(run) < 4 and run[0] in lexicon.words("club-lead") and run[1] not in lexicon.heads():
        return Name(start, end, run, Kind.ORGANISATION)  # "Dynamo Karvo"
    if len(run) == 2 and run[0] in lexicon.words("worldwide") and run[1].endswith("s"):
        return Name(start, end, run, Kind.ORGANISATION)  # "World Bowls"
    if "&" in run and max(map(len, run)) > 1:  # "Tresk & Vale"
        return Name(start, end, run, Kind.ORGANISATION)
    noun = lexicon.nouns().get(run[-1].lower().rsplit("-", 1)[-1])
    if noun is not None and noun.kind is Kind.GROUP and noun.plural:
        return Name(start, end, run, Kind.GROUP)
    if len(run) > 1 and run[-1].islower() and run[-2] == ".":  # "Lumen.com"
        return Name(start, end, run, Kind.ORGANISATION)
    personal = run[0] in lexicon.first_names() or run[-1] in ("Jr", "Sr", "II", "III", "IV", ".")
    if len(run) > 1 and personal and not any(w in lexicon.words("joint") for w in run):
        return Name(start, end, run, Kind.PERSON, gender=lexicon.first_names().get(run[0], "u"))
    if len(run) == 1 and len(text) > 1 and _odd_capitals(text):
        return Name(start, end, run, Kind.ORGANISATION)
    return Name(start, end, run)


def _odd_capitals(word: str) -> bool:
    """Tell whether the capitals of a word are a brand's or an acronym's: "FBI", "YouTube", not "McCabe"."""
    if word.isupper():
        return "'" not in word and "-" not in word
    inner = word[1:2].islower() and any(c.isupper() for c in word[2:])
    return inner and word[:2] not in ("Mc", "Ma", "De", "O'") and "'" not in word and "-" not in word


def _head(run: tuple[str, ...]) -> str | None:
    """Return what the head word of a name makes it."""
    known = lexicon.heads()
    word = next((w for w in _head_words(run) if w in known), None)
    head = known[word] if word is not None else None
    if head == Kind.GOVERNMENT and run[0] in lexicon.words("worldwide") and word in _OFFICES:
        return Kind.ORGANISATION.value  # "International Labour Bureau"
    known = lexicon.organisations()
    if head == Kind.GOVERNMENT and len(run) > 2 and (run[0] in known or " ".join(run[:2]) in known):
        return Kind.ORGANISATION.value  # "United Nations Security Council"
    if head == _PLACE and (
        len(run) == 1 or (run[-1] in lexicon.words("surname-too") and run[0] in lexicon.first_names())
    ):
        return None
    return head


def _head_words(run: Sequence[str]) -> Iterator[str]:
    """Yield the words that may be the head: the last before "of" or "for", then the last."""
    cut = next((i for i, word in enumerate(run) if word in lexicon.words("joint")), len(run))
    yield run[cut - 1] if cut else run[-1]
    yield run[-1]
