"""Run the attribution network: for each word of a text, tag scores and the vectors that link content, cue and source.

The network is a MiniLM encoder (Wang et al. 2020) fitted to PolNeAR (Newell et al. 2018); see training/ and
data/model/card.json. It reads windows of whole paragraphs, one at a time, so a window's result never depends on its company.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache

import numpy as np
import onnxruntime
from attrs import field, frozen
from numpy.typing import NDArray

from credtag import resources
from credtag.attribution.network import decode, pieces
from credtag.errors import DataFileError

LIMIT = 256  # pieces of a window, as in training
OVERLAP = 64  # pieces that windows share where a paragraph is too long for one
SEAMS = 2  # class and separator
LONGEST = 2048  # words after which a paragraph that never ends is read on apart
NEVER = -1e4  # nothing begins at a break

Array = NDArray[np.float32]


@frozen(eq=False)
class Reading:
    """What the network made of a run of words: one row a word, tags as log-probabilities."""

    first: int
    tags: Array = field(repr=False)
    query: Array = field(repr=False)
    key: Array = field(repr=False)
    none: Array = field(repr=False)  # the key that a cue without a source points to

    def between(self, first: int, last: int) -> Reading:
        """Return the reading of the words [first, last) alone."""
        if first == self.first and last == self.first + len(self.tags):
            return self
        part = slice(first - self.first, last - self.first)
        return Reading(first, self.tags[part], self.query[part], self.key[part], self.none)


@frozen(eq=False)
class Network:
    """The loaded network with its vocabulary and the numbers that decoding needs."""

    session: onnxruntime.InferenceSession
    vocabulary: pieces.Vocabulary
    steps: NDArray[np.float64] = field(repr=False)  # what each step from tag to tag adds
    linker: decode.Linker = field(repr=False)
    weights: tuple[float, ...] = field(repr=False)  # of an attribution's signs
    least: float = 0.0  # the probability below which an attribution is not returned

    def read(self, words: pieces.Words) -> Iterator[Reading]:
        """Read *words* in windows, as they are asked for; windows of one long paragraph are joined to one reading."""
        taken = [self.vocabulary.pieces(form) for form in words.forms]
        lengths = [len(p) for p in taken]
        held: Reading | None = None
        for first, last in pieces.ranges(words.forms, lengths, LIMIT - SEAMS, overlap=OVERLAP):
            begin = first
            room = LIMIT - SEAMS - sum(lengths[first:last])
            joined = first > 0 and words.forms[first - 1] != pieces.BREAK
            while joined and begin > 0 and words.forms[begin - 1] != pieces.BREAK and lengths[begin - 1] <= room:
                begin -= 1
                room -= lengths[begin]
            reading = self._run(pieces.window(words, taken, begin, last, self.vocabulary))
            breaks = [i for i in range(last - begin) if words.forms[begin + i] == pieces.BREAK]
            reading.tags[breaks, 1::2] = NEVER
            if held is not None and joined:
                if len(held.tags) < LONGEST:
                    held = _joined(held, reading, begin + (first - begin) // 2)
                    continue
                reading = reading.between(first, last)
            if held is not None:
                yield held
            held = reading
        if held is not None:
            yield held

    def _run(self, window: pieces.Window) -> Reading:
        feed = {
            "ids": np.array([window.pieces], np.int32),
            "shapes": np.array([window.shapes], np.int32),
            "heads": np.array((0, *window.heads), np.int32),
        }
        tags, query, key = (out[0] for out in self.session.run(None, feed))
        tags = tags[1:] - tags[1:].max(axis=1, keepdims=True)
        tags -= np.log(np.exp(tags).sum(axis=1, keepdims=True))
        return Reading(window.first, tags, query[1:], key[1:], key[0])


def _joined(left: Reading, right: Reading, at: int) -> Reading:
    """Join two overlapping readings at a word of the overlap."""
    a, b = at - left.first, at - right.first
    both = [np.concatenate([x[:a], y[b:]]) for x, y in zip(_rows(left), _rows(right), strict=True)]
    return Reading(left.first, both[0], both[1], both[2], left.none)


def _rows(reading: Reading) -> tuple[Array, Array, Array]:
    return reading.tags, reading.query, reading.key


@cache
def network() -> Network:
    """Load the network that ships with credtag, once; raise DataFileError where a file is not the one that was shipped."""
    card = json.loads(resources.path("model/card.json").read_text(encoding="utf-8"))
    for name, digest in card["sha256"].items():
        if hashlib.sha256(resources.path(f"model/{name}").read_bytes()).hexdigest() != digest:
            raise DataFileError(f"credtag's data file model/{name} is damaged: install credtag again")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        str(resources.path("model/attribution.onnx")), options, providers=["CPUExecutionProvider"]
    )
    return Network(
        session,
        pieces.Vocabulary.read(resources.path("model/vocabulary.txt")),
        decode.transitions(card["bigrams"], card["bigram_weight"]),
        decode.Linker(np.array(card["distance"]), card["nearness"]),
        tuple(card["calibration"]),
        card["least_score"],
    )
