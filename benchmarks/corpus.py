"""Measure many articles on one machine: what a second process adds, and what a batch survives.

python benchmarks/corpus.py speed [ARTICLES]       one process against two
python benchmarks/corpus.py endurance [ARTICLES]   a batch that is killed twice against one that is not
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import deque
from pathlib import Path
from statistics import median

import pandas as pd

import credtag
from articles import rows
from credtag import attribution
from credtag.batch import FRAMES, Batch


def speed(count: int) -> None:
    """Print articles a second with one and with two processes, by turns, and the ratio."""
    articles = [{"text": row["body"], "publisher": row["outlet"]} for row in rows(count, 15)]
    words = sum(len(article["text"].split()) for article in articles) / count
    print(f"{count} articles of {words:.0f} words; idle before: {idle():.0%} of both cores")
    list(credtag.tag_all(articles[:8]))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "articles.jsonl")
        pd.DataFrame(rows(count, 15)).to_json(source, orient="records", lines=True)

        def stream(workers: int) -> None:
            deque(credtag.tag_all(articles, workers=workers), maxlen=0)

        def batch(workers: int) -> None:
            out = Path(folder, f"{time.monotonic_ns()}")
            Batch(source, out, text="body", doc_id="id", publisher="outlet").run(workers=workers)

        for name, run in (("tag_all", stream), ("batch", batch)):
            seconds: dict[int, list[float]] = {1: [], 2: []}
            work: dict[int, list[float]] = {1: [], 2: []}
            for _ in range(3):
                for workers in seconds:
                    began, spent = time.perf_counter(), processor()
                    run(workers)
                    seconds[workers].append(time.perf_counter() - began)
                    work[workers].append(processor() - spent)
            one, two = (median(taken) for taken in seconds.values())
            alone, both = (median(spent) for spent in work.values())
            print(f"{name}: {count / one:.1f} and {count / two:.1f} articles a second, ratio {one / two:.2f}")
            print(f"  processor time {alone:.1f} and {both:.1f} s: on two free cores at most {2 * alone / both:.2f}")


def processor() -> float:
    """Return the processor time of this process and of those it has waited for, in seconds."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def idle() -> float:
    """Return the share of time that the cores were idle during two seconds."""

    def ticks() -> tuple[int, int]:
        fields = [int(n) for n in Path("/proc/stat").read_text().splitlines()[0].split()[1:]]
        return fields[3], sum(fields)

    before = ticks()
    time.sleep(2)
    free, every = (b - a for a, b in zip(before, ticks(), strict=True))
    return free / every


def endurance(count: int) -> None:
    """Run a batch undisturbed and one that is killed twice; compare their frames and print peaks of memory."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "articles.jsonl")
        with source.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows(count, 3))
        print(f"{count} articles, {source.stat().st_size / 1e6:.0f} MB", flush=True)
        quiet, killed = Path(folder, "quiet"), Path(folder, "killed")
        finish(source, quiet, None)
        parts, chance = -(-count // 1000), random.Random(7)
        for stop in sorted(chance.sample(range(1, parts), 2)):
            finish(source, killed, stop)
        finish(source, killed, None)
        for name in FRAMES:
            left, right = (pd.read_parquet(each / f"{name}.parquet") for each in (quiet, killed))
            pd.testing.assert_frame_equal(left, right)
            print(f"{name}: {len(left)} rows, equal")


def finish(source: Path, folder: Path, stop: int | None) -> None:
    """Run or resume a batch until it ends or, once so many parts are there, at a random moment kill it."""
    began, peak = time.perf_counter(), 0
    run = subprocess.Popen([sys.executable, __file__, "resume", str(source), str(folder)])
    while run.poll() is None:
        peak = max(peak, peak_of(run.pid))
        if stop is not None and len(list(folder.glob("errors.parquet/*"))) >= stop:
            time.sleep(5 * random.random())
            run.send_signal(signal.SIGKILL)
            run.wait()
        time.sleep(0.2)
    ended = "ended" if run.returncode == 0 else f"killed by signal {-run.returncode}"
    done = len(list(folder.glob("errors.parquet/*")))
    print(
        f"{ended} after {time.perf_counter() - began:.0f} s, {done} parts, parent's peak {peak / 1e3:.0f} MB",
        flush=True,
    )


def resume(source: str, folder: str) -> None:
    """Run or resume a batch in two processes, by rules: the way to find spans changes nothing but the time."""
    tagger = credtag.Tagger(extract=attribution.by_rules)
    batch = Batch(Path(source), Path(folder), text="body", doc_id="id", publisher="outlet", tagger=tagger)
    batch.run(workers=2, resume=True)


def peak_of(pid: int) -> int:
    """Return the peak memory of a process in kilobytes, 0 when it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["speed", *count]:
            speed(int(count[0]) if count else 400)
        case ["endurance", *count]:
            endurance(int(count[0]) if count else 100_000)
        case ["resume", source, folder]:
            resume(source, folder)
        case _:
            sys.exit(__doc__)
