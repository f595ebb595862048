"""Words by which one source names another as its own: "citing", "quoted Ana Sorin as saying", "attributed the news to"."""

from __future__ import annotations

import re
from functools import cache

from credtag.attribution.occasions.circumstances import words_of
from credtag.records import Document, Span
from credtag.resources import table

AS_SAYING = r" as (?:saying|telling|writing|warning|claiming|confirming|denying)\b"  # behind whom a source cites
_CITING = re.compile(r"\b(?:cit|quot)(?:e[ds]?|ing)$")
_ATTRIBUTING = re.compile(r"\battribut(?:e[ds]?|ing)$")
_COUNTED = re.compile(
    r"(?:at least |more than |another |a )?(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|several|many|most|all|both|another|few|couple|number|pair|group|handful)",
    re.IGNORECASE,
)
HEAD_ENDS = re.compile(
    r"[,;:(\x00]|(?<!\b[Aa])(?<!\b[Aa]n)(?<!\b[Tt]he) (?:of|by|from|on|in|at|to|for|with|about|into|that|which|who|whose|seen|obtained|published|released|issued|posted"
    r"|conducted|commissioned|sent|written|reviewed|leaked|this|last|filed|signed|dated|shared|describing|detailing|carried|after|before|during|since|under|over)\b"
)


def cites(document: Document, cue: Span) -> bool:
    """Tell whether a cue ends with "citing", "quoted" or the like.

    Example:
        >>> from credtag import document
        >>> article = document.read("Kompas quoted two clerks as saying so.")
        >>> cites(article, Span(7, 13))
        True
    """
    return _CITING.search(document.normal, cue.start, cue.end) is not None


def attributes(document: Document, cue: Span) -> bool:
    """Tell whether a cue ends with "attributed", "attributing" or the like.

    Example:
        >>> from credtag import document
        >>> article = document.read("It attributed the news to a clerk.")
        >>> attributes(article, Span(3, 13))
        True
    """
    return _ATTRIBUTING.search(document.normal, cue.start, cue.end) is not None


def names_a_source(phrase: str) -> bool:
    """Tell whether what is cited is a source and no reason: "citing officials", not "citing privacy rules".

    Example:
        >>> names_a_source("one of the officials"), names_a_source("privacy rules"), names_a_source("the release of a clerk")
        (True, False, False)
    """
    end = HEAD_ENDS.search(phrase)
    head = phrase[: end.start() if end else None].split()
    if not head or head[-1].lower() in words_of("reason"):
        return False
    if end and end.group() == " of" and _COUNTED.fullmatch(" ".join(head)):  # "one of the officials"
        return names_a_source(phrase[end.end() + 1 :])
    if end and end.group() == " of" and head[-1].lower() in words_of("event"):
        return False
    several = len(head) > 1 and head[0].lower() in words_of("counted") and head[-1].endswith("s")
    nouns = [word.lower() for word in head if word.lower() not in words_of("postmodifier")]
    named = any(word in _sources() for word in nouns if word.endswith(("s", "people")) or word is nouns[-1])
    return several or named or head[-1][0].isupper()


@cache
def _sources() -> frozenset[str]:
    nouns = {row["noun"].lower() for row in table("lexicon/role_nouns.tsv")}
    return frozenset(
        nouns | {noun + "s" for noun in nouns} | {"sources", "source", "people", "data", "figures", "records"}
    )
