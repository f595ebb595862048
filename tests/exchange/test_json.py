import json

import pytest

import credtag

TEXT = """Radio Lumen reported, citing the ministry, that the dam “leaks”. The report could not be verified.

“It holds,” Mayor Ana Ruiz said. She denied that the town had been warned.
"""
TAGGED = credtag.tag(TEXT, publisher="The Harbour Post", doc_id="dam", published="2031-05-02", authors=["Ida Roth"])
LINE = credtag.to_json(TAGGED)


def test_json_loses_nothing():
    back = credtag.from_json(LINE)
    assert back == TAGGED
    assert type(back.claims[0].zone) is type(TAGGED.claims[0].zone)
    assert "\n" not in LINE
    assert json.loads(LINE)["schema_version"] == 1


@pytest.mark.parametrize("text", ["", "\ud800 said.", 'He said "\0".', "🌧️ “It rained,” Ana Ruiz said."])
def test_odd_text_makes_the_way_and_back(text):
    tagged = credtag.tag(text)
    assert credtag.from_json(credtag.to_json(tagged)) == tagged


@pytest.mark.parametrize("halves", ["\ud83d\ude00", "\ud83d\ude00\ude00", "\ud83d\ud83d\ude00😀\ud83d\ude00"])
def test_half_surrogates_that_make_a_pair_stay_two_characters(halves):
    text = f"{halves} The dam holds, Ana Ruiz said. {halves}\ufffd\ufffd It rained, Jana Holm said."
    tagged = credtag.tag(text)
    back = credtag.from_json(credtag.to_json(tagged))
    assert back.document.text == text
    assert back == tagged


def test_an_emoji_in_escapes_is_one_character():
    tagged = credtag.tag("😀 The dam holds, Ana Ruiz said.")
    assert r"\ud83d\ude00" in credtag.to_json(tagged)
    back = credtag.from_json(credtag.to_json(tagged))
    assert back.document.slice(back.claims[0].attribution.source[0]) == "Ana Ruiz"


def changed(path, value):
    record = json.loads(LINE)
    place = record
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(record)


CLAIM = ("tagged", "claims", 0)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "this is no JSON"),
        ("{", "this is no JSON"),
        ("[" * 100_000, "this is no JSON"),
        ("[]", "this is no tagged document"),
        ("{}", r"schema_version"),
        ("null", "this is no tagged document"),
        (changed(("schema_version",), 99), "schema_version 99 is unknown"),
        (changed(("extra",), 1), "extra"),
        (changed((*CLAIM, "zone"), "moon"), r"\$\.tagged\.claims\[0\]\.zone"),
        (changed((*CLAIM, "claim_id"), 7), r"\$\.tagged\.claims\[0\]\.claim_id"),
        (changed((*CLAIM, "attribution", "content"), []), "a claim has a content"),
        (changed((*CLAIM, "attribution", "content", 0, "end"), 10**6), "in a text of 175 characters"),
        (changed((*CLAIM, "attribution", "content", 0, "start"), -1), r"content\[0\]"),
        (changed((*CLAIM, "attribution", "content", 0, "start"), "0"), r"start"),
        (changed((*CLAIM, "chain", 1, "source_id"), "dam/s99"), r"chain\[1\]\.source_id: 'dam/s99' is not in"),
        (changed((*CLAIM, "inside"), "dam#9-9"), r"inside: 'dam#9-9' is not in"),
        (changed((*CLAIM, "attribution", "inside"), 99), r"attribution\.inside: 99 is not in"),
        (changed((*CLAIM, "attribution", "inside"), 0), r"claims\[0\]\.inside: the claim lies inside itself"),
        (changed((*CLAIM, "inside"), TAGGED.claims[0].claim_id), r"claims\[0\]\.inside: the claim lies inside itself"),
        (changed((*CLAIM, "attribution", "content", 0, "start"), 1.5), r"start"),
        (
            changed((*CLAIM, "attribution", "score"), float("nan")),
            r"claims\[0\]\.attribution\.score: it lies between 0 and 1",
        ),
        (changed((*CLAIM, "attribution", "score"), 1.5), r"claims\[0\]\.attribution\.score: it lies between 0 and 1"),
        (changed((*CLAIM, "grade", "level"), "true"), r"\$\.tagged\.claims\[0\]\.grade\.level"),
        (changed((*CLAIM, "chain"), []), "a claim has a content and a chain"),
        (changed((*CLAIM, "chain", 0, "stated"), 1), r"chain\[0\]\.stated"),
        (changed((*CLAIM, "grade", "reliability"), ""), r"\$\.tagged\.claims\[0\]\.grade"),
        (changed(("tagged", "sources", 0, "reliability"), "Z"), r"\$\.tagged\.sources\[0\]"),
        (changed(("tagged", "document", "text"), None), r"\$\.tagged\.document\.text"),
        (changed(("tagged", "document", "normal"), "short"), r"\$\.tagged\.document\.normal"),
        (changed(("tagged", "caveats"), [{"category": "security_link"}]), r"\$\.tagged\.caveats\[0\]"),
        (changed(("tagged", "claims"), {"a": 1}), r"\$\.tagged\.claims"),
        (changed(("schema_version",), True), r"\$\.schema_version"),
    ],
)
def test_what_does_not_fit_is_named_by_its_path(line, message):
    with pytest.raises(credtag.InputError, match=message):
        credtag.from_json(line)


def test_the_functions_say_what_they_take():
    with pytest.raises(credtag.InputError, match="takes a str, not bytes"):
        credtag.from_json(LINE.encode())
    with pytest.raises(credtag.InputError, match=r"result of credtag\.tag, not str"):
        credtag.to_json(TEXT)


def test_an_article_that_failed_keeps_its_error():
    (failed,) = credtag.tag_all([None], on_error="record")
    assert credtag.from_json(credtag.to_json(failed)) == failed


def test_every_truncation_is_an_input_error():
    for end in range(0, len(LINE), 97):
        with pytest.raises(credtag.InputError):
            credtag.from_json(LINE[:end])
