"""One page about one article: summary, marked article, picture of the sources, table of claims with filters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from credtag import shown
from credtag.display.article import article, claim_anchor, legend
from credtag.display.chains import article_chart
from credtag.display.markup import Html, plain, running
from credtag.display.notes import chain
from credtag.display.page import page
from credtag.display.palette import LEVELS, level_class, level_words
from credtag.display.summary import summary
from credtag.errors import InputError
from credtag.explain import reason_in_words
from credtag.labels import Naming, ZoneKind
from credtag.records import Claim, TaggedDocument

_OWN_VOICE = "own_voice"
_NAMINGS = (*(str(naming) for naming in Naming), _OWN_VOICE)
_WEB = re.compile(r"https?://[^\s<>\"']+\Z", re.IGNORECASE)


def report(tagged: TaggedDocument) -> Html:
    """Write one page about an article that a browser opens as it is.

    Claims by level, how openly the sources are named, whether one source carries the article, the share of the publisher's
    own voice; the marked article; the picture of its sources; and the claims in a table. The table's filters are CSS:
    there is no script, and the page's own policy forbids one.

    Args:
        tagged: The result of :func:`credtag.tag`.

    Returns:
        The page; ``.save(path)`` writes it.

    Raises:
        InputError: *tagged* is something else.

    Example:
        >>> import credtag
        >>> from credtag.display import report
        >>> tagged = credtag.tag("The port will close in May, Mayor Ana Sorin said.", publisher="The Post")
        >>> str(report(tagged)).startswith("<!DOCTYPE html>")
        True
    """
    if not isinstance(tagged, TaggedDocument):
        raise InputError(f"report takes the result of credtag.tag, not {type(tagged).__name__}")
    claims = shown.claims(tagged)
    title = _title(tagged)
    body = (
        f"<h1>Who says so? <bdi>{running(title)}</bdi></h1>\n{_about(tagged)}\n"
        f"<h2>Summary</h2>\n{summary(tagged)}\n"
        f'<h2>The article</h2>\n<div class="read">{legend(tagged)}\n{article(tagged, fold_after=10**9)}</div>\n'
        "<h2>Where it comes from</h2>\n"
        f'<div class="scroll" role="region" aria-label="Picture of the sources" tabindex="0">{article_chart(tagged)}</div>\n'
        f"<h2>All claims</h2>\n{_filters(claims)}\n{_table(tagged, claims)}\n{_FOOT}"
    )
    return Html(page(f"{title} – sourcing report", body, _STYLE + _hiding(claims)))


_FOOT = (
    '<p class="foot">A level says how a claim is sourced, judged by the words of this article alone. It does not say '
    "whether the claim is true. Made by credtag.</p>"
)


def _title(tagged: TaggedDocument) -> str:
    document = tagged.document
    headline = next((document.slice(zone.span) for zone in document.zones if zone.kind is ZoneKind.HEADLINE), "")
    return " ".join((document.headline or headline or document.doc_id).split())


def _about(tagged: TaggedDocument) -> str:
    document = tagged.document
    parts = [document.publisher, document.published, *document.authors]
    words = [f"<bdi>{running(part)}</bdi>" for part in parts if part]
    if document.url:
        address = plain(document.url)
        words.append(f'<a href="{address}" rel="noreferrer">{address}</a>' if _WEB.match(document.url) else address)
    return f'<p class="foot">{" · ".join(words)}</p>' if words else ""


# --------------------------------------------------------------------------- the table and its filters


def _naming(claim: Claim) -> str:
    return str(claim.origin.naming) if claim.origin else _OWN_VOICE


def _filters(claims: Sequence[Claim]) -> str:
    levels = {level_class(claim.grade.level) for claim in claims}
    namings = {_naming(claim) for claim in claims}
    return (
        f"{_boxes('Level', 'level', [level for level in LEVELS if level in levels])}"
        f"{_boxes('Origin', 'naming', [naming for naming in _NAMINGS if naming in namings])}"
    )


def _boxes(title: str, kind: str, values: Iterable[str]) -> str:
    boxes = "".join(
        f'<label class="{value if kind == "level" else ""}"><input type="checkbox" id="{kind}-{value}" checked> '
        f'<span class="chip">{level_words(value)}</span></label>'
        for value in values
    )
    return f"<fieldset><legend>{title}</legend>{boxes}</fieldset>" if boxes else ""


def _hiding(claims: Sequence[Claim]) -> str:
    """Return the rules by which an unticked box hides its rows."""
    pairs = {("level", level_class(claim.grade.level)) for claim in claims}
    pairs |= {("naming", _naming(claim)) for claim in claims}
    return "".join(
        f'.page:has(#{kind}-{value}:not(:checked)) tr[data-{kind}="{value}"]{{display:none}}'
        for kind, value in sorted(pairs)
    )


def _table(tagged: TaggedDocument, claims: Sequence[Claim]) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in ("No.", "Claim", "Chain", "Level", "Why", "Reading"))
    body = "\n".join(_row(tagged, claim, number) for number, claim in enumerate(claims, 1))
    return (
        '<div class="scroll" role="region" aria-label="All claims" tabindex="0"><table class="grid claims"><thead>'
        f"<tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(tagged: TaggedDocument, claim: Claim, number: int) -> str:
    level = level_class(claim.grade.level)
    text = tagged.document.text
    said = " … ".join(" ".join(tagged.document.slice(span).split()) for span in claim.attribution.content)
    steps = "".join(f"<li>{running(reason_in_words(text, claim, reason))}</li>" for reason in claim.grade.reasons)
    reading = f"{claim.attribution.stance}, {claim.attribution.score:.2f}"
    return (
        f'<tr class="{level}" data-level="{level}" data-naming="{_naming(claim)}">'
        f'<th scope="row"><a href="#{claim_anchor(tagged, number)}">{number}</a></th>'
        f'<td><span class="shaded"><bdi>{running(said)}</bdi></span></td><td>{chain(claim.chain)}</td>'
        f'<td><span class="chip">{level_words(level)}</span></td><td><ul class="steps">{steps}</ul></td>'
        f"<td>{reading}</td></tr>"
    )


_STYLE = """
.page .bar{display:flex;height:1.4rem;gap:2px;margin:.8em 0}
.page .bar span{background:var(--line);min-width:3px;border-radius:2px}
.page .facts{font:.95rem/1.6 system-ui,sans-serif;padding-left:1.2em;margin:1em 0}
.page .facts li{margin:.2em 0}
.page mark:target{outline:3px solid var(--direct-line);outline-offset:2px}
.page fieldset{border:1px solid var(--rule);border-radius:4px;margin:0 0 .6em;padding:.2em .8em;font:.85rem/1.9 system-ui,sans-serif}
.page label{margin-right:1em;white-space:nowrap}
.page label:not([class]) .chip,.page label[class=""] .chip{--shade:transparent}
.page .steps{margin:0;padding-left:1em}
.page svg{display:block}
.page .claims td:nth-child(5){min-width:16rem}
@media screen and (max-width:56rem){.page .claims thead{position:absolute;clip-path:inset(50%)}
.page .claims tr{display:block;padding:.5em 0;border-bottom:2px solid var(--rule)}
.page .claims th,.page .claims td{display:block;border:0;padding:.1em 0;min-width:0}
.page .claims th::before{content:"Claim "}.page .claims td:nth-child(6)::before{content:"Reading: "}}
@media print{.page fieldset{display:none}.page svg{width:100%;max-width:100%!important}.page tr{break-inside:avoid}
.page .scroll{overflow:visible}.page .claims{font-size:.72rem}.page .claims td:nth-child(n){min-width:0;line-height:1.35;padding:.25em .5em}
.page .claims td:nth-child(5){width:42%}
.page h2{break-after:avoid}}
"""
