"""Which of its namesakes a place is, by all that the story says."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final

from newsmodel.model import LocationKind
from newsmodel.parsers._gazetteer import Place
from newsmodel.parsers._places_found import PlaceCandidate

_KINDS: Final = {
    LocationKind.COUNTRY: 8.0,
    LocationKind.CONTINENT: 8.0,
    LocationKind.REGION: 7.0,
    LocationKind.STATE: 6.5,
    LocationKind.WATER: 6.0,
}
"""How well known a kind is, on the scale of log10 of a city's population."""
_OTHER: Final = 5.0
_CAPITAL: Final = 1.0
_COUNTRY: Final = 2.0
_DIVISION: Final = 3.0
_FORCED: Final = 20.0
_LEAST, _MOST = 0.3, 0.95


def resolve(found: Sequence[PlaceCandidate], texts: list[str]) -> list[PlaceCandidate]:
    """Choose one place for each name, the same in the whole story."""
    inside = [_inside(found, at, texts) for at in range(len(found))]
    countries, divisions = _evidence(found)
    told: dict[str, set[str]] = {}
    for candidate, names in zip(found, inside, strict=True):
        told.setdefault(_key(candidate, texts), set()).update(names)
    chosen: dict[str, tuple[Place, float]] = {}
    resolved = []
    for candidate in found:
        key = _key(candidate, texts)
        if key not in chosen:
            chosen[key] = _choose(candidate, told[key], countries, divisions)
        place, confidence = chosen[key]
        resolved.append(candidate._replace(options=(place,), confidence=confidence))
    return resolved


def _key(candidate: PlaceCandidate, texts: list[str]) -> str:
    return " ".join(texts[candidate.first : candidate.stop]).lower()


def _inside(
    found: Sequence[PlaceCandidate], at: int, texts: list[str]
) -> tuple[str, ...]:
    """Name the place that the next words put this one in: "Paris, Texas"."""
    if at + 1 >= len(found):
        return ()
    this, following = found[at], found[at + 1]
    gap = texts[this.stop : following.first]
    if gap not in ([","], ["("]):
        return ()
    return tuple(
        name
        for place in following.options
        for name in (_division_key(place), place.country or "")
        if place.kind in (LocationKind.STATE, LocationKind.COUNTRY) and name
    )


def _division_key(place: Place) -> str:
    if place.kind is LocationKind.STATE:
        return f"{place.country} {place.name}"
    return ""


def _evidence(found: Sequence[PlaceCandidate]) -> tuple[Counter[str], set[str]]:
    """Count the countries of names without doubt, and note the divisions named."""
    countries: Counter[str] = Counter()
    divisions = set()
    for candidate in found:
        of = {p.country for p in candidate.options}
        if len(of) == 1 and (country := next(iter(of))):
            countries[country] += 1
        for place in candidate.options:
            if place.kind is LocationKind.STATE:
                divisions.add(_division_key(place))
    return countries, divisions


def _choose(
    candidate: PlaceCandidate,
    inside: set[str],
    countries: Counter[str],
    divisions: set[str],
) -> tuple[Place, float]:
    total = sum(countries.values()) or 1

    def score(place: Place) -> float:
        points = _KINDS.get(place.kind, _OTHER)
        if place.kind is LocationKind.CITY:
            points = math.log10(place.population + 1000)
        points += _CAPITAL * (place.capital == "nation")
        points += _COUNTRY * countries[place.country or ""] / total
        lies_in = f"{place.country} {place.division}"
        points += _DIVISION * (bool(place.division) and lies_in in divisions)
        if lies_in in inside:
            points += _FORCED
        elif place.country in inside and not any(" " in name for name in inside):
            points += _FORCED
        return points

    scores = sorted(
        ((score(p), -n) for n, p in enumerate(candidate.options)), reverse=True
    )
    best = candidate.options[-scores[0][1]]
    if len(scores) == 1:
        return best, _MOST
    lead = scores[0][0] - scores[1][0]
    return best, min(_MOST, max(_LEAST, 1 / (1 + math.exp(-1.5 * lead))))
