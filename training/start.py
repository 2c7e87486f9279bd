"""Where a training begins, and what it leaves for `training.export`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import torch

from newsmodel.tagging._shapes import Sizes, shapes
from newsmodel.tagging.weights import read_weights
from training.network import Network


@attrs.define(kw_only=True, eq=False, repr=False)
class Start:
    """A network with the words it knows, ready to learn."""

    network: Network
    vocabulary: dict[str, int]
    """Words by number, from 1."""
    name: str
    rate: float = 3e-3
    """The highest rate of learning."""
    encoder_rate: float = 3e-3
    """That of the encoder."""
    smooth: float = 0.05
    """How much of each label is spread over all."""

    def __repr__(self) -> str:
        parameters = sum(p.numel() for p in self.network.parameters())
        return f"{self.name}: {self.network.size}, {parameters} parameters"

    def write(self, path: Path, net: Network, figures: dict[str, Any]) -> None:
        """Write a network and its figures."""
        kept = {
            "size": attrs.asdict(net.size),
            "vocabulary": list(self.vocabulary),
            "network": net.state_dict(),
            "figures": figures,
        }
        torch.save(kept, path)


def read_start(path: Path, *, fresh: bool) -> Start:
    """
    Read an encoder, a network of an earlier training, or a weights file.

    Args:
        path: The file.
        fresh: Whether to keep nothing but the word vectors.
    """
    kept = (
        torch.load(path, weights_only=True) if path.suffix == ".pt" else _weights(path)
    )
    network = Network(Sizes(**kept["size"]))
    if fresh:
        table = kept["encoder"]["words.weight"]
        network.encoder.words.load_state_dict({"weight": table})
    elif "network" in kept:
        network.load_state_dict(kept["network"])
    else:
        network.encoder.load_state_dict(kept["encoder"])
    vocabulary = {word: n + 1 for n, word in enumerate(kept["vocabulary"])}
    return Start(network=network, vocabulary=vocabulary, name=path.name)


def _weights(path: Path) -> dict[str, Any]:
    """Give what a finished weights file holds, as a training would have left it."""
    weights = read_weights(path)
    known = Network(weights.sizes).state_dict()
    arrays = {
        name if name in known else f"{name}.weight": torch.from_numpy(
            weights.floats(name)
        )
        for name in shapes(weights.sizes)
    }
    return {
        "size": attrs.asdict(weights.sizes),
        "vocabulary": weights.vocabulary,
        "network": arrays,
    }
