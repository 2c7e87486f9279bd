"""The commands of training, one after the other, on a few invented sentences."""

import importlib
import json
import sys
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

from newsmodel.tagging import Tagger
from newsmodel.text import Document

SAID = {
    "text": "It will rain all day, Lee said.",
    "attributions": [
        {"source": [[22, 25]], "cue": [[26, 30]], "content": [[0, 20]]},
    ],
}
NAMED = {
    "text": "Ann Lee left Paris on Monday.",
    "entities": [
        {"start": 0, "end": 7, "type": "PER"},
        {"start": 13, "end": 18, "type": "LOC"},
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with labels and word vectors."""
    for name, record in (("said", SAID), ("named", NAMED)):
        lines = json.dumps(record) + "\n"
        (tmp_path / f"{name}.jsonl").write_text(lines * 3, "utf-8")
    words = np.array(["rain", "said", "paris"])
    vectors = np.eye(3, 64, dtype=np.float32)
    np.savez(tmp_path / "v.npz", words=words, counts=[9, 8, 8], vectors=vectors)
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, folder: Path, words: str) -> None:
    """Run a command, whose names of files are those of the folder."""
    name, *rest = words.split()
    paths = [str(folder / word) if "." in word else word for word in rest]
    monkeypatch.setattr(sys, "argv", [name, *paths])
    importlib.import_module(f"training.{name}").main()


class TestCommands:
    """From words to weights that the library reads, and on from there."""

    def test_each_command_reads_what_the_last_one_wrote(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The whole way, and a second training from the finished weights."""
        labels = "--attributions said.jsonl --names named.jsonl"
        dev = "--dev-attributions said.jsonl --dev-names named.jsonl"
        small = "--epochs 2 --hidden 8 --layers 2 --threads 1"
        for words in (
            f"pretrain v.npz e.pt --stories said.jsonl named.jsonl {small}",
            f"pretrain v.npz f.pt --stories said.jsonl --start e.pt --seed 2 {small}",
            f"train f.pt a.pt {labels} {dev} --epochs 2 --threads 1",
            "export a.pt a.bin",
            f"train a.bin b.pt {labels} --epochs 1 --threads 1",
            "average a.pt b.pt c.pt",
            "export c.pt c.bin",
        ):
            run(monkeypatch, folder, words)
        tagger = Tagger.load(folder / "c.bin")

        assert tagger.read(Document("It will rain, Lee said.")) is not None

    def test_confidence_is_fitted_to_what_is_right(
        self,
        folder: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """Six numbers, whatever the file holds."""
        run(monkeypatch, folder, "confidence said.jsonl")

        assert len(json.loads(capsys.readouterr().out)) == 6

    def test_something_to_learn_from_is_asked_for(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A training without labels says what it lacks."""
        with pytest.raises(SystemExit):
            run(monkeypatch, folder, "train e.pt a.pt")
