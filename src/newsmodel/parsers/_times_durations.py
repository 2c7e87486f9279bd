"""Durations."""

from __future__ import annotations

from typing import Final

from newsmodel.model import TimeKind
from newsmodel.parsers._times_found import Found, Meaning
from newsmodel.parsers._times_numbers import amount

UNITS: Final = ("unit", "units", "quarter", "quarters", "second")
_HALVES: Final = {"Y": "6M", "D": "T12H", "TH": "T30M", "TM": "T30S", "M": "15D"}
_SMALLER: Final = {"Y": ("M", 12), "TH": ("M", 60), "TM": ("S", 60), "D": ("H", 24)}
_OPEN: Final = {"10Y": "PXDE", "C": "PXCE", "L": "PXML", "2W": "PXW", "WE": "PXWE"}
_WHOLE: Final = {"10Y": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y"), "2W": (2, "W")}


def length(number: float | None, size: str) -> str:
    """Write a duration: "P3Y", "PT2H", "P2Y6M", "PXW"."""
    if size == "2":
        size = "TS"
    if number is None:
        return _OPEN.get(size, f"PT{'X' + size[1:]}" if size[0] == "T" else f"PX{size}")
    factor, size = _WHOLE.get(size, (1, size))
    number *= factor
    time = "T" if size[0] == "T" else ""
    whole, rest = divmod(number, 1)
    if rest and size in _SMALLER:
        smaller, parts = _SMALLER[size]
        head = f"{whole:.0f}{size[-1]}" if whole else ""
        mark = "T" if time or size == "D" else ""
        tail = f"{round(rest * parts)}{smaller}"
        return f"P{mark}{head}{tail}" if time else f"P{head}{mark}{tail}"
    return f"P{time}{number:g}{size[1:] if time else size}"


def duration(found: Found) -> Meaning | None:
    """Read "three years", "the past two months", "a five-year", "several weeks"."""
    size = found.get(*UNITS) or ""
    number, about = amount(found)
    plural = found.has("units", "quarters")
    fourth = found.has("quarter") and found.has("hyphen") and number == 1
    if fourth or found.behind() == "old" or _is_rate(found):
        return None
    if plural and number == 1 and not found.has("number", "a", "half", "year"):
        number = None
    mod = found.get("quantity") or found.get("ever") or ("APPROX" if about else None)
    return Meaning(TimeKind.DURATION, length(number, size), mod)


_SHARES: Final = frozenset(("million", "billion", "percent", "%", "cents", "pence"))


def _is_rate(found: Found) -> bool:
    """Say whether "a year" follows an amount, or "a quarter" is a fourth part."""
    if not found.has("a") or found.has("number", "vague", "couple", "half"):
        return False
    if found.has("quarter"):
        return not found.has("hyphen")
    if found.pairs()[0][0] != "a":
        return False
    before = found.before()
    plural = before.endswith("s") and len(before) > len("was")
    return before in _SHARES or before[:1].isdigit() or plural


_OPENERS: Final = frozenset(("for", "in", "of", "after", "within", "over", "took"))


def bare(found: Found) -> Meaning | None:
    """Read a plural unit without a number where a preposition says that it is time."""
    if found.before() not in _OPENERS or found.get("units") == "TS":
        return None
    return duration(found)


def indefinite(found: Found) -> Meaning:
    """Read "a while", "some time"."""
    return Meaning(TimeKind.DURATION, "PXX", found.get("quantity"))
