from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import credtag


class Text(HTMLParser):
    """Collects the text of a page, and fails on any element that the display does not use."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.style = [], False

    def handle_starttag(self, tag, attrs):
        assert tag in {"style", "div", "mark", "span"}
        assert {name for name, _ in attrs} <= {"class", "title", "lang"}
        self.style = tag == "style"

    def handle_endtag(self, tag):
        self.style = False

    def handle_data(self, data):
        if not self.style:
            self.text.append(data)


def shown(text):
    parser = Text()
    parser.feed(str(credtag.show(credtag.tag(text))))
    parser.close()
    return "".join(parser.text)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> “I <b>won't</b>,” Ana Ruiz said.",
        "</style></div> Prices rose from $3 to $4, the ministry said.",
        'He said "<img src=x onerror=alert(1)>".',
        "",
    ],
)
def test_hostile_text_comes_out_as_text(text):
    assert shown(text) == text


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0")))
def test_any_text_comes_out_whole(text):
    assert shown(text) == text


def test_a_claim_is_shaded_by_its_level_and_told_in_its_title():
    html = str(credtag.show(credtag.tag("The port will close in May, Mayor Ana Sorin said.", publisher="The Post")))
    assert '<mark class="claim on_record" title="on record: The Post &gt; Ana Sorin">' in html
    assert '<span class="cue">said</span>' in html


def test_nested_claims_lie_inside_each_other():
    html = str(credtag.show(credtag.tag("The Daily Lumen said the ministry had warned that the dam could fail.")))
    assert html.count("<mark") == html.count("</mark>") >= 3


def test_a_dollar_sign_is_no_mathematics():
    assert "<span>$</span>3" in str(credtag.show(credtag.tag("It costs $3 or $4, Ana Ruiz said.")))


def test_show_says_what_it_takes():
    with pytest.raises(credtag.InputError, match=r"result of credtag\.tag, not str"):
        credtag.show("text")


def test_a_notebook_shows_a_tagged_document():
    tagged = credtag.tag("It rained, Ana Ruiz said.")
    assert tagged._repr_html_() == str(credtag.show(tagged))
