"""A headless Chromium; where it or its driver is not installed, the tests here are skipped and say why."""

import shutil
from pathlib import Path

import pytest

import credtag
from credtag import resources
from credtag.attribution import by_rules
from credtag.display import report
from credtag.display.article import reading
from credtag.display.listing import listing
from credtag.display.page import page

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def browser():
    api = pytest.importorskip(
        "playwright.sync_api", reason="playwright drives the browser: pip install -e '.[browser]'"
    )
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip(f"none of {', '.join(BROWSERS)} is installed")
    with api.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser, tmp_path):
    """Open a page of HTML, or a file, at a width and in light or dark; what the console says fails the test."""
    contexts, said = [], []

    def open_(html, width=1280, scheme="light", media="screen"):
        path = html
        if not isinstance(html, Path):
            path = tmp_path / "page.html"
            path.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.emulate_media(media=media, color_scheme=scheme)
        tab.goto(path.as_uri())
        return tab

    yield open_
    for context in contexts:
        context.close()
    assert said == []


def _tagged():
    tagger = credtag.Tagger(extract=by_rules)
    text = resources.path("examples/ferry_terminal.txt").read_text(encoding="utf-8")
    return tagger.tag(text, publisher="The Coastal Courier", url="https://courier.example/ferry", doc_id="ferry")


@pytest.fixture(scope="session")
def pages():
    tagged = _tagged()
    return {
        "article": page("ferry", reading(tagged)),
        "claims": page("claims", listing(tagged.frames().claims)),
        "report": str(report(tagged)),
    }
