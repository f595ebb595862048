"""Captions without a mark: the text itself must show that a paragraph describes a picture."""

import re

import pytest

from credtag.document import read
from credtag.resources import table

LEAD = "The harbour of Marn will reopen in May after two years of work on its wall, Mayor Ana Sorin said on Monday."
MORE = "Ships will land there again before the summer, and the council has set aside two million crowns for it."
WALKS = "A woman walks past a damaged building in Port Varn on Tuesday."


def zones(*paragraphs: str) -> list[tuple[str, str]]:
    article = read("\n\n".join(paragraphs))
    return [(zone.kind.value, article.slice(zone.span).strip()) for zone in article.zones]


@pytest.mark.parametrize("row", table("lexicon/captions.tsv"), ids=lambda row: row["example"])
def test_every_sign_fires(row):
    assert re.search(row["pattern"], row["example"])
    beside = ["Jana Holm/Marn Press"] if row["part"] == "beside" else []
    assert ("caption", row["example"]) in zones(LEAD, row["example"], *beside, MORE)


@pytest.mark.parametrize("credit", ["Jana Holm/Reuters", "Photo: Jana Holm", "Getty Images", "(AP Photo/Jana Holm)"])
def test_a_credit_stands_above_or_below(credit):
    assert zones(LEAD, WALKS, credit, MORE) == [
        ("body", LEAD),
        ("caption", WALKS),
        ("credit", credit),
        ("body", MORE),
    ]
    assert zones(LEAD, credit, WALKS, MORE) == [
        ("body", LEAD),
        ("credit", credit),
        ("caption", WALKS),
        ("body", MORE),
    ]


def test_a_sentence_without_evidence_is_body():
    assert zones(LEAD, WALKS, MORE) == [("body", f"{LEAD}\n\n{WALKS}\n\n{MORE}")]


@pytest.mark.parametrize(
    "line",
    [
        "Sorin then left the room, and the council voted without her.",
        "“A woman walks past a damaged building,” she told the council.",
        "A woman who walks past the wall each day said she was afraid of it.",
        "In the video, recorded in October, the guard is seen walking along the wall.",
        "The mayor posted a photo of the wall, which some took for an old one.",
    ],
)
def test_what_stands_beside_a_credit_can_be_the_article(line):
    assert zones(LEAD, "Jana Holm/Reuters", line, "Advertisement", MORE)[2] == ("body", line)


def test_who_wrote_an_article_took_no_picture():
    assert ("body", f"{LEAD}\n\n{WALKS}") in zones(LEAD, WALKS, "(Reporting by Jana Holm; editing by Teo Brandt)")


def test_a_sentence_that_stands_twice_in_a_row_is_a_caption():
    assert zones(LEAD, WALKS, WALKS, MORE) == [("body", LEAD), ("caption", f"{WALKS}\n\n{WALKS}"), ("body", MORE)]
    said = "The wall must be mended before the winter, the engineer said."
    assert zones(LEAD, said, said, MORE)[0][0] == "body"
    assert [kind for kind, _ in zones(LEAD, said, said, MORE)] == ["body"]


def test_a_headline_above_a_credit_is_no_caption():
    for headline in ("Mayor Ana Sorin visits the flooded harbour", "Mayor Ana Sorin visits the flooded harbour."):
        assert zones(headline, "Jana Holm/Reuters", LEAD, MORE)[0] == ("headline", headline)
        assert zones(headline, headline, LEAD, MORE)[0][0] == "headline"
    assert zones(LEAD, WALKS.rstrip("."), "Jana Holm/Reuters", MORE)[1] == ("caption", WALKS.rstrip("."))
