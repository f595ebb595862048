"""Whom a description means that the text has not used of anybody before: who speaks, who is told of, or somebody new."""

import pytest

import credtag


def last(text):
    """Return the name of the origin of the last claim that has a source."""
    claims = credtag.tag(text, publisher="The Harbour Post").frames().claims
    return claims.loc[claims["form"] != "narrated", "source"].iloc[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who has just spoken, or is told of
        ("Karl Brell said the storm took his boat. The fisherman said it was late.", "Karl Brell"),
        ("Karl Brell lost his boat in a storm. The fisherman said it was late.", "Karl Brell"),
        ('Ana Sorin waited nine hours. "It was late," the pensioner said.', "Ana Sorin"),
        ('Hajara Bello lost her son. "It was late," the widow said.', "Hajara Bello"),
        ("Senator Ana Sorin spoke on Monday. The Democrat said it was late.", "Ana Sorin"),
        ("A miner left. He met a female teacher. The man said it was late.", "a miner"),
        # an office that only the far end of the text gives to somebody is not looked up there
        (
            "The vote on the new harbour is not before the end of the year.\n\n"
            + "It rained.\n\n" * 4
            + "Karl Brell came. Brell waited nine hours. The senator said it was late.\n\nSenator Ana Sorin came.",
            "Karl Brell",
        ),
        ("Karl Brell wrote. In the letter - addressed to the judge, Ivan Tresk - the Republican said it was late.", "Karl Brell"),
        ("Ana Sorin came. Sorin is ahead, and Sorin knows it. Sorin ate.\n\nThe former first lady said it was late.", "Ana Sorin"),
        # several hold the office, but not near
        (
            "Senator Ana Sorin left. Senator Ivan Tresk left.\n\n" + "It rained.\n\n" * 4 + "Karl Brell came. Brell spoke. The senator said it was late.",
            "Karl Brell",
        ),
        # the one of whom the text tells most
        (
            "Pope Karl left. Pope Karl came. Pope Karl ate. Pope Karl slept. Pope Ivan died.\n\nIt rained.\n\nIt froze.\n\nThe pope said it was late.",
            "Pope Karl",
        ),
        ("MLA Robin Tanwal met the parents. The legislator said it was late.", "Robin Tanwal"),
        ("PC Laura Vale gave evidence. The officer said it was late.", "Laura Vale"),
        ("Sister Beatrice Ofo came. The nun said it was late.", "Beatrice Ofo"),
        ("Mayor Ana Sorin met Karl Brell. Brell left in May. The trader said it was late.", "Karl Brell"),
        ("A former contractor at the clinic was less sure. The man said it was late.", "a former contractor"),
        ("Dr Mei Tan led the study. The biologist said it was late.", "Mei Tan"),
        ("Sue Dunn cheered. The retired nurse said it was late.", "Sue Dunn"),
        ("Raj Pell said it was weak. The MP for Lumen North said it was late.", "Raj Pell"),
        ("Ada Quill spoke. The Oscar winner said it was late.", "Ada Quill"),
        ("Jana Poe told the jury. Cross-examined by Hugh Lorne KC, the witness said it was late.", "Jana Poe"),
        ("Hugh Lorne KC rose. Jana Poe said no. The barrister said it was late.", "Hugh Lorne KC"),
        # not who asks, reports or is the subject of the clause before
        ('Tom Dorn asked Karl Brell why.\n\n"It was late," the goalkeeper said.', "Karl Brell"),
        ("Lena Marn thanked Karl Brell after the builder said it was late.", "Karl Brell"),
        ("Karl Brell led. \"He has won,\" The Lumen Post's Ed Odell wrote.\n\nAides say the former striker believes it is late.", "Karl Brell"),
        ("Karl Brell may go. The baker said that Brell would stay. Tom Dorn left.", "the baker"),
        ('Lena Marn waved. "Marn can stay," said the baker.', "the baker"),
        # who is brought up by the same noun
        ("Mayor Ana Sorin spoke. A farmer at the back stood up. The farmer said it was late.", "a farmer"),
        # somebody new
        ("Karl Brell spoke. The Dorn supporter said it was late. Tom Dorn left.", "the Dorn supporter"),
        ('Karl Brell told the court he was sorry. "It is late," the judge said.', "the judge"),
        ("Karl Brell said the train stopped. The driver said it was late.", "the driver"),
        ("Karl Brell said the parish was poor. The parish clerk said it was late.", "the parish clerk"),
        ("Karl Brell said no. The man who sold the boat said it was late.", "the man"),
        ("Karl Brell said no. The founder of the firm said it was late.", "the founder of the firm"),
        ("Karl Brell left the house. The previous tenant said it was late.", "the previous tenant"),
        ("Governor Karl Brell said no. The mayor said it was late.", "the mayor"),
        ('Karl Brell phoned. "The lady said it was late," he said.', "the lady"),
    ],
)  # fmt: skip
def test_whom_a_variation_means(text, expected):
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # relatives, from either side
        ("Signe Vale is free. Her coach and husband, Eirik Vale, left. It was cold.\n\nVale is free. Her husband said it was late.", "Eirik Vale"),
        ("Ana Sorin lost it. Sorin's son, Karl Brell, laughed. Brell left.\n\nHis mother said it was late.", "Ana Sorin"),
        ("As Donald Marn left, his son said it was late.\n\nEric Marn, son of the nominee, came.", "Eric Marn"),
        ("Eric Marn, son of Donald Marn, came. Eric Marn left as his father said it was late.", "Donald Marn"),
        ("Karl Brell met Ana Brell, his sister. His mother said it was late.", "Karl Brell's mother"),
        # what someone is besides
        ("Actor and director Ana Sorin came. The actor said it was late.", "Ana Sorin"),
        ("Ana Sorin, an actor and author, came with Karl Brell. The author said it was late.", "Ana Sorin"),
        ("The Rt Rev Martin Lisle came. Bishop Lisle said it was late.", "Martin Lisle"),
        # who one of several is
        ("Two survivors spoke. One of them, a teenager from Marn, said it was late.", "a teenager from Marn"),
    ],
)  # fmt: skip
def test_who_is_told_of(text, expected):
    assert last(text) == expected


