"""Everything public is documented."""

import re
from pathlib import Path

import pytest

import credtag
from credtag import labels, resources
from credtag.cli import main

DOCS = Path(__file__).parents[1] / "docs"
SCHEMAS = {
    "claims": credtag.CLAIMS,
    "links": credtag.LINKS,
    "sources": credtag.SOURCES,
    "evidence": credtag.EVIDENCE,
    "registry": credtag.REGISTRY,
    "overrides": credtag.OVERRIDES,
}

pytestmark = pytest.mark.skipif(not DOCS.exists(), reason="the documentation lies in the checkout only")


def coded(name):
    return set(re.findall(r"`([^`\n]+)`", (DOCS / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_column_is_documented(name):
    text = (DOCS / "frames.md").read_text(encoding="utf-8")
    section = text.split(f"## {name}:")[1].split("\n## ")[0]
    assert set(SCHEMAS[name].columns) <= set(re.findall(r"`(\w+)`", section))


@pytest.mark.parametrize(
    "labels",
    [
        labels.ZoneKind,
        labels.Form,
        labels.CueType,
        labels.Stance,
        labels.Factuality,
        labels.Polarity,
        labels.Role,
        labels.Kind,
        labels.Naming,
        labels.Channel,
        labels.Category,
        labels.Certainty,
        labels.Decision,
    ],
)
def test_every_label_is_documented(labels):
    assert {str(label) for label in labels} <= coded("frames.md")


def test_every_level_is_documented():
    assert {str(level) for level in labels.Level} <= coded("levels.md")


def test_every_reason_is_documented():
    text = (DOCS / "levels.md").read_text(encoding="utf-8").split("\n## Reasons")[1].split("\n## ")[0]
    assert re.findall(r"^\| `([\w-]+)` ", text, re.M) == [row["code"] for row in resources.table("reasons.tsv")]


@pytest.mark.parametrize("name", credtag.__all__)
def test_every_public_name_has_a_docstring(name):
    thing = getattr(credtag, name)
    assert isinstance(thing, credtag.Schema) or (thing.__doc__ or "").strip()


@pytest.mark.parametrize("page", sorted(p.name for p in DOCS.glob("*.md")))
def test_links_between_pages_lead_somewhere(page):
    for target in re.findall(r"\]\(([\w-]+\.md)\)", (DOCS / page).read_text(encoding="utf-8")):
        assert (DOCS / target).exists(), target


def test_the_readme_shows_what_the_commands_print(capsys, monkeypatch):
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    example = str(resources.path("examples/ferry_terminal.txt"))
    monkeypatch.setenv("COLUMNS", "118")
    for arguments in (["tag", example], ["explain", example, "6"]):
        assert main([*arguments, "--publisher", "The Coastal Courier"]) == 0
        assert f"```text\n{capsys.readouterr().out}```" in readme
