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


def origin(text):
    return last(text)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ten councillors were asked. All said it was late.", "ten councillors"),
        ("The three firms were fined. All three said it was late.", "the three firms"),
        ("The ministry asked 40 nurses. None said it was late.", "40 nurses"),
        ("Six guards were questioned, and all said it was late.", "six guards"),
        ("The police questioned six guards. Some of them said it was late.", "some of six guards"),
        ("The two drivers were held. Each said it was late.", "the two drivers"),
        ("Lena Marn and Pavel Dorn ran. Neither said it was late.", "Lena Marn and Pavel Dorn"),
        ("Ana Sorin and her husband lost the farm. They say it was late.", "Ana Sorin and Ana Sorin's husband"),
        ("Mayor Ana Sorin and the builder Karl Brell signed. They said it was late.", "Ana Sorin and Karl Brell"),
        ("The ministry suspended three officers. They said it was late.", "three officers"),
        ("Reuters reported a fire, citing three officials. They said it was late.", "three officials"),
        ("A police spokeswoman said no. They said it was late.", "police"),
        ("The Karvo Liberation Army took the town. They said it was late.", "Karvo Liberation Army"),
        ("The ministry and the union signed. Both parties said it was late.", "the ministry and the union"),
        ("The union and Karvo Steel met. Both sides said it was late.", "the union and Karvo Steel"),
        ("Officials from Karvia met guests. Both sides said it was late.", "both sides"),
        ("Lena Marn said no. Judge Pavel Dorn spoke to the jury. Both sides said it was late.", "both sides"),
        ("Officials and medics said shells fell. Each side said it was late.", "each side"),
        ("Karvia and Lumen signed a truce. Each said it was late.", "Karvia and Lumen"),
        ("Ana Sorin met workers and the union. They said it was late.", "workers"),
        ("The Datum poll asked 900 teachers. Two-thirds said it was late.", "the Datum poll"),
    ],
)  # fmt: skip
def test_whom_they_and_all_mean(text, expected):
    assert origin(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The regulator, Fairgas, opened an inquiry. It said it was late.", "Fairgas"),
        ("The app was banned. Its maker, Lumora, is in Belmar. It said it was late.", "Lumora"),
        ("The ministry said no. Novita rejected the findings. It said it was late.", "Novita"),
        ("Novita bought Lumora in May. At the time, it said it was late.", "Novita"),
        ('"It was dry," Novita said in a statement. It said it was late.', "Novita"),
        ("A spokeswoman for the hospital said the ward was full. It said it was late.", "the hospital"),
        ("Karl Brell, a spokesman for Novita, said the ward was full. It said it was late.", "Novita"),
        ("The company's spokesman, Karl Brell, said the ward was full. It said it was late.", "the company"),
        ("A clerk for the hospital said the ward was full. It said it was late.", "the ward"),
    ],
)  # fmt: skip
def test_which_body_it_means(text, expected):
    assert origin(text) == expected
