import pytest

from credtag import document
from credtag.attribution.occasions import interviews


@pytest.mark.parametrize(
    "text",
    [
        "Ana Marn sat down with Radio Sol on Monday.",
        "Ana Marn opened up to Radio Sol about her years at sea.",
        "Ana Marn spoke with Radio Sol about the pier.",
        'Ana Marn appeared on "Radio Sol" to defend the plan.',
        "Ana Marn was a guest on Radio Sol this week.",
        "Ana Marn joined Radio Sol to discuss the pier.",
        "Ana Marn has given her first interview since the fire to Radio Sol.",
        "In an exclusive interview with Radio Sol, Ana Marn broke her silence.",
        "During a Radio Sol town hall, a clerk had a question for Ana Marn.",
        "Radio Sol sat down with Ana Marn.",
        "Radio Sol interviewed Ana Marn on Monday.",
        "The clerk could not say why the toll was named by Ana Marn in an interview with Radio Sol.",
    ],
)
def test_an_interview_is_told_in_many_words(text):
    article = document.read(text)
    assert [article.slice(told.interviewer) for told in interviews.find(article)] == ["Radio Sol"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Marn sat down with the mayor on Monday.",
        "Ana Marn appeared on the ballot.",
        "Ana Marn refused to sit down with Radio Sol.",
        "Ana Marn will sit down with Radio Sol on Monday.",
        "Pavel Brandt watched Ana Marn, who had spoken with Radio Sol in May.",
        '"I sat down with Radio Sol," Ana Marn said.',
        "In TV interviews, Ana Marn was hailed as a hero.",
    ],
)
def test_what_was_no_interview_or_took_place_at_another_time_is_none(text):
    assert interviews.find(document.read(text)) == ()
