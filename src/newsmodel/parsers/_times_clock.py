"""Sets and times of day."""

from __future__ import annotations

import datetime as dt
from typing import Final

from newsmodel.model import TimeKind
from newsmodel.parsers._times_calendar import day_value
from newsmodel.parsers._times_dates import MONTHS, date, day_of_month
from newsmodel.parsers._times_durations import UNITS, length
from newsmodel.parsers._times_found import Found, Meaning
from newsmodel.parsers._times_numbers import amount, number_of
from newsmodel.parsers._times_relative import deictic_day, weekday_day

_MOST_HOURS: Final = 23
_LATE: Final = ("TAF", "TEV", "TNI")
_DAY: Final = "XXXX-XX-XX"


def repeated(found: Found) -> Meaning | None:
    """Read "every Monday", "each year", "every two weeks", "twice a month"."""
    kind = TimeKind.SET
    if day := found.get("weekday", "weekdays"):
        if day in ("0", "8"):
            return Meaning(kind, "XXXX-WXX-WE" if day == "8" else "XXXX-WXX-XX")
        part = found.get("part", "parts") or ""
        return Meaning(kind, f"XXXX-WXX-{day}{part}")
    if month := found.get(*MONTHS):
        day_number = day_of_month(found)
        tail = f"-{day_number:02d}" if day_number else ""
        return Meaning(kind, f"XXXX-{int(month):02d}{tail}")
    if season := found.get("season", "fall"):
        return Meaning(kind, f"XXXX-{season}")
    if (part_of_day := found.get("part")) is not None:
        return Meaning(kind, f"XXXX-XX-XX{part_of_day}")
    return _every(found)


def _every(found: Found) -> Meaning | None:
    size = found.get(*UNITS) or ""
    if found.has("times"):
        number: float | None = 1
    else:
        number, _ = amount(found)
        number = 2 if found.has("other") else number
        if ordinal := found.get("ordinal"):
            number = number_of(ordinal)
    return Meaning(TimeKind.SET, length(number, size))


def often(found: Found) -> Meaning:
    """Read "daily", "annually"."""
    return Meaning(TimeKind.SET, found.get("frequency") or "P1D")


def clock(found: Found) -> Meaning | None:
    """Read "10 p.m. Wednesday", "noon Thursday", "7:15 a.m. EST, Nov. 6"."""
    time = _time(found)
    if time is None or not _is_clock(found):
        return None
    day = _day(found)
    zone = _zone(found)
    mod = found.get("quantity")
    return Meaning(TimeKind.TIME, f"{day}{time}", mod, relative=True, zone=zone)


_BEFORE: Final = frozenset(
    "at by from until till after before around about since and to -".split()
)


def _is_clock(found: Found) -> bool:
    """Tell a bare "10:30" from a score or a running time: a preposition, a zone."""
    if found.has("ampm", "ampmclock", "noon", "oclock", "zone", "quantity"):
        return True
    return found.before() in _BEFORE


def _time(found: Found) -> str | None:
    if noon := found.get("noon"):
        return noon
    text = found.get("clock", "ampmclock") or ""
    half = found.get("ampm")
    if not text:
        text = found.get("number", "decimal", "year") or ""
    if text.endswith("m") and text[-2] in "ap":
        half = "12" if text[-2] == "p" else "0"
        text = text[:-2]
    if found.has("zone") and text.isdigit() and len(text) == len("1430"):
        text = f"{text[:2]}:{text[2:]}"
    hour, *rest = text.replace(".", ":").split(":")
    if not hour.isdigit() or len(hour) > 2 or int(hour) > _MOST_HOURS:
        return None
    number = int(hour)
    if half is not None:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + int(half)
    elif number < 12 and found.get("part") in _LATE:
        number += 12
    minutes = f":{rest[0]}" if rest else ":00"
    return f"T{number:02d}{minutes}"


def _zone(found: Found) -> dt.tzinfo | None:
    minutes = found.get("zone")
    if not minutes or minutes.isalpha():
        return None
    return dt.timezone(dt.timedelta(minutes=int(minutes)))


def _day(found: Found) -> str:
    """Give the day that a time of day stands beside, else the story's own."""
    if found.has(*MONTHS):
        return _dated(found)
    if found.has("weekday"):
        day = weekday_day(found)
        return day_value(day) if day else f"XXXX-WXX-{found.get('weekday')}"
    if found.has("deictic", "tonight"):
        day = deictic_day(found)
        return day_value(day) if day else "XXXX-XX-XX"
    base, told = found.story.base, found.story.day
    here = not found.has("this", "last", "next", "that")
    if (
        told
        and here
        and found.story.day_at >= found.sentence[0]
        and len(told) == len(_DAY)
    ):
        return told
    if base is not None and found.has("last"):
        base -= dt.timedelta(1) if base > dt.date.min else dt.timedelta(0)
    elif base is not None and found.has("next"):
        base += dt.timedelta(1) if base < dt.date.max else dt.timedelta(0)
    return day_value(base) if base else "XXXX-XX-XX"


def _dated(found: Found) -> str:
    meaning = date(found.behind_time())
    return meaning.value if meaning else "XXXX-XX-XX"


def part(found: Found) -> Meaning | None:
    """Read "Thursday evening", "last night", "this morning", "tonight"."""
    code = found.get("part") or "TNI"
    mod = found.get("edge", "comparative")
    return Meaning(TimeKind.TIME, f"{_day(found)}{code}", mod, relative=True)
