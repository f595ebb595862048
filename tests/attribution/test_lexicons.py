import pytest

from credtag import attribution, document
from credtag.attribution import rules, silence
from credtag.attribution.syntax import cues, grammar
from credtag.resources import table


@pytest.mark.parametrize(
    "row", table("lexicon/cues.tsv"), ids=lambda row: f"{row['lemma']}-{row['part']}-{row['cue_type']}"
)
def test_each_cue_fires_on_its_example(row: dict[str, str]) -> None:
    found = attribution.find(document.read(row["example"]), attribution.by_rules)
    assert (row["cue_type"], row["stance"]) in {(f.cue_type.value, f.stance.value) for f in found if f.cue}


@pytest.mark.parametrize("row", table("lexicon/hedges.tsv"), ids=lambda row: row["phrase"])
def test_each_hedge_fires_on_its_example(row: dict[str, str]) -> None:
    article = document.read(f'"{row["example"]}" Ana Sorin said.')
    narrated = attribution.narrate(document.read(row["example"]), (), ())
    assert narrated[0].hedges, article.text
    assert narrated[0].factuality.value == row["factuality"]


@pytest.mark.parametrize("row", table("lexicon/silence.tsv"), ids=lambda row: row["phrase"])
def test_each_silence_fires_on_its_example(row: dict[str, str]) -> None:
    article = document.read(row["example"])
    assert bool(silence.find(article)) is (row["tells"] == silence.NO_ANSWER)
    assert [article.slice(found.cue[0]) for found in attribution.find(article, attribution.by_rules)] in ([], ["said"])


@pytest.mark.parametrize("row", table("lexicon/patterns.tsv"), ids=lambda row: row["pattern"])
def test_each_pattern_fires_on_its_example(row: dict[str, str]) -> None:
    raws = rules.extract(grammar.read(document.read(row["example"])))
    assert row["pattern"] in {raw.pattern for raw in raws}
    assert float(row["precision"]) == pytest.approx((int(row["matches"]) + 1) / (int(row["cases"]) + 2), abs=0.006)


@pytest.mark.parametrize("row", table("lexicon/function_words.tsv"), ids=lambda row: row["class"])
def test_each_class_of_words_occurs_in_its_example(row: dict[str, str]) -> None:
    assert set(row["words"].split()) & set(document.read(row["example"]).lowers)


def test_every_pattern_has_a_score() -> None:
    listed = {row["pattern"] for row in table("lexicon/patterns.tsv")}
    raws = [r for row in table("lexicon/cues.tsv") for r in rules.extract(grammar.read(document.read(row["example"])))]
    assert {raw.pattern for raw in raws} <= listed


def test_forms_inflect() -> None:
    known = {" ".join(form.words) for group in cues.forms().values() for form in group}
    assert {"denied", "denies", "said", "calls for", "pointing out", "hoping", "agrees", "foreseen"} <= known
