"""The flat tables of one part of a run: files that appear when they are whole."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any, Protocol

import attrs

from newsmodel.corpus._sources import load_arrow
from newsmodel.corpus.stories import Failure
from newsmodel.exports import tables_arrow
from newsmodel.exports.tables import TABLES, Row, Table

_ROWS_A_GROUP = 20_000


class TableWriter(Protocol):
    """Writes rows of one table to an open file."""

    def write(self, rows: Iterable[Row]) -> None:
        """Take some rows."""

    def close(self) -> None:
        """Write what is left; the file stays open."""


class JsonLines:
    """Rows as JSON objects, one a line."""

    suffix = ".jsonl"

    def __init__(self, table: Table, file: IO[bytes]) -> None:
        self._names = [column.name for column in table.columns]
        self._file = file

    def write(self, rows: Iterable[Row]) -> None:
        """Write rows; days are ISO 8601."""
        for row in rows:
            self._file.write(_line(dict(zip(self._names, row, strict=True))))

    def close(self) -> None:
        """All is written."""


class Parquet:
    """Rows of a Parquet file, compressed with zstd; the extra `arrow`."""

    suffix = ".parquet"

    def __init__(self, table: Table, file: IO[bytes]) -> None:
        self._table = table
        self._rows: list[Row] = []
        form = tables_arrow.schema(table)
        self._writer = load_arrow().ParquetWriter(file, form, compression="zstd")

    def write(self, rows: Iterable[Row]) -> None:
        """Gather rows, and write a row group when there are enough."""
        self._rows += rows
        if len(self._rows) >= _ROWS_A_GROUP:
            self._flush()

    def close(self) -> None:
        """Write the last row group and the footer."""
        if self._rows:
            self._flush()
        self._writer.close()

    def _flush(self) -> None:
        self._writer.write_batch(tables_arrow.batch(self._table, self._rows))
        self._rows.clear()


FORMATS: Mapping[str, type[JsonLines | Parquet]] = {
    "jsonl": JsonLines,
    "parquet": Parquet,
}
"""The writer for each format."""


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Open a file that gets its name, and is on the disk, when all went well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.tmp")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def table_files(folder: Path, name: str, form: str) -> Iterator[dict[Table, Any]]:
    """Open the writers of all tables: `claims/part-000001.jsonl` and so on."""
    kind = FORMATS[form]
    with ExitStack() as stack:
        writers: dict[Table, TableWriter] = {}
        for table in TABLES.values():
            path = folder / table.name / f"{name}{kind.suffix}"
            writers[table] = kind(table, stack.enter_context(whole_file(path)))
        yield writers
        for writer in writers.values():
            writer.close()


def write_failures(folder: Path, name: str, failures: Iterable[Failure]) -> None:
    """Write what could not be read as JSON Lines; no file where all was well."""
    path = folder / "failures" / f"{name}.jsonl"
    lines = [_line(attrs.asdict(failure)) for failure in failures]
    if lines:
        with whole_file(path) as file:
            file.writelines(lines)
    else:
        path.unlink(missing_ok=True)


def _line(record: Mapping[str, object]) -> bytes:
    text = json.dumps(record, ensure_ascii=False, default=_iso)
    return text.encode("utf-8", "replace") + b"\n"


def _iso(cell: object) -> str:
    if isinstance(cell, dt.date):
        return cell.isoformat()
    raise TypeError(cell)
