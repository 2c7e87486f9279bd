"""The stories that a command names: files, folders, standard input."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from newsmodel.cli._output import complain
from newsmodel.cli._progress import counted
from newsmodel.errors import InvalidRecordError, UnreadableFileError
from newsmodel.exports import jsonl
from newsmodel.exports.tables import Story
from newsmodel.reader import decode, parse, read

_SUFFIXES = (".txt", ".jsonl")
_RECORD = b'{"version":'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say which stories, and what is known of them."""
    parser.add_argument(
        "stories",
        metavar="STORY",
        nargs="+",
        help="text files; .jsonl files of records; folders, for all such files in "
        "them; - for standard input, a text or records",
    )
    parser.add_argument(
        "--published",
        metavar="DATE",
        help="day or time of publication, ISO 8601 (2023-06-10); "
        "default: the date printed in each story",
    )
    parser.add_argument("--url", help="address of the story, kept in the output")
    parser.add_argument("--publisher", help="publisher, kept in the output")


class Stories:
    """
    Stories read one by one; a file that cannot be read is told and passed over.

    Args:
        options: The arguments of `add_arguments`.
        hide_progress: Whether the results themselves go to the terminal.
    """

    def __init__(self, options: argparse.Namespace, *, hide_progress: bool) -> None:
        self.mistakes = 0
        """How many files and records could not be read so far."""
        self.sources = list(chain.from_iterable(map(_files, options.stories)))
        """The files, in order of the command; those of a folder by name."""
        self._known = (options.published, options.url, options.publisher)
        self._url: str | None = options.url
        self._hide_progress = hide_progress

    def __iter__(self) -> Iterator[Story]:
        found = chain.from_iterable(map(self._read, self.sources))
        texts = all(not source.endswith(".jsonl") for source in self.sources)
        total = len(self.sources) if texts else None
        return counted(found, total, hidden=self._hide_progress)

    def _read(self, source: str) -> Iterator[Story]:
        try:
            if source == "-":
                yield from self._standard_input()
            elif source.endswith(".jsonl"):
                yield from self._records(source)
            else:
                article = read(source, *self._known)
                yield article if self._url else (source, article)
        except UnreadableFileError as error:
            self._miss(error)

    def _standard_input(self) -> Iterator[Story]:
        stream = sys.stdin.buffer
        first = stream.readline()
        if first.startswith(_RECORD):
            yield from self._lines(chain([first], stream), "standard input")
        else:
            text = decode(first + stream.read(), "standard input")
            yield parse(text, *self._known)

    def _records(self, source: str) -> Iterator[Story]:
        try:
            with Path(source).open("rb") as file:
                yield from self._lines(file, source)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise UnreadableFileError(source, "a file of records", reason) from error

    def _lines(self, lines: Iterable[bytes], source: str) -> Iterator[Story]:
        def tell(error: InvalidRecordError) -> None:
            place = f"{source}: {error.place}"
            self._miss(InvalidRecordError(error.value, error.expectation, place))

        return jsonl.read(lines, tell)

    def _miss(self, error: Exception) -> None:
        self.mistakes += 1
        complain(error)


def _files(name: str) -> list[str]:
    """Give the files of a folder, or the name itself."""
    path = Path(name)
    if name == "-" or not path.is_dir():
        return [name]
    found = [str(p) for p in path.rglob("*") if p.suffix in _SUFFIXES and p.is_file()]
    return sorted(found) or [name]
