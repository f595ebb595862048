"""Everything public is documented."""

import doctest
import re
import shlex
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pandas as pd
import pytest

import credtag
from credtag import labels, resources
from credtag.cli import _parser, main
from credtag.schema import ERRORS

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


def example():
    path = resources.path("examples/ferry_terminal.txt")
    return credtag.tag(path.read_text(encoding="utf-8"), publisher="The Coastal Courier", doc_id=path.stem)


def coded(name):
    return set(re.findall(r"`([^`\n]+)`", (DOCS / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize(("name", "schema"), [*SCHEMAS.items(), ("errors", ERRORS)])
def test_every_column_is_documented(name, schema):
    text = (DOCS / "frames.md").read_text(encoding="utf-8")
    section = text.split(f"## {name}:")[1].split("\n## ")[0]
    assert set(schema.columns) <= set(re.findall(r"`(\w+)`", section))


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
    file = str(resources.path("examples/ferry_terminal.txt"))
    monkeypatch.setenv("COLUMNS", "118")
    kompas = str(example().frames().claims["source"].eq("Kompas").argmax() + 1)
    for arguments in (["tag", file], ["explain", file, kompas]):
        assert main([*arguments, "--publisher", "The Coastal Courier"]) == 0
        assert f"```text\n{capsys.readouterr().out}```" in readme
    claims = example().frames().claims[["source", "naming", "channel", "hops", "confidence"]]
    assert f"```text\n{claims.head(7)}\n```" in readme


def test_the_readme_picture_is_what_chart_draws(file_regression):
    # To draw it anew: pytest tests/test_docs.py --force-regen
    picture = DOCS / "ferry_terminal.svg"
    file_regression.check(str(credtag.chart(example())), encoding="utf-8", extension=".svg", fullpath=picture)


# --------------------------------------------------------------------------- code in the pages


def blocks(page, language):
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.M | re.S)


def test_the_readme_python_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = example().document.text
    articles = [{"text": text, "publisher": "The Coastal Courier"}, {"text": "The dam may fail, Mayor Ana Ruiz said."}]
    df = pd.DataFrame(articles).rename(columns={"text": "body", "publisher": "outlet"})
    html = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
    given = {
        "text": text,
        "articles": articles,
        "df": df,
        "html": f"<html><body><article>{html}</article></body></html>",
    }
    for code in blocks(DOCS.parent / "README.md", "python"):
        exec(compile(code, "README.md", "exec"), given)
    assert len(credtag.Frames.read_parquet(tmp_path / "out").claims) > 10


COMMANDS = [
    (page.name, line.strip())
    for page in [DOCS.parent / "README.md", *sorted(DOCS.glob("*.md"))]
    if page.exists()
    for block in blocks(page, "sh")
    for line in block.replace("\\\n", " ").splitlines()
    if line.strip().startswith("credtag ")
]


@pytest.mark.parametrize(("page", "line"), COMMANDS)
def test_a_command_in_the_pages_is_one_that_credtag_takes(page, line):
    words = shlex.split(line, comments=True)[1:]
    end = next((i for i, word in enumerate(words) if word in {"|", ">", "&&"}), len(words))
    _parser().parse_args(words[:end])


# --------------------------------------------------------------------------- the built pages


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The pages as Sphinx builds them: every notebook runs, and any warning is an error."""
    if missing := [name for name in ("sphinx", "myst_nb", "furo") if find_spec(name) is None]:
        pytest.skip(f"{', '.join(missing)} not installed: pip install -e '.[docs]'")
    out = tmp_path_factory.mktemp("html")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", "-d", str(out / ".doctrees")]
    run = subprocess.run([*command, str(DOCS), str(out)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-3000:]
    return out


def test_every_public_name_has_its_place_in_the_reference(built):
    api = (built / "reference" / "api.html").read_text(encoding="utf-8")
    schemas = (built / "reference" / "schemas.html").read_text(encoding="utf-8")
    for name in credtag.__all__:
        is_schema = isinstance(getattr(credtag, name), credtag.Schema)
        assert f"credtag.{name}<" in schemas if is_schema else f'id="credtag.{name}"' in api, name


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_page_lists_every_column_and_label(built, name):
    text = (built / "reference" / "schemas.html").read_text(encoding="utf-8")
    assert text.count("<table") >= len(SCHEMAS)
    for column, dtype in SCHEMAS[name].dtypes.items():
        for word in (column, *getattr(dtype, "categories", ())):
            assert f'<span class="pre">{word}</span>' in text, word


def test_the_page_of_reasons_shows_each_at_work(built):
    text = (built / "reference" / "reasons.html").read_text(encoding="utf-8")
    assert text.count("<tr") > len(resources.table("reasons.tsv"))
    for word in [*(row["code"] for row in resources.table("reasons.tsv")), *map(str, labels.Level)]:
        assert f'<span class="pre">{word}</span>' in text, word


def test_the_tutorial_shows_article_and_pictures(built):
    text = (built / "tutorial.html").read_text(encoding="utf-8")
    assert '<mark class="caveated"' in text
    assert text.count("<svg xmlns=") >= 2


@pytest.mark.parametrize("page", [p.name for p in sorted(DOCS.glob("*.md")) if ">>> " in p.read_text(encoding="utf-8")])
def test_the_examples_of_a_page_print_what_it_shows(page):
    failed, tried = doctest.testfile(str(DOCS / page), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert tried
    assert not failed
