"""Who asked, from the words of an article to its chains."""

import pytest

import credtag


def chains(text):
    """Return who stands between the publisher and Ana Sorin, for each of her claims, in the order of the text."""
    frames = credtag.tag(text, publisher="The Harbour Post").frames()
    claims = frames.claims[frames.claims.form != "narrated"].claim_id
    links = frames.links[frames.links.hop > 0].sort_values("hop").groupby("claim_id", observed=True).name.agg(list)
    return [links[claim][:-1] for claim in claims if links[claim][-1] == "Ana Sorin"]


@pytest.mark.parametrize(
    ("scene", "asked"),
    [
        ("Sitting down with TBN's Rena Marlow on Thursday, Ana Sorin said the pier was old.", "TBN"),
        ("Asked by TBN's Rena Marlow whether it would hold, Ana Sorin said the pier was old.", "TBN"),
        ('Ana Sorin joined TBN\'s "Harbour Gulls" to speak of the pier.', "TBN"),
        ('Ana Sorin called in to "Harbour Gulls" on Monday.', "Harbour Gulls"),
        ("The interview with Ana Sorin was published in the Belmar Times on Monday.", "Belmar Times"),
        ("Ana Sorin had a long conversation in March with the magazine Projector.", "Projector"),
        ("An interview Ana Sorin gave to Radio Lumen on Monday has caused a stir.", "Radio Lumen"),
        ("Ana Sorin is tired. So she seemed in an interview she gave to Radio Lumen.", "Radio Lumen"),
        ("Ana Sorin opened up to Decode DC about the pier.", "Decode DC"),
        ("Ana Sorin's comments came during a Gulls & Friends interview on Saturday.", "Gulls & Friends"),
        ('Ana Sorin was speaking in an interview on the talk radio program "Pier Patrol."', "Pier Patrol"),
        ("In an interview by Rena Marlow for Radio Lumen, Ana Sorin broke her silence.", "Radio Lumen"),
        ("Host Rena Marlow of TBN pressed Ana Sorin on the pier.", "TBN"),
    ],
)
def test_an_interview_holds_for_the_words_behind_it(scene, asked):
    found = chains(
        f'{scene} "It is over," Sorin said.\n\nSorin said that the sea was cold. "We must ask," Rena Marlow said.'
    )
    assert found[-2:] == [[asked], [asked]]


def test_the_programme_is_told_more_after_it_only_asked():
    text = "Appearing on NTK's Morning Desk on Monday, Ana Sorin was asked whether the pier was old. She told the programme it was."
    assert chains(text) == [["NTK"]]


@pytest.mark.parametrize(
    "source",
    [
        "Ana Sorin, who is also a host on Radio Lumen,",
        "Ana Sorin, a commentator on Radio Lumen,",
        "Ana Sorin, playing the mayor on Radio Lumen,",
    ],
)
def test_on_what_somebody_works_is_no_interview(source):
    assert chains(f"{source} said the pier was old.") == [[]]


def test_what_is_said_later_is_another_occasion():
    text = (
        '"It is over," Ana Sorin told Radio Lumen on Sunday. But Sorin later blamed the weather.\n\nSorin later told Canal 35 that'
        ' the sea was cold. "It is old," Sorin said.'
    )
    assert chains(text) == [["Radio Lumen"], [], ["Canal 35"], ["Canal 35"]]


def test_whoever_reports_a_clause_relays_no_other():
    text = "In Belmar the march was late, LKR-TV reported, while in Orvale it was off, the Orvale Post reported."
    frames = credtag.tag(text, publisher="The Harbour Post").frames()
    assert list(frames.links[frames.links.hop > 0].name) == ["LKR-TV", "Orvale Post"]


def test_one_of_several_goes_on_with_what_they_told_together():
    text = "Two engineers told Radio Lumen that the pier was old. One of them said the sea was cold. The other said it was late."
    frames = credtag.tag(text, publisher="The Harbour Post").frames()
    assert list(frames.links[frames.links.hop == 1].name) == ["Radio Lumen"] * 3


@pytest.mark.parametrize(
    "words",
    [
        "Without a plan, which he has not written, Sorin said the pier was old.",
        "Sorin said the pier was old, repeating her warning of this week that the sea was cold.",
    ],
)
def test_another_time_in_a_clause_beside_ends_no_interview(words):
    assert chains(f"Ana Sorin told Radio Lumen that it was late. {words}")[1] == ["Radio Lumen"]


def test_the_agency_of_a_dateline_is_no_short_form_of_its_town():
    assert chains("Mexico City (AFP) - The pier is old, Ana Sorin told AFP in an interview.") == [["AFP"]]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("the newspaper on Tuesday", "Belmar Herald"),
        ("the paper Tuesday", "Belmar Herald"),
        ("the newspaper in June", "Belmar Herald"),
        ("the Herald", "Belmar Herald"),
        ("the magazine Projector", "Projector"),
        ("NME in May", "NME"),
        ("Human Rights Watch in May", "Human Rights Watch"),
    ],
)
def test_an_outlet_is_told_by_a_shorter_name(told, asked):
    found = chains(f'The Belmar Herald reported that the pier was old. "It is over," Ana Sorin told {told}.')
    assert found == [[asked]]


@pytest.mark.parametrize(
    ("first", "short", "whole"),
    [
        ("The Irish Times reported that the pier was old. ", "the Times", "The Irish Times"),
        ("The Irish Times and the Belmar Times reported that the pier was old. ", "the Times", "The Times"),
        ("The Irish Times reported that the pier was old. ", "The Times", "The Times"),
        ("The Lagos Guardian reported that the pier was old. ", "the Guardian", "Lagos Guardian"),
        ("Guardian Life sold the pier. ", "the Guardian", "The Guardian"),
    ],
)
def test_the_last_word_of_a_paper_is_the_one_named_before(first, short, whole):
    assert chains(f"{first}Ana Sorin told {short} that the sea was cold.")[-1] == [whole]


@pytest.mark.parametrize(
    "where",
    ["remarks carried by Radio Lumen", "remarks aired live on Radio Lumen", "a speech broadcast by Radio Lumen"],
)
def test_who_airs_what_was_said_asked_nothing(where):
    links = credtag.tag(f"In {where}, Ana Sorin said the pier was old.").frames().links
    assert list(links[links.hop == 1].role) == ["relay"]


@pytest.mark.parametrize("cue", ["quoted Ana Sorin as saying", "said, citing Ana Sorin, that"])
def test_media_without_a_name_pass_on_whom_they_quote(cue):
    links = credtag.tag(f"Local media {cue} the pier was old.").frames().links
    assert list(links[links.hop > 0].role) == ["relay", "origin"]
    assert list(links.name)[-1] == "Ana Sorin"


@pytest.mark.parametrize(
    ("where", "relayed"), [("In one email", True), ("In another message", True), ("In May", False)]
)
def test_one_of_the_papers_that_somebody_found_comes_through_them(where, relayed):
    text = (
        f"The dam was cracked, according to emails seen by Radio Lumen. {where}, Ana Sorin wrote that the pier was old."
    )
    assert ("Radio Lumen" in chains(text)[-1]) is relayed


def test_on_what_a_film_was_aired_asks_nobody():
    assert chains('The film, aired on Radio Lumen, quotes Ana Sorin as saying that "the pier was old".') == [
        ["the film"]
    ]
