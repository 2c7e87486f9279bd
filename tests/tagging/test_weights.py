"""The file of weights: what is kept, and which files are refused."""

import hashlib
import json
import struct
from pathlib import Path

import numpy as np
import pytest

from newsmodel.errors import InvalidWeightsError, NewsmodelError, UnreadableFileError
from newsmodel.tagging import weights as module
from newsmodel.tagging._shapes import TABLES, Sizes, shapes
from newsmodel.tagging.weights import Weights, compress, read_weights, write_weights

START = struct.Struct("<16sIQ32s")


def rewrite(path: Path, change) -> None:
    """Change the header of a file and make length and hash fit again."""
    rest = path.read_bytes()[START.size :]
    (length,) = struct.unpack_from("<I", rest)
    header, arrays = json.loads(rest[4 : 4 + length]), rest[4 + length :]
    header = change(header) or header
    packed = json.dumps(header).encode()
    seal(path, struct.pack("<I", len(packed)) + packed + arrays)


def seal(path: Path, rest: bytes, version: int = module.VERSION) -> None:
    """Write a file around its contents."""
    digest = hashlib.sha256(rest).digest()
    path.write_bytes(START.pack(module.MAGIC, version, len(rest), digest) + rest)


def _list_of(changed: object) -> object:
    """Give a header that is a list; other changes are made in place."""
    is_header = isinstance(changed, list) and isinstance(changed[0], dict)
    return changed if is_header else None


class TestWriteWeights:
    """Writing, and reading again."""

    def test_round_trips(self, path: Path, weights: Weights) -> None:
        """Nothing changes on the way."""
        actual = read_weights(path)

        assert actual.sizes == weights.sizes
        assert actual.vocabulary == weights.vocabulary
        assert actual.calibration == weights.calibration
        assert actual.about == weights.about
        assert actual.arrays.keys() == weights.arrays.keys()
        for name, array in weights.arrays.items():
            assert actual.arrays[name].dtype == array.dtype
            np.testing.assert_array_equal(actual.arrays[name], array)

    def test_same_weights_same_bytes(self, path: Path, tmp_path: Path) -> None:
        """What was read is written as it was."""
        again = tmp_path / "again.bin"
        write_weights(again, read_weights(path))

        assert again.read_bytes() == path.read_bytes()

    def test_arrays_cannot_be_written_to(self, path: Path) -> None:
        """Neither the table nor an array in it can be changed."""
        arrays = read_weights(path).arrays

        with pytest.raises(ValueError, match="read-only"):
            arrays["near"][0, 0] = 1
        with pytest.raises(TypeError):
            arrays["near"] = np.zeros(1)

    def test_reads_no_words(self, tmp_path: Path, weights: Weights) -> None:
        """A vocabulary may be empty."""
        arrays = {name: weights.floats(name) for name in shapes(weights.sizes)}
        arrays["encoder.words"] = arrays["encoder.words"][:1]
        fields = {n: getattr(weights.sizes, n) for n in Sizes.__slots__ if n[0] != "_"}
        sizes = Sizes(**(fields | {"words": 1}))
        write_weights(
            tmp_path / "w.bin",
            Weights(sizes=sizes, vocabulary=(), arrays=compress(arrays)),
        )

        assert read_weights(tmp_path / "w.bin").vocabulary == ()

    def test_repr_is_short(self, weights: Weights) -> None:
        """It says the sizes and not the arrays."""
        assert repr(weights).startswith("Weights(5 words, Sizes(words=6,")


class TestCompress:
    """What is kept of float32 arrays."""

    def test_tables_keep_a_scale_for_each_row(self, weights: Weights) -> None:
        """Each row is within half a step of what it was; rows of zeros stay so."""
        table = np.array([[0, 0], [1, -3], [1e-4, 5e-5]], dtype=np.float32)
        name = min(TABLES)
        kept = compress({name: table})
        actual = kept[name] * kept[f"{name}.scales"][:, None]

        assert kept[name].dtype == np.int8
        assert (abs(actual - table).max(axis=1) <= table.max(axis=1) / 80).all()

    def test_matrices_are_halves(self) -> None:
        """Matrices are float16, vectors float32."""
        kept = compress({"a": np.ones((2, 2)), "b": np.ones(2)})

        assert [kept[n].dtype.name for n in "ab"] == ["float16", "float32"]


