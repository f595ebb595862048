import builtins
import pickle
import sys

import pytest

import credtag
from credtag import attribution, document

TEXT = """The ferry “will sail again by June,” Minister Ana Sorin told Radio Lumen on Monday.

Radio Lumen reported, citing the audit office, that the council had denied the repairs were late.
"""
NETWORK = credtag.Tagger(extract=attribution.by_network)


@pytest.mark.parametrize("extract", [attribution.by_rules, attribution.by_network])
def test_both_ways_give_a_list_for_each_part(extract):
    article = document.read(TEXT)
    (whole,) = extract(article, None)
    assert {article.slice(raw.cue[0]) for raw in whole if raw.cue} >= {"told", "reported"}
    inner = extract(article, [whole[-1].content[0], whole[0].content[0]])
    assert len(inner) == 2
    assert {article.slice(raw.cue[0]) for raw in inner[0]} >= {"had denied"}


def test_the_network_takes_the_place_of_the_rules():
    tagged = NETWORK.tag(TEXT, publisher="The Harbour Post", doc_id="ferry")
    frames = tagged.frames()
    chains = dict(zip(frames.claims["content"], frames.claims["chain"], strict=True))
    assert chains["The ferry “will sail again by June,”"] == "The Harbour Post > Radio Lumen > Ana Sorin"
    assert frames.claims["inside"].notna().any()
    assert frames.claims.loc[frames.claims["cue"].notna(), "score"].between(0, 1).all()


def test_a_tagger_with_the_network_can_be_pickled_and_used_by_workers():
    assert pickle.loads(pickle.dumps(NETWORK)) == NETWORK
    assert list(NETWORK.tag_all([TEXT, TEXT], workers=2)) == [NETWORK.tag(TEXT)] * 2


@pytest.mark.parametrize("text", ["", " ", "said", '"', "“", "\ud800", "\0", "🌧️ said.", "." * 300, "said " * 400])
def test_any_str_gives_a_result_with_the_network(text):
    assert NETWORK.tag(text).document.text == text


def test_without_onnxruntime_the_error_says_what_to_install(monkeypatch):
    plain = builtins.__import__

    def refuse(name, *rest):
        if name == "onnxruntime":
            raise ImportError(name)
        return plain(name, *rest)

    for module in ("credtag.attribution.spans", "credtag.attribution.model"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.delattr(attribution, "spans", raising=False)
    monkeypatch.delattr(attribution, "model", raising=False)
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(credtag.MissingExtra, match=r"pip install .credtag\[network\]"):
        attribution.by_network(document.read(TEXT))
