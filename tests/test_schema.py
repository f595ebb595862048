import io

import numpy as np
import pandas as pd
import pytest

import credtag
from credtag import CLAIMS, EVIDENCE, LINKS, SOURCES
from credtag.labels import Level
from credtag.schema import TEXT

ARTICLE = """The port “will reopen by June,” Minister Ana Sorin told Radio Lumen on Monday.

She denied that the ministry had asked for money. It rained.
"""


@pytest.fixture(scope="module")
def frames():
    return credtag.tag(ARTICLE, publisher="The Harbour Post", doc_id="007").frames()


@pytest.mark.parametrize("schema", [CLAIMS, LINKS, SOURCES, EVIDENCE], ids=lambda schema: schema.name)
def test_the_empty_frame_has_every_column_and_dtype(schema):
    empty = schema.empty()
    assert tuple(empty.columns) == schema.columns
    assert len(empty) == 0
    assert schema.problems(empty) == []
    assert empty.attrs["credtag"] == f"{schema.name} 1"


def test_confidence_is_ordered():
    levels = CLAIMS.dtypes["confidence"]
    assert levels.ordered
    assert list(levels.categories) == [str(level) for level in Level]


def test_levels_compare(frames):
    direct = frames.claims[frames.claims["confidence"] >= "direct"]
    assert set(direct["confidence"]) == {"direct"}
    assert frames.claims["confidence"].isna().any()


def test_columns_of_any_order_and_any_dtype_are_coerced(frames):
    loose = frames.claims[frames.claims.columns[::-1]].astype(object)
    pd.testing.assert_frame_equal(CLAIMS.coerce(loose), frames.claims)


def test_columns_that_do_not_belong_are_left_out(frames):
    more = frames.claims.assign(note="mine")
    assert CLAIMS.problems(more) == ["the column 'note' does not belong to claims"]
    assert tuple(CLAIMS.coerce(more).columns) == CLAIMS.columns


def test_a_csv_read_as_pandas_does_by_default_keeps_labels_and_numbers(frames):
    table = io.StringIO(frames.links.to_csv(index=False))
    back = LINKS.coerce(pd.read_csv(table))
    pd.testing.assert_frame_equal(back.drop(columns="doc_id"), frames.links.drop(columns="doc_id"))


@pytest.mark.parametrize("text", ["None", "NA", "nan", "007", "1.0", "True"])
def test_text_that_looks_like_something_else_stays_text(text):
    row = dict.fromkeys(SOURCES.columns)
    frame = SOURCES.build({column: [value] for column, value in {**row, "source_id": "d/s0", "name": text}.items()})
    table = io.StringIO(frame.to_csv(index=False))
    back = SOURCES.coerce(pd.read_csv(table, dtype=str, keep_default_na=False, na_values=[""]))
    assert back["name"].tolist() == [text]
    assert back["title"].isna().all()


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("confidence", "high", "column 'confidence': 'high' is none of caveated, hearsay"),
        ("form", "quoted", "column 'form': 'quoted' is none of direct, mixed"),
        ("start", "two", "column 'start': .*two"),
        ("start", 2.5, "column 'start': 2.5 is no whole number"),
        ("start", 2**40, "column 'start': "),
        ("hops", 300, "column 'hops': "),
        ("score", "sure", "column 'score': .*sure"),
        ("credibility", 9, "column 'credibility': '9' is none of 1, 2"),
    ],
)
def test_a_value_that_does_not_fit_is_named(frames, column, value, message):
    wrong = frames.claims.astype(object)
    wrong.loc[0, column] = value
    with pytest.raises(credtag.SchemaError, match=f"claims: {message}"):
        CLAIMS.coerce(wrong)


def test_a_truth_value_that_is_none_is_named(frames):
    wrong = frames.links.astype(object)
    wrong.loc[0, "stated"] = "perhaps"
    with pytest.raises(credtag.SchemaError, match="links: column 'stated': 'perhaps' is neither true nor false"):
        LINKS.coerce(wrong)


def test_a_missing_column_is_named(frames):
    with pytest.raises(credtag.SchemaError, match="claims: the column 'stance' is missing"):
        CLAIMS.coerce(frames.claims.drop(columns="stance"))


def test_problems_tell_what_is_wrong(frames):
    assert CLAIMS.problems(frames.claims.drop(columns="stance")) == ["the column 'stance' is missing"]
    assert CLAIMS.problems(frames.claims.astype({"start": "int64"})) == ["the column 'start' is int64, not Int32"]
    twice = pd.concat([frames.claims, frames.claims], ignore_index=True)
    assert CLAIMS.problems(twice) == ["the key claim_id is not unique"]


def test_text_is_the_default_text_type_of_pandas_3():
    assert pd.StringDtype(na_value=np.nan) == TEXT


@pytest.mark.parametrize("kind", [pd.Series, dict, list])
def test_what_is_no_frame_is_a_schema_error(kind):
    with pytest.raises(credtag.SchemaError, match=f"claims takes a DataFrame, not {kind.__name__}"):
        CLAIMS.coerce(kind())
