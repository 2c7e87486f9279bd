"""
The file that holds a tagger's weights.

Magic bytes, version, length and SHA-256 of the rest; then the length of a header in
JSON, the header, and the arrays one after the other, little-endian, the vocabulary
among them as UTF-8 text.  Tables of words and affixes are int8 with one scale per row,
matrices float16, the rest float32.  Nothing in the file is ever run.
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from newsmodel.errors import InvalidWeightsError, UnreadableFileError
from newsmodel.tagging._kept import Calibration, Weights, compress
from newsmodel.tagging._shapes import LABELS, TABLES, Sizes, shapes
from newsmodel.tagging.features import VERSION as FEATURES

__all__ = ["Calibration", "Weights", "compress", "read_weights", "write_weights"]

MAGIC = b"newsmodel tagger"
VERSION = 1
_START = struct.Struct("<16sIQ32s")
_HEADER = struct.Struct("<I")
_DTYPES = {"int8": "<i1", "float16": "<f2", "float32": "<f4", "text": "<u1"}
_VOCABULARY = "vocabulary"


def write_weights(path: str | PathLike[str], weights: Weights) -> None:
    """Write a file; the same weights give the same bytes."""
    Path(path).write_bytes(_bytes(weights))


def _bytes(weights: Weights) -> bytes:
    text = "\n".join(weights.vocabulary).encode("utf-8", "surrogatepass")
    kept = {**weights.arrays, _VOCABULARY: np.frombuffer(text, np.uint8)}
    places, parts, start = {}, [], 0
    for name in sorted(kept, key=lambda name: (-kept[name].dtype.itemsize, name)):
        kind = "text" if name == _VOCABULARY else kept[name].dtype.name
        parts.append(kept[name].astype(_DTYPES[kind]).tobytes())
        places[name] = [kind, list(kept[name].shape), start]
        start += len(parts[-1])
    header = {
        "features": FEATURES,
        "labels": LABELS,
        "sizes": attrs.asdict(weights.sizes),
        "calibration": attrs.asdict(weights.calibration),
        "about": weights.about,
        "arrays": places,
    }
    packed = json.dumps(header, sort_keys=True, separators=(",", ":")).encode()
    packed += b" " * (-(_START.size + _HEADER.size + len(packed)) % 16)
    rest = b"".join([_HEADER.pack(len(packed)), packed, *parts])
    return _START.pack(MAGIC, VERSION, len(rest), hashlib.sha256(rest).digest()) + rest


def read_weights(path: str | PathLike[str]) -> Weights:
    """
    Read and check a file.

    Raises:
        UnreadableFileError: There is no such file, or it cannot be opened.
        InvalidWeightsError: It is another file, of another version, made for other
            features, damaged, or its arrays do not fit together.
    """
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise UnreadableFileError(error, "weights of a tagger", str(path)) from error
    return _Reader(content, str(path)).read()


class _Reader:
    """Reads one file, and says what is wrong with it."""

    def __init__(self, content: bytes, place: str) -> None:
        self.content = content
        self.place = place

    def read(self) -> Weights:
        self._check_start()
        start = _START.size
        self._check(len(self.content) >= start + _HEADER.size, "nothing", "a header")
        (length,) = _HEADER.unpack_from(self.content, start)
        self.arrays_start = start + _HEADER.size + length
        try:
            header = json.loads(self.content[start + _HEADER.size : self.arrays_start])
            return self._weights(header)
        except InvalidWeightsError:
            raise
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            expected = "a header of this version"
            raise InvalidWeightsError(error, expected, self.place) from error

    def _check_start(self) -> None:
        content = self.content
        magic = content[: len(MAGIC)]
        self._check(magic == MAGIC, magic, f"the first bytes {MAGIC!r}")
        enough = len(content) >= _START.size
        self._check(enough, f"{len(content)} bytes", f"{_START.size} bytes or more")
        _, version, length, digest = _START.unpack_from(content)
        self._check(version == VERSION, version, f"version {VERSION}")
        rest = memoryview(content)[_START.size :]
        self._check(len(rest) == length, f"{len(rest)} bytes", f"{length} bytes")
        same = hashlib.sha256(rest).digest() == digest
        self._check(same, "others", "contents that fit the SHA-256 (a damaged file?)")

    def _weights(self, header: Mapping[str, Any]) -> Weights:
        features, labels = header["features"], header["labels"]
        self._check(features == FEATURES, features, f"features of version {FEATURES}")
        expected = {head: list(names) for head, names in LABELS.items()}
        self._check(labels == expected, labels, "the labels of this version")
        sizes = Sizes(**header["sizes"])
        arrays = {n: self._array(n, *at) for n, at in header["arrays"].items()}
        text = arrays.pop(_VOCABULARY, np.empty(0, np.uint8)).tobytes()
        self._check_shapes(arrays, sizes)
        vocabulary = text.decode("utf-8", "surrogatepass").split("\n") if text else ()
        known, rows = len(vocabulary) + 1, sizes.words
        self._check(known == rows, f"{known - 1} words", f"a vocabulary of {rows - 1}")
        calibration = header["calibration"]
        return Weights(
            sizes=sizes,
            vocabulary=tuple(vocabulary),
            arrays=MappingProxyType(arrays),
            calibration=Calibration(
                names=_pair(calibration["names"]),
                cues=_pair(calibration["cues"]),
                threshold=float(calibration["threshold"]),
            ),
            about=str(header["about"]),
        )

    def _array(
        self, name: str, kind: str, shape: list[int], start: int
    ) -> NDArray[Any]:
        count = int(np.prod(shape, dtype=np.int64))
        dtype = np.dtype(_DTYPES[kind])
        start += self.arrays_start
        inside = 0 <= start <= start + count * dtype.itemsize <= len(self.content)
        self._check(inside, f"{name} behind its end", "arrays inside the file")
        array = np.frombuffer(self.content, dtype, count, start).reshape(shape)
        array = array.astype(dtype.newbyteorder("="), copy=False)
        array.flags.writeable = False
        return array

    def _check_shapes(self, arrays: Mapping[str, NDArray[Any]], sizes: Sizes) -> None:
        for name, shape in shapes(sizes).items():
            self._check_shape(arrays, name, shape)
            if name in TABLES:
                self._check_shape(arrays, f"{name}.scales", shape[:1])

    def _check_shape(
        self, arrays: Mapping[str, NDArray[Any]], name: str, shape: tuple[int, ...]
    ) -> None:
        self._check(name in arrays, "none", f"an array {name!r}")
        got = arrays[name].shape
        self._check(got == shape, got, f"{name!r} of shape {shape}")

    def _check(self, fits: bool, value: object, expectation: str) -> None:  # noqa: FBT001
        if not fits:
            raise InvalidWeightsError(value, expectation, self.place)


def _pair(numbers: list[float]) -> tuple[float, float]:
    slope, shift = numbers
    return float(slope), float(shift)
