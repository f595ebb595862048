"""The network: a pretrained MiniLM encoder with a tag head and two pointer heads."""

from __future__ import annotations

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from credtag.attribution import pieces

TAGS = 7
WIDTH = 128  # of the vectors that point
NEAR = 10  # word distances told apart one by one
BUCKETS = 41


def distance_buckets(size: int) -> Tensor:
    """Number the distance from word i to word j: one by one up to ten, then in steps of eight."""
    place = torch.arange(size)
    gap = place[None, :] - place[:, None]
    far = gap.sign() * (NEAR + ((gap.abs() - NEAR) // 8 + 1).clamp(max=NEAR))
    return torch.where(gap.abs() <= NEAR, gap, far).clamp(-2 * NEAR, 2 * NEAR) + 2 * NEAR


class Tagger(nn.Module):
    """Give each word tag scores and, for two links (content to cue, cue to source), a query and a key.

    Slot 0 stands for the class piece: a cue without a source points there.
    """

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.bert = BertModel(config, add_pooling_layer=False)
        hidden = config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.role = nn.Linear(hidden, TAGS)
        self.query = nn.Linear(hidden, 2 * WIDTH)
        self.key = nn.Linear(hidden, 2 * WIDTH)
        self.distance = nn.Parameter(torch.zeros(2, BUCKETS))

    def forward(self, ids: Tensor, mask: Tensor, shapes: Tensor, heads: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return tag scores, queries and keys, a row for each head."""
        hidden = self.bert(input_ids=ids, attention_mask=mask, token_type_ids=shapes).last_hidden_state
        hidden = hidden.gather(1, heads.unsqueeze(-1).expand(-1, -1, hidden.size(-1)))
        hidden = self.drop(hidden)
        return self.role(hidden), self.query(hidden), self.key(hidden)

    def link(self, query: Tensor, key: Tensor, which: int) -> Tensor:
        """Score every word as the goal of every other."""
        part = slice(which * WIDTH, (which + 1) * WIDTH)
        scores = query[..., part] @ key[..., part].transpose(-1, -2) / WIDTH**0.5
        return scores + self.distance[which][distance_buckets(scores.size(-1))]


def configured(folder: str, vocabulary: int) -> BertConfig:
    """Read the encoder's configuration, for a vocabulary of its own and shapes in place of segments."""
    config = BertConfig.from_pretrained(folder)
    config.vocab_size = vocabulary
    config.type_vocab_size = pieces.SHAPES
    config._attn_implementation = "sdpa"
    config.attention_probs_dropout_prob = 0.0  # so that the fast attention kernel serves; a third of a step
    return config


def pretrained(folder: str, rows: list[int]) -> Tagger:
    """Start from the encoder in *folder*, keeping the given rows of its word-piece embeddings."""
    weights = load_file(f"{folder}/model.safetensors")
    weights = {k: v for k, v in weights.items() if not k.startswith("pooler") and "position_ids" not in k}
    name = "embeddings.word_embeddings.weight"
    weights[name] = weights[name][rows]
    name = "embeddings.token_type_embeddings.weight"
    weights[name] = weights[name][:1].repeat(pieces.SHAPES, 1)
    model = Tagger(configured(folder, len(rows)))
    missing = model.bert.load_state_dict(weights, strict=False)
    assert not missing.unexpected_keys, missing
    assert not [k for k in missing.missing_keys if "_ids" not in k], missing
    return model
