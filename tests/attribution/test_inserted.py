"""Attributions inserted into what they attribute: who is named keeps the whole clause, and what it reports is inside."""

import pytest

import credtag


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The driver, police said, told officers that the pier was old.",
            [
                ("The driver … told officers that the pier was old", "police"),
                ("the pier was old", "police > the driver"),
            ],
        ),
        (
            "The mayor, according to Ana Sorin, told the council that the pier was old.",
            [
                ("The mayor … told the council that the pier was old", "Ana Sorin"),
                ("the pier was old", "Ana Sorin > the mayor"),
            ],
        ),
        (
            "The firm, Ana Sorin said, denies that the pier is old.",
            [("The firm … denies that the pier is old", "Ana Sorin"), ("the pier is old", "Ana Sorin > the firm")],
        ),
        (
            "Pavel Holm met Ana Sorin. She told him, he said, that the pier was old.",
            [
                ("She told him … that the pier was old", "Pavel Holm"),
                ("that the pier was old", "Pavel Holm > Ana Sorin"),
            ],
        ),
        (
            "The doctor told her, Ana Sorin says, that the knee would heal.",
            [
                ("The doctor told her … that the knee would heal", "Ana Sorin"),
                ("that the knee would heal", "Ana Sorin > the doctor"),
            ],
        ),
        (
            "Holm, who runs the firm, told the court that the money was gone.",
            [("that the money was gone", "Holm")],
        ),
        (
            "The pier was old, Ana Sorin said, adding that the firm knew.",
            [("The pier was old", "Ana Sorin"), ("that the firm knew", "Ana Sorin")],
        ),
    ],
)
def test_an_insertion_parts_no_clause_from_its_subject(text, found):
    claims = credtag.tag(text, publisher="The Harbour Post").frames().claims
    told = claims[claims["form"] != "narrated"]
    chains = told["chain"].str.removeprefix("The Harbour Post > ")
    assert list(zip(told["content"], chains, strict=True)) == found
