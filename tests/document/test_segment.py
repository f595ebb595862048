"""Paragraphs, sentences and tokens."""

import pytest

from credtag.document import read
from credtag.resources import table


def texts(article, spans):
    return [article.slice(span) for span in spans]


def sentences(text: str) -> list[str]:
    article = read(text)
    return texts(article, article.sentences)


def tokens(text: str) -> list[str]:
    article = read(text)
    return texts(article, article.tokens)


# --------------------------------------------------------------------------- paragraphs


WRAPPED = (
    "The council of Marn will vote next week on a plan to\nreopen the old harbour, which has been shut since a\n"
    "storm broke its wall, the mayor said on Monday night.\n\nShe said that the work would cost two million crowns\n"
    "and that the first ships could land there before the\nend of May, if the weather holds.\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line.\nAnother line.", ["One line.", "Another line."]),
        ("One line.\r\n\r\nAnother line.\r\nA third.", ["One line.", "Another line.", "A third."]),
        ("One line.\rAnother line.", ["One line.", "Another line."]),
        ("  One line. \n \n\tAnother line.", ["One line.", "Another line."]),
        (WRAPPED, [block.rstrip("\n") for block in WRAPPED.split("\n\n")]),
        (WRAPPED.replace("\n", "\r\n"), [b.rstrip("\r\n") for b in WRAPPED.replace("\n", "\r\n").split("\r\n\r\n")]),
        ("The note was\nbroken by hand\nin three.", ["The note was\nbroken by hand\nin three."]),
        ("Harbour Reopens\nBy Ana Sorin\nThe harbour is open.", ["Harbour Reopens", "By Ana Sorin", "The harbour is open."]),
        ("Eggs\nFlour\nButter\nSalt\nMilk", ["Eggs", "Flour", "Butter", "Salt", "Milk"]),
        ("", []),
        (" \n ", []),
    ],
)  # fmt: skip
def test_paragraphs(text, expected):
    article = read(text)
    assert texts(article, article.paragraphs) == expected


# --------------------------------------------------------------------------- sentences


@pytest.mark.parametrize(
    "expected",
    [
        ["The bridge closed.", "It will reopen in May."],
        ["Sen. Ana Sorin (R-Marn.) met Gen. J. K. Tresk on Jan. 3 at 9 a.m. Tuesday."],
        ["The U.S. Senate met.", "He lives in the U.S.", "The vote was on Monday."],
        ["He came from Washington, D.C.", "He left at 5 p.m.", "They stayed."],
        ["Marn Inc. Chief Pavel Tresk resigned.", "The firm, Marn Inc., fell 2.5 percent."],
        ["“Will it open?” Mayor Ana Sorin asked.", "“It may.”"],
        ['"Will it open?" he asked.', '"No!" the crowd shouted.'],
        ['"Go home!" a man in the crowd shouted at the guards.', "They did."],
        ['"We will go.', 'We will win," she said.', "He left."],
        ["He said it was “a joke.”", "She left."],
        ["It rose (to 5 percent.)", "It fell."],
        ["“Will it open?”", "He said that it would."],
        ["He paused ... and went on.", "It ended there…", "Nobody spoke."],
        ["The team won 3 - 2!", "No. 9 scored."],
        ["Mr. Tresk, of St. Paul, read No. 12 of the list.", "He sighed."],
        ["He was ill.", "Smith left with the mass.", "Nobody said no.", "It was over."],
        ["It closed in 2031.", "1,200 people lost work."],
        ["1. Open the gate."],
        ["The paper said so.[3]", "Nobody else did."],
    ],
)
def test_sentences(expected):
    assert sentences(" ".join(expected)) == expected


def test_a_stop_without_a_space_ends_a_sentence_before_a_word_that_opens_one():
    assert sentences("It closed in May.The mayor left.”He said Marn.Port is a site.") == [
        "It closed in May.",
        "The mayor left.”",
        "He said Marn.Port is a site.",
    ]


@pytest.mark.parametrize("row", table("lexicon/abbreviations.tsv"), ids=lambda row: row["form"])
def test_every_abbreviation_keeps_its_sentence_whole(row):
    assert row["form"] in row["example"]
    assert sentences(row["example"]) == [row["example"]]


@pytest.mark.parametrize("row", table("lexicon/sentence_openers.tsv"), ids=lambda row: row["word"])
def test_every_opener_begins_a_sentence_after_an_abbreviation(row):
    assert sentences(row["example"])[1].lower().startswith(row["word"])


@pytest.mark.parametrize("row", table("lexicon/ascribing_verbs.tsv"), ids=lambda row: row["verb"])
def test_every_ascribing_verb_keeps_a_question_and_its_speaker_together(row):
    assert sentences(row["example"]) == [row["example"]]


@pytest.mark.parametrize("row", table("lexicon/elisions.tsv"), ids=lambda row: row["word"])
def test_no_elision_opens_a_quotation(row):
    assert f"'{row['word']}" in row["example"].lower()
    text = row["example"].rstrip(".") + " ' he said."
    assert read(text).quotations == ()


# --------------------------------------------------------------------------- tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana's team didn't win.", ["Ana", "'s", "team", "didn't", "win", "."]),
        ("We’re sure they’ll, I’ve, she’d, I’m.", ["We", "’re", "sure", "they", "’ll", ",", "I", "’ve", ",", "she", "’d", ",", "I", "’m", "."]),
        ("The U.S.-led talks in D.C. at 5 p.m.", ["The", "U.S.-led", "talks", "in", "D.C.", "at", "5", "p.m."]),
        ("U.S. firms, the U.S.'s share", ["U.S.", "firms", ",", "the", "U.S.", "'s", "share"]),
        ("It rose 2.5% to $1,200 by 10:30.", ["It", "rose", "2.5", "%", "to", "$", "1,200", "by", "10:30", "."]),
        ("the 5-foot-10 vice-mayor", ["the", "5-foot-10", "vice-mayor"]),
        ("the ships–and their crews–left Paris–Dakar", ["the", "ships", "–", "and", "their", "crews", "–", "left", "Paris–Dakar"]),
        ("the mayor—a lawyer—left -- or so ... he said", ["the", "mayor", "—", "a", "lawyer", "—", "left", "--", "or", "so", "...", "he", "said"]),
        ("''No,'' he said", ["''", "No", ",", "''", "he", "said"]),
        ("the dogs' bowl, O'Tresk", ["the", "dogs", "'", "bowl", ",", "O'Tresk"]),
        ("see https://marn.example/a?b=1, @ana and #marn", ["see", "https://marn.example/a?b=1", ",", "@ana", "and", "#marn"]),
        ("e\u0301te\u0301 na\u00efve \u4e2d\u6587", ["e\u0301te\u0301", "na\u00efve", "\u4e2d\u6587"]),
        ("Mr. Tresk", ["Mr", ".", "Tresk"]),
    ],
)  # fmt: skip
def test_tokens(text, expected):
    assert tokens(text) == expected
