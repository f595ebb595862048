import time

import pytest

from credtag.attribution.constructions import quoted
from credtag.attribution.raw import Raw
from credtag.document import read
from credtag.records import Span


def _span(text, words):
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize("outlet", ["by Radio Sol", "by the state news agency", "in the Belmar Post on Monday"])
def test_who_is_quoted_gets_the_claim_that_was_cut_in_two(outlet):
    text = f"The coach, Ana Marn, was quoted {outlet} as saying that the striker would stay."
    whole, by = _span(text, "the striker would stay"), _span(text, outlet.partition(" ")[2])
    subject, cue = _span(text, "The coach, Ana Marn"), _span(text, f"was quoted {outlet.partition(' ')[0]}")
    halves = [Raw((subject,), (cue,), (by,)), Raw((whole,), (_span(text, "saying"),), (by,))]
    [raw] = quoted.told(read(text), halves)
    assert [text[s.start : s.end].rstrip(",") for s in raw.source] == ["The coach, Ana Marn"]
    assert [text[s.start : s.end] for s in (*raw.cue, *raw.content)] == [
        "was quoted",
        "as saying",
        "the striker would stay",
    ]


@pytest.mark.parametrize(
    "text", ["Radio Sol quoted Ana Marn as saying it was late.", "Ana Marn was quoted as saying it was late."]
)
def test_where_no_outlet_stands_in_between_nothing_is_cut(text):
    raws = [Raw((_span(text, "it was late"),), (_span(text, "quoted"),), (_span(text, text[:8]),))]
    assert quoted.told(read(text), raws) == raws


def test_many_who_are_quoted_take_linear_time():
    unit = "Ana Marn was quoted by Radio Sol as saying it was late. "
    article = read(unit * 4000)
    at = range(0, len(article.text), len(unit))
    raws = [Raw((Span(i + 43, i + 54),), (Span(i + 9, i + 22),), (Span(i + 23, i + 32),)) for i in at]
    began = time.process_time()
    found = quoted.told(article, raws)
    assert time.process_time() - began < 5
    assert {article.slice(raw.source[0]) for raw in found} == {"Ana Marn"}
