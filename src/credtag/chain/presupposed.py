"""Acts that a claim only presupposes: "the mayor resents Ana Sorin's claim that C" does not report what Ana Sorin claimed."""

from __future__ import annotations

import re

from credtag.attribution.syntax import cues
from credtag.labels import Form, Stance
from credtag.records import Attribution, Document

_PRESUPPOSING = frozenset((Stance.ASKS, Stance.WANTS, Stance.UNCOMMITTED))
_OWNERS = frozenset(("his", "her", "its", "their", "whose"))
_ENDINGS = ("'s", "\u2019s", "s'", "s\u2019")  # of an owner
_TOLD_OF = re.compile(  # an act that is told of: "there were fears that", "her aim was to"
    r"\bthere(?:'s|\u2019s| (?:is|are|was|were|has been|have been|had been)) (?:[\w-]+ ){0,3}\Z"
)
_CALLED = re.compile(  # "denounced what | Ana Sorin called a raid", "dismissed a report in which | experts said that C"
    r"\b(?:what|(?:story|report|article|piece|interview|letter|video|ad|book|op-ed|column|post)s? in which) \Z"
)
_LEAD = 24  # characters before a source that may tell what its act is about
_PREDICATED = re.compile(r"\b(?:is|are|was|were)\b")


def presupposed(document: Document, around: Attribution, inner: Attribution) -> bool:
    """Tell whether an inner act is none that the source of the claim around it tells of.

    Args:
        document: The article.
        around: The outer attribution; whoever is quoted tells of all that is in the quotation.
        inner: One inside its content.

    Example:
        >>> from credtag import document
        >>> from credtag.records import Span
        >>> article = document.read("Ana Sorin resents the clerk's claim that the dam is old.")
        >>> resents = Attribution((Span(18, 55),), cue=(Span(10, 17),), source=(Span(0, 9),), form=Form.INDIRECT)
        >>> presupposed(article, resents, Attribution((Span(41, 55),), cue=(Span(30, 35),), source=(Span(18, 29),)))
        True
    """
    if around.form is not Form.INDIRECT and (not inner.cue or document.quotation_at(inner.cue[0].start) is not None):
        return False
    if around.stance in _PRESUPPOSING:
        return True
    return bool(inner.cue) and (_is_noun(document, inner) or _describes(document, inner))


def _describes(document: Document, act: Attribution) -> bool:
    """Tell whether an act only says what something is: "what the mayor called a raid", "a report in which he said"."""
    if act.source:
        start = act.source[0].start
        return _CALLED.search(document.normal, max(start - _LEAD, 0), start) is not None
    one = len(act.cue) == 1 and " " not in document.slice(act.cue[0])
    return one and len(act.content) > 1 and act.content[0].end <= act.cue[0].start


def _is_noun(document: Document, act: Attribution) -> bool:
    """Tell whether an act stands as a noun: "her plan to", "a request by the union to", "reports that"."""
    cue, content = act.cue[0], act.content[0]
    if _PREDICATED.search(document.normal, cue.end, max(content.start, cue.end)):
        return False
    if act.source and act.source[0].start < cue.start:
        return is_owned(document, act)
    first, last = document.token_range(cue)
    forms = cues.match(document.lowers, last - 1, last) if last - first == 1 else ()
    noun = bool(forms) and not any("participle" in form.shapes for form in forms if form.part == "verb")
    told = _TOLD_OF.search(document.normal, max(cue.start - 40, 0), cue.start)
    return noun and any(form.part == "noun" for form in forms) and told is None


def is_owned(document: Document, act: Attribution) -> bool:
    """Tell whether an act is a noun behind its owner, and no words spoken: "Ana Sorin's endorsement of", "his plan to"."""
    if not act.source or act.source[0].start > act.cue[0].start:
        return False
    owner = document.slice(act.source[0]).lower()
    return owner.endswith(_ENDINGS) or owner in _OWNERS
