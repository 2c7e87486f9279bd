"""What an editor knows about exports; checked, never run."""

import io
from collections.abc import Iterator
from typing import Any, assert_type

import newsmodel
from newsmodel import Article
from newsmodel.exports import ftm, geojson, jsonl, schemaorg, tables_csv, timeline
from newsmodel.exports.schema import json_schema
from newsmodel.exports.tables import CLAIMS, TABLES, Cell, Column, Row, Story, Table

article = newsmodel.parse("It rained.")
stories: list[Story] = [article, ("mine", article)]
sink = io.StringIO()


class Sink:
    """A sink of one's own."""

    def write(self, text: str, /) -> None:
        """Take it."""


jsonl.write([article], sink)
schemaorg.write(stories, sink)
ftm.write(stories, Sink())
geojson.write(stories, Sink())
timeline.write((a for a in stories), sink)
tables_csv.write(stories, "tables")
tables_csv.write_table(CLAIMS, stories, sink)

assert_type(TABLES["claims"], Table)
assert_type(CLAIMS.columns, tuple[Column, ...])
assert_type(CLAIMS.rows(article), Iterator[Row])
assert_type(next(CLAIMS.records(article, "mine")), dict[str, Cell])
assert_type(tables_csv.read_table(CLAIMS, "claims.csv"), Iterator[Row])
assert_type(jsonl.read(["{}"]), Iterator[Article])
assert_type(schemaorg.convert(article), dict[str, Any])
assert_type(json_schema(), dict[str, Any])
