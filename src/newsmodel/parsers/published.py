"""When the story was published, as its own lines say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsmodel.model import Moment
from newsmodel.parsers._layout_credits import is_later
from newsmodel.parsers._layout_dates import MONTHS, PrintedDate, find_dates
from newsmodel.parsers._layout_moments import moment_of
from newsmodel.parsers._layout_zones import SEASONAL
from newsmodel.parsers.reading import Reading, ZoneKind

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/-])")
_DAY_THEN_MONTH = re.compile(
    r"(?<!\d)(?<!\d )\d{1,2}(?:st|nd|rd|th)? ([A-Z][a-z]{2,8})\b"
)
_MONTH_THEN_DAY = re.compile(r"\b([A-Z][a-z]{2,8})\.? \d{1,2}(?:st|nd|rd|th)?(?!\d|:)")
_TWELVE = 12
_AMERICAN = frozenset(
    ("est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", *SEASONAL)
)
_READ_AT_MOST = 20_000


def read_published(reading: Reading) -> tuple[Moment | None, Moment | None]:
    """
    Read the days or times of first publication and of the last change.

    A date stays a date; a time is aware where the text gives its zone.  A line that
    says only "Updated ..." gives both.  Numeric dates are read where one reading is
    possible, or as the article writes its other dates.

    Returns:
        First publication and last change, None where the text does not give them
        with their year.
    """
    day_first: list[bool | None] = []

    def convention() -> bool | None:
        if not day_first:
            day_first.append(_day_first(reading))
        return day_first[0]

    published = None
    zone = reading.zone(ZoneKind.DATE_LINE)
    if zone is not None:
        for date in find_dates(reading.document.clean[zone.start : zone.end])[:1]:
            published = _moment(date, convention() if not date.ordered else None)
    for date in _later(reading):
        modified = _moment(date, convention() if not date.ordered else None)
        if modified is not None:
            return published, modified
    return published, None


def _moment(date: PrintedDate, day_first: bool | None) -> Moment | None:  # noqa: FBT001
    return moment_of(date, day_first=day_first)


def _later(reading: Reading) -> Iterator[PrintedDate]:
    """Give the dates that a label calls an update, in order of text."""
    for zone in reading.zones(ZoneKind.OTHER):
        floor = 0
        for date in find_dates(reading.document.clean[zone.start : zone.end][:300]):
            if is_later(zone.text, date, floor):
                yield date
            floor = date.end


def _day_first(reading: Reading) -> bool | None:
    """Say whether the article writes the day before the month; None if unclear."""
    text = reading.document.clean[:_READ_AT_MOST]
    for match in _NUMERIC.finditer(text):
        first, second = int(match[1]), int(match[3])
        if first > _TWELVE >= second:
            return True
        if second > _TWELVE >= first:
            return False
    zone = reading.zone(ZoneKind.DATE_LINE)
    date = next(iter(find_dates(zone.text)), None) if zone else None
    if date is not None and date.zone.strip("() ").lower() in _AMERICAN:
        return False
    days = sum(m[1].lower() in MONTHS for m in _DAY_THEN_MONTH.finditer(text))
    months = sum(m[1].lower() in MONTHS for m in _MONTH_THEN_DAY.finditer(text))
    return None if days == months else days > months
