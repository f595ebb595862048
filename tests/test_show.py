import re
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from justhtml import JustHTML

import credtag
from credtag.attribution import by_rules
from credtag.display import palette
from credtag.records import Attribution, Claim, Document, Grade, Span, TaggedDocument, Zone

VOID = {"meta", "input", "br"}
ALLOWED = {"style", "div", "mark", "span", "p", "ul", "li", "details", "summary", "b", "small", "bdi"}
ALLOWED |= {"table", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES = {"class", "title", "lang", "id", "role", "tabindex", "scope"}
NESTED = "Radio Lumen said the ministry had warned that the dam could fail."
tagger = credtag.Tagger(extract=by_rules)  # the display does not depend on how spans are found


class Page(HTMLParser):
    """Collects the words of the article without what the display adds; fails on what it does not use."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.words, self.stack, self.ids, self.described = [], [], [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        assert tag in ALLOWED
        assert all(a in ATTRIBUTES or a.startswith(("data-", "aria-")) for a in attrs)
        added = tag in {"style", "summary"} or attrs.get("class") in {"note", "legend", "foot"}
        self.stack.append((tag, added or bool(self.stack and self.stack[-1][1])))
        self.ids += [attrs["id"]] if "id" in attrs else []
        self.described += [attrs["aria-describedby"]] if "aria-describedby" in attrs else []

    def handle_endtag(self, tag):
        assert self.stack.pop()[0] == tag

    def handle_data(self, data):
        if not self.stack[-1][1]:
            self.words.append(data)


def page(html):
    parser = Page()
    parser.feed(str(html))
    parser.close()
    assert parser.stack == []
    return parser


def shown(text):
    return "".join("".join(page(credtag.show(tagger.tag(text))).words).split())


HOSTILE = [
    "<script>alert(1)</script> “I <b>won't</b>,” Ana Ruiz said.",
    "</style></div></mark> Prices rose from $3 to $4, the ministry said.",
    'He said "<img src=x onerror=alert(1)>".',
    'Ana Ruiz\' onmouseover=\'alert(1) said " onfocus="x" that <svg/onload=x> it rained.',
    "]]> <!-- --> &lt;script&gt; &#60; it rained, Ana Ruiz said.",
    "",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_text(text):
    assert shown(text) == "".join(text.split())
    JustHTML(f"<!DOCTYPE html><title>t</title>{credtag.show(tagger.tag(text))}", strict=True)


@settings(max_examples=60)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Cf", "Zl", "Zp", "Zs"]) | st.sampled_from(' \n"“”.'))
)
def test_any_text_comes_out_whole(text):
    assert shown(text) == "".join(text.split())


@settings(max_examples=60)
@given(st.text())
def test_any_text_at_all_gives_html_without_a_parse_error(text):
    html = str(credtag.show(tagger.tag(f"{text} said “{text}”. Ana Ruiz said {text}.", publisher=text or None)))
    html.encode("utf-8")
    JustHTML(f"<!DOCTYPE html><title>t</title>{html}", strict=True)


def test_a_control_that_turns_the_direction_is_written_out():
    html = str(
        credtag.show(tagger.tag("The dam \u202eliaf lliw\u202c will hold, Ana Ruiz said.", publisher="\u2066Post"))
    )
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", html)
    assert "[U+202E]liaf lliw[U+202C]" in html
    assert "[U+2066]Post" in html


def test_a_claim_is_shaded_by_its_level_and_its_note_has_chain_level_and_reasons():
    html = str(credtag.show(credtag.tag("The port will close in May, Mayor Ana Sorin said.", publisher="The Post")))
    assert '<mark class="on_record" data-n="1" data-level="on record" id="' in html
    assert '<span class="cue">said</span>' in html
    note = re.search('<span class="note" role="tooltip" id="[^"]+">(.+?)</span></mark>', html)[1]
    assert "<b>1. on record</b>" in note
    assert "<bdi>The Post</bdi> → <bdi>Ana Sorin</bdi>" in note
    assert "Ana Sorin is named and nobody is said to stand in between: starts at on record" in note


def test_a_nested_claim_lies_inside_its_outer_claim():
    html = str(credtag.show(tagger.tag(NESTED)))
    assert re.search(r"<mark[^>]*>(?:(?!</mark>).)*<mark", html)
    assert html.count("<mark") == html.count("</mark>") >= 2


def test_claims_that_cross_are_both_marked_over_what_they_share():
    spans = [Span(0, 15), Span(8, 24)]  # "one two three f" and "three four five "
    claims = tuple(Claim(f"d#{n}", Attribution((span,)), "body", (), Grade(None)) for n, span in enumerate(spans))
    text = "one two three four five six"
    document = Document("d", text, text, zones=(Zone("body", Span(0, 27)),), paragraphs=(Span(0, 27),))
    html = str(credtag.show(TaggedDocument(document, claims)))
    page(html)
    plain = re.sub(r'<span class="note".*?</small></span></span>', "", html)
    bare = re.sub(r'<mark[^>]*data-n="(.)"[^>]*>', r"[\1 ", plain).replace("</mark>", "]")
    assert "<p>[1 one two [2 three f]][2 our five ]six</p>" in bare
    assert html.count('tabindex="0"') == 2


class Cover(HTMLParser):
    """Collects each letter of the article with the numbers of the claims around it."""

    def __init__(self):
        super().__init__()
        self.letters, self.open, self.skip = [], [], 0

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if self.skip or attrs.get("class") in {"note", "legend", "foot"} or tag == "style":
            self.skip += 1
        self.open.append(attrs.get("data-n"))

    def handle_endtag(self, tag):
        self.skip -= bool(self.skip)
        self.open.pop()

    def handle_data(self, data):
        if not self.skip:
            self.letters += [(letter, {int(n) for n in self.open if n}) for letter in data if letter.isalpha()]


SPANS = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: Span(pair[0], min(sum(pair), 41)))


@given(st.lists(SPANS, max_size=6))
def test_every_letter_lies_in_the_claims_that_cover_it(spans):
    spans = sorted(set(spans))
    text = "one two three four\n\nfive six seven eight nine ten eleven"[:41]
    claims = tuple(Claim(f"d#{n}", Attribution((span,)), "body", (), Grade(None)) for n, span in enumerate(spans))
    document = Document("d", text, text, zones=(Zone("body", Span(0, 41)),), paragraphs=(Span(0, 18), Span(20, 41)))
    cover = Cover()
    cover.feed(str(credtag.show(TaggedDocument(document, claims))))
    wanted = [
        (letter, {n for n, s in enumerate(spans, 1) if i in s}) for i, letter in enumerate(text) if letter.isalpha()
    ]
    assert cover.letters == wanted


def test_the_numbers_are_those_of_the_frame():
    tagged = tagger.tag(f"{NESTED}\n\nIt rained.\n\n“We saw it,” Teo Brandt said. “All of it.”")
    numbers = {int(n) for n in re.findall('data-n="([0-9]+)"', str(credtag.show(tagged)))}
    assert numbers == set(range(1, len(tagged.frames().claims) + 1))


def test_every_description_has_its_note_and_every_id_is_used_once():
    text = "“We saw it,” Teo Brandt said. “All of it.”\n\nKompas, which is believed to have ties to the intelligence service, said it rained."
    html = page(credtag.show(tagger.tag(text)))
    assert html.described
    assert set(html.described) <= set(html.ids)
    assert len(html.ids) == len(set(html.ids)) == 2 * len(html.described)


def test_two_articles_share_no_id():
    first, second = (page(credtag.show(tagger.tag(text))).ids for text in (NESTED, f"Yesterday {NESTED}"))
    assert first
    assert not set(first) & set(second)


def test_a_caveat_carries_its_category_and_certainty():
    text = "Kompas, which is believed to have ties to the intelligence service, said the dam leaks."
    html = str(credtag.show(tagger.tag(text, publisher="The Post")))
    assert '<span class="caveat hedged" data-tag="security link, hedged" id="' in html
    assert "The Post says that Kompas has links to security services, with a hedge. It bears on the level" in html


def test_what_is_not_the_article_is_folded_and_unmarked():
    text = "The port will close in May, Mayor Ana Sorin said.\n\nA message from The Post:\n\nPlease consider a donation. Thank you for standing with us."
    html = str(credtag.show(tagger.tag(text, publisher="The Post")))
    folded = html.split("<details>")[1].split("</details>")[0]
    assert folded.startswith("<summary>Not part of the article: appeal")
    assert "donation" in folded
    assert "<mark" not in folded


def test_a_long_article_is_folded_after_its_first_part():
    paragraph = "The port will close in May, Mayor Ana Sorin said. " + "It rained on the quay all day. " * 20
    html = str(credtag.show(tagger.tag("\n\n".join([paragraph] * 20))))
    first, rest = html.split("<details>")
    assert "<summary>The rest of the article" in rest
    assert first.count("<p") > 3
    assert rest.count("<p") > 3


def test_notes_of_the_last_paragraphs_open_upwards():
    paragraph = "The port will close in May, Mayor Ana Sorin said. " + "It rained on the quay all day. " * 10
    html = str(credtag.show(tagger.tag("\n\n".join([paragraph] * 8))))
    styles = re.findall(r'<p( class="[^"]+")?>', html)[:8]
    assert styles == [""] * 6 + [' class="up"'] * 2
    assert '<div class="room">' not in html


def test_a_short_article_keeps_room_for_its_notes():
    assert '<div class="room">' in str(credtag.show(tagger.tag(NESTED)))


def test_an_article_that_could_not_be_tagged_says_why():
    (failed,) = credtag.tag_all([{"text": 3, "doc_id": "<d>"}], on_error="record")
    assert "could not be tagged: article 0: text must be a str, not int (3)" in str(credtag.show(failed))


def test_a_dollar_sign_is_no_mathematics():
    assert "<span>$</span>3" in str(credtag.show(tagger.tag("It costs $3 or $4, Ana Ruiz said.")))


def test_the_legend_counts_the_claims_of_each_level():
    html = str(
        credtag.show(tagger.tag("The port will close, Mayor Ana Sorin said. It will snow, she said. It rained."))
    )
    legend = html.split('<ul class="legend"')[1].split("</ul>")[0]
    assert re.search("on record</span> 2<", legend)
    assert re.search("unrated</span> 1<", legend)


def test_a_filtered_frame_is_shown_as_it_is():
    claims = (
        tagger.tag("The port will close, Mayor Ana Sorin said. Sources said it will snow.", doc_id="<a>")
        .frames()
        .claims
    )
    html = str(credtag.show(claims.query("confidence <= 'hearsay'")))
    assert "it will snow" in html
    assert "The port will close" not in html
    assert "&lt;a&gt;" in html
    page(html)


def test_a_long_frame_says_what_it_leaves_out():
    claims = tagger.tag("It will snow, Ana Ruiz said.").frames().claims
    html = str(credtag.show(pd.concat([claims] * 250)))
    assert html.count("<tr>") == 201
    assert "50 more rows are not shown" in html


def test_an_empty_frame_says_so():
    assert "No claims." in str(credtag.show(credtag.CLAIMS.empty()))


@pytest.mark.parametrize("thing", ["text", None, pd.DataFrame({"a": [1]})])
def test_show_says_what_it_takes(thing):
    with pytest.raises(credtag.InputError, match=r"result of credtag\.tag or a frame of claims"):
        credtag.show(thing)


def test_a_notebook_shows_a_tagged_document():
    tagged = tagger.tag("It rained, Ana Ruiz said.")
    assert tagged._repr_html_() == str(credtag.show(tagged))


def test_a_display_can_be_saved(tmp_path):
    shown = credtag.show(tagger.tag("It rained, Ana Ruiz said."))
    shown.save(tmp_path / "a.html")
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == str(shown)


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK], ids=["light", "dark"])
def test_text_has_the_contrast_of_wcag_aa(theme):
    assert contrast(theme.faint, theme.paper) >= 4.5
    for level, colours in theme.levels.items():
        assert contrast(theme.ink, colours.shade) >= 7, level
        assert contrast(theme.paper, colours.line) >= 4.5, level  # the number of a claim
