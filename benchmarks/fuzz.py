"""Time and memory on texts that nobody writes: ``python benchmarks/fuzz.py [--network] [CASE ...]``.

Each text is tagged in a process of its own, its frames included. Time is that of the processor, the best of a few runs; the growth
is how many times as long ten times the text takes. Part of it is Python's garbage collector, which looks at a long-lived object
the more often the more follow it: ``--without-collector`` leaves it out.
"""

from __future__ import annotations

import argparse
import gc
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
    "1 MB of spaces in a sentence": lambda n: (
        f"Ana Sorin said{' ' * (n * 10_000)}that the port, citing officials, was shut."
    ),
    "1 MB of spaces between words": lambda n: repeated(f"he said,{' ' * 990}citing", n * 10_000),
    "1 MB of empty lines": lambda n: repeated("Ana said so." + "\n" * 987, n * 10_000),
    "1 MB of tabs": lambda n: "\t" * (n * 10_000),
    "10,000 people who say the same": lambda n: "\n".join(
        f"{name(i)} said the dam of the valley leaks." for i in range(n * 100)
    ),
    "10,000 caveats of one source": lambda n: repeated(
        "Radio Lumen, a state-run broadcaster, said that it rained. ", n * 5_900
    ),
    "10,000 denials of one claim": lambda n: (
        "Ana Sorin said the dam leaks. " + repeated("The army denied it. ", n * 2_000)
    ),
    "100,000 names": lambda n: " ".join(f"{name(i)} and" for i in range(n * 1000)),
    "100,000 pronouns": lambda n: "Ana Sorin said so. " + repeated("She said that he said that they knew. ", n * 3_800),
    "30,000 quotations of one speaker": lambda n: (
        "Ana Sorin spoke. " + repeated('"The pier is old," she said. ', n * 8_700)
    ),
    "30,000 pronouns in one sentence": lambda n: (
        "Ana Sorin said that Marn was right, " + repeated("and he said the pier was old, ", n * 9_000)
    ),
    "1 MB of dialogue": lambda n: repeated(
        "HOLM: Will it open?\nRUIZ: I think it will, as she told you.\n", n * 10_000
    ),
    "1 MB of questions and answers": lambda n: repeated("Q: Will you open it?\nA: I said I would.\n", n * 10_000),
    "1 MB of hyphens in words": lambda n: repeated("a-", n * 10_000),
    "1 MB of initials": lambda n: repeated("U.S. ", n * 10_000),
    "1 MB of commas": lambda n: repeated("a, ", n * 10_000),
    "1 MB of half surrogates": lambda n: repeated("\ud83d\ude00 ", n * 10_000),
    "1 MB of soft hyphens": lambda n: "\u00ad" * (n * 10_000),
    "1 MB of dashes": lambda n: repeated("— ", n * 10_000),
    "1 MB of time stamps": lambda n: repeated("10:40 a.m.\nAna Sorin said so.\n", n * 10_000),
    "10,000 interviews told of afterwards": lambda n: repeated(
        "Ana Sorin said the pier was old. Her comments came in an interview with Radio Lumen.\n\n", n * 8_700
    ),
    "10,000 people quoted by an outlet": lambda n: repeated(
        "Ana Sorin was quoted by Radio Lumen as saying the pier was old. ", n * 6_500
    ),
    "1 MB of nested reports": lambda n: repeated("Ana said that Bo said that ", n * 10_000),
}


def name(i: int) -> str:
    """Return a name that no other number has."""
    letters = "abcdefghijklmnoprstuvwz"
    size = len(letters)
    return f"{letters[i % size].upper()}o{letters[i // size % size]}o {letters[i // size**2 % size].upper()}a{letters[i // size**3 % size]}n"


def measured(text: str, network: bool, collector: bool) -> tuple[float, float, int]:
    """Return processor seconds, the highest memory in MB and the number of claims."""
    warnings.simplefilter("ignore", credtag.CredtagWarning)
    tagger = credtag.Tagger() if network else credtag.Tagger(extract=attribution.by_rules)
    tagger.tag("Ana Sorin said so.").frames()
    if not collector:
        gc.disable()
    began = time.process_time()
    claims = len(tagger.tag(text).frames().claims)
    return time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, claims


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="*", metavar="CASE", help=f"one of: {'; '.join(CASES)}")
    parser.add_argument("--network", action="store_true", help="with the network instead of the rules")
    parser.add_argument("--without-collector", action="store_true", help="with Python's garbage collector off")
    parser.add_argument(
        "--runs", type=int, default=2, help="runs of the longer text, of which the best counts (default: 2)"
    )
    options = parser.parse_args()
    if unknown := set(options.cases) - set(CASES):
        sys.exit(f"no such case: {', '.join(unknown)}")
    context = multiprocessing.get_context("spawn")
    print("| text | characters | seconds | growth | MB | claims |\n|---|---|---|---|---|---|")
    for case in options.cases or CASES:
        results = []
        for scale, runs in ((10, options.runs + 2), (100, options.runs)):
            arguments = (CASES[case](scale), options.network, not options.without_collector)
            found = []
            for _ in range(runs):
                with context.Pool(1) as alone:
                    found.append(alone.apply(measured, arguments))
            results.append(min(found))
        (small, _, _), (seconds, memory, claims) = results
        size = len(CASES[case](100))
        print(
            f"| {case} | {size:,} | {seconds:.1f} | {seconds / max(small, 0.01):.1f} | {memory:.0f} | {claims:,} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
