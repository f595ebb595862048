"""Read PolNeAR's brat annotation and reports with gold claims; turn them into tags and links over the package's own words."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from attrs import field, frozen

from credtag.attribution.network import pieces

Piece = tuple[int, int]
ROLES = ("source", "cue", "content")
OUT = 0
BEGIN = {role: 1 + 2 * i for i, role in enumerate(ROLES)}  # the tag that continues a span is one more
NONE = -1

_SPAN = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
_ROLE = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")


@frozen
class Relation:
    """One annotated attribution: the pieces of each role."""

    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]


@frozen
class Article:
    """A text with one list of relations for each annotator, the first by file name leading."""

    name: str
    text: str = field(repr=False)
    annotations: tuple[tuple[Relation, ...], ...] = field(repr=False)


@frozen
class Labelled:
    """The words of an article with a tag for each, the cue of each content word and the source of each cue."""

    words: pieces.Words
    tags: Sequence[int]
    cue_of: Sequence[int]  # per word: the first word of its cue, or NONE
    source_of: dict[int, int]  # first word of a cue: the first word of its source, or NONE


def read(folder: Path) -> list[Article]:
    """Read the texts and annotations of one part of PolNeAR."""
    articles = []
    for file in sorted((folder / "text").glob("*.txt")):
        text = file.read_bytes().decode("utf-8")
        found = sorted((folder / "attributions").glob(f"{_escaped(file.stem)}_*.ann"))
        found = [f for f in found if f.stem.rpartition("_")[0] == file.stem]
        if found:
            articles.append(Article(file.stem, text, tuple(map(_relations, found))))
    return articles


def reports(folder: Path) -> list[Article]:
    """Read the outermost claims of the reports under *folder*, each ``<doc>.gold.json`` beside its ``<doc>.txt``."""
    articles = []
    for file in sorted(folder.rglob("*.gold.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        text = file.with_name(file.name.replace(".gold.json", ".txt")).read_bytes().decode("utf-8")
        claims = (c for c in gold["claims"] if c.get("form") != "narrated" and c["inside"] is None)
        relations = (
            Relation(*(tuple(sorted(map(tuple, spans))) for spans in (c["source"], c["cue"][:1], c["content"])))
            for c in claims
        )
        articles.append(Article(gold["doc"], text, (tuple(relations),)))
    return articles


def _escaped(stem: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", stem)


def _relations(file: Path) -> tuple[Relation, ...]:
    spans: dict[str, list[Piece]] = {}
    events: list[str] = []
    for line in file.read_text(encoding="utf-8").split("\n"):
        if match := _SPAN.match(line):
            spans[match[1]] = [_pair(piece) for piece in match[2].split(";")]
        elif line.startswith("E"):
            events.append(line)
    relations = []
    for event in events:
        roles: defaultdict[str, list[Piece]] = defaultdict(list)
        for role, name in _ROLE.findall(event):
            roles[role.lower()] += spans.get(name, [])
        relations.append(Relation(*(tuple(sorted(roles[role])) for role in ROLES)))
    return tuple(relations)


def _pair(piece: str) -> Piece:
    start, end = piece.split()
    return int(start), int(end)


def paragraphs(text: str) -> list[Piece]:
    """Return the lines of *text* that are not blank."""
    return [m.span() for m in re.finditer(r"\S[^\n]*", text)]


def label(text: str, relations: Sequence[Relation]) -> Labelled:
    """Tag the words of *text*; where two relations share a word, the cue wins and then the later relation."""
    words = pieces.read(text, paragraphs(text))
    tags = [OUT] * len(words)
    cue_of = [NONE] * len(words)
    source_of: dict[int, int] = {}
    for relation in relations:
        if not relation.cue:
            continue
        cue = _words(words, relation.cue[0][0], relation.cue[-1][1])
        if not cue:
            continue
        source = [r for piece in _joined(relation.source, text)[:1] if (r := _words(words, *piece))]
        for reach in source:
            _mark(tags, reach, "source")
        for piece in _joined(relation.content, text):
            if reach := _words(words, *piece):
                _mark(tags, reach, "content")
                for i in reach:
                    cue_of[i] = cue.start
        _mark(tags, cue, "cue")
        source_of[cue.start] = source[0].start if source else NONE
    return Labelled(words, tags, cue_of, source_of)


def _mark(tags: list[int], reach: range, role: str) -> None:
    for i in reach:
        tags[i] = BEGIN[role] + (i > reach.start)


def _joined(spans: Sequence[Piece], text: str) -> list[Piece]:
    joined: list[Piece] = []
    for start, end in spans:
        if joined and not (gap := text[joined[-1][1] : start]).strip() and "\n" not in gap:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _words(words: pieces.Words, start: int, end: int) -> range:
    """Return the words that a span overlaps, breaks at its edges left out."""
    first = max(bisect_right(words.starts, start) - 1, 0)
    while first < len(words) and (words.ends[first] <= start or words.forms[first] == pieces.BREAK):
        first += 1
    last = first
    while last < len(words) and words.starts[last] < end:
        last += 1
    while last > first and words.forms[last - 1] == pieces.BREAK:
        last -= 1
    return range(first, last)
