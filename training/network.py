"""The network: a small transformer encoder with a tag head and two pointer heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from attrs import frozen
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import gelu, scaled_dot_product_attention

from credtag.attribution.network import pieces

TAGS = 7
HIDDEN = 384
HEADS = 12
EACH = HIDDEN // HEADS  # numbers of a head
PLACES = 256  # the longest window
WIDTH = 128  # of the vectors that point
NEAR = 10  # word distances told apart one by one
BUCKETS = 41
Weights = Mapping[str, Tensor]


@frozen
class Size:
    """What may be smaller than in MiniLM: the heads and the inner units of each layer."""

    heads: tuple[int, ...] = (HEADS,) * 6
    inner: tuple[int, ...] = (4 * HIDDEN,) * 6


def distance_buckets(size: int) -> Tensor:
    """Number the distance from word i to word j: one by one up to ten, then in steps of eight."""
    place = torch.arange(size)
    gap = place[None, :] - place[:, None]
    far = gap.sign() * (NEAR + ((gap.abs() - NEAR) // 8 + 1).clamp(max=NEAR))
    return torch.where(gap.abs() <= NEAR, gap, far).clamp(-2 * NEAR, 2 * NEAR) + 2 * NEAR


class Layer(nn.Module):
    """One layer of BERT's encoder."""

    def __init__(self, heads: int, inner: int) -> None:
        super().__init__()
        self.query = nn.Linear(HIDDEN, heads * EACH)
        self.key = nn.Linear(HIDDEN, heads * EACH)
        self.value = nn.Linear(HIDDEN, heads * EACH)
        self.mix = nn.Linear(heads * EACH, HIDDEN)
        self.mixed = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.widen = nn.Linear(HIDDEN, inner)
        self.narrow = nn.Linear(inner, HIDDEN)
        self.narrowed = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Let each piece look at the others, then at itself."""
        q, k, v = (part(x).unflatten(-1, (-1, EACH)).transpose(1, 2) for part in (self.query, self.key, self.value))
        y = scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).flatten(2)
        x = self.mixed(x + self.drop(self.mix(y)))
        return self.narrowed(x + self.drop(self.narrow(gelu(self.widen(x)))))


class Tagger(nn.Module):
    """Give each word tag scores and, for two links (content to cue, cue to source), a query and a key.

    Slot 0 stands for the class piece: a cue without a source points there.
    """

    def __init__(self, vocabulary: int, size: Size) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.places = nn.Embedding(PLACES, HIDDEN)
        self.shapes = nn.Embedding(pieces.SHAPES, HIDDEN)
        self.embedded = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(map(Layer, size.heads, size.inner))
        self.drop = nn.Dropout(0.1)
        self.role = nn.Linear(HIDDEN, TAGS)
        self.query = nn.Linear(HIDDEN, 2 * WIDTH)
        self.key = nn.Linear(HIDDEN, 2 * WIDTH)
        self.distance = nn.Parameter(torch.zeros(2, BUCKETS))

    def encoded(self, ids: Tensor, mask: Tensor, shapes: Tensor) -> list[Tensor]:
        """Return what each layer says, the embedding first."""
        found = [self.drop(self.embedded(self.words(ids) + self.places.weight[: ids.size(1)] + self.shapes(shapes)))]
        seen = mask.bool()[:, None, None, :]
        for layer in self.layers:
            found.append(layer(found[-1], seen))
        return found

    def forward(self, ids: Tensor, mask: Tensor, shapes: Tensor, heads: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return tag scores, queries and keys, a row for each head."""
        hidden = self.encoded(ids, mask, shapes)[-1]
        hidden = hidden.gather(1, heads.unsqueeze(-1).expand(-1, -1, hidden.size(-1)))
        hidden = self.drop(hidden)
        return self.role(hidden), self.query(hidden), self.key(hidden)

    def link(self, query: Tensor, key: Tensor, which: int) -> Tensor:
        """Score every word as the goal of every other."""
        part = slice(which * WIDTH, (which + 1) * WIDTH)
        scores = query[..., part] @ key[..., part].transpose(-1, -2) / WIDTH**0.5
        return scores + self.distance[which][distance_buckets(scores.size(-1))]


NAMES = {
    "embeddings.word_embeddings.": "words.",
    "embeddings.position_embeddings.": "places.",
    "embeddings.token_type_embeddings.": "shapes.",
    "embeddings.LayerNorm.": "embedded.",
    "attention.self.": "",
    "attention.output.dense.": "mix.",
    "attention.output.LayerNorm.": "mixed.",
    "intermediate.dense.": "widen.",
    "output.dense.": "narrow.",
    "output.LayerNorm.": "narrowed.",
    "encoder.layer.": "layers.",
}


def renamed(name: str) -> str:
    """Turn BERT's name of a weight into the one used here."""
    for theirs, ours in NAMES.items():
        name = name.replace(theirs, ours)
    return name


def pretrained(folder: str, rows: Sequence[int]) -> Tagger:
    """Start from the encoder in *folder*, keeping the given rows of its word-piece embeddings; shapes begin alike."""
    found = load_file(f"{folder}/model.safetensors")
    weights = {renamed(k): v for k, v in found.items() if not k.startswith("pooler") and "position_ids" not in k}
    weights["words.weight"] = weights["words.weight"][list(rows)]
    weights["places.weight"] = weights["places.weight"][:PLACES]
    weights["shapes.weight"] = weights["shapes.weight"][:1].repeat(pieces.SHAPES, 1)
    model = Tagger(len(rows), Size())
    missing = model.load_state_dict(weights, strict=False)
    assert not missing.unexpected_keys, missing
    return model


def sized(weights: Mapping[str, Any]) -> Size:
    """Return the size of a checkpoint's tagger."""
    count = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    return Size(
        tuple(len(weights[f"layers.{i}.query.weight"]) // EACH for i in range(count)),
        tuple(len(weights[f"layers.{i}.widen.weight"]) for i in range(count)),
    )


def fitted(weights: Weights) -> Tagger:
    """Return the tagger of a checkpoint."""
    model = Tagger(len(weights["words.weight"]), sized(weights))
    model.load_state_dict(weights)
    return model
