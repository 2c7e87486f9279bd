"""Printed dates: where they stand in a line."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsmodel.parsers._layout_zones import ZONE_NAMES

_MONTH_NAMES = (
    "january february march april may june july august september october november "
    "december"
).split()
MONTHS = {
    **{name: n for n, name in enumerate(_MONTH_NAMES, 1)},
    **{name[:3]: n for n, name in enumerate(_MONTH_NAMES, 1)},
    "sept": 9,
}
_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS = {
    **{name: n for n, name in enumerate(_DAY_NAMES)},
    **{name[:3]: n for n, name in enumerate(_DAY_NAMES)},
    "tues": 1,
    "wednes": 2,
    "thur": 3,
    "thurs": 3,
}
_PART = r"(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"""(?<![\w/.])(?:
    (?P<d1>\d{{1,2}}){_PART}(?:\ of)?[ ,-]+(?P<m1>[A-Za-z]{{3,9}})\.?,?[ -]+
      (?P<y1>(?:19|20)\d\d)
  | (?P<m2>[A-Za-z]{{3,9}})\.?\ +(?P<d2>\d{{1,2}}){_PART},?\ +(?P<y2>(?:19|20)\d\d)
  | (?P<y3>(?:19|20)\d\d)[-/.](?P<m3>\d{{1,2}})[-/.](?P<d3>\d{{1,2}})
  | (?P<a4>\d{{1,2}})(?P<sep>[-/.])(?P<b4>\d{{1,2}})(?P=sep)(?P<y4>(?:19|20)\d\d|\d\d)
    )(?!\d|[/-]\d|\.\d\d?\.)""",
    re.VERBOSE,
)
_HALF = r"(?:[aApP]\.?\ ?[mM]\b\.?)"
_ZONE = (
    r"(?:\(?(?:UTC|GMT)\ ?[+-]\d{1,2}(?::?\d\d)?\)?|\(?[A-Z]{2,4}[TZ]\)?"
    r"|\(?(?:UTC|GMT|MSK|ET|PT|CT|MT)\)?|Z\b|[+-]\d\d:?\d\d)"
)
_CLOCK = (
    rf"\d{{1,2}}[:.h]\d\d(?:[:.]\d\d(?:\.\d+)?)?(?:\ ?{_HALF})?"
    r"(?:\ ?(?:hrs|hours|h)\b)?"
    rf"|\d{{1,2}}\ ?{_HALF}|\d{{4}}\ ?(?:hrs|hours)\b|\d{{4}}(?=\ ?{_ZONE})"
)
_BEHIND = re.compile(
    rf"(?:T|(?:\s*(?:[,|@•·/-]|–|—|\bat\b|:))?\s*)"
    rf"(?P<clock>{_CLOCK})(?P<zone>\ ?{_ZONE})?"
)
_ZONE_BEHIND = re.compile(rf"\s({_ZONE})(?!\w)")
_BEFORE = re.compile(
    rf"(?P<clock>{_CLOCK})(?P<zone>\ ?{_ZONE})?\s*(?:[,|@•·-]|–|—|\bon\b)?\s*$"
)
_WEEKDAY = re.compile(r"(?<![A-Za-z])([A-Za-z]{3,9})\.?,?\s+(?:the\s+)?$")
_AGO = re.compile(
    r"(?:an?|\d{1,2})\s+(?:min(?:ute)?|hr|hour|day|week|month|year)s?\s+ago",
    re.IGNORECASE,
)
_LOOK_BACK = 40


class PrintedDate(NamedTuple):
    """A date with its year, as printed."""

    start: int
    end: int
    words: str
    numbers: tuple[int, int, int]
    """Year, month and day; for a numeric date year, first and second number."""
    ordered: bool
    """Whether month and day are known apart."""
    clock: str
    zone: str
    weekday: int | None

    @property
    def timed(self) -> bool:
        """Whether a time of day stands with it."""
        return bool(self.clock)


def find_dates(text: str) -> list[PrintedDate]:
    """Find the dates of a line, each with its weekday, time and zone, in order."""
    found: list[PrintedDate] = []
    for match in _DATE.finditer(text):
        numbers = _numbers(match)
        if numbers is not None:
            floor = found[-1].end if found else 0
            found.append(_widened(text, match, numbers, floor))
    return found


def is_ago(text: str) -> bool:
    """Say whether a line is only "9 hours ago"."""
    return bool(_AGO.fullmatch(text.strip()))


def _numbers(match: re.Match[str]) -> tuple[int, int, int] | None:
    groups = match.groupdict()
    for one in "12":
        if groups["y" + one]:
            month = MONTHS.get(groups["m" + one].lower(), 0)
            year, day = int(groups["y" + one]), int(groups["d" + one])
            return (year, month, day) if month else None
    if groups["y3"]:
        year, month, day = (int(groups[k]) for k in ("y3", "m3", "d3"))
        return (year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
    year, first, second = (int(groups[k]) for k in ("y4", "a4", "b4"))
    fits = 1 <= min(first, second) <= 12 and max(first, second) <= 31
    return (year if year > 99 else 2000 + year, first, second) if fits else None


def _widened(
    text: str, match: re.Match[str], numbers: tuple[int, int, int], floor: int
) -> PrintedDate:
    start, end = match.span()
    clock = zone = ""
    weekday = None
    before = text[max(floor, start - _LOOK_BACK) : start]
    named = _WEEKDAY.search(before)
    if named and named[1].lower() in WEEKDAYS:
        weekday = WEEKDAYS[named[1].lower()]
        start -= len(before) - named.start()
    behind = _BEHIND.match(text, end)
    if behind:
        clock, zone, end = behind["clock"], behind["zone"] or "", behind.end()
    else:
        before = text[max(floor, start - _LOOK_BACK) : start]
        earlier = _BEFORE.search(before)
        if earlier:
            clock, zone = earlier["clock"], earlier["zone"] or ""
            start -= len(before) - earlier.start()
    if not zone:
        late = _ZONE_BEHIND.match(text, end)
        if late and late[1].strip("()").lower() in ZONE_NAMES:
            zone, end = late[1], late.end()
    words = text[start:end]
    ordered = not match["a4"]
    return PrintedDate(start, end, words, numbers, ordered, clock, zone, weekday)
