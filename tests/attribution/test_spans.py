from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credtag import document, resources
from credtag.attribution import spans
from credtag.attribution.edges import mending
from credtag.attribution.network import model
from credtag.attribution.raw import Raw
from credtag.errors import DataFileError
from credtag.records import Span


def triples(text):
    return [
        tuple(" … ".join(text[s.start : s.end] for s in role) for role in (raw.source, raw.cue, raw.content))
        for raw in spans.extract(document.read(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Sorin said the port would reopen.", ("Ana Sorin", "said", "the port would reopen")),
        (
            "The port would reopen, according to the harbour office.",
            ("the harbour office", "according to", "The port would reopen"),
        ),
        (
            "Radio Lumen reported, citing the ministry, that the pilot lost control.",
            ("Radio Lumen", "reported", "that the pilot lost control"),
        ),
        (
            "“We lost contact,” Captain Teo Brandt told Radio Lumen. “Nobody knew why.”",
            ("Captain Teo Brandt", "told", "“We lost contact,” … “Nobody knew why.”"),
        ),
        ("The firm reportedly refused to pay.", ("", "reportedly", "The firm … refused to pay")),
    ],
)
def test_the_network_reads_news(text, expected):
    assert triples(text) == [expected]


def test_two_cues_share_a_source():
    text = "Ana Sorin said the port would close, adding that ships could wait."
    assert triples(text) == [
        ("Ana Sorin", "said", "the port would close"),
        ("Ana Sorin", "adding", "that ships could wait"),
    ]


def test_what_stands_before_and_after_changes_little():
    text = "The storm came at dawn. Ana Sorin said the port would reopen."
    alone = triples(text)
    assert triples("\n\n".join([text] * 60)) == alone * 60


def test_probabilities_are_probabilities():
    raws = spans.extract(document.read("Ana Sorin said the port, which she knows, would reopen."))
    assert raws
    assert all(0 <= raw.score <= 1 for raw in raws)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(), max_size=300))
def test_any_text_is_read(text):
    for raw in spans.extract(document.read(text)):
        assert all(0 <= s.start < s.end <= len(text) for s in (*raw.source, *raw.cue, *raw.content))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "x" * 5000, "“" * 400, "said " * 600, '"\n' * 200])
def test_odd_text_is_read(text):
    spans.extract(document.read(text))


def test_a_damaged_file_is_named(tmp_path, monkeypatch):
    card = json.loads(resources.path("model/card.json").read_text(encoding="utf-8"))
    files = {"model/card.json": tmp_path / "card.json"}
    files["model/card.json"].write_text(json.dumps(card), encoding="utf-8")
    for name in card["sha256"]:
        files[f"model/{name}"] = tmp_path / name
        files[f"model/{name}"].write_bytes(b"damaged")
    monkeypatch.setattr(resources, "path", files.__getitem__)
    with pytest.raises(DataFileError, match="damaged"):
        model.network.__wrapped__()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('Ana Sorin said the old port would reopen. "Nobody has to worry about it."', "the old port would reopen"),
        (
            '"The pier is safe," Ana Sorin said. "Nobody has to worry about it."',
            '"The pier is safe," … "Nobody has to worry about it."',
        ),
    ],
)
def test_a_sentence_in_quotation_marks_after_indirect_speech_is_left_to_itself(text, content):
    assert triples(text) == [("Ana Sorin", "said", content)]


def test_what_a_second_verb_introduces_is_an_act_of_its_own():
    text = '"It is safe," Ana Sorin said, going on to say that the port had paid.'
    said = text.index("said")
    content = (Span(0, 13), Span(text.index("that"), len(text) - 1))
    joined = Raw(content, (Span(said, said + 4),), (Span(14, 23),), "network")
    first, second = mending.acts(document.read(text), joined)
    assert (first.content, first.cue) == (content[:1], joined.cue)
    assert second.content == content[1:]
    assert text[second.cue[0].start : second.cue[0].end] == "say"
    assert second.source == joined.source


