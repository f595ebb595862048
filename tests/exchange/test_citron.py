"""Quotes in the shape of Citron's annotation format."""

import json

import pytest

import credtag
from credtag.exchange import to_citron


@pytest.fixture(scope="module")
def record(tagged):
    return json.loads(to_citron(tagged))


def spans(value):
    if isinstance(value, dict) and set(value) == {"start", "end", "text"}:
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from spans(each)


def test_every_span_is_the_text_at_its_offsets(tagged, record):
    found = list(spans(record))
    assert record["text"] == tagged.document.text
    assert len(found) > 20
    assert all(record["text"][span["start"] : span["end"]] == span["text"] for span in found)


def test_there_is_a_quote_for_each_claim_with_a_cue(tagged, record):
    claims = tagged.frames().claims.dropna(subset=["cue"])
    assert [quote["id"] for quote in record["quotes"]] == claims["claim_id"].tolist()
    assert [" … ".join(c["text"] for c in quote["contents"]) for quote in record["quotes"]] == claims[
        "content"
    ].tolist()
    for quote in record["quotes"]:
        assert set(quote) == {"cue", "sources", "contents", "coreferences", "confidence", "id"}
        assert 0 <= quote["confidence"] <= 1


def test_the_other_mentions_of_a_source_are_its_coreferences(record):
    (quote,) = (q for q in record["quotes"] if q["sources"] and q["sources"][0]["text"] == "she")
    assert "Ana Ruiz" in " ".join(span["text"] for span in quote["coreferences"])
    assert not [span for span in quote["coreferences"] if span["start"] == quote["sources"][0]["start"]]
    assert any({"Mayor Ana Ruiz", "she"} <= {span["text"] for span in group} for group in record["coreference_groups"])


def test_odd_documents_give_quotes(odd):
    record = json.loads(to_citron(odd))
    assert len(record["quotes"]) == len(odd.frames().claims.dropna(subset=["cue"]))


def test_what_is_no_tagged_document_is_named():
    with pytest.raises(credtag.InputError, match=r"to_citron takes the result of credtag\.tag, not str"):
        to_citron("It rained.")
