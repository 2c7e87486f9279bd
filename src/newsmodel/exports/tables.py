"""
Flat tables: the rows of an article as plain tuples, without any other library.

Every table begins with the key of the article, `article` (the digest of its text) and
`story` (an id of yours, else its URL), so all join on it; `actor`, `claim` and the
like are unique within an article.  Spans are `start` and `stop`, code points,
half-open: `end` is a word of SQL.  `newsmodel.exports.tables_csv`, `tables_arrow` and
`tables_frames` hand the same columns to files and frames.

What is lost: the layout but for the headline, passages of a claim but for the first
start and the last stop, roles but for their words, notices.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from newsmodel.exports._columns import (
    KEY,
    Cell,
    Column,
    ColumnKind,
    Row,
    Story,
    Table,
    keyed,
)
from newsmodel.exports._tables_claims import CLAIMS, SANCTIONS
from newsmodel.exports._tables_parties import (
    ACTORS,
    ARTICLES,
    LOCATIONS,
    MENTIONS,
    TIMES,
)

__all__ = [
    "ACTORS",
    "ARTICLES",
    "CLAIMS",
    "KEY",
    "LOCATIONS",
    "MENTIONS",
    "SANCTIONS",
    "TABLES",
    "TIMES",
    "Cell",
    "Column",
    "ColumnKind",
    "Row",
    "Story",
    "Table",
    "collect",
    "keyed",
]

_ALL = (ARTICLES, CLAIMS, ACTORS, MENTIONS, LOCATIONS, TIMES, SANCTIONS)

TABLES: Mapping[str, Table] = MappingProxyType({t.name: t for t in _ALL})
"""All tables by name."""


def collect(stories: Iterable[Story]) -> dict[str, list[Row]]:
    """
    Give the rows of all tables by name, story by story.

    Args:
        stories: Articles, each alone or in a pair with an id of yours.
    """
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for article, story in keyed(stories):
        for name, table in TABLES.items():
            rows[name].extend(table.rows(article, story))
    return rows
