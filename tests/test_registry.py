"""A registry fills reliability and outlet_id, lists its labels with their citations, and never moves a level."""

import pickle
import re
from collections import Counter

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import credtag
from credtag import Registry, attribution, resources
from credtag.registry import Entry, names

ARTICLE = """Radio Lumen reported that the dam may fail. The BBC said the town was warned.

“It holds,” Mayor Ana Ruiz told Kompas, which is believed to have ties to the security services.
The water board declined to comment. Officials said the Kompas Telegram channel had denied the charge.
"""
COLUMNS = ("source", "label", "value", "citation_url", "asserted_by", "as_of", "licence")


def entry(source, value="B", label="reliability", by="Press Council", as_of="2031-03-01", **more):
    return Entry(source, label, value, "https://council.example/list", by, as_of, "CC0-1.0", **more)


def tag(*entries, text=ARTICLE, publisher="The Harbour Post", **about):
    tagger = credtag.Tagger(extract=attribution.by_rules, registry=Registry(entries))
    return tagger.tag(text, publisher=publisher, doc_id="d", **about)


def letters(tagged):
    return {s.name: s.reliability for s in tagged.sources if s.reliability != "F"}


def rows(**changes):
    row = dict(
        zip(COLUMNS, ("Radio Lumen", "reliability", "B", "https://c.example/1", "Desk", "2031", "CC0"), strict=True)
    )
    return pd.DataFrame([row, {**row, **changes}])


# --------------------------------------------------------------------------- what it fills


def test_it_fills_reliability_and_outlet_id():
    frames = tag(entry("radio  LUMEN", outlet_id="lumen"), entry("bbc.co.uk", "A")).frames()
    sources = frames.sources.set_index("name")
    assert sources.loc["Radio Lumen", ["outlet_id", "reliability"]].tolist() == ["lumen", "B"]
    assert sources.loc["BBC", ["outlet_id", "reliability"]].tolist() == ["bbc", "A"]
    assert sources.loc["The Harbour Post", "reliability"] == "F"
    claims = frames.claims.set_index("source")
    assert claims.loc["Radio Lumen", ["reliability", "confidence"]].tolist() == ["B", "relayed"]
    assert claims.loc["Ana Ruiz", "reliability"] == "F"


def test_the_labels_used_are_listed_with_citation_and_date():
    frames = tag(entry("Radio Lumen"), entry("Nobody Here"), entry("Radio Lumen", "council", "owner")).frames()
    assert frames.registry["label"].tolist() == ["reliability", "owner"]
    first = frames.registry.iloc[0].to_dict()
    assert first == {
        "doc_id": "d",
        "source_id": frames.sources.set_index("name").loc["Radio Lumen", "source_id"],
        "ordinal": 0,
        "name": "Radio Lumen",
        "outlet": "Radio Lumen",
        "label": "reliability",
        "value": "B",
        "citation_url": "https://council.example/list",
        "asserted_by": "Press Council",
        "as_of": "2031-03-01",
        "licence": "CC0-1.0",
    }
    assert credtag.REGISTRY.problems(frames.registry) == []


def test_every_label_of_a_claims_source_survives_json_and_parquet(tmp_path):
    tagged = tag(entry("Radio Lumen"))
    assert tagged.labels
    assert credtag.from_json(credtag.to_json(tagged)) == tagged
    tagged.frames().to_parquet(tmp_path)
    pd.testing.assert_frame_equal(credtag.Frames.read_parquet(tmp_path).registry, tagged.frames().registry)


def test_an_explanation_says_who_says_so():
    tagged = tag(entry("Radio Lumen"), entry("Kompas", "D"))
    claim = next(claim for claim in tagged.claims if claim.chain[-1].name == "Radio Lumen")
    words = credtag.explain(tagged, claim.claim_id)
    assert "Press Council labels Radio Lumen: reliability B (2031-03-01, https://council.example/list)." in words
    assert "Kompas" not in words


