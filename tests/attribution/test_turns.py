"""Turns of transcripts, in the layouts in which they are printed."""

import pytest

from credtag import document
from credtag.attribution import turns


def told(text):
    article = document.read(text)
    return [
        (article.slice(turn.label), None if turn.mark is None else article.slice(turn.mark), turn.asks, article.slice(turn.content))
        for turn in turns.find(article)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Q: ", "A: "),
        ("Q. ", "A. "),
        ("Q – ", "A – "),
        ("Q1: ", "A1: "),
        ("Question: ", "Answer: "),
        ("QUESTION: ", "ANSWER: "),
        ("Interviewer: ", "Interviewee: "),
        ("[00:12] Q: ", "[00:14] A: "),
        ("**Q:** ", "**A:** "),
    ],
)
def test_question_and_answer_have_labels(question, answer):
    text = f"{question}Is it open?\n\n{answer}It is.\n\n{question}Since when?\n\n{answer}Since May."
    assert [(asks, content) for _, _, asks, content in told(text)] == [
        (True, "Is it open?"),
        (False, "It is."),
        (True, "Since when?"),
        (False, "Since May."),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("SORIN", "HOLM"),
        ("ANA SORIN, MAYOR OF MARN", "JANA HOLM, HOST"),
        ("SORIN (PORT PARTY)", "HOLM"),
        ("AS", "JH"),
        ("Ana Sorin", "Jana Holm"),
        ("Ana de Sorin", "Jana R. Holm"),
    ],
)
def test_names_are_labels(first, second):
    text = f"{first}: It is open.\n\n{second}: Since when?\n\n{first}: Since May.\n\n{second}: Thank you."
    assert [(label, content) for label, _, _, content in told(text)] == [
        (first, "It is open."),
        (second, "Since when?"),
        (first, "Since May."),
        (second, "Thank you."),
    ]


def test_a_surname_is_a_label_where_the_text_names_its_bearer():
    turns_ = "Sorin: It is open.\n\nHolm: Since when?\n\nSorin: Since May.\n\nHolm: Thank you."
    assert told(turns_) == []
    assert len(told(f"Ana Sorin spoke to Jana Holm.\n\n{turns_}")) == 4


def test_labels_may_stand_on_lines_of_their_own():
    text = "Ana Sorin:\nIt is open.\n\nJana Holm:\nSince when?\n\nAna Sorin:\nSince May.\n\nJana Holm:\nThank you."
    assert [(label, content) for label, _, _, content in told(text)][:2] == [
        ("Ana Sorin", "It is open."),
        ("Jana Holm", "Since when?"),
    ]


def test_paragraphs_without_labels_go_on_with_a_turn():
    text = "Q: Is it open?\n\nA: It is.\n\nIt opened in May.\n\n(Laughs)\n\nQ: Is it safe?\n\nA: Yes.\n\nI saw it.\n\nIt rained.\n\nI left."
    assert [(label, mark, content) for label, mark, _, content in told(text)] == [
        ("Q", ":", "Is it open?"),
        ("A", ":", "It is."),
        ("A", None, "It opened in May."),
        ("Q", ":", "Is it safe?"),
        ("A", ":", "Yes."),
        ("A", None, "I saw it."),
    ]


def test_a_label_between_turns_is_one_whatever_it_says():
    text = "SORIN: It is open.\n\nVIDEO: It leaks, and how!\n\nSORIN: It does not.\n\nHOLM: Thank you."
    assert [label for label, _, _, _ in told(f"Ana Sorin met Jana Holm.\n\n{text}")] == [
        "SORIN",
        "VIDEO",
        "SORIN",
        "HOLM",
    ]


def test_the_surname_of_a_full_name_comes_again():
    text = "Ana Sorin: It is open.\n\nTeo Brandt: Since when?\n\nSorin: Since May.\n\nBrandt: Thank you."
    assert [label for label, _, _, _ in told(text)] == ["Ana Sorin", "Teo Brandt", "Sorin", "Brandt"]


def test_only_answers_may_have_labels():
    text = "Is it open?\n\nA: It is.\n\nIt opened in May.\n\nIs it safe?\n\nA: Yes."
    assert [(label, content) for label, _, _, content in told(text)] == [
        ("A", "It is."),
        ("A", "It opened in May."),
        ("A", "Yes."),
    ]


def test_answers_without_labels_are_no_turns():
    text = "Q: Is it open?\n\nIt is.\n\nQ: Is it safe?\n\nI saw it."
    assert [content for _, _, _, content in told(text)] == ["Is it open?", "Is it safe?"]


@pytest.mark.parametrize(
    "text",
    [
        "A: The port is open.\n\nA: It rained.",
        "Q: Is it open?",
        "STAT OF THE WEEK: The port is open.\n\nSHORT READS: It rained.",
        "Sorin: 547.\n\nHolm: 46.\n\nSorin: 2,316.\n\nHolm: 12.\n\nAna Sorin won, and Jana Holm lost.",
        "Said Ana Sorin: It is open.\n\nIt rained.\n\nAdded Ana Sorin: It is safe.",
        "PORT TO REOPEN, BUT WALL MAY FALL - Ana Sorin: It rained.\n\nPORT: It snowed.\n\nPORT: It was dark.",
        "A. The first.\n\nB. The second.\n\nC. The third.",
        "Name: Ana Sorin\n\nAge: 43\n\nTown: Marn",
        "Winner: the port.\n\nLoser: the town.\n\nWinner: the sea.\n\nLoser: the wall.",
        "Sorin: Port to Reopen\n\nAna Sorin said it would.\n\nHolm: It Will Not\n\nJana Holm said it would not.",
        "UPDATE: The port is open.\n\nIt rained.\n\nIt snowed.\n\nIt rained again.\n\nIt was dark.\n\nThe wall held.\n\nCORRECTION: It snowed.",
    ],
)
def test_other_labels_make_no_transcript(text):
    assert told(text) == []
