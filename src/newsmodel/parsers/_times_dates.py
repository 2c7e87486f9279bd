"""Dates with a name or a number: days, months, years, seasons, quarters, holidays."""

from __future__ import annotations

import datetime as dt
from typing import Final

from newsmodel.model import TimeKind
from newsmodel.parsers._times_calendar import (
    exists,
)
from newsmodel.parsers._times_found import OVER, Found, Meaning
from newsmodel.parsers._times_numbers import number_of, year_of

DATE: Final = TimeKind.DATE
MONTHS: Final = ("month", "modal")
WEEKDAYS: Final = ("weekday", "dayname")
_DAYS: Final = ("number", "ordinal", "second")
_CENTURY: Final = 100
_PIVOT: Final = 70
"""Two digits below it are years after 2000."""
_SOON: Final = 3
"""A day up to this many months ahead lies ahead, whatever the tense."""
_NEAR: Final = 6
"""A day up to this many months ahead lies ahead, without a tense."""
_LONG: Final = 9
"""A day more months ahead than this lies behind."""


def iso(found: Found) -> Meaning | None:
    """Read "2023-06-10"."""
    year = int(found.get("year") or 0)
    month, day = (int(n.replace(",", "")) for n in found.all("number"))
    if not exists(year, month, day):
        return None
    return Meaning(DATE, f"{year:04d}-{month:02d}-{day:02d}")


def slashes(found: Found) -> Meaning | None:
    """Read "10/6/2023" in the story's own order, the other way where only that fits."""
    text = found.all("slashes")[0]
    first, second, third = (int(n) for n in text.replace(".", "/").split("/"))
    year, month, day = (first, second, third) if first > 31 else (third, first, second)
    day_first = "." in text or (found.story.day_first and day <= 12)
    if first <= 31 and (day_first or month > 12):
        month, day = day, month
    if year < _CENTURY:
        year += 2000 if year < _PIVOT else 1900
    if not exists(year, month, day):
        return None
    return Meaning(DATE, f"{year:04d}-{month:02d}-{day:02d}")


def day_of_month(found: Found) -> int | None:
    """Give the day of the month that the words name, or None if it is none."""
    names = ("ordinal", "second") if len(found.wordyear) > 1 else _DAYS
    day = number_of(found.get(*names) or "")
    return day if day is not None and 1 <= day <= 31 else None


def date(found: Found) -> Meaning | None:
    """Read a month with or without day, year and weekday."""
    month = int(found.get(*MONTHS) or 0)
    year = year_of(found)
    if found.has(*_DAYS) and not (year and len(found.wordyear) > 1):
        day = day_of_month(found)
        if day is None:
            return None
        value, relative = _day(found, year, month, day)
    else:
        value, relative = _month(found, year, month)
    return Meaning(DATE, value, found.mod, relative) if value else None


def _day(found: Found, year: int | None, month: int, day: int) -> tuple[str, bool]:
    if not exists(2000 if year is None else year, month, day):
        return "", False
    if year is not None:
        return f"{year:04d}-{month:02d}-{day:02d}", False
    year = year_for(found, month, day)
    if year is None:
        return f"XXXX-{month:02d}-{day:02d}", False
    return f"{year:04d}-{month:02d}-{day:02d}", True


def _month(found: Found, year: int | None, month: int) -> tuple[str, bool]:
    if year is not None:
        return f"{year:04d}-{month:02d}", False
    year = year_for(found, month, None)
    if year is None:
        return f"XXXX-{month:02d}", False
    return f"{year:04d}-{month:02d}", True


def year_for(found: Found, month: int, day: int | None) -> int | None:
    """Choose the year of a month that stands without one, by tense and nearness."""
    told = shared_year(found)
    if told is None:
        told = found.story.told_year(found.first)
    base = found.story.base
    if told is not None or base is None:
        return told
    year = _nearest_year(found, base, month, day)
    if day == 29 and month == 2:
        step = 1 if year > base.year else -1
        years = range(year, year + 9 * step, step)
        return next((y for y in years if exists(y, 2, 29)), year)
    return year


_LINKS: Final = frozenset(("to", "and", "through", "until", "or", "-", "–"))


