"""The event is MISP's by its own library, with tags of the taxonomy admiralty-scale."""

import json
import re

import pytest
from pymisp import MISPEvent

import credtag
from credtag.exchange import to_misp
from credtag.exchange.misp import admiralty_tags
from credtag.records import Grade

# The predicates and values of MISP's taxonomy admiralty-scale, "deceptive" (g) left out.
TAG = re.compile(r'admiralty-scale:(source-reliability="[a-f]"|information-credibility="[1-6]")')


def event_of(tagged):
    event = MISPEvent()
    event.from_json(to_misp(tagged))
    return event


def test_there_is_an_attribute_for_each_row_of_the_frame(tagged):
    event = event_of(tagged)
    claims = tagged.frames().claims
    texts = [attribute for attribute in event.attributes if attribute.type == "text"]
    assert [attribute.value for attribute in texts] == claims["content"].tolist()
    for attribute, claim in zip(texts, claims.itertuples(), strict=True):
        level = claim.confidence if isinstance(claim.confidence, str) else "unrated"
        assert attribute.comment == f"{claim.chain} ({level})"
        assert [tag.name for tag in attribute.tags] == [
            f'admiralty-scale:source-reliability="{claim.reliability.lower()}"',
            f'admiralty-scale:information-credibility="{claim.credibility}"',
        ]
        assert not attribute.to_ids
    assert {tag.name[-2] for attribute in texts for tag in attribute.tags} >= {"b", "f", "6"}


def test_the_event_is_about_the_article(tagged):
    event = event_of(tagged)
    assert event.info == "Claims in https://harbour.example/dam"
    assert str(event.date) == "2031-05-02"
    assert [attribute.value for attribute in event.attributes if attribute.type == "link"] == [tagged.document.url]


@pytest.mark.parametrize("letter", "ABCDEF")
@pytest.mark.parametrize("digit", "123456")
def test_the_tags_are_those_of_the_taxonomy(letter, digit):
    tags = admiralty_tags(Grade(None, reliability=letter, credibility=digit))
    assert [bool(TAG.fullmatch(tag)) for tag in tags] == [True, True]
    assert tags[0][-2] == letter.lower()
    assert tags[1][-2] == digit


def test_ids_stay_from_export_to_export(tagged):
    assert to_misp(tagged) == to_misp(tagged)
    ids = [attribute["uuid"] for attribute in json.loads(to_misp(tagged))["Event"]["Attribute"]]
    assert len(set(ids)) == len(ids)


def test_odd_documents_give_events(odd):
    event = event_of(odd)
    assert sum(attribute.type == "text" for attribute in event.attributes) == len(odd.frames().claims)


def test_what_is_no_tagged_document_is_named():
    with pytest.raises(credtag.InputError, match=r"to_misp takes the result of credtag\.tag, not str"):
        to_misp("It rained.")
