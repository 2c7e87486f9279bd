"""What moment a printed date names."""

from __future__ import annotations

import datetime as dt
import re

from newsmodel.model import Moment
from newsmodel.parsers._layout_dates import PrintedDate
from newsmodel.parsers._layout_zones import zone_of

_TWELVE = 12
_TWO_DIGITS = 99
_NUMBER = re.compile(r"\d+")
_HALF = re.compile(r"[aApP](?=\.?\ ?[mM])")


def moment_of(date: PrintedDate, *, day_first: bool | None) -> Moment | None:
    """
    Give the day or the moment that a printed date names.

    Args:
        date: What was found.
        day_first: How the article writes numeric dates, or None where it is unknown.

    Returns:
        A date where no time is printed, else a time, aware where a zone is.  None for
        a day that does not exist, or numbers that may be read in two ways.
    """
    year, month, day = date.numbers
    if not date.ordered:
        turned = _turned(date, day_first)
        if turned is None:
            return None
        month, day = turned
    try:
        printed = dt.date(year, month, day)
    except ValueError:
        return None
    return _with_clock(printed, date) or printed


def _turned(date: PrintedDate, day_first: bool | None) -> tuple[int, int] | None:  # noqa: FBT001
    """Tell month and day of a numeric date apart."""
    year, first, second = date.numbers
    if first == second or second > _TWELVE:
        return first, second
    if first > _TWELVE:
        return second, first
    if date.weekday is not None:
        fits = [
            pair
            for pair in ((first, second), (second, first))
            if dt.date(year, *pair).weekday() == date.weekday
        ]
        if len(fits) == 1:
            return fits[0]
    if "." in date.words:
        return second, first
    if day_first is None:
        return None
    return (second, first) if day_first else (first, second)


def _with_clock(day: dt.date, date: PrintedDate) -> dt.datetime | None:
    numbers = [int(n) for n in _NUMBER.findall(date.clock)[:3]]
    if not numbers:
        return None
    hour, minute, second = (*numbers, 0, 0)[:3]
    if hour > _TWO_DIGITS:
        hour, minute = divmod(hour, 100)
    half = _HALF.search(date.clock)
    if half and hour <= _TWELVE:
        hour = hour % _TWELVE + (_TWELVE if half[0] in "pP" else 0)
    try:
        time = dt.time(hour, minute, second)
    except ValueError:
        return None
    naive = dt.datetime.combine(day, time)
    zone = zone_of(date.zone, naive)
    return naive.replace(tzinfo=zone)
