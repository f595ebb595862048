"""Whom "they" and "who" mean that only a description tells: groups that were no sources yet, people over where they are from."""

import pytest

import credtag
from credtag import attribution


def origin(text, cue):
    """Return the name of the origin of the one claim with a cue."""
    claims = credtag.tag(text, publisher="The Harbour Post").frames().claims
    (name,) = claims[claims["cue"] == cue]["source"]
    return name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tea pickers stayed away on Monday. They warned that prices would rise.", "Tea pickers"),
        ("Union leaders in Karvo have set a goal. But they warned that it was far.", "Union leaders in Karvo"),
        ("Marn's campaign bought time on air. They warned that he would lose.", "Marn campaign"),
        ("According to the Post, port officials read the rules. They warned that he would lose.", "port officials"),
        ("Aides to the mayor said no. They warned that he would lose.", "Aides to the mayor"),
        ("Ana Sorin thanked the nurses. They warned that she was weak.", "the nurses"),
        ("Ana Sorin said no. He then asked the noisy crowd. They warned that it was late.", "the noisy crowd"),
        ("Officials said that voters were angry. They warned that turnout would fall.", "Officials"),
        ("More than 11,000 tea pickers in the Karvo hills left. They warned that it was late.", "11,000 tea pickers"),
        ("Hundreds of farmers from Karvo left. They warned that it was late.", "hundreds of farmers from Karvo"),
        ("Her campaign said that Marn aides left early because they warned that it was late.", "Marn aides"),
        ("Tea pickers stayed away on Monday.\n\nThey warned that prices would rise.", "Tea pickers"),
        (
            "Unions said no. Ana Sorin left.\n\nSeveral hundred tenants marched.\n\nThey warned that it was late.",
            "several hundred tenants",
        ),
        # in a quotation, not the last speaker but those of whom the words tell
        ('"My aunt has no say, nor have my children," Ana Sorin said. "They warned that it was late."', "my children"),
        ('"The administration is against all," Ana Sorin said. "They warned that it was late."', "the administration"),
        ('She said officials came. "My son fell. They warned that it was late," Ana Sorin said.', "officials"),
        ('"The young people like the town. They warned that it was late," Ana Sorin said.', "the young people"),
        (
            '"It is the terrorists, you know. They, they care. But they warned that it was late," Ana Sorin said.',
            "the terrorists",
        ),
        ('"This year, voters can win, and voters can talk. They warned that it was late," Ana Sorin said.', "voters"),
        ('"Lumen Bank is lying. They warned that it was late," Ana Sorin said.', "Lumen Bank"),
        # who does what befalls the one of whom the sentence tells, not who spoke before
        (
            "The union's office said no. Ana Sorin was booed by hawks in her party because they warned that she was weak.",
            "hawks",
        ),
        ("The port's lobbyists are so sure that they warned that it was late.", "the port's lobbyists"),
        # a name that only says of what sort something is
        ("Karvo officials spoke of Chinese competition. They warned that it was late.", "Karvo officials"),
    ],
)
def test_they_are_the_group_told_of(text, expected):
    assert origin(text, "warned") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It angered opponents on the left, who insisted that it rained.", "opponents on the left"),
        (
            "It rests on an article by two reporters from Karvo, who insisted that it rained.",
            "two reporters from Karvo",
        ),
        (
            "She met shopkeepers and traders in the old town, who insisted that it rained.",
            "shopkeepers and traders in the old town",
        ),
        ("She met the son of a miner from Karvo, who insisted that it rained.", "the son of a miner from Karvo"),
        (
            "She has a memo from Ivo Marn's campaign manager, who insisted that it rained.",
            "Ivo Marn's campaign manager",
        ),
        ("She met fishermen from the islands on Tuesday, who insisted that it rained.", "fishermen from the islands"),
        ("She met the author Ivo Marn (who insisted that it rained) on Tuesday.", "Ivo Marn"),
        ("Cheers rose for Senator Lena Marn of Karvo, who insisted that it rained.", "Lena Marn"),
        ("They elected Senator Lena Marn this year, who insisted that it rained.", "Lena Marn"),
        (
            "Lena Marn, the head of the Karvo Partnership for Sound Principles, who insisted that it rained, left.",
            "Lena Marn",
        ),
        ("Senator Lena Marn of Karvo, who left early, and who insisted that it rained, is ill.", "Lena Marn"),
        ("Marn joined a growing list of port mayors who insisted that it rained.", "a growing list of port mayors"),
        ("Hacker who insisted that it rained is ill.", "Hacker"),
        ("A mayor who ordered the raid and who insisted that it rained is ill.", "a mayor"),
        ("They heard Ana Sorin and Lena Marn, two of the women who insisted that it rained.", "two of the women"),
        (
            "It was backed by her campaign and traders in the port, who insisted that it rained.",
            "her campaign and traders in the port",
        ),
    ],
)
def test_who_are_the_people_before(text, expected):
    assert origin(text, "insisted") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Prime Minister Karl Dorn criticised Ivo Tresk in the Karvese parliament over his call for a ban.",
            "Ivo Tresk",
        ),
        ("Prime Minister Karl Dorn criticised Pavel Marn for his call for a ban.", "Pavel Marn"),
        ("Prime Minister Karl Dorn told Pavel Marn about his call for a ban.", "Karl Dorn"),
    ],
)
def test_who_is_blamed_for_his_words_said_them(text, expected):
    assert origin(text, "call for") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hospital shut two wards. It warned that it was late.", "the hospital"),
        ("Sorin's press release skips the rule that Marn wanted. It warned that it was late.", "Sorin's press release"),
        ("In May, clerks led the bureau to admit it. Even so, it warned that it was late.", "the bureau"),
        ("Even with new judges, the court is slow. Shortly after it warned that it was late, Marn left.", "the court"),
        ("It rained on Monday as her campaign fell silent after it warned that it was late.", "her campaign"),
        ("Novita Group said sales fell. The plant in Karvo burned. It warned that it was late.", "Novita Group"),
    ],
)
def test_it_is_the_body_told_of(text, expected):
    assert origin(text, "warned") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Traders were in court. One of them, Ana Sorin, warned that it was late.", "Ana Sorin"),
        ("Traders were in court. One, Ana Sorin, warned that it was late.", "Ana Sorin"),
        ("Traders were in court. One of them, a baker from Karvo, warned that it was late.", "a baker from Karvo"),
        ("Traders were in court. One of them, a waitress seven months along, warned that it was late.", "a waitress"),
        ("Traders said no. One of them warned that it was late.", "one of traders"),
    ],
)
def test_one_of_several_is_who_stands_beside(text, expected):
    assert origin(text, "warned") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ivo Lisle, the bishop of Karvo, left. Bishop Lisle warned that it was late.", "Ivo Lisle"),
        ("DC Ana Vane left. Later DC Vane warned that it was late.", "Ana Vane"),
        ("Irrigation Minister Ana Vane left. The Irrigation Minister warned that it was late.", "Ana Vane"),
    ],
)
def test_a_title_with_a_surname_is_its_bearer(text, expected):
    assert origin(text, "warned") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The email, released by Harbour Watch, was sent at noon by Jonas Brell. The email warned that it was late.",
            "Jonas Brell",
        ),
        ("A letter signed by Jonas Brell came in May. The letter warned that it was late.", "Jonas Brell"),
        ("The email came by ship. The email warned that it was late.", "the email"),
    ],
)
def test_a_text_is_whoever_sent_it(text, expected):
    assert origin(text, "warned") == expected


def test_it_reads_of_a_text_told_of_further_back():
    text = (
        "An email was sent at noon.\n\nHarbour Watch said that it was grave. Two people fell ill.\n\n"
        '"I tried you on the phone," it reads.'
    )
    assert origin(text, "reads") == "an email"


def test_a_dash_that_closes_tells_nothing_of_the_name_before():
    text = (
        "House Chairman Ivo Marn sought a review on Tuesday. In the letter - addressed to the attorney, Pavel D. Brell - "
        "the Ohio Republican warned that it was late."
    )
    assert origin(text, "warned") == "Ivo Marn"


def test_many_clauses_about_one_person_are_read_one_after_another():
    clauses = "and who said that the dam leaks and who ordered it " * 800
    tagged = credtag.Tagger(extract=attribution.by_rules).tag(f"The council met a clerk who ordered it {clauses}.")
    assert tagged.error is None
    assert len(tagged.claims) > 700
