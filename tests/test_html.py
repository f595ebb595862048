"""Web pages: article and metadata out, nothing fetched, stubs and empty pages reported."""

import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import credtag
from credtag.cli import main
from credtag.labels import ZoneKind

LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Harbour to reopen in May", "datePublished": "2024-03-05T10:00:00Z",
"author": [{"@type": "Person", "name": "Jana Holm"}, {"@type": "Person", "name": "Pavel Tresk"}],
"publisher": {"@type": "Organization", "name": "The Harbour Post"}, "isAccessibleForFree": FREE}</script>"""
GRAPH = """<meta property="og:title" content="Harbour to reopen in May">
<meta property="og:site_name" content="The Harbour Post"><meta property="article:published_time" content="2024-03-05">
<meta property="og:url" content="https://post.example/harbour"><meta name="author" content="Jana Holm">"""
BODY = """<nav><a href="/">News</a> <a href="/sport">Sport</a></nav>
<article><h1>Harbour to reopen in May</h1>
<p>The harbour of Marn will reopen in May after two years of work, Mayor Ana Sorin told Radio Lumen on Monday.</p>
<h2>What comes next</h2>
<p>&ldquo;We <b>will</b> see,&rdquo; she said. Ships will land there again before the summer.</p>
<p>The council has set aside two million crowns for the work, which the audit office called &quot;a bargain&quot;.</p>
</article>
<aside><p>Sign up for our newsletter</p></aside><footer>All rights reserved</footer>"""


def page(head="", body=BODY):
    return f"<!DOCTYPE html><html><head><title>Harbour to reopen in May</title>{head}</head><body>{body}</body></html>"


TEXT = [
    "Harbour to reopen in May",
    "The harbour of Marn will reopen in May after two years of work, Mayor Ana Sorin told Radio Lumen on Monday.",
    "What comes next",
    "“We will see,” she said. Ships will land there again before the summer.",
    'The council has set aside two million crowns for the work, which the audit office called "a bargain".',
]


@pytest.fixture(autouse=True)
def offline(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("form", [str, str.encode])
def test_the_article_without_what_surrounds_it_and_its_metadata(form):
    found = credtag.from_html(form(page(LINKED.replace("FREE", "true"))), url="https://post.example/harbour?a=1")
    assert found.pop("text").splitlines() == TEXT
    assert found == {
        "headline": "Harbour to reopen in May",
        "publisher": "The Harbour Post",
        "published": "2024-03-05",
        "authors": ["Jana Holm", "Pavel Tresk"],
        "url": "https://post.example/harbour?a=1",
    }


def test_metadata_from_opengraph():
    found = credtag.from_html(page(GRAPH))
    assert (found["publisher"], found["published"], found["authors"]) == (
        "The Harbour Post",
        "2024-03-05",
        ["Jana Holm"],
    )
    assert (found["headline"], found["url"]) == ("Harbour to reopen in May", "https://post.example/harbour")


def test_a_page_without_metadata_gives_none():
    found = credtag.from_html(page(), url="https://post.example/harbour")
    assert (found["publisher"], found["published"], found["authors"]) == (None, None, [])


def test_the_keys_are_the_arguments_of_tag():
    tagged = credtag.tag(**credtag.from_html(page(GRAPH)))
    assert tagged.document.publisher == "The Harbour Post"
    assert {claim.zone for claim in tagged.claims} == {ZoneKind.HEADLINE, ZoneKind.BODY}
    assert "The Harbour Post > Radio Lumen > Ana Sorin" in set(tagged.frames().claims["chain"])


def test_the_headline_opens_a_text_that_lacks_it():
    found = credtag.from_html(page(GRAPH, BODY.replace("<h1>Harbour to reopen in May</h1>", "")))
    assert found["text"].splitlines()[:2] == TEXT[:2]


STUB = "<article><h1>Harbour to reopen in May</h1><p>The harbour of Marn will reopen in May, the mayor said.</p>{}</article>"


@pytest.mark.parametrize(
    ("head", "more"),
    [
        (LINKED.replace("FREE", "false"), ""),
        (LINKED.replace("FREE", '"False"'), ""),
        ("", "<p>Subscribe to continue reading.</p>"),
        ("", "<div>Already a member? Log in to keep reading.</div>"),
        ("", "<noscript>Please enable JavaScript to read this page.</noscript>"),
    ],
)
def test_the_beginning_of_an_article_for_sale_is_reported(head, more):
    with pytest.warns(credtag.CredtagWarning, match="only .* characters of an article that is not free"):
        found = credtag.from_html(page(head, STUB.format(more)))
    assert "will reopen in May, the mayor said." in found["text"]


def test_a_whole_article_for_sale_is_not_reported():
    more = "".join(
        f"<p>The work on pier {n} cost {n} million crowns, said Ana Sorin, who led it for {n} years.</p>"
        for n in range(30)
    )
    assert "pier 29" in credtag.from_html(page(LINKED.replace("FREE", "false"), STUB.format(more)))["text"]


@pytest.mark.parametrize("html", ["", " ", "<html></html>", "<!-- -->", "\x00", b"", b"\xff\xfe", "<p>", "]]>"])
def test_a_page_without_an_article_is_reported(html):
    with pytest.warns(credtag.CredtagWarning, match="no article"):
        found = credtag.from_html(html)
    assert found["text"] == ""
    credtag.tag(**found)


@pytest.mark.parametrize("html", [None, 7, ["<p>"]])
def test_other_things_are_no_page(html):
    with pytest.raises(credtag.InputError, match="html must be a str or bytes"):
        credtag.from_html(html)


def test_an_address_is_text():
    with pytest.raises(credtag.InputError, match="url must be"):
        credtag.from_html(page(), url=7)


def test_the_extra_is_named_when_it_is_missing(monkeypatch):
    monkeypatch.setattr("credtag.webpage.find_spec", lambda _: None)
    with pytest.raises(credtag.MissingExtra, match=r"credtag\[html\]"):
        credtag.from_html(page())


TAGS = st.sampled_from(
    ["<p>", "</p>", "<article>", "<h1>", "<script>", "<!--", "-->", "<table><tr><td>", "<a href='", "&#0;", "&amp", "]]>",
     '<script type="application/ld+json">', '{"@type":"NewsArticle","author":', "[[[", "<meta property='og:title' content='",
     "The port will close, Ana Sorin said. ", "\x00", "\ud800", "<?xml ", "<!DOCTYPE ", "<svg><style>"]
)  # fmt: skip


@pytest.mark.filterwarnings("ignore::credtag.CredtagWarning")
@given(st.lists(st.one_of(TAGS, st.text(max_size=8)), max_size=30).map("".join))
@settings(max_examples=150, deadline=None)
def test_no_page_makes_it_raise(html):
    assert isinstance(credtag.from_html(html)["text"], str)


@pytest.mark.parametrize("suffix", [".html", ".HTM"])
def test_the_command_reads_pages(tmp_path, capsys, suffix):
    file = tmp_path / f"harbour{suffix}"
    file.write_bytes(page(GRAPH).encode())
    assert main(["tag", str(file), "--format", "jsonl"]) == 0
    assert '"chain":"The Harbour Post > Radio Lumen > Ana Sorin"' in capsys.readouterr().out
    assert main(["tag", str(file), "--format", "jsonl", "--publisher", "Marn Press"]) == 0
    assert '"chain":"Marn Press > Radio Lumen > Ana Sorin"' in capsys.readouterr().out


@pytest.mark.filterwarnings("default::credtag.CredtagWarning")
def test_the_command_says_what_is_amiss(tmp_path, capsys):
    file = tmp_path / "empty.html"
    file.write_text("<html></html>")
    assert main(["tag", str(file)]) == 0
    assert capsys.readouterr().err == "credtag: no article was found in the page: tag its text instead\n"
