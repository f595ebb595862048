"""Decisions of analysts are carried out, listed beside what was there, and survive a spreadsheet."""

import io

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import credtag
from credtag import CLAIMS, EVIDENCE, LINKS, OVERRIDES, REGISTRY, SOURCES, apply_overrides, attribution

TAGGER = credtag.Tagger(extract=attribution.by_rules)
ARTICLE = """Radio Lumen reported that the dam may fail. “It holds,” Mayor Ana Ruiz said.

The mayor's deputy said the town had been warned. Officials told Radio Lumen that the pumps had stopped, and it rained.
Teo Brandt, the engineer, said Ruiz claimed that the dam was safe. Officials declined to comment.
"""
OTHER = "It rained in Marn. The ferry is late, Ida Roth said."


def frames_of(*texts):
    tagged = [TAGGER.tag(text, publisher="The Harbour Post", doc_id=f"d{n}") for n, text in enumerate(texts)]
    return credtag.to_frames(tagged)


FRAMES = frames_of(OTHER, ARTICLE, OTHER.replace("Marn", "Tresk"))
SCHEMAS = {"claims": CLAIMS, "links": LINKS, "sources": SOURCES, "evidence": EVIDENCE, "registry": REGISTRY}
CLAIM = FRAMES.claims.query("doc_id == 'd1' and source == 'Ana Ruiz'")["claim_id"].iloc[0]
RUIZ, LUMEN = (FRAMES.sources.query(f"name == '{name}'")["source_id"].iloc[0] for name in ("Ana Ruiz", "Radio Lumen"))
BRANDT = FRAMES.sources.query("name == 'Teo Brandt'")["source_id"].iloc[0]


def decision(target, decision, value=None, **more):
    row = {"doc_id": "d1", "target": target, "decision": decision, "value": value}
    return row | {"decided_by": "I. Roth", "decided_on": "2031-05-02"} | more


def decided(*rows, frames=FRAMES):
    return apply_overrides(frames, pd.DataFrame(rows))


def claim(frames, claim_id=CLAIM):
    return frames.claims.set_index("claim_id").loc[claim_id]


def source(frames, source_id):
    return frames.sources.set_index("source_id").loc[source_id]


# --------------------------------------------------------------------------- each decision


def test_a_level_is_replaced_and_the_original_kept_beside_it():
    reviewed = decided(decision(CLAIM, "level", "unnamed", note="she spoke through her deputy"))
    assert claim(reviewed)["confidence"] == "unnamed"
    assert claim(FRAMES)["confidence"] == "on_record"
    assert reviewed.overrides.to_dict("records") == [
        {
            "doc_id": "d1",
            "target": CLAIM,
            "decision": "level",
            "value": "unnamed",
            "original": "on_record",
            "decided_by": "I. Roth",
            "decided_on": "2031-05-02",
            "note": "she spoke through her deputy",
        }
    ]
    unrated = decided(decision(CLAIM, "level", "unrated"))
    assert pd.isna(claim(unrated)["confidence"])


def test_the_axes_are_replaced():
    reviewed = decided(decision(CLAIM, "credibility", "2"), decision(RUIZ, "reliability", "C"))
    assert claim(reviewed)[["credibility", "reliability"]].tolist() == ["2", "C"]
    assert source(reviewed, RUIZ)["reliability"] == "C"
    assert reviewed.overrides["original"].tolist() == ["6", "F"]
    assert claim(reviewed)["confidence"] == claim(FRAMES)["confidence"]


def test_a_rejected_claim_goes_with_its_links_and_evidence():
    outer = FRAMES.claims.dropna(subset=["inside"])["inside"].iloc[0]
    reviewed = decided(decision(outer, "reject"))
    for frame in (reviewed.claims, reviewed.links, reviewed.evidence):
        assert outer not in set(frame["claim_id"].dropna())
    assert outer not in set(reviewed.claims["inside"].dropna())
    assert reviewed.overrides["original"].tolist() == [claim(FRAMES, outer)["content"]]
    assert source(reviewed, BRANDT)["claims"] == source(FRAMES, BRANDT)["claims"] - 1


def test_a_source_is_merged_with_another():
    reviewed = decided(decision(BRANDT, "merge", RUIZ))
    assert BRANDT not in set(reviewed.sources["source_id"])
    assert BRANDT not in {*reviewed.links["source_id"], *reviewed.evidence["source_id"], *reviewed.claims["source_id"]}
    assert not reviewed.claims["chain"].str.contains("Brandt").any()
    before, after = source(FRAMES, RUIZ), source(reviewed, RUIZ)
    assert after["mentions"] == before["mentions"] + source(FRAMES, BRANDT)["mentions"]
    assert after["claims"] == reviewed.links.query("source_id == @RUIZ")["claim_id"].nunique()
    assert reviewed.overrides["original"].tolist() == ["Teo Brandt"]
    assert len(reviewed.claims) == len(FRAMES.claims)


