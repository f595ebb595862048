"""Outlets: the registry, each row on its example, and made-up outlets by their pattern."""

import pytest

from credtag.document import read
from credtag.labels import Kind
from credtag.resources import table
from credtag.source.proper_names import outlets, runs

ROWS = table("outlets.tsv")


def test_every_row_fires_on_its_example():
    missed = [
        r["id"] for r in ROWS if r["id"] not in {n.outlet and n.outlet.outlet_id for n in runs.find(read(r["example"]))}
    ]
    assert missed == []


def test_ids_are_unique_and_kinds_known():
    assert len({r["id"] for r in ROWS}) == len(ROWS)
    assert {r["kind"] for r in ROWS} <= {"newspaper", "agency", "broadcaster", "channel", "site", "magazine", "journal"}


def test_no_two_outlets_share_a_name():
    names = [n for r in ROWS for n in {r["name"], *filter(None, r["aliases"].split(";"))}]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They told Belmar News that it rained.", "Belmar News"),
        ("They told The Belmar Echo that it rained.", "Belmar Echo"),
        ("They told Radio Lumen that it rained.", "Radio Lumen"),
        ("They told Lumen TV that it rained.", "Lumen TV"),
        ("They read the Kompas Telegram channel.", "Kompas"),
        ("They read the Kompas channel.", "Kompas"),
        ("They read Kompas, then the Kompas newspaper.", "Kompas"),
        ("They read the newspaper Kompas.", "Kompas"),
        ("They read the state news agency Kompas.", "Kompas"),
        ("They read the Kompas news agency.", "Kompas"),
        ("They read Kompas magazine.", "Kompas"),
    ],
)
def test_made_up_outlets(text, name):
    assert (name, Kind.OUTLET) in [(n.text, n.kind) for n in runs.find(read(text))]


@pytest.mark.parametrize(
    "text",
    [
        "They met Ana Post.",
        "They read the Lumen website.",
        "They crossed the Australian coast.",
        "They saw the Guardian Angels play.",
    ],
)
def test_what_is_no_outlet(text):
    assert Kind.OUTLET not in [n.kind for n in runs.find(read(text))]


def test_the_longest_name_wins():
    assert outlets.known(("Fox", "News", "Sunday"), 0)[0] == 3
