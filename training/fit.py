"""Fit the tagger to PolNeAR and to template paragraphs, and to what a teacher says of them and of unlabelled news.

``python fit.py --corpus CORPORA/polnear --encoder FOLDER --out FOLDER [--steps N | --minutes M]``
``python fit.py ... --start SMALL.pt --teacher LARGE.pt --unlabelled FILE ...``
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
from attrs import evolve, frozen
from torch import Tensor
from torch.nn.functional import cross_entropy, kl_div, log_softmax

from credtag.attribution.network import pieces

LIMIT = 256
IGNORED = -100
LINK_WEIGHT = 0.3
AVERAGED = 0.995  # of the running mean of the weights
HARD = 0.5  # the weight of the annotation beside a teacher
TEMPLATES = 240  # made-up paragraphs an epoch
REPEATED = 6  # times that a made-up report is read in an epoch


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


def scores(model: network.Tagger, batch: dict[str, Tensor]) -> list[Tensor]:
    """Return the scores of the tags and of both links, a row a word."""
    role, query, key = model(batch["ids"], batch["mask"], batch["shapes"], batch["heads"])
    query, key = query.float(), key.float()
    links = (model.link(query, key, which).masked_fill(~batch["words"][:, None, :], -1e4) for which in (0, 1))
    return [role.float(), *links]


def losses(found: Sequence[Tensor], batch: dict[str, Tensor]) -> list[Tensor]:
    """Return the cross-entropy of the tags and of the two links."""
    goals = (batch[name] for name in ("tags", "cues", "sources"))
    return [
        cross_entropy(rows.flatten(0, 1), goal.flatten(), ignore_index=IGNORED)
        if (goal != IGNORED).any()
        else rows.sum() * 0
        for rows, goal in zip(found, goals, strict=True)
    ]


def differences(found: Sequence[Tensor], taught: Sequence[Tensor], batch: dict[str, Tensor]) -> list[Tensor]:
    """Return the divergence from the teacher: of the tags on each word, of the links where the teacher sees one."""
    sure = taught[0].softmax(-1)
    content, cue = sure[..., 5:].sum(-1), sure[..., 3]
    return [
        (kl_div(log_softmax(rows, -1), log_softmax(goal, -1), log_target=True, reduction="none").sum(-1) * weight).sum()
        / weight.sum().clamp(min=1)
        for rows, goal, weight in zip(
            found, taught, (batch["words"].float(), content * batch["words"], cue * batch["words"]), strict=True
        )
    ]


def epoch(
    articles: Sequence[Sequence[corpus.Labelled]],
    unlabelled: Sequence[corpus.Labelled],
    vocabulary: pieces.Vocabulary,
    size: int,
    rng: random.Random,
) -> list[list[Example]]:
    """Cut every article anew, one annotator each, and batch windows of like length."""
    found = [e for text in unlabelled for e in examples(text, vocabulary, rng.randint(40, LIMIT - 2))]
    found = [
        evolve(e, tags=[IGNORED] * len(e.tags), cues=[IGNORED] * len(e.cues), sources=[IGNORED] * len(e.sources))
        for e in found
    ]
    found += [e for choices in articles for e in examples(rng.choice(choices), vocabulary, rng.randint(40, LIMIT - 2))]
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
    options.add_argument("--heads", type=float, default=5, help="how many times the rate the new heads learn with")
    options.add_argument("--batch", type=int, default=8)
    options.add_argument("--start", type=Path, help="branch off a checkpoint of another run")
    options.add_argument(
        "--done", type=float, default=0.0, help="the share of the schedule that checkpoint has behind it"
    )
    options.add_argument("--teacher", type=Path, help="a larger fitted tagger to learn from")
    options.add_argument("--reports", type=Path, help="a folder of made-up reports with gold claims")
    options.add_argument("--unlabelled", type=Path, nargs="*", default=(), help="files with one news text a line")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(chosen.seed)
    rng = random.Random(chosen.seed)
    chosen.out.mkdir(parents=True, exist_ok=True)
    vocabulary, rows = vocabulary_of(chosen.encoder, chosen.out)
    read = corpus.read(chosen.corpus / "train")
    read += REPEATED * corpus.reports(chosen.reports) if chosen.reports else []
    articles = [[corpus.label(a.text, relations) for relations in a.annotations] for a in read]
    unlabelled = [
        corpus.label(text, ())
        for file in chosen.unlabelled
        for text in file.read_text(encoding="utf-8", errors="replace").splitlines()
    ]
    model = network.fitted(torch.load(chosen.start)) if chosen.start else network.pretrained(chosen.encoder, rows)
    teacher = network.fitted(torch.load(chosen.teacher)).eval() if chosen.teacher else None
    new = ("role", "query", "key", "distance")
    groups = [
        {"params": [p for n, p in model.named_parameters() if not n.startswith(new)], "lr": chosen.rate},
        {"params": [p for n, p in model.named_parameters() if n.startswith(new)], "lr": chosen.heads * chosen.rate},
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
        for batch in epoch(articles, unlabelled, vocabulary, chosen.batch, rng):
            spent = (time.monotonic() - began) / 60 / chosen.minutes if chosen.minutes else step / chosen.steps
            done = chosen.done + (1 - chosen.done) * spent
            if done >= 1:
                break
            for group, peak in zip(optimizer.param_groups, peaks, strict=True):
                group["lr"] = peak * min((step + 1) / 180, 1 - done)
            laid = padded(batch)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                found = scores(model, laid)
                tags, cues, sources = losses(found, laid)
                total = tags + LINK_WEIGHT * (cues + sources)
                if teacher is not None:
                    with torch.no_grad():
                        taught = scores(teacher, laid)
                    off = differences(found, taught, laid)
                    total = HARD * total + off[0] + LINK_WEIGHT * (off[1] + off[2])
                    cues, sources = off[0], off[1]
            optimizer.zero_grad()
            total.backward()
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
