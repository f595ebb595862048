import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import credtag
from credtag import resources
from credtag.attribution import by_rules
from credtag.labels import Kind, Level, Naming, Role
from credtag.records import Attribution, Claim, Document, Grade, Link, Span, TaggedDocument
from credtag.schema import CLAIMS

SVG = "{http://www.w3.org/2000/svg}"
tagger = credtag.Tagger(extract=by_rules)  # the picture does not depend on how spans are found


def made(*chains, level=Level.ON_RECORD):
    """Return a document whose claims have these chains of names behind the publisher; None is not specified."""
    claims = []
    for n, names in enumerate(chains):
        links = [Link(Role.PUBLISHER, "d/s0", "The Post", Kind.OUTLET)]
        links += [
            Link(Role.ORIGIN, f"d/{name}", name, Kind.PERSON)
            if name
            else Link(Role.ORIGIN, None, None, naming=Naming.UNSPECIFIED)
            for name in names
        ]
        found = Attribution((Span(n, n + 1),))
        claims.append(Claim(f"d#{n}-{n + 1}", found, "body", tuple(links), Grade(level)))
    return TaggedDocument(Document("d", "x" * len(chains), "x" * len(chains), "The Post"), tuple(claims))


def read(chart):
    return ElementTree.fromstring(str(chart))


def boxes(root):
    return [
        (float(r.get("x")), float(r.get("y")), float(r.get("width")), float(r.get("height")))
        for r in root.iter(f"{SVG}rect")
        if "paper rim" in r.get("class", "")
    ]


def names(root):
    return [
        g.find(f"{SVG}title").text.split(":")[0]
        for g in root.iter(f"{SVG}g")
        if g.find(f"{SVG}rect[@class='paper rim']") is not None
    ]


def widths(root):
    return [float(p.get("stroke-width")) for p in root.iter(f"{SVG}path") if p.get("d", "").count("C")]


ARTICLES = [resources.path("examples/ferry_terminal.txt"), *sorted((Path(__file__).parent / "articles").glob("*.txt"))]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_box_lies_over_another_or_outside_the_picture(path):
    root = read(credtag.chart(tagger.tag(path.read_text(encoding="utf-8"), publisher="The Post")))
    _, _, wide, tall = map(float, root.get("viewBox").split())
    found = boxes(root)
    assert len(found) > 5
    for x, y, width, height in found:
        assert x >= 0 <= y
        assert x + width <= wide
        assert y + height <= tall
    for (x, y, w, h), (x2, y2, w2, h2) in combinations(found, 2):
        assert x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y


def test_the_publisher_stands_between_its_sources():
    root = read(credtag.chart(made(["Ana"], ["Teo"], ["Lumen", "Mira"])))
    left = dict(zip(names(root), (x for x, *_ in boxes(root)), strict=True))
    assert min(left["Ana"], left["Teo"]) < left["The Post"] < left["Lumen"] < left["Mira"]


def test_a_ribbon_is_as_wide_as_its_claims():
    one, three = sorted(widths(read(credtag.chart(made(["Ana"], ["Teo"], ["Teo"], ["Teo"])))))
    assert three == pytest.approx(3 * one)


def test_a_ribbon_has_a_strand_of_each_level():
    svg = str(credtag.chart(tagger.tag("It rained, Ana Ruiz said. Ana Ruiz claimed it snowed.", publisher="The Post")))
    assert '<path class="on_record"' in svg
    assert '<path class="relayed"' in svg
    assert "The Post → Ana Ruiz: 1 on record, 1 relayed" in svg


def test_a_source_is_one_box_however_many_chains_lead_to_it():
    root = read(credtag.chart(made(["Ana"], ["Lumen", "Ana"], ["Mash", "Ana"])))
    assert sorted(names(root)) == ["Ana", "Lumen", "Mash", "The Post"]


def test_sources_that_pass_each_other_on_are_drawn_outwards():
    root = read(credtag.chart(made(["Ana", "Teo"], ["Teo", "Ana"])))
    assert set(names(root)) == {"Ana", "Teo", "The Post"}
    assert len(boxes(root)) == 5  # each of the two once near and once far
    assert len({x for x, *_ in boxes(root)}) == 3


