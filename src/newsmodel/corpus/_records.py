"""The records of one file, whatever its kind: a text, JSON Lines, CSV, Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from newsmodel.corpus._sources import Source, load_arrow
from newsmodel.corpus.stories import Columns, too_large
from newsmodel.errors import (
    InvalidRecordError,
    NewsmodelError,
    UnreadableFileError,
)

Record = tuple[int | None, Mapping[str, Any] | NewsmodelError]
"""The line or row, from 1, and what stands there or why it cannot be read."""
Reader = Callable[[Source, Columns], Iterator[Record]]

_ROWS = 64


def read_records(source: Source, columns: Columns) -> Iterator[Record]:
    """Give the records of a file; one of an unknown kind is a text."""
    return READERS.get(source.suffix, _text)(source, columns)


def _text(source: Source, columns: Columns) -> Iterator[Record]:
    yield None, {columns.text: source.text(source.whole())}


def _json_lines(source: Source, _: Columns) -> Iterator[Record]:
    lines = _Lines(source)
    for line in lines:
        if isinstance(line, NewsmodelError):
            yield lines.number, line
        elif line.strip():
            yield lines.number, _json(line)


def _json(line: str) -> Mapping[str, Any] | NewsmodelError:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return InvalidRecordError(line.strip(), f"JSON ({error})", "record")
    if isinstance(record, dict):
        return record
    return InvalidRecordError(record, "a JSON object", "record")


def _commas(source: Source, columns: Columns) -> Iterator[Record]:
    return _table(source, columns, ",")


def _tabs(source: Source, columns: Columns) -> Iterator[Record]:
    return _table(source, columns, "\t")


def _table(source: Source, columns: Columns, delimiter: str) -> Iterator[Record]:
    lines = _Lines(source)
    rows = csv.reader(map(_raised, lines), delimiter=delimiter)
    names = _next(rows, source) or []
    _check(names, columns)
    while True:
        number = lines.number + 1
        try:
            row = _next(rows, source)
        except (csv.Error, NewsmodelError) as error:
            yield number, _broken(error)
            continue
        if row is None:
            return
        if row:
            yield number, _named(names, row)


def _next(rows: Any, source: Source) -> list[str] | None:  # noqa: ANN401 - csv.reader
    """Read a row; the limit of the module csv holds for all of the process."""
    before = csv.field_size_limit(source.limits.record)
    try:
        return next(rows, None)
    finally:
        csv.field_size_limit(before)


def _raised(line: str | NewsmodelError) -> str:
    """Raise what is wrong with a line; the reader goes on with the next."""
    if isinstance(line, NewsmodelError):
        raise line
    return line


def _broken(error: Exception) -> NewsmodelError:
    if isinstance(error, NewsmodelError):
        return error
    return InvalidRecordError(str(error), "a row of CSV", "record")


def _named(names: list[str], row: list[str]) -> Mapping[str, Any] | NewsmodelError:
    if len(row) != len(names):
        return InvalidRecordError(len(row), f"{len(names)} cells", "record")
    return {name: cell or None for name, cell in zip(names, row, strict=True)}


def _parquet(source: Source, columns: Columns) -> Iterator[Record]:
    size = source.path.stat().st_size
    with load_arrow().ParquetFile(source.path) as file:
        names = file.schema_arrow.names
        _check(names, columns)
        wanted = [name for name in columns.names() if name in names]
        number = 0
        for batch in file.iter_batches(batch_size=_ROWS, columns=wanted):
            for record in batch.to_pylist():
                number += 1
                source.position = size * number // file.metadata.num_rows
                yield number, record


def _check(names: list[str], columns: Columns) -> None:
    """Refuse a table without the columns that were asked for."""
    if missing := columns.missing(names):
        raise InvalidRecordError(names, f"columns {missing}", "file")


class _Lines:
    """The lines of a file as text, or what is wrong with one, each with its number."""

    def __init__(self, source: Source) -> None:
        self.number = 0
        """The line that was read last, from 1."""
        self._source = source
        self._lines = source.lines()

    def __iter__(self) -> Iterator[str | NewsmodelError]:
        for number, line in self._lines:
            self.number = number
            yield self._text(line)

    def _text(self, line: bytes | None) -> str | NewsmodelError:
        if line is None:
            return too_large(self._source.limits.record, "bytes", "record")
        try:
            return self._source.text(line).removeprefix("\ufeff")
        except UnreadableFileError as error:
            return error


READERS: Mapping[str, Reader] = {
    ".txt": _text,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".csv": _commas,
    ".tsv": _tabs,
    ".parquet": _parquet,
}
"""The reader for each suffix."""
