"""Who asks in a sentence of its own not to be named is anonymous."""

import pytest

import credtag


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two clerks said it was cold. They asked not to be named.", ["anonymous"]),
        ("Two clerks said it was cold. “We saw it,” one of them said. Both asked not to be named.", ["anonymous"] * 2),
        ("A clerk said it was cold. He spoke on condition of anonymity.", ["anonymous"]),
        ("A clerk said it was cold. The clerk didn't want to be named.", ["anonymous"]),
        ("A clerk said it was cold. Ana Sorin said so too. She asked not to be named.", ["described", "named"]),
        ("A clerk said it was cold. A doctor at the port said so too. Both asked not to be named.", ["anonymous"] * 2),
        ("Two clerks, speaking on condition that their names be withheld, said it was cold.", ["anonymous"]),
        ("Ana Sorin said it was cold. A second clerk, who asked not to be named, said so.", ["named", "anonymous"]),
    ],
)
def test_who_withholds_a_name(text, expected):
    claims = credtag.tag(text, publisher="The Harbour Post").frames().claims
    assert list(claims[claims["form"] != "narrated"]["naming"]) == expected
