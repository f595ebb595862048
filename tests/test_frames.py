import io

import pandas as pd
import pytest

import credtag
from credtag import CLAIMS, EVIDENCE, LINKS, SOURCES, schema

SCHEMAS = {"claims": CLAIMS, "links": LINKS, "sources": SOURCES, "evidence": EVIDENCE, "errors": schema.ERRORS}
TEXT = """The dam may fail, Mayor Ana Ruiz told Radio Lumen on Monday.

It rained all week. She denied that the town had been warned.

Veshnia Power declined to comment.

Photo: the dam, which engineer Teo Brandt said was safe.
"""


@pytest.fixture
def frames():
    return credtag.tag(TEXT, publisher="The Harbour Post", doc_id="dam").frames()


def test_the_columns_are_those_of_the_schemas(frames):
    for name, each in SCHEMAS.items():
        assert each.problems(getattr(frames, name)) == []


def test_confidence_is_ordered(frames):
    assert (frames.claims["confidence"] > "relayed").sum() == 2
    assert frames.claims.query("confidence <= 'hearsay'").empty


def test_a_claim_in_its_row(frames):
    row = frames.claims.set_index("claim_id").loc["dam#0-16"]
    assert row["chain"] == "The Harbour Post > Radio Lumen > Ana Ruiz"
    assert row["confidence"] == "direct"
    assert row["hops"] == 2
    assert row["hedges"] == "may"
    assert row["factuality"] == "possible"


def test_own_voice_has_no_source_and_is_unrated(frames):
    row = frames.claims[frames.claims["form"] == "narrated"].iloc[0]
    assert row["content"] == "It rained all week"
    assert pd.isna(row["source"])
    assert pd.isna(row["confidence"])
    assert row["chain"] == "The Harbour Post"


def test_a_refusal_to_comment_is_no_claim_but_evidence(frames):
    said = frames.evidence[frames.evidence["part"] == "no_comment"]
    assert said["text"].tolist() == ["declined to comment"]
    silent = frames.sources.set_index("source_id").loc[said["source_id"].iloc[0]]
    assert silent["name"] == "Veshnia Power"
    assert bool(silent["no_comment"])
    assert not frames.claims["content"].str.contains("comment").any()


def test_other_zones_are_left_out_unless_asked_for(frames):
    every = credtag.to_frames(credtag.tag(TEXT), zones="all").claims
    assert "caption" in set(every["zone"])
    assert set(frames.claims["zone"]) <= {"headline", "body"}
    with pytest.raises(credtag.InputError, match='zones must be "article" or "all"'):
        credtag.to_frames([], zones="some")


def test_no_document_gives_the_empty_schemas():
    frames = credtag.to_frames([])
    for name, each in SCHEMAS.items():
        pd.testing.assert_frame_equal(getattr(frames, name), each.empty())


def test_a_text_without_a_word_gives_no_claims():
    pd.testing.assert_frame_equal(credtag.tag("").frames().claims, CLAIMS.empty())


def test_the_same_id_twice_stays_unique():
    frames = credtag.to_frames([credtag.tag(TEXT, doc_id="dam"), credtag.tag(TEXT, doc_id="dam")])
    assert frames.claims["doc_id"].unique().tolist() == ["dam", "dam.2"]
    for name, each in SCHEMAS.items():
        assert each.problems(getattr(frames, name)) == []


def test_to_frames_says_what_it_takes():
    with pytest.raises(credtag.InputError, match=r"not str \(at 0\)"):
        credtag.to_frames(["text"])


def test_a_lone_surrogate_is_replaced_and_offsets_stay():
    claims = credtag.tag("The \ud800 dam may fail, Ana Ruiz said.").frames().claims
    assert claims["content"].tolist() == ["The \ufffd dam may fail"]
    assert (claims["start"][0], claims["end"][0]) == (0, 18)


def same(left, right):
    for name in SCHEMAS:
        pd.testing.assert_frame_equal(getattr(left, name), getattr(right, name))


def test_parquet_and_back(frames, tmp_path):
    frames.to_parquet(tmp_path / "out")
    same(credtag.Frames.read_parquet(tmp_path / "out"), frames)
    credtag.to_frames([]).to_parquet(tmp_path / "none")
    same(credtag.Frames.read_parquet(tmp_path / "none"), credtag.to_frames([]))
    with pytest.raises(credtag.InputError, match="cannot read"):
        credtag.Frames.read_parquet(tmp_path)


