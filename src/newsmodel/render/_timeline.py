"""The timeline: what is said and imposed when, each as a bar on one scale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeAlias

import attrs

from newsmodel.model import Article, Claim, Moment, Sanction, TimeExpression

Dated: TypeAlias = Claim | Sanction | None

WIDTH = 100.0
"""Units of the whole scale."""
NARROWEST = 1.5
"""Units that even a moment is wide."""
_DAY = 86_400


@attrs.frozen(kw_only=True)
class Event:
    """Something with a date: a claim, a sanction, or the story's publication."""

    subject: Dated
    """The claim or the sanction; None for the publication."""
    number: int
    """Its place in its table, counted from 1; 0 for the publication."""
    when: str
    """The words that date it, or nothing."""
    earliest: Moment
    """First day or moment."""
    latest: Moment
    """Last day or moment, inclusive."""


@attrs.frozen(kw_only=True)
class Bar:
    """An event on the scale."""

    event: Event
    """What it stands for."""
    left: float
    """Where it begins, from 0 to WIDTH."""
    width: float
    """How long it is, NARROWEST or more."""


def timeline(article: Article) -> tuple[Bar, ...]:
    """
    Give the dated claims and sanctions of an article on one scale, the earliest first.

    The publication is among them where something else is.  Naive times and dates are
    taken for UTC, since only their order on the page hangs on it.
    """
    events = [*_claims(article), *_sanctions(article)]
    if not events:
        return ()
    events += _publication(article)
    events.sort(key=lambda e: (_seconds(e.earliest), _end(e.latest)))
    first = min(_seconds(e.earliest) for e in events)
    last = max(_end(e.latest) for e in events)
    return tuple(_bar(event, first, last) for event in events)


def _claims(article: Article) -> Iterator[Event]:
    for number, claim in enumerate(article.claims, 1):
        yield from _dated(claim, number, claim.when)


def _sanctions(article: Article) -> Iterator[Event]:
    for number, sanction in enumerate(article.sanctions, 1):
        yield from _dated(sanction, number, sanction.when)


def _dated(
    subject: Claim | Sanction, number: int, when: TimeExpression | None
) -> Iterator[Event]:
    if when and when.earliest is not None and when.latest is not None:
        yield Event(
            subject=subject,
            number=number,
            when=when.text,
            earliest=when.earliest,
            latest=when.latest,
        )


def _publication(article: Article) -> Iterator[Event]:
    if day := article.published:
        yield Event(subject=None, number=0, when="", earliest=day, latest=day)


def _bar(event: Event, first: int, last: int) -> Bar:
    unit = WIDTH / max(1, last - first)
    start, end = _seconds(event.earliest) - first, _end(event.latest) - first
    width = max(NARROWEST, (end - start) * unit)
    return Bar(event=event, left=min(start * unit, WIDTH - width), width=width)


def _seconds(moment: Moment) -> int:
    """Give the seconds since the year 1 at which a day or moment begins."""
    days = (moment.toordinal() - 1) * _DAY
    if not isinstance(moment, dt.datetime):
        return days
    passed = moment.hour * 3600 + moment.minute * 60 + moment.second
    offset = moment.utcoffset() or dt.timedelta()
    return days + passed - round(offset.total_seconds())


def _end(moment: Moment) -> int:
    """Give the seconds since the year 1 at which a day or moment is over."""
    whole_day = not isinstance(moment, dt.datetime)
    return _seconds(moment) + (_DAY if whole_day else 0)
