"""Whom "he" and "she" may mean is weighed by signs with fitted weights."""

from unittest.mock import patch

import pytest

import credtag
from credtag.resources import table
from credtag.source.pronoun import pronouns, salience


def weighed(text):
    """Return the likelihood of each candidate of the first pronoun that is weighed, and their signs."""
    found = []

    def watch(discourse, place):
        signs = {entity.name: dict(each) for entity, each in salience.candidates(discourse, place)}
        found.append(({e.name: p for e, p in salience.weigh(discourse, place).items()}, signs))
        return None, "pronoun-ambiguous"

    with patch.object(pronouns, "person", watch):
        credtag.tag(text)
    return found[0]


@pytest.mark.parametrize(
    ("text", "name", "sign"),
    [
        ("Ana Sorin spoke. She said no.", "Ana Sorin", "subject"),
        ("Ana Sorin's lawyer spoke. She said no.", "Ana Sorin", "owner"),
        ("Ana Sorin's part in it is small. She said no.", "Ana Sorin", "subject"),
        ("Ana Sorin spoke. She said no.", "Ana Sorin", "only here"),
        ("Ana Sorin spoke.\n\nShe said no.", "Ana Sorin", "only before"),
        ("Ana Sorin spoke.\n\nShe said no.", "Ana Sorin", "paragraphs 1"),
        ("Ana Sorin spoke. It rained. She said no.", "Ana Sorin", "sentences 2"),
        ("Ana Sorin said no. She said it was late.", "Ana Sorin", "turn 0 here"),
        ("Ana Sorin said no. She said it was late.", "Ana Sorin", "narrated 0"),
        ("Ana Sorin said no. It rained. She said it was late.", "Ana Sorin", "narrated 1"),
        ("Ana Sorin said no. Lena Marn came. She said it was late.", "Lena Marn", "subject since a turn"),
        ("Ana Sorin said no. Lena Marn came. She said it was late.", "Lena Marn", "introduced since a turn"),
        ("Ana Sorin said Lena Marn had left. She said it was late.", "Lena Marn", "told of"),
        ("Sorin's colleague Lena Marn spoke. She said no.", "Lena Marn", "subject"),
        ("Lena Marn asked Ana Sorin why. She said no.", "Ana Sorin", "asked"),
    ],
)
def test_signs(text, name, sign):
    assert sign in weighed(text)[1][name]


def test_the_weights_name_every_sign_once():
    signs = [row["sign"] for row in table("salience.tsv")]
    assert len(set(signs)) == len(signs)
    found = weighed("Ana Sorin said no. Lena Marn's aunt came.\n\nLena Marn asked Ana Sorin why. She said it was late.")
    assert set().union(*found[1].values()) <= set(signs)


def test_probabilities_add_up():
    odds, _ = weighed("Lena Marn spoke. Ana Sorin met Vera Tresk. She said it was late.")
    assert set(odds) == {"Lena Marn", "Ana Sorin", "Vera Tresk"}
    assert sum(odds.values()) == pytest.approx(1)


def test_nobody_near_is_nobody():
    assert weighed("Pavel Tresk spoke. She said it was late.")[0] == {}
