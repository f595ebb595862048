"""Whatever the text, reading it ends soon, never raises, and leaves nothing out."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credtag.document import read
from credtag.document.normal import normal_form

MARKS = st.sampled_from(
    [*"\"'“”‘’«»„`.?!-—… \n\r\tAaBs90()[]:/@$", "''", "``", ". The ", "U.S. ", "\n\n", "By Ana\n", "\ud800"]
)
TEXTS = st.one_of(st.text(st.characters(), max_size=80), st.lists(MARKS, max_size=60).map("".join))  # fmt: skip


def ordered(spans, end):
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), end]
    return edges == sorted(edges)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_the_parts_hold_together(text):
    article = read(text)
    assert len(article.normal) == len(text)
    assert read(text) == article
    zones = article.zones
    assert [zone.span.start for zone in zones] == [0, *(zone.span.end for zone in zones)][: len(zones)]
    assert (zones[-1].span.end if zones else 0) == len(text)
    assert all(a.kind != b.kind for a, b in pairwise(zones))
    assert ordered(article.paragraphs, len(text))
    assert ordered(article.sentences, len(text))
    assert ordered(article.tokens, len(text))
    assert ordered(sorted(part for q in article.quotations for part in q.parts), len(text))
    assert list(article.quotations) == sorted(article.quotations, key=lambda q: q.span.start)
    assert all(any(p.covers(s) for p in article.paragraphs) for s in article.sentences)
    assert all(article.normal[s.start : s.end].strip() == article.normal[s.start : s.end] for s in article.sentences)
    spoken = {i for token in article.tokens for i in range(token.start, token.end)}
    within = {i for sentence in article.sentences for i in range(sentence.start, sentence.end)}
    for i, char in enumerate(article.normal):
        assert char.isspace() or (i in spoken and i in within)


@given(st.text(st.characters()))
@settings(deadline=None)
def test_the_normal_form_keeps_length(text):
    assert len(normal_form(text)) == len(text)
    normal_form(text).encode("utf-8")


@pytest.mark.parametrize(
    "unit",
    ['"', '" ', '"a ', "'a ", "'", "“a ", 'a" ', "'a' ", '"a\n', "'a\n", "“‘a “‘", '12" ', "a", "A", "A.", "a.", "!", "! ", ". ", "-", "- ", "(", " ", "\n", "A ", "A, ", "we donate ", "Dear readers,\n", "By A\n", "Related stories\n", "Sign up\nA\n", "10:40 A\n", "Jana Holm\n2031-03-05\n", "© 2031 A B\n", "1:", "a-", "a'", "\u0301", "[1]", "Image: ", "www.", "."],
)  # fmt: skip
def test_no_text_takes_long(unit):
    text = unit * (20_000 // len(unit))
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 3  # a quadratic path would take many times as long


def test_the_document_carries_what_it_is_given():
    article = read("It rained.", publisher="The Harbour Post", published="2031-05-01", url="u", headline="Rain", authors=["Ana Sorin"], doc_id="d")  # fmt: skip
    assert (article.publisher, article.published, article.url) == ("The Harbour Post", "2031-05-01", "u")
    assert (article.headline, article.authors, article.doc_id) == ("Rain", ("Ana Sorin",), "d")


def test_the_name_of_a_document_comes_from_its_text():
    assert read("It rained.").doc_id == read("It rained.").doc_id != read("It snowed.").doc_id
    assert read("\ud800").doc_id
    assert read("").doc_id


def test_a_paragraph_is_one_line_in_the_normal_form():
    text = "The claim could not be\nverified. It\r\nrained.\n\nIt snowed."
    article = read(text)
    assert article.normal == "The claim could not be verified. It  rained.\n\nIt snowed."
    assert article.text == text
