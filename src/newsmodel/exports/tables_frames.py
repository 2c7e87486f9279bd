"""
Flat tables as pandas and polars frames; the extras `pandas` and `polars`.

Neither needs pyarrow.  A column has the same type in every frame, with rows or
without.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from newsmodel.exports._columns import ColumnKind, Row, Story
from newsmodel.exports._extras import load
from newsmodel.exports.tables import TABLES, Table, collect

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

_PANDAS = {
    ColumnKind.TEXT: "string",
    ColumnKind.INTEGER: "Int64",
    ColumnKind.NUMBER: "Float64",
    ColumnKind.BOOLEAN: "boolean",
    ColumnKind.DAY: "datetime64[s]",
    ColumnKind.TEXTS: "object",
}


def to_pandas(stories: Iterable[Story]) -> dict[str, pd.DataFrame]:
    """
    Give all tables by name as pandas frames.

    Days are `datetime64[s]`, so that years before 1678 fit; several strings are a
    tuple; other columns have the types that know a missing value (`Int64`, `string`).

    Args:
        stories: Articles, each alone or in a pair with an id of yours.

    Raises:
        MissingExtraError: Without pandas.
    """
    pandas = load("pandas", "pandas")
    rows = collect(stories)
    return {n: _pandas(table, rows[n], pandas) for n, table in TABLES.items()}


def to_polars(stories: Iterable[Story]) -> dict[str, pl.DataFrame]:
    """
    Give all tables by name as polars frames.

    Args:
        stories: Articles, each alone or in a pair with an id of yours.

    Raises:
        MissingExtraError: Without polars.
    """
    polars = load("polars", "polars")
    rows = collect(stories)
    return {n: _polars(table, rows[n], polars) for n, table in TABLES.items()}


def _pandas(table: Table, rows: list[Row], pandas: Any) -> pd.DataFrame:  # noqa: ANN401 - a module
    names = [column.name for column in table.columns]
    frame = pandas.DataFrame(rows, columns=names, dtype="object")
    return frame.astype({c.name: _PANDAS[c.kind] for c in table.columns})


def _polars(table: Table, rows: list[Row], polars: Any) -> pl.DataFrame:  # noqa: ANN401 - a module
    types = {
        ColumnKind.TEXT: polars.String,
        ColumnKind.INTEGER: polars.Int64,
        ColumnKind.NUMBER: polars.Float64,
        ColumnKind.BOOLEAN: polars.Boolean,
        ColumnKind.DAY: polars.Date,
        ColumnKind.TEXTS: polars.List(polars.String),
    }
    form = {column.name: types[column.kind] for column in table.columns}
    return polars.DataFrame(rows, schema=form, orient="row")
