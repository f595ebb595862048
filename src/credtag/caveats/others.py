"""Tell whether a remark beside a source is about somebody else: whom it accuses, its son, a front that it exposed."""

from __future__ import annotations

import re

from credtag.caveats.bound import Bound
from credtag.caveats.clauses import RELATIVE, WORDS
from credtag.caveats.lexicon import words as words_of
from credtag.records import Document, Span

_NEAR = 70  # characters before a clause in which "the lawyer of" may stand
_POSSESSED = re.compile(r"whose (?P<words>(?:[\w.'-]+ ){1,3})")
_RELATION = re.compile(r"\b(?P<word>[a-z]+) (?:of|for|to|on|representing|defending)\b")
_ACCUSING = re.compile(r"\baccus(?:e|es|ed|ing) (?!of\b|by\b)[^,;]{1,80}\Z")


def accuses(document: Document, bound: Bound, words: Span) -> bool:
    """Tell whether the source says it of somebody else: "Marn accused the firm of ties to the police"."""
    return _ACCUSING.search(document.normal, bound.start, words.start) is not None


def of_another(document: Document, bound: Bound, words: Span, own: frozenset[str]) -> bool:
    """Tell whether a clause is about somebody else: "whose son was convicted", "the lawyer of a man accused of …".

    *own* are the nouns for what counts as the source itself: "whose editor was convicted".
    """
    normal = document.normal
    if possessed := _POSSESSED.match(normal, bound.clause, words.start):
        first = normal[words.start : words.end].split(maxsplit=1)[0]  # "whose war diaries turned out to be forged"
        return own.isdisjoint([*possessed["words"].lower().split(), first])
    others = _RELATION.finditer(normal, max(bound.start - _NEAR, 0), words.start)
    return any(match["word"] in words_of("related") and bound.start <= match.end() for match in others)


def does_else(document: Document, bound: Bound, words: Span) -> bool:
    """Tell whether the source does something to what the caveat describes: "exposed a front for the secret police"."""
    tokens = WORDS.findall(document.normal[bound.start : words.end])
    inner = len(WORDS.findall(document.normal[max(bound.start, words.start) : words.end]))
    before = [token.lower() for token in tokens[: len(tokens) - inner]]
    before = before[1:] if before and before[0] in words_of("own") else before
    for n, token in enumerate(before):
        if token in RELATIVE:  # "that two exiled officers say is run by …"
            said = [k for k, word in enumerate(before) if k > n and word in words_of("calling")]
            before = before[:n] + before[said[0] :] if said else before
            break
    if not before:
        return False
    first, second = before[0], before[1] if len(before) > 1 else ""
    does = (
        first.endswith("s")
        and not first.endswith(("ous", "ss"))
        and first not in words_of("linking")
        and second not in words_of("putting")
    )
    done = (word for word in before if word.endswith("ed") or word in words_of("doing"))
    tells = first in words_of("telling") and second not in ("by", "to")
    return does or tells or any(word not in words_of("putting") for word in done)