def test_a_claim_is_split_off_its_source():
    reviewed = decided(decision(CLAIM, "split", "The mayor's office"))
    assert claim(reviewed)["source"] == "The mayor's office"
    assert claim(reviewed)["chain"] == "The Harbour Post > The mayor's office"
    new = source(reviewed, claim(reviewed)["source_id"])
    assert new[["name", "claims", "reliability", "doc_id"]].tolist() == ["The mayor's office", 1, "F", "d1"]
    assert source(reviewed, RUIZ)["claims"] == source(FRAMES, RUIZ)["claims"] - 1
    assert reviewed.overrides["original"].tolist() == [RUIZ]
    assert reviewed.sources["doc_id"].tolist() == sorted(reviewed.sources["doc_id"])


@pytest.mark.parametrize("value", [LUMEN, "Radio Lumen"])
def test_a_claim_is_given_to_another_source_of_the_article(value):
    reviewed = decided(decision(CLAIM, "split", value))
    assert claim(reviewed)[["source_id", "source", "source_kind"]].tolist() == [LUMEN, "Radio Lumen", "outlet"]
    assert len(reviewed.sources) == len(FRAMES.sources)


def test_later_decisions_build_on_earlier_ones():
    reviewed = decided(
        decision(CLAIM, "split", "The mayor's office"),
        decision("d1/a1", "reliability", "B"),
        decision("d1/a1", "merge", LUMEN),
        decision(CLAIM, "level", "relayed"),
        decision(CLAIM, "level", "hearsay", decided_on="2031-05-03"),
    )
    assert claim(reviewed)[["source", "reliability", "confidence"]].tolist() == ["Radio Lumen", "F", "hearsay"]
    assert reviewed.overrides["original"].tolist() == [RUIZ, "F", "The mayor's office", "on_record", "relayed"]


# --------------------------------------------------------------------------- what holds of all of them


def intact(frames):
    for name, schema in SCHEMAS.items():
        assert schema.problems(getattr(frames, name)) == []
    assert OVERRIDES.problems(frames.overrides) == []
    claims, sources = set(frames.claims["claim_id"]), set(frames.sources["source_id"])
    assert set(frames.links["claim_id"]) == claims
    assert set(frames.evidence["claim_id"].dropna()) <= claims
    assert set(frames.claims["inside"].dropna()) <= claims
    for frame in (frames.links, frames.evidence, frames.claims):
        assert set(frame["source_id"].dropna()) <= sources
    origins = frames.links.groupby("claim_id").tail(1).query("hop > 0").set_index("claim_id")["source_id"].dropna()
    assert frames.claims.set_index("claim_id")["source_id"].dropna().to_dict() == origins.to_dict()
    counted = frames.links.dropna(subset=["source_id"]).groupby("source_id")["claim_id"].nunique()
    shown = frames.sources.set_index("source_id")["claims"]
    assert shown[shown > 0].to_dict() == counted.to_dict()


ID = st.sampled_from(sorted(FRAMES.claims.query("doc_id == 'd1'")["claim_id"]))
SOURCED = st.sampled_from(sorted(FRAMES.claims.query("doc_id == 'd1' and hops > 0")["claim_id"]))
WHO = st.sampled_from(sorted(FRAMES.sources.query("doc_id == 'd1'")["source_id"])[1:])
ANY = st.one_of(
    st.builds(
        decision, ID, st.just("level"), st.sampled_from([*map(str, CLAIMS.dtypes["confidence"].categories), "unrated"])
    ),
    st.builds(decision, ID, st.just("credibility"), st.sampled_from("123456")),
    st.builds(decision, WHO, st.just("reliability"), st.sampled_from("ABCDEF")),
    st.builds(decision, SOURCED, st.just("split"), st.one_of(WHO, st.sampled_from(["None", "The mayor's office"]))),
    st.builds(decision, ID, st.just("reject")),
    st.builds(decision, WHO, st.just("merge"), WHO),
)


@settings(max_examples=15)
@given(st.lists(ANY, max_size=6, unique_by=lambda row: (row["target"], row["decision"])))
def test_frames_stay_whole_under_any_decisions(rows):
    try:
        reviewed = decided(*rows) if rows else apply_overrides(FRAMES, OVERRIDES.empty())
    except credtag.InputError:  # a decision on what an earlier one removed, or a merger with itself
        assume(False)
    intact(reviewed)
    again = apply_overrides(FRAMES, reviewed.overrides)
    for name in (*SCHEMAS, "overrides"):
        pd.testing.assert_frame_equal(getattr(again, name), getattr(reviewed, name))
    for name, schema in SCHEMAS.items():
        there, here = getattr(FRAMES, name), getattr(reviewed, name)
        for doc_id in ("d0", "d2"):
            pd.testing.assert_frame_equal(
                here[here["doc_id"] == doc_id].reset_index(drop=True),
                there[there["doc_id"] == doc_id].reset_index(drop=True),
            )
        assert tuple(here.columns) == schema.columns


