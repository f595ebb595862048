"""Pages of questions and answers."""

import pytest

from credtag.document import read
from credtag.source import interview, runs
from credtag.source.entities import Register

ANSWERS = """

Why did you close the bridge?

I thought it would fall. My staff agreed with me.

Who told you so?

I had read the report. We never doubted it.
"""


def asked(text):
    document = read(text)
    found = interview.find(document, Register(document, runs.find(document)))
    return None if found is None else found.person.name


@pytest.mark.parametrize(
    ("intro", "person"),
    [
        ("Interview with engineer Ana Sorin about Pavel Tresk", "Ana Sorin"),
        ("The engineer Ana Sorin spoke with us in May. Ana Sorin has built bridges for years.", "Ana Sorin"),
        ("Ana Sorin and Pavel Tresk built the bridge.", None),
        ("Nobody knows who built the bridge.", None),
    ],
)
def test_the_person_asked_is_announced_or_named_most(intro, person):
    assert asked(intro + ANSWERS) == person


def test_an_article_without_questions_is_no_interview():
    assert asked("Interview with engineer Ana Sorin\n\nI thought it would fall.\n\nI had read the report.") is None
