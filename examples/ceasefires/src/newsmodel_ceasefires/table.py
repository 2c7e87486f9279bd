"""Ceasefires as a flat table, which joins with the tables of newsmodel."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from newsmodel import Article
from newsmodel.exports import geojson, tables_csv
from newsmodel.exports.sinks import open_text
from newsmodel.exports.tables import Column, ColumnKind, Table
from newsmodel_ceasefires.article import CeasefireArticle
from newsmodel_ceasefires.model import Ceasefire

_OWN = (
    Column("ceasefire", ColumnKind.TEXT, "id", "Its id in the article."),
    Column("status", ColumnKind.TEXT, "status", "Agreed, proposed or broken."),
    Column("parties", ColumnKind.TEXTS, "parties.name", "Names of the parties."),
    Column("actors", ColumnKind.TEXTS, "parties.actor.id", "Their ids."),
    Column("day", ColumnKind.DAY, "when.earliest", "The first day it may have been."),
    Column("location", ColumnKind.TEXT, "where.id", "The id of its place."),
    Column("trigger", ColumnKind.TEXT, "trigger.text", "The words that name it."),
    Column("start", ColumnKind.INTEGER, "trigger.start", "Where they begin."),
    Column("stop", ColumnKind.INTEGER, "trigger.end", "Where they end."),
)


def _ceasefires(article: Article) -> tuple[Ceasefire, ...]:
    return article.ceasefires if isinstance(article, CeasefireArticle) else ()


CEASEFIRES = Table("ceasefires", "A row for each ceasefire.", _ceasefires, _OWN)
"""The table: `newsmodel.exports.tables_arrow` and `tables_frames` take it too."""


def write(articles: Iterable[CeasefireArticle], folder: str | os.PathLike[str]) -> None:
    """Write `ceasefires.csv` and the tables of newsmodel, and `places.geojson`."""
    articles = list(articles)
    tables_csv.write(articles, folder)
    with open_text(Path(folder, "ceasefires.csv")) as file:
        tables_csv.write_table(CEASEFIRES, articles, file)
    with open_text(Path(folder, "places.geojson")) as file:
        geojson.write(articles, file)
