"""Put boxes of web pages (appeals, links, share bars) at each paragraph of each article; count what changes in its claims.

python benchmarks/surroundings.py FOLDER [rules]

FOLDER holds articles as text files. At each place one box of each kind is tried, wording by wording in turn. A box is *read* where
all of it is taken for what it is; a place is *changed* where any claim of headline or body differs, is lost or is new.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import credtag
from credtag import attribution, document
from credtag.document.voices import SURROUNDINGS
from credtag.labels import ZoneKind
from credtag.records import TaggedDocument

BOXES = {
    path.stem: path.read_text(encoding="utf-8").strip().split("\n%%\n")
    for path in sorted((Path(__file__).parents[1] / "tests/document/boxes").glob("*.txt"))
}
READ = (ZoneKind.HEADLINE, ZoneKind.BODY)


def claims(tagged: TaggedDocument, at: int = 0, length: int = 0) -> list[Any]:
    """Return what the claims of headline and body say, as if *length* characters at *at* were not there."""

    def place(offset: int) -> int:
        return offset - length * (offset >= at + length)

    return [
        (
            [[(place(s.start), place(s.end)) for s in spans] for spans in (a.content, a.cue, a.source)],
            [(link.role, link.name, link.kind, link.naming, link.channel) for link in claim.chain],
            (claim.grade.level, claim.grade.credibility, [(r.code, r.effect) for r in claim.grade.reasons]),
            (a.form, a.cue_type, a.stance, a.factuality, a.polarity, a.score),
        )
        for claim in tagged.claims
        for a in (claim.attribution,)
        if claim.zone in READ
    ]


def main(folder: str, *way: str) -> None:
    """Print the share of changed places for each kind of box, and each box that changed something."""
    tagger = credtag.Tagger(extract=attribution.by_rules) if way else credtag.Tagger()
    tried, unread, changed = Counter[str](), Counter[str](), Counter[str]()
    boxes: Counter[str] = Counter()
    turn = 0
    for path in sorted(Path(folder).glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        plain = claims(tagger.tag(text, publisher="The Harbour Post"))
        article = document.read(text)
        starts = [block.start for block in article.paragraphs if article.zone_at(block.start) not in SURROUNDINGS]
        for at in (*starts, len(text)):
            turn += 1
            for kind, wordings in BOXES.items():
                box = wordings[turn % len(wordings)]
                put = f"{box}\n\n" if at < len(text) else f"\n\n{box}"
                page = tagger.tag(text[:at] + put + text[at:], publisher="The Harbour Post")
                begin = at + put.index(box)
                zones = {
                    page.document.zone_at(i)
                    for i in range(begin, begin + len(box))
                    if not page.document.text[i].isspace()
                }
                differs = claims(page, at, len(put)) != plain
                tried[kind] += 1
                unread[kind] += not zones <= SURROUNDINGS
                changed[kind] += differs
                if differs:
                    boxes[box.partition("\n")[0]] += 1
    for kind, count in tried.items():
        print(f"{kind:12} {count:6} places  {unread[kind]:5} not read  {changed[kind]:5} changed")
    total = tried.total()
    print(f"{'all':12} {total:6} places  {unread.total() / total:.2%} not read  {changed.total() / total:.2%} changed")
    for line, count in boxes.most_common():
        print(f"{count:5}  {line}")


if __name__ == "__main__":
    main(*sys.argv[1:])
