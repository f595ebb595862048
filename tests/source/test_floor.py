"""Whose words the paragraphs of interviews and transcripts are, from the text to the chain."""

import pytest

import credtag
from credtag import attribution
from credtag.labels import Channel, Form, Level

RULES = credtag.Tagger(extract=attribution.by_rules)


def heard(text, tagger=RULES, **about):
    """Return the chain behind the publisher and the content of each claim that is not in the publisher's own voice."""
    tagged = tagger.tag(text, **{"publisher": "The Harbour Post", **about})
    return [
        (" > ".join(link.name or "-" for link in claim.chain[1:]), tagged.document.slice(claim.attribution.span))
        for claim in tagged.claims
        if claim.attribution.form is not Form.NARRATED
    ]


INTERVIEW = """Interview with Ana Sorin about the port of Marn

{q}Why did you close the port?

{a}I thought the wall would fall. The inspector told me that the bolts were loose.

We closed it in a night.

{q}Do you trust him?

{a}The inspector said that he knew the wall. I know that he was right.
"""
ANSWERS = [
    ("Ana Sorin", "I thought the wall would fall. The inspector told me that the bolts were loose."),
    ("Ana Sorin > the inspector", "the bolts were loose"),
    ("Ana Sorin", "We closed it in a night."),
    ("Ana Sorin", "The inspector said that he knew the wall. I know that he was right."),
    ("Ana Sorin > the inspector", "he knew the wall"),
]


@pytest.mark.parametrize(
    ("question", "answer"), [("", ""), ("Q: ", "A: "), ("Q. ", "A. "), ("Question: ", "Answer: "), ("Q: ", "")]
)
def test_the_person_asked_answers(question, answer):
    said = heard(INTERVIEW.format(q=question, a=answer))
    assert [each for each in said if each[0]] == ANSWERS
    asked = [content for chain, content in said if not chain]
    assert asked == (["Why did you close the port?", "Do you trust him?"] if question else [])


@pytest.mark.parametrize("label", ["", "A: "])
def test_the_network_hears_what_the_rules_hear(label):
    text = INTERVIEW.format(q="Q: " if label else "", a=label)
    said = [each for each in heard(text, credtag.Tagger()) if each[0] == "Ana Sorin"]
    assert {each for each in ANSWERS if len(each[1]) > 21 and each[0] == "Ana Sorin"} <= set(said)


def test_an_answer_is_said_in_an_interview():
    tagged = RULES.tag(INTERVIEW.format(q="", a=""), publisher="The Harbour Post")
    claims = [claim for claim in tagged.claims if claim.attribution.form is not Form.NARRATED and claim.inside is None]
    assert {(claim.chain[-1].channel, claim.grade.level) for claim in claims} == {(Channel.INTERVIEW, Level.DIRECT)}


def test_names_and_initials_are_labels():
    named = heard(INTERVIEW.format(q="Jana Holm: ", a="Ana Sorin: "))
    assert named == [
        ("Jana Holm", "Why did you close the port?"),
        *ANSWERS[:3],
        ("Jana Holm", "Do you trust him?"),
        *ANSWERS[3:],
    ]
    text = INTERVIEW.format(q="JH: ", a="AS: ").replace(
        "Marn", "Marn\n\nAna Sorin met Jana Holm at her house in the hills.", 1
    )
    assert heard(text)[-len(named) :] == named


def test_the_publishers_initials_are_its_label():
    said = heard(INTERVIEW.format(q="HP: ", a="AS: "))
    assert [content for chain, content in said if not chain] == ["Why did you close the port?", "Do you trust him?"]


def test_capitals_name_the_one_with_the_surname():
    text = """JANA HOLM, HOST: Thank you for coming. You said last week that the port would close.

ANA SORIN, MAYOR OF MARN: I never said that it would.

(CROSSTALK)

HOLM: The minister says that it leaks.

SORIN: He is wrong.

I saw it."""
    assert heard(text) == [
        ("JANA HOLM", "Thank you for coming. You said last week that the port would close."),
        ("JANA HOLM > ANA SORIN", "the port would close"),
        ("ANA SORIN", "I never said that it would."),
        ("ANA SORIN", "it would"),
        ("JANA HOLM", "The minister says that it leaks."),
        ("JANA HOLM > the minister", "it leaks"),
        ("ANA SORIN", "He is wrong."),
        ("ANA SORIN", "I saw it."),
    ]


