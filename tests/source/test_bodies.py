"""Which body, outlet or text a short description means: "the watchdog", "the channel", "the probe"."""

import pytest

import credtag
from credtag.source.proper_names import outlets


def names(text):
    """Return the names of the origins of the claims that have a source."""
    claims = credtag.tag(text, publisher="The Harbour Post").frames().claims
    return claims.loc[claims["form"] != "narrated", "source"].tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the sort of a body is told by the head of its name
        ("The Fuel Commission fined Brellis Energy. The watchdog said no.", "Fuel Commission"),
        ("The Gas and Water Commission met. The company said no.", "the company"),
        ("The Conduct Tribunal met. The three-member panel said no.", "Conduct Tribunal"),
        ("The Northern Rowing Union met. The governing body said no.", "Northern Rowing Union"),
        ("Marn Infirmary closed. The hospital said no.", "Marn Infirmary"),
        ("Oak Academy closed. Lumen Council met. The school said no.", "Oak Academy"),
        ("Brook Securities met. The broker said no.", "Brook Securities"),
        ("The home belongs to Vale Meadow Care. The company said no.", "Vale Meadow Care"),
        # the first word of a name is no sort
        ("Union Marine Bank met. The Dockers Federation paid. The union said no.", "Dockers Federation"),
        ("The European Union met. The Dockers Federation paid. The union said no.", "Dockers Federation"),
        ("Police in Karvo asked. The Police Complaints Board met. The police said no.", "the police"),
        ("The Roads Department met. Data from the FBI help. The agency said no.", "FBI"),
        ("Big grocers and retailers such as Vantrel, which grew, met. The company said no.", "Vantrel"),
        (
            "A group of 50 former officials signed a letter. It rained. The group said no.",
            "a group of 50 former officials",
        ),
        ("A team of Karvian divers went to the island. The team said no.", "a team of Karvian divers"),
        ("A group of clerks at the port met. The port said yes. The group said no.", "a group of clerks"),
        ("The Lumen Echo met. It rained. The editorial board said no.", "Lumen Echo"),
        # where others are, and what they say, is no subject
        ("Nurses rallied outside the Vale Institute. The group said no.", "the group"),
        ('Nurses marched. "Marn Institute, shame on you!" the group shouted.', "the group"),
        # what everybody knows
        ("The FBI met. The State Department paid. The law enforcement agency said no.", "FBI"),
        ("The World Food Programme met. The UN agency said no.", "World Food Programme"),
        # described ones
        ("A commission of inquiry said yes. The five-member panel said no.", "a commission of inquiry"),
        ("Police in Karvo said yes. The force said no.", "Police in Karvo"),
        ("Eleven fishing organisations wrote to Ana Sorin. The groups said no.", "eleven fishing organisations"),
        # firms by their trade
        ("Online retailer Parcelo met. The retailer said no.", "Parcelo"),
        ("State-owned rail operator Valrail closed. The operator said no.", "Valrail"),
        ("A developer said yes. Brook Securities met. The developer said no.", "a developer"),
        ("Goldreef Mining paid. Both employers said yes. The firm said no.", "Goldreef Mining"),
        ("Goldreef Mining paid. The Orla Festival said yes. The miner said no.", "Goldreef Mining"),
        ("Norsk Brent, the oil major, dug. The oil giant said no.", "Norsk Brent"),
        ("Halvex, a drugmaker, said yes. The Basel-based company said no.", "Halvex"),
        ("Halvex, a drugmaker, said yes. The Karvian group said no.", "Halvex"),
        ("Dynamo Karvo lost. The club said no.", "Dynamo Karvo"),
        ("A statement on the website GunTrade.com said yes. The company said no.", "GunTrade.com"),
        ("The prison service said yes. The security service, the KNT, met. The service said no.", "KNT"),
        ("The security service, the KNT, met. The prison service said no.", "the prison service"),
        ("The European Commission met. The EU executive said no.", "European Commission"),
        ("Half of the town paid. The party said no.", "the party"),
        ("Shortly after the vote, Ana Sorin spoke. The party said no.", "the party"),
        ("Iran met. The country said no.", "Iran"),
        # what was described since goes before what is named
        ("The Fuel Commission met. A panel of clerks said yes. The panel said no.", "a panel of clerks"),
        ("A panel of clerks said yes. The Fuel Commission met. The panel said no.", "Fuel Commission"),
        ("The International Cereals Board said yes. The organisation said no.", "International Cereals Board"),
        ("Novita Group met. Ana Sorin's campaign said yes. The company said no.", "Novita Group"),
        ("The National Drivers' Union, NDU, met. The union said no.", "National Drivers' Union"),
        ("The Road Corps met. The agency said no.", "Road Corps"),
        ("Amber Relief met. The aid agency said no.", "Amber Relief"),
        ("Marn Municipal Corporation met. The civic body said no.", "Marn Municipal Corporation"),
        # the word before the noun tells which
        ("Pentar Foods fell. Brook Securities said yes. The food group said no.", "Pentar Foods"),
        (
            "Rail workers met. The Rail and Dock Union said yes. Valrail said it was late. The operator said no.",
            "Valrail",
        ),
        ("Marn Bank and Lomar Bank met. It rained. The banks said no.", "Marn Bank and Lomar Bank"),
        ("Lumora and Axtel met. The companies said no.", "Lumora and Axtel"),
        # who speaks on a site of its own
        ("Turnout was low, according to the Harvan Board's website.", "Harvan Board"),
        ("Ana Sorin left. Her Facebook page said no.", "Ana Sorin"),
        ("The Lumen Echo met. The paper's editorial board said no.", "Lumen Echo"),
    ],
)
def test_which_body(text, expected):
    assert names(text)[-1].removeprefix("The ").lower() == expected.lower()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister told Kanal 7 no. The Vesti Daily reported that he left. The channel said no.", "Kanal 7"),
        ("The Vesti Daily reported that he left. State television said yes. The broadcaster said no.", "State television"),
        ("State television said yes. The Vesti Daily reported that he left. The paper said no.", "Vesti Daily"),
        ("In an editorial, The Lumen Echo said no. The editorial said he lied.", "The Lumen Echo"),
        ("He is wrong, according to a Lumen Times editorial. The piece said he lied.", "Lumen Times"),
        ("Belmar Facts, a website, said yes. The Vesti Daily reported that he left. The site said no.", "Belmar Facts"),
        ("The Vesti Daily reported that he left. The website said no.", "the website"),
        # whose statements they are
        ("A police statement said no.", "police"),
        ("A message on the general staff's website said no.", "the general staff"),
        ("Ana Sorin left. Another Sorin email said no.", "Ana Sorin"),
        ("Ana Sorin left. A statement issued by the Sorin campaign said no.", "Sorin campaign"),
        ("Forty clerks sued. “He said that I lie,” Ana Sorin wrote in a column. The column says no.", "Ana Sorin"),
        ("Axtel sued Lumora on Tuesday. The suit says no.", "Axtel"),
        ("A Datum poll shows that it is close. An Echo poll shows that it is not. The Datum poll shows no.", "a Datum poll"),
        ("A statement signed by its head, Ana Sorin, said yes. The statement said no.", "Ana Sorin"),
        ("In a statement signed by his aide, Pavel Tresk said yes. The statement said no.", "Pavel Tresk"),
        ("A statement issued by Novita Group holds no word from the mayor that it was late. The statement said no.", "Novita Group"),
        # titles
        ("Lawmakers passed the Clean Rivers Act. The law says no.", "Clean Rivers Act"),
        ("Delegates signed the Orla Declaration. The declaration says no.", "Orla Declaration"),
        # texts by another noun of their sort
        ("An inner investigation found that it leaked. The probe found that it burned.", "an inner investigation"),
        ("A bill to close the port came. The legislation says no.", "a bill"),
        ("A video posted by Pavel Tresk shows a fire. The clip shows a boat.", "Pavel Tresk"),
        # a poll that is named later
        ("A new poll shows a tie. The Echo/Datum survey found that it was close.", "the Echo/Datum survey"),
        # whoever is described wrote it
        ("Forty clerks wrote to Ana Sorin on Sunday. The letter says no.", "Forty clerks"),
        ("Forty clerks wrote to Ana Sorin on Sunday. The letter says no. The signatories say so.", "Forty clerks"),
        ("Two former nurses sued Vale Homes. The lawsuit says no.", "Two former nurses"),
        ("Ana Sorin wrote on Friday. The article says no.", "the article"),
    ],
)  # fmt: skip
def test_which_outlet_or_text(text, expected):
    assert names(text)[-1].lower() == expected.lower()


@pytest.mark.parametrize(
    ("name", "noun", "expected"),
    [
        ("Radio Lumen", "paper", False),
        ("Radio Lumen", "station", True),
        ("The Lumen Echo", "channel", False),
        ("CNN", "newspaper", False),
        ("Kompas", "newspaper", True),
        ("Kompas", "outlet", True),
    ],
)
def test_what_an_outlet_may_be_called(name, noun, expected):
    assert outlets.may_be(name, noun) is expected
