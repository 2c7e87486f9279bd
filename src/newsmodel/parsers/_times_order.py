"""Which number of "10/6/2023" is the month: as the story itself writes its dates."""

from __future__ import annotations

import re
from typing import Final

from newsmodel.parsers.reading import Reading

_SLASHES: Final = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/\d{2,4}(?![\d/])")
_MONTH: Final = (
    "(?:January|February|March|April|May|June|July|August|September|October|November"
    "|December)"
)
_DAY_MONTH: Final = re.compile(rf"(?<![\d:])\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}")
_MONTH_DAY: Final = re.compile(rf"{_MONTH} \d{{1,2}}(?!\d)")


def writes_day_first(reading: Reading) -> bool:
    """
    Say whether a story puts the day before the month.

    A date that fits one order alone decides ("25/12/2022"); else the order of its
    dates in words does ("10 June" or "June 10"); else the month comes first.
    """
    text = reading.document.clean
    pairs = [(int(a), int(b)) for a, b in _SLASHES.findall(text)]
    if not pairs:
        return False
    days, months = sum(a > 12 for a, _ in pairs), sum(b > 12 for _, b in pairs)
    if days != months:
        return days > months
    return len(_DAY_MONTH.findall(text)) > len(_MONTH_DAY.findall(text))
