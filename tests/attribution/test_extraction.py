import pickle
from pathlib import Path

import pytest

import credtag
from credtag import attribution, document
from credtag.attribution import seldom
from credtag.attribution.raw import Raw, trimmed
from credtag.records import Span

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


ARTICLES = sorted((Path(__file__).parents[1] / "articles").glob("*.txt"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("extract", [attribution.by_rules, attribution.by_network])
def test_no_content_begins_or_ends_with_a_comma_or_a_blank(path, extract):
    text = path.read_text(encoding="utf-8")
    claims = credtag.Tagger(extract=extract).tag(text).claims
    pieces = [text[piece.start : piece.end] for claim in claims for piece in claim.attribution.content]
    assert pieces == [piece.strip(" ,\n") for piece in pieces]


def test_a_paragraph_that_ends_with_a_comma_is_narrated_without_it():
    text = "The two women spoke for about five minutes,\n\n“and then she left,” Ana Sorin said."
    claim = credtag.tag(text).claims[0]
    assert text[claim.attribution.span.start : claim.attribution.span.end] == text.partition(",")[0]


def test_commas_around_a_content_are_none_of_it():
    article = document.read("It said , the dam leaks ,")
    whole = Raw((Span(8, 25),), (Span(3, 7),))
    assert [article.slice(piece) for piece in trimmed(article, whole).content] == ["the dam leaks"]
    assert trimmed(article, Raw((Span(8, 9),))).content == (Span(8, 9),)


@pytest.mark.parametrize("words", ["the claim", "any wrongdoing", "involvement in the fire"])
def test_claims_and_deeds_are_denied(words):
    article = document.read(f"The ministry denied {words}.")
    (raw,) = seldom.find(article, [])
    assert [article.slice(span) for span in (*raw.source, *raw.cue, *raw.content)] == ["The ministry", "denied", words]


def test_a_port_is_not_denied():
    assert list(seldom.find(document.read("The ministry denied the ship a berth."), [])) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The rebels put the figure at 61.", "the figure at 61"),
        (
            "Mayor Ana Sorin puts the cost of the wall at about two million crowns.",
            "the cost of the wall at about two million crowns",
        ),
    ],
)
def test_figures_are_put(text, content):
    article = document.read(text)
    (raw,) = seldom.find(article, [])
    assert article.slice(raw.content[0]) == content


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Belmar mayor Ana Sorin waved, saying that the dam held.", ("Belmar mayor Ana Sorin", "the dam held")),
        ("The clerk, who said she saw smoke, has left.", ("who", "she saw smoke")),
        ("The roof leaks, she added.", ("she", "The roof leaks")),
        (
            "Datum rated 22% of the answers as “true.”",
            ("Datum", "22% of the answers as “true.”"),
        ),
    ],
)
def test_plain_reports_that_the_network_passes_over(text, found):
    article = document.read(text)
    (raw,) = seldom.find(article, [])
    assert (article.slice(raw.source[0]), article.slice(raw.content[0])) == found


def test_who_reports_in_a_relative_clause_says_nothing_of_what_stands_before():
    article = document.read("The tests came back, which confirmed the fault.")
    assert [article.slice(raw.content[0]) for raw in seldom.find(article, [])] == ["the fault"]


def test_a_lamp_is_not_put():
    for text in ("She put the lamp at the door.", "The minister put the plan to parliament at 10."):
        assert list(seldom.find(document.read(text), [])) == []


def test_what_lies_in_an_inner_content_waits_for_the_next_level():
    text = '"We asked for help eleven times," one nurse told the auditors.'
    article = document.read(text)
    (outer,) = attribution.by_rules(article, [Span(0, len(text) - 1)])
    assert [article.slice(raw.cue[0]) for raw in outer] == ["told"]
    (inner,) = attribution.by_rules(article, [outer[0].content[0]])
    assert [article.slice(raw.cue[0]) for raw in inner] == ["asked for"]


def test_a_subject_with_an_apposition_is_no_content():
    text = "He said that the mayor, Ana Ruiz, said the dam leaks."
    article = document.read(text)
    ((inner,),) = attribution.by_rules(article, [Span(8, len(text) - 1)])
    assert (article.slice(inner.source[0]), article.slice(inner.content[0])) == ("the mayor, Ana Ruiz", "the dam leaks")


@pytest.mark.parametrize(
    ("held", "inner"),
    [
        ("her father saying the dam would go", ["her father", "saying", "the dam would go"]),
        (
            "that according to the manual, the valve is shut by hand",
            ["the manual", "according to", "the valve is shut by hand"],
        ),
    ],
)
def test_what_opens_with_the_words_of_another(held, inner):
    text = f"Ana Sorin recalled {held}."
    article = document.read(text)
    ((raw,),) = attribution.by_rules(article, [Span(text.index(held), len(text) - 1)])
    assert [article.slice(span) for span in (*raw.source, *raw.cue, *raw.content)] == inner
