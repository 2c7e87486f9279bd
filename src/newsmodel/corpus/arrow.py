"""
Stories in record batches, rows in record batches; the extra `arrow`.

`parse_batches` is what any engine calls that hands over Arrow: Spark, Ray, Dask, DuckDB
or a loop of yours.  One batch can have one schema only, so a story is one row: its id,
what went wrong with it, and for each table of `newsmodel.exports.tables` the list of
its rows.  `unnest` makes one of these a flat table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from newsmodel.corpus._parsing import Parsed, StoryParser
from newsmodel.corpus._sources import load_arrow
from newsmodel.corpus.readers import story_of
from newsmodel.corpus.stories import Columns, Failure, Limits, RawStory
from newsmodel.errors import InvalidRecordError, InvalidValueError
from newsmodel.exports import tables_arrow
from newsmodel.exports.tables import TABLES

if TYPE_CHECKING:
    import pyarrow as pa

    from newsmodel.parsers import ArticleParser

_STORIES = 64
"""Stories of a batch that is given, so that memory stays small."""


def schema() -> pa.Schema:
    """
    Give the schema of what `parse_batches` gives.

    `story` and `failure` are strings; then one list of structs for each table, in
    their order.

    Raises:
        MissingExtraError: Without pyarrow.
    """
    arrow = _arrow()
    fields = [("story", arrow.string()), ("failure", arrow.string())]
    for name, table in TABLES.items():
        form = tables_arrow.schema(table)
        fields.append((name, arrow.list_(arrow.struct(list(form)))))
    return arrow.schema(fields)


def parse_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    columns: Columns | None = None,
    limits: Limits | None = None,
    parser: ArticleParser | None = None,
) -> Iterator[pa.RecordBatch]:
    """
    Read the stories of record batches.

    Each row gives one row, in order.  A story that cannot be read has a `failure` and
    no rows; a story without an id is named by its number, from "1", in these batches.

    Args:
        batches: Strings in the columns that are named; dates may be dates.
        columns: Their names; only the text must be there.
        limits: How large a story may be.
        parser: Another than the plain `ArticleParser()`.

    Raises:
        InvalidRecordError: If a column that was asked for is not there.
        MissingExtraError: Without pyarrow.
    """
    arrow, form = _arrow(), schema()
    reader = StoryParser(parser, limits or Limits())
    count = 0
    for batch in batches:
        for start in range(0, batch.num_rows, _STORIES):
            part = batch.slice(start, _STORIES)
            stories = _stories(part, columns or Columns(), count)
            rows = [_row(found) for found in reader.parse(stories)]
            count += part.num_rows
            yield arrow.RecordBatch.from_pylist(rows, schema=form)


def unnest(parsed: pa.RecordBatch | pa.Table, name: str) -> pa.Table:
    """
    Give one flat table of parsed stories, with the schema of `tables_arrow`.

    Args:
        parsed: What `parse_batches` gave, one batch or a table of many.
        name: A table of `newsmodel.exports.tables.TABLES`.

    Raises:
        InvalidValueError: If there is no such table.
        MissingExtraError: Without pyarrow.
    """
    if name not in TABLES:
        raise InvalidValueError(name, f"one of {list(TABLES)}", "name")
    arrow, form = _arrow(), tables_arrow.schema(TABLES[name])
    table = parsed if isinstance(parsed, arrow.Table) else arrow.table(parsed)
    structs = [chunk.flatten() for chunk in table[name].chunks]
    flat = [arrow.RecordBatch.from_struct_array(s).cast(form) for s in structs]
    return arrow.Table.from_batches(flat, form)


def _arrow() -> Any:  # noqa: ANN401 - a module
    load_arrow()
    return import_module("pyarrow")


def _stories(
    batch: pa.RecordBatch, columns: Columns, before: int
) -> Iterator[RawStory | Failure]:
    names = batch.schema.names
    if missing := columns.missing(names):
        raise InvalidRecordError(names, f"columns {missing}", "batch")
    wanted = [name for name in columns.names() if name in names]
    for number, record in enumerate(batch.select(wanted).to_pylist(), before + 1):
        yield story_of(record, columns, str(number))


def _row(found: Parsed | Failure) -> dict[str, Any]:
    """Give a row; the story's tables are null where there is no article."""
    if isinstance(found, Failure):
        return {"story": _text(found.story), "failure": _text(found.reason)}
    story, article = found
    tables = {n: list(t.records(article, story.id)) for n, t in TABLES.items()}
    return {"story": _text(story.id), **tables}


def _text(value: str | None) -> str | None:
    """Replace lone surrogates, which Arrow does not take."""
    return None if value is None else value.encode(errors="replace").decode()