def test_decisions_survive_a_spreadsheet():
    reviewed = decided(decision(CLAIM, "split", "None"), decision(CLAIM, "level", "unnamed", note='a "b", c\nd'))
    table = io.StringIO(reviewed.overrides.to_csv(index=False, lineterminator="\r\n"))
    back = pd.read_csv(table, dtype=str, keep_default_na=False, na_values=[""])
    pd.testing.assert_frame_equal(OVERRIDES.coerce(back), reviewed.overrides)
    pd.testing.assert_frame_equal(apply_overrides(FRAMES, back).claims, reviewed.claims)


def test_reviewed_frames_survive_parquet(tmp_path):
    reviewed = decided(decision(CLAIM, "level", "unnamed"))
    reviewed.to_parquet(tmp_path)
    back = credtag.Frames.read_parquet(tmp_path)
    pd.testing.assert_frame_equal(back.overrides, reviewed.overrides)
    more = decided(decision(CLAIM, "level", "relayed", decided_by="T. Brandt"), frames=back)
    assert more.overrides["original"].tolist() == ["on_record", "unnamed"]


def test_frames_without_claims_stay_as_they_are():
    for frames in (credtag.to_frames([]), frames_of("")):
        reviewed = apply_overrides(frames, OVERRIDES.empty())
        for name in SCHEMAS:
            pd.testing.assert_frame_equal(getattr(reviewed, name), getattr(frames, name))


def test_a_rejection_of_the_only_claim_leaves_empty_frames():
    frames = frames_of("It rained.")
    reviewed = decided(decision(frames.claims["claim_id"][0], "reject", doc_id="d0"), frames=frames)
    intact(reviewed)
    assert [len(frame) for frame in (reviewed.claims, reviewed.links, reviewed.sources)] == [0, 0, 1]


def test_decisions_on_other_articles_wait_for_them():
    reviewed = decided(decision("d9#0-4", "level", "unnamed", doc_id="d9"))
    assert len(reviewed.overrides) == 0
    pd.testing.assert_frame_equal(reviewed.claims, FRAMES.claims)


# --------------------------------------------------------------------------- what cannot be done


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (decision("d1#0-1", "level", "unnamed"), "the article has no claim 'd1#0-1'"),
        (decision("d1/s99", "reliability", "B"), "the article has no source 'd1/s99'"),
        (decision(RUIZ, "merge", "d1/s99"), "the article has no source 'd1/s99'"),
        (decision(RUIZ, "merge", RUIZ), "cannot be merged with itself"),
        (decision("d1/s0", "merge", RUIZ), f"'d1/s0' is the publisher: merge '{RUIZ}' with it instead"),
        (decision(CLAIM, "level", "good"), "'good' is none of caveated, hearsay, .*, unrated"),
        (decision(RUIZ, "reliability", "G"), "'G' is none of A, B, C, D, E, F"),
        (decision(CLAIM, "credibility", "0"), "'0' is none of 1, 2, 3, 4, 5, 6"),
        (decision(CLAIM, "level"), "value is missing"),
        (decision(CLAIM, "level", "unnamed", decided_by=None), "decided_by is missing"),
        (decision(CLAIM, "level", "unnamed", decided_on=""), "decided_on is missing"),
        (decision(CLAIM, "level", "unnamed", decided_on="2/5/31"), "decided_on '2/5/31' is no date like 2031-05-02"),
        (decision(None, "level", "unnamed"), "target is missing"),
    ],
)
def test_a_decision_that_cannot_be_carried_out_is_named_by_its_row(row, message):
    with pytest.raises(credtag.InputError, match=f"overrides, row 3: .*{message}"):
        decided(decision(CLAIM, "credibility", "2"), row)


def test_a_claim_in_the_publishers_own_voice_cannot_be_split_off():
    own = FRAMES.claims.query("doc_id == 'd0' and hops == 0")["claim_id"].iloc[0]
    with pytest.raises(credtag.InputError, match=r"row 2: .* own voice"):
        decided(decision(own, "split", "Somebody", doc_id="d0"))


def test_what_is_no_frame_of_decisions_is_named():
    with pytest.raises(credtag.SchemaError, match="overrides must be a DataFrame, not list"):
        apply_overrides(FRAMES, [])
    with pytest.raises(credtag.SchemaError, match="the column 'target' is missing"):
        apply_overrides(FRAMES, pd.DataFrame([decision(CLAIM, "reject")]).drop(columns="target"))
    with pytest.raises(credtag.SchemaError, match="column 'decision': 'praise' is none of merge, split"):
        decided(decision(CLAIM, "praise", "yes"))
