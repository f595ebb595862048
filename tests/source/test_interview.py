"""Pages of questions and answers: who is asked, who asks, and which paragraphs are whose."""

import pytest

from credtag.document import read
from credtag.source import answers, interview, sides
from credtag.source.proper_names import runs
from credtag.source.register.entities import Register

ANSWERS = """

Why did you close the bridge?

I thought it would fall. My staff agreed with me.

Who told you so?

I had read the report. We never doubted it.
"""
FIRST, SECOND = "I thought it would fall. My staff agreed with me.", "I had read the report. We never doubted it."


def found(text, **about):
    document = read(text, **about)
    return interview.find(document, Register(document, runs.find(document)))


@pytest.mark.parametrize(
    ("intro", "people"),
    [
        ("Interview with engineer Ana Sorin about Pavel Tresk", ["Ana Sorin"]),
        ("The engineer Ana Sorin spoke with us in May. Ana Sorin has built bridges for years.", ["Ana Sorin"]),
        ("The Post spoke with Ana Sorin about bridges.", ["Ana Sorin"]),
        ("Ana Sorin tells the Post about bridges. Pavel Tresk built them.", ["Ana Sorin"]),
        ("Ana Sorin was interviewed by Pavel Tresk.", ["Ana Sorin"]),
        ("Ana Sorin answered questions sent by our reporter Pavel Tresk.", ["Ana Sorin"]),
        ("The Post interviews Ana Sorin and Pavel J. Tresk of Marn Bridges.", ["Ana Sorin", "Pavel J. Tresk"]),
        ("The Post interviews Ana Sorin, a Port Party candidate.", ["Ana Sorin"]),
        ("Ana Sorin sat down with Pavel Tresk for a talk.", []),
        ("Ana Sorin: A Conversation About Bridges", ["Ana Sorin"]),
        ("An Interview With Dobrin Vasht on Bridges", ["Dobrin Vasht"]),
        ("Q&A With Ana Sorin", ["Ana Sorin"]),
        ('"They will fall." Ana Sorin. Photo: Pavel Tresk', ["Ana Sorin"]),
        (
            "Bridges, and what Ana Sorin thinks of them\n\nAna Sorin has built some with Pavel Tresk and Jana Holm.",
            ["Ana Sorin"],
        ),
        (
            "The Post interviews a builder on the Ana Sorin bridge\n\nAna Sorin and Pavel Tresk built it with Jana Holm.",
            [],
        ),
        (
            "An interview\n\nOn Monday Ana Sorin flew to Marn, where she spoke with the writer Pavel Tresk.",
            ["Ana Sorin"],
        ),
        ("Q&A with President Ana Sorin. She spoke with the Post writer Pavel Tresk.", ["Ana Sorin"]),
        ("Ana Sorin and Pavel Tresk built the bridge.", []),
        ("An interview with the owners of a bridge.", []),
        (
            "The Post interviews one of the owners of a bar\n\nJan Holm built it.\n\nHarbour Bar owner, Ana Sorin, in May.",
            ["Ana Sorin"],
        ),
        (
            "The Post interviews one of the owners of a bar\n\nIts owner Jan Holm left.\n\nBar owner Ana Sorin stayed.",
            [],
        ),
        ("Nobody knows who built the bridge.", []),
    ],
)
def test_the_people_asked_are_announced_or_named_most(intro, people):
    page = found(intro + ANSWERS)
    assert [person.name for person in (page.people if page else ())] == people


def test_a_headline_beside_the_text_announces_too():
    page = found("The bridge is closed." + ANSWERS, headline="An Interview With Ana Sorin")
    assert page.person.name == "Ana Sorin"
    page = found("Sorin closed the bridge." + ANSWERS + "\nSorin Bridge", headline="The Post interviews Ana Sorin")
    assert page.person.name == "Ana Sorin"


@pytest.mark.parametrize(
    ("intro", "interviewer"),
    [
        ("Interview with Ana Sorin. Ana Sorin sat down with Jana Holm.", "Jana Holm"),
        ("Interview with Ana Sorin. Jana Holm met Ana Sorin at her house in the hills.", "Jana Holm"),
        ("Ana Sorin was interviewed by Jana Holm.", "Jana Holm"),
        ("Interview with Ana Sorin. Ana Sorin spoke with us.", None),
    ],
)
def test_the_interviewer_is_who_the_text_names(intro, interviewer):
    page = found(intro + ANSWERS)
    assert page.person.name == "Ana Sorin"
    assert (page.interviewer and page.interviewer.name) == interviewer


