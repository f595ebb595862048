"""Whom words for several mean: those named together or one after the other, a group, or nobody known."""

import pytest

import credtag

BOTH = ("Lena Marn and Pavel Dorn", "named")


def last(text):
    """Return name and naming of the origin of the last claim that has a source."""
    claims = credtag.tag(text, publisher="The Harbour Post").frames().claims
    name, naming = claims.loc[claims["form"] != "narrated", ["source", "naming"]].iloc[-1]
    return None if name != name else name, naming


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # people of a list, by what all of them are
        ("Senators Lena Marn and Pavel Dorn met. The senators said it was late.", BOTH),
        ("Senator Lena Marn of Karvo and Senator Pavel Dorn of Belmar met. The senators said it was late.", BOTH),
        ("Senators Lena Marn, Republican of Iowa, and Pavel Dorn, Democrat of Ohio, met. The lawmakers said it was late.", BOTH),
        ("Budget Committee Chairman Lena Marn and Port Committee Chairman Pavel Dorn met. The committee chairmen said it was late.", BOTH),
        ("Budget Committee Chairman Lena Marn and Chairman Pavel Dorn met. The committee chairmen said it was late.", ("the committee chairmen", "described")),
        ("Lena Marn and Pavel Dorn, both senators, met. It rained. The senators said it was late.", BOTH),
        ("Actors Lena Marn and Pavel Dorn met. The couple said it was late.", BOTH),
        ("Karl Brell and Tom Brell met. The brothers said it was late.", ("Karl Brell and Tom Brell", "named")),
        ("Senators said it was early. Senator Lena Marn and Senator Pavel Dorn met. The senators said it was late.", ("Senators", "described")),
        ("Two men met. The men said it was late. Judge Lena Marn and lawyer Pavel Dorn left.", ("the men", "described")),
        ("Karl Brell paid. Ana Sorin left.\n\nIvo Brell wrote it.\n\nIt rained.\n\nNo one came.\n\nAll was dry.\n\nThe brothers said it was late.", ("Karl Brell and Ivo Brell", "named")),
        # the two whom the sentence before names
        ("The mayor, Lena Marn, met Governor Pavel Dorn. The two said it was late.", BOTH),
        ("Ana Sorin dined with Karl Brell and the chairman, Tom Dorn. Both men said it was late.", ("Karl Brell and Tom Dorn", "named")),
        ("Lena Marn met Pavel Dorn. They said it was late.", BOTH),
        ("Voters cheered Lena Marn and Pavel Dorn. They said it was late.", ("Voters", "described")),
        ("Lena Marn told Karl Brell and Tom Dorn. They said it was late.", (None, "described")),
        # "they" of those with whom this sentence or the one before begins
        ('Senators Lena Marn and Pavel Dorn wrote to the board. "It is late," they wrote.', BOTH),
        ("Critics said it was early. Supporters of the plan left, although they say it is late.", ("Supporters of the plan", "described")),
        ("Critics of the plan, like Lena Marn and Pavel Dorn, say it is early. They said it was late.", BOTH),
        ("Karvia and Lumen signed, and the pact binds Karvia and Lumen, which together said it was late.", ("Karvia and Lumen", "named")),
        ("Much came from Sweden and Norway, the two biggest producers, which together said it was late.", ("Sweden and Norway", "named")),
        ("It was backed by Lena Marn and Pavel Dorn, who both said it was late.", BOTH),
        # bodies that alone were named together
        ("Sweden and Norway signed a deal. The two countries said it was late.", ("Sweden and Norway", "named")),
        ("The Karvo Teachers Association and the Belmar Nurses Union will strike. The unions said it was late.", ("Karvo Teachers Association and Belmar Nurses Union", "named")),
        ("Novita Group and Tavrix Corp. met. The countries said it was late.", ("the countries", "described")),
        ("Germany and France met Sweden and Norway. The two countries said it was late.", ("the two countries", "described")),
        # a group of which some are named
        ("Proponents, including the League of Towns, said it was late.", ("Proponents", "named")),
        ("Critics, like Senators Lena Marn and Pavel Dorn, said it was late.", ("Critics", "named")),
        ("Critics who like Lena Marn said it was late.", ("Critics", "described")),
    ],
)  # fmt: skip
def test_who_several_are(text, expected):
    assert last(text) == expected