def shared_year(found: Found) -> int | None:
    """Give the year behind the second date of a pair: "from May to July 2022"."""
    if found.behind() not in _LINKS or found.kind_behind(1) not in MONTHS:
        return None
    for ahead in range(2, 5):
        if found.kind_behind(ahead) == "year":
            return int(found.behind(ahead))
    return None


def _nearest_year(found: Found, base: dt.date, month: int, day: int | None) -> int:
    ahead = (month - base.month) % 12
    if ahead == 0:
        return base.year
    tense = found.tense()
    if found.before() in OVER:
        tense = -1
    elif ahead == 1 or (day is not None and ahead <= _SOON):
        tense = 1
    elif day is not None and ahead > _LONG and tense >= 0:
        tense = -1
    elif tense == 0 and day is not None:
        tense = 1 if ahead <= _NEAR else -1
    this_year = month > base.month
    if tense > 0:
        return base.year if this_year else base.year + 1
    return base.year - 1 if this_year else base.year


def year(found: Found) -> Meaning | None:
    """Read a bare year: "1998", "nineteen ninety-six", "fiscal 1989"."""
    number = year_of(found)
    if number is not None and not is_year(found, number):
        return None
    return None if number is None else Meaning(DATE, f"{number:04d}", found.mod)


_CURRENCY: Final = frozenset("$£€#¥")
_BEFORE_YEAR: Final = frozenset(
    "in since by until till of from to for during before after between and through "
    "about around fiscal early late mid the is as".split()
)
_MODERN: Final = range(1900, 2100)


def is_year(found: Found, number: int) -> bool:
    """Tell a bare year from a number: no currency, no plural behind, a preposition."""
    before, behind = found.before(), found.behind()
    if found.has("fiscal"):
        return True
    if before in _CURRENCY or behind in (
        "%",
        "percent",
        "million",
        "billion",
        "people",
    ):
        return False
    if before in ("no.", "no", "number", "room", "flight", "highway", "route", "page"):
        return False
    if found.wordyear and found.wordyear[1] in ("100", "1000"):
        return found.has("the") or before in (
            "in",
            "since",
            "by",
            "of",
            "until",
            "from",
            "to",
        )
    if number not in _MODERN:
        return before in ("in", "since", "by", "of", "until", "from", "circa")
    plural = behind.endswith("s") and behind.isalpha() and len(behind) > len("was")
    return not plural or before in _BEFORE_YEAR


def decade(found: Found) -> Meaning | None:
    """Read "the 1980s", "the '90s", "the nineties" as TIMEX3 writes them: "198"."""
    digits = (found.get("decade") or "").rstrip("s")
    if not digits:
        return None
    if len(digits) < 3:
        tens = int(digits[0])
        digits = f"{20 if tens < 2 else 19}{tens}"
    return Meaning(DATE, digits[:3], found.mod)


_AFTER_DAY: Final = frozenset("he she it they we i the at and when after".split())


def numbered_day(found: Found) -> Meaning | None:
    """Read "the 5th" where "on" stands before and no noun behind."""
    day = day_of_month(found)
    behind = found.behind()
    noun = behind.isalpha() and behind not in _AFTER_DAY
    if day is None or noun or found.before() != "on":
        return None
    base = found.story.base
    if base is None:
        return Meaning(DATE, f"XXXX-XX-{day:02d}")
    month = base.year * 12 + base.month - 1
    steps = (0, 1, 2) if found.tense() > 0 else (0, -1, -2)
    ahead = day < base.day if found.tense() > 0 else day > base.day
    for step in steps[1:] if ahead else steps:
        year, number = divmod(month + step, 12)
        if exists(year, number + 1, day):
            return Meaning(DATE, f"{year:04d}-{number + 1:02d}-{day:02d}", None, True)
    return None


def century(found: Found) -> Meaning | None:
    """Read "the 20th century" as TIMEX3 writes it: "19"."""
    number = number_of(found.get("ordinal", "second") or "")
    if found.get("unit") != "C" or not number or number > 30:
        return None
    return Meaning(DATE, f"{number - 1:02d}", found.mod)
