"""
Flat tables as Arrow tables, record batches and Parquet files; the extra `arrow`.

The schema of a table follows from its columns alone, so tables without a row have it
too.  Texts are lists of strings, days are `date32`, numbers 64 bits wide; only the
digest of the article is never null.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsmodel.exports._columns import KEY, Column, ColumnKind, Row, Story
from newsmodel.exports._extras import load
from newsmodel.exports.tables import TABLES, Table, collect

if TYPE_CHECKING:
    import pyarrow as pa

_STORIES_A_GROUP = 100


def schema(table: Table) -> pa.Schema:
    """
    Give the Arrow schema of a table; each field carries its description.

    Raises:
        MissingExtraError: Without pyarrow.
    """
    arrow = _arrow()
    return arrow.schema([_field(column, arrow) for column in table.columns])


def batch(table: Table, rows: Iterable[Row]) -> pa.RecordBatch:
    """
    Make a record batch of rows of a table.

    Raises:
        MissingExtraError: Without pyarrow.
    """
    arrow, form = _arrow(), schema(table)
    columns = list(zip(*rows, strict=True)) or [()] * len(form)
    arrays = [
        arrow.array(cells, field.type)
        for cells, field in zip(columns, form, strict=True)
    ]
    return arrow.record_batch(arrays, schema=form)


def to_tables(stories: Iterable[Story]) -> dict[str, pa.Table]:
    """
    Give all tables by name.

    Args:
        stories: Articles, each alone or in a pair with an id of yours.

    Raises:
        MissingExtraError: Without pyarrow.
    """
    parts: dict[str, list[pa.RecordBatch]] = {name: [] for name in TABLES}
    for batches in _batches(stories):
        for name, found in batches.items():
            parts[name].append(found)
    from_batches = _arrow().Table.from_batches
    return {n: from_batches(parts[n], schema(table)) for n, table in TABLES.items()}


def write(stories: Iterable[Story], folder: str | os.PathLike[str]) -> None:
    """
    Write one Parquet file for each table, `claims.parquet` and so on.

    Memory is bounded: a row group holds a hundred stories.

    Args:
        stories: Articles, each alone or in a pair with an id of yours.
        folder: Where to; made where it is not there.  Older files are replaced.

    Raises:
        MissingExtraError: Without pyarrow.
        OSError: If a file cannot be written.
    """
    parquet = load("pyarrow.parquet", "arrow")
    Path(folder).mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        files = {
            name: stack.enter_context(
                parquet.ParquetWriter(
                    Path(folder, f"{name}.parquet"), schema(table), compression="zstd"
                )
            )
            for name, table in TABLES.items()
        }
        for batches in _batches(stories):
            for name, found in batches.items():
                files[name].write_batch(found)


def _batches(stories: Iterable[Story]) -> Iterator[dict[str, pa.RecordBatch]]:
    """Give record batches of all tables, for some stories each."""
    rest = iter(stories)
    while (rows := collect(islice(rest, _STORIES_A_GROUP)))["articles"]:
        yield {name: batch(table, rows[name]) for name, table in TABLES.items()}


def _arrow() -> Any:  # noqa: ANN401 - a module
    return load("pyarrow", "arrow")


def _field(column: Column, arrow: Any) -> pa.Field:  # noqa: ANN401 - a module
    types = {
        ColumnKind.TEXT: arrow.string(),
        ColumnKind.INTEGER: arrow.int64(),
        ColumnKind.NUMBER: arrow.float64(),
        ColumnKind.BOOLEAN: arrow.bool_(),
        ColumnKind.DAY: arrow.date32(),
        ColumnKind.TEXTS: arrow.list_(arrow.string()),
    }
    return arrow.field(
        column.name,
        types[column.kind],
        nullable=column is not KEY[0],
        metadata={"description": column.about},
    )
