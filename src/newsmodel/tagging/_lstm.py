"""A layer of long short-term memory, read both ways (Hochreiter, Schmidhuber 1997)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from newsmodel.tagging._kept import Weights
from newsmodel.tagging._sequences import Floats

_Step = tuple[slice, slice]


class Lstm:
    """
    Both ways through time, side by side in the states.

    Args:
        weights: What it has learned.
        name: What its arrays begin with; they are those of PyTorch.
    """

    def __init__(self, weights: Weights, name: str) -> None:
        self._ways = [_Way(weights, name, end) for end in ("", "_reverse")]

    def __call__(self, x: Floats, bounds: list[int]) -> Floats:
        """Read rows that stand time first: see `Sequences`."""
        half = self._ways[0].width
        states = np.empty((bounds[-1], 2 * half), dtype=np.float32)
        for way, steps, columns in zip(
            self._ways,
            (_forward(bounds), _backward(bounds)),
            (slice(half), slice(half, None)),
            strict=True,
        ):
            way.read(x, steps, bounds[1], states[:, columns])
        return states


class _Way:
    """One direction."""

    def __init__(self, weights: Weights, name: str, end: str) -> None:
        inputs = weights.floats(f"{name}.weight_ih_l0{end}")
        carried = weights.floats(f"{name}.weight_hh_l0{end}")
        bias = weights.floats(f"{name}.bias_ih_l0{end}")
        bias += weights.floats(f"{name}.bias_hh_l0{end}")
        self.width = carried.shape[1]
        # What exp() is to be taken of is learned so: 1 / (1 + exp(-x)) is the sigmoid,
        # 2 / (1 + exp(-2 x)) - 1 the hyperbolic tangent of the third part.
        signs = np.repeat(np.array([-1, -1, -2, -1], np.float32), self.width)
        self._inputs = np.ascontiguousarray(inputs.T * signs)
        self._carried = np.ascontiguousarray(carried.T * signs)
        self._bias = bias * signs

    def read(
        self, x: Floats, steps: Iterator[_Step], most: int, states: Floats
    ) -> None:
        """Run through time and put the states where they belong."""
        gates = x @ self._inputs
        gates += self._bias
        memory = np.zeros((most, self.width), dtype=np.float32)
        state = np.zeros((most, self.width), dtype=np.float32)
        for rows, here in steps:
            state[here] = self._step(gates[rows], memory[here], state[here])
            states[rows] = state[here]

    def _step(self, gates: Floats, memory: Floats, state: Floats) -> Floats:
        """Renew the memory in place; give the states."""
        width = self.width
        gates += state @ self._carried
        np.exp(gates, out=gates)
        gates += 1
        np.reciprocal(gates, out=gates)
        new = gates[:, 2 * width : 3 * width]
        new *= 2
        new -= 1
        new *= gates[:, :width]
        memory *= gates[:, width : 2 * width]
        memory += new
        found: Floats = np.tanh(memory)
        found *= gates[:, 3 * width :]
        return found


def _forward(bounds: list[int]) -> Iterator[_Step]:
    """Give for each time its rows and the sequences that still go on."""
    for first, stop in pairwise(bounds):
        yield slice(first, stop), slice(stop - first)


def _backward(bounds: list[int]) -> Iterator[_Step]:
    """Give the same from the end; sequences join in, with an empty memory."""
    return iter(list(_forward(bounds))[::-1])
