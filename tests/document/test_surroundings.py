"""Boxes of many sites, in their own words, stand apart from the article whatever place they take."""

from functools import cache
from pathlib import Path

import pytest

from credtag import resources
from credtag.document import read, voices
from credtag.document.voices import SURROUNDINGS

FOLDER = Path(__file__).parent
ARTICLES = sorted(
    (*(FOLDER.parent / "articles").glob("*.txt"), *resources.path("examples").glob("*.txt")), key=lambda path: path.name
)
BOXES = {
    path.stem: path.read_text(encoding="utf-8").strip().split("\n%%\n") for path in (FOLDER / "boxes").glob("*.txt")
}
EVERY = [(kind, n) for kind, wordings in sorted(BOXES.items()) for n in range(len(wordings))]


def heard(text, at=0, put=""):
    """Return what every later stage reads of the article: its sentences and their zones."""
    page = read(text[:at] + put + text[at:])
    article = voices(page)[0]
    sentences = [
        (s.start - len(put) * (s.start >= at + len(put)), article.slice(s), page.zone_at(s.start))
        for s in article.sentences
    ]
    box = {page.zone_at(i) for i in range(at, at + len(put)) if not page.text[i].isspace()}
    return sentences, box - SURROUNDINGS


@cache
def alone(path):
    """Return an article, what is read of it, and where a box can stand in it."""
    text = path.read_bytes().decode("utf-8")
    article = read(text)
    starts = (block.start for block in article.paragraphs[1:])
    return text, heard(text)[0], [start for start in starts if article.zone_at(start) not in SURROUNDINGS]


@pytest.mark.parametrize(("kind", "n"), EVERY, ids=lambda value: str(value))
def test_a_box_is_no_part_of_the_article(kind, n):
    box = BOXES[kind][n]
    for turn, path in enumerate(ARTICLES):
        text, plain, places = alone(path)
        for at in places[(n + turn) % 5 :: 5]:
            sentences, unread = heard(text, at, f"{box}\n\n")
            assert (sentences, unread) == (plain, set()), (path.stem, at)
        assert heard(text, len(text), f"\n\n{box}") == (plain, set()), (path.stem, "end")
