"""The colours of the seven levels, in light and in dark, and the style that article, list and report share.

Orange to blue by way of yellow and grey, as in the PuOr and RdYlBu schemes of ColorBrewer (Harrower and Brewer 2003),
which readers with any common colour-blindness tell apart. The line under a claim carries the level a second time, by its
kind: broken below ``relayed``, unbroken from there on and thicker with each level.
"""

from __future__ import annotations

from attrs import frozen

from credtag.labels import Level

UNRATED = "unrated"


@frozen
class Colours:
    """The shade behind the words of a claim and the line under them."""

    shade: str
    line: str


@frozen
class Theme:
    """The colours of the page: paper, ink, faint ink, hairlines, and those of each level."""

    paper: str
    ink: str
    faint: str
    rule: str
    levels: dict[str, Colours]


LIGHT = Theme(
    paper="#ffffff",
    ink="#1a1a1a",
    faint="#595959",
    rule="#c9c9c9",
    levels={
        Level.CAVEATED: Colours("#f9d5c5", "#a12c00"),
        Level.HEARSAY: Colours("#fbe3c3", "#8a5300"),
        Level.UNNAMED: Colours("#f7f0c8", "#6b6000"),
        Level.RELAYED: Colours("#e6e9ec", "#50606f"),
        Level.ON_RECORD: Colours("#d6e8f8", "#2a72b5"),
        Level.DIRECT: Colours("#bdd8f5", "#0b3f78"),
        Level.OBSERVED: Colours("#a9c6f0", "#06295c"),
        UNRATED: Colours("#ffffff", "#6b6b6b"),
    },
)
DARK = Theme(
    paper="#17191d",
    ink="#ececec",
    faint="#b0b4ba",
    rule="#4a4f57",
    levels={
        Level.CAVEATED: Colours("#5b2410", "#ff9d77"),
        Level.HEARSAY: Colours("#54390b", "#f0b45a"),
        Level.UNNAMED: Colours("#453f10", "#d9cb57"),
        Level.RELAYED: Colours("#343c45", "#b3c0cc"),
        Level.ON_RECORD: Colours("#173f63", "#86c0f3"),
        Level.DIRECT: Colours("#0e3c72", "#a3cbff"),
        Level.OBSERVED: Colours("#202f80", "#c3caff"),
        UNRATED: Colours("#17191d", "#9ba1a9"),
    },
)
_LINES = {
    Level.CAVEATED: "3px dotted",
    Level.HEARSAY: "3px dashed",
    Level.UNNAMED: "2px dashed",
    Level.RELAYED: "1px solid",
    Level.ON_RECORD: "2px solid",
    Level.DIRECT: "4px solid",
    Level.OBSERVED: "5px double",
    UNRATED: "1px dotted",
}
LEVELS = tuple(_LINES)  # worst first, unrated last

# Where a notebook or a site has a theme of its own, it says so on an ancestor: follow that rather than the system.
LIGHT_HOSTS = (
    'html[theme="light"]',
    '[data-jp-theme-light="true"]',
    '[data-theme="light"]',
    '[data-vscode-theme-kind="vscode-light"]',
)
DARK_HOSTS = (
    'html[theme="dark"]',
    '[data-jp-theme-light="false"]',
    '[data-theme="dark"]',
    '[data-vscode-theme-kind="vscode-dark"]',
)


def level_class(level: Level | None) -> str:
    """Return the class of a level in HTML and SVG."""
    return UNRATED if level is None else level.value


def level_words(level: str) -> str:
    """Return a level, or the class of one, as words.

    Example:
        >>> level_words("on_record")
        'on record'
    """
    return level.replace("_", " ")


def style() -> str:
    """Return the style sheet of everything that credtag shows as HTML."""
    light, dark = _variables(LIGHT), _variables(DARK)
    hosted = ",".join(f"{host} .credtag" for host in LIGHT_HOSTS)
    dark_hosted = ",".join(f"{host} .credtag" for host in DARK_HOSTS)
    levels = "".join(
        f".credtag .{level}{{--shade:var(--{level}-shade);--line:var(--{level}-line);--under:{line}}}"
        for level, line in _LINES.items()
    )
    return (
        f".credtag{{{light}}}@media screen and (prefers-color-scheme:dark){{.credtag{{{dark}}}}}"
        f"@media screen{{{hosted}{{{light}}}{dark_hosted}{{{dark}}}}}{levels}{_SHARED}"
    )


def _variables(theme: Theme) -> str:
    page = {"paper": theme.paper, "ink": theme.ink, "faint": theme.faint, "rule": theme.rule}
    for level, colours in theme.levels.items():
        page |= {f"{level}-shade": colours.shade, f"{level}-line": colours.line}
    return ";".join(f"--{name}:{value}" for name, value in page.items())


