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


PASSAGE = (
    '"The dam is old. A clerk had "no doubt" of it.\n\n"The mayor laughed.\n\n"Wait," he said, and all went home."'
)


@pytest.mark.parametrize(
    ("line", "source", "cue"),
    [
        ("Ana Sorin writes:", "Ana Sorin", "writes"),
        ("It rained. In the Belmar Post, Ana Sorin reports on the dam:", "Ana Sorin", "reports"),
        ("The piece reads in part:", "The piece", "reads"),
    ],
)
def test_a_passage_with_quotations_inside_is_whole(line, source, cue):
    text = f"{line}\n\n{PASSAGE}\n\nNobody replied."
    assert parts(text) == [(source, cue, PASSAGE)]


@pytest.mark.parametrize(
    "text",
    [
        'Ana Sorin writes:\n\n"The dam is old."\n\nNobody replied.',
        'Ana Sorin writes:\n\n"The dam is old," said Teo Brandt. "Very old."',
        'Ana Sorin left the room:\n\n"The dam is "old" and weak."',
        'Ana Sorin writes:\n\nThe dam is "old" and "weak."',
    ],
)
def test_a_plain_quotation_is_no_passage(text):
    assert parts(text) == []


def test_turns_make_a_transcript():
    text = "SORIN: The port is open.\n\nBRANDT: Since when?\n\nSORIN: Since May."
    assert parts(text)[:2] == [("SORIN", ":", "The port is open."), ("BRANDT", ":", "Since when?")]


def test_turns_may_open_quotation_marks_anew():
    text = 'Ana Sorin met Teo Brandt.\n\n"SORIN: The port is open.\n\n"BRANDT: Since when?"'
    assert parts(text) == [("SORIN", ":", "The port is open."), ("BRANDT", ":", "Since when?")]


def test_one_label_is_no_transcript():
    assert parts("CORRECTION: The port is open.\n\nIt rained.") == []


def test_answers_are_contents_without_a_source():
    article = document.read("Why?\n\nI was ill.")
    (raw,) = layout.find(article, [article.paragraphs[1]])
    assert (article.slice(raw.content[0]), raw.cue, raw.source) == ("I was ill.", (), ())


def test_a_turn_that_goes_on_repeats_no_label():
    text = "Q: Is it open?\n\nA: It is.\n\nIt opened in May.\n\nQ: Is it safe?"
    found = layout.find(document.read(text))
    assert [(len(raw.source), raw.pattern) for raw in found] == [
        (1, layout.TURN),
        (1, layout.ANSWER),
        (0, layout.ANSWER),
        (1, layout.TURN),
    ]


def test_speakers_answer_where_an_interview_is_announced():
    turns = "SORIN: The port is open.\n\nBRANDT: Since when?\n\nSORIN: Since May."
    patterns = [
        {raw.pattern for raw in layout.find(document.read(f"{lead}\n\n{turns}"))}
        for lead in ("An interview", "A debate")
    ]
    assert patterns == [{layout.ANSWER}, {layout.TURN}]
