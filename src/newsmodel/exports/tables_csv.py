"""
Flat tables as CSV files after RFC 4180, in UTF-8.

The first line has the names of the columns.  None, the empty string and no strings
at all are an empty cell; a day is ISO 8601; True and False are `true` and `false`;
several strings are one cell of JSON (`["Iran", null]`).

A spreadsheet runs what begins with `=`, `+`, `-`, `@`, a tab or a carriage return as
a formula (OWASP, "CSV Injection").  A cell of text that begins so, or with an
apostrophe, gets one apostrophe in front; without it the cell is as it was.  Numbers
are numbers and stay.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

from newsmodel.errors import InvalidRecordError
from newsmodel.exports._columns import Cell, Column, ColumnKind, Row, Story, keyed
from newsmodel.exports.sinks import TextSink, open_text
from newsmodel.exports.tables import TABLES, Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
_SHIELD = "'"


def write(stories: Iterable[Story], folder: str | os.PathLike[str]) -> None:
    """
    Write one file for each table, `claims.csv` and so on, story by story.

    Args:
        stories: Articles, each alone or in a pair with an id of yours.
        folder: Where to; made where it is not there.  Older files are replaced.

    Raises:
        OSError: If a file cannot be written.
    """
    Path(folder).mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        files = {
            table: stack.enter_context(open_text(Path(folder, f"{table.name}.csv")))
            for table in TABLES.values()
        }
        for table, file in files.items():
            _write_names(table, file)
        for article, story in keyed(stories):
            for table, file in files.items():
                _write_rows(table.rows(article, story), file)


def write_table(table: Table, stories: Iterable[Story], sink: TextSink) -> None:
    """
    Write one table.

    Args:
        table: One of `newsmodel.exports.tables.TABLES`.
        stories: Articles, each alone or in a pair with an id of yours.
        sink: An open text file, standard output, anything that takes text.
    """
    _write_names(table, sink)
    for article, story in keyed(stories):
        _write_rows(table.rows(article, story), sink)


def read_table(table: Table, path: str | os.PathLike[str]) -> Iterator[Row]:
    """
    Give the rows of a table from its file, with their types.

    Raises:
        InvalidRecordError: If it is not the file of this table.
        OSError: If it cannot be read.
    """
    with Path(path).open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        names = [column.name for column in table.columns]
        if (found := next(lines, [])) != names:
            raise InvalidRecordError(found, f"columns {names}", os.fspath(path))
        for line in lines:
            columns = zip(table.columns, line, strict=True)
            yield tuple(_cell(column, words) for column, words in columns)


def _write_names(table: Table, sink: TextSink) -> None:
    names = [column.name for column in table.columns]
    csv.writer(sink).writerow(names)


def _write_rows(rows: Iterable[Row], sink: TextSink) -> None:
    writer = csv.writer(sink)
    writer.writerows([[_words(cell) for cell in row] for row in rows])


def _words(cell: Cell) -> str | int | float | None:
    if isinstance(cell, str):
        return _SHIELD + cell if cell.startswith(_FORMULA) else cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, tuple):
        return json.dumps(cell, ensure_ascii=False) if cell else None
    return cell.isoformat() if isinstance(cell, dt.date) else cell


def _cell(column: Column, words: str) -> Cell:
    """Undo `_words`."""
    if words:
        return _READERS[column.kind](words)
    return () if column.kind is ColumnKind.TEXTS else None


_READERS: Mapping[ColumnKind, Callable[[str], Cell]] = {
    ColumnKind.TEXT: lambda words: words.removeprefix(_SHIELD),
    ColumnKind.INTEGER: int,
    ColumnKind.NUMBER: float,
    ColumnKind.BOOLEAN: lambda words: words == "true",
    ColumnKind.DAY: dt.date.fromisoformat,
    ColumnKind.TEXTS: lambda words: tuple(json.loads(words)),
}
