"""Dates a number of units away from another one: "two weeks ago", "a year earlier"."""

from __future__ import annotations

import datetime as dt

from newsmodel.model import TimeKind
from newsmodel.parsers._times_calendar import (
    OPEN,
    day_value,
    interval,
    move,
    value_of,
)
from newsmodel.parsers._times_dates import DATE
from newsmodel.parsers._times_durations import UNITS, duration
from newsmodel.parsers._times_found import Found, Meaning
from newsmodel.parsers._times_numbers import amount
from newsmodel.parsers._times_periods import current_quarter


def anchor(found: Found) -> dt.date | None:
    """Give the first day of what the story named last, else its own day."""
    days = interval(found.story.day) if found.story.day else None
    return days[0] if days else found.story.base


def offset(found: Found) -> Meaning | None:
    """Read "two weeks ago", "a year earlier", "three days later"."""
    size = found.get(*UNITS, "second") or ""
    number, about = amount(found)
    back = found.has("ago") or found.get("comparative") == "START"
    if found.get("comparative") == "END" or found.behind() == "than":
        return _later(found)
    if number is None or (found.has("units", "quarters") and not _counted(found)):
        return Meaning(DATE, "PAST_REF" if back else "FUTURE_REF")
    if size.startswith("T") or size == "second":
        length = f"PT{number:g}{size[-1].upper()}"
        return Meaning(TimeKind.DURATION, length, found.mod)
    start = found.story.base if found.has("ago") else anchor(found)
    step = int(number) * (-1 if back else 1)
    mod = found.mod_of_length or ("APPROX" if about else None)
    if size == "Y" and number == 1 and back and found.story.quarter:
        year, quarter = found.story.quarter
        value = f"{year - 1:04d}-Q{quarter}"
        return Meaning(DATE, value, mod, True, anchor=quarter_start(year, quarter))
    if start is None:
        return Meaning(DATE, OPEN[size], mod)
    day = move(start, size, step)
    told = None if start == found.story.base else start
    value = value_of(day, size) if day else ""
    return Meaning(DATE, value, mod, True, anchor=told) if day else None


def quarter_start(year: int, quarter: int) -> dt.date:
    """Give the first day of a quarter."""
    return dt.date(year, 3 * quarter - 2, 1)


def weekday_offset(found: Found) -> Meaning | None:
    """Read "two Sundays ago"."""
    number, _ = amount(found)
    base, wanted = found.story.base, int(found.get("weekdays") or 0)
    if number is None or not 1 <= wanted <= 7:
        return None
    if base is None:
        return Meaning(DATE, f"XXXX-WXX-{wanted}")
    back = (base.isoweekday() - wanted) % 7 or 7
    day = move(base, "D", -back - 7 * (int(number) - 1))
    return Meaning(DATE, day_value(day), None, relative=True) if day else None


def _later(found: Found) -> Meaning | None:
    """Read "three days later" as TimeBank does: the length alone, without "later"."""
    found.stop -= 1
    return duration(found)


def _counted(found: Found) -> bool:
    return found.has("number", "year", "couple", "decimal", "fraction", "half", "a")


def year_ago(found: Found) -> Meaning | None:
    """Read "year-earlier", "the year-ago quarter"."""
    told = found.story.quarter
    if told is None and found.has("quarter", "period"):
        told = current_quarter(found)
    if told:
        return Meaning(DATE, f"{told[0] - 1:04d}-Q{told[1]}", relative=True)
    base = found.story.base
    return Meaning(DATE, f"{base.year - 1:04d}" if base else "XXXX", relative=True)
