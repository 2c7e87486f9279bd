"""The network in NumPy gives what the one in PyTorch gives."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

import attrs  # noqa: E402
from training.batches import collate, encode  # noqa: E402
from training.corpora import Paragraph  # noqa: E402
from training.export import weights_of  # noqa: E402
from training.network import Network as Theirs  # noqa: E402
from training.network import distance, sizes  # noqa: E402

from newsmodel.tagging._shapes import TABLES  # noqa: E402
from newsmodel.tagging._words import Words  # noqa: E402
from newsmodel.tagging.features import BITS, FLAGS  # noqa: E402
from newsmodel.tagging.network import Cues  # noqa: E402
from newsmodel.tagging.network import Network as Ours  # noqa: E402
from newsmodel.tagging.weights import (  # noqa: E402
    Weights,
    read_weights,
    write_weights,
)

WORDS = (
    "the Iran said in Moscow that drones were U.S. 2,000 “ ” . , Mr. Li NATO".split()
)
LENGTHS = (1, 2, 7, 7, 30, 256)
CUES = ((0, 1, 0), (2, 4, 2), (0, 1, 5), (200, 203, 5), (29, 30, 4), (3, 4, 2))
"""First and last token, paragraph."""


@pytest.fixture(scope="module", params=[{}, {"role": 128, "layers": 1}, {"hidden": 5}])
def pair(request, tmp_path_factory) -> tuple[Theirs, Ours]:
    """Give both networks with the same weights, through a file."""
    torch.manual_seed(1)
    net = Theirs(sizes(len(WORDS) + 1, **{"hidden": 24} | request.param))
    path = Path(tmp_path_factory.mktemp("weights")) / "weights.bin"
    vocabulary = [word.lower() for word in WORDS]
    write_weights(
        path, weights_of(attrs.asdict(net.size), vocabulary, net.state_dict())
    )
    weights = read_weights(path)
    net.load_state_dict(_state(net, weights), strict=False)
    return net.eval(), Ours(weights)


def _state(net: Theirs, weights: Weights) -> dict[str, torch.Tensor]:
    """Give the weights as PyTorch names them, with the losses of compression."""
    known = net.state_dict()
    names = [n for n in weights.arrays if not n.endswith(".scales")]
    return {
        n if n in known else f"{n}.weight": torch.from_numpy(weights.floats(n))
        for n in names
    }


def _paragraphs() -> list[Paragraph]:
    chance = np.random.default_rng(5)
    return [
        Paragraph(
            [str(w) for w in chance.choice([*WORDS, "unknown"], size=n)],
            chance.integers(0, 2, size=(n, FLAGS), dtype=np.uint8),
        )
        for n in LENGTHS
    ]


def _cues() -> Cues:
    starts = np.cumsum((0, *LENGTHS))[:-1]
    first, stop, number = np.array(CUES).T
    lengths = np.array(LENGTHS)
    return Cues(
        first=first + starts[number],
        stop=stop + starts[number],
        start=starts[number],
        length=lengths[number],
    )


def _theirs(net: Theirs) -> tuple[np.ndarray, ...]:
    """Read with PyTorch: scores of names, probabilities of cues and of roles."""
    words = {w.lower(): n + 1 for n, w in enumerate(WORDS)}
    batch = collate(encode(_paragraphs(), words))
    size = (max(LENGTHS), len(CUES))
    cue, near = torch.zeros(size), torch.zeros(size, dtype=torch.long)
    for k, (first, stop, number) in enumerate(CUES):
        cue[first:stop, k] = 1 / (stop - first)
        near[: LENGTHS[number], k] = distance(LENGTHS[number], first, stop)
    row = torch.tensor([number for _, _, number in CUES])
    with torch.no_grad():
        states = net.encoder(batch.ids, batch.marks, batch.mask)
        cues = net.cues(states).softmax(-1)
        spots = 1 - cues[..., 0]
        roles = net.role_scores(states, spots, row, cue, near, batch.mask)
        names = net.names(states)
    columns = [LENGTHS[number] for _, _, number in CUES]
    return (
        _flat(names, LENGTHS),
        _flat(cues, LENGTHS),
        _flat(roles.softmax(-1), columns),
    )


def _flat(values: torch.Tensor, lengths) -> np.ndarray:
    return np.concatenate([values[:n, k].numpy() for k, n in enumerate(lengths)])


def _ours(net: Ours, vocabulary) -> tuple[np.ndarray, ...]:
    paragraphs = _paragraphs()
    texts = [text for paragraph in paragraphs for text in paragraph.texts]
    flags = np.concatenate([paragraph.flags for paragraph in paragraphs])
    kinds, index = Words(vocabulary).read(texts, flags)
    states = net.read(kinds, index, np.array(LENGTHS))
    return states.names, states.cues, net.roles(states, _cues())


class TestNetwork:
    """The forward pass."""

    @pytest.mark.parametrize("part", [0, 1, 2], ids=["names", "cues", "roles"])
    def test_equals_pytorch(self, pair, part) -> None:
        """All heads agree within 1e-4, whatever the widths and lengths."""
        theirs, ours = pair
        actual = _ours(ours, [word.lower() for word in WORDS])[part]
        expected = _theirs(theirs)[part]

        assert actual.dtype == np.float32
        np.testing.assert_allclose(actual, expected, rtol=0, atol=1e-4)

    def test_sizes_agree(self) -> None:
        """The arrays of a network with the usual widths fill a file of those widths."""
        size = sizes(2)
        state = Theirs(size).state_dict()
        weights = weights_of(attrs.asdict(size), ["a"], state)

        assert attrs.asdict(weights.sizes) == attrs.asdict(size)
        assert weights.arrays.keys() >= TABLES
        assert weights.floats("encoder.words").shape == (2, 64)
        assert weights.sizes.inputs == 112 + BITS + FLAGS
