"""Whom pronouns close to a name show to be a person, and of which gender."""

import pytest

import credtag


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm named Dana Orvane.\n\nColby Tresk came off a shift and sat in her car. \"It was late,\" she said.", "Colby Tresk"),
        ("Wyll Orvane gave evidence on Monday. She said it was late.", "Wyll Orvane"),
        ("Wyll Orvane met Sefa Tullo at the port. She said it was late.", "Wyll Orvane"),
        ("Pavel Dorn was late. Robin Vale sat in her car. \"It was dry,\" she said.", "Robin Vale"),
        ("Robin Vale sat in her car. Sam Dorn stood by his. Both left. \"It was dry,\" he said.", "Sam Dorn"),
        # what is somebody else's
        ("Ana Sorin praised Robin Vale. Robin Vale rejected her claims. He said it was dry.", "Robin Vale"),
        ("Harbour Lights has lost its captain, Pavel Dorn. He said it was late.", "Pavel Dorn"),
    ],
)  # fmt: skip
def test_pronouns_tell_people(text, expected):
    claims = credtag.tag(text, publisher="The Harbour Post").frames().claims
    assert claims.loc[claims["form"] != "narrated", "source"].iloc[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The driver, 43, was held. He said it was late.", "the driver"),
        ("A 43-year-old woman was held. She said it was late.", "a 43-year-old woman"),
        ("A fisherman from Karvo found it. He said it was late.", "a fisherman from Karvo"),
        ("The minister resigned on Monday. In a letter, he said it was late.", "the minister"),
        ("Lena Marn called her brother. He said it was late.", "Lena Marn's brother"),
        ("The keeper, Tullo, went off. He said it was late.", "Tullo"),
        ("Sefa Tullo, the keeper, went off in tears. \"It hurts,\" she said.", "Sefa Tullo"),
        ("The driver hit Pavel Dorn. He said it was late.", "Pavel Dorn"),
        ("The waitress left. He said it was late.", None),
    ],
)  # fmt: skip
def test_people_who_are_only_described(text, expected):
    claims = credtag.tag(text, publisher="The Harbour Post").frames().claims
    source = claims.loc[claims["form"] != "narrated", "source"].iloc[-1]
    assert (source if source == source else None) == expected