@pytest.mark.parametrize("name", ["claims", "links", "sources", "evidence"])
def test_json_lines_and_csv_and_back(frames, name):
    frame, each = getattr(frames, name), SCHEMAS[name]
    lines = io.StringIO(frame.to_json(orient="records", lines=True))
    pd.testing.assert_frame_equal(each.coerce(pd.read_json(lines, lines=True, dtype=False)), frame)
    table = pd.read_csv(io.StringIO(frame.to_csv(index=False)), dtype=str, keep_default_na=False, na_values=[""])
    pd.testing.assert_frame_equal(each.coerce(table), frame)
    pd.testing.assert_frame_equal(frame.sample(frac=1, axis=1, random_state=1).credtag.coerce(), frame)


def test_coerce_names_the_column_and_the_value(frames):
    wrong = frames.claims.assign(form="sung")
    with pytest.raises(credtag.SchemaError, match="column 'form': 'sung' is none of direct, mixed"):
        CLAIMS.coerce(wrong)
    with pytest.raises(credtag.SchemaError, match="the column 'cue' is missing"):
        CLAIMS.coerce(frames.claims.drop(columns="cue"))
    with pytest.raises(credtag.SchemaError, match=r"column 'hop': 1\.5 is no whole number"):
        LINKS.coerce(frames.links.astype({"hop": float}).assign(hop=1.5))
    with pytest.raises(credtag.SchemaError, match="column 'stated': 'maybe' is neither"):
        LINKS.coerce(frames.links.assign(stated="maybe"))


def test_problems_are_put_in_words(frames):
    doubled = pd.concat([frames.links, frames.links], ignore_index=True)
    assert LINKS.problems(doubled) == ["the key claim_id, hop is not unique"]
    wrong = frames.links.astype({"hop": float}).drop(columns="name").assign(extra=1)
    assert wrong.columns[-1] == "extra"
    assert [p.split("'")[1] for p in LINKS.problems(wrong)] == ["name", "extra", "hop"]


def test_a_source_called_none_stays_a_source():
    rows = CLAIMS.build({c: ["None" if c == "source" else None] for c in CLAIMS.columns})
    back = pd.read_csv(io.StringIO(rows.to_csv(index=False)), dtype=str, keep_default_na=False, na_values=[""])
    assert CLAIMS.coerce(back)["source"].tolist() == ["None"]


# --------------------------------------------------------------------------- frame in, frame out


ARTICLES = pd.DataFrame(
    {"body": ["The dam may fail, Ana Ruiz said.", "It rained."], "outlet": ["The Post", None], "id": ["a", "b"]}
)


def test_claims_of_a_frame():
    claims = credtag.claims(ARTICLES, text="body", doc_id="id", publisher="outlet")
    assert claims["claim_id"].tolist() == ["a#0-16", "b#0-9"]
    assert claims["publisher"].tolist()[:1] == ["The Post"]
    assert claims["publisher"].isna().tolist() == [False, True]
    assert CLAIMS.problems(claims) == []
    pd.testing.assert_frame_equal(ARTICLES.credtag.claims("body", doc_id="id", publisher="outlet"), claims)


def test_claims_of_an_empty_frame():
    pd.testing.assert_frame_equal(credtag.claims(ARTICLES[:0], text="body"), CLAIMS.empty())


@pytest.mark.parametrize("bad", [None, float("nan"), 7, b"bytes"])
def test_a_row_without_text_is_named_or_left_out(bad):
    articles = pd.DataFrame({"text": ["It rained.", bad]})
    with pytest.raises(credtag.InputError, match="article 1: text"):
        credtag.claims(articles)
    assert len(credtag.claims(articles, on_error="record")) == 1


def test_claims_says_what_it_takes():
    with pytest.raises(credtag.InputError, match="no column 'text'; it has body, outlet, id"):
        credtag.claims(ARTICLES)
    with pytest.raises(credtag.InputError, match="takes a DataFrame, not str"):
        credtag.claims("text")


def test_the_accessor_is_there_for_any_frame_and_knows_its_own(frames):
    assert hasattr(pd.DataFrame({"x": [1]}), "credtag")
    assert frames.links.credtag.problems() == []
    with pytest.raises(credtag.SchemaError, match="none of credtag's schemas"):
        pd.DataFrame({"x": [1]}).credtag.problems()
