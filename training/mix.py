"""Average the weights of several checkpoints that branched off one another.

``python mix.py OUT.pt ONE.pt TWO.pt ...``
"""

from __future__ import annotations

import sys

import torch


def main() -> None:
    """Write the mean of every weight."""
    out, *files = sys.argv[1:]
    weights = [torch.load(file) for file in files]
    mean = {
        name: sum(w[name] for w in weights) / len(weights) if first.is_floating_point() else first
        for name, first in weights[0].items()
    }
    torch.save(mean, out)


if __name__ == "__main__":
    main()
