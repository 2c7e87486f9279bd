"""Numbers in words and digits."""

from __future__ import annotations

from typing import Final

from newsmodel.parsers._times_found import Found

_LARGE: Final = 100
_LONGEST: Final = 9
_YEARS: Final = range(1000, 2200)


def number_of(word: str) -> int | None:
    """Read one number: "7", "1,000", "20th"."""
    digits = word.rstrip("stndrh").replace(",", "")
    if not digits.isascii() or not digits.isdigit() or len(digits) > _LONGEST:
        return None
    return int(digits)


def join(words: list[int]) -> int:
    """Join number words: 2, 1000, 24 to 2024; 19, 96 to 115."""
    total = part = 0
    for number in words:
        if number >= _LARGE and number in (100, 1000):
            part = max(part, 1) * number
            if number > _LARGE:
                total, part = total + part, 0
        else:
            part += number
    return total + part


def year_of(found: Found) -> int | None:
    """Give the year that is named, in digits or in words, or None."""
    if (digits := found.get("year")) is not None:
        return int(digits)
    if not found.wordyear:
        return None
    numbers = [n for w in found.wordyear if (n := number_of(w)) is not None]
    return spoken_year(numbers)


def spoken_year(numbers: list[int]) -> int | None:
    """Join the numbers of a spoken year: 19, 90, 6; 2, 1000, 4."""
    if len(numbers) < 2:
        return None
    if numbers[1] in (100, 1000):
        year = join(numbers)
    elif 10 < numbers[0] <= 20 and 10 <= numbers[1] < 100:
        year = numbers[0] * 100 + sum(numbers[1:])
    else:
        return None
    return year if year in _YEARS else None


def amount(found: Found) -> tuple[float | None, bool]:
    """Give how many units the words say, None where vague; and whether it is about."""
    if found.has("couple"):
        return 2, True
    numbers = [number_of(n) or 0 for n in found.all("number", "year")]
    if numbers and found.has("to", "or"):
        return None, False
    part = sum(map(float, found.all("decimal")))
    part += sum(1 / int(fraction[2:]) for fraction in found.all("fraction"))
    part += 0.5 * found.has("half")
    if numbers or part:
        one = not numbers and found.has("half") and found.has("and")
        return (join(numbers) if numbers else int(one)) + part, False
    return (None if found.has("vague") else 1), False
