import pickle

import pytest

import credtag
from credtag import attribution, document

TEXT = """The ferry “will sail again by June,” Minister Ana Sorin told Radio Lumen on Monday.

Radio Lumen reported, citing the audit office, that the council had denied the repairs were late.
"""


@pytest.mark.parametrize("extract", [attribution.by_rules, attribution.by_network])
def test_both_ways_give_a_list_for_each_part(extract):
    article = document.read(TEXT)
    (whole,) = extract(article, None)
    assert {article.slice(raw.cue[0]) for raw in whole if raw.cue} >= {"told", "reported"}
    inner = extract(article, [whole[-1].content[0], whole[0].content[0]])
    assert len(inner) == 2
    assert {article.slice(raw.cue[0]) for raw in inner[0]} >= {"had denied"}


def test_the_network_is_what_finds_the_spans():
    tagged = credtag.tag(TEXT, publisher="The Harbour Post", doc_id="ferry")
    frames = tagged.frames()
    chains = dict(zip(frames.claims["content"], frames.claims["chain"], strict=True))
    assert chains["The ferry “will sail again by June,”"] == "The Harbour Post > Radio Lumen > Ana Sorin"
    assert frames.claims["inside"].notna().any()
    assert frames.claims.loc[frames.claims["cue"].notna(), "score"].between(0, 1).all()


@pytest.mark.parametrize("extract", [attribution.by_rules, attribution.by_network])
def test_a_tagger_can_be_pickled_and_used_by_workers(extract):
    tagger = credtag.Tagger(extract=extract)
    assert pickle.loads(pickle.dumps(tagger)) == tagger
    assert list(tagger.tag_all([TEXT, TEXT], workers=2)) == [tagger.tag(TEXT)] * 2


@pytest.mark.parametrize("text", ["", " ", "said", '"', "“", "\ud800", "\0", "🌧️ said.", "." * 300, "said " * 400])
def test_any_str_gives_a_result(text):
    assert credtag.tag(text).document.text == text


def test_a_denial_of_what_was_reported_is_a_claim():
    article = document.read("The dam will fail, Teo Brandt said. The ministry denied the claim.")
    found = [(article.slice(raw.cue[0]), article.slice(raw.content[0])) for raw in attribution.by_network(article)[0]]
    assert found == [("said", "The dam will fail"), ("denied", "the claim")]
