"""Count which tag follows which in the training part: log p(tag | the one before) - log p(tag).

``python bigrams.py CORPORA/polnear OUT.json``
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import corpus
import numpy as np


def main() -> None:
    """Write the table of scores."""
    counts = np.full((7, 7), 0.5)
    for article in corpus.read(Path(sys.argv[1]) / "train"):
        tags = np.array(corpus.label(article.text, article.annotations[0]).tags)
        np.add.at(counts, (tags[:-1], tags[1:]), 1)
    given = counts / counts.sum(axis=1, keepdims=True)
    alone = counts.sum(axis=0) / counts.sum()
    Path(sys.argv[2]).write_text(json.dumps(np.round(np.log(given / alone), 4).tolist()))


if __name__ == "__main__":
    main()