def test_json_with_a_label_of_no_source_is_refused():
    line = credtag.to_json(tag(entry("Radio Lumen"))).replace(
        '"labels": [{"source_id": "d/s1"', '"labels": [{"source_id": "d/s99"'
    )
    with pytest.raises(credtag.InputError, match=r"labels\[0\]\.source_id: 'd/s99' is not in this document"):
        credtag.from_json(line)


def test_unknown_stays_unknown():
    tagged = tag(entry("Radio Lumine"), entry("state_media", "SC", "state_media"))
    assert letters(tagged) == {}
    assert tagged.labels == ()


def test_conflicting_labels_stand_side_by_side_and_leave_the_letter_open():
    tagged = tag(entry("Radio Lumen", "B"), entry("Radio Lumen", "D", by="The Desk"))
    assert letters(tagged) == {}
    assert [(label.value, label.asserted_by) for label in tagged.labels] == [("B", "Press Council"), ("D", "The Desk")]


def test_asserters_that_agree_fill_it_and_one_that_cannot_judge_does_not_count():
    assert letters(tag(entry("Radio Lumen", "B"), entry("Radio Lumen", "B", by="X"), entry("Radio Lumen", "F", by="Y")))


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_one_asserters_letters_the_latest_counts(order):
    two = (entry("Radio Lumen", "B", as_of="2029-12"), entry("Radio Lumen", "C", as_of="2031"))
    assert letters(tag(*(two[i] for i in order))) == {"Radio Lumen": "C"}


def test_the_publisher_is_known_by_its_name_or_by_the_address_of_the_article():
    assert letters(tag(entry("Harbour Post"))) == {"The Harbour Post": "B"}
    assert letters(tag(entry("harbour.example"), url="https://www.harbour.example/2031/dam")) == {
        "The Harbour Post": "B"
    }
    assert letters(tag(entry("portal.example"), publisher="Reuters", url="https://portal.example/dam")) == {}
    unnamed = tag(entry("harbour.example"), url="https://harbour.example/dam", publisher=None)
    assert unnamed.sources[0].reliability == "B"


def test_people_get_no_label():
    assert tag(entry("Ana Ruiz"), entry("Officials")).labels == ()


def test_where_two_domains_are_known_they_decide_over_the_name():
    assert letters(tag(entry("BBC", domain_of := "D", aliases=("bbc.example",)))) == {}, domain_of
    assert letters(tag(entry("BBC", "D", aliases=("bbc.com",)))) == {"BBC": "D"}


def test_a_name_that_a_registry_gives_to_two_outlets_stands_for_neither():
    two = (entry("Radio Lumen", aliases=("lumen.example",)), entry("Radio Lumen", aliases=("lumen.test",)))
    assert tag(*two).labels == ()
    assert letters(tag(*two, publisher="Lumen", url="https://lumen.test/a")) == {"Lumen": "B"}


# --------------------------------------------------------------------------- what it never does

NAMES = ("Radio Lumen", "BBC", "bbc.com", "Kompas", "t.me/kompas", "The Harbour Post", "the water board", "Ana Ruiz")
ENTRIES = st.builds(
    entry,
    st.sampled_from(NAMES),
    st.sampled_from("ABCDEF"),
    by=st.sampled_from(("One", "Two")),
    as_of=st.sampled_from(("2029", "2031-03")),
    outlet_id=st.sampled_from((None, "an-outlet")),
)


def without_what_a_registry_fills(frames):
    return (
        frames.claims.drop(columns="reliability"),
        frames.links,
        frames.sources.drop(columns=["outlet_id", "reliability"]),
        frames.evidence,
    )


PLAIN = without_what_a_registry_fills(tag().frames())


@given(st.lists(ENTRIES, max_size=8))
def test_a_registry_moves_no_level_and_nothing_else(entries):
    marked = tag(*entries)
    for before, after in zip(PLAIN, without_what_a_registry_fills(marked.frames()), strict=True):
        pd.testing.assert_frame_equal(before, after)
    assert {s.source_id for s in marked.sources if s.reliability != "F"} <= {label.source_id for label in marked.labels}


