"""Two independent chains that state the same raise a claim; the same sentence twice does not."""

import time

import pytest
from attrs import evolve

import credtag
from credtag import attribution
from credtag.confidence import Policy, grade, replay
from credtag.corroboration import Statement, corroborate
from credtag.labels import Channel, Kind, Naming, Role
from credtag.records import Attribution, Link, Span

POLICY = Policy.default()
PUBLISHER = Link(Role.PUBLISHER, "d/s0", "The Harbour Post", Kind.OUTLET, Naming.NAMED, Channel.REPORT)
SAID = Attribution((Span(0, 5),), (Span(6, 9),), (Span(10, 12),))
WORDS = "the dam of the valley leaks"
RULES = credtag.Tagger(extract=attribution.by_rules)


def link(n, naming=Naming.NAMED, channel=Channel.UNSTATED, role=Role.ORIGIN):
    unspecified = naming is Naming.UNSPECIFIED
    name = None if unspecified else f"Source {n}"
    return Link(role, None if unspecified else f"d/s{n}", name, Kind.PERSON, naming, channel)


def alone(links):
    return grade((PUBLISHER, *links), SAID, {}, [], POLICY)


APART = (Statement(WORDS, 0, 3), Statement(WORDS, 1, 3))


def levels(*chains, said=APART):
    grades = list(corroborate([alone(c) for c in chains], [(PUBLISHER, *c) for c in chains], said, POLICY))
    assert all(replay(each.reasons) is each.level for each in grades)
    return [each.level for each in grades]


def test_two_independent_chains_give_the_better_level_and_one_step_up():
    assert levels([link(1, Naming.DESCRIBED)], [link(2, Naming.DESCRIBED)]) == ["relayed", "relayed"]
    assert levels([link(1)], [link(2, Naming.DESCRIBED)]) == ["on_record", "on_record"]
    assert levels([link(1, channel=Channel.INTERVIEW)], [link(2)]) == ["direct", "direct"]


DESCRIBED = [link(1, Naming.DESCRIBED)]


@pytest.mark.parametrize(
    "other",
    [
        DESCRIBED,
        [link(2, Naming.UNSPECIFIED)],
        [evolve(link(2, Naming.DESCRIBED), name="source 1")],
    ],
)
def test_chains_that_share_a_source_or_a_name_or_have_a_gap_do_not_corroborate(other):
    assert levels(DESCRIBED, other) == [alone(DESCRIBED).level, alone(other).level]


def test_chains_through_one_relay_do_not_corroborate():
    chains = [[link(3, role=Role.RELAY), link(n, Naming.DESCRIBED)] for n in (1, 2)]
    assert levels(*chains) == [alone(each).level for each in chains]


@pytest.mark.parametrize(
    ("other", "raised"),
    [
        (Statement(WORDS, 1, 3), True),
        (Statement(WORDS, 0, 9), True),  # "A said so, as B said": two sources in one sentence
        (Statement(WORDS, 0, 3), False),  # the same sentence again
        (Statement("the dam of the valley holds", 1, 3), False),
    ],
)
def test_other_words_and_the_same_sentence_again_do_not_corroborate(other, raised):
    chains = [link(1, Naming.DESCRIBED)], [link(2, Naming.DESCRIBED)]
    expected = ["relayed" if raised else "unnamed"] * 2
    assert levels(*chains, said=(Statement(WORDS, 0, 3), other)) == expected


def test_a_few_words_are_said_alike_by_chance():
    said = (Statement("the dam leaks", 0, 3), Statement("the dam leaks", 1, 3))
    assert levels([link(1, Naming.DESCRIBED)], [link(2, Naming.DESCRIBED)], said=said) == ["unnamed", "unnamed"]


ARTICLE = """MARN - The dam of the valley leaks, a senior engineer said on Monday.

“We have told the town since May,” a former inspector said. He said the ministry had known of the leaks. The council of
Marn will meet on Friday, residents said.

Mayor Ana Ruiz said that the valley would be cleared by June. Officials said the valley would be cleared by June.
"""


def codes(claims):
    return [tuple(reason.code for reason in claim.grade.reasons) for claim in claims]


@pytest.mark.parametrize("tagger", [RULES, credtag.Tagger()], ids=["rules", "network"])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\nRelated stories\n\n"])
def test_an_article_pasted_twice_does_not_bear_itself_out(tagger, between):
    once = tagger.tag(ARTICLE, publisher="The Harbour Post").claims
    twice = tagger.tag(ARTICLE + between + ARTICLE, publisher="The Harbour Post").claims
    borne_out = {found.count("corroborated") for found in codes(once)}
    assert borne_out == {0, 1}  # the mayor and officials say the same
    marked = [claim for claim in twice if "corroborated" in codes([claim])[0]]
    assert {claim.chain[-1].name for claim in marked} == {"Ana Ruiz", "Officials"}


def test_a_sentence_printed_again_with_other_marks_does_not_count():
    text = "The dam of the valley leaks, a resident said. It rained.\n\n“The dam of the valley leaks”, a resident said."
    assert not any("corroborated" in found for found in codes(RULES.tag(text).claims))


def test_many_claims_of_the_same_words_are_compared_in_linear_time():
    count = 20_000
    chains = [(PUBLISHER, link(0, role=Role.RELAY), link(n)) for n in range(1, count)]
    said = [Statement(WORDS, n, 3) for n in range(1, count)]
    grades = [alone(chains[0][1:])] * len(chains)
    began = time.process_time()
    found = list(corroborate(grades, chains, said, POLICY))
    assert time.process_time() - began < 12  # each with each of 20,000 would take minutes
    assert found == grades
