"""Fit the tagger to PolNeAR and to template paragraphs.

``python fit.py --corpus CORPORA/polnear --encoder FOLDER --out FOLDER [--steps N | --minutes M]``
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import corpus
import network
import templates
import torch
from attrs import frozen
from torch import Tensor
from torch.nn.functional import cross_entropy

from credtag.attribution import pieces

LIMIT = 256
IGNORED = -100
LINK_WEIGHT = 0.3
AVERAGED = 0.995  # of the running mean of the weights
TEMPLATES = 240  # made-up paragraphs an epoch


@frozen(eq=False)
class Example:
    """A window with its tags and the goals of both links (slot 0 is the class piece)."""

    window: pieces.Window
    tags: list[int]
    cues: list[int]
    sources: list[int]


def vocabulary_of(encoder: str, out: Path) -> tuple[pieces.Vocabulary, list[int]]:
    """Write the vocabulary without unused and non-Latin pieces; return it with the rows that it keeps."""
    lines = (Path(encoder) / "vocab.txt").read_text(encoding="utf-8").split("\n")
    rows = [i for i, piece in enumerate(lines) if piece and _kept(piece)]
    (out / "vocabulary.txt").write_text("".join(f"{lines[i]}\n" for i in rows), encoding="utf-8")
    return pieces.Vocabulary.read(out / "vocabulary.txt"), rows


def _kept(piece: str) -> bool:
    if piece.startswith("[unused"):
        return piece == pieces.BREAK
    return all(ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2150 for c in piece)


def examples(labelled: corpus.Labelled, vocabulary: pieces.Vocabulary, first: int | None = None) -> Iterator[Example]:
    """Cut a labelled text into windows."""
    words = labelled.words
    taken = [vocabulary.pieces(form) for form in words.forms]
    for a, b in pieces.ranges(words.forms, [len(p) for p in taken], LIMIT - 2, first=first):
        cues = [_slot(labelled.cue_of[i], a, b, IGNORED) for i in range(a, b)]
        sources = [IGNORED] * (b - a)
        for cue, source in labelled.source_of.items():
            if a <= cue < b:
                sources[cue - a] = _slot(source, a, b, 0)
        yield Example(
            pieces.window(words, taken, a, b, vocabulary),
            [IGNORED, *labelled.tags[a:b]],
            [IGNORED, *cues],
            [IGNORED, *sources],
        )


def _slot(word: int, first: int, last: int, missing: int) -> int:
    if word == corpus.NONE:
        return missing
    return word - first + 1 if first <= word < last else IGNORED


def padded(batch: Sequence[Example]) -> dict[str, Tensor]:
    """Lay a batch out as tensors."""
    length = -(-max(len(e.window.pieces) for e in batch) // 16) * 16
    width = -(-max(len(e.tags) for e in batch) // 16) * 16

    def rows(lists: Iterator[Sequence[int]], size: int, fill: int) -> Tensor:
        return torch.tensor([[*row, *[fill] * (size - len(row))] for row in lists])

    return {
        "ids": rows((e.window.pieces for e in batch), length, 0),
        "mask": rows(([1] * len(e.window.pieces) for e in batch), length, 0),
        "shapes": rows((e.window.shapes for e in batch), length, 0),
        "heads": rows(((0, *e.window.heads) for e in batch), width, 0),
        "tags": rows((e.tags for e in batch), width, IGNORED),
        "cues": rows((e.cues for e in batch), width, IGNORED),
        "sources": rows((e.sources for e in batch), width, IGNORED),
        "words": rows(([1] * len(e.tags) for e in batch), width, 0).bool(),
    }


def losses(model: network.Tagger, batch: dict[str, Tensor]) -> list[Tensor]:
    """Return the cross-entropy of the tags and of the two links."""
    role, query, key = model(batch["ids"], batch["mask"], batch["shapes"], batch["heads"])
    query, key = query.float(), key.float()
    found = [cross_entropy(role.float().flatten(0, 1), batch["tags"].flatten(), ignore_index=IGNORED)]
    for which, goal in enumerate(("cues", "sources")):
        scores = model.link(query, key, which).masked_fill(~batch["words"][:, None, :], -1e4)
        if (batch[goal] != IGNORED).any():
            found.append(cross_entropy(scores.flatten(0, 1), batch[goal].flatten(), ignore_index=IGNORED))
        else:
            found.append(role.sum() * 0)
    return found


def epoch(
    articles: Sequence[Sequence[corpus.Labelled]], vocabulary: pieces.Vocabulary, size: int, rng: random.Random
) -> list[list[Example]]:
    """Cut every article anew, one annotator each, and batch windows of like length."""
    found = [e for choices in articles for e in examples(rng.choice(choices), vocabulary, rng.randint(40, LIMIT - 2))]
    for text, relations in templates.articles(rng, TEMPLATES):
        found += examples(corpus.label(text, relations), vocabulary, rng.randint(40, LIMIT - 2))
    rng.shuffle(found)
    batches: list[list[Example]] = []
    for i in range(0, len(found), size * 20):
        chunk = sorted(found[i : i + size * 20], key=lambda e: len(e.window.pieces))
        batches += [chunk[j : j + size] for j in range(0, len(chunk), size)]
    rng.shuffle(batches)
    return batches


def main() -> None:
    """Fit and write a checkpoint after each epoch."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--corpus", type=Path, required=True)
    options.add_argument("--encoder", required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--steps", type=int, default=3600)
    options.add_argument("--minutes", type=float, help="let the rate fall with the clock instead of the steps")
    options.add_argument("--rate", type=float, default=2e-4)
    options.add_argument("--batch", type=int, default=8)
    options.add_argument("--start", type=Path, help="branch off a checkpoint of another run")
    options.add_argument(
        "--done", type=float, default=0.0, help="the share of the schedule that checkpoint has behind it"
    )
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(chosen.seed)
    rng = random.Random(chosen.seed)
    chosen.out.mkdir(parents=True, exist_ok=True)
    vocabulary, rows = vocabulary_of(chosen.encoder, chosen.out)
    articles = [
        [corpus.label(a.text, relations) for relations in a.annotations] for a in corpus.read(chosen.corpus / "train")
    ]
    model = network.pretrained(chosen.encoder, rows)
    if chosen.start:
        model.load_state_dict(torch.load(chosen.start))
    groups = [
        {"params": [p for n, p in model.named_parameters() if n.startswith("bert")], "lr": chosen.rate},
        {"params": [p for n, p in model.named_parameters() if not n.startswith("bert")], "lr": 5 * chosen.rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    peaks = [group["lr"] for group in groups]
    mean = {name: p.detach().clone() for name, p in model.named_parameters()}
    began = time.monotonic()
    step = number = 0
    shown = [0.0, 0.0, 0.0]
    done = chosen.done
    while done < 1:
        model.train()
        for batch in epoch(articles, vocabulary, chosen.batch, rng):
            spent = (time.monotonic() - began) / 60 / chosen.minutes if chosen.minutes else step / chosen.steps
            done = chosen.done + (1 - chosen.done) * spent
            if done >= 1:
                break
            for group, peak in zip(optimizer.param_groups, peaks, strict=True):
                group["lr"] = peak * min((step + 1) / 180, 1 - done)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                tags, cues, sources = losses(model, padded(batch))
            optimizer.zero_grad()
            (tags + LINK_WEIGHT * (cues + sources)).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 4 == 0:
                keep = min(AVERAGED**4, step / (step + 40))
                with torch.no_grad():
                    torch._foreach_lerp_(list(mean.values()), list(model.parameters()), 1 - keep)
            shown = [0.98 * s + 0.02 * x.item() for s, x in zip(shown, (tags, cues, sources), strict=True)]
            if step % 50 == 0 or step == 5:
                each = (time.monotonic() - began) / step
                print(number, step, f"{done:.3f}", [f"{s:.3f}" for s in shown], f"{each:.3f} s a step", flush=True)
        number += 1
        torch.save(model.state_dict(), chosen.out / f"epoch{number}.pt")
        torch.save({**model.state_dict(), **mean}, chosen.out / f"mean{number}.pt")
        print("epoch", number, "step", step, f"{done:.3f}", flush=True)
    (chosen.out / "run.json").write_text(json.dumps({**vars(chosen), "steps": step}, default=str))


if __name__ == "__main__":
    main()
