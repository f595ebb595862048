"""Whole pages in the manner of content systems: text, metadata and zones."""

import warnings
from pathlib import Path

import pytest

import credtag

PAGES = Path(__file__).parent / "webpages"
ABOUT = ("headline", "publisher", "published", "authors", "url")
EXPECTED = {
    "amp": (
        ("Ferry strike enters second week", "The Ostrel Ledger", "2024-02-09", ["Pavel Orrin"], "https://ledger.example/ferry-strike"),
        "headline Ferry strike|body Ferry crews|body \"They offered|body The strike has",
    ),
    "comments": (
        ("School to close in summer", "Delta Report", None, ["Mira Lindqvist"], None),
        "headline School to close|body The school on|body The head teacher|body About 140 pupils",
    ),
    "divs": (
        ("Power cut in Sund leaves 4,000 in the dark", None, None, [], None),
        "headline Power cut|body A power cut|body A spokesman|body The light came",
    ),
    "gallery": (
        ("In pictures: the night the mill burned", "The Quell Observer", None, [], None),
        "headline In pictures|body The old mill|body The mill had stood",
    ),
    "interview": (
        ("'Nobody counts the whales any more'", "Marn Review", "2024-08-20", ["Jun Sato"], None),
        "headline 'Nobody|body Ilona Marek|body When did|body In 2019|body What does|body They told me|body Will you|body Of course.",
    ),
    "liveblog": (
        ("Marn flood live: hundreds leave homes as river rises", "Radio Lumen", "2024-05-02", [], None),
        "headline Marn flood|body Follow all|furniture Key events|headline Bridge closed|body The old bridge|headline Governor calls"
        "|body Governor Anton|body About 300",
    ),
    "newsletter_box": (
        ("Minister says dam is safe", "The Lowland Chronicle", "2024-01-15", [], None),
        "headline Minister says|body The dam above|body “I would let|body The opposition",
    ),
    "paywall": (
        ("Inside the bank that lent to everyone", "The Tarrow Times", "2024-06-11", ["Mira Lind"], None),
        "headline Inside the bank|body When the Bank|furniture Subscribe to|furniture Already a",
    ),
    "syndicated": (
        ("Court frees editor held for a year", "Port Bulletin", "2024-09-01", [], None),
        "headline Court frees|body A court in|body Ivo Kless|appeal A message|appeal We are funded|appeal Donate|body The journalists",
    ),
    "wire": (
        ("UPDATE 2-Baltic Bank cuts forecast, blames rates", "Baltic News Agency", None, ["Teo Brandt"], None),
        "headline UPDATE 2|headline - Bank now|headline - Governor says|dateline OSTREL|body \"There is|credit (Reporting|furniture Our Standards",
    ),
    "wordpress": (
        ("Marn council votes to mend harbour wall", "The Harbour Post", "2024-03-04", ["Jana Holm"], "https://post.example/2024/03/wall/"),
        "headline Marn council|body The council|body “We have|headline Who pays|body According to",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page(name):
    about, parts = EXPECTED[name]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore" if name == "paywall" else "error", credtag.CredtagWarning)
        found = credtag.from_html((PAGES / f"{name}.html").read_bytes())
    assert tuple(found[key] for key in ABOUT) == about
    document = credtag.tag(**found).document
    lines = [(document.zone_at(block.start).value, document.slice(block)) for block in document.paragraphs]
    expected = [part.split(" ", 1) for part in parts.split("|")]
    assert [(zone, words[: len(begins)]) for (zone, words), (_, begins) in zip(lines, expected, strict=True)] == [
        (zone, begins) for zone, begins in expected
    ]


def test_every_page_is_expected():
    assert {path.stem for path in PAGES.glob("*.html")} == set(EXPECTED)


def test_a_year_in_the_text_is_no_date_of_publication():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", credtag.CredtagWarning)
        found = credtag.from_html(
            "<article><h1>Mill burns</h1><p>The mill had stood empty since 2012, police said.</p></article>"
        )
    assert found["published"] is None
