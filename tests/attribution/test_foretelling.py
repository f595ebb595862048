import pytest

from credtag import attribution, document
from credtag.labels import Stance
from credtag.resources import table


def foretold(text: str) -> bool:
    found, *_ = attribution.find(document.read(text), attribution.by_rules)
    return found.stance is Stance.PREDICTS


@pytest.mark.parametrize("row", table("lexicon/outcomes.tsv"), ids=lambda row: f"{row['verb']}-{row['kind']}")
def test_each_outcome_fires_on_its_example(row):
    assert foretold(row["example"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Sorin said the dam would collapse.", True),
        ("Ana Sorin said she would lose the vote.", True),
        ("The tax will hurt small shops, Ana Sorin said.", True),
        ("Ana Sorin said it would drive up the cost of flour.", False),
        ("Ana Sorin said that would drive up the cost of flour.", True),
        ("The cost of the bridges will ruin the town, Ana Sorin said.", True),
        ("The talks would be more bitter, Ana Sorin said.", True),
        ("Shops would want a new road, Ana Sorin said.", True),
        ("The council said it would raise the toll.", False),
        ("The mayor will raise the toll, Ana Sorin said.", False),
        ("Ana Sorin said she would raise the toll.", False),
        ("Ana Sorin said a meeting would be held.", False),
        ("Ana Sorin said the dam would have collapsed.", False),
        ("Ana Sorin said she hoped the dam would collapse.", False),
        ("Ana Sorin announced that the tour would end.", False),
        ("Ana Sorin explained what the bridge would cost.", False),
    ],
)
def test_what_will_be_without_ones_will_is_foretold(text, expected):
    assert foretold(text) is expected