def test_a_passing_ribbon_gets_a_lane_of_its_own():
    root = read(credtag.chart(made(["Ana"], ["Lumen", "Ana"])))
    boxes_at = dict(zip(names(root), boxes(root), strict=True))
    _, y, _, height = boxes_at["Lumen"]
    direct = next(p for p in root.iter(f"{SVG}path") if p.get("d").count("C") == 3)
    heights = [float(pair.split()[1]) for pair in re.findall(r"[\d.]+ [\d.]+", direct.get("d"))]
    assert not any(y < at < y + height for at in heights[3:7])


def test_unspecified_sources_share_a_box_and_no_name():
    root = read(credtag.chart(made([None], [None], ["Ana"])))
    assert sorted(names(root)) == ["Ana", "The Post", "not specified"]


def test_a_caveat_is_a_badge_and_the_outline_tells_the_naming():
    text = "Kompas, which is believed to have ties to the intelligence service, said the dam leaks. A senior official said it rained."
    svg = str(credtag.chart(tagger.tag(text, publisher="The Post")))
    assert ">security link, hedged</text>" in svg
    assert "stroke-dasharray" in svg
    assert ">described</text>" in svg


def test_a_picture_of_many_sources_leaves_out_those_with_few_claims_and_says_so():
    chains = [[f"Source {n}"] for n in range(60)] + [["Source 59"]]
    svg = credtag.chart(made(*chains))
    assert len(boxes(read(svg))) == 41
    assert "Source 59" in str(svg)
    assert "20 sources with fewer claims are left out" in str(svg)


def test_an_article_without_sources_shows_its_publisher():
    root = read(credtag.chart(tagger.tag("", publisher="The Post")))
    assert names(root) == ["The Post"]


def test_hostile_names_come_out_as_text():
    name = "</title><script>alert(1)</script> & \u202e\x0b\x00 \ud800 'Ana' \"x\""
    root = read(credtag.chart(made([name])))
    assert root.find(f".//{SVG}script") is None
    assert "<script>alert(1)</script> & [U+202E]" in "".join(root.itertext())


@settings(max_examples=40)
@given(st.text(), st.text())
def test_any_text_gives_a_picture_that_parses(publisher, name):
    tagged = tagger.tag(f"It rained, {name} said. Ana {name} told {publisher} that it snowed.", publisher=publisher)
    assert len(boxes(read(credtag.chart(tagged)))) >= 1
    assert len(boxes(read(credtag.chart(tagged.frames())))) >= 0


def test_the_same_article_gives_the_same_picture():
    text = ARTICLES[0].read_text(encoding="utf-8")
    assert str(credtag.chart(tagger.tag(text))) == str(credtag.chart(tagger.tag(text)))


def test_a_corpus_shows_publishers_what_is_between_and_origins():
    articles = [
        {"text": "Radio Lumen reported, citing the audit office, that the dam leaks.", "publisher": "The Post"},
        {"text": "The dam leaks, Mayor Ana Ruiz said. It rained.", "publisher": "The Gazette"},
    ]
    frames = credtag.to_frames(tagger.tag_all(articles))
    root = read(credtag.chart(frames))
    assert {"The Post", "The Gazette", "Radio Lumen", "nobody in between", "the audit office", "Ana Ruiz"} == set(
        names(root)
    )
    words = "".join(root.itertext())
    assert "2 claims with a source in 2 articles" in words
    assert "1 claim, 1 own voice" in words


def test_a_large_corpus_gathers_those_with_few_claims():
    texts = [f"It rained, Ana {chr(65 + n // 26)}{chr(97 + n % 26)}rov said." for n in range(40)]
    root = read(credtag.chart(credtag.to_frames(tagger.tag_all(texts))))
    assert "28 more" in names(root)
    assert len(boxes(root)) == 15


def test_an_empty_corpus_gives_an_empty_picture():
    assert boxes(read(credtag.chart(credtag.to_frames([])))) == []


@pytest.mark.parametrize("thing", ["text", None, CLAIMS.empty()])
def test_chart_says_what_it_takes(thing):
    with pytest.raises(credtag.InputError, match=r"result of credtag\.tag or of credtag\.to_frames"):
        credtag.chart(thing)


def test_a_notebook_shows_the_picture_and_it_can_be_saved(tmp_path):
    chart = credtag.chart(made(["Ana"]))
    assert str(chart) in chart._repr_html_()
    chart.save(tmp_path / "a.svg")
    assert (tmp_path / "a.svg").read_text(encoding="utf-8") == str(chart)
