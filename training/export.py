"""Write a fitted tagger as an int8 ONNX graph, with its vocabulary and card.

``python export.py CHECKPOINT.pt --run FOLDER --out ../data/model``

Weights take seven bits, one scale an output column: a product of an unsigned eight-bit activation and such a weight, added
up in pairs, stays within 16 bits (255 * 64 * 2 = 32,640), so processors without VNNI instructions do not saturate and give
what the others give. Activations are quantised as they come, over one window at a time: the graph takes one window a run, so
that nothing depends on the company a window keeps.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import network
import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

SEVEN_BITS = 64
SETTINGS = {"bigram_weight": 0.4, "nearness": 0.2, "least_score": 0.15}  # tuned on dev
Weights = dict[str, NDArray[np.float32]]


class Graph:
    """An ONNX graph under construction."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: NDArray[Any]) -> str:
        """Store a tensor and return its name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, operator: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        """Append a node with one output and return the output's name."""
        self.nodes.append(helper.make_node(operator, inputs, [output], domain=domain, **attributes))
        return output

    def quantised(self, value: str) -> tuple[str, str, str]:
        """Quantise an activation as it comes."""
        names = [f"{value}.q", f"{value}.scale", f"{value}.zero"]
        self.nodes.append(helper.make_node("DynamicQuantizeLinear", [value], names))
        return names[0], names[1], names[2]

    def dense(
        self, value: tuple[str, str, str], name: str, weight: NDArray[np.float32], bias: NDArray[np.float32]
    ) -> str:
        """Multiply a quantised activation by a weight of one row an output, and add the bias."""
        scale = np.abs(weight).max(axis=1) / SEVEN_BITS
        rounded = np.rint(weight / scale[:, None]).astype(np.int8)
        w = self.constant(f"{name}.weight", rounded.T)
        zero = self.constant(f"{name}.zero", np.zeros(len(weight), np.int8))
        s = self.constant(f"{name}.scale", scale.astype(np.float32))
        b = self.constant(f"{name}.bias", bias.astype(np.float32))
        return self.add(
            "MatMulIntegerToFloat",
            [value[0], w, value[1], s, value[2], zero, b],
            f"{name}.out",
            domain="com.microsoft",
        )


def graph(weights: Weights) -> onnx.ModelProto:
    """Lay out the network over one window."""
    g = Graph()
    table = weights["words.weight"]
    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / 127
    rows = g.add("Gather", [g.constant("words", np.rint(table / scale).astype(np.int8)), "ids"], "words.int")
    rows = g.add("Cast", [rows], "words.float", to=TensorProto.FLOAT)
    scales = g.add("Gather", [g.constant("words.scale", scale.astype(np.float32)), "ids"], "words.scales")
    x = g.add("Mul", [rows, scales], "words.out")
    shapes = g.add("Gather", [g.constant("case", weights["shapes.weight"]), "shapes"], "case.out")
    places = g.constant("places", weights["places.weight"][None])
    zero, one = g.constant("zero", np.array([0], np.int64)), g.constant("one", np.array([1], np.int64))
    size = g.add("Shape", ["ids"], "size", start=1, end=2)
    place = g.add("Slice", [places, zero, size, one], "places.out")
    x = g.add("Add", [x, place], "placed")
    x = g.add("Add", [x, shapes], "shaped")

    def normal(value: str, name: str) -> str:
        gain = g.constant(f"{name}.gain", weights[f"{name}.weight"])
        shift = g.constant(f"{name}.shift", weights[f"{name}.bias"])
        return g.add("LayerNormalization", [value, gain, shift], f"{name}.out", axis=-1, epsilon=1e-12)

    x = normal(x, "embedded")
    for i, heads in enumerate(network.sized(weights).heads):
        layer = f"layers.{i}."

        def part(value: tuple[str, str, str], name: str, layer: str = layer) -> str:
            return g.dense(value, layer + name, weights[f"{layer}{name}.weight"], weights[f"{layer}{name}.bias"])

        taken = g.quantised(x)
        query, key, value = (part(taken, k) for k in ("query", "key", "value"))
        seen = g.add("MultiHeadAttention", [query, key, value], f"{layer}seen", domain="com.microsoft", num_heads=heads)
        y = part(g.quantised(seen), "mix")
        x = normal(g.add("Add", [x, y], f"{layer}sum1"), f"{layer}mixed")
        y = part(g.quantised(x), "widen")
        y = g.add("Gelu", [y], f"{layer}gelu", domain="com.microsoft")
        y = part(g.quantised(y), "narrow")
        x = normal(g.add("Add", [x, y], f"{layer}sum2"), f"{layer}narrowed")
    x = g.add("Gather", [x, "heads"], "read", axis=1)
    joined = [np.concatenate([weights[f"{k}.{part}"] for k in ("role", "query", "key")]) for part in ("weight", "bias")]
    x = g.dense(g.quantised(x), "read.all", *joined)
    sizes = g.constant("sizes", np.array([network.TAGS, 2 * network.WIDTH, 2 * network.WIDTH], np.int64))
    g.nodes.append(helper.make_node("Split", [x, sizes], ["tags", "query", "key"], axis=-1))
    laid = helper.make_graph(
        g.nodes,
        "attribution",
        [
            helper.make_tensor_value_info("ids", TensorProto.INT32, [1, "pieces"]),
            helper.make_tensor_value_info("shapes", TensorProto.INT32, [1, "pieces"]),
            helper.make_tensor_value_info("heads", TensorProto.INT32, ["words"]),
        ],
        [
            helper.make_tensor_value_info("tags", TensorProto.FLOAT, [1, "words", network.TAGS]),
            helper.make_tensor_value_info("query", TensorProto.FLOAT, [1, "words", 2 * network.WIDTH]),
            helper.make_tensor_value_info("key", TensorProto.FLOAT, [1, "words", 2 * network.WIDTH]),
        ],
        g.constants,
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(laid, opset_imports=opsets, producer_name="credtag")
    model.ir_version = 8
    return model


def main() -> None:
    """Export one checkpoint."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("checkpoint", type=Path)
    options.add_argument("--run", type=Path, required=True, help="the folder that fit.py wrote")
    options.add_argument("--out", type=Path, required=True)
    chosen = options.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    weights = {k: v.float().numpy() for k, v in torch.load(chosen.checkpoint).items() if v.is_floating_point()}
    onnx.save(graph(weights), chosen.out / "attribution.onnx")
    shutil.copy(chosen.run / "vocabulary.txt", chosen.out / "vocabulary.txt")
    file = chosen.out / "card.json"
    old = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    card = json.loads((Path(__file__).parent / "about.json").read_text(encoding="utf-8"))
    card["sha256"] = {
        name: hashlib.sha256((chosen.out / name).read_bytes()).hexdigest()
        for name in ("attribution.onnx", "vocabulary.txt")
    }
    card["distance"] = np.round(weights["distance"], 5).astype(float).tolist()
    card.update(SETTINGS)
    card["calibration"] = old.get("calibration", [0.0] * 19)
    card["bigrams"] = json.loads((chosen.run / "bigrams.json").read_text())
    file.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
