"""A page names its publisher, its authors and its date; what the caller gives goes before."""

import pytest

import credtag
from credtag.document import read

LEAD = "The harbour of Marn will reopen in May after two years of work on its wall, Mayor Ana Sorin said on Monday."


def page(*lines):
    return read("\n".join(lines))


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        ([LEAD, "Follow The Harbour Post on Telegram."], "The Harbour Post"),
        ([LEAD, "Subscribe to The Harbour Post"], "The Harbour Post"),
        ([LEAD, "Copyright 2031 Marn Press. All rights reserved."], "Marn Press"),
        ([LEAD, "© 2031 The Harbour Post"], "The Harbour Post"),
        (["By Jana Holm, Marn Press", LEAD], "Marn Press"),
        (["By Jana Holm | The Harbour Post", LEAD], "The Harbour Post"),
        (["By Associated Press", LEAD], "Associated Press"),
        ([f"MARN (Reuters) - {LEAD}"], "Reuters"),
        ([f"MARN (Reuters) - {LEAD}", "Follow The Harbour Post on Telegram."], "The Harbour Post"),
        ([f"MARN (WLUM) - {LEAD}"], None),
        ([LEAD, "Follow Jana Holm on Telegram."], None),
        ([LEAD, "Copyright 2031 Jana Holm"], None),
        ([LEAD], None),
    ],
)
def test_the_publisher(lines, publisher):
    article = page(*lines)
    assert article.publisher == publisher
    assert [article.slice(f.span) for f in article.found if f.name == "publisher"] == ([publisher] if publisher else [])


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jana Holm", ["Jana Holm"]),
        ("By JANA HOLM and Pavel de Tresk, Staff Writers", ["JANA HOLM", "Pavel de Tresk"]),
        ("By Jana Holm, Teo Brandt and Pavel Tresk | The Harbour Post", ["Jana Holm", "Teo Brandt", "Pavel Tresk"]),
        ("By The Associated Press", []),
        ("(Reporting by Jana Holm in Marn; editing by Teo Brandt)", ["Jana Holm"]),
        ("Additional reporting by Jana Holm", []),
    ],
)
def test_the_authors(line, authors):
    assert list(page(line, LEAD).authors) == authors


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Published March 3, 2031", "March 3, 2031"),
        ("Wed 5 Mar 2031 06.00 GMT", "5 Mar 2031"),
        ("2031-03-05", "2031-03-05"),
        ("March 3", None),
        ("10:40 a.m.", None),
    ],
)
def test_the_date(line, published):
    assert page(line, LEAD).published == published


def test_what_the_caller_gives_goes_before_and_is_not_marked_as_found():
    text = f"By Jana Holm\nMay 3, 2031\nMARN (Reuters) - {LEAD}"
    assert [found.name for found in read(text).found] == ["publisher", "published", "authors"]
    given = read(text, publisher="The Harbour Post", published="2031", authors=["Teo Brandt"])
    assert (given.publisher, given.published, given.authors, given.found) == (
        "The Harbour Post", "2031", ("Teo Brandt",), ()
    )  # fmt: skip


def test_a_publisher_that_the_page_names_is_the_first_link():
    tagged = credtag.tag(f"MARN (Reuters) - {LEAD}\nThe mayor told Reuters that ships would land before the summer.")
    assert {claim.chain[0].name for claim in tagged.claims} == {"Reuters"}
    assert credtag.from_json(credtag.to_json(tagged)) == tagged
