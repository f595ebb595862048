"""The code of docs/pipelines.md runs; tests/engines has that of the engines."""

import re
from pathlib import Path

import pandas as pd
import pytest

import credtag
from credtag import resources

PAGE = Path(__file__).parents[1] / "docs" / "pipelines.md"

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="the documentation lies in the checkout only")


def test_the_pipeline_runs_from_pages_to_what_to_check_first(tmp_path, monkeypatch, capsys):
    pytest.importorskip("trafilatura", reason="the pipeline begins with web pages")
    monkeypatch.chdir(tmp_path)
    text = resources.path("examples/ferry_terminal.txt").read_text(encoding="utf-8")
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
    Path("pages").mkdir()
    Path("pages/ferry.html").write_text(
        f"<html><head><meta property='og:site_name' content='The Coastal Courier'></head>"
        f"<body><article>{paragraphs}</article></body></html>"
    )
    program = PAGE.read_text(encoding="utf-8").split("\n## Engines")[0]
    given = {"__name__": "__main__"}
    for code in re.findall(r"^```python\n(.*?)^```", program, re.M | re.S):
        exec(compile(code, PAGE.name, "exec"), given)
    printed = capsys.readouterr().out
    assert printed.index("caveated") < printed.index("on_record") < printed.index("0#0-")
    assert given["first"]["publisher"].eq("The Coastal Courier").all()
    assert (given["total"], given["failed"]) == given["again"] == (2, 0)
    pd.testing.assert_frame_equal(credtag.Frames.read_parquet("out").claims, given["claims"])
