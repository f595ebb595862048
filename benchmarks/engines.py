"""Measure articles a second under plain pandas, two processes, Dask, Ray Data and Spark on this machine, two cores each.

pip install -e '.[dask,ray,spark]'
python benchmarks/engines.py [ARTICLES]

An engine is up, and has tagged a few articles, before its time begins; an engine that is not installed is left out.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec

import pandas as pd

import credtag
from articles import rows

COLUMNS = {"text": "body", "doc_id": "id", "publisher": "outlet"}
Run = Callable[[pd.DataFrame], pd.DataFrame]


def pandas(articles: pd.DataFrame) -> pd.DataFrame:
    """Tag in this process."""
    return credtag.claims(articles, **COLUMNS)


def processes(articles: pd.DataFrame) -> pd.DataFrame:
    """Tag in two processes of tag_all."""
    named = articles.rename(columns={column: key for key, column in COLUMNS.items()})
    return credtag.to_frames(credtag.tag_all(named.to_dict("records"), workers=2)).claims


def dask() -> Run:
    """Start Dask's two processes."""
    import dask
    import dask.dataframe as dd

    def run(articles: pd.DataFrame) -> pd.DataFrame:
        split = dd.from_pandas(articles, npartitions=8)
        return split.map_partitions(credtag.claims, **COLUMNS, meta=credtag.CLAIMS.empty()).compute()

    dask.config.set(scheduler="processes", num_workers=2)
    return run


def ray() -> Run:
    """Start Ray with two cores."""
    import ray

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    ray.data.DataContext.get_current().enable_progress_bars = False

    def run(articles: pd.DataFrame) -> pd.DataFrame:
        split = ray.data.from_pandas(articles).repartition(8)
        return split.map_batches(credtag.claims, batch_format="pandas", fn_kwargs=COLUMNS).to_pandas()

    return run


def spark() -> Run:
    """Start Spark with two threads, each with a Python process."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()

    def tag(frames: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        return (credtag.claims(frame, **COLUMNS) for frame in frames)

    def run(articles: pd.DataFrame) -> pd.DataFrame:
        return session.createDataFrame(articles).mapInPandas(tag, schema=credtag.CLAIMS.ddl).toPandas()

    return run


def main(count: int) -> None:
    """Print articles a second, and the ratio to plain pandas."""
    articles = pd.DataFrame(rows(count, 15))
    ways: dict[str, Callable[[], Run]] = {"pandas, one process": lambda: pandas, "tag_all, two": lambda: processes}
    ways |= {name: way for name, way in (("dask", dask), ("ray", ray)) if find_spec(name)}
    if find_spec("pyspark") and shutil.which("java"):
        ways["spark"] = spark
    alone, expected = 0.0, pandas(articles)
    for name, way in ways.items():
        run = way()
        run(articles[:16])
        began = time.perf_counter()
        claims = credtag.CLAIMS.coerce(run(articles))
        taken = time.perf_counter() - began
        alone = alone or taken
        pd.testing.assert_frame_equal(by_id(claims), by_id(expected))
        print(
            f"{name}: {count / taken:.1f} articles a second, {alone / taken:.2f} times one process, equal", flush=True
        )


def by_id(claims: pd.DataFrame) -> pd.DataFrame:
    """Sort, since engines do not keep the order unless asked to."""
    return claims.sort_values("claim_id", ignore_index=True)


if __name__ == "__main__":
    main(int((sys.argv[1:] or ["200"])[0]))
