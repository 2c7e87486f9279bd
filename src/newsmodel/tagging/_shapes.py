"""Widths of the tagger's network, and the arrays that follow from them."""

from __future__ import annotations

from typing import Any

import attrs

from newsmodel.tagging.evidence import NameKind
from newsmodel.tagging.features import BITS, BUCKETS, FLAGS, SHAPES

KINDS = tuple(NameKind)
"""Kinds of names in the order of their labels."""
LABELS = {
    "names": ("outside", *(f"{place} {k}" for k in KINDS for place in ("begin", "in"))),
    "cues": ("outside", "begin", "in"),
    "roles": ("none", "source", "content"),
}
"""What each head tells apart, in order."""
DISTANCES = 24
"""Buckets of the distance between a token and a cue."""
TABLES = frozenset({"encoder.words", "encoder.prefix", "encoder.suffix"})
"""Arrays with one row for each word or affix: much the largest."""
TIMES_BOTH = 2
"""A layer reads forward and backward."""


def _positive(_sizes: object, attribute: attrs.Attribute[int], value: object) -> None:
    if type(value) is not int or value < 1:
        message = f"{attribute.name}: expected a positive integer, got {value!r}"
        raise ValueError(message)


def _width() -> Any:  # noqa: ANN401  (what attrs.field gives)
    return attrs.field(validator=_positive)


@attrs.frozen(kw_only=True)
class Sizes:
    """Widths of the network."""

    words: int = _width()
    vectors: int = _width()
    prefix: int = _width()
    suffix: int = _width()
    shape: int = _width()
    hidden: int = _width()
    layers: int = _width()
    role: int = _width()
    role_hidden: int = _width()
    distance: int = _width()

    @property
    def inputs(self) -> int:
        """Width of what is known of a token."""
        known = self.vectors + self.prefix + self.suffix + self.shape
        return known + BITS + FLAGS


def shapes(sizes: Sizes) -> dict[str, tuple[int, ...]]:
    """Give the shape of each array, matrices as `[outputs, inputs]`."""
    state = TIMES_BOTH * sizes.hidden
    return {
        "encoder.words": (sizes.words, sizes.vectors),
        "encoder.prefix": (BUCKETS, sizes.prefix),
        "encoder.suffix": (BUCKETS, sizes.suffix),
        "encoder.shape": (SHAPES, sizes.shape),
        **_layers(sizes),
        **_linear("names", state, len(LABELS["names"])),
        **_linear("cues", state, len(LABELS["cues"])),
        **_linear("token", state, sizes.role),
        "cue.weight": (sizes.role, state),
        "near": (DISTANCES, sizes.distance),
        "near_in.weight": (sizes.role, sizes.distance),
        "spot.weight": (sizes.role, 1),
        **_lstm("role_layer", sizes.role, sizes.role_hidden),
        **_linear("roles", TIMES_BOTH * sizes.role_hidden, len(LABELS["roles"])),
    }


def _layers(sizes: Sizes) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    inputs = sizes.inputs
    for number in range(sizes.layers):
        found |= _recurrent(f"encoder.layers.{number}", inputs, sizes.hidden)
        inputs = TIMES_BOTH * sizes.hidden
    return found


def _recurrent(name: str, inputs: int, hidden: int) -> dict[str, tuple[int, ...]]:
    """Value and two gates; the input itself is the skip where it is as wide."""
    state = TIMES_BOTH * hidden
    return _linear(f"{name}.gates", inputs, (3 if inputs == state else 4) * state)


def _lstm(name: str, inputs: int, hidden: int) -> dict[str, tuple[int, ...]]:
    """Three gates and a value, forward and backward."""
    gates = 4 * hidden
    found: dict[str, tuple[int, ...]] = {}
    for end in ("", "_reverse"):
        found[f"{name}.weight_ih_l0{end}"] = (gates, inputs)
        found[f"{name}.weight_hh_l0{end}"] = (gates, hidden)
        found[f"{name}.bias_ih_l0{end}"] = (gates,)
        found[f"{name}.bias_hh_l0{end}"] = (gates,)
    return found


def _linear(name: str, inputs: int, outputs: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": (outputs, inputs), f"{name}.bias": (outputs,)}
