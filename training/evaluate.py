"""Write the shipped model's attributions of a PolNeAR part, one document a line, and say how fast they came.

``python evaluate.py CORPORA/polnear/dev OUT.jsonl [--all]``

With ``--all`` nothing is left out for a low score: calibration needs that.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import corpus
from attrs import asdict, evolve

from credtag import document
from credtag.attribution import spans
from credtag.attribution.network import model


def main() -> None:
    """Tag every text of a part."""
    articles = corpus.read(Path(sys.argv[1]))
    if "--all" in sys.argv:
        whole = evolve(model.network(), least=0.0)
        model.network = lambda: whole  # type: ignore[assignment]
    spans.extract(document.read("Warm up, she said."))
    words, seconds = 0, 0.0
    with Path(sys.argv[2]).open("w", encoding="utf-8") as handle:
        for article in articles:
            read = document.read(article.text)
            began = time.perf_counter()
            found = spans.extract(read)
            seconds += time.perf_counter() - began
            words += len(article.text.split())
            rows = [
                {
                    **{role: [[s.start, s.end] for s in getattr(raw, role)] for role in ("source", "cue", "content")},
                    "score": raw.score,
                    "signs": asdict(raw.signs) if raw.signs else None,
                }
                for raw in found
            ]
            handle.write(json.dumps({"doc": article.name, "attributions": rows}) + "\n")
    print(f"{len(articles)} texts, {words} words, {words / seconds:.0f} words a second")


if __name__ == "__main__":
    main()
