"""
The tagger's network in NumPy: what `training/network.py` is in PyTorch.

Everything is float32.  Tokens stand time first, see `Sequences`; matrix products run
over all of them at once, and only the recurrence itself goes token by token.
"""

from __future__ import annotations

import attrs
import numpy as np
from numpy.typing import NDArray

from newsmodel.tagging._lstm import Lstm
from newsmodel.tagging._sequences import SCANS, Floats, Ints, Scan, Sequences
from newsmodel.tagging._shapes import DISTANCES, LABELS
from newsmodel.tagging.features import BITS, FLAGS
from newsmodel.tagging.weights import Weights

FAR = 512
"""Distances from here on, in tokens, are in the last bucket."""
_NAMES, _CUES = len(LABELS["names"]), len(LABELS["cues"])


@attrs.frozen(kw_only=True, eq=False)
class States:
    """What the encoder and its heads have made of some paragraphs, token by token."""

    names: Floats
    """Scores `[tokens, labels]`."""
    cues: Floats
    """Probabilities `[tokens, labels]`."""
    tokens: Floats
    """Part that each token has in the input of the role layer."""
    hidden: Floats
    """States of the encoder, in rows time first."""
    row: Ints
    """For each token its row in `hidden`."""


@attrs.frozen(kw_only=True, eq=False)
class Cues:
    """Some cues: their tokens `[first, stop)`, and those of their paragraphs."""

    first: Ints
    stop: Ints
    start: Ints
    """First token of the paragraph."""
    length: Ints
    """Tokens of the paragraph."""

    def __getitem__(self, which: slice | Ints) -> Cues:
        """Give some of them."""
        return Cues(
            first=self.first[which],
            stop=self.stop[which],
            start=self.start[which],
            length=self.length[which],
        )


class Network:
    """
    The encoder with its three heads.

    Args:
        weights: What it has learned.
    """

    def __init__(self, weights: Weights) -> None:
        floats = weights.floats
        self._embedding = _Embedding(weights)
        self._layers = [
            _Recurrent(weights, f"encoder.layers.{number}")
            for number in range(weights.sizes.layers)
        ]
        heads = ("names", "cues", "token")
        self._heads = _turned(*(floats(f"{name}.weight") for name in heads))
        self._heads_bias = np.concatenate([floats(f"{name}.bias") for name in heads])
        self._cue = _turned(floats("cue.weight"))
        self._near = floats("near") @ floats("near_in.weight").T
        self._near = np.ascontiguousarray(self._near[_buckets()])
        self._spot = floats("spot.weight")[:, 0]
        self._role_layer = Lstm(weights, "role_layer")
        self._roles = _turned(floats("roles.weight"))
        self._roles_bias = floats("roles.bias")

    def read(self, kinds: NDArray[np.int32], index: Ints, lengths: Ints) -> States:
        """
        Read paragraphs side by side.

        Args:
            kinds: What is known of words at their places, see `Words.read`.
            index: For each token its row in `kinds`.
            lengths: Tokens of each paragraph, at least 1; they follow one another.
        """
        order = Sequences(np.cumsum(lengths) - lengths, lengths)
        with np.errstate(over="ignore"):
            hidden = self._embedding(kinds)
            for number, layer in enumerate(self._layers):
                pick = None if number else index[order.item]
                hidden = layer(hidden, order.bounds, pick)
        scores = hidden @ self._heads
        scores += self._heads_bias
        scores = scores[order.row]
        cues = softmax(scores[:, _NAMES : _NAMES + _CUES])
        tokens = scores[:, _NAMES + _CUES :] + (1 - cues[:, :1]) * self._spot
        return States(
            names=scores[:, :_NAMES],
            cues=cues,
            tokens=tokens,
            hidden=hidden,
            row=order.row,
        )

    def roles(self, states: States, cues: Cues) -> Floats:
        """
        Give the probabilities of roles around cues.

        Returns:
            For each cue all tokens of its paragraph, one cue behind the other:
            `[sum of lengths, labels]`.
        """
        order = Sequences(cues.start, cues.length)
        cue, token = order.sequence, order.item
        before = np.minimum(token - cues.first[cue], 0)
        after = np.maximum(token - cues.stop[cue] + 1, 0)
        x = states.tokens[token]
        x += (self._means(states, cues) @ self._cue)[cue]
        x += self._near[np.clip(before + after, -FAR, FAR) + FAR]
        np.tanh(x, out=x)
        with np.errstate(over="ignore"):
            hidden = self._role_layer(x, order.bounds)
        return softmax((hidden @ self._roles + self._roles_bias)[order.row])

    @staticmethod
    def _means(states: States, cues: Cues) -> Floats:
        """Give the mean state of each cue's tokens."""
        sizes = cues.stop - cues.first
        starts = np.cumsum(sizes) - sizes
        token = np.arange(sizes.sum()) + np.repeat(cues.first - starts, sizes)
        sums = np.add.reduceat(states.hidden[states.row[token]], starts, axis=0)
        sums /= sizes[:, None].astype(np.float32)
        return sums


