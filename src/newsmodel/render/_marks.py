"""Marks: which words of a story stand for what, for every page that shows them."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from newsmodel.model import (
    Actor,
    Article,
    Claim,
    Location,
    Mention,
    Moment,
    Reference,
    Sanction,
    SanctionMeasure,
    Span,
    TimeExpression,
)

Subject: TypeAlias = Claim | Sanction | Actor | Location | TimeExpression


class MarkKind(enum.StrEnum):
    """What a mark stands for; of marks on the same words the first holds the others."""

    CLAIM = "claim"
    """What someone says."""
    SANCTION = "sanction"
    """The words that name a restriction."""
    ACTOR = "actor"
    """Someone or something that acts."""
    PLACE = "place"
    """A place, also where its name stands for who acts there."""
    TIME = "time"
    """When, how long, how often."""


@attrs.frozen(kw_only=True)
class Mark(Span):
    """A stretch of the text and the object of the model that it stands for."""

    kind: MarkKind
    """What it stands for."""
    number: int
    """Place of the subject in its table of the article, counted from 1."""
    subject: Subject
    """The object of the model."""
    label: str = ""
    """A word or two to stand beside it for all to see, or nothing."""
    note: str
    """What the mark says, in words, for those who do not see it."""
    continues: bool = False
    """Whether it goes on with what an earlier mark of the same subject began."""


def marks(article: Article) -> tuple[Mark, ...]:
    """Give the marks of an article in order, each before those that it holds."""
    found = (m for m in _all(article) if m.start < m.end)
    return tuple(sorted(found, key=_order))


def _order(mark: Mark) -> tuple[int, int, int, int]:
    return mark.start, -mark.end, list(MarkKind).index(mark.kind), mark.number


def _all(article: Article) -> Iterator[Mark]:
    for number, claim in enumerate(article.claims, 1):
        yield from _claim(claim, number)
    for number, sanction in enumerate(article.sanctions, 1):
        yield _sanction(sanction, number)
    for number, actor in enumerate(article.actors, 1):
        for mention in actor.mentions:
            yield _mention(MarkKind.ACTOR, actor, mention, number)
    for number, place in enumerate(article.locations, 1):
        for mention in place.mentions:
            yield _mention(MarkKind.PLACE, place, mention, number)
    for number, time in enumerate(article.times, 1):
        yield _time(time, number)


def _claim(claim: Claim, number: int) -> Iterator[Mark]:
    for position, passage in enumerate(claim.content):
        yield Mark(
            start=passage.start,
            end=passage.end,
            kind=MarkKind.CLAIM,
            number=number,
            subject=claim,
            label=claim.act.value,
            note=sides(claim),
            continues=position > 0,
        )


def sides(claim: Claim) -> str:
    """
    Say in words whose claim it is and at whom it is aimed.

    Examples:
        >>> import newsmodel
        >>> (claim,) = newsmodel.parse("Oslo accused Iran of lying.").claims
        >>> sides(claim)
        'by Norway, aimed at Iran'
    """
    by = claim.speaker.name if claim.speaker else "nobody named"
    at = f", aimed at {names(claim.targets)}" if claim.targets else ""
    return f"by {by}{at}"


def names(parties: Iterable[Reference]) -> str:
    """Give the names of parties, each once, with commas."""
    return ", ".join(dict.fromkeys(party.name for party in parties))


def _sanction(sanction: Sanction, number: int) -> Mark:
    by = f" by {names(sanction.imposers)}" if sanction.imposers else ""
    on = f" on {names(sanction.targets)}" if sanction.targets else ""
    return Mark(
        start=sanction.trigger.start,
        end=sanction.trigger.end,
        kind=MarkKind.SANCTION,
        number=number,
        subject=sanction,
        label=words(sanction.status),
        note=f"{measure(sanction)}, {words(sanction.status)}{by}{on}",
    )


def measure(sanction: Sanction) -> str:
    """Name the measure; one that is not specified is a sanction."""
    unspecified = sanction.measure is SanctionMeasure.UNSPECIFIED
    return "sanction" if unspecified else words(sanction.measure)


def words(value: enum.StrEnum) -> str:
    """Give a value of the model as words: "asset freeze"."""
    return value.value.replace("_", " ")


def _mention(
    kind: MarkKind, subject: Actor | Location, mention: Mention, number: int
) -> Mark:
    return Mark(
        start=mention.start,
        end=mention.end,
        kind=kind,
        number=number,
        subject=subject,
        note=kind if mention.text == subject.name else f"{kind} {subject.name}",
    )


def _time(time: TimeExpression, number: int) -> Mark:
    return Mark(
        start=time.start,
        end=time.end,
        kind=MarkKind.TIME,
        number=number,
        subject=time,
        note=f"{time.kind} {interval(time)}".strip(),
    )


def interval(time: TimeExpression) -> str:
    """Give the days or moments that a time denotes, or nothing where it has none."""
    if time.earliest is None or time.latest is None:
        return ""
    return days(time.earliest, time.latest)


def days(first: Moment, last: Moment) -> str:
    """
    Give the days or moments from the first to the last, both included.

    Examples:
        >>> days(dt.date(2023, 6, 5), dt.date(2023, 6, 11))
        '2023-06-05 to 2023-06-11'
    """
    ends = dict.fromkeys(_iso(moment) for moment in (first, last))
    return " to ".join(ends)


def _iso(moment: Moment) -> str:
    if isinstance(moment, dt.datetime):
        return moment.isoformat(sep=" ", timespec="minutes")
    return moment.isoformat()
