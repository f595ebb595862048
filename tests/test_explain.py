import re

import pytest
from attrs import evolve

import credtag
from credtag import resources
from credtag.confidence import Policy, grade
from credtag.labels import Category, Certainty, Channel, Form, Kind, Naming, Role, Stance, ZoneKind
from credtag.records import Attribution, Caveat, Claim, Document, Link, Reason, Source, Span, TaggedDocument

PUBLISHER = "The Harbour Post"
TEXT = "Kompas, which is believed to have ties to the intelligence service, claimed that the port is shut."
KOMPAS, TIES, CUE, CONTENT = Span(0, 6), Span(8, 66), Span(68, 75), Span(81, 97)


@pytest.fixture
def tagged():
    chain = (
        Link(Role.PUBLISHER, "d/s0", "The Harbour Post", Kind.OUTLET, channel=Channel.REPORT),
        Link(Role.ORIGIN, "d/s1", "Kompas", Kind.OUTLET, Naming.NAMED, Channel.REPORT, span=KOMPAS),
    )
    found = Attribution((CONTENT,), (CUE,), (KOMPAS,), Form.INDIRECT, stance=Stance.CLAIMS)
    caveat = Caveat(Category.SECURITY_LINK, Certainty.HEDGED, TIES, "d/s1")
    level = grade(chain, found, {"d/s1": [caveat]}, [], Policy.default())
    claim = Claim("d#81-97", found, ZoneKind.BODY, chain, level)
    sources = (Source("d/s0", "The Harbour Post", Kind.OUTLET), Source("d/s1", "Kompas", Kind.OUTLET))
    return TaggedDocument(Document("d", TEXT, TEXT), (claim,), sources, (caveat,))


def test_it_says_content_chain_level_and_each_reason_with_its_place(tagged):
    assert credtag.explain(tagged, "d#81-97").splitlines() == [
        "“the port is shut” [81–97]",
        "The Harbour Post reports it from Kompas.",
        "Level: caveated – the article itself warns about a source on the way.",
        "  • Kompas is an outlet that reports in its own voice: starts at relayed (report, “Kompas” [0–6])",
        "  • The text links Kompas to security services (“which is believed to have ties to the intelligence service”): "
        "holds it to caveated (security-link, “which is believed to have ties to the intelligence service” [8–66])",
        "  • The verb “claimed” keeps its distance: moves it one step down (distance, “claimed” [68–75])",
        "The level says how the claim is sourced, not whether it is true.",
    ]


def test_the_admiralty_axes_are_told_only_where_there_is_a_basis(tagged):
    assert "Credibility" not in credtag.explain(tagged, "d#81-97")
    (claim,) = tagged.claims
    rated = evolve(tagged, claims=(evolve(claim, grade=evolve(claim.grade, credibility="4", reliability="B")),))
    words = credtag.explain(rated, "d#81-97")
    assert "Credibility of the information, from the text: 4." in words
    assert "Reliability of the source, from a registry: B." in words


@pytest.mark.parametrize("row", resources.table("reasons.tsv"), ids=lambda row: row["code"])
def test_every_reason_has_words_that_claim_no_truth(row, tagged):
    (claim,) = tagged.claims
    reason = Reason(row["code"], "cap 1", TIES, 1)
    words = credtag.explain(
        evolve(tagged, claims=(evolve(claim, grade=evolve(claim.grade, reasons=(reason,))),)), claim.claim_id
    )
    told = "\n".join(words.splitlines()[:-1])
    assert f"({row['code']}, " in told
    assert not re.search(r"[{}]", told)
    assert not re.search(r"\b(true|false|fake|lie|lies|untrue)\b", told)


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


def test_an_interviewer_asked_the_next_of_the_chain():
    tagged = credtag.tag(
        "The bridge is safe, Ana Sorin told Radio Lumen, citing two engineers.", publisher=PUBLISHER, doc_id="d"
    )
    chain, _, *reasons = credtag.explain(tagged, "d#0-18").splitlines()[1:-1]
    assert chain == (
        "The Harbour Post reports it from two engineers, through Ana Sorin, who passed it on, "
        "through Radio Lumen, which interviewed Ana Sorin."
    )
    assert any("Two engineers are described, not named" in reason for reason in reasons)


def test_own_voice_is_unrated():
    words = explained("The dam was closed on Monday.")
    assert "The Harbour Post says it in its own voice." in words
    assert "unrated" in words


def test_a_leaning_is_not_called_control():
    words = explained("The pro-government daily Kompas reported that the dam leaks.")
    assert "controlled by a party or movement" not in words
    assert "does not itself say that it is controlled" in words


def test_what_others_say_of_a_source_is_not_said_by_the_text():
    words = explained("The dam leaks, said Kompas, accused by the opposition of ties to the intelligence service.")
    assert "does not itself link them" in words


def test_a_step_leads_from_a_level():
    words = explained("The dam may fail, Mayor Ana Ruiz claimed.")
    assert "Level: relayed – one step below on record" in words


def test_places_are_those_of_the_text():
    text = "The dam may fail, Mayor Ana Ruiz claimed."
    for words, start, end in re.findall(r"“([^”]+)” \[(\d+)–(\d+)\]", explained(text)):
        assert text[int(start) : int(end)] == words


def test_an_unknown_claim_is_an_error_that_names_near_ones():
    tagged = credtag.tag("The dam may fail, Mayor Ana Ruiz said.", doc_id="d")
    with pytest.raises(credtag.InputError, match="there is no claim 'd#0-17'; near it: d#0-16"):
        credtag.explain(tagged, "d#0-17")
    with pytest.raises(credtag.InputError, match="there are no claims"):
        credtag.explain(credtag.tag(""), "x")