def test_who_is_cited_as_saying_it_is_no_act_of_its_own():
    text = "Radio Lumen cited Ivo Marn, a chemist, as saying that the pier was shut."
    cue, cited, that = text.index("cited"), text.index("Ivo"), text.index("that")
    content = (Span(cited, text.index(", as")), Span(that, len(text) - 1))
    (act,) = mending.acts(document.read(text), Raw(content, (Span(cue, cue + 5),), (Span(0, 11),), "network"))
    assert (act.content, act.cue) == (content[1:], (Span(cue, cue + 5),))


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ("The audit found no evidence of fraud.", "no evidence of", "no evidence of fraud"),
        ("The union wants alarms at every door.", "alarms at", "alarms at every door"),
        ("She feared they would shut it if it rained.", "they would shut it if", "they would shut it if it rained"),
        ("He said they had moved in on Monday.", "they had moved in", "they had moved in"),
        ("She saw the whole of it, a clerk said.", "the whole", "the whole"),
        ("It is what they asked for, a clerk said.", "what they asked for", "what they asked for"),
    ],
)
def test_content_does_not_break_off_behind_an_article(text, content, whole):
    at = text.index(content)
    article = document.read(text)
    (raw,) = mending.mended(article, [Raw((Span(at, at + len(content)),), (Span(0, 3),), ())])
    assert article.slice(raw.content[0]) == whole


def test_content_goes_on_behind_a_dash_that_is_cut_in_two():
    text = "Sorin spoke of how the road was -- and still is -- shut."
    article = document.read(text)
    (raw,) = mending.mended(article, [Raw((Span(15, text.index("--") + 1),), (Span(6, 14),), (Span(0, 5),))])
    assert article.slice(raw.content[0]) == "how the road was -- and still is -- shut"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Ana Sorin says she hopes to win, but she knows that it will be close.",
            ["she hopes to win, but she knows that it will be close"],
        ),
        (
            "Ana Sorin said Omar Vale was right when he said that it would be close.",
            ["Omar Vale was right when he said that it would be close"],
        ),
        (
            "Ana Sorin said she was tired, but he knows that it will be close.",
            ["she was tired", "that it will be close"],
        ),
        (
            "Ana Sorin said the port was shut when he said that it would be close.",
            ["the port was shut", "that it would be close"],
        ),
    ],
)
def test_what_hangs_on_a_content_is_inside_it(text, content):
    def raw(source, cue, held):
        return Raw((Span(text.index(held), text.index(held) + len(held)),), (cue,), (source,))

    article = document.read(text)
    later = text.index(" she knows") if " she knows" in text else text.index(" he ")
    pronoun = Span(later + 1, text.index(" ", later + 1))
    verb = Span(pronoun.end + 1, text.index(" ", pronoun.end + 1))
    first = text[text.index("sa") + 5 : later].removesuffix(" when").removesuffix(", but")
    told = raw(Span(0, 9), Span(10, 14), first)
    found = mending.inner(article, [told, raw(pronoun, verb, text[text.rindex("that it") : -1])])
    assert [article.slice(each.content[0]) for each in found] == content


def test_a_report_that_is_dismissed_stays_with_whoever_made_it():
    text = "The ministry dismissed a report by Radio Lumen that two soldiers had died."
    article, that = document.read(text), text.index("that")
    joined = Raw((Span(that, len(text) - 1),), (Span(13, 31),), (Span(0, 12),), "network")
    (raw,) = mending.mended(article, [joined])
    assert [article.slice(span) for span in (*raw.cue, *raw.content)] == [
        "dismissed",
        "a report by Radio Lumen that two soldiers had died",
    ]


def test_a_reply_to_what_was_said_is_an_act_of_its_own():
    text = "Ana Sorin rejected that, insisting the port had paid."
    joined = Raw((Span(19, len(text) - 1),), (Span(10, 18),), (Span(0, 9),), "network")
    found = [
        (text[act.cue[0].start : act.cue[0].end], text[act.content[0].start : act.content[0].end])
        for act in mending.acts(document.read(text), joined)
    ]
    assert found == [("rejected", "that"), ("insisting", "the port had paid")]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Kompas, citing two officials, said the port was shut.", True),
        ("Kompas said the port was shut, citing what it called a leaked memo.", True),
        ("The port was shut, according to Kompas, which cited the ministry.", True),
        ("The minister cited the ministry's figures.", False),
        ("Kompas cited Ana Sorin as saying that the port was shut.", True),
        ("Kompas was shut, citing poor sales.", False),
    ],
)
def test_whom_a_source_cites_is_no_claim(text, cited):
    cue = next(word for word in ("citing", "cited") if word in text)
    at = text.index(cue)
    source = (Span(at - 6, at - 1),) if text[at - 6 : at] == "which " else (Span(0, 6),)
    ends = [i for mark in (",", " as saying") if (i := text.find(mark, at)) > 0]
    content = Span(at + len(cue) + 1, min(ends, default=len(text) - 1))
    raw = Raw((content,), (Span(at, at + len(cue)),), source)
    assert spans._cites(document.read(text), raw) is cited


