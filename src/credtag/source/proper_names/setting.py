"""Read the words around a name that tell what bears it: "the Belmar channel", "rail operator Novita", "told The Verve"."""

from __future__ import annotations

from attrs import evolve

from credtag.document import outlet_names
from credtag.labels import Kind, ZoneKind
from credtag.source import lexicon
from credtag.source.lexicon import Noun
from credtag.source.proper_names.capitals import Capitals
from credtag.source.proper_names.extent import compound
from credtag.source.proper_names.names import Name
from credtag.source.register.entity import BODIES

_SITES = frozenset(("site", "website", "radio", "television", "blog"))  # anyone may have one: "the Lumen website"
_WIRES = frozenset(("news", "press", "state", "state-run", "state-owned", "state-controlled", "wire", "telegraph"))
_CALLING = frozenset(("called", "named", "dubbed"))
_PRINTED = frozenset(("newspaper", "magazine", "tabloid", "broadsheet", "daily", "weekly", "newsletter", "bulletin"))
_ISSUES = frozenset(("issue", "edition", "number"))


class Setting:
    """Reads what stands around the names of one document."""

    def __init__(self, capitals: Capitals) -> None:
        self.capitals, self.document = capitals, capitals.document
        self.words, self.lowers, self.n = capitals.words, capitals.lowers, capitals.n
        self.calendar, self.titles = lexicon.words("calendar"), lexicon.titles()

    def told(self, name: Name) -> Name:
        """Take in the words around a name that make it an outlet's: "the Belmar channel", "the newspaper Belmar"."""
        if name.kind is Kind.ORGANISATION and self._dateline(name):
            return evolve(name, kind=None, place=True)
        if (name.kind is Kind.PERSON and name.title) or name.place or name.kind in (Kind.GOVERNMENT, Kind.GROUP):
            printed = name.kind is Kind.GOVERNMENT and not name.place and self.lowers[name.start - 1] in _PRINTED
            return evolve(name, kind=Kind.OUTLET) if printed else name  # "the weekly Auto Circuit"
        if (followed := self._followed(name)) is not None:
            return followed
        before = self._before(name)
        if self._paper(name, before) or (name.kind is not Kind.PERSON and self._introduced(name, before)):
            return evolve(name, kind=Kind.OUTLET)
        if self._articled(name):
            return evolve(name, kind=Kind.OUTLET if self._relays(name) else Kind.ORGANISATION, gender="u")
        return self._described(name, before)

    def _followed(self, name: Name) -> Name | None:
        """Read a name with the noun for an outlet behind it: "the Belmar channel", "a Karvian magazine"."""
        words, media, k = self.words, outlet_names.words("medium"), name.end
        while k < min(self.n - 1, name.end + 2) and words[k] in media:
            k += 1
        if self._adjective(name, k):
            return evolve(name, place=True)
        noun = self.lowers[k] if k < self.n else ""
        shared = noun in _SITES and k == name.end and name.kind is not Kind.OUTLET
        agency = noun == "agency" and k > name.end and words[k - 1] in _WIRES
        if not agency and (shared or noun not in outlet_names.words("after")):
            return None
        stem = name.words
        while name.outlet is None and len(stem) > 1 and stem[-1] in media:
            stem = stem[:-1]
        return evolve(name, end=k + 1, words=stem, kind=Kind.OUTLET, gender="u")

    def _before(self, name: Name) -> str:
        """Return the word before a name, or before "called": "a channel called Kompas"."""
        before = self.lowers[name.start - 1] if name.start else ""
        return self.lowers[name.start - 2] if before in _CALLING and name.start > 1 else before

    def _paper(self, name: Name, before: str) -> bool:
        """Tell whether a name of one word is a paper's: "the Times", "a Times article"."""
        if name.kind is not None or len(name.words) > 1 or name.words[0] not in outlet_names.words("paper"):
            return False
        behind = self.lowers[name.end] if name.end < self.n else ""
        articled = (before == "the" or self.words[name.start] == "The") and behind != "of"
        return articled or behind in lexicon.words("printed")

    def _introduced(self, name: Name, before: str) -> bool:
        """Tell whether the words before a name say that it is an outlet's: "the newspaper Belmar", "the October issue of"."""
        words, lowers, start = self.words, self.lowers, name.start
        noun = self._noun_before(name)
        told = before in outlet_names.words("before") and (before != "agency" or lowers[start - 2] in _WIRES)
        if told and (noun is None or noun.kind is Kind.OUTLET):
            return True
        if before == "page" and words[start - 2] in outlet_names.words("medium"):  # "the Facebook page Belmar Watch"
            return True
        return before == "of" and lowers[start - 2] in _ISSUES and self._printed(start - 3)

    def _noun_before(self, name: Name) -> Noun | None:
        """Return the noun of two words before a name: "the card network"."""
        return lexicon.nouns().get(" ".join(self.lowers[max(name.start - 2, 0) : name.start]))

    def _described(self, name: Name, before: str) -> Name:
        """Let a name that nothing tells apart be what the noun before it says: "rail operator Novita"."""
        noun = self._noun_before(name) or lexicon.nouns().get(before)
        if name.kind is not None or noun is None or noun.plural:
            return name
        if before in lexicon.words("firm") and len(name.words) == 1:
            return evolve(name, kind=Kind.ORGANISATION)
        return evolve(name, kind=noun.kind) if noun.kind in BODIES else name

    def common(self, name: Name) -> bool:
        """Tell whether a name is a common noun that takes capitals, or an illness: "PACs", "a Labour MP", "Sorin's disease"."""
        text, ill = name.text, lexicon.words("eponym")
        if compound(name.words[-1]):
            return True
        if text in ill and self.words[name.end : name.end + 1] == ("'s",):
            return True
        if len(name.words) == 2 and name.words[-1].isupper() and name.words[-1].lower() in self.titles:
            return name.outlet is None and name.words[-1] not in lexicon.heads()
        if text in lexicon.governments():
            return False
        if self._office(name):
            return True
        return text.lower() in lexicon.nouns() and (len(name.words) > 1 or text.removesuffix("s").isupper())

    def _office(self, name: Name) -> bool:
        """Tell whether a name is only what somebody is: "Irrigation Minister", "the Prime Minister", not "Howard Dean"."""
        first, last = name.words[0], name.words[-1].lower()
        title = self.titles.get(last)
        held = title is not None and title.kind == "office" and last in lexicon.nouns()
        plain = name.kind is None and not name.title and not name.place and first not in lexicon.first_names()
        return held and plain and len(name.words) > 1

    def _dateline(self, name: Name) -> bool:
        """Tell whether a name in capitals says where the article was written: "MARN -- The port", not "(AP)"."""
        start = self.document.tokens.starts[name.start]
        return len(name.words) == 1 and name.text.isupper() and self.document.zone_at(start) is ZoneKind.DATELINE

    def _adjective(self, name: Name, at: int) -> bool:
        """Tell whether a name only says from where an outlet at *at* is: "a Karvian magazine", "the Karvian daily Fokal"."""
        if name.kind is not None or len(name.words) > 1 or self.lowers[at : at + 1] == () or at != name.end:
            return False
        if self.lowers[at] not in outlet_names.words("after"):
            return False
        named = self.capitals.capital(at + 1) and self.lowers[at + 1] not in self.calendar
        return named or self.lowers[name.start - 1 : name.start] in (("a",), ("an",), ("another",))

    def _printed(self, at: int) -> bool:
        """Tell whether the word at *at* says which issue of an outlet it is: "the October issue of Marquee"."""
        return at >= 0 and outlet_names.printed(self.lowers[at - 1 if self.lowers[at] == "'s" else at])

    def _articled(self, name: Name) -> bool:
        """Tell whether a name has a capital article in mid-sentence, as bodies have: "The Verve", not "The Donald"."""
        given = len(name.words) == 1 and name.words[0] in lexicon.first_names()
        capital = self.words[name.start] == "The" and not self.capitals.opens(name.start)
        return capital and not given and name.kind in (None, Kind.PERSON)

    def _relays(self, name: Name) -> bool:
        """Tell whether the words around a name say that it passes words on: "told The Verve", "The Verve reported"."""
        before = self.lowers[max(name.start - 2, 0) : name.start]
        after = self.lowers[name.end] if name.end < self.n else ""
        cued = not outlet_names.words("told").isdisjoint((" ".join(before), *before[-1:]))
        return cued or after in outlet_names.words("reports")

    def hosts(self, start: int, stop: int) -> bool:
        """Tell whether a name only says where a channel is: "the Telegram channel Kompas", "Kompas, a Telegram channel"."""
        hosted = stop - start == 1 and self.words[start] in outlet_names.words("medium")
        return hosted and self.lowers[stop : stop + 1] in (("channel",), ("account",), ("page",))
