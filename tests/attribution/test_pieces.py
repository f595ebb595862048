from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credtag.attribution.network import pieces

LINES = ["[CLS]", "[SEP]", "[UNK]", "[unused1]", "un", "##like", "##ly", "the", "“", "”", "."]


@pytest.fixture
def vocabulary(tmp_path):
    file = tmp_path / "vocabulary.txt"
    file.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    return pieces.Vocabulary.read(file)


def forms(text):
    return list(pieces.read(text, [(0, len(text))]).forms)


def test_longest_match_comes_first(vocabulary):
    assert vocabulary.pieces("Unlikely") == (4, 5, 6)


@pytest.mark.parametrize("word", ["zebra", "", "unzip", "un" * 40])
def test_what_the_vocabulary_lacks_is_unknown(vocabulary, word):
    assert vocabulary.pieces(word) == (2,)


def test_straight_marks_get_a_direction():
    assert forms('"Go," she said. "Now."') == ["“", "Go", ",", "”", "she", "said", ".", "“", "Now", ".", "”"]


def test_curly_and_straight_marks_read_alike():
    curly = pieces.read("“Go,” said Ana.", [(0, 15)])
    straight = pieces.read('"Go," said Ana.', [(0, 15)])
    assert (curly.forms, curly.shapes) == (straight.forms, straight.shapes)


def test_shapes_tell_case_and_quotation():
    words = pieces.read("NATO said “No” twice 5", [(0, 22)])
    assert list(words.shapes) == [3, 1, 4, 6, 4, 1, 0]


def test_a_quotation_that_stays_open_ends_with_its_paragraph():
    words = pieces.read("“Go on\nand on", [(0, 6), (7, 13)])
    assert list(words.forms) == ["“", "Go", "on", pieces.BREAK, "and", "on"]
    assert list(words.shapes) == [4, 6, 5, 0, 1, 1]


def test_paragraphs_are_packed_whole():
    found = ["a", "b", pieces.BREAK, "c", pieces.BREAK, "d", "e", "f"]
    assert pieces.ranges(found, [1] * 8, 5) == [(0, 5), (5, 8)]


def test_a_long_paragraph_is_cut_after_a_sentence():
    found = ["a", "b", ".", "c", "d", "e", ".", "f"]
    assert pieces.ranges(found, [1] * 8, 5, overlap=1) == [(0, 3), (3, 7), (7, 8)]


def test_a_window_stands_between_class_and_separator(vocabulary):
    words = pieces.read("The unlikely.", [(0, 13)])
    window = pieces.window(words, [vocabulary.pieces(f) for f in words.forms], 0, 3, vocabulary)
    assert window.pieces == (0, 7, 4, 5, 6, 10, 1)
    assert window.heads == (1, 2, 5)
    assert window.shapes == (0, 2, 1, 1, 1, 0, 0)


@given(st.text(max_size=200))
def test_words_tile_what_is_not_blank(text):
    words = pieces.read(text, [(0, len(text))])
    assert all(a < b for a, b in zip(words.starts, words.ends, strict=True))
    assert all(b <= a for b, a in zip(words.ends, list(words.starts)[1:], strict=False))
    assert len(words.shapes) == len(words.forms) == len(words)


@given(
    st.lists(st.tuples(st.sampled_from(["a", ".", "”", pieces.BREAK]), st.integers(1, 9)), max_size=80),
    st.integers(30, 60),
)
def test_ranges_cover_every_word_within_the_limit(units, limit):
    lengths = [size for _, size in units]
    found = pieces.ranges([form for form, _ in units], lengths, limit, overlap=15)
    assert [i for a, b in found for i in range(a, b)] == list(range(len(units)))
    assert all(sum(lengths[a:b]) <= limit for a, b in found)
