import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from justhtml import JustHTML

import credtag
from credtag import resources
from credtag.attribution import by_rules
from credtag.cli import main
from credtag.display import report

tagger = credtag.Tagger(extract=by_rules)  # the report does not depend on how spans are found
ARTICLES = [resources.path("examples/ferry_terminal.txt"), *sorted((Path(__file__).parent / "articles").glob("*.txt"))]
TWO = "The port will close in May, Mayor Ana Sorin said. It will open in June, Teo Brandt said. It rained."


def of(text, **about):
    return str(report(tagger.tag(text, **about)))


def section(html, title):
    return html.split(f"<h2>{title}</h2>")[1].split("<h2>")[0]


def words(html):
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", "", html))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_report_parses_without_an_error(path):
    JustHTML(of(path.read_text(encoding="utf-8"), publisher="The Post"), strict=True)


@settings(max_examples=40)
@given(st.text(), st.text())
def test_any_text_gives_a_report_that_parses(text, name):
    html = of(f"{text}. Ana {text} said {text}.", publisher=name, headline=name, url=name, authors=[name])
    html.encode("utf-8")
    JustHTML(html, strict=True)


def test_a_report_of_1500_words_is_small_and_quick():
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in [*ARTICLES, ARTICLES[0]])
    assert len(text.split()) >= 1500
    tagged = tagger.tag(text, publisher="The Post")
    start = time.process_time()
    html = str(report(tagged))
    assert time.process_time() - start < 0.5
    assert len(html.encode("utf-8")) < 300_000


def test_nothing_is_loaded_and_no_script_may_run():
    html = of("<script>alert(1)</script> “<img src=x onerror=alert(1)>,” Ana Ruiz said.", publisher="</style><script>")
    assert "default-src 'none'" in html
    assert not re.search(r"<(script|img|link|iframe|object|embed)|\son\w+=(?![^<>]*&gt;)", html.replace("&lt;", ""))
    assert html.count("<style>") == html.count("</style>") == 2  # the page's and the picture's


@pytest.mark.parametrize("url", ["javascript:alert(1)", 'https://a.example/"onclick="x', "data:text/html,x"])
def test_an_address_that_is_none_is_no_link(url):
    assert 'rel="noreferrer"' not in of(TWO, url=url)


def test_an_address_is_a_link():
    assert '<a href="https://a.example/?b=1&amp;c" rel="noreferrer">' in of(TWO, url="https://a.example/?b=1&c")


def test_the_summary_counts_claims_origins_and_own_voice():
    told = words(section(of(TWO, publisher="The Post"), "Summary"))
    assert "3 claims, 1 of them (33%) in the publisher’s own voice." in told
    assert "2 origins stand behind the rest: 2 named." in told
    assert "Not a single-source article; Ana Sorin has most claims, 1 of 2 (50%)." in told
    assert "on record267%" in told.replace(" ", "").replace("onrecord", "on record")


def test_one_source_is_said_to_carry_the_article():
    told = words(section(of("It will snow, Ana Ruiz said. It will rain, Ruiz said."), "Summary"))
    assert "One origin stands behind the rest: 1 named." in told
    assert "Single-source article: every sourced claim goes back to Ana Ruiz." in told


def test_described_anonymous_and_unspecified_sources_are_told_apart():
    text = "A senior official said it rained. The dam reportedly leaks. Ana Ruiz said it will hold."
    told = words(section(of(text), "Summary"))
    assert "1 named, 1 described" in told
    assert "1 claim with a source that the text does not specify" in told
    assert "Single-source" not in told


def test_caveats_relays_and_refusals_are_named():
    text = (
        "Kompas, which is believed to have ties to the intelligence service, said the dam leaks. "
        "Radio Lumen reported, citing the audit office, that it will fail. Teo Brandt declined to comment."
    )
    told = words(section(of(text, publisher="The Post"), "Summary"))
    assert "The article itself remarks on Kompas (security link, hedged)." in told
    assert "In between stand Radio Lumen." in told
    assert "Declined to comment or did not answer: Teo Brandt." in told


def test_every_claim_is_a_row_that_leads_to_its_place():
    tagged = tagger.tag(ARTICLES[0].read_text(encoding="utf-8"), publisher="The Post")
    html = str(report(tagged))
    rows = re.findall(r'<th scope="row"><a href="#([\w-]+)">(\d+)</a>', html)
    assert [int(n) for _, n in rows] == list(range(1, len(tagged.frames().claims) + 1))
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert {anchor for anchor, _ in rows} <= set(ids)


def test_every_filter_has_its_rule_and_its_rows():
    html = of(ARTICLES[0].read_text(encoding="utf-8"), publisher="The Post")
    boxes = re.findall(r'<input type="checkbox" id="(level|naming)-(\w+)" checked>', html)
    assert len(boxes) >= 6
    for kind, value in boxes:
        assert f'.page:has(#{kind}-{value}:not(:checked)) tr[data-{kind}="{value}"]{{display:none}}' in html
        assert f'data-{kind}="{value}"' in section(html, "All claims")


def test_a_text_without_claims_gives_a_report():
    html = of("")
    JustHTML(html, strict=True)
    assert "No claims were found" in html


def test_the_whole_article_is_there_unfolded():
    text = "\n\n".join(["The port will close in May, Mayor Ana Sorin said. " + "It rained all day. " * 30] * 20)
    assert "<details>" not in of(text)


def test_report_says_what_it_takes():
    with pytest.raises(credtag.InputError, match=r"result of credtag\.tag, not str"):
        report("text")


def test_the_command_writes_the_page(tmp_path, capsys):
    (tmp_path / "port.txt").write_text("Port closes\n\n" + TWO, encoding="utf-8")
    out = tmp_path / "report.html"
    assert main(["report", str(tmp_path / "port.txt"), "--publisher", "The Post", "-o", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_command_prints_the_page(tmp_path, capsys):
    (tmp_path / "port.txt").write_text(TWO, encoding="utf-8")
    assert main(["report", str(tmp_path / "port.txt")]) == 0
    assert "<h2>Summary</h2>" in capsys.readouterr().out
