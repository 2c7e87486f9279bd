"""The forward pass against a plain one, paragraph by paragraph and token by token."""

from itertools import pairwise

import numpy as np
import pytest

from newsmodel.tagging._sequences import Sequences, backward, forward
from newsmodel.tagging._words import Words
from newsmodel.tagging.features import BITS, FLAGS, read_word
from newsmodel.tagging.network import Cues, Network
from newsmodel.tagging.weights import Weights

TEXTS = 'Iran said : the U.S. talks are off . Zürich agreed " No " he said'.split()
LENGTHS = (3, 1, 9, 3)


def sigmoid(x):
    """Squash."""
    return 1 / (1 + np.exp(-x))


def softmax(x):
    """Turn scores into probabilities."""
    return np.exp(x) / np.exp(x).sum(axis=-1, keepdims=True)


def plain_layer(weights: Weights, name: str, x):
    """Run one layer over one sequence, both ways."""
    weight, bias = (weights.floats(f"{name}.gates.{p}") for p in ("weight", "bias"))
    wide = weight.shape[0] // (3 if weight.shape[0] == 3 * x.shape[1] else 4)
    parts = x @ weight.T + bias
    z, f, o = parts[:, :wide], *map(sigmoid, np.split(parts[:, wide : 3 * wide], 2, 1))
    skip = parts[:, 3 * wide :] if parts.shape[1] > 3 * wide else x
    c, state = np.zeros_like(z), np.zeros((2, wide // 2))
    half = wide // 2
    for way, times in enumerate((range(len(x)), reversed(range(len(x))))):
        columns = slice(way * half, way * half + half)
        for t in times:
            kept = f[t, columns]
            state[way] = kept * state[way] + (1 - kept) * z[t, columns]
            c[t, columns] = state[way]
    return o * np.tanh(c) + (1 - o) * skip


def plain_lstm(weights: Weights, name: str, x):
    """Run a layer of long short-term memory over one sequence, both ways."""
    ways = []
    for end, times in (("", range(len(x))), ("_reverse", reversed(range(len(x))))):
        w_x, w_h, b_x, b_h = (
            weights.floats(f"{name}.{part}_l0{end}")
            for part in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
        )
        c = h = np.zeros(w_h.shape[1])
        states = np.zeros((len(x), len(h)))
        for t in times:
            i, f, g, o = np.split(w_x @ x[t] + b_x + w_h @ h + b_h, 4)
            c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
            states[t] = h = sigmoid(o) * np.tanh(c)
        ways.append(states)
    return np.concatenate(ways, axis=1)


def plain_read(weights: Weights, texts, flags):
    """Give the states of one paragraph."""
    vocabulary = {word: n + 1 for n, word in enumerate(weights.vocabulary)}
    rows = []
    for text, marks in zip(texts, flags, strict=True):
        word = read_word(text, vocabulary)
        names = ("words", "prefix", "suffix", "shape")
        rows.append(
            np.concatenate(
                [
                    weights.floats(f"encoder.{n}")[i]
                    for n, i in zip(names, word[:4], strict=True)
                ]
                + [[word.bits >> n & 1 for n in range(BITS)], marks]
            )
        )
    x = np.array(rows)
    for number in range(weights.sizes.layers):
        x = plain_layer(weights, f"encoder.layers.{number}", x)
    return x


def bucket(token: int, first: int, stop: int) -> int:
    """Give the bucket of a distance."""
    far = max(first - token, token - stop + 1, 0)
    size = far if far <= 4 else min(int(np.ceil(4 + np.log2(far / 4))), 11)
    return 12 + (-size if token < first else size)


def plain_roles(weights: Weights, states, first: int, stop: int):
    """Give the roles of one paragraph for one cue."""
    w = weights.floats
    spots = 1 - softmax(states @ w("cues.weight").T + w("cues.bias"))[:, 0]
    x = states @ w("token.weight").T + w("token.bias")
    x = x + states[first:stop].mean(axis=0) @ w("cue.weight").T
    near = w("near")[[bucket(t, first, stop) for t in range(len(states))]]
    x = np.tanh(x + near @ w("near_in.weight").T + spots[:, None] * w("spot.weight").T)
    hidden = plain_lstm(weights, "role_layer", x)
    return softmax(hidden @ w("roles.weight").T + w("roles.bias"))


@pytest.fixture
def flags():
    """Draw marks of places."""
    chance = np.random.default_rng(1)
    return chance.integers(0, 2, (len(TEXTS), FLAGS), dtype=np.uint8)


class TestNetwork:
    """Reading several paragraphs at once."""

    def test_reads_as_one_by_one(self, weights: Weights, flags) -> None:
        """States, heads and roles are those of each paragraph by itself."""
        network = Network(weights)
        kinds, index = Words(weights.vocabulary).read(TEXTS, flags)
        states = network.read(kinds, index, np.array(LENGTHS))
        starts = np.cumsum([0, *LENGTHS])
        cuts = [slice(a, b) for a, b in pairwise(starts)]
        plain = [plain_read(weights, TEXTS[cut], flags[cut]) for cut in cuts]
        expected = np.concatenate(plain)

        assert states.hidden.dtype == np.float32
        np.testing.assert_allclose(states.hidden[states.row], expected, atol=1e-4)
        names = weights.floats("names.weight"), weights.floats("names.bias")
        scores = expected @ names[0].T + names[1]
        np.testing.assert_allclose(states.names, scores, atol=1e-4)

        cues = Cues(
            first=np.array([1, 5, 13]),
            stop=np.array([2, 8, 14]),
            start=np.array([0, 4, 13]),
            length=np.array([3, 9, 3]),
        )
        roles = network.roles(states, cues)
        expected = np.concatenate(
            [
                plain_roles(weights, plain[0], 1, 2),
                plain_roles(weights, plain[2], 1, 4),
                plain_roles(weights, plain[3], 0, 1),
            ]
        )
        assert roles.dtype == np.float32
        np.testing.assert_allclose(roles, expected, atol=1e-4)

    def test_large_values_do_not_overflow(self, weights: Weights, flags) -> None:
        """Gates that are far from open give no warning and no nonsense."""
        arrays = {
            name: array * np.float16(200) if "gates.weight" in name else array
            for name, array in weights.arrays.items()
        }
        huge = Weights(
            sizes=weights.sizes, vocabulary=weights.vocabulary, arrays=arrays
        )
        kinds, index = Words(weights.vocabulary).read(TEXTS, flags)
        states = Network(huge).read(kinds, index, np.array(LENGTHS))

        assert np.isfinite(states.cues).all()


class TestSequences:
    """The order of rows."""

    @pytest.mark.parametrize("lengths", [(1,), (2, 2), (3, 1, 9, 3), (1, 1, 40)])
    def test_each_token_has_its_row(self, lengths) -> None:
        """Rows and items are each other's inverse; a time's rows come first."""
        lengths = np.array(lengths)
        order = Sequences(np.cumsum(lengths) - lengths, lengths)

        assert order.item[order.row].tolist() == list(range(lengths.sum()))
        assert order.bounds[-1] == lengths.sum()
        for time, (a, b) in enumerate(pairwise(order.bounds)):
            assert (order.time[a:b] == time).all()
            assert (order.sequence[a:b] == order.sequence[: b - a]).all()

    @pytest.mark.parametrize("scan", [forward, backward])
    def test_scans_run_through_time(self, scan) -> None:
        """Each sequence is scanned by itself."""
        lengths = np.array([3, 1, 5])
        order = Sequences(np.cumsum(lengths) - lengths, lengths)
        chance = np.random.default_rng(1)
        keep, new = chance.random((2, 9, 2), dtype=np.float32)
        expected = new[order.row].copy()
        kept = keep[order.row]
        for start, stop in ((0, 3), (3, 4), (4, 9)):
            times = list(range(start, stop))
            times = times if scan is forward else times[::-1]
            for before, t in pairwise(times):
                expected[t] += kept[t] * expected[before]
        scan(keep, new, order.bounds)

        np.testing.assert_allclose(new[order.row], expected, rtol=1e-6)
