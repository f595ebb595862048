import re

import pytest

import credtag
from credtag import resources

PUBLISHER = "The Harbour Post"


def explained(text, n=0):
    tagged = credtag.tag(text, publisher=PUBLISHER, doc_id="d")
    return credtag.explain(tagged, tagged.claims[n].claim_id)


def test_chain_level_and_reasons_are_put_in_words():
    words = explained(
        "The dam leaks, according to the Kompas channel, which is believed to have ties to the intelligence service."
    )
    assert "The Harbour Post reports it from Kompas." in words
    assert "Level: caveated" in words
    assert "holds it to caveated" in words
    assert "believed to have ties to the intelligence service" in words


def test_an_interviewer_is_named():
    words = explained("The dam may fail, Mayor Ana Ruiz told Radio Lumen.")
    assert "from Ana Ruiz, through Radio Lumen, which interviewed Ana Ruiz" in words


def test_own_voice_is_unrated():
    words = explained("The dam was closed on Monday.")
    assert "The Harbour Post says it in its own voice." in words
    assert "unrated" in words


def test_places_are_those_of_the_text():
    text = "The dam may fail, Mayor Ana Ruiz claimed."
    for words, start, end in re.findall(r"“([^”]+)” \[(\d+)–(\d+)\]", explained(text)):
        assert text[int(start) : int(end)] == words


@pytest.mark.parametrize("row", resources.table("reasons.tsv"), ids=lambda row: row["code"])
def test_no_message_calls_a_claim_true_or_false(row):
    assert not re.search(r"\b(true|false|lie|fake)\b", row["message"])


def test_an_unknown_claim_is_an_error_that_names_near_ones():
    tagged = credtag.tag("The dam may fail, Mayor Ana Ruiz said.", doc_id="d")
    with pytest.raises(credtag.InputError, match="there is no claim 'd#0-17'; near it: d#0-16"):
        credtag.explain(tagged, "d#0-17")
    with pytest.raises(credtag.InputError, match="there are no claims"):
        credtag.explain(credtag.tag(""), "x")
