"""Pages as a reader copies them from a browser: each line of a stored page names its zone."""

from pathlib import Path

import pytest

from credtag.document import read

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def lines(path):
    return [line.split("\t", 1) for line in path.read_text(encoding="utf-8").splitlines()]


def page(path):
    """Return the text of a page and the zone of each of its lines; no line ends behind a dash or a space."""
    text, expected = "", []
    for zone, words in lines(path):
        start = len(text)
        text += words + ("" if words.endswith(" ") else " " if words.endswith(("—", " -")) else "\n")
        expected.append((zone, words, start))
    return text, expected


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page(path):
    text, expected = page(path)
    article = read(text)
    for zone, words, start in expected:
        found = {article.zone_at(i).value for i in range(start, start + len(words)) if not text[i].isspace()}
        assert (found, words) == ({zone}, words)
