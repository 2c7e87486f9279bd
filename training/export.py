"""
Write what was trained as the file of weights that the library reads.

    python -m training.export MODEL.pt OUT.bin [--dev CORPORA] [--about TEXT]

With `--dev`, the dev sets choose the threshold of cues and calibrate probabilities.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from newsmodel.tagging._shapes import Sizes, shapes
from newsmodel.tagging.weights import Weights, compress, write_weights
from training.calibrate import calibrate


def weights_of(
    size: Mapping[str, int],
    vocabulary: list[str],
    state: Mapping[str, Tensor],
    about: str = "",
) -> Weights:
    """Turn a trained network, by its state, into what is kept."""
    sizes = Sizes(**size)
    arrays = {}
    for name, shape in shapes(sizes).items():
        array = _entry(state, name).detach().float().numpy()
        if array.shape != shape:
            message = f"{name}: expected shape {shape}, got {array.shape}"
            raise ValueError(message)
        arrays[name] = array
    kept = compress(arrays)
    wild = [name for name, array in kept.items() if not np.isfinite(array).all()]
    if wild:
        message = f"{', '.join(wild)}: too large to be kept"
        raise ValueError(message)
    return Weights(sizes=sizes, vocabulary=tuple(vocabulary), arrays=kept, about=about)


def _entry(state: Mapping[str, Tensor], name: str) -> Tensor:
    """Look up an array; PyTorch calls the rows of an embedding its weight."""
    return state[name] if name in state else state[f"{name}.weight"]


def main() -> None:
    """Read, calibrate and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--dev", type=Path, help="folder of the corpora")
    parser.add_argument("--about", default="", help="what to say of it in the file")
    options = parser.parse_args()
    held = torch.load(options.model, weights_only=True)
    about = options.about or json.dumps(held.get("figures", {}))
    weights = weights_of(held["size"], held["vocabulary"], held["network"], about)
    if options.dev:
        weights = calibrate(weights, options.dev)
        print(weights.calibration)
    write_weights(options.out, weights)


if __name__ == "__main__":
    main()
