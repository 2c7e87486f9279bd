"""
Stories on a cluster, by Apache Spark 4; the extra `spark`.

Each executor reads its own stories by `newsmodel.corpus.arrow.parse_batches`, through
`DataFrame.mapInArrow`; nothing is collected.  newsmodel must be installed there.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from newsmodel.corpus import arrow
from newsmodel.corpus.stories import Columns, Limits
from newsmodel.errors import InvalidValueError, MissingExtraError
from newsmodel.exports.tables import TABLES

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from newsmodel.parsers import ArticleParser


def parse(
    stories: DataFrame,
    *,
    columns: Columns | None = None,
    limits: Limits | None = None,
    parser: ArticleParser | None = None,
) -> DataFrame:
    """
    Read the stories of a frame: one row for each, its tables nested.

    Lazy, as frames are, and each use reads all stories again: write or cache the
    result, then make flat tables of it by `table`.

    Args:
        stories: A frame with strings in the columns that are named.
        columns: Their names; only the text must be there.  A column of ids is needed
            to tell stories apart, as a frame has no order.
        limits: How large a story may be.
        parser: Another than the plain `ArticleParser()`.

    Raises:
        InvalidValueError: If there is no column of texts or of ids.
        MissingExtraError: Without pyspark, pandas or pyarrow.

    Examples:
        `parse(frame).write.parquet("parsed")`
    """
    columns = columns or Columns()
    for name in (columns.text, columns.id):
        if name not in stories.columns:
            raise InvalidValueError(stories.columns, f"a column {name!r}", "stories")
    work = partial(arrow.parse_batches, columns=columns, limits=limits, parser=parser)
    wanted = [name for name in columns.names() if name in stories.columns]
    form = _spark("pyspark.sql.pandas.types").from_arrow_schema(arrow.schema())
    return stories.select(*wanted).mapInArrow(work, form)


def table(parsed: DataFrame, name: str) -> DataFrame:
    """
    Give one flat table of parsed stories, a row for each claim, actor and so on.

    Args:
        parsed: What `parse` gave, or what was written of it.
        name: A table of `newsmodel.exports.tables.TABLES`.

    Raises:
        InvalidValueError: If there is no such table.
    """
    if name not in TABLES:
        raise InvalidValueError(name, f"one of {list(TABLES)}", "name")
    functions = _spark("pyspark.sql.functions")
    return parsed.select(functions.inline(name))


def _spark(module: str) -> Any:  # noqa: ANN401 - a module
    try:
        return import_module(module)
    except ImportError as error:
        library, extra = "pyspark", "spark"
        raise MissingExtraError(library, extra) from error
