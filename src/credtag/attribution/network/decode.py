"""Decode what the network read into attributions: legal spans first, then the cue of each content, the source of each cue."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from credtag.attribution.network import pieces
from credtag.attribution.network.certainty import Signs

SOURCE, CUE, CONTENT = range(3)
TAGS = 7  # outside; begin and continue source, cue, content
BEGIN_CUE = 3
NEAR, BUCKETS = 10, 41  # word distances told apart one by one; see training/network.py
_IMPOSSIBLE = -1e9
_AT_ONCE = 256  # words whose steps are looked up together

Array = NDArray[np.float32]


@frozen
class Stretch:
    """A run of words with a role, [first, last) counted within its reading."""

    role: int
    first: int
    last: int


@frozen
class Relation:
    """A cue with its content and source, and how sure the network is of each choice."""

    source: Stretch | None
    cue: Stretch
    content: tuple[Stretch, ...]
    signs: Signs = field(repr=False)


def transitions(bigrams: Sequence[Sequence[float]], weight: float) -> NDArray[np.float64]:
    """Return what each step from tag to tag adds: a share of the bigram score, nothing lawful missing."""
    table = weight * np.asarray(bigrams)
    for inside in range(2, TAGS, 2):
        for before in range(TAGS):
            if before not in (inside, inside - 1):
                table[before, inside] = _IMPOSSIBLE
    return table


def tagged(readings: Sequence[Array], table: NDArray[np.float64]) -> list[list[int]]:
    """Return the best lawful tags of each reading (Viterbi), all readings side by side."""
    if not readings:
        return []
    order = sorted(range(len(readings)), key=lambda i: -len(readings[i]))
    sizes = [len(readings[i]) for i in order]
    longest = sizes[0]
    scores = np.zeros((longest, len(order), TAGS))
    for row, i in enumerate(order):
        scores[: sizes[row], row] = readings[i]
    states = scores.copy()  # the best that ends in each tag, word by word
    states[0, :, 2::2] = _IMPOSSIBLE
    onto = np.ascontiguousarray(table.T)
    alive = len(order)
    for step in range(1, longest):
        while sizes[alive - 1] <= step:
            alive -= 1
        paths = states[step - 1, :alive, None, :] + onto
        states[step, :alive] += np.maximum.reduce(paths, axis=2)
    back = np.concatenate([_before(states[k : k + _AT_ONCE], onto) for k in range(0, longest, _AT_ONCE)])
    found: list[list[int]] = [[]] * len(order)
    for row, i in enumerate(order):
        tag = int(states[sizes[row] - 1, row].argmax())
        tags = [tag]
        steps = back[: sizes[row] - 1, row].tolist()
        for step in reversed(steps):
            tag = step[tag]
            tags.append(tag)
        found[i] = tags[::-1]
    return found


def _before(states: NDArray[np.float64], onto: NDArray[np.float64]) -> NDArray[np.int8]:
    """Return from which tag each tag of the next word is best reached."""
    best: NDArray[np.int8] = (states[:, :, None, :] + onto).argmax(axis=3).astype(np.int8)
    return best


def stretches(tags: Sequence[int]) -> list[Stretch]:
    """Return the runs of words that lawful tags spell."""
    begins = [i for i, tag in enumerate(tags) if tag & 1]
    found = []
    for i, after in pairwise([*begins, len(tags)]):
        last = i + 1
        while last < after and tags[last]:
            last += 1
        found.append(Stretch((tags[i] - 1) // 2, i, last))
    return found


def distance_buckets(gap: NDArray[np.int64]) -> NDArray[np.int64]:
    """Number word distances: one by one up to ten, then in steps of eight."""
    size = np.abs(gap)
    far = np.sign(gap) * (NEAR + np.minimum((size - NEAR) // 8 + 1, NEAR))
    return np.clip(np.where(size <= NEAR, gap, far), -2 * NEAR, 2 * NEAR) + 2 * NEAR


@frozen(eq=False)
class Linker:
    """Link the stretches of a reading: each content to the cue it points to, each cue to its source or to none.

    A little nearness helps the pointers (``nearness`` for each five words apart, threefold for a paragraph break).
    """

    distance: NDArray[np.float64]
    nearness: float

    def relations(
        self, found: Sequence[Stretch], tags: Array, query: Array, key: Array, none: Array, paragraph: Sequence[int]
    ) -> Iterator[Relation]:
        """Yield a relation for each cue that got content."""
        cues = [s for s in found if s.role == CUE]
        contents = [s for s in found if s.role == CONTENT]
        sources = [s for s in found if s.role == SOURCE]
        if not cues or not contents:
            return
        width = query.shape[1] // 2
        heads = np.array([s.first for s in cues])
        words = np.concatenate([np.arange(s.first, s.last) for s in contents])
        points = query[words, :width] @ key[heads, :width].T / math.sqrt(width)
        points = _log_shares(points + self.distance[0][distance_buckets(heads[None] - words[:, None])])
        starts = np.cumsum([0, *(s.last - s.first for s in contents[:-1])])
        sizes = np.array([s.last - s.first for s in contents])
        points = np.add.reduceat(points, starts, axis=0) / sizes[:, None]
        points += self.nearness * _closeness(contents, cues, paragraph)
        chosen = points.argmax(axis=1).tolist()
        to_cue = _shares(points).max(axis=1)

        keys = np.concatenate([none[None, width:], key[[s.first for s in sources], width:]])
        places = np.array([-1, *(s.first for s in sources)])
        links = query[heads, width:] @ keys.T / math.sqrt(width)
        links = _log_shares(links + self.distance[1][distance_buckets(places[None] - heads[:, None])])
        if sources:
            links[:, 1:] += self.nearness * _closeness(cues, sources, paragraph)
        picked = links.argmax(axis=1).tolist()
        to_source = _shares(links).max(axis=1)

        inside = np.logaddexp(tags[words, 1 + 2 * CONTENT], tags[words, 2 + 2 * CONTENT])
        reported = np.add.reduceat(inside, starts).tolist()
        hints = np.maximum.reduceat(tags[words, BEGIN_CUE : BEGIN_CUE + 2].max(axis=1), starts).tolist()
        for i, cue in enumerate(cues):
            mine = [j for j, c in enumerate(chosen) if c == i]
            if not mine:
                continue
            content = tuple(contents[j] for j in mine)
            length = sum(s.last - s.first for s in content)
            source = sources[picked[i] - 1] if picked[i] else None
            signs = Signs(
                cue_edge=_edge(tags, cue),
                content_edge=min(_edge(tags, s) for s in content),
                content_words=sum(reported[j] for j in mine) / length,
                source_edge=_edge(tags, source) if source else 0.0,
                cue_link=math.log(max(min(to_cue[j] for j in mine), 1e-6)),
                source_link=math.log(max(to_source[i], 1e-6)),
                pieces=len(content),
                length=length,
                cue_length=cue.last - cue.first,
                sourced=int(source is not None),
                hint=math.exp(max(hints[j] for j in mine)),
            )
            yield Relation(source, cue, content, signs)


def _log_shares(scores: NDArray[Any]) -> NDArray[Any]:
    shifted = scores - scores.max(axis=1, keepdims=True)
    shares: NDArray[Any] = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return shares


def _shares(scores: NDArray[Any]) -> NDArray[Any]:
    shares: NDArray[Any] = np.exp(_log_shares(scores))
    return shares


def _closeness(ones: Sequence[Stretch], others: Sequence[Stretch], paragraph: Sequence[int]) -> NDArray[np.float64]:
    rows = [
        [
            -min(max(0, a.first - b.last, b.first - a.last), 30) / 5 - 3.0 * (paragraph[a.first] != paragraph[b.first])
            for b in others
        ]
        for a in ones
    ]
    return np.array(rows)


def _edge(tags: Array, stretch: Stretch) -> float:
    """Log-probability that the stretch begins and ends where it does."""
    begin = float(tags[stretch.first, 1 + 2 * stretch.role])
    inside = 2 + 2 * stretch.role
    end = (
        math.log(max(1 - math.exp(min(float(tags[stretch.last, inside]), 0.0)), 1e-6))
        if stretch.last < len(tags)
        else 0.0
    )
    return begin + end


def paragraphs_of(words: pieces.Words, first: int, size: int) -> list[int]:
    """Number the paragraph of each word of a reading."""
    number = 0
    found = []
    for form in words.forms[first : first + size]:
        number += form == pieces.BREAK
        found.append(number)
    return found
