"""Time expressions, resolved against the day of publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from newsmodel.lexicons import Lexicon, toml
from newsmodel.model import Moment, TimeExpression, TimeKind
from newsmodel.parsers._times_calendar import interval, moments
from newsmodel.parsers._times_near import is_near_miss
from newsmodel.parsers.base import Parser
from newsmodel.parsers.reading import Reading


class TimeCandidate(NamedTuple):
    """Tokens `[first, stop)` that may say when, and what they would denote."""

    first: int
    stop: int
    kind: TimeKind
    value: str
    mod: str | None = None
    relative: bool = False
    """Whether it was counted from the day of publication or from `anchor`."""
    zone: dt.tzinfo | None = None
    """The time zone that the words name."""
    anchor: dt.date | None = None
    """The day in the story that it was counted from, where that is not its own."""


def _words() -> dict[str, tuple[str, str]]:
    return {
        word: (name, meaning)
        for name, table in toml("times.toml").items()
        for word, meaning in table.items()
    }


class TimeParser(Parser[TimeCandidate, TimeExpression]):
    """
    Reads dates, times of day, durations and sets with their TIMEX3 values.

    Candidates are `TimeCandidate`.  Spans and values follow the TimeML guidelines
    (https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html): a span
    has its determiner and modifier but no preposition.  Weekdays and dates without a
    year are the nearest past ones, unless the tense near them says otherwise.  Decades
    are written "198", seasons "1998-SU", weekends "1998-W07-WE".

    `earliest` and `latest` are days for dates, and times for times of day: aware where
    the words name a zone, else naive.  `anchor` is the publication, in the same kind.

    Examples:
        >>> import newsmodel
        >>> article = newsmodel.parse("It closed last month.", published="2023-06-10")
        >>> article.times
        (TimeExpression('last month' = 2023-05),)
    """

    makes: ClassVar[type] = TimeExpression

    words: ClassVar[Lexicon[tuple[str, str]]] = Lexicon.lazy(_words, fold_case=True)
    """
    Category and meaning of each word, in lower case: "june" is ("month", "6").  The
    categories are the tables of `lexicons/times.toml`.
    """

    def find(self, reading: Reading) -> Iterator[TimeCandidate]:
        """Answer where one may start: where words stand in the order of a rule."""
        # The rules take 20 ms to load, which an import of the library need not pay.
        from newsmodel.parsers._times_scan import scan  # noqa: PLC0415

        return scan(self, reading)

    def accepts(self, candidate: TimeCandidate, reading: Reading) -> bool:
        """Answer whether it is one: not a name, a verb or a number that looks alike."""
        return not is_near_miss(reading.document, candidate.first, candidate.stop)

    def build(
        self, candidate: TimeCandidate, reading: Reading
    ) -> TimeExpression | None:
        """Answer what it is: the words with value, interval and anchor."""
        passage = reading.document.words(candidate.first, candidate.stop)
        first, last = _interval(candidate)
        return TimeExpression(
            start=passage.start,
            end=passage.end,
            text=passage.text,
            kind=candidate.kind,
            value=candidate.value,
            mod=candidate.mod,
            earliest=first,
            latest=last,
            anchor=_anchor(candidate, first, reading.published),
        )


def day_of(moment: Moment | None) -> dt.date | None:
    """Give the day of a moment."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _interval(candidate: TimeCandidate) -> tuple[Moment | None, Moment | None]:
    if candidate.kind is TimeKind.TIME:
        return moments(candidate.value, candidate.zone) or (None, None)
    if candidate.kind is TimeKind.DATE:
        return interval(candidate.value) or (None, None)
    return None, None


def _anchor(
    candidate: TimeCandidate, first: Moment | None, published: Moment | None
) -> Moment | None:
    """Give what it was counted from, in the kind of the interval to compare with."""
    if candidate.anchor is not None:
        return candidate.anchor
    if not candidate.relative or published is None:
        return None
    if not isinstance(first, dt.datetime):
        return day_of(published)
    if not isinstance(published, dt.datetime):
        return dt.datetime.combine(published, dt.time(), first.tzinfo)
    return published.replace(tzinfo=first.tzinfo)
