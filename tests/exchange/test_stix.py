"""The bundle is STIX 2.1 by OASIS' own library, and its property confidence stays unused."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
import stix2

import credtag
from credtag.exchange import to_stix
from credtag.exchange.stix import EXTENSION

WHEN = datetime(2031, 5, 3, 12, 0, 0, 250_000, tzinfo=timezone(timedelta(hours=2)))


def bundle_of(tagged):
    return stix2.parse(to_stix(tagged, created=WHEN))


@pytest.fixture(scope="module")
def objects(tagged):
    return bundle_of(tagged).objects


@pytest.fixture(scope="module")
def notes(objects):
    return {note.content: note for note in objects if note.type == "note"}


def test_there_is_a_note_for_each_row_of_the_frame(tagged, notes):
    claims = tagged.frames().claims
    assert set(notes) == set(claims["content"])
    for claim in claims.itertuples():
        note = notes[claim.content]
        told = note.extensions[EXTENSION]
        assert note.abstract == claim.chain
        assert told.get("sourcing", None) == (claim.confidence if isinstance(claim.confidence, str) else None)
        assert [told[axis] for axis in ("reliability", "credibility")] == [claim.reliability, claim.credibility]
        assert (told["start"], told["end"]) == (claim.start, claim.end)
        assert ";".join(told["reasons"]) == claim.reasons


def test_a_chain_names_its_links_and_points_to_their_identities(objects, notes):
    names = {each.id: each.name for each in objects if each.type == "identity"}
    note = notes["“It holds,”"]
    chain = note.extensions[EXTENSION]["chain"]
    assert [(link["role"], link["name"]) for link in chain] == [
        ("publisher", "The Harbour Post"),
        ("interviewer", "Belmar Echo"),
        ("origin", "Ana Ruiz"),
    ]
    assert [names[link["identity_ref"]] for link in chain] == [link["name"] for link in chain]
    assert [names[ref] for ref in note.object_refs] == [link["name"] for link in chain]
    assert note.authors == ["Ana Ruiz"]
    assert note.external_references[0].url == "https://harbour.example/dam"


def test_a_source_without_a_name_and_a_document_are_no_identities(objects, notes):
    names = {each.name for each in objects if each.type == "identity"}
    assert names == {"credtag", "The Harbour Post", "Radio Lumen", "the audit office", "Belmar Echo", "Ana Ruiz"}
    origin = notes["Ruiz knew"].extensions[EXTENSION]["chain"][-1]
    assert origin == {"role": "origin", "kind": "unknown", "naming": "unspecified", "channel": origin["channel"]}
    report = notes["the pumps leak"].extensions[EXTENSION]["chain"][-1]
    assert report["kind"] == "document"
    assert "identity_ref" not in report


def test_confidence_is_never_set(tagged):
    def keys(value):
        if isinstance(value, dict):
            yield from value
            value = list(value.values())
        if isinstance(value, list):
            for each in value:
                yield from keys(each)

    assert "confidence" not in set(keys(json.loads(to_stix(tagged))))


def test_the_extension_is_defined_in_the_bundle(objects):
    (definition,) = (each for each in objects if each.type == "extension-definition")
    assert definition.id == EXTENSION
    assert definition.extension_types == ["property-extension"]
    used = {
        key for note in objects if note.type == "note" for key in note.extensions[EXTENSION] if key != "extension_type"
    }
    assert not [key for key in used if key not in definition.schema]
    assert {definition.created_by_ref} == {e.created_by_ref for e in objects if "created_by_ref" in e}


def test_the_same_article_gives_the_same_objects(tagged, objects):
    assert to_stix(tagged, created=WHEN) == to_stix(tagged, created=WHEN.astimezone(UTC))
    assert {each.created for each in objects if each.type == "note"} == {WHEN}
    later = stix2.parse(to_stix(tagged)).objects
    assert [each.id for each in later] == [each.id for each in objects]


def test_odd_documents_give_bundles(odd):
    objects = bundle_of(odd).objects
    assert sum(each.type == "note" for each in objects) == len(odd.frames().claims)


def test_what_does_not_fit_is_named(tagged):
    with pytest.raises(credtag.InputError, match=r"to_stix takes the result of credtag\.tag, not str"):
        to_stix("It rained.")
    with pytest.raises(credtag.InputError, match="created needs a time zone"):
        to_stix(tagged, created=datetime(2031, 5, 3))
