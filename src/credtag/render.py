"""Highlight claims, sources and cues in the text of an article, as plain HTML without script."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from attrs import frozen

from credtag.errors import InputError
from credtag.labels import Level
from credtag.records import Claim, Span, TaggedDocument

_STYLE = """
.credtag{font:1rem/1.6 Georgia,serif;max-width:44rem;white-space:pre-wrap;color:#1b1b1b;background:#fff;padding:.5rem}
.credtag mark{color:inherit;background:var(--shade);border-bottom:2px solid var(--line)}
.credtag .source{font-weight:bold;background:none}
.credtag .cue{font-style:italic;background:none}
.credtag .caveat{text-decoration:underline wavy #a33b00}
.credtag .aside{color:#5f5f5f}
.credtag .caveated{--shade:#f6d5c8;--line:#a33b00}.credtag .hearsay{--shade:#f7e2c6;--line:#9a6200}
.credtag .unnamed{--shade:#f5eecb;--line:#7d7000}.credtag .relayed{--shade:#e3e9f2;--line:#54708f}
.credtag .on_record{--shade:#d3e4f5;--line:#1f66a5}.credtag .direct,.credtag .observed{--shade:#c3dcf7;--line:#0b4a8a}
.credtag .unrated{--shade:transparent;--line:#b5b5b5}
@media (prefers-color-scheme:dark){.credtag{color:#eee;background:#1b1b1b}.credtag .aside{color:#a6a6a6}
.credtag .caveated{--shade:#5a2410}.credtag .hearsay{--shade:#543807}.credtag .unnamed{--shade:#474005}
.credtag .relayed{--shade:#2c3745}.credtag .on_record{--shade:#173d60}.credtag .direct,.credtag .observed{--shade:#0b355f}}
"""


@frozen
class Highlighted:
    """HTML that a notebook shows and ``str()`` gives."""

    html: str

    def _repr_html_(self) -> str:
        return self.html

    def __str__(self) -> str:
        return self.html


@frozen
class _Layer:
    """A stretch of text with the class that shades it; the lower rank lies outside."""

    span: Span
    rank: int
    style: str
    title: str = ""


def show(tagged: TaggedDocument) -> Highlighted:
    """Show the article with its claims shaded by level, sources, cues and caveats marked.

    Args:
        tagged: The result of :func:`credtag.tag`.

    Returns:
        A :class:`Highlighted`: a notebook displays it, ``str()`` gives the HTML, in which all text is escaped.

    Raises:
        InputError: *tagged* is something else.

    Example:
        >>> import credtag
        >>> html = str(credtag.show(credtag.tag("The port will close in May, Mayor Ana Sorin said.")))
        >>> '<span class="cue">said</span>' in html
        True
    """
    if not isinstance(tagged, TaggedDocument):
        raise InputError(f"show takes the result of credtag.tag, not {type(tagged).__name__}")
    body = "".join(_pieces(tagged.document.text, sorted(_layers(tagged), key=lambda layer: layer.rank)))
    return Highlighted(f'<style>{_STYLE}</style><div class="credtag" lang="en">{body}</div>')


def _layers(tagged: TaggedDocument) -> Iterator[_Layer]:
    for claim in tagged.claims:
        level = claim.grade.level
        # A claim of a longer stretch lies outside one of a shorter: rank by falling length.
        for span in claim.attribution.content:
            yield _Layer(span, -(span.end - span.start), f"claim {level or 'unrated'}", _title(claim))
        for span in claim.attribution.source:
            yield _Layer(span, 1, "source")
        for span in claim.attribution.cue:
            yield _Layer(span, 2, "cue")
    for caveat in tagged.caveats:
        yield _Layer(caveat.span, 0, "caveat", f"{caveat.category.replace('_', ' ')}, {caveat.certainty}")


def _title(claim: Claim) -> str:
    chain = " > ".join(link.name or str(link.naming) for link in claim.chain if link.name or link.source_id is None)
    level = claim.grade.level
    return f"{_words(level)}: {chain}" if chain else _words(level)


def _words(level: Level | None) -> str:
    return "unrated" if level is None else level.replace("_", " ")


def _pieces(text: str, layers: list[_Layer]) -> Iterator[str]:
    """Cut the text wherever a layer begins or ends, and wrap each piece in the layers over it."""
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for i, layer in enumerate(layers):
        starts.setdefault(layer.span.start, []).append(i)
        ends.setdefault(layer.span.end, []).append(i)
    cuts = sorted({0, len(text), *starts, *ends})
    over: set[int] = set()
    for here, there in pairwise(cuts):
        over.difference_update(ends.get(here, ()))
        over.update(starts.get(here, ()))
        yield _wrapped(_escaped(text[here:there]), [layers[i] for i in sorted(over)])


def _wrapped(piece: str, layers: list[_Layer]) -> str:
    for layer in reversed(layers):
        title = f' title="{escape(layer.title)}"' if layer.title else ""
        tag = "mark" if layer.style.startswith("claim") else "span"
        piece = f'<{tag} class="{layer.style}"{title}>{piece}</{tag}>'
    return piece


def _escaped(text: str) -> str:
    # Notebooks typeset $…$ as mathematics: each dollar sign gets an element of its own. A lone surrogate has no UTF-8.
    safe = escape(text).encode("utf-8", "replace").decode("utf-8")
    return safe.replace("$", "<span>$</span>")