# --------------------------------------------------------------------------- a user's own registry


@pytest.mark.parametrize("suffix", ["csv", "tsv", "parquet"])
def test_a_registry_is_read_from_a_file(tmp_path, suffix):
    frame = rows(value="D", asserted_by="None").assign(
        aliases="Lumen; Lumen FM", domain="lumen.example", handle="@lumen"
    )
    path = tmp_path / f"own.{suffix}"
    if suffix == "parquet":
        frame.to_parquet(path)
    else:
        frame.to_csv(path, index=False, sep="," if suffix == "csv" else "\t", encoding="utf-8-sig")
    registry = Registry.read(path)
    assert registry == Registry.of(frame)
    assert [e.asserted_by for e in registry.entries] == ["Desk", "None"]
    assert registry.entries[0].keys == {"radio lumen", "lumen", "lumen fm", "lumen.example", "@lumen"}


def test_dates_and_numbers_of_a_frame_are_read_as_text():
    registry = Registry.of(rows().assign(as_of=pd.Timestamp("2031-03-01"), label="score", value=0.5))
    assert (registry.entries[0].as_of, registry.entries[0].value) == ("2031-03-01", "0.5")


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("missing", ["", "  ", None])
def test_a_row_without_a_required_value_is_named(column, missing):
    named = "" if column == "source" else r" \('Radio Lumen'\)"
    with pytest.raises(
        credtag.SchemaError, match=rf"the registry, row 3{named}: {column} is missing: a label needs source,"
    ):
        Registry.of(rows(**{column: missing}))


@pytest.mark.parametrize("column", COLUMNS)
def test_a_column_that_is_missing_is_named(column):
    with pytest.raises(credtag.SchemaError, match=f"the registry: the column '{column}' is missing; it has "):
        Registry.of(rows().drop(columns=column))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"as_of": "last spring"}, "as_of 'last spring' is no date: write 2031"),
        ({"as_of": "2031-13"}, "is no date"),
        ({"citation_url": "the annual report"}, "citation_url 'the annual report' is no address"),
        ({"citation_url": "https://[x"}, "is no address"),
        ({"value": "good"}, "reliability 'good' is none of A, B, C, D, E, F"),
        ({"source": "facebook.com/lumen"}, "source 'facebook.com/lumen' is no name, domain or handle"),
    ],
)
def test_a_wrong_value_is_named(changes, message):
    with pytest.raises(credtag.SchemaError, match=f"row 3 .*{message}"):
        Registry.of(rows(**changes))
    with pytest.raises(credtag.SchemaError, match=message):
        Registry([Entry(**rows(**changes).iloc[1].to_dict())])


def test_blank_rows_are_passed_over_and_rows_are_counted_as_a_spreadsheet_does():
    blank = pd.DataFrame([dict.fromkeys(COLUMNS, "")])
    with pytest.raises(credtag.SchemaError, match="row 4 "):
        Registry.of(pd.concat([blank, rows(value="good")]))


def test_what_is_no_registry_is_named(tmp_path):
    with pytest.raises(credtag.InputError, match=r"cannot read the registry .*none\.csv"):
        Registry.read(tmp_path / "none.csv")
    with pytest.raises(credtag.InputError, match="cannot read the registry"):
        Registry.read_ifcn(tmp_path, as_of="2031")
    (tmp_path / "broken.parquet").write_text("text")
    with pytest.raises(credtag.InputError, match="cannot read the registry"):
        Registry.read(tmp_path / "broken.parquet")
    with pytest.raises(credtag.SchemaError, match="must be a DataFrame, not list"):
        Registry.of([])


def test_registries_add_up_each_entry_once():
    one, two = Registry([entry("Lumen")]), Registry([entry("Lumen"), entry("Kompas")])
    assert (one + two).entries == two.entries


