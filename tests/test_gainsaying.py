import pytest

import credtag

# A claim by one source and what another says next.
GAINSAID = [
    'The mayor took bribes, Ines Roth said. "That is not what happened," said Otto Kern.',
    "Soldiers fired on the crowd, residents said. Nothing of the kind took place, the army said.",
    'Ada Halvik said the talks had failed. "They haven\'t failed," Emil Dorr said.',
    'The deal was signed under pressure, Raul Sen said. "There was no pressure," said Mina Gol.',
    'The clinic turned her away, her mother said. "At no point was anybody turned away," said Lea Finn.',
    "Tessa Wray said the headmaster knew of the theft. The headmaster says he was never told.",
    "Ada Halvik said the plan would cost 4,000 jobs. Halvik has her sums wrong, Olaf Brandt said.",
    "The road will save eleven minutes, the county said. Campaigners say it would save less than two minutes.",
    "The army said 15 militants were killed, but villagers insist all the dead were farmers.",
    "The mayor said that 900 people had come. Police put the turnout at no more than 90.",
    "The mayor said the pass was closed. The club took issue with that.",
    "The mayor said the pass was closed. Her recollection was challenged on Friday by the club.",
    "Ana Marn says she learned of the sale in June. That is untrue, according to her former secretary.",
]
NOT_GAINSAID = [
    "The drug is safe, Corvane said. The regulator said it had never been tested in children.",
    "The storm killed nine people, officials said. Just three of them lived in the town, Ada Halvik said.",
    "The tax should rise, Olaf Brandt said. The tax should not rise, Vera Toth said.",
    "The school closed, Vera Toth said. She never said when the school had closed.",
    "Prices rose by 4 per cent, the statistics office said. The bank said wages rose by only 2 per cent.",
    "The ministry says the vaccine is safe, but unions insist that workers be paid for the day.",
    "The minister said the talks went well. The umpire was wrong, Ada Halvik said of the match.",
    "The bridge will open in May, Lena Moss said. The ministry put the cost at only 3 million.",
]


def disputed(text):
    """Return the codes of what is held against the claims of a text."""
    evidence = credtag.tag(text, publisher="The Harbour Post").frames().evidence
    return "disputed" in set(evidence[evidence.part == "caveat"].code)


@pytest.mark.parametrize("text", GAINSAID)
def test_a_claim_is_disputed_by_what_another_source_says_next(text):
    assert disputed(text)


@pytest.mark.parametrize("text", NOT_GAINSAID)
def test_two_sources_may_say_different_things(text):
    assert not disputed(text)


VERIFIED = [
    "The mayor said the pass was closed. The council later said that was correct.",
    "The mayor said the pass was closed. Two drivers have vouched for that.",
    "A guard said the riot began in the kitchen. What he described is borne out by the council's report.",
]


@pytest.mark.parametrize("text", VERIFIED)
def test_a_claim_is_verified_by_who_calls_it_right(text):
    evidence = credtag.tag(text, publisher="The Harbour Post").frames().evidence
    assert "verified" in set(evidence[evidence.part == "caveat"].code)
