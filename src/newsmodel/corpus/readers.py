"""Stories from files and folders, one by one."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import attrs

from newsmodel.corpus._records import READERS, read_records
from newsmodel.corpus._sources import DETECT, Source, load
from newsmodel.corpus.stories import Columns, Failure, Limits, RawStory, checked, reason
from newsmodel.errors import (
    InvalidRecordError,
    InvalidTypeError,
    InvalidValueError,
    MissingExtraError,
    NewsmodelError,
    TooLargeError,
    UnreadableFileError,
)
from newsmodel.model import Moment


class Corpus:
    """
    The stories of files and folders, read one by one whenever it is iterated.

    Text (`.txt`, one story a file), JSON Lines (`.jsonl`, `.ndjson`), CSV (`.csv`,
    `.tsv`, the first line names the columns) and Parquet (`.parquet`), the first three
    also packed (`.gz`, `.zst`).  Any other file that is named is taken for text; of a
    folder, files with these suffixes count, by name, folder by folder.

    What cannot be read is given as a `Failure` in its place and stops nothing.

    Args:
        paths: Files and folders.
        columns: Names of columns and keys.
        limits: How large things may be.
        encoding: None for UTF-8, UTF-16 by its byte order mark, else Windows-1252; the
            name of a codec; or "detect" to ask charset-normalizer where bytes are no
            UTF-8 (the extra `corpus`).
        published: Day or time of publication of the stories that name none.
        publisher: Publisher of the stories that name none.

    Raises:
        InvalidTypeError: If an argument has the wrong type.
        InvalidValueError: If there is no such encoding.
        UnreadableFileError: If a path leads nowhere.
        MissingExtraError: If a file needs a library that is not installed; raised when
            that file is reached.

    Examples:
        >>> corpus = Corpus("seeds/stories/0001-drone-factory.txt")
        >>> next(iter(corpus)).id
        'seeds/stories/0001-drone-factory.txt'
    """

    def __init__(
        self,
        *paths: str | os.PathLike[str],
        columns: Columns | None = None,
        limits: Limits | None = None,
        encoding: str | None = None,
        published: Moment | str | None = None,
        publisher: str | None = None,
    ) -> None:
        self.paths: tuple[Path, ...] = tuple(_path(path) for path in paths)
        """The files and folders that were named."""
        self.columns: Columns = columns or Columns()
        """Names of columns and keys."""
        self.limits: Limits = limits or Limits()
        """How large things may be."""
        checked(self.columns, Columns, "Columns", "columns")
        checked(self.limits, Limits, "Limits", "limits")
        self.encoding: str | None = _encoding(encoding)
        """A codec, "detect" or None."""
        self.published = published
        """Day or time of publication of the stories that name none."""
        self.publisher = publisher
        """Publisher of the stories that name none."""
        self._before = 0
        self._source: Source | None = None

    def __repr__(self) -> str:
        named = ", ".join(repr(path.as_posix()) for path in self.paths)
        return f"Corpus({named})"

    @property
    def files(self) -> Iterator[Path]:
        """The files, in the order in which they are read."""
        return (file for path in self.paths for file in _files(path))

    @cached_property
    def size(self) -> int:
        """Bytes of all files, as they lie on the disk."""
        return sum(file.stat().st_size for file in self.files)

    @property
    def position(self) -> int:
        """Bytes of the files that the latest iteration has read."""
        return self._before + (self._source.position if self._source else 0)

    def __iter__(self) -> Iterator[RawStory | Failure]:
        self._before = 0
        for file in self.files:
            self._source = Source(file, self.limits, self.encoding)
            yield from self._read(self._source)
            self._source = None
            self._before += file.stat().st_size

    def _read(self, source: Source) -> Iterator[RawStory | Failure]:
        file = source.path.as_posix()
        line: int | None = None
        try:
            for line, found in read_records(source, self.columns):
                yield self._story(file, line, found)
        except MissingExtraError:
            raise
        except Exception as error:  # noqa: BLE001 - libraries raise what they like on broken files
            yield Failure(file=file, line=line, story=None, reason=_why(error))

    def _story(
        self, file: str, line: int | None, found: Mapping[str, Any] | NewsmodelError
    ) -> RawStory | Failure:
        if isinstance(found, NewsmodelError):
            return Failure(file=file, line=line, story=None, reason=reason(found))
        name = file if line is None else f"{file}:{line}"
        story = story_of(found, self.columns, name, file=file, line=line)
        if isinstance(story, Failure):
            return story
        return attrs.evolve(
            story,
            published=story.published or self.published,
            publisher=story.publisher or self.publisher,
        )


def story_of(
    record: Mapping[str, Any],
    columns: Columns,
    name: str,
    *,
    file: str = "",
    line: int | None = None,
) -> RawStory | Failure:
    """
    Make a story of a record.

    Args:
        record: Values by name.
        columns: Which value is what.
        name: Id of the story where the record has none.
        file: Where the record stands.
        line: The line or row there.
    """
    given, text = record.get(columns.id), record.get(columns.text)
    story = name if given in (None, "") else str(given)
    if not isinstance(text, str):
        error = InvalidRecordError(text, "a string", columns.text)
        return Failure(file=file, line=line, story=story, reason=reason(error))
    return RawStory(
        text=text,
        id=story,
        published=record.get(columns.published) or None,
        url=record.get(columns.url) or None,
        publisher=record.get(columns.publisher) or None,
        file=file,
        line=line,
    )


def _path(path: str | os.PathLike[str]) -> Path:
    if not isinstance(path, str | os.PathLike):
        raise InvalidTypeError(path, "a path", "paths")
    if not Path(path).exists():
        raise UnreadableFileError(os.fspath(path), "a file or a folder", "paths")
    return Path(path)


def _files(path: Path) -> Iterator[Path]:
    """Give the files of a folder by name, or the file itself."""
    if not path.is_dir():
        yield path
        return
    for inner in sorted(path.iterdir()):
        if inner.is_dir() and not inner.is_symlink():
            yield from _files(inner)
        elif inner.is_file() and _is_known(inner):
            yield inner


def _is_known(path: Path) -> bool:
    return Source(path, Limits()).suffix in READERS


def _encoding(name: str | None) -> str | None:
    if name == DETECT:
        load("charset_normalizer")
    elif name is not None:
        checked(name, str, "the name of a codec", "encoding")
        try:
            codecs.lookup(name)
        except LookupError as error:
            raise InvalidValueError(name, "the name of a codec", "encoding") from error
    return name


def _why(error: Exception) -> str:
    if isinstance(error, OSError) and not isinstance(error, NewsmodelError):
        return (error.strerror or str(error)).lower()
    if isinstance(error, EOFError | TooLargeError):
        return f"broken off: {reason(error)}"
    return reason(error)