def test_a_tagger_with_a_registry_goes_to_workers():
    tagger = credtag.Tagger(extract=attribution.by_rules, registry=Registry([entry("Radio Lumen")]))
    tagger.tag(ARTICLE)
    assert letters(pickle.loads(pickle.dumps(tagger)).tag(ARTICLE)) == {"Radio Lumen": "B"}


# --------------------------------------------------------------------------- letters from other labels


def test_a_letter_from_another_label_is_the_desks_word():
    registry = Registry([entry("Radio Lumen", "0.9", "domain_quality"), entry("Kompas", "0.3", "domain_quality")])
    graded = registry.graded(
        "domain_quality", lambda v: "B" if float(v) > 0.8 else None, asserted_by="Desk", as_of="2031"
    )
    assert [(e.source, e.value, e.asserted_by, e.citation_url) for e in graded.entries if e.label == "reliability"] == [
        ("Radio Lumen", "B", "Desk", "https://council.example/list")
    ]
    with pytest.raises(credtag.SchemaError, match="the entry of 'Radio Lumen': reliability 'good' is none of A"):
        registry.graded("domain_quality", {"0.9": "good"}, asserted_by="Desk", as_of="2031")


# --------------------------------------------------------------------------- published layouts

MATRIX = """Region,Country,Media company,Main assets,URL,Typology,Status,Notes,Twitter Link,Telegram Link
East,Belmar,Radio Lumen*,"Lumen 1, Lumen 2",https://www.lumen.example/ https://lumen.test,SC,,,https://twitter.com/lumen,https://t.me/lumen_live
East,Belmar,Kompas **,,https://facebook.com/kompas,ISFM?,,,,
,,,,,,,,,
East,Belmar,Echo,,https://echo.example,,,,,
"""
RATINGS = """domain,pc1,afm
lumen.example,0.344,0.2
kompas.example,,0.4
portal.example/kompas,0.5,0.4
"""
WIKIDATA = """item,itemLabel,website,telegram,label,valueLabel
http://www.wikidata.org/entity/Q9000001,Radio Lumen,https://lumen.example/,lumen_live,owned_by,Ministry of Ports
http://www.wikidata.org/entity/Q9000002,Q9000002,,,owned_by,Nobody
http://www.wikidata.org/entity/Q9000003,Kompas,,,owned_by,
"""


def written(tmp_path, text):
    path = tmp_path / "file.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_state_media_matrix(tmp_path):
    first, second = Registry.read_state_media_matrix(written(tmp_path, MATRIX), as_of="2024-02-07").entries
    assert (first.source, first.label, first.value, first.licence) == ("Radio Lumen", "state_media", "SC", "MIT")
    assert first.keys == {"radio lumen", "lumen.example", "lumen.test", "@lumen", "t.me/lumen_live"}
    assert (second.source, second.value, second.keys) == ("Kompas", "ISFM?", {"kompas"})
    assert "Alliance for Securing Democracy" in first.asserted_by


def test_the_ratings_of_domains(tmp_path):
    (only,) = Registry.read_domain_quality(written(tmp_path, RATINGS), as_of="2023-08").entries
    assert (only.source, only.label, only.value) == ("lumen.example", "domain_quality", "0.344")
    assert (only.asserted_by, only.as_of, only.licence) == ("Lin et al. 2023", "2023-08", "unstated")


def test_the_signatories(tmp_path):
    entries = Registry.read_ifcn(written(tmp_path, "lumen.example\n\nwww.kompas.example\n"), as_of="2026-01-31").entries
    assert [e.keys for e in entries] == [{"lumen.example"}, {"kompas.example"}]
    assert {e.label for e in entries} == {"ifcn_signatory"}
    with pytest.raises(credtag.SchemaError, match=r"file\.csv, line 2: 'Radio Lumen' is no domain"):
        Registry.read_ifcn(written(tmp_path, "lumen.example\nRadio Lumen\n"), as_of="2026")


