"""Dates counted from another one: today, last week, a year earlier, Tuesday."""

from __future__ import annotations

import datetime as dt
from typing import Final

from newsmodel.model import TimeKind
from newsmodel.parsers._times_calendar import (
    OPEN,
    day_value,
    move,
    value_of,
)
from newsmodel.parsers._times_dates import DATE, MONTHS, date
from newsmodel.parsers._times_found import Found, Meaning
from newsmodel.parsers._times_numbers import year_of
from newsmodel.parsers._times_offsets import anchor
from newsmodel.parsers._times_periods import current_quarter

_SHIFTS: Final = {
    "last": -1,
    "past": -1,
    "next": 1,
    "following": 1,
    "this": 0,
    "current": 0,
    "that": 0,
    "latest": 0,
    "the": 0,
    "a": 0,
}
_FINE: Final = {"D": 10, "W": 8, "WE": 8, "M": 7, "Y": 4}
"""How long a value must be to say which of a unit it lies in."""
_UNITS: Final = ("unit", "quarter", "units", "quarters")


def direction(found: Found) -> int:
    """Give -1 for last, 0 for this, 1 for next; "this past" is last."""
    shifts = [_SHIFTS[name] for name, _ in found.pairs() if name in _SHIFTS]
    return next((s for s in shifts if s), 0)


def reference(found: Found) -> Meaning:
    """Read "now", "recently", "soon"."""
    return Meaning(DATE, found.get("reference", "recent") or "PRESENT_REF")


def present(_: Found) -> Meaning:
    """Read the adjective "current"."""
    return Meaning(DATE, "PRESENT_REF")


def past(found: Found) -> Meaning | None:
    """Read "the past" where it stands alone, and "recent years"."""
    behind = found.behind()
    if found.has("past") and behind.isalpha() and behind not in _FUNCTION:
        return None
    return Meaning(DATE, "PAST_REF")


_FUNCTION: Final = frozenset(
    "and or but when that which who he she it they we i is was were are has had have "
    "to as by for with in on at".split()
)


def future(_: Found) -> Meaning:
    """Read "coming weeks"."""
    return Meaning(DATE, "FUTURE_REF")


def deictic(found: Found) -> Meaning | None:
    """Read "yesterday", "late yesterday"."""
    day = deictic_day(found)
    if found.story.base is None:
        return Meaning(DATE, "XXXX-XX-XX", found.mod)
    return Meaning(DATE, day_value(day), found.mod, relative=True) if day else None


def deictic_day(found: Found) -> dt.date | None:
    """Give the day of "yesterday", "tonight"; None without a base."""
    base = found.story.base
    number = int(found.get("deictic", "tonight") or 0)
    return move(base, "D", number) if base else None


def weekday(found: Found) -> Meaning | None:
    """Read a weekday: the nearest past one, or by tense the next."""
    day = weekday_day(found)
    if found.story.base is None:
        number = found.get("weekday", "dayname")
        return Meaning(DATE, f"XXXX-WXX-{number}", found.mod)
    return Meaning(DATE, day_value(day), found.mod, relative=True) if day else None


def weekday_day(found: Found) -> dt.date | None:
    """Give the day of a weekday; None without a base."""
    base = found.story.base
    number = int(found.get("weekday", "dayname") or 0)
    if base is None or not number:
        return None
    back = (base.isoweekday() - number) % 7
    if found.has("next", "following"):
        return move(base, "D", 7 - back)
    if found.has("last", "past"):
        return move(base, "D", -(back or 7))
    ahead = found.has("this") or (back != 0 and _is_ahead(found))
    return move(base, "D", (7 - back) % 7 if ahead and back else -back)


def _is_ahead(found: Found) -> bool:
    if found.before() == "until":
        return True
    return found.tense() > 0


def unit(found: Found) -> Meaning | None:
    """Read "last week", "next year", "this quarter", "the year"."""
    size = found.get(*_UNITS) or ""
    fine = size in ("TM", "TH", "TS", "2W", "")
    if fine or (found.behind() == "of" and found.has("last")):
        return None
    if size == "Q":
        return _quarter(found)
    base = found.story.base
    if found.has("that", "following"):
        base = anchor(found)
        if found.story.day is not None and len(found.story.day) < _FINE.get(size, 0):
            return None
    if base is None:
        return Meaning(DATE, OPEN[size], found.mod)
    shift = direction(found)
    if size == "WE" and not shift and found.has("the") and not found.has("this"):
        shift = -1 if base.isoweekday() < 6 and found.tense() <= 0 else 0
    day = move(base, size, shift)
    if day is None:
        return None
    told = None if base == found.story.base else base
    return Meaning(DATE, value_of(day, size), found.mod, True, anchor=told)


def the_unit(found: Found) -> Meaning | None:
    """Read "the year", "the weekend" where no number or modifier says more."""
    if found.behind() in ("ended", "ending") and found.get("unit") == "Y":
        return Meaning(TimeKind.DURATION, "P1Y")
    if found.get("unit") in ("Y", "WE", "Q", "W", None):
        return unit(found)
    return None


def period(found: Found) -> Meaning | None:
    """Read "the latest quarter", "the 1988 period"."""
    if found.has("period") and found.story.quarter is None:
        year = year_of(found)
        if year is not None:
            return Meaning(DATE, f"{year:04d}")
        if not found.has("latest", "year_ago", "unit"):
            return None
    return _quarter(found)


def _quarter(found: Found) -> Meaning | None:
    """Read "this quarter" as the running one, others as the one in mind."""
    base = found.story.base
    if found.has("this", "current", "next") and base:
        day = move(base, "Q", 1 if found.has("next") else 0)
        return (
            Meaning(DATE, value_of(day, "Q"), found.mod, relative=True) if day else None
        )
    told = current_quarter(found)
    if told is None:
        return Meaning(DATE, "XXXX-QX", found.mod)
    year, number = told
    if (explicit := year_of(found)) is not None:
        year = explicit
    elif found.has("year_ago", "ago", "possessive"):
        year -= 1
    return Meaning(DATE, f"{year:04d}-Q{number}", found.mod, relative=True)


def turn(found: Found) -> Meaning | None:
    """Read "year-end"."""
    base = found.story.base
    if base is None:
        return Meaning(DATE, "XXXX", "END")
    return Meaning(DATE, f"{base.year:04d}", "END", relative=True)


def named(found: Found) -> Meaning | None:
    """Read "last June", "this summer", "June last year"."""
    base = found.story.base
    shift = direction(found)
    month = found.get(*MONTHS)
    if found.get("unit") not in (None, "Y"):
        found.end_with(*MONTHS)
        return date(found)
    if base is None:
        return date(found) if month else Meaning(DATE, f"XXXX-{_season(found)}")
    if found.has("unit"):
        year = base.year + shift
        return Meaning(
            DATE, f"{year:04d}-{int(month or 0):02d}", found.mod, relative=True
        )
    if month:
        year = _year(base, int(month), shift)
        return Meaning(DATE, f"{year:04d}-{int(month):02d}", found.mod, relative=True)
    code = _season(found)
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    year = base.year if not shift else _year(base, first, shift)
    return Meaning(DATE, f"{year:04d}-{code}", found.mod, relative=True)


def _season(found: Found) -> str:
    return found.get("season", "fall") or "SU"


def _year(base: dt.date, month: int, shift: int) -> int:
    if shift < 0:
        return base.year - (month >= base.month)
    if shift > 0:
        return base.year + (month <= base.month)
    return base.year
