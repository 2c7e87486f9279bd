"""A tagger of a few units that has learned nothing: its weights are drawn by chance."""

from pathlib import Path

import numpy as np
import pytest

from newsmodel.tagging import Tagger
from newsmodel.tagging._shapes import Sizes, shapes
from newsmodel.tagging.weights import Calibration, Weights, compress, write_weights

SIZES = Sizes(
    words=6,
    vectors=8,
    prefix=4,
    suffix=4,
    shape=4,
    hidden=6,
    layers=2,
    role=10,
    role_hidden=5,
    distance=3,
)
VOCABULARY = ("the", "said", "iran", "zürich", '"')


def drawn(sizes: Sizes = SIZES, **changes: object) -> Weights:
    """Draw weights, the same ones each time."""
    chance = np.random.default_rng(3)
    arrays = {
        name: chance.normal(0, 1.5, shape).astype(np.float32)
        for name, shape in shapes(sizes).items()
    }
    # Many cues, so that roles are read too.
    arrays["cues.bias"][:] = (0.5, 0.5, 0)
    arrays["roles.weight"] *= 3
    fields = {
        "sizes": sizes,
        "vocabulary": VOCABULARY,
        "arrays": compress(arrays),
        "calibration": Calibration(names=(0.9, 0.1), cues=(1.1, -0.1), threshold=0.45),
        "about": "drawn by chance",
    }
    return Weights(**(fields | changes))


@pytest.fixture
def weights() -> Weights:
    """Give the weights."""
    return drawn()


@pytest.fixture
def path(tmp_path: Path, weights: Weights) -> Path:
    """Give a file of them."""
    write_weights(tmp_path / "weights.bin", weights)
    return tmp_path / "weights.bin"


@pytest.fixture(scope="session")
def tagger() -> Tagger:
    """Give a tagger."""
    return Tagger(drawn())
