"""What every flat table is made of: named, typed columns and plain rows."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

import attrs

from newsmodel.model import Article

Cell = str | int | float | bool | dt.date | tuple[str | None, ...] | None
Row = tuple[Cell, ...]
Story = Article | tuple[str, Article]
"""An article, or an id of yours and the article."""


class ColumnKind(enum.StrEnum):
    """What the cells of a column are; any may be None but the article's digest."""

    TEXT = "text"
    """A string that UTF-8 can hold."""
    INTEGER = "integer"
    """A whole number of at most 64 bits."""
    NUMBER = "number"
    """A float."""
    BOOLEAN = "boolean"
    """True or False."""
    DAY = "day"
    """A `datetime.date`, never a `datetime`."""
    TEXTS = "texts"
    """A tuple of strings and None, perhaps empty."""


@cache
def _path(attributes: str) -> Callable[[Any], Any]:
    first, _, others = attributes.partition(".")
    own = attrgetter(first)
    return _followed(own, _path(others)) if others else own


def _followed(
    own: Callable[[Any], Any], rest: Callable[[Any], Any]
) -> Callable[[Any], Any]:
    def follow(found: object) -> object:
        value = own(found)
        if isinstance(value, tuple):
            return tuple(map(rest, value))
        return None if value is None else rest(value)

    return follow


def _source(source: str | Callable[[Any], object]) -> Callable[[Any], object]:
    return _path(source) if isinstance(source, str) else source


@attrs.frozen
class Column:
    """One column: its name, its type and where its cells come from."""

    name: str
    """In lower case; SQL takes it without quotation marks."""
    kind: ColumnKind
    """What its cells are."""
    source: Callable[[Any], object] = attrs.field(repr=False, converter=_source)
    """
    A function from an object to its value, or the attributes that lead there.

    Of attributes ("speaker.actor.id"), None stays None on the way, and a tuple is
    followed for each of its members.
    """
    about: str = attrs.field(repr=False)
    """One line for a person."""

    def cell(self, found: object) -> Cell:
        """Give the cell of one object."""
        value = self.source(found)
        return None if value is None else _CELLS[self.kind](value)


KEY = (
    Column("article", ColumnKind.TEXT, "digest", "SHA-256 of the story's text."),
    Column("story", ColumnKind.TEXT, "url", "An id of the caller, else the URL."),
)
"""The first columns of every table: the key of an article."""


@attrs.frozen
class Table:
    """One flat table: its name, its columns and the rows of an article."""

    name: str
    """The name of the table and, with a suffix, of its file."""
    about: str = attrs.field(repr=False)
    """One line for a person: what a row is."""
    objects: Callable[[Article], Iterable[object]] = attrs.field(repr=False)
    """Gives the objects of an article that become rows, in order."""
    own: tuple[Column, ...] = attrs.field(repr=False)
    """The columns behind the key."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns in order, the key first."""
        return (*KEY, *self.own)

    def rows(self, article: Article, story: str | None = None) -> Iterator[Row]:
        """
        Give the rows of an article, one tuple each, in order of the text.

        Args:
            article: The article.
            story: Your id of it, for the column `story`; by default its URL.
        """
        digest, url = (column.cell(article) for column in KEY)
        key = (digest, url if story is None else _text(story))
        cells = [column.cell for column in self.own]
        for found in self.objects(article):
            yield (*key, *[cell(found) for cell in cells])

    def records(
        self, article: Article, story: str | None = None
    ) -> Iterator[dict[str, Cell]]:
        """Give the same rows as dicts by name of column."""
        names = [column.name for column in self.columns]
        for row in self.rows(article, story):
            yield dict(zip(names, row, strict=True))


def keyed(stories: Iterable[Story]) -> Iterator[tuple[Article, str | None]]:
    """Give each article with the id that it came with, or None."""
    for story in stories:
        yield (story, None) if isinstance(story, Article) else (story[1], story[0])


def day(moment: dt.date) -> dt.date:
    """Give the calendar day of a moment, in its own time zone."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _text(value: str | dt.date) -> str:
    """Give a plain string; lone surrogates, which no file takes, are replaced."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if value.isascii() else value.encode(errors="replace").decode()


def _texts(values: Iterable[str | None]) -> tuple[str | None, ...]:
    return tuple(None if value is None else _text(value) for value in values)


def _count(value: Any) -> int:  # noqa: ANN401 - a number, or what can be counted
    return value if isinstance(value, int) else len(value)


_CELLS: Mapping[ColumnKind, Callable[[Any], Cell]] = {
    ColumnKind.TEXT: _text,
    ColumnKind.INTEGER: _count,
    ColumnKind.NUMBER: float,
    ColumnKind.BOOLEAN: bool,
    ColumnKind.DAY: day,
    ColumnKind.TEXTS: _texts,
}
