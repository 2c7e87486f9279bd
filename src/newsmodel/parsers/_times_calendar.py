"""Arithmetic of the calendar in TIMEX3 values."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final

Interval = tuple[dt.date, dt.date]

SEASONS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season, meteorological, northern."""
_PARTS: Final = {
    "MO": (0, 12),
    "MI": (11, 13),
    "AF": (12, 18),
    "DT": (6, 18),
    "EV": (17, 23),
    "NI": (18, 30),
}
_SHAPES: Final = (
    r"(?P<century>\d\d)",
    r"(?P<decade>\d{3})",
    r"(?P<year>\d{4})",
    r"(?P<year>\d{4})-(?P<month>\d\d)",
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
    r"(?P<year>\d{4})-W(?P<week>\d\d)(?:-(?P<weekend>WE))?",
    r"(?P<year>\d{4})-Q(?P<quarter>[1-4])",
    r"(?P<year>\d{4})-H(?P<half>[12])",
    r"(?P<year>\d{4})-(?P<season>SP|SU|FA|WI)",
)


def day_value(day: dt.date) -> str:
    """Write a day: "2023-06-10"."""
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def week_value(day: dt.date) -> str:
    """Write the ISO week of a day: "2023-W23"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(day: dt.date) -> tuple[int, int]:
    """Give the year and the quarter of a day."""
    return day.year, (day.month + 2) // 3


def exists(year: int, month: int, day: int) -> bool:
    """Say whether there is such a day."""
    if not (dt.MINYEAR <= year <= dt.MAXYEAR and 1 <= month <= len(SEASONS) * 3):
        return False
    return 1 <= day <= calendar.monthrange(year, month)[1]


_STEPS: Final = {
    "D": (1, 0),
    "W": (7, 0),
    "WE": (7, 0),
    "2W": (14, 0),
    "M": (0, 1),
    "Q": (0, 3),
    "Y": (0, 12),
    "10Y": (0, 120),
    "C": (0, 1200),
    "L": (0, 12000),
}
"""Days and months of each unit."""


def move(day: dt.date, unit: str, number: int) -> dt.date | None:
    """
    Move a day by a number of units; None past the ends of the calendar.

    Units are D, W, WE, 2W, M, Q, Y, 10Y, C and L.
    """
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - on first use

    if abs(number) > dt.MAXYEAR * 366:
        return None
    days, months = _STEPS[unit]
    try:
        return day + relativedelta(days=days * number, months=months * number)
    except (ValueError, OverflowError):
        return None


def value_of(day: dt.date, unit: str) -> str:
    """Write the day, week, month, quarter, year ... that a day lies in."""
    if unit == "D":
        return day_value(day)
    if unit in ("W", "2W"):
        return week_value(day)
    if unit == "WE":
        return week_value(day) + "-WE"
    if unit == "M":
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "Q":
        return "{:04d}-Q{}".format(*quarter_of(day))
    width = {"Y": 4, "10Y": 3, "C": 2, "L": 1}[unit]
    return f"{day.year:04d}"[:width]


OPEN: Final = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "2W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "10Y": "XXX",
    "C": "XX",
    "L": "X",
}
"""Values left open, by unit."""


def easter(year: int) -> dt.date:
    """Give Easter Sunday of the western churches."""
    from dateutil.easter import easter as of  # noqa: PLC0415 - on first use

    return of(year)


def numbered_weekday(year: int, month: int, weekday: int, number: int) -> dt.date:
    """Give the n-th weekday (1 is Monday) of a month; 5 is the last."""
    first = dt.date(year, month, 1)
    day = 1 + (weekday - first.isoweekday()) % 7 + 7 * (number - 1)
    if day > calendar.monthrange(year, month)[1]:
        day -= 7
    return dt.date(year, month, day)


def interval(value: str) -> Interval | None:
    """Give the first and the last day that a value denotes, or None."""
    for shape in _SHAPES:
        if match := re.fullmatch(shape, value, re.ASCII):
            parts = {k: v for k, v in match.groupdict().items() if v}
            try:
                return _days(parts)
            except (ValueError, OverflowError):
                return None
    return None


def _days(parts: dict[str, str]) -> Interval:
    if "century" in parts:
        first = int(parts["century"]) * 100
        return dt.date(max(first, 1), 1, 1), dt.date(first + 99, 12, 31)
    if "decade" in parts:
        first = int(parts["decade"]) * 10
        return dt.date(max(first, 1), 1, 1), dt.date(first + 9, 12, 31)
    year = int(parts["year"])
    if "week" in parts:
        monday = dt.date.fromisocalendar(year, int(parts["week"]), 1)
        first_day = 5 if "weekend" in parts else 0
        return monday + dt.timedelta(first_day), monday + dt.timedelta(6)
    if "day" in parts:
        day = dt.date(year, int(parts["month"]), int(parts["day"]))
        return day, day
    month, size = _months(parts)
    last_year, last_month = divmod(year * 12 + month + size - 2, 12)
    last = calendar.monthrange(last_year, last_month + 1)[1]
    return dt.date(year, month, 1), dt.date(last_year, last_month + 1, last)


def _months(parts: dict[str, str]) -> tuple[int, int]:
    """First month and number of months of a part of a year."""
    if "month" in parts:
        return int(parts["month"]), 1
    if "quarter" in parts:
        return 3 * int(parts["quarter"]) - 2, 3
    if "half" in parts:
        return 6 * int(parts["half"]) - 5, 6
    if "season" in parts:
        return SEASONS[parts["season"]], 3
    return 1, 12


_TIMES: Final = r"T(?:(\d\d)(?::(\d\d))?(?::(\d\d))?|([A-Z]{2}))"


def moments(
    value: str, zone: dt.tzinfo | None
) -> tuple[dt.datetime, dt.datetime] | None:
    """Give the first and the last moment of a value with a time of day, or None."""
    date, mark, _ = value.partition("T")
    days = interval(date)
    match = re.match(_TIMES, value[len(date) :], re.ASCII) if mark else None
    if days is None or match is None or days[0] != days[1]:
        return None
    midnight = dt.datetime.combine(days[0], dt.time(), zone)
    hour, minute, second, part = match.groups()
    try:
        if part:
            begin, end = _PARTS[part]
            first, size = dt.timedelta(hours=begin), dt.timedelta(hours=end - begin)
        else:
            first = dt.timedelta(
                hours=int(hour), minutes=int(minute or 0), seconds=int(second or 0)
            )
            size = dt.timedelta(hours=0 if minute else 1, minutes=0 if second else 1)
            size = size if hour and minute else dt.timedelta(hours=1)
        return midnight + first, midnight + first + size - dt.timedelta(seconds=1)
    except (KeyError, OverflowError):
        return None
