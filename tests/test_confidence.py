from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import credtag
from credtag import confidence, resources
from credtag.confidence import Policy, grade, replay
from credtag.labels import Category, Certainty, Channel, Kind, Level, Naming, Role, Stance
from credtag.records import Attribution, Caveat, Link, Source, Sources, Span

POLICY = Policy.default()
PUBLISHER = Link(Role.PUBLISHER, "d/s0", "The Harbour Post", Kind.OUTLET, Naming.NAMED, Channel.REPORT)
ADVERSE = (Category.STATE_CONTROL, Category.PARTY_LINK, Category.SECURITY_LINK, Category.TRACK_RECORD)


def link(n, naming=Naming.NAMED, channel=Channel.UNSTATED, role=Role.ORIGIN, kind=Kind.PERSON):
    unspecified = naming is Naming.UNSPECIFIED
    name = None if unspecified else f"Source {n}"
    return Link(role, None if unspecified else f"d/s{n}", name, kind, naming, channel)


def attribution(stance=Stance.STATES):
    return Attribution((Span(0, 5),), (Span(6, 9),), (Span(10, 12),), stance=stance)


def level(*links, stance=Stance.STATES, of_sources=None, of_claim=()):
    found = grade((PUBLISHER, *links), attribution(stance), of_sources or {}, of_claim, POLICY)
    assert replay(found.reasons) is found.level
    return found.level


def caveat(category, certainty=Certainty.ASSERTED, source="d/s1", start=20):
    return Caveat(category, certainty, Span(start, start + 5), source)


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([link(1)], "on_record"),
        ([link(1, channel=Channel.INTERVIEW)], "direct"),
        ([link(1, channel=Channel.CORRESPONDENCE)], "direct"),
        ([link(2, role=Role.INTERVIEWER, kind=Kind.OUTLET), link(1, channel=Channel.INTERVIEW)], "direct"),
        ([link(1, channel=Channel.POLL, kind=Kind.DOCUMENT)], "on_record"),
        ([link(1, channel=Channel.SOCIAL_POST)], "on_record"),
        ([link(1, channel=Channel.REPORT, kind=Kind.OUTLET)], "relayed"),
        ([link(1, channel=Channel.SOCIAL_POST, kind=Kind.OUTLET)], "relayed"),
        ([link(2, channel=Channel.REPORT, role=Role.RELAY, kind=Kind.OUTLET), link(1)], "relayed"),
        ([link(2, role=Role.RELAY), link(1)], "relayed"),
        ([link(1, Naming.DESCRIBED)], "unnamed"),
        ([link(1, Naming.ANONYMOUS, Channel.INTERVIEW)], "unnamed"),
        ([link(1, channel=Channel.LEAK, kind=Kind.DOCUMENT)], "unnamed"),
        ([link(1, channel=Channel.BRIEFING)], "unnamed"),
        ([link(3, role=Role.RELAY), link(2, role=Role.RELAY), link(1)], "unnamed"),
        ([link(1, Naming.UNSPECIFIED)], "hearsay"),
        ([link(2, role=Role.RELAY), link(1, Naming.UNSPECIFIED)], "hearsay"),
        ([link(n, role=Role.RELAY) for n in (4, 3, 2)] + [link(1)], "hearsay"),
    ],
)
def test_the_weakest_link_and_the_length_of_the_chain_decide(links, expected):
    assert level(*links) == expected


@pytest.mark.parametrize(
    ("category", "certainty", "expected"),
    [
        (Category.SECURITY_LINK, Certainty.ASSERTED, "caveated"),
        (Category.SECURITY_LINK, Certainty.REPUTED, "caveated"),
        (Category.SECURITY_LINK, Certainty.HEDGED, "caveated"),
        (Category.SECURITY_LINK, Certainty.ATTRIBUTED, "direct"),
        (Category.SECURITY_LINK, Certainty.DENIED, "direct"),
        (Category.TRACK_RECORD, Certainty.REPUTED, "caveated"),
        (Category.STATE_CONTROL, Certainty.ASSERTED, "relayed"),
        (Category.PARTY_LINK, Certainty.ASSERTED, "relayed"),
        (Category.DESIGNATION, Certainty.ASSERTED, "direct"),
        (Category.INTEREST, Certainty.ASSERTED, "direct"),
        (Category.ANONYMITY, Certainty.ASSERTED, "direct"),
    ],
)
def test_caveats_of_a_source_cap_by_category_and_certainty(category, certainty, expected):
    assert level(link(1, channel=Channel.INTERVIEW), of_sources={"d/s1": [caveat(category, certainty)]}) == expected


def test_a_flag_does_not_cap():
    flag = evolve(caveat(Category.TRACK_RECORD), caps=False)
    assert level(link(1), of_sources={"d/s1": [flag]}) == "on_record"


