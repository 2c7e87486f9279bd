"""Names that look like places and are none: surnames, firms, words, languages."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from newsmodel.lexicons import toml
from newsmodel.model import LocationKind
from newsmodel.parsers._places_found import PlaceCandidate
from newsmodel.parsers._places_people import Parties, given_names
from newsmodel.parsers.reading import Reading

if TYPE_CHECKING:
    from newsmodel.parsers.locations import LocationParser

_BIG: Final = 300_000
"""Population from which a city is known without a preposition."""
_HIGH: Final = frozenset(
    (LocationKind.COUNTRY, LocationKind.STATE, LocationKind.CONTINENT)
)
_AREAS: Final = frozenset((LocationKind.STATE, LocationKind.COUNTRY))
_WHERE: Final = frozenset("in near at outside".split())
"""Prepositions that put even a person's namesake on the map."""
_DASHES: Final = frozenset("- – — -- (".split())
_ARTICLES: Final = frozenset("a an the".split())
_OPEN: Final = frozenset(
    "The A An In At On From For And But Northern Southern Eastern Western Central "
    "North South East West Greater Downtown Upper Lower New Former".split()
)
_LANGUAGE_BEHIND: Final = frozenset(
    "and or to with as on which that but at for is was".split()
)


@functools.cache
def titles() -> frozenset[str]:
    """Last words of titles before a name: "President", "Sen."."""
    words = toml("titles.toml")
    names = (*words["honorifics"], *words["titles"], *words["abbreviations"])
    return frozenset(name.split()[-1] for name in names)


def judge(
    parser: LocationParser,
    candidate: PlaceCandidate,
    reading: Reading,
    parties: Parties,
) -> bool | None:
    """Say whether the words around make a name a place; None where they are silent."""
    texts = reading.document.tokens.texts
    first, stop = candidate.first, candidate.stop
    begin, end = reading.document.sentence_of(first)
    before = texts[first - 1] if first > begin else ""
    behind = texts[stop] if stop < end else ""
    if candidate.adjectival:
        return not _is_language(parser, before, behind)
    if (
        candidate.told
        or _opens_paragraph(candidate, reading, behind)
        or (behind == "," and _lies_in(candidate, parser, texts, stop + 1, end))
    ):
        return True
    if _is_person(candidate, texts[first], before, parties):
        return False
    opened = before == "of" and texts[max(first - 2, 0)].lower() in parser.openers
    full = stop - first == 1 and _begins_name(texts[first], behind)
    noun = behind.islower() and behind.isalpha() and before.lower() in _ARTICLES
    sure = opened or noun or (before.lower() in parser.prepositions and not full)
    return sure or _stands_alone(candidate, texts[first], before, behind) or None


def _begins_name(name: str, behind: str) -> bool:
    """Say whether a given name and a capital follow each other."""
    return name in given_names() and behind[:1].isupper() and behind.isalpha()


def _is_person(
    candidate: PlaceCandidate, name: str, before: str, parties: Parties
) -> bool:
    """Say whether a name is a person's, by the story's people or a title before."""
    single = candidate.stop - candidate.first == 1
    if single and name in parties.names:
        return before.lower() not in _WHERE
    country = candidate.options[0].kind is LocationKind.COUNTRY and not single
    initial = len(before) == len("W.") and before[1] == "." and before[0].isupper()
    return not country and (initial or before in titles() or before in given_names())


def _opens_paragraph(candidate: PlaceCandidate, reading: Reading, behind: str) -> bool:
    """Say whether a name opens a paragraph as a dateline does."""
    opens = any(candidate.first == first for first, _ in reading.ranges[:4])
    name = reading.document.tokens.texts[candidate.first]
    return opens and (behind in _DASHES or (name.isupper() and len(name) > 3))


def _lies_in(
    candidate: PlaceCandidate,
    parser: LocationParser,
    texts: list[str],
    at: int,
    end: int,
) -> bool:
    """Say whether a country or division follows that it may lie in."""
    if at >= end:
        return False
    found = parser.gazetteer.longest(texts, at, end)
    larger = found[1] if found else ()
    if not larger and texts[at] in parser.postal:
        larger = parser.postal[texts[at]]
    if larger and larger[0].kind is LocationKind.STATE:
        return candidate.options[0].kind not in _AREAS
    names = {p.country for p in larger if p.kind in _AREAS}
    return any(p.country in names for p in candidate.options)


def _stands_alone(
    candidate: PlaceCandidate, name: str, before: str, behind: str
) -> bool:
    """Judge a name without a preposition by how well known it is."""
    place = candidate.options[0]
    capital = behind[:1].isupper() and behind.isalpha()
    if place.kind in _HIGH:
        return not place.ambiguous or not capital
    if place.ambiguous:
        return False
    if candidate.stop - candidate.first == 1:
        if _begins_name(name, behind):
            return False
        if before[:1].isupper() and before.isalpha() and before not in _OPEN:
            return False
    known = place.kind is not LocationKind.CITY or place.population >= _BIG
    return known or (name not in given_names() and not capital)


def _is_language(parser: LocationParser, before: str, behind: str) -> bool:
    if before.lower() in parser.speech:
        return True
    return before.lower() in ("in", "into", "from") and (
        not behind.isalpha() or behind in _LANGUAGE_BEHIND
    )
