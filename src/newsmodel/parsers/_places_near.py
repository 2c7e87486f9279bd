"""Names that look like places and are none: surnames, firms, words, languages."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from newsmodel.lexicons import table, toml
from newsmodel.model import LocationKind
from newsmodel.parsers._places_found import PlaceCandidate
from newsmodel.parsers.reading import Reading

if TYPE_CHECKING:
    from newsmodel.parsers.locations import LocationParser

_BIG: Final = 300_000
"""Population from which a city is known without a preposition."""
_HIGH: Final = frozenset(
    (LocationKind.COUNTRY, LocationKind.STATE, LocationKind.CONTINENT)
)


@functools.cache
def given_names() -> frozenset[str]:
    """Given names of people."""
    return frozenset(row["name"] for row in table("given.tsv"))


@functools.cache
def titles() -> frozenset[str]:
    """Last words of titles before a name: "President", "Sen."."""
    words = toml("titles.toml")
    names = (*words["honorifics"], *words["titles"], *words["abbreviations"])
    return frozenset(name.split()[-1] for name in names)


def is_place(
    parser: LocationParser, candidate: PlaceCandidate, reading: Reading
) -> bool:
    """Say whether the words around let a name be a place."""
    document = reading.document
    texts = document.tokens.texts
    first, stop = candidate.first, candidate.stop
    begin, end = document.sentence_of(first)
    before = texts[first - 1] if first > begin else ""
    behind = texts[stop] if stop < end else ""
    if candidate.adjectival:
        return not _is_language(parser, before, behind)
    if behind == "," and _lies_in(candidate, parser, texts, stop + 1, end):
        return True
    if before in titles() or before in given_names():
        return candidate.options[0].kind is LocationKind.COUNTRY and stop - first > 1
    sure = before.lower() in parser.prepositions or (
        before == "of" and texts[max(first - 2, 0)].lower() in parser.openers
    )
    return sure or _stands_alone(candidate, texts, before, behind)


def _lies_in(
    candidate: PlaceCandidate,
    parser: LocationParser,
    texts: list[str],
    at: int,
    end: int,
) -> bool:
    """Say whether a country or division of one of the namesakes follows."""
    if at >= end:
        return False
    found = parser.gazetteer.longest(texts, at, end)
    larger = found[1] if found else parser.postal.get(texts[at], ())
    names = {p.name for p in larger} | {p.country for p in larger}
    return any(p.division in names or p.country in names for p in candidate.options)


def _stands_alone(
    candidate: PlaceCandidate, texts: list[str], before: str, behind: str
) -> bool:
    """Judge a name without a preposition by how well known it is."""
    place = candidate.options[0]
    if place.kind in _HIGH:
        return not place.ambiguous or not (behind[:1].isupper() and behind.isalpha())
    if place.ambiguous:
        return False
    name = texts[candidate.first]
    if candidate.stop - candidate.first == 1:
        neighbour = behind[:1].isupper() and behind.isalpha()
        if neighbour and name in given_names():
            return False
        if before[:1].isupper() and before.isalpha() and before not in _OPEN:
            return False
    return (
        place.kind is not LocationKind.CITY
        or place.population >= _BIG
        or (name not in given_names() and not (behind[:1].isupper()))
    )


_OPEN: Final = frozenset(
    "The A An In At On From For And But Northern Southern Eastern Western Central North "
    "South East West Greater Downtown Upper Lower New Former".split()
)


def _is_language(parser: LocationParser, before: str, behind: str) -> bool:
    if before.lower() not in parser.speech:
        return False
    return not behind.isalpha() or behind in ("and", "or", "to", "with", "as", "on")
