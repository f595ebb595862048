"""The engines' code in docs/pipelines.md gives, on the real engine in local mode, what plain pandas gives."""

import re
import shutil
from importlib.util import find_spec
from pathlib import Path

import pandas as pd
import pytest

import credtag

PAGE = Path(__file__).parents[2] / "docs" / "pipelines.md"
TOWNS = ["Marn", "Veshnia", "Oblin", "Tarrow"]

pytestmark = [
    pytest.mark.skipif(not PAGE.exists(), reason="the documentation lies in the checkout only"),
    pytest.mark.filterwarnings("ignore"),  # the engines' own
]


@pytest.fixture(scope="module")
def articles():
    return pd.DataFrame(
        {
            "id": [f"a{n:03}" for n in range(200)],
            "outlet": ["The Harbour Post" if n % 3 else None for n in range(200)],
            "body": [
                f"Mayor Ana Ruiz told Radio Lumen that the bridge at {TOWNS[n % 4]} could open in {2030 + n}. "
                "“Nothing is decided,” she said. Kompas reported, citing unnamed officials, that it will be sold."
                for n in range(200)
            ],
        }
    )


@pytest.fixture(scope="module")
def plain(articles):
    return credtag.claims(articles, text="body", doc_id="id", publisher="outlet")


def run(engine, articles):
    """Run the code of an engine's section and return what it defines."""
    section = PAGE.read_text(encoding="utf-8").split(f"\n### {engine}\n")[1].split("\n### ")[0]
    given = {"articles": articles, "__name__": "__main__"}
    (code,) = re.findall(r"^```python\n(.*?)^```", section, re.M | re.S)
    exec(compile(code, PAGE.name, "exec"), given)
    return given


@pytest.mark.skipif(find_spec("dask") is None, reason="needs credtag[dask]")
def test_dask(articles, plain):
    pd.testing.assert_frame_equal(run("Dask", articles)["claims"], plain)


@pytest.mark.skipif(find_spec("ray") is None, reason="needs credtag[ray]")
def test_ray(articles, plain):
    import ray

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    try:
        pd.testing.assert_frame_equal(run("Ray Data", articles)["claims"], plain)
    finally:
        ray.shutdown()


@pytest.mark.skipif(find_spec("pyspark") is None, reason="needs credtag[spark]")
@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java 17 or newer")
def test_spark(articles, plain, monkeypatch):
    monkeypatch.setenv("PYSPARK_PYTHON", "")  # put back after the page's code has set it
    given = run("Spark", articles)
    given["spark"].stop()
    pd.testing.assert_frame_equal(given["claims"], plain)


@pytest.mark.parametrize("schema", [credtag.CLAIMS, credtag.LINKS, credtag.SOURCES, credtag.EVIDENCE])
def test_the_ddl_has_each_column_with_its_type(schema):
    columns = dict(re.findall(r"`(\w+)` (\w+)", schema.ddl))
    assert tuple(columns) == schema.columns
    kinds = {"Int8": "TINYINT", "Int32": "INT", "Float32": "FLOAT", "boolean": "BOOLEAN"}
    assert columns == {name: kinds.get(str(dtype), "STRING") for name, dtype in schema.dtypes.items()}
