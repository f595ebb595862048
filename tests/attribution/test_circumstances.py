import re

import pytest

from credtag import document
from credtag.attribution.occasions.circumstances import PLACES, rows
from credtag.attribution.occasions.citing import names_a_source
from credtag.attribution.occasions.outlets import outlet
from credtag.resources import table

ROWS = [
    pytest.param(place, n, id=f"{place}-{row['sense']}-{row['channel']}-{n}")
    for place in PLACES
    for n, row in enumerate(row for row in table("lexicon/occasions.tsv") if row["place"] == place)
]


def _fires(row, text, start, stop):
    for match in row.pattern.finditer(text, start, stop):
        slots = match.groupdict()
        name = slots.get("outlet") or slots.get("show")
        if (name is None or outlet(name)) and ("name" not in slots or names_a_source(slots["name"])):
            return True
    return False


@pytest.mark.parametrize(("place", "n"), ROWS)
def test_every_row_fires_on_its_example(place, n):
    row = rows(place)[n]
    raw = [r for r in table("lexicon/occasions.tsv") if r["place"] == place][n]
    article = document.read(raw["example"])
    assert not row.triggers or row.triggers & set(article.lowers)
    ends = range(len(article.normal) + 1) if place == "head" else [len(article.normal)]
    assert any(_fires(row, article.normal, 0, end) for end in ends)


@pytest.mark.parametrize("row", table("lexicon/occasions_words.tsv"), ids=lambda row: row["class"])
def test_every_class_of_words_has_an_example(row):
    assert set(row["words"].split()) & set(re.findall(r"\w+", row["example"]))


def test_places_are_the_ones_that_are_read():
    assert {row["place"] for row in table("lexicon/occasions.tsv")} == set(PLACES)