_SHARED = """
.credtag{font:1rem/1.9 Georgia,"Times New Roman",serif;max-width:44rem;color:var(--ink);background:var(--paper);
padding:.5rem 1rem;overflow-wrap:anywhere;text-align:left}
.credtag p{position:relative;margin:.6em 0;unicode-bidi:isolate;color:inherit}
.credtag .headline{font-weight:bold;font-size:1.25em;line-height:1.7}
.credtag .aside{color:var(--faint)}
.credtag mark{color:var(--ink);background:var(--shade);border-bottom:var(--under) var(--line);
padding:0 .1em var(--gap,0);border-radius:2px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.credtag mark:has(mark){--gap:6px}.credtag mark mark{--gap:0}.credtag mark mark:has(mark){--gap:3px}
.credtag mark::before{content:attr(data-n);font:bold .65em/1.3 system-ui,sans-serif;vertical-align:.4em;
color:var(--paper);background:var(--line);border-radius:.6em;padding:0 .4em;margin-right:.25em;white-space:nowrap}
.credtag .source{font-weight:bold}
.credtag .cue{font-style:italic}
.credtag .caveat{text-decoration:underline wavy var(--caveated-line);text-underline-offset:.15em}
.credtag .caveat.hedged,.credtag .caveat.reputed{text-decoration-style:dashed}
.credtag .caveat.attributed,.credtag .caveat.denied{text-decoration-style:dotted}
.credtag .caveat[data-tag]::after{content:attr(data-tag);font:.7em/1.3 system-ui,sans-serif;white-space:nowrap;margin-left:.3em;
color:var(--caveated-line);background:var(--paper);border:1px solid;border-radius:.3em;padding:0 .3em}
.credtag [tabindex]:focus-visible{outline:3px solid var(--direct-line);outline-offset:1px}
.credtag .note{display:none;position:absolute;left:0;right:0;z-index:9;margin-top:.3em;padding:.5em .8em;
font:normal .85rem/1.45 system-ui,sans-serif;white-space:normal;text-decoration:none;
color:var(--ink);background:var(--paper);border:1px solid var(--line,var(--caveated-line));border-left-width:6px;
border-radius:4px;box-shadow:0 3px 12px #0005;unicode-bidi:isolate}
.credtag .up .note{bottom:100%}
.credtag .room{padding-bottom:7rem}
.credtag .note>span{display:block}
.credtag .note .step{padding-left:1em;text-indent:-.8em}
.credtag .note .step::before{content:"• "}
.credtag .note small{color:var(--faint);font-size:.9em}
.credtag :hover>.note,.credtag :focus>.note{display:block}
.credtag :has(>.note):has([tabindex]:hover)>.note,.credtag :has(>.note):has([tabindex]:focus)>.note{display:none}
.credtag details{border:1px solid var(--rule);border-radius:4px;padding:0 .6em;margin:.6em 0}
.credtag summary{cursor:pointer;font:.85rem/2 system-ui,sans-serif;color:var(--faint)}
.credtag ul.legend.legend{display:flex;flex-wrap:wrap;gap:.1em .9em;list-style:none;margin:0 0 .8em;padding:0 0 .5em;
font:.8rem/1.7 system-ui,sans-serif;border-bottom:1px solid var(--rule)}
.credtag ul.legend.legend li{margin:0;padding:0;display:inline}
.credtag .chip{background:var(--shade);color:var(--ink);border-bottom:var(--under) var(--line);padding:0 .4em;white-space:nowrap}
.credtag .shaded{background:var(--shade);border-bottom:var(--under) var(--line);-webkit-box-decoration-break:clone;box-decoration-break:clone}
.credtag .scroll{overflow-x:auto}
.credtag table.grid{border-collapse:collapse;font:.85rem/1.6 system-ui,sans-serif;color:inherit;width:100%;
table-layout:auto;overflow-wrap:break-word}
.credtag .grid tr:nth-child(n):nth-child(n){background:none}
.credtag .grid th,.credtag .grid td{text-align:left;vertical-align:top;padding:.4em .6em;line-height:1.6;white-space:normal;
border:0;border-bottom:1px solid var(--rule);background:none}
.credtag .claims td:nth-child(2){min-width:14rem}
.credtag .foot{font:.8rem/1.5 system-ui,sans-serif;color:var(--faint)}
@media print{.credtag .room{padding:0}.credtag{max-width:none;padding:0;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.credtag .note{display:none!important}.credtag mark::before{content:attr(data-n) " " attr(data-level)}
.credtag details::details-content{content-visibility:visible;height:auto}.credtag p{break-inside:avoid}}
"""
