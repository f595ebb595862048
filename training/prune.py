"""Make a smaller tagger of a fitted one: leave layers out, and in the others the inner units that say least.

``python prune.py FITTED.pt OUT.pt --corpus CORPORA/polnear --run FOLDER --layers 0 1 2 3 5 --inner 768``

What an inner unit says is its mean activation on training windows times the length of what it writes. Fitting with the
larger tagger as teacher (fit.py --start OUT.pt --teacher FITTED.pt) then mends what was cut.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import corpus
import fit
import network
import torch
from torch import Tensor
from torch.nn.functional import gelu

from credtag.attribution import pieces

ARTICLES = 40  # enough to rank the units


def main() -> None:
    """Write the weights of the smaller tagger."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("fitted", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--corpus", type=Path, required=True)
    options.add_argument("--run", type=Path, required=True, help="the folder with vocabulary.txt")
    options.add_argument("--layers", type=int, nargs="+", required=True)
    options.add_argument("--inner", type=int, required=True)
    chosen = options.parse_args()
    weights = torch.load(chosen.fitted)
    said = activity(weights, chosen.corpus, pieces.Vocabulary.read(chosen.run / "vocabulary.txt"))
    torch.save(pruned(weights, said, chosen.layers, chosen.inner), chosen.out)


def activity(weights: network.Weights, folder: Path, vocabulary: pieces.Vocabulary) -> list[Tensor]:
    """Return for each layer how much each of its inner units says."""
    model = network.fitted(weights).eval()
    sums = [torch.zeros(layer.widen.out_features) for layer in model.layers]
    for total, layer in zip(sums, model.layers, strict=True):
        layer.widen.register_forward_hook(
            lambda _layer, _given, out, total=total: total.add_(gelu(out).abs().flatten(0, 1).mean(0))
        )
    with torch.no_grad():
        for article in corpus.read(folder / "train")[:ARTICLES]:
            for example in fit.examples(corpus.label(article.text, article.annotations[0]), vocabulary):
                batch = fit.padded([example])
                model(batch["ids"], batch["mask"], batch["shapes"], batch["heads"])
    return [total * layer.narrow.weight.norm(dim=0) for total, layer in zip(sums, model.layers, strict=True)]


def pruned(weights: network.Weights, said: list[Tensor], layers: list[int], inner: int) -> network.Weights:
    """Keep some layers, and of each the inner units that say most."""
    found = {name: weight for name, weight in weights.items() if not name.startswith("layers.")}
    for place, number in enumerate(layers):
        kept = said[number].topk(inner).indices.sort().values
        prefix = f"layers.{number}."
        for name in (n.removeprefix(prefix) for n in weights if n.startswith(prefix)):
            weight = weights[prefix + name]
            if name.startswith("widen."):
                weight = weight[kept]
            elif name == "narrow.weight":
                weight = weight[:, kept]
            found[f"layers.{place}.{name}"] = weight
    return found


if __name__ == "__main__":
    main()