def test_the_caveat_of_an_interviewer_caps():
    links = [link(2, role=Role.INTERVIEWER, kind=Kind.OUTLET), link(1, channel=Channel.INTERVIEW)]
    assert level(*links, of_sources={"d/s2": [caveat(Category.STATE_CONTROL, source="d/s2")]}) == "relayed"


def test_an_interviewer_that_is_only_described_makes_nothing_direct():
    asks = link(2, Naming.DESCRIBED, role=Role.INTERVIEWER, kind=Kind.OUTLET)
    assert level(asks, link(1, channel=Channel.INTERVIEW)) == "on_record"


@pytest.mark.parametrize(
    ("start", "stance", "categories", "expected"),
    [
        ([link(1)], Stance.CLAIMS, [], "relayed"),
        ([link(1)], Stance.CONFIRMS, [], "on_record"),
        ([link(1)], Stance.DENIES, [], "on_record"),
        ([link(1)], Stance.STATES, [Category.NOT_VERIFIED], "relayed"),
        ([link(1)], Stance.CLAIMS, [Category.NOT_VERIFIED], "unnamed"),
        ([link(1)], Stance.STATES, [Category.NO_EVIDENCE], "hearsay"),
        ([link(1)], Stance.CLAIMS, [Category.NO_EVIDENCE, Category.NOT_VERIFIED], "hearsay"),
        ([link(1, Naming.UNSPECIFIED)], Stance.CLAIMS, [Category.NOT_VERIFIED], "hearsay"),
        ([link(1)], Stance.STATES, [Category.DISPUTED], "on_record"),
        ([link(1)], Stance.STATES, [Category.VERIFIED], "on_record"),
    ],
)
def test_steps_stop_at_hearsay(start, stance, categories, expected):
    of_claim = [caveat(c, source=None) for c in categories]
    assert level(*start, stance=stance, of_claim=of_claim) == expected


def test_a_step_never_lifts_a_caveated_claim():
    of_sources = {"d/s1": [caveat(Category.SECURITY_LINK)]}
    assert level(link(1), stance=Stance.CLAIMS, of_sources=of_sources) == "caveated"


@pytest.mark.parametrize(
    ("categories", "digit"),
    [
        ([], "6"),
        ([Category.VERIFIED], "1"),
        ([Category.DISPUTED], "4"),
        ([Category.CONTRADICTED], "5"),
        ([Category.VERIFIED, Category.DISPUTED], "4"),
        ([Category.NOT_VERIFIED], "6"),
    ],
)
def test_credibility_comes_from_the_text(categories, digit):
    of_claim = [caveat(c, source=None) for c in categories]
    assert grade((PUBLISHER, link(1)), attribution(), {}, of_claim, POLICY).credibility == digit


def test_own_voice_is_unrated_and_own_observation_is_at_the_top():
    assert level() is None
    witness = evolve(PUBLISHER, channel=Channel.OBSERVATION)
    assert grade((witness,), attribution(), {}, [], POLICY).level is Level.OBSERVED


def test_words_without_a_speaker_have_a_reason_of_their_own():
    silent = Attribution((Span(0, 5),))
    found = grade((PUBLISHER, link(1, Naming.UNSPECIFIED)), silent, {}, [], POLICY)
    assert [r.code for r in found.reasons] == ["no-source"]
    assert found.level is Level.HEARSAY


# --------------------------------------------------------------------------- properties of the rule

namings = st.sampled_from(list(Naming))
channels = st.sampled_from([c for c in Channel if c is not Channel.OBSERVATION])
kinds = st.sampled_from([Kind.PERSON, Kind.OUTLET, Kind.DOCUMENT])
roles = st.sampled_from([Role.RELAY, Role.INTERVIEWER])


@st.composite
def chains(draw):
    length = draw(st.integers(1, 5))
    return [
        link(n, draw(namings), draw(channels), Role.ORIGIN if n == length else draw(roles), draw(kinds))
        for n in range(1, length + 1)
    ]


claim_caveats = st.lists(
    st.builds(
        caveat, st.sampled_from(list(Category)[7:]), st.sampled_from(list(Certainty)), st.none(), st.integers(0, 99)
    ),
    max_size=3,
)
source_caveats = st.builds(
    caveat, st.sampled_from(list(Category)[:7]), st.sampled_from(list(Certainty)), st.just("d/s1"), st.integers(0, 99)
)
situations = st.fixed_dictionaries(
    {
        "stance": st.sampled_from(list(Stance)),
        "of_sources": st.builds(lambda found: {"d/s1": found}, st.lists(source_caveats, max_size=3)),
        "of_claim": claim_caveats,
    }
)


@given(chains(), situations, namings, channels, kinds)
def test_adding_a_hop_never_raises(links, about, naming, channel, kind):
    before = level(*links, **about)
    assert level(link(9, naming, channel, Role.RELAY, kind), *links, **about).rank <= before.rank


