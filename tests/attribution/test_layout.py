from __future__ import annotations

import pytest

from credtag import document
from credtag.attribution import layout


def parts(text):
    return [
        tuple(text[r[0].start : r[0].end] for r in (raw.source, raw.cue, raw.content))
        for raw in layout.find(document.read(text))
    ]


@pytest.mark.parametrize("dash", ["—", "–", "―", "--", "-"])
def test_a_quotation_may_be_signed(dash):
    text = f"Readers wrote in.\n\n“The lake is lost. We are late.” {dash} Ana Sorin\n"
    assert parts(text) == [("Ana Sorin", dash, "“The lake is lost. We are late.”")]


def test_a_signature_may_have_a_description():
    assert parts('"Never again." — Teo Brandt, baker, 54') == [("Teo Brandt, baker, 54", "—", '"Never again."')]


@pytest.mark.parametrize(
    "text", ['"Never" — so she said.', '"Never" - Ana Sorin said "ever" then.', "He left — Ana Sorin."]
)
def test_other_dashes_sign_nothing(text):
    assert parts(text) == []


def test_a_signature_ends_before_its_full_stop():
    assert parts('"Never again." — Teo Brandt.') == [("Teo Brandt", "—", '"Never again."')]
    assert parts('"Never again." — Teo B.') == [("Teo B.", "—", '"Never again."')]


def test_turns_make_a_transcript():
    text = "SORIN: The port is open.\n\nBRANDT: Since when?"
    assert parts(text) == [("SORIN", ":", "The port is open."), ("BRANDT", ":", "Since when?")]


def test_turns_may_open_quotation_marks_anew():
    text = '"SORIN: The port is open.\n\n"BRANDT: Since when?"'
    assert parts(text) == [("SORIN", ":", "The port is open."), ("BRANDT", ":", "Since when?")]


def test_one_label_is_no_transcript():
    assert parts("CORRECTION: The port is open.\n\nIt rained.") == []