def test_roles_are_labels_of_described_sources():
    tagged = RULES.tag("HOST: Is it open?\n\nTRESK: It is, since May.\n\nHOST: Is it safe?\n\nTRESK: It is.")
    assert [(s.name, s.kind.value, s.naming.value) for s in tagged.sources[1:]] == [
        ("host", "person", "described"),
        ("TRESK", "person", "named"),
    ]


def test_an_answer_of_nobody_known_has_a_reason():
    text = "How the port closed\n\nQ: Is it open?\n\nA: It is. I said that it would be.\n\nQ: Is it safe?\n\nA: Yes."
    assert heard(text) == [
        ("", "Is it open?"),
        ("-", "It is. I said that it would be."),
        ("-", "it would be"),
        ("", "Is it safe?"),
        ("-", "Yes."),
    ]


TWO = """The Post interviews Ana Sorin and Pavel Tresk

Why did you close the port?

I'm Ana Sorin, and I thought that the wall would fall.

Ana told me that it would. I said that we should close it.

Who decided it?

I said that we would wait.

We said that we would close it.
"""


def test_two_people_asked_are_told_apart_by_what_they_say_of_themselves():
    assert heard(TWO) == [
        ("Ana Sorin", "the wall would fall"),
        ("Ana Sorin", "it would"),
        ("Pavel Tresk", "we should close it"),
        ("-", "we would wait"),
        ("Ana Sorin and Pavel Tresk", "we would close it"),
    ]


def test_the_interviewer_says_i_in_questions():
    text = INTERVIEW.format(q="", a="").replace("Marn\n", "Marn\n\nAna Sorin was interviewed by Jana Holm.\n", 1)
    text = text.replace("Do you", "I said that you would. Do you")
    assert ("Jana Holm", "you would") in heard(text)


def test_a_headline_beside_the_text_tells_who_is_asked():
    text = INTERVIEW.format(q="", a="").split("\n", 2)[2]
    assert {chain for chain, _ in heard(text, headline="An Interview With Ana Sorin")} == {
        "Ana Sorin",
        "Ana Sorin > the inspector",
    }
    assert not any("Ana Sorin" in chain for chain, _ in heard(text))


def test_an_owner_whom_a_pronoun_takes_up_is_meant():
    text = "The prosecutor, Mr. Pavel Tresk, spoke first. He said it was late.\n\nThen Peter Reiss' sister begged him to stay, but he said it was late."
    assert heard(text)[-1][0] == "Peter Reiss"


def test_a_transcript_of_three_addresses_the_one_who_is_asked():
    text = """An interview with Ana Sorin

Jana Holm: You said last week that the port would close.

Ana Sorin: It may.

Teo Brandt: You said last week that the wall would hold.

Ana Sorin: It will.

Jana Holm: Thank you.

Teo Brandt: Thank you."""
    inner = [chain for chain, _ in heard(text) if " > " in chain]
    assert inner == ["Jana Holm > Ana Sorin", "Teo Brandt > Ana Sorin"]


def test_of_several_who_speak_the_next_is_asked():
    text = """MODERATOR: You said last week that the port would close. Is that so, Mr. Sorin?

SORIN: It is.

TRESK: You said last week that it would open.

MODERATOR: You thought that it was safe, Mr. Tresk?

TRESK: I did."""
    inner = [chain for chain, _ in heard(text) if " > " in chain]
    assert inner == ["moderator > Sorin", "TRESK > -"]


def test_a_turn_states_and_only_a_question_asks():
    text = INTERVIEW.format(q="Q: ", a="A: ").replace("I thought the", "To begin with, I thought the")
    claims = [c for c in RULES.tag(text).claims if c.attribution.cue and c.inside is None]
    assert [claim.attribution.stance.value for claim in claims] == ["asks", "states", "asks", "states"]