@given(chains(), situations, source_caveats)
def test_adding_a_caveat_never_raises(links, about, more):
    before = level(*links, **about)
    with_more = {**about, "of_sources": {"d/s1": [*about["of_sources"]["d/s1"], more]}}
    assert level(*links, **with_more).rank <= before.rank


@given(chains(), situations)
def test_weaker_naming_never_raises(links, about):
    ranks = [level(evolve(links[0], naming=naming), *links[1:], **about).rank for naming in Naming]
    assert ranks == sorted(ranks, reverse=True)


@given(chains(), situations)
def test_neither_confirming_nor_claiming_raises(links, about):
    plain = level(*links, **{**about, "stance": Stance.STATES})
    assert level(*links, **{**about, "stance": Stance.CONFIRMS}) is plain
    assert level(*links, **{**about, "stance": Stance.CLAIMS}).rank <= plain.rank


@given(chains(), situations)
def test_the_order_of_caveats_does_not_matter(links, about):
    turned = {
        **about,
        "of_sources": {"d/s1": about["of_sources"]["d/s1"][::-1]},
        "of_claim": about["of_claim"][::-1],
    }
    assert level(*links, **turned) is level(*links, **about)


@given(chains(), situations, st.sampled_from([Category.DESIGNATION, Category.INTEREST, Category.ANONYMITY]))
def test_a_designation_never_changes_a_level(links, about, category):
    more = {**about, "of_sources": {"d/s1": [*about["of_sources"]["d/s1"], caveat(category)]}}
    assert level(*links, **more) is level(*links, **about)


@given(chains(), st.sampled_from("ABCDEF"))
def test_a_registry_never_moves_a_level(links, letter):
    def graded(reliability):
        ids = ["d/s0", *sorted({link.source_id for link in links if link.source_id})]
        sources = Sources(tuple(Source(i, i, reliability=reliability) for i in ids))
        return confidence.grade_all([attribution()], [(PUBLISHER, *links)], [], sources, POLICY)

    (plain,), (rated,) = graded("F"), graded(letter)
    assert plain.level is rated.level
    assert rated.reliability == (letter if links[-1].source_id else "F")


# --------------------------------------------------------------------------- the table


def test_another_table_takes_the_place_of_the_rule(tmp_path):
    table = resources.path("policy.tsv").read_text(encoding="utf-8")
    mild = tmp_path / "mild.tsv"
    mild.write_text(
        table.replace("version\tpolicy\t1", "version\tpolicy\tmild").replace("described\t2", "described\t3")
    )
    text = "A senior engineer said the dam leaks."
    (claim,) = credtag.Tagger(policy=Policy.read(mild)).tag(text).claims
    assert (claim.grade.level, claim.grade.policy) == ("relayed", "mild")
    (claim,) = credtag.tag(text).claims
    assert (claim.grade.level, claim.grade.policy) == ("unnamed", "1")


def test_a_table_with_a_hole_is_an_error_that_names_the_row(tmp_path):
    table = resources.path("policy.tsv").read_text(encoding="utf-8")
    path = tmp_path / "hole.tsv"
    path.write_text(table.replace("cap\tsecurity_link\t0\tsecurity-link\n", ""))
    with pytest.raises(credtag.InputError, match="no row for 'cap', 'security_link'"):
        Policy.read(path)
    path.write_text(table.replace("security_link\t0", "security_link\tlow"))
    with pytest.raises(credtag.InputError, match="needs a whole number, not 'low'"):
        Policy.read(path)
    with pytest.raises(credtag.DataFileError, match="cannot read the policy"):
        Policy.read(Path(tmp_path / "none.tsv"))


def test_every_code_of_the_table_has_a_message():
    codes = {row["code"] for row in resources.table("reasons.tsv")}
    assert {code for code in POLICY.codes.values() if code} <= codes
    assert {c.value.replace("_", "-") for c in Category} <= codes
    assert {"own-voice", "no-source"} <= codes


def test_a_source_that_is_warned_of_without_end_gives_each_claim_the_first_warning_of_a_sort():
    sorts = [(Category.TRACK_RECORD, Certainty.ASSERTED), (Category.INTEREST, Certainty.ASSERTED)]
    caveats = [
        Caveat(*sorts[n % 2], Span(100 + n, 101 + n), source_id="d/s1", asserted_by=None, caps=True) for n in range(60)
    ]
    sources = Sources((Source("d/s0", "The Harbour Post"), Source("d/s1", "Source 1")), ())
    (found,) = confidence.grade_all([attribution()], [(PUBLISHER, link(1))], caveats, sources, POLICY)
    assert found.level is Level.CAVEATED
    assert [r.span.start for r in found.reasons if r.span and r.span.start >= 100] == [100, 101]
