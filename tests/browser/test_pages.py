"""What a person meets: width, contrast, keyboard, hover, filters, paper."""

from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs" / "_build" / "html" / "index.html"
NAMES = ["article", "claims", "report"]
WIDTHS = {"phone": 390, "laptop": 1280, "paper": 700}

OVERFLOW = """() => {
  const wide = document.documentElement.clientWidth;
  return [...document.querySelectorAll('body *')].filter(e => {
    if (e.closest('svg') || e.closest('.scroll *')) return false;
    const box = e.getBoundingClientRect();
    return box.width && (box.right > wide + 1 || box.left < -1);
  }).map(e => e.outerHTML.slice(0, 80));
}"""


@pytest.fixture(scope="session")
def axe():
    module = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install -e '.[browser]'")
    return module.Axe()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_runs_off_the_page(opened, pages, name, width, scheme):
    media = "print" if width == "paper" else "screen"
    tab = opened(pages[name], WIDTHS[width], scheme, media)
    assert tab.evaluate(OVERFLOW) == []
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", ["phone", "laptop"])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(opened, pages, axe, name, width, scheme):
    tab = opened(pages[name], WIDTHS[width], scheme)
    # Notes are hidden until asked for: show one, so that its contrast counts too.
    if name != "claims":
        tab.focus("mark mark")
    found = axe.run(tab, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found.response["violations"]] == []


def test_pointing_at_a_claim_shows_its_note_and_no_other(opened, pages):
    tab = opened(pages["article"])
    outer, inner = tab.locator("mark:has(mark)").first, tab.locator("mark mark").first
    assert tab.locator(".note:visible").count() == 0
    inner.hover()
    assert tab.locator(".note:visible").count() == 1
    assert inner.locator("> .note").is_visible()
    first = outer.evaluate("e => { const r = e.getClientRects()[0]; return [r.x + 5, r.y + r.height / 2]; }")
    tab.mouse.move(*first)
    assert outer.locator("> .note").is_visible()
    assert not inner.locator("> .note").is_visible()


def test_the_keyboard_reaches_every_claim_and_shows_its_note(opened, pages):
    tab = opened(pages["article"])
    claims = tab.evaluate("new Set([...document.querySelectorAll('mark')].map(m => m.dataset.n)).size")
    reached = set()
    for _ in range(60):
        tab.keyboard.press("Tab")
        shown = tab.evaluate("""() => {
            const at = document.activeElement, note = at && [...at.children].find(c => c.className === 'note');
            return note && getComputedStyle(note).display === 'block' ? at.dataset.n || 'caveat' : null;
        }""")
        reached.add(shown)
    assert {n for n in reached if n and n.isdecimal()} == {str(n) for n in range(1, claims + 1)}
    assert "caveat" in reached


@pytest.mark.parametrize("width", [390, 1280])
def test_every_note_stays_inside_its_page(opened, pages, width):
    # A notebook cuts off what hangs out of its cell.
    tab = opened(pages["article"], width)
    page = tab.locator("main").bounding_box()
    for n in range(tab.locator("mark[tabindex]").count()):
        tab.locator("mark[tabindex]").nth(n).focus()
        box = tab.locator("mark[tabindex]").nth(n).locator("> .note").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["height"] > 40
        assert box["y"] + tab.evaluate("scrollY") >= page["y"]
        assert box["y"] + box["height"] + tab.evaluate("scrollY") <= page["y"] + page["height"]


def test_an_unticked_box_hides_its_rows_without_a_script(opened, pages):
    tab = opened(pages["report"])
    rows = tab.locator("table.claims tbody tr:visible")
    before, low = rows.count(), tab.locator('tr[data-level="caveated"]').count()
    assert low > 0
    tab.uncheck("#level-caveated")
    assert rows.count() == before - low
    tab.uncheck("#naming-named")
    assert tab.locator('tr[data-naming="named"]:visible').count() == 0
    tab.check("#level-caveated")
    tab.check("#naming-named")
    assert rows.count() == before


def test_a_number_in_the_table_leads_to_the_claim(opened, pages):
    tab = opened(pages["report"])
    tab.click("table.claims tbody tr:nth-child(6) a")
    target = tab.locator("mark:target")
    assert target.get_attribute("data-n") == "6"
    assert target.bounding_box()["y"] < 900


def test_furniture_is_folded_and_opens(opened, pages):
    tab = opened(pages["article"])
    hidden = tab.get_by_text("Please consider a monthly donation")
    assert not hidden.is_visible()
    tab.click("summary")
    assert hidden.is_visible()


def test_paper_is_white_in_dark_mode_and_names_the_levels(opened, pages):
    tab = opened(pages["report"], 700, "dark", "print")
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    label = tab.evaluate("getComputedStyle(document.querySelector('mark.caveated'), '::before').content")
    assert "caveated" in label or "attr(data-level)" in label
    assert not tab.locator("fieldset").first.is_visible()


@pytest.mark.parametrize("host", ['data-jp-theme-light="false"', 'data-theme="dark"', 'theme="dark"'])
def test_a_host_that_is_dark_makes_the_display_dark(opened, pages, host):
    tab = opened(pages["article"].replace("<html", f"<html {host}"), scheme="light")
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(23, 25, 29)"


@pytest.mark.skipif(not DOCS.exists(), reason="the documentation is not built: nox -s docs")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", ["phone", "laptop"])
def test_the_documentation_opens(opened, width, scheme):
    tab = opened(DOCS, WIDTHS[width], scheme)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "credtag" in tab.title()