def test_an_article_without_questions_is_no_interview():
    assert found("Interview with Ana Sorin\n\nI thought it would fall.\n\nI had read the report.") is None


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        # statements and requests of the interviewer, questions that an answer asks
        (
            "You have built bridges.\n\nI have, and why not?\n\nTell us how.\n\nWe dig.\n\nDo you like it?\n\nI do.",
            "QAQAQA",
        ),
        # an answer of several paragraphs, one that ends in a question
        (
            "Do you dig?\n\nI do.\n\nThe ground is wet.\n\nI ask myself, what is a bridge?\n\nDo you swim?\n\nNo.",
            "QAAAQA",
        ),
        # what a reply follows is no answer
        ("Do you dig?\n\nI do.\n\nThe ground is wet.\n\nYes, it is, but I like it.\n\nDo you swim?\n\nNo.", "QAQAQA"),
        # the conversation is under way when the page begins
        ("I thought it would fall.\n\nDid you?\n\nYes.\n\nWho told you?\n\nMy staff.", "AQAQA"),
        ("I just wanted to know what you think.\n\nWell, it fell.\n\nAre you sad?\n\nI am.", "QAQA"),
    ],
)
def test_paragraphs_are_told_apart_by_their_words(text, asking):
    assert "".join("AQ"[asks] for _, asks in sorted(sides.find(read(text)).items())) == asking


@pytest.mark.parametrize(
    "text",
    [
        "It rained. Why?\n\nNobody knows.\n\nWill it end?\n\nThe ministry hopes so.",
        "Do you swim?\n\nMost people do.",
        "It rained.",
    ],
)
def test_rhetorical_questions_make_no_interview(text):
    assert sides.find(read(text)) == {}


def answered(text):
    document = read(text)
    return [document.slice(span) for span in answers(document)]


def test_answers_of_a_plain_interview():
    assert answered("Interview with Ana Sorin" + ANSWERS) == [FIRST, SECOND]


def test_answers_follow_questions_that_have_labels():
    text = "Interview with Ana Sorin\n\nQ: Is it open?\n\nI opened it.\n\nIt rained.\n\nQ: Is it safe?\n\nI think so."
    assert answered(text) == ["I opened it.", "It rained.", "I think so."]


@pytest.mark.parametrize(
    "text",
    [
        "The Post interviews Ana Sorin and Pavel Tresk." + ANSWERS,
        "Nobody knows who built the bridge." + ANSWERS,
        "Interview with Ana Sorin\n\nWhy did you go?\n\nI was ill.",
        # questions that a journalist answers after speaking to someone
        "Dr. Ana Sorin spoke to the Post.\n\nWhat is the fever?\n\nAn illness that Sorin says is mild.\n\nShould you worry?\n\n"
        "Sorin told us that you should not.\n\nHow can you be safe?\n\nWash your hands.",
    ],
)
def test_where_it_is_not_plain_who_answers_nobody_does(text):
    assert answered(text) == []


def test_an_article_that_quotes_people_and_asks_its_readers_is_no_interview():
    text = """The Post interviews Ana Sorin on her show. I watched it.

Why does she do it?

I called. “They pay us,” Sorin told me.

My second question: are you free?

I was told that she is. “Nobody tells me what to say,” said Pavel Tresk.

Should we worry? Should you?

I do. “We should,” says Lena Holm."""
    assert answered(text) == []


def test_an_article_in_the_first_person_about_someone_is_no_interview():
    text = """I met Ana Sorin on the bridge.

So I asked her, do you like it?

Sorin laughed. My friends say that she does.

Would you build it again?

I wanted to know, but Sorin only smiled at me.

And would you?

I think that Sorin would."""
    assert answered("Ana Sorin and the bridge\n\n" + text) == []


def test_questions_stand_before_answers_that_have_labels():
    text = "Interview with Ana Sorin\n\nQIs it open?\n\nA: I opened it.\n\nQIt leaks.\n\nA: I think not."
    assert sides.find(read(text)) == {1: True, 2: False, 3: True, 4: False}


def test_a_paragraph_that_names_the_person_asked_is_not_theirs():
    assert answered("Interview with Ana Sorin" + ANSWERS + "\nAna Sorin lives in Marn.") == [FIRST, SECOND]
