"""That the benchmarks still fit the library; what they measure no test judges."""

from importlib import import_module
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "benchmarks"
TEXTS = ["Ann Lee said in Oslo on Monday that Norway had sanctioned Iran."] * 2


@pytest.fixture(autouse=True)
def benchmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the scripts be imported by their names."""
    monkeypatch.syspath_prepend(str(FOLDER))


class TestBenchmarks:
    """What wraps the library's own classes runs on a sentence."""

    def test_layers_are_timed(self) -> None:
        """Every part of a parse has its share."""
        layers = import_module("_layers")

        assert layers.layer_seconds(TEXTS).keys() >= {*layers.PARTS, "evidence"}

    def test_places_are_timed(self) -> None:
        """Reading places takes some time."""
        assert import_module("places")._speed(TEXTS) > 0
