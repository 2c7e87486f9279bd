"""Places given by distance and direction: "several hundred miles east of Moscow"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from newsmodel.model import Location, LocationKind, Placement
from newsmodel.parsers.reading import Reading

if TYPE_CHECKING:
    from newsmodel.parsers.locations import LocationParser

_REACH = 8
"""How many tokens may stand between a place and the words that place it."""
_BETWEEN = frozenset(
    ", ( a an the city town village region zone area site which that is was lies lay "
    "sits located situated based just only about some".split()
)
"""Words that may stand between the two."""
_VAGUE = frozenset(
    "several some few many about around roughly nearly almost just".split()
)
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?", re.ASCII)
_COUNTRIES = (LocationKind.COUNTRY, LocationKind.CONTINENT)


def place_relatively(
    parser: LocationParser, places: Sequence[Location], reading: Reading
) -> list[Location]:
    """Give the places with the placements that the story states."""
    document = reading.document
    spots = sorted(
        (document.token_range(m.start, m.end), number)
        for number, place in enumerate(places)
        for m in place.mentions
        if not m.adjectival
    )
    placed = list(places)
    for (span, anchor), (before, number) in zip(spots[1:], spots, strict=False):
        first = _opening(parser, document.lower, span[0], before[1])
        target = places[number]
        if first is None or number == anchor or target.kind in _COUNTRIES:
            continue
        between = document.lower[before[1] : first][: _REACH + 1]
        if len(between) > _REACH or not _leads(parser, between):
            continue
        if placed[number].placement is not None:
            continue
        if document.sentence_of(before[0]) != document.sentence_of(span[0]):
            continue
        placement = Placement(
            anchor=places[anchor].name,
            direction=_direction(parser, document.lower[first : span[0]]),
            distance=_distance(parser, document.lower[first : span[0]]),
            passage=document.words(first, span[1]),
        )
        placed[number] = attrs.evolve(placed[number], placement=placement)
    return placed


def _leads(parser: LocationParser, between: Sequence[str]) -> bool:
    """Say whether words lead from a place to where it lies: "zone, located"."""
    return all(w in _BETWEEN or parser.features.get((w,)) for w in between)


def _opening(
    parser: LocationParser, lower: list[str], anchor: int, floor: int
) -> int | None:
    """Give the first token of a placement that ends before `anchor`, or None."""
    at = _border(lower, anchor, floor) - 1
    if at >= floor and lower[at] == "near":
        return at
    if at - 1 < floor or lower[at] not in ("of", "from"):
        return None
    at -= 1
    if lower[at] in parser.directions:
        to = at - 2 >= floor and lower[at - 2 : at] == ["to", "the"]
        at -= 3 if to else 1
    elif lower[at] not in parser.lengths:
        return None
    if at >= floor and lower[at] in parser.lengths:
        at -= 1
        while at >= floor and _counts(parser, lower[at]):
            at -= 1
    return at + 1


def _border(lower: list[str], anchor: int, floor: int) -> int:
    """Give the first token of "the border with" before an anchor, or the anchor."""
    at = anchor
    if (
        at - 2 >= floor
        and lower[at - 1] in ("with", "of")
        and lower[at - 2] == "border"
    ):
        at -= 2
        if at > floor and lower[at - 1] in ("the", "its"):
            at -= 1
    return at


def _counts(parser: LocationParser, word: str) -> bool:
    return word in parser.numbers or word in _VAGUE or bool(_DIGITS.fullmatch(word))


def _direction(parser: LocationParser, words: list[str]) -> str | None:
    return next((w for w in words if w in parser.directions), None)


def _distance(parser: LocationParser, words: list[str]) -> float | None:
    """Give the kilometres, or None where the number is vague."""
    unit = next((float(parser.lengths[w]) for w in words if w in parser.lengths), None)
    if unit is None or not {"several", "few", "many"}.isdisjoint(words):
        return None
    number = 0.0
    for word in words:
        if _DIGITS.fullmatch(word):
            number = float(word.replace(",", ""))
        elif word in parser.numbers:
            factor = float(parser.numbers[word])
            number = number * factor if factor >= 100 and number else number + factor
    return round(number * unit, 3) if number else None
