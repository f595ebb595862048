"""Whom texts and short descriptions take up: "the ruling", "the letter", "the authors", "the board"."""

import time

import pytest

import credtag
from credtag import attribution


def origins(text):
    """Return name, kind and naming of the origin of each claim that has a source."""
    claims = credtag.tag(text, publisher="The Harbour Post").frames().claims
    told = claims[claims["form"] != "narrated"]
    return list(zip(told["source"], told["source_kind"], told["naming"], strict=True))


SORIN, NOVITA = ("Ana Sorin", "person", "named"), ("Novita Group", "organisation", "named")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a text is whoever wrote it
        (
            "The Lumen Court threw out the fine. The ruling said the law was clear.",
            ("Lumen Court", "government", "named"),
        ),
        ("In a statement, Novita Group said no. The statement said talks went on.", NOVITA),
        ("Ana Sorin wrote to the board on Tuesday. The letter said the bid was low.", SORIN),
        ("In a letter, Ana Sorin demanded a sale. The letter said the bid was low.", SORIN),
        ("In a note to clients, Novita Group forecast a rise. “Boards wait,” the note said.", NOVITA),
        ("“It will fall,” Ana Sorin wrote on Facebook. The post said repairs had failed.", SORIN),
        ("Ana Sorin told the court no. Her submission said the house was sold.", SORIN),
        (
            "The Lumen League has run ads saying it was cold. The ads say it rained.",
            ("Lumen League", "organisation", "named"),
        ),
        ("The Lumen Echo said Ana Sorin provided a statement. “It was late,” the statement said.", SORIN),
        (
            "Ana Sorin left. A separate statement issued by Novita Group was short. “It was late,” the statement said.",
            NOVITA,
        ),
        ("In a letter, Ana Sorin demanded a sale. The letter said no. It said the bid was low.", SORIN),
        ("A letter from the doctor called the room damp.", ("the doctor", "person", "described")),
        ("The letter said the room was damp.", ("the letter", "document", "described")),
        # the authors and the paper are the study
        (
            "A study published on Monday in the journal Annals of Sleep found no harm. The scientists said so.",
            ("a study", "document", "named"),
        ),
        (
            "A study published on Monday in the journal Annals of Sleep found no harm. The firm paid, according to the paper.",
            ("a study", "document", "named"),
        ),
        (
            "The study, published on Monday in the journal Annals of Sleep, was long. Patients slept well, the authors found.",
            ("the study", "document", "named"),
        ),
        (
            "A study found no harm. The Lumen Echo told of it. The paper said it was long.",
            ("Lumen Echo", "outlet", "named"),
        ),
        (
            "Researchers at the port said no. The scientists said it was cold.",
            ("Researchers at the port", "group", "described"),
        ),
        (
            "The Lumen Echo told of it. A study found no harm. The paper said it was long.",
            ("Lumen Echo", "outlet", "named"),
        ),
        (
            "Jan Holm cited a report published in May by the Lumen Institute, which concluded that it was cold.",
            ("a report", "document", "named"),
        ),
        (
            "Jan Holm cited a report by the Lumen Institute, which denied that it was cold.",
            ("Lumen Institute", "organisation", "named"),
        ),
        ("Novita Group confirmed a bid in a filing. “We wait,” the statement said.", NOVITA),
        # a body described before, where it was no source
        (
            "The Lumen Valley school board met on Tuesday. The board said the pool would close.",
            ("the Lumen Valley school board", "government", "named"),
        ),
        (
            "The port regulator weighed a fine. The regulator said the quay was closed.",
            ("the port regulator", "government", "named"),
        ),
        (
            "She left a swing state on Tuesday. The state said the road was closed.",
            ("the state", "government", "named"),
        ),
    ],
)
def test_what_is_taken_up(text, expected):
    assert origins(text)[-1] == expected


def test_the_authors_of_a_study_are_they():
    text = "A 2029 study found no harm. The authors said the sample was small. They said it would grow."
    assert origins(text)[-2:] == [("a 2029 study", "document", "named")] * 2


def test_the_lead_means_the_study_named_below():
    text = """The drug may slow the illness, a study suggests, but it was small and nobody knows why it helped.
The study, published on Monday in the journal Annals of Sleep, was long."""
    assert origins(text)[0] == ("a study", "document", "named")


@pytest.mark.parametrize(
    "unit", ['"The pier is old," she said. ', "and he said the pier was old, ", "she said that it leaked and "]
)
def test_many_pronouns_take_linear_time(unit):
    tagger = credtag.Tagger(extract=attribution.by_rules)
    began = time.process_time()
    tagger.tag("Ana Sorin said that Marn was right. " + unit * 4000)
    assert time.process_time() - began < 8  # three times as long if each looks through all