class TestReadWeights:
    """Files that are refused, and what is said of them."""

    def test_refuses_a_missing_file(self, tmp_path: Path) -> None:
        """The error names the file."""
        with pytest.raises(UnreadableFileError, match=r"none\.bin: expected weights"):
            read_weights(tmp_path / "none.bin")

    def test_error_is_a_value_error(self) -> None:
        """Callers may catch it as either."""
        assert issubclass(InvalidWeightsError, NewsmodelError)
        assert issubclass(InvalidWeightsError, ValueError)

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "expected the first bytes b'newsmodel tagger', got b''"),
            (b"PK\x03\x04" * 50, "expected the first bytes"),
            (b"newsmodel tagger", "expected 60 bytes or more, got '16 bytes'"),
        ],
    )
    def test_refuses_other_files(self, path: Path, content: bytes, words: str) -> None:
        """Another file is told from a damaged one."""
        path.write_bytes(content)

        with pytest.raises(InvalidWeightsError, match=words) as caught:
            read_weights(path)
        assert caught.value.place == str(path)

    def test_refuses_other_versions(self, path: Path) -> None:
        """A version that is not known is named."""
        seal(path, b"", version=9)

        with pytest.raises(InvalidWeightsError, match="expected version 1, got 9"):
            read_weights(path)

    @pytest.mark.parametrize("missing", [1, 100, 500])
    def test_refuses_a_truncated_file(self, path: Path, missing: int) -> None:
        """Bytes that are missing are counted."""
        path.write_bytes(path.read_bytes()[:-missing])

        with pytest.raises(InvalidWeightsError, match=r"expected \d+ bytes, got"):
            read_weights(path)

    def test_refuses_a_changed_byte(self, path: Path) -> None:
        """The hash holds all that follows it."""
        content = bytearray(path.read_bytes())
        content[-1] ^= 1
        path.write_bytes(content)

        with pytest.raises(InvalidWeightsError, match="SHA-256"):
            read_weights(path)

    def test_refuses_an_empty_rest(self, path: Path) -> None:
        """A file may fit its hash and hold nothing."""
        seal(path, b"")

        with pytest.raises(InvalidWeightsError, match="expected a header"):
            read_weights(path)

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            (lambda h: h.update(features=99), "expected features of version"),
            (lambda h: h["labels"].update(roles=["a"]), "expected the labels"),
            (lambda h: h["arrays"].pop("near"), "expected an array 'near'"),
            (lambda h: h["arrays"].pop("encoder.words.scales"), "'encoder.words.sca"),
            (
                lambda h: h["arrays"]["near"].__setitem__(1, [3, 24]),
                r"expected 'near' of shape \(24, 3\), got \(3, 24\)",
            ),
            (lambda h: h["arrays"]["near"].__setitem__(2, 10**9), "arrays inside"),
            (lambda h: h["arrays"]["near"].__setitem__(2, -(10**9)), "arrays inside"),
            (lambda h: h["arrays"]["near"].__setitem__(0, "object"), "a header of"),
            (lambda h: h["sizes"].update(hidden=0), "hidden: expected a positive"),
            (lambda h: h["sizes"].update(hidden=7), "of shape"),
            (lambda h: h["sizes"].update(depth=7), "a header of this version"),
            (lambda h: h["calibration"].update(names=[1]), "a header of this version"),
            (lambda h: h["arrays"].pop("vocabulary"), "expected a vocabulary of 5"),
            (lambda h: h.pop("about"), "a header of this version"),
            (lambda h: [h], "a header of this version"),
        ],
    )
    def test_refuses_other_headers(self, path: Path, change, words: str) -> None:
        """Whatever does not fit together is named."""
        rewrite(path, lambda header: _list_of(change(header)))

        with pytest.raises(InvalidWeightsError, match=words):
            read_weights(path)
