"""Every row of the lexicon fires on its example."""

import pytest

from credtag.document import read
from credtag.labels import Kind, Naming
from credtag.resources import table
from credtag.source import lexicon
from credtag.source.noun_phrases.phrase import Form
from credtag.source.noun_phrases.phrases import Reader
from credtag.source.proper_names import runs
from credtag.source.register.entities import Register


def parts(text):
    document = read(text)
    register = Register(document, runs.find(document))
    return document, register, Reader(register)


def rows(name):
    return table(f"lexicon/{name}.tsv")


def test_titles():
    missed = []
    for row in rows("titles"):
        (name,) = [n for n in runs.find(read(row["example"])) if n.kind is Kind.PERSON]
        told = name.title if row["class"] != "regnal" or name.title else name.words
        missed += [row["title"]] if row["title"] not in told else []
    assert missed == []


def test_first_names():
    missed = [
        r["name"]
        for r in rows("first_names")
        if lexicon.first_names()[r["name"]] != r["gender"] or r["gender"] not in "mfu"
    ]
    for row in rows("first_names")[::7]:
        (name, *_) = runs.find(read(row["example"])) or (None,)
        if name is None or name.kind is not Kind.PERSON or name.gender != row["gender"]:
            missed.append(row["name"])
    assert missed == []


def test_role_nouns():
    missed = []
    for row in rows("role_nouns"):
        document, _, reader = parts(row["example"])
        stop = document.lowers.index("said")
        phrase = reader.read(0, stop)
        if phrase.kind != row["kind"] or phrase.plural != (row["number"] == "plural") or phrase.gender != row["gender"]:
            missed.append((row["noun"], phrase.kind.value, phrase.plural, phrase.gender))
    assert missed == []


def test_governments():
    missed = [
        row["name"]
        for row in rows("governments")
        if (row["name"], Kind.GOVERNMENT) not in [(" ".join(n.words), n.kind) for n in runs.find(read(row["example"]))]
    ]
    assert missed == []


def test_organisations():
    missed = []
    for row in rows("organisations"):
        found = runs.find(read(row["example"]))
        kinds = {n.kind.value if n.kind else "place" if n.place else None for n in found if row["name"] in n.text}
        missed += [(row["name"], kinds)] if row["kind"] not in kinds else []
    assert missed == []


def test_places():
    missed = [
        row["name"]
        for row in rows("places")
        if row["name"] not in [" ".join(n.words) for n in runs.find(read(row["example"])) if n.place or n.kind is None]
    ]
    assert missed == []


def test_outlet_words():
    missed = [
        row
        for row in rows("outlet_words")
        if not any("Belmar" in n.text and n.kind is Kind.OUTLET for n in runs.find(read(row["example"])))
    ]
    assert missed == []


def test_vague():
    missed = []
    for row in rows("vague"):
        document, _, reader = parts(row["example"])
        stop = max(k for k, w in enumerate(document.lowers) if w == "said")
        if row["naming"] == "unspecified":
            fired = reader.read(0, stop).form is Form.VAGUE
        else:
            fired = lexicon.naming_of(" ".join(document.lowers)) is Naming.ANONYMOUS
        missed += [] if fired else [row["phrase"]]
    assert missed == []


def test_openers():
    assert [r["word"] for r in rows("openers") if [n.text for n in runs.find(read(r["example"]))] != ["Sorin"]] == []


def test_pronouns():
    missed = []
    for row in rows("pronouns"):
        document, _, reader = parts(row["example"])
        at = document.lowers.index(row["pronoun"])
        phrase = reader.read(at, at + 1)
        missed += [row["pronoun"]] if phrase.form is not Form.PRONOUN or phrase.gender != row["gender"] else []
    assert missed == []


def test_role_families():
    missed = [
        r["role"] for r in rows("role_families") if not set(r["implies"].split(";")) <= set(lexicon.roles(r["role"]))
    ]
    missed += [r["role"] for r in rows("role_families") if r["role"] not in r["example"]]
    assert missed == []


@pytest.mark.parametrize("row", [rows("word_classes")[0], rows("word_classes")[-1]], ids=str)
def test_word_classes_are_read(row):
    assert row["word"] in lexicon.words(row["class"])


def test_word_classes_stand_in_their_examples():
    assert [r["word"] for r in rows("word_classes") if r["word"].lower() not in r["example"].lower()] == []


def test_calendar_words_are_no_names():
    missed = [
        r["word"]
        for r in rows("word_classes")
        if r["class"] == "calendar" and not {n.text for n in runs.find(read(r["example"]))} <= {"Sorin"}
    ]
    assert missed == []
