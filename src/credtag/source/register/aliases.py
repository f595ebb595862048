"""Find the name by which a described source goes: "a man who gave his name only as Pavel", "a group calling itself Tin Moth"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from credtag.labels import Kind, Naming
from credtag.source import lexicon
from credtag.source.proper_names.names import Name, untitled
from credtag.source.register.entities import Register

_NAMED = frozenset(("called", "named", "dubbed", "nicknamed", "codenamed", "code-named", "styled"))
_CALLING = frozenset(
    ("calls", "calling", "call", "called", "styles", "styling", "style", "styled", "dubs", "dubbing", "names", "naming")
)
_REFLEXIVES = frozenset(("itself", "himself", "herself", "themselves"))
_TOLD = frozenset(("known", "identified"))
_ACTING = _TOLD | frozenset(
    (
        *("identifies", "identifying", "posts", "posting", "writes", "writing", "tweets", "tweeting", "blogs"),
        *("blogging", "streams", "streaming", "performs", "performing", "trades", "trading", "operates", "operating"),
    )
)
_BEARING = _ACTING | frozenset(
    (
        *("goes", "going", "go", "went", "uses", "using", "use", "used", "gave", "gives", "giving", "with", "under"),
        *("has", "had", "whose", "by", "bearing", "adopted"),
    )
)
_LINKS = frozenset(("as", ":", "of", "is", "was", "only", "just", "simply"))
_FILLERS = _REFLEXIVES | {"also", "only", "just", "simply", "better", "online", "publicly", "locally", "widely"}
_RELATIVES = frozenset((",", "who", "that", "which", "is", "was", "are", "were", "has", "had"))
_ARTICLES = frozenset(("the", "a", "an", "one", "another", "his", "her", "its", "their"))
_ENDS = frozenset((".", ",", ";", ":", '"', "that", "which", "and"))  # and what the source does: "said"
_QUOTES = {'"': '"', "'": "'", "\u201c": "\u201d", "\u2018": "\u2019"}
_REACH = 6  # tokens from "goes" to "name", from "identified" to "as", of a quoted name


def given(register: Register, start: int, stop: int, end: int) -> Name | None:
    """Return the name that is given in or behind a description, the tokens [start, end) with a core up to *stop*."""
    words, lowers = register.words, register.lowers
    if stop - start > 1 and _is_handle(words[stop - 1]):  # "one Lumen user @mossy"
        return _handle(words, stop - 1 - 2 * (words[stop - 2] == "/"))
    for k in _leads(lowers, start, stop, end):
        if (at := _giving(lowers, k)) is not None and (name := _name_at(register, at)) is not None:
            return name
    return None


def _leads(lowers: Sequence[str], start: int, stop: int, end: int) -> Iterator[int]:
    """Yield where the words may begin that give a name to whom a description means: not "the head of a group known as"."""
    clause, other = stop, False
    while clause < len(lowers) and lowers[clause] in _RELATIVES:
        clause += 1
    last = max(end, clause + (_REACH if lowers[clause - 1] == "who" else 1))
    for k in range(start + 1, min(last, len(lowers))):
        if k > clause and k >= end and (lowers[k] in _ENDS or lowers[k] in lexicon.words("saying")):
            return
        if lowers[k] in _ARTICLES and lowers[k - 1] not in (",", *_BEARING):
            other = True
        other = other and lowers[k] != "who"
        active = k >= end and lowers[k] in _NAMED and lowers[k - 1] != ","  # "The clerk called Pavel a liar"
        if not (other or active):
            yield k


def hides(lowers: Sequence[str], start: int, end: int, name: Name) -> bool:
    """Tell whether a name stands for one that is withheld: "a baker identified only as Pavel for fear of reprisals"."""
    alias = any(_giving(lowers, k) is not None for k in range(start + 1, name.start))
    return alias and lexicon.naming_of(" ".join(lowers[start:end])) is Naming.ANONYMOUS


def _giving(lowers: Sequence[str], k: int) -> int | None:
    """Return where a name may begin to which the words from *k* on lead: "calling itself", "known as", "using the name"."""
    word, behind = lowers[k] if k < len(lowers) else "", lowers[k + 1 : k + _REACH]
    if word in _CALLING and behind and behind[0] in _REFLEXIVES:
        return k + 2
    if word in _NAMED and lowers[k - 1] not in ("who", "that", "which"):  # not "a man who called Pavel"
        return k + 1
    if word in _ACTING and "as" in behind:
        at = behind.index("as")
        if _FILLERS.issuperset(behind[:at]) or (word in _TOLD and behind[0] in ("by", "to", "in")):
            return _past(lowers, k + at + 2)
    if word not in _BEARING:
        return None
    noun = next((j for j, w in enumerate(behind, k + 1) if w in lexicon.words("appellation")), None)
    if noun is None:
        return None
    listed = lowers[noun - 1] in ("first", "given") and lowers[noun + 1 : noun + 2] == (",",)  # "her first name, Mila"
    return _past(lowers, noun + 1 + listed)


def _past(lowers: Sequence[str], at: int) -> int:
    while at < len(lowers) and lowers[at] in _LINKS:
        at += 1
    return at


def _name_at(register: Register, at: int) -> Name | None:
    """Return the name that begins at *at*, or behind an article or a quotation mark."""
    words = register.words
    at += register.lowers[at : at + 1] == ("the",)
    if at >= len(words):
        return None
    if words[at] in _QUOTES:
        return _quoted(words, at)
    if _is_handle(words[at]) or words[at + 1 : at + 2] == ("/",):
        return _handle(words, at)
    inside = register.inside(at, at + 1)
    name = register.names[inside[0]] if inside else None
    if name is None or name.start != at or name.place or words[name.end : name.end + 1] in (("'s",), ("'",)):
        return None
    return name


def _quoted(words: Sequence[str], mark: int) -> Name | None:
    close = next((j for j in range(mark + 2, min(mark + _REACH, len(words))) if words[j] == _QUOTES[words[mark]]), None)
    if close is None or not words[mark + 1][0].isupper():
        return None
    return untitled(mark + 1, close, tuple(words[mark + 1 : close]))


def _is_handle(word: str) -> bool:
    """Tell whether a word is what a user goes by on a platform: "@mossy", "mossy_stone"."""
    return len(word) > 2 and (word[0] == "@" or "_" in word)


def _handle(words: Sequence[str], at: int) -> Name:
    end = at + (3 if words[at + 1 : at + 2] == ("/",) else 1)  # "u/mossy_stone"
    return Name(at, end, ("".join(words[at:end]),), Kind.PERSON)