def test_a_former_minister_is_no_minister_in_office():
    text = "Minister Lena Marn signed. Bhaskar Dorn saw a risk. He was sure of it. Dorn said no. The former minister said it was late."
    assert last(text) == "Bhaskar Dorn"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Sorin, who chairs the union, left. Karl Brell came. The chairwoman said it was late.", "Ana Sorin"),
        ("Ana Sorin owns a mill. Karl Brell came. The owner said it was late.", "Ana Sorin"),
        ("Ana Sorin is a nurse in Marn. Karl Brell came. The nurse said it was late.", "Ana Sorin"),
        ("Ana Sorin is not a nurse. Karl Brell came. The nurse said it was late.", "the nurse"),
        ("Ana Sorin is the mayor's friend. Karl Brell came. The mayor said it was late.", "the mayor"),
    ],
)
def test_what_a_sentence_says_that_someone_is_or_does(text, expected):
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A senior diplomat said a deal was near. The source said it was late.", "a senior diplomat"),
        ("A police officer at the pier said two fled. The policeman said it was late.", "a police officer at the pier"),
        ("A trader on the floor said prices fell.\n\nThe broker said it was late.", "a trader on the floor"),
        ("A close ally of the mayor said a vote was near. The ally said it was late.", "a close ally of the mayor"),
        (
            "Two engineers told the court so. One of them said it rained. The engineer said it was late.",
            "one of two engineers",
        ),
        ("One of his oldest friends said he wept. The friend said it was late.", "one of his oldest friends"),
        # another, whom the noun does not fit, or who stands for all such
        ("A nurse said the ward was full. The broker said it was late.", "the broker"),
        ("An officer said two fled. Asked by a clerk, the other officer said it was late.", "the other officer"),
    ],
)
def test_who_has_no_name_is_called_by_another_noun(text, expected):
    assert last(text) == expected


def test_a_title_says_where_its_bearer_serves():
    text = "Marn Sen. Pavel Crewe left. Sen. Karl Brell and Ivan Poe came. The Lumen senator said it was late."
    assert last(text.replace("Marn", "Texas").replace("Lumen", "Florida")) == "Karl Brell"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Major (rtd) Joseph Okun came. The major said it was late.", "Joseph Okun"),
        ("Justice (retd) Amina Bello came. The judge said it was late.", "Amina Bello"),
        ("Dr (Mrs) Amina Bello came. Bello said it was late.", "Amina Bello"),
        ("Coun Hazel Brig rose. The councillor said it was late.", "Hazel Brig"),
        ("Ada Strang KC, prosecuting, rose. Karl Brell came. The prosecutor said it was late.", "Ada Strang KC"),
        ("Ana Sorin, defending champion, came. The barrister said it was late.", "the barrister"),
        ("A clerk named Ana Sorin left. Karl Brell came. The clerk said it was late.", "Ana Sorin"),
        ("A man identified as Ivan Poe left. Ana Sorin came. The man said it was late.", "Ivan Poe"),
        (
            "The house belongs to Karl Brell, through Tide Homes. Brell said yes. The landlord said it was late.",
            "Karl Brell",
        ),
        ("The boat was skippered by Karl Brell. Ivan Poe came. The captain said it was late.", "Karl Brell"),
        ("Her father, Arne Halv, came. Halv ate. The former ship's pilot said it was late.", "Arne Halv"),
        ("Karl Brell built it. The hotel magnate said it was late.", "Karl Brell"),
        # a vice president is no president
        ("Vice President Ana Sorin came. The president said it was late.", "the president"),
        ("President Karl Brell came. The vice president said it was late.", "the vice president"),
        ("The vice-president of the club, Ana Sorin, came. The vice president said it was late.", "Ana Sorin"),
    ],
)
def test_what_stands_beside_a_name_tells_what_its_bearer_is(text, expected):
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Food Workers' Federation said it rained. The exchange said it was late.", "the exchange"),
        ("The charity Harbour Aid said it rained. The shipyard said it was late.", "the shipyard"),
        ("Karvo Bank said it rained. The lender said it was late.", "Karvo Bank"),
        ("Lumen Foods said it rained. The brewery said it was late.", "Lumen Foods"),
        ("Kasoro said it rained. The shoe company, Fleetlake, replied. The firm said it was late.", "the firm"),
        # nor one that serves another place
        ("The German government left. The government in Beijing said it was late.", "the government in Beijing"),
        ("The Karvian government said no. The government of Karvia said it was late.", "the Karvian government"),
    ],
)
def test_a_body_of_one_sort_is_none_of_another(text, expected):
    assert last(text) == expected
