"""Imports go down the way of the data only, and nothing optional is loaded."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import credtag

PACKAGE = Path(credtag.__file__).parent
# A module may import those before it.
ORDER = [
    "errors",
    "webpage",
    "resources",
    "labels",
    "records",
    "document",
    "attribution",
    "source",
    "caveats",
    "chain",
    "confidence",
    "corroboration",
    "registry",
    "schema",
    "shown",
    "frames",
    "overrides",
    "exchange",
    "explain",
    "display",
    "join",
    "workers",
    "item",
    "tagger",
    "component",
    "tables",
    "batch",
    "corpus",
    "accessor",
    "cli",
    "__init__",
    "__main__",
]


def stage(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path):
    """Yield the stages that a module imports when it is loaded."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module == "credtag":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("credtag."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "write absolute imports"
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("credtag."))


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_down(path):
    own = ORDER.index(stage(path))
    for other in imported(path):
        assert ORDER.index(other) < own or (other == stage(path) and path.parent != PACKAGE), other


def test_credtag_loads_nothing_optional_and_no_network():
    code = "import sys, credtag; assert 'onnxruntime' not in sys.modules; credtag.tag('It rained, Ana Ruiz said.').frames(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.split()
    # pandas itself loads pyarrow where it is installed.
    assert not {"spacy", "torch", "tqdm", "trafilatura", "requests", "httpx", "yaml", "pytest"} & set(loaded)
    assert "credtag.cli" not in loaded


def test_the_public_names():
    assert sorted(credtag.__all__) == sorted(
        [
            "CLAIMS",
            "EVIDENCE",
            "LINKS",
            "OVERRIDES",
            "REGISTRY",
            "SOURCES",
            "CredtagError",
            "CredtagWarning",
            "DataFileError",
            "Frames",
            "InputError",
            "MissingExtra",
            "Policy",
            "Registry",
            "Schema",
            "SchemaError",
            "TaggedDocument",
            "Tagger",
            "apply_overrides",
            "chart",
            "claims",
            "explain",
            "from_html",
            "from_json",
            "read_brat",
            "show",
            "tag",
            "tag_all",
            "to_frames",
            "to_json",
            "to_jsonld",
            "write_brat",
        ]
    )


def test_importing_reads_no_data_file():
    code = "import credtag; from credtag import resources; print(resources.table.cache_info().currsize)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert run.stdout.strip() == "0"
