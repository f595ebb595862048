"""Measure words a second, import time and growth with length, on the project's own articles.

python benchmarks/speed.py
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import credtag

ROOT = Path(__file__).parents[1]
ARTICLES = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "tests/articles").glob("*.txt"))]
ARTICLES.append((ROOT / "data/examples/ferry_terminal.txt").read_text(encoding="utf-8"))
ARTICLES *= 10


def words_a_second() -> float:
    """Tag the articles one by one, frames included."""
    began = time.perf_counter()
    for text in ARTICLES:
        credtag.tag(text, publisher="The Harbour Post").frames()
    return sum(len(text.split()) for text in ARTICLES) / (time.perf_counter() - began)


def seconds_for(characters: int) -> float:
    """Tag one text of so many characters, frames included."""
    text = "\n\n".join(ARTICLES * 30)[:characters]
    began = time.perf_counter()
    credtag.tag(text).frames()
    return time.perf_counter() - began


def import_seconds() -> float:
    """Import credtag after pandas, in a process of its own."""
    code = "import time, pandas; began = time.perf_counter(); import credtag; print(time.perf_counter() - began)"
    return float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout)


def main() -> None:
    """Print the medians of five runs."""
    words_a_second()
    print(f"words a second, one process: {median(words_a_second() for _ in range(5)):.0f}")
    for characters in (100_000, 1_000_000):
        print(f"{characters:>9} characters: {median(seconds_for(characters) for _ in range(3)):.2f} s")
    print(f"import beyond pandas: {median(import_seconds() for _ in range(5)):.2f} s")


if __name__ == "__main__":
    main()
