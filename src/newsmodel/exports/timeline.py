"""
Timeline: the claims and sanctions that a story dates, in order of their days.

A table like those of `newsmodel.exports.tables`, so that the same functions write it,
and JSON.  An event without a day, or with a time that is no interval, is not on it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from newsmodel.exports._columns import Column, ColumnKind, Story, Table, day, keyed
from newsmodel.exports.sinks import TextSink, write_list
from newsmodel.model import (
    Article,
    Claim,
    Moment,
    Reference,
    Sanction,
    TimeExpression,
)


@attrs.frozen
class _Event:
    """A claim or a sanction, and when it was."""

    first: Moment
    """First day or moment it may have been."""
    when: TimeExpression
    """The words that say when."""
    relation: str
    """"claim" or "sanction"."""
    cause: Claim | Sanction
    """The claim or the sanction itself."""
    deed: str
    """The act of the claim, or the status of the sanction."""
    actors: tuple[Reference, ...]
    """Who says it or imposes it."""


def _events(article: Article) -> Iterator[_Event]:
    causes: tuple[Claim | Sanction, ...] = (*article.claims, *article.sanctions)
    found = [event for cause in causes if (event := _event(cause))]
    return iter(sorted(found, key=lambda e: (day(e.first), e.when.start)))


def _event(cause: Claim | Sanction) -> _Event | None:
    when = cause.when
    if when is None or when.earliest is None:
        return None
    if isinstance(cause, Claim):
        speakers = (cause.speaker,) if cause.speaker else ()
        return _Event(when.earliest, when, "claim", cause, cause.act.value, speakers)
    status = cause.status.value
    return _Event(when.earliest, when, "sanction", cause, status, cause.imposers)


def _words(event: _Event) -> str:
    cause = event.cause
    return cause.words if isinstance(cause, Claim) else cause.trigger.text


TIMELINE = Table(
    "timeline",
    "One dated claim or sanction.",
    _events,
    (
        Column("first_day", ColumnKind.DAY, "when.earliest", "First day of its time."),
        Column("last_day", ColumnKind.DAY, "when.latest", "Last day of it."),
        Column("time", ColumnKind.TEXT, "when.text", "When, in words."),
        Column("relation", ColumnKind.TEXT, "relation", "A claim or a sanction."),
        Column("source_id", ColumnKind.TEXT, "cause.id", "Its id within the story."),
        Column("deed", ColumnKind.TEXT, "deed", "A ClaimAct or a SanctionStatus."),
        Column("actors", ColumnKind.TEXTS, "actors.name", "Who says or imposes it."),
        Column("targets", ColumnKind.TEXTS, "cause.targets.name", "Aimed at."),
        Column("words", ColumnKind.TEXT, _words, "What is said, or the measure."),
    ),
)
"""One row a dated claim or sanction of a story, in order of its first day."""


def convert(article: Article, story: str | None = None) -> list[dict[str, Any]]:
    """
    Give the events of one article, days as ISO 8601, in order.

    Args:
        article: The article.
        story: Your id of it; by default its URL.
    """
    return [
        {
            name: cell.isoformat() if isinstance(cell, dt.date) else cell
            for name, cell in record.items()
        }
        for record in TIMELINE.records(article, story)
    ]


def write(stories: Iterable[Story], sink: TextSink) -> None:
    """
    Write one JSON list with the events of all articles, story by story.

    Args:
        stories: Articles, each alone or in a pair with an id of yours.
        sink: An open text file, standard output, anything that takes text.
    """
    events = (event for pair in keyed(stories) for event in convert(*pair))
    write_list("[", events, "\n]", sink)
