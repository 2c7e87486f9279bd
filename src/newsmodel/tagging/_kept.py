"""What a tagger has learned, as it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from newsmodel.tagging._shapes import TABLES, Sizes


@attrs.frozen(kw_only=True)
class Calibration:
    """
    From what the network says to probabilities that hold.

    A slope and a shift move the log odds of a span: `slope * odds + shift`.
    """

    names: tuple[float, float] = (1.0, 0.0)
    cues: tuple[float, float] = (1.0, 0.0)
    threshold: float = 0.5
    """A token belongs to a cue from this probability on."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Weights:
    """All that a tagger has learned; the arrays cannot be written to."""

    sizes: Sizes
    vocabulary: tuple[str, ...]
    """Words in the order of their rows, from row 1 on; row 0 is for all others."""
    arrays: Mapping[str, NDArray[Any]]
    """By name, as they are kept: see `compress`."""
    calibration: Calibration = Calibration()
    about: str = ""
    """What it was trained on, when and how, in free words."""

    def __repr__(self) -> str:
        return f"Weights({len(self.vocabulary)} words, {self.sizes})"

    def floats(self, name: str) -> NDArray[np.float32]:
        """Give an array in float32, scales applied."""
        array = self.arrays[name].astype(np.float32)
        if name in TABLES:
            array *= self.arrays[f"{name}.scales"][:, None]
        return array


def compress(arrays: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """Turn float32 arrays into what is kept: int8 with scales, float16, float32."""
    kept: dict[str, NDArray[Any]] = {}
    for name, array in arrays.items():
        if name in TABLES:
            scales = np.abs(array).max(axis=1).astype(np.float32) / 127
            steps = array / np.where(scales > 0, scales, 1)[:, None]
            kept[name] = np.rint(steps).astype(np.int8)
            kept[f"{name}.scales"] = scales
        else:
            kept[name] = array.astype(np.float32 if array.ndim < 2 else np.float16)
    return kept
