"""One file of stories: its bytes, unpacked and within limits."""

from __future__ import annotations

import codecs
import gzip
import io
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import IO, Any

import attrs

from newsmodel.corpus.stories import Limits, too_large
from newsmodel.errors import MissingExtraError
from newsmodel.reader import decode

DETECT = "detect"
"""Asks for charset-normalizer where bytes are no UTF-8."""
_PACKED = (".gz", ".zst")
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHUNK = 2**16


@attrs.define
class Source:
    """A file of stories, read once from start to end."""

    path: Path
    limits: Limits
    encoding: str | None = None
    """A codec, `DETECT`, or None for what `newsmodel.read` does."""
    position: int = 0
    """Bytes of the file, as it lies on the disk, that have been read."""

    @property
    def suffix(self) -> str:
        """What the file holds, once unpacked: ".txt", ".jsonl" and so on."""
        suffixes = [suffix.lower() for suffix in self.path.suffixes]
        if suffixes and suffixes[-1] in _PACKED:
            suffixes.pop()
        return suffixes[-1] if suffixes else ""

    def lines(self) -> Iterator[tuple[int, bytes | None]]:
        """Number the lines from 1; one that is too long is None."""
        most = self.limits.record
        with self.open() as file:
            for number in count(1):
                line = file.readline(most + 1)
                if not line:
                    return
                whole = len(line) <= most
                while line and not line.endswith(b"\n") and len(line) > most:
                    line = file.readline(most + 1)
                yield number, line if whole else None

    def whole(self) -> bytes:
        """
        Give all bytes of a text file.

        Raises:
            TooLargeError: If there are more than a record may have.
        """
        most = self.limits.record
        with self.open() as file:
            content = file.read(most + 1)
        if len(content) > most:
            raise too_large(most, "bytes", "file")
        return content

    def text(self, content: bytes) -> str:
        """
        Turn bytes of the file into text.

        Raises:
            UnreadableFileError: If they are no text.
        """
        if self.encoding == DETECT and not _is_utf8(content):
            found = load("charset_normalizer").from_bytes(content).best()
            return decode(content, "") if found is None else str(found)
        return decode(content, "")

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """Open the file; what it gives is unpacked, and ASCII where it can be."""
        with ExitStack() as stack:
            packed = stack.enter_context(self.path.open("rb"))
            plain = io.BufferedReader(_Unpacked(self, packed))
            codec = self._codec(plain.peek(2)[:2])
            yield _buffered(_Recoded(plain, codec)) if codec else _buffered(plain)

    def _codec(self, mark: bytes) -> str | None:
        """Name the codec of a file whose bytes must be turned into UTF-8 first."""
        if mark in _MARKS:
            return "utf-16"
        return None if self.encoding == DETECT else self.encoding


class _Unpacked(io.RawIOBase):
    """The bytes of a file, unpacked, as far as its limit."""

    def __init__(self, source: Source, packed: IO[bytes]) -> None:
        self._source = source
        self._packed = packed
        self._inner = _unpack(packed, source.path.suffix.lower())
        self._most = source.limits.decompressed
        self._read = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - a buffer, as in io
        content = self._inner.read(len(buffer))
        buffer[: len(content)] = content
        self._read += len(content)
        self._source.position = self._packed.tell()
        if self._inner is not self._packed and self._read > self._most:
            raise too_large(self._most, "bytes when unpacked", "file")
        return len(content)


class _Recoded(io.RawIOBase):
    """The same text in UTF-8."""

    def __init__(self, inner: IO[bytes], codec: str) -> None:
        self._inner = inner
        self._decoder = codecs.getincrementaldecoder(codec)("replace")
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - a buffer, as in io
        final = False
        while not self._left and not final:
            content = self._inner.read(_CHUNK)
            final = not content
            text = self._decoder.decode(content, final)
            self._left = text.encode("utf-8", "surrogatepass")
        size = min(len(buffer), len(self._left))
        buffer[:size] = self._left[:size]
        self._left = self._left[size:]
        return size


def _buffered(file: Any) -> IO[bytes]:  # noqa: ANN401 - io has no type for it
    return file if isinstance(file, io.BufferedReader) else io.BufferedReader(file)


def load(module: str) -> Any:  # noqa: ANN401 - a module
    """
    Import a module that the extra `corpus` brings.

    Raises:
        MissingExtraError: If it is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(module.replace("_", "-"), "corpus") from error


def load_arrow() -> Any:  # noqa: ANN401 - a module
    """
    Import `pyarrow.parquet`, which the extra `arrow` brings.

    Raises:
        MissingExtraError: If it is not installed.
    """
    try:
        return import_module("pyarrow.parquet")
    except ImportError as error:
        library, extra = "pyarrow", "arrow"
        raise MissingExtraError(library, extra) from error


def _unpack(packed: IO[bytes], suffix: str) -> Any:  # noqa: ANN401 - reads bytes
    if suffix == ".gz":
        return gzip.GzipFile(fileobj=packed, mode="rb")
    if suffix == ".zst":
        unpacker = load("zstandard").ZstdDecompressor()
        return unpacker.stream_reader(packed, read_across_frames=True)
    return packed


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True