def test_what_nobody_claimed_is_no_claim():
    article = document.read("No group has claimed responsibility for the blast. Kompas has claimed responsibility.")
    nobody = Raw((Span(21, 49),), (Span(9, 20),), (Span(0, 8),))
    kompas = Raw((Span(70, 84),), (Span(58, 69),), (Span(51, 57),))
    assert article.slice(nobody.source[0]) == "No group"
    assert spans._unclaimed(article, nobody)
    assert not spans._unclaimed(article, kompas)


@pytest.mark.parametrize(
    ("cue", "content", "nothing"),
    [
        ("offered", "no evidence for the figure", True),
        ("gave", "no reason", True),
        ("found", "no evidence of fraud", False),
        ("offered", "a new figure", False),
    ],
)
def test_what_was_not_given_is_no_claim(cue, content, nothing):
    text = f"Ana Sorin {cue} {content}."
    raw = Raw((Span(11 + len(cue), len(text) - 1),), (Span(10, 10 + len(cue)),), (Span(0, 9),))
    assert spans._unproved(document.read(text), raw) is nothing


def test_a_relative_clause_without_a_source_describes():
    article = document.read("The ferry belongs to Kompas, which is believed to have links to the army.")
    ferry, which, cue, links = Span(0, 9), Span(29, 34), Span(35, 46), Span(47, 72)
    assert [article.slice(span) for span in (which, cue)] == ["which", "is believed"]
    assert spans._describes(article, Raw((which, links), (cue,)))
    assert spans._describes(article, Raw((links,), (cue,)))
    assert not spans._describes(article, Raw((links,), (cue,), (ferry,)))
    assert mending._lone(article, (ferry, which)) == (ferry,)


def test_a_participle_shares_the_subject_of_its_sentence():
    text = "Calling the pier unsafe, Ana Sorin told reporters that the port would close."
    found = {cue: source for source, cue, _ in triples(text)}
    assert found["told"] == "Ana Sorin"
    assert found.get("Calling", "Ana Sorin") == "Ana Sorin"
    participle = Raw((Span(8, 23),), (Span(0, 7),), ())
    told = Raw((Span(49, 75),), (Span(35, 39),), (Span(25, 34),))
    shared, _ = mending.shared(document.read(text), [participle, told])
    assert shared.source == told.source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“The pier is safe,” said Ana Sorin.", "Ana Sorin"),
        ("“The pier is safe,” said Ana Sorin Jr.", "Ana Sorin Jr."),
        ("“The pier is safe,” said Ana Sorin. It rained.", "Ana Sorin"),
    ],
)
def test_a_source_ends_before_the_full_stop(text, source):
    assert triples(text)[0][0] == source


def test_a_dateline_is_in_no_span():
    text = "MARN (Northern Wire) — Two boats sank in the harbour, Mayor Ana Sorin said.\n\nIt rained."
    (found,) = triples(text)
    assert found == ("Mayor Ana Sorin", "said", "Two boats sank in the harbour")


def test_content_ends_before_a_conjunction_that_joins_nothing():
    article = document.read("Ana Sorin said the port would reopen but left early.")
    assert article.slice(mending._whole(article, Span(15, 40), [])) == "the port would reopen"


@pytest.mark.parametrize(
    ("cue", "score", "sure"),
    [
        ("said", 0.35, True),
        ("said", 0.25, False),
        ("toured", 0.5, False),
        ("toured", 0.7, True),
        ("was not said", 0.35, True),
    ],
)
def test_a_cue_that_no_lexicon_lists_has_to_be_surer(cue, score, sure):
    article = document.read(f"The mayor {cue} the port.")
    raw = Raw((Span(11 + len(cue), 19 + len(cue)),), (Span(10, 10 + len(cue)),), (Span(0, 9),), "network", score)
    assert spans._sure(article, raw, 0.3) is sure


def test_what_is_reported_inside_no_claim_is_found():
    article = document.read("The Post profiled a clerk saying that the dam leaks.")
    profile = Raw((Span(18, 51),), (Span(9, 17),), (Span(0, 8),), "network", 0.5)
    (raw,) = spans._held(article, [profile], [])
    assert [article.slice(span) for span in (*raw.source, *raw.cue, *raw.content)] == [
        "a clerk",
        "saying",
        "the dam leaks",
    ]
    assert list(spans._held(article, [profile], [raw])) == []
