"""Made-up articles for the benchmarks: as many as wanted, all different, the same each time."""

from __future__ import annotations

import random
from collections.abc import Iterator

TOWNS = ["Marn", "Veshnia", "Oblin", "Tarrow", "Quell", "Sund", "Harlow Bay", "Istrel"]
PEOPLE = ["Ana Ruiz", "Teo Brandt", "Ilona Marek", "Pavel Orrin", "Jun Sato", "Mira Lindqvist", "Omar Haddad"]
POSTS = ["Mayor", "Police Chief", "Deputy Minister", "Governor", "Judge"]
OUTLETS = ["Radio Lumen", "The Harbour Post", "Baltic News Agency", "Kompas"]
THINGS = ["the bridge", "the ferry terminal", "the hospital", "the new tax", "the dam", "the school", "the tram line"]
EVENTS = ["reopen in May", "cost twice as much as planned", "close for repairs", "be sold", "need more staff"]
SENTENCES = [
    "{post} {person} told {outlet} on Monday that {thing} would {event}.",
    "“We will not wait until {thing} has to {event},” {person} said.",
    "According to {outlet}, {thing} in {town} may {event} after the election.",
    "{outlet} reported, citing unnamed officials, that {thing} could {event}.",
    "Residents of {town} fear that {thing} will {event}, said {person}, who lives nearby.",
    "The council of {town} voted {n} to {m} on Tuesday.",
    "It was the third such decision in {n} months.",
    "The ministry denied that {thing} had been meant to {event}.",
    "The claim could not be independently verified.",
    "{person} declined to comment.",
]


def sentence(chance: random.Random) -> str:
    """Make a sentence."""
    return chance.choice(SENTENCES).format(
        post=chance.choice(POSTS),
        person=chance.choice(PEOPLE),
        outlet=chance.choice(OUTLETS),
        thing=chance.choice(THINGS),
        event=chance.choice(EVENTS),
        town=chance.choice(TOWNS),
        n=chance.randrange(2, 30),
        m=chance.randrange(2, 30),
    )


def article(number: int, sentences: int) -> str:
    """Make the article of that number, in paragraphs of two or three sentences."""
    chance = random.Random(number)
    text = f"{chance.choice(TOWNS).upper()}, March {number % 28 + 1} – "
    for n in range(sentences):
        text += sentence(chance) + ("\n\n" if n % 5 in (1, 4) else " ")
    return text.strip()


def rows(count: int, sentences: int) -> Iterator[dict[str, str]]:
    """Make rows of a table, one article each."""
    for number in range(count):
        outlet = OUTLETS[number % len(OUTLETS)]
        yield {"id": f"article-{number}", "outlet": outlet, "body": article(number, sentences)}
