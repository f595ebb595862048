"""How sure the network is that an attribution is right: a logistic regression on its own doubts.

The doubts are log-probabilities of edges and links, and a few facts of size. training/calibrate.py fits the weights on texts
that the network was not trained on, and reports how far the result can be trusted.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from attrs import frozen

_FLOOR = -12.0


@frozen
class Signs:
    """What an attribution is judged by; the first six are log-probabilities."""

    cue_edge: float  # of the cue's beginning and end
    content_edge: float  # of the worst edge of the content
    content_words: float  # of the content's words being content, on average
    source_edge: float  # 0 without a source
    cue_link: float  # of the content's worst link to the cue
    source_link: float
    pieces: int
    length: int  # words of the content
    cue_length: int
    sourced: int  # 1 or 0
    hint: float  # the best chance that some word of the content is a cue itself

    def numbers(self) -> list[float]:
        """Return what the regression weighs, a constant first."""
        logs = [
            max(value, _FLOOR)
            for value in (
                self.cue_edge,
                self.content_edge,
                self.content_words,
                self.source_edge,
                self.cue_link,
                self.source_link,
            )
        ]
        sizes = [math.log(self.pieces), math.log(self.length), math.log(self.cue_length), self.sourced, self.hint]
        short = float(self.length <= 3)
        return [1.0, *logs, *(math.exp(value) for value in logs), *sizes, short]


def score(signs: Signs, weights: Sequence[float]) -> float:
    """Return the probability that the attribution is right."""
    total = sum(w * x for w, x in zip(weights, signs.numbers(), strict=True))
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)