def test_a_result_of_wikidata(tmp_path):
    (only,) = Registry.read_wikidata(written(tmp_path, WIKIDATA), as_of="2031-03-01").entries
    assert (only.source, only.label, only.value) == ("Radio Lumen", "owned_by", "Ministry of Ports")
    assert only.citation_url == "http://www.wikidata.org/entity/Q9000001"
    assert only.outlet_id == "Q9000001"
    assert only.keys == {"radio lumen", "lumen.example", "t.me/lumen_live"}


@pytest.mark.parametrize(
    ("read", "column"),
    [
        (Registry.read_state_media_matrix, "Media company"),
        (Registry.read_domain_quality, "domain"),
        (Registry.read_wikidata, "item"),
    ],
)
def test_another_layout_is_named(tmp_path, read, column):
    with pytest.raises(credtag.SchemaError, match=f"the column '{column}' is missing; it has a, b"):
        read(written(tmp_path, "a,b\n1,2\n"), as_of="2031")
    with pytest.raises(credtag.SchemaError, match="as_of 'soon' is no date"):
        Registry.read_domain_quality(written(tmp_path, RATINGS), as_of="soon")


def test_other_labels_than_reliability_give_no_letter(tmp_path):
    matrix = Registry.read_state_media_matrix(written(tmp_path, MATRIX), as_of="2024-02-07")
    tagged = tag(*matrix.entries)
    assert letters(tagged) == {}
    assert {label.value for label in tagged.labels} == {"SC", "ISFM?"}


# --------------------------------------------------------------------------- ways to write an outlet


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("The Harbour Post", "harbour post"),
        ("L’Écho", "l'écho"),
        ("Gazeta.example", "gazeta.example"),
        ("lumen.example/", "lumen.example"),
        ("https://telegram.me/Lumen", "t.me/lumen"),
        ("https://twitter.com/@Lumen/", "@lumen"),
        ("https://lumen.example/en", ""),
        ("https://t.me/", ""),
        ("http://[", ""),
        ("@", ""),
        ("", ""),
        ("L.A. Times", "l.a. times"),
    ],
)
def test_the_ways_to_write_an_outlet(written, key):
    assert names.key(written) == key


@given(st.text())
def test_any_text_has_a_key(text):
    assert names.key(text) == names.key(text.upper()) or not text.isascii()
    assert isinstance(names.host(text), str)


# --------------------------------------------------------------------------- the list of outlets

OUTLETS = resources.table("outlets.tsv")


def test_the_list_of_outlets_is_large_and_of_the_whole_world():
    assert len(OUTLETS) >= 400
    assert len({row["country"] for row in OUTLETS}) > 100
    kinds = Counter(row["kind"] for row in OUTLETS)
    assert min(kinds["agency"], kinds["broadcaster"], kinds["newspaper"]) > 100
    assert sum("t.me/" in row["handle"] for row in OUTLETS) > 20


@pytest.mark.parametrize("column", ["domain", "handle"])
def test_domains_and_handles_are_in_the_form_that_registries_are_looked_up_in(column):
    for row in OUTLETS:
        for written in filter(None, row[column].split(";")):
            key = names.key(written)
            assert key.removeprefix("@").removeprefix("t.me/") == written.lower().removeprefix("@").removeprefix(
                "t.me/"
            )
            assert names.is_domain(key) is (column == "domain"), row


def test_countries_are_codes_and_no_two_outlets_share_a_handle():
    assert all(re.fullmatch("([A-Z]{2})?", row["country"]) for row in OUTLETS)
    handles = [names.key(h) for row in OUTLETS for h in filter(None, row["handle"].split(";"))]
    assert len(set(handles)) == len(handles)


def test_outlets_carry_facts_only():
    assert set(OUTLETS[0]) == {"id", "name", "aliases", "kind", "country", "domain", "handle", "example"}
