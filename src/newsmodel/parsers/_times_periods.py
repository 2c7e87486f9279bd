"""Parts of a year: seasons, quarters and halves, holidays."""

from __future__ import annotations

import datetime as dt

from newsmodel.parsers._times_calendar import (
    day_value,
    easter,
    numbered_weekday,
    quarter_of,
)
from newsmodel.parsers._times_dates import DATE
from newsmodel.parsers._times_found import Found, Meaning
from newsmodel.parsers._times_numbers import number_of, year_of


def season(found: Found) -> Meaning | None:
    """Read "the summer of 1994", "spring 2023"."""
    number = year_of(found)
    code = found.get("season", "fall")
    if number is None:
        number = found.story.base.year if found.story.base else None
    value = "XXXX" if number is None else f"{number:04d}"
    return Meaning(DATE, f"{value}-{code}", found.mod, relative=number is not None)


def quarter(found: Found) -> Meaning | None:
    """Read "the third quarter of 1989", "Q3", "the first half of 2023"."""
    number = number_of(found.get("ordinal", "second", "quartername") or "")
    if found.has("half") and not found.has("of", "year", "unit", "fiscal", "number"):
        return None
    if found.has("last") and not number:
        number = 2 if found.has("half") else None
    most, mark = (2, "H") if found.has("half") else (4, "Q")
    if not number or number > most:
        return None
    told = _quarter_year(found, number, most)
    value = "XXXX" if told is None else f"{told:04d}"
    leads = mark == "Q" and not found.has("unit", "year_ago", "year")
    relative = told is not None and year_of(found) is None
    written = f"{value}-{mark}{number}"
    return Meaning(DATE, written, found.mod, relative, leads=leads and told is not None)


def _quarter_year(found: Found, number: int, most: int) -> int | None:
    explicit = year_of(found)
    if explicit is not None:
        return explicit
    base = found.story.base
    if base is None:
        return None
    back = 1 if found.has("year_ago", "ago", "comparative") else 0
    shifts = {"last": -1, "next": 1, "this": 0, "past": -1}
    for name, meaning in found.pairs():
        if name in shifts and found.has("unit"):
            return base.year + int(meaning)
    if found.has("of"):
        return base.year
    now = (base.month - 1) // (12 // most) + 1
    return base.year - back - (1 if number > now and found.tense() <= 0 else 0)


def holiday(found: Found) -> Meaning | None:
    """Read a holiday, of the year named or the one nearest by tense."""
    rule = found.get("holiday") or ""
    explicit = year_of(found)
    base = found.story.base
    if explicit is None and base is None:
        fixed = rule.count("-") == 1 and rule[0] != "e"
        return Meaning(DATE, f"XXXX-{rule}" if fixed else "XXXX-XX-XX")
    if explicit is not None:
        day = _holiday(explicit, rule)
        return Meaning(DATE, day_value(day)) if day else None
    if base is None:
        return None
    days = [d for n in (-1, 0, 1) if (d := _holiday(base.year + n, rule))]
    day = _choose(found, days, base)
    return Meaning(DATE, day_value(day), found.mod, relative=True) if day else None


def _choose(found: Found, days: list[dt.date], base: dt.date) -> dt.date | None:
    tense = found.tense()
    if found.has("last", "past"):
        days = [d for d in days if d < base] or days
        return max(days, default=None)
    if found.has("next") or tense > 0:
        return min((d for d in days if d >= base), default=None)
    if tense < 0:
        return max((d for d in days if d <= base), default=None)
    return min(days, key=lambda d: abs((d - base).days), default=None)


def _holiday(year: int, rule: str) -> dt.date | None:
    try:
        if rule.startswith("e"):
            return easter(year) + dt.timedelta(int(rule[1:]))
        numbers = [int(part) for part in rule.split("-")]
        if len(numbers) == 2:
            return dt.date(year, *numbers)
        return numbered_weekday(year, *numbers)
    except (ValueError, OverflowError):
        return None


def current_quarter(found: Found) -> tuple[int, int] | None:
    """Give the quarter in mind: the one named last, else the last that is over."""
    if found.story.quarter:
        return found.story.quarter
    if found.story.base is None:
        return None
    year_now, number = quarter_of(found.story.base)
    return (year_now, number - 1) if number > 1 else (year_now - 1, 4)