class _Embedding:
    """From what is known of a word at its place to the input of the first layer."""

    def __init__(self, weights: Weights) -> None:
        self._tables = [
            (weights.arrays[name], weights.arrays[f"{name}.scales"])
            for name in ("encoder.words", "encoder.prefix", "encoder.suffix")
        ]
        self._shape = weights.floats("encoder.shape")

    def __call__(self, kinds: NDArray[np.int32]) -> Floats:
        parts = [
            table[ids] * scales[ids][:, None]
            for (table, scales), ids in zip(self._tables, kinds.T, strict=False)
        ]
        parts.append(self._shape[kinds[:, 3]])
        marks = kinds[:, 4:].astype(np.uint8)
        for column, count in enumerate((BITS, FLAGS)):
            bits = marks[:, column : column + 1]
            parts.append(np.unpackbits(bits, axis=1, count=count, bitorder="little"))
        return np.concatenate(parts, axis=1, dtype=np.float32)


class _Recurrent:
    """A layer of simple recurrent units with the gates of its input, both ways."""

    def __init__(self, weights: Weights, name: str) -> None:
        weight = weights.floats(f"{name}.gates.weight")
        bias = weights.floats(f"{name}.gates.bias")
        outputs, inputs = weight.shape
        parts = 3 if outputs == 3 * inputs else 4
        half = outputs // parts // 2
        weight = weight.reshape(parts, 2, half, inputs)
        bias = bias.reshape(parts, 2, half)
        self._ways = [
            _Way(weight[:, n], bias[:, n], run) for n, run in enumerate(SCANS)
        ]
        self._skips = parts == 3
        self._half = half

    def __call__(
        self, x: Floats, bounds: list[int], pick: Ints | None = None
    ) -> Floats:
        """
        Read rows that stand time first.

        Args:
            x: Rows `[rows, inputs]`.
            bounds: See `Sequences`.
            pick: For each row its place in `x`, where that holds each only once.
        """
        half = self._half
        states = np.empty((bounds[-1], 2 * half), dtype=np.float32)
        for number, way in enumerate(self._ways):
            columns = slice(number * half, number * half + half)
            gates = way.gates(x)
            skip = x[:, columns] if self._skips else gates[:, 3 * half :]
            if pick is not None:
                gates, skip = gates[pick], skip[pick]
            way.read(gates, skip, bounds, states[:, columns])
        return states


class _Way:
    """One direction of a layer: value, two gates and perhaps a skip for each unit."""

    def __init__(self, weight: Floats, bias: Floats, run: Scan) -> None:
        # What exp() is to be taken of is learned so: 1 / (1 + exp(-x)) is the sigmoid,
        # 2 / (1 + exp(-2 x)) - 1 the hyperbolic tangent, and the scan is linear.
        signs = np.array([-2, -1, -1, 1][: len(weight)], dtype=np.float32)
        weight = weight * signs[:, None, None]
        self._half = weight.shape[1]
        self._weight = np.ascontiguousarray(weight.reshape(-1, weight.shape[2]).T)
        self._bias = (bias * signs[:, None]).ravel()
        self._run = run

    def gates(self, x: Floats) -> Floats:
        """Give what follows from each row alone."""
        half = self._half
        parts = x @ self._weight
        parts += self._bias
        gates = parts[:, half : 3 * half]
        np.exp(gates, out=gates)
        gates += 1
        np.reciprocal(gates, out=gates)
        value = parts[:, :half]
        value -= value * gates[:, :half]
        return parts

    def read(
        self, gates: Floats, skip: Floats, bounds: list[int], states: Floats
    ) -> None:
        """Run through time and put the states where they belong."""
        half = self._half
        state = gates[:, :half].copy()
        self._run(gates[:, half : 2 * half].copy(), state, bounds)
        np.exp(state, out=state)
        state += 1
        np.divide(2, state, out=state)
        state -= 1
        state -= skip
        state *= gates[:, 2 * half : 3 * half]
        np.add(state, skip, out=states)


def softmax(scores: Floats) -> Floats:
    """Turn scores into probabilities, row by row."""
    found: Floats = scores - scores.max(axis=1, keepdims=True)
    np.exp(found, out=found)
    found /= found.sum(axis=1, keepdims=True)
    return found


def _turned(*matrices: Floats) -> Floats:
    """Put matrices `[outputs, inputs]` on one another, inputs first."""
    return np.ascontiguousarray(np.concatenate(matrices).T)


def _buckets() -> Ints:
    """Give the bucket of each distance from a cue, from `-FAR` to `FAR`."""
    far = [n if n <= 4 else min((n - 1).bit_length() + 2, 11) for n in range(FAR + 1)]
    after = np.array(far)
    found: Ints = np.concatenate([-after[:0:-1], after]) + DISTANCES // 2
    return found
