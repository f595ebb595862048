"""Time and memory on texts that nobody writes: ``python benchmarks/fuzz.py [--network] [CASE ...]``.

Each text is tagged in a process of its own, its frames included. Time is that of the processor; the growth is how many times
as long ten times the text takes.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
import warnings
from itertools import cycle, islice
from pathlib import Path

import credtag
from credtag import attribution

ROOT = Path(__file__).parents[1]
ARTICLES = [*sorted((ROOT / "tests" / "articles").glob("*.txt")), *sorted((ROOT / "data" / "examples").glob("*.txt"))]
ENDLESS = "the port of Marn was shut and Ana Sorin said that it would stay so because the army had denied it and "


def news(size: int) -> str:
    """Return articles one after the other, cut at *size* characters."""
    articles = [path.read_text(encoding="utf-8") for path in ARTICLES]
    shortest = min(map(len, articles))
    return "\n\n".join(islice(cycle(articles), size // shortest + 1))[:size]


def repeated(unit: str, size: int) -> str:
    return unit * (size // len(unit))


CASES = {
    "news, 1 MB": lambda n: news(n * 10_000),
    "news in one line, 5 MB": lambda n: " ".join(news(n * 50_000).split()),
    "100,000 quotation marks": lambda n: '"' * (n * 1000),
    "100,000 open quotations": lambda n: repeated("“a ", n * 3000),
    "100,000 single marks": lambda n: repeated("'a ", n * 3000),
    "100,000 times said": lambda n: repeated("said ", n * 5000),
    "100,000 times he said that": lambda n: repeated("he said that ", n * 13_000),
    "100,000 open parentheses": lambda n: "(" * (n * 1000),
    "50,000 parentheses, nested": lambda n: "(a " * (n * 500) + ")" * (n * 500),
    "1 MB without a full stop": lambda n: repeated(ENDLESS, n * 10_000),
    "1 MB without a space": lambda n: "a" * (n * 10_000),
    "1 MB of full stops": lambda n: repeated(". ", n * 10_000),
    "100,000 lines": lambda n: "Ana said so\n" * (n * 1000),
    "100,000 lines of furniture": lambda n: "Related stories\nSign up now\n" * (n * 500),
    "1 MB of appeals": lambda n: repeated("Dear readers,\nWe need your help. Please donate.\n", n * 10_000),
    "1 MB in capitals": lambda n: news(n * 10_000).upper(),
    "1 MB of Russian": lambda n: repeated("Мэр города сказал, что порт закрыт. ", n * 10_000),
}


def measured(text: str, network: bool) -> tuple[float, float, int]:
    """Return processor seconds, the highest memory in MB and the number of claims."""
    warnings.simplefilter("ignore", credtag.CredtagWarning)
    tagger = credtag.Tagger() if network else credtag.Tagger(extract=attribution.by_rules)
    tagger.tag("Ana Sorin said so.").frames()
    began = time.process_time()
    claims = len(tagger.tag(text).frames().claims)
    return time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, claims


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="*", metavar="CASE", help=f"one of: {'; '.join(CASES)}")
    parser.add_argument("--network", action="store_true", help="with the network instead of the rules")
    options = parser.parse_args()
    if unknown := set(options.cases) - set(CASES):
        sys.exit(f"no such case: {', '.join(unknown)}")
    context = multiprocessing.get_context("spawn")
    print("| text | characters | seconds | growth | MB | claims |\n|---|---|---|---|---|---|")
    for name in options.cases or CASES:
        results = []
        for scale in (10, 100):
            with context.Pool(1) as alone:
                results.append(alone.apply(measured, (CASES[name](scale), options.network)))
        (small, _, _), (seconds, memory, claims) = results
        size = len(CASES[name](100))
        print(
            f"| {name} | {size:,} | {seconds:.1f} | {seconds / max(small, 0.01):.1f} | {memory:.0f} | {claims:,} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
