"""Dirty input: however a text comes, the same is found in it, offsets hold, and frames can be stored."""

import warnings

import pandas as pd
import pytest

import credtag
from credtag import attribution
from credtag.document import is_foreign, read
from credtag.resources import table

TAGGER = credtag.Tagger(extract=attribution.by_rules)
PLAIN = (
    "“The port will close,” Mayor Ana Sorin told Radio Lumen. She said that it was safe.\n\n"
    "The army denied that it had fired."
)
FOUND = [("Ana Sorin", "direct", "direct"), ("Ana Sorin", "indirect", "direct"), ("the army", "indirect", "on_record")]


def quoted(opening, closing):
    return PLAIN.replace("“", opening).replace("”", closing)


def claims(text):
    """Return who says what how in a text, after a look at every offset."""
    tagged = TAGGER.tag(text, publisher="The Harbour Post")
    frames = credtag.to_frames(tagged, zones="all")
    for start, end, words in frames.evidence[["start", "end", "text"]].dropna().itertuples(index=False):
        assert words == "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text[start:end])
    pd.concat([frames.claims, frames.sources]).to_csv().encode("utf-8")
    assert credtag.from_json(credtag.to_json(tagged)) == tagged
    return frames.claims[["source", "form", "confidence"]].astype(object).values.tolist()


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace("port", "po\ud800rt"),
        PLAIN.replace(" ", "\x00 ", 3),
        f"\ufeff{PLAIN}",
        f"\u202e{PLAIN}\u202c",
        PLAIN.replace("Ana Sorin", "\u2068Ana Sorin\u2069"),
        PLAIN.replace("close", "clo\u0301se"),
        PLAIN.replace("close", "close 😀 👨‍👩‍👧"),
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        PLAIN.replace("\n\n", "\u2028"),
        PLAIN.replace("\n\n", " "),
        PLAIN.replace(" ", "\t"),
        PLAIN.replace(" ", "\u00a0"),
        PLAIN.replace("said", "sa\u200did").replace("denied", "de\u00adnied").replace("close", "cl\u200bose"),
        PLAIN.replace("denied", "de-\nnied"),
        PLAIN.replace("denied", "de-\r\nnied"),
        PLAIN.replace(". She", "。 She"),
        quoted("«", "»"),
        quoted("« ", " »"),
        quoted("„", "“"),
        quoted("‚", "‘"),
        quoted("‘", "’"),
        quoted("'", "'"),
        quoted("''", "''"),
        quoted("``", "''"),
        quoted('"', '"'),
    ],
    ids=lambda text: ascii(text[:24]),
)
def test_what_is_found_does_not_depend_on_the_form(text):
    assert claims(text) == [list(each) for each in FOUND]


@pytest.mark.parametrize(
    "text",
    [
        quoted("“", ""),
        quoted("", "”"),
        quoted('"', ""),
        quoted("'", "’’"),
        PLAIN.upper(),
        PLAIN.replace(" ", ""),
        PLAIN.replace(" ", "\n"),
        PLAIN.replace("e", "e\u0301\u0302\u0303"),
        PLAIN[::-1],
        "שלום עולם. " + PLAIN + " مرحبا",
        PLAIN.encode("utf-16").decode("latin-1"),
        PLAIN.encode("utf-8").decode("cp1252", "replace"),
        "\udcff" * 50,
        "\x00" * 50,
        "\u202e" * 50,
        "e\u0301" * 50,
        "😀" * 50,
        "((((((((((" * 5,
        '"' * 51,
        "said " * 51,
        "a's\u00adb " * 5,
        "(WARNING: x)A: " + PLAIN,
    ],
    ids=lambda text: ascii(text[:16]),
)
def test_whatever_the_text_offsets_hold(text):
    claims(text)


def test_a_word_that_a_line_end_breaks_is_whole():
    article = read("The mayor de-\nnied it in vice-\nPresident Tresk's name.")
    assert "denied" in article.words
    assert article.slice(article.tokens[article.words.index("denied")]) == "de-\nnied"


# --------------------------------------------------------------------------- other languages


@pytest.mark.parametrize("row", table("lexicon/languages.tsv"), ids=lambda row: row["language"])
def test_every_language_is_told(row):
    assert is_foreign(read(row["example"])) is (row["language"] != "English")


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Мэр города сказал, что порт будет закрыт до весны, передает агентство.", True),
        ("市長は港が閉鎖されると述べた。" * 4, True),
        ("قال رئيس البلدية إن الميناء سيغلق حتى الربيع المقبل كما ذكرت الوكالة", True),
        ("Ana Sorin, Pavel Tresk, Jana Holm, Teo Brandt, Anton Reiss. " * 4, False),
        ("The mayor of the town said «Мы закроем порт до весны» and left for the capital. " * 4, False),
        ("2031 3.5 12% " * 30, False),
        ("Не", False),
        ("😀" * 100, False),
        ("", False),
    ],
)
def test_scripts_and_lists(text, foreign):
    assert is_foreign(read(text)) is foreign


def test_a_text_that_is_not_english_is_reported_once_and_tagged():
    text = "Der Bürgermeister sagte, der Hafen werde nicht geöffnet. " * 4
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("default")
        for each in range(3):
            assert TAGGER.tag(f"{each} {text}").claims
    assert [str(warning.message) for warning in seen] == [
        "credtag reads English; what it finds in this text means little"
    ]
    assert seen[0].category is credtag.CredtagWarning
