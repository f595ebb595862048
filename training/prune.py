"""Make a smaller tagger of a fitted one: leave out the heads and inner units whose loss costs least for the time they take.

``python prune.py FITTED.pt OUT.pt --corpus CORPORA/polnear --run FOLDER --saved 45``

What leaving a part out costs is estimated by the square of the loss's slope along its gate, summed over training windows
(the diagonal of the Fisher information: Molchanov et al. 2019; Kwon et al. 2022). Fitting with the larger tagger as teacher
(fit.py --start OUT.pt --teacher FITTED.pt) then mends what was cut.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import corpus
import fit
import network
import torch
from torch import Tensor

from credtag.attribution.network import pieces

ARTICLES = 80  # enough to rank the parts
HEAD, UNIT = 0.9, 0.0067  # microseconds a word that a head and an inner unit take
FAVOUR = 0.3  # heads are cheaper to lose than their slope says: measured on dev without fitting
STEP = 64  # inner widths that the processor likes


def main() -> None:
    """Write the weights of the smaller tagger."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("fitted", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--corpus", type=Path, required=True)
    options.add_argument("--run", type=Path, required=True, help="the folder with vocabulary.txt")
    options.add_argument("--saved", type=float, required=True, help="microseconds a word")
    chosen = options.parse_args()
    weights = torch.load(chosen.fitted)
    heads, inner = slopes(weights, chosen.corpus, pieces.Vocabulary.read(chosen.run / "vocabulary.txt"))
    size = reduced(heads, inner, chosen.saved)
    print(size)
    torch.save(pruned(weights, heads, inner, size), chosen.out)


def slopes(weights: network.Weights, folder: Path, vocabulary: pieces.Vocabulary) -> tuple[list[Tensor], list[Tensor]]:
    """Return for each layer the summed squares of the loss's slope along the gates of its heads and inner units."""
    model = network.fitted(weights).eval()
    size = network.sized(weights)
    gates = [[torch.ones(n, requires_grad=True) for n in counts] for counts in (size.heads, size.inner)]
    for layer, head, unit in zip(model.layers, *gates, strict=True):
        layer.mix.register_forward_pre_hook(lambda _, given, g=head: (given[0] * g.repeat_interleave(network.EACH),))
        layer.narrow.register_forward_pre_hook(lambda _, given, g=unit: (given[0] * g,))
    sums = [[torch.zeros(len(g)) for g in group] for group in gates]
    articles = corpus.read(folder / "train")
    for article in articles[:: max(1, len(articles) // ARTICLES)]:
        for example in fit.examples(corpus.label(article.text, article.annotations[0]), vocabulary):
            batch = fit.padded([example])
            tags, cues, sources = fit.losses(fit.scores(model, batch), batch)
            (tags + fit.LINK_WEIGHT * (cues + sources)).backward()
            for group, totals in zip(gates, sums, strict=True):
                for gate, total in zip(group, totals, strict=True):
                    total += gate.grad**2
                    gate.grad = None
    return sums[0], sums[1]


def reduced(heads: list[Tensor], inner: list[Tensor], saved: float) -> network.Size:
    """Leave parts out, the cheapest first, until so much time is saved; return how many stay in each layer."""
    parts = [(v.item() * FAVOUR / HEAD, HEAD, i, 0) for i, layer in enumerate(heads) for v in layer]
    parts += [(v.item() / UNIT, UNIT, i, 1) for i, layer in enumerate(inner) for v in layer]
    kept = [[len(layer) for layer in group] for group in (heads, inner)]
    for _, time, layer, which in sorted(parts):
        if saved <= 0:
            break
        saved -= time
        kept[which][layer] -= 1
    rounded = (max(STEP, round(n / STEP) * STEP) for n in kept[1])
    return network.Size(tuple(max(1, n) for n in kept[0]), tuple(rounded))


def pruned(weights: network.Weights, heads: list[Tensor], inner: list[Tensor], size: network.Size) -> network.Weights:
    """Keep of each layer the parts whose loss would cost most."""
    found = dict(weights)
    for i, (head, unit) in enumerate(zip(heads, inner, strict=True)):
        units = unit.topk(size.inner[i]).indices.sort().values
        kept = head.topk(size.heads[i]).indices.sort().values
        rows = (kept[:, None] * network.EACH + torch.arange(network.EACH)).flatten()
        for name, chosen in (("query", rows), ("key", rows), ("value", rows), ("widen", units)):
            for part in ("weight", "bias"):
                found[f"layers.{i}.{name}.{part}"] = weights[f"layers.{i}.{name}.{part}"][chosen]
        for name, chosen in (("mix", rows), ("narrow", units)):
            found[f"layers.{i}.{name}.weight"] = weights[f"layers.{i}.{name}.weight"][:, chosen]
    return found


if __name__ == "__main__":
    main()
