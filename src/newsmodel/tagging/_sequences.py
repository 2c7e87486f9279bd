"""Sequences of unlike length side by side without padding, time first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]


class Sequences:
    """
    The order in which a recurrent layer reads several sequences at once.

    The longest comes first: so the sequences that still go on at a time are the first
    ones, and each time is a slice of rows whose predecessors are a slice too.

    Args:
        starts: First item of each sequence.
        lengths: Number of items of each, at least 1.
    """

    def __init__(self, starts: Ints, lengths: Ints) -> None:
        ranked = np.argsort(-lengths, kind="stable")
        times = np.arange(lengths.max(initial=0))
        counts = len(lengths) - np.searchsorted(np.sort(lengths), times, side="right")
        bounds = np.concatenate([[0], np.cumsum(counts)])
        rank = np.arange(bounds[-1]) - np.repeat(bounds[:-1], counts)
        self.bounds: list[int] = bounds.tolist()
        """Row where each time begins, and the end of the last."""
        self.sequence: Ints = ranked[rank]
        """For each row its sequence."""
        self.time: Ints = np.repeat(times, counts)
        """For each row its place in the sequence."""
        self.item: Ints = starts[self.sequence] + self.time
        """For each row the item that stands there."""
        places = np.cumsum(lengths) - lengths
        self.row = np.empty_like(self.item)
        """The rows sequence by sequence, in the order that was given."""
        self.row[places[self.sequence] + self.time] = np.arange(len(rank))


def forward(keep: Floats, new: Floats, bounds: list[int]) -> None:
    """Run `new[t] += keep[t] * new[t - 1]` in place through time."""
    multiply, add = np.multiply, np.add
    room = np.empty_like(new[: bounds[1]])
    before, first = bounds[0], bounds[1]
    for stop in bounds[2:]:
        size = stop - first
        state, carried = new[first:stop], room[:size]
        multiply(keep[first:stop], new[before : before + size], carried)
        add(state, carried, state)
        before, first = first, stop


def backward(keep: Floats, new: Floats, bounds: list[int]) -> None:
    """Run `new[t] += keep[t] * new[t + 1]` in place, from the end of time."""
    multiply, add = np.multiply, np.add
    room = np.empty_like(new[: bounds[1]])
    stop, after = bounds[-1], bounds[-2]
    for first in bounds[-3::-1]:
        size = stop - after
        state, carried = new[first : first + size], room[:size]
        multiply(keep[first : first + size], new[after:stop], carried)
        add(state, carried, state)
        stop, after = after, first


Scan: TypeAlias = Callable[[Floats, Floats, list[int]], None]
SCANS: tuple[Scan, Scan] = (forward, backward)
"""The two ways through time."""
