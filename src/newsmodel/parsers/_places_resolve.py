"""Which of its namesakes a place is, by all that the story says."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

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
_COUNTRY: Final = 3.0
_DIVISION: Final = 3.0
_FORCED: Final = 20.0
_UNKNOWN: Final = 0.7
"""Share of right countries of places that the gazetteer lacks."""
_SURE: Final = 0.9
"""The same where the words name the area."""
_BIG: Final = 1_000_000
"""Population from which namesakes are seldom meant."""
_MAJORITY: Final = 0.6
"""Share of a country from which it counts for places of unknown country."""


class _Evidence(NamedTuple):
    """What the whole story says of where it takes place."""

    shares: dict[str, float]
    """Share of each country in the names without doubt."""
    divisions: dict[str, set[str]]
    """The names that name each division."""
    inside: dict[str, Counter[Place]]
    """The areas that each name is put in: "Paris, Texas"."""
    holds: set[tuple[str, Place]]
    """Names that something is put in, as the areas that they then are."""


def resolve(found: Sequence[PlaceCandidate], texts: list[str]) -> list[PlaceCandidate]:
    """Choose one place for each name, the same in the whole story."""
    evidence = _evidence(found, texts)
    chosen: dict[str, tuple[Place, float]] = {}
    resolved = []
    for candidate in found:
        key = _key(candidate, texts)
        if key not in chosen:
            chosen[key] = _choose(key, candidate, evidence)
        place, confidence = chosen[key]
        resolved.append(candidate._replace(options=(place,), confidence=confidence))
    return resolved


def _key(candidate: PlaceCandidate, texts: list[str]) -> str:
    return " ".join(texts[candidate.first : candidate.stop]).lower()


def _evidence(found: Sequence[PlaceCandidate], texts: list[str]) -> _Evidence:
    countries: Counter[str] = Counter()
    evidence = _Evidence({}, {}, {}, set())
    for at, candidate in enumerate(found):
        of = {p.country for p in candidate.options}
        if len(of) == 1 and (country := next(iter(of))):
            countries[country] += 1
        for place in candidate.options:
            if place.kind is LocationKind.STATE:
                key = f"{place.country} {place.name}"
                evidence.divisions.setdefault(key, set()).add(_key(candidate, texts))
        if at + 1 < len(found):
            _put_inside(candidate, found[at + 1], texts, evidence)
    total = sum(countries.values())
    if total:
        evidence.shares.update({c: n / total for c, n in countries.items()})
    return evidence


def _put_inside(
    this: PlaceCandidate,
    following: PlaceCandidate,
    texts: list[str],
    evidence: _Evidence,
) -> None:
    """Note the area that the next words put a place in."""
    gap = texts[this.stop : following.first]
    if gap not in ([","], ["("]) or following.adjectival:
        return
    areas = [p for p in following.options if p.kind in _AREAS]
    fitting = [a for a in areas if any(_lies_in(p, a) for p in this.options)]
    sure = areas and all(p.kind in _AREAS for p in following.options)
    states = [a for a in areas if a.kind is LocationKind.STATE] if sure else []
    for area in fitting or states[:1]:
        evidence.inside.setdefault(_key(this, texts), Counter())[area] += 1
        evidence.holds.add((_key(following, texts), area))


_AREAS: Final = (LocationKind.STATE, LocationKind.COUNTRY)


def _lies_in(place: Place, area: Place) -> bool:
    if place.kind in _AREAS or place.country != area.country:
        return False
    return area.kind is LocationKind.COUNTRY or place.division == area.name


def _choose(
    key: str, candidate: PlaceCandidate, evidence: _Evidence
) -> tuple[Place, float]:
    options = candidate.options
    inside = evidence.inside.get(key)
    if inside and options[0].kind not in _AREAS:
        area = max(inside, key=lambda a: inside[a])
        fitting = tuple(p for p in options if _lies_in(p, area))
        if not fitting:
            return _told(options[0], area), _SURE
        options = fitting
    if candidate.learned:
        return options[0], candidate.learned
    if candidate.told:
        return _told(options[0], _main_country(evidence)), _UNKNOWN
    scores = sorted(
        ((_score(key, p, evidence), -n) for n, p in enumerate(options)), reverse=True
    )
    best = options[-scores[0][1]]
    lead = scores[0][0] - scores[1][0] if len(scores) > 1 else _FORCED
    return best, _trust(best, sure=bool(inside)) / (1 + math.exp(-1.5 * lead))


def _trust(place: Place, *, sure: bool) -> float:
    """Say how often a place without namesakes in the gazetteer is the one meant."""
    if place.kind in _AREAS:
        return 0.98
    if sure:
        return 0.95
    if place.kind is LocationKind.CITY and place.population < _BIG:
        return 0.7
    return 0.85


def _told(place: Place, area: Place | None) -> Place:
    """Make a place that the gazetteer lacks, in the area that the story puts it in."""
    division = area.name if area and area.kind is LocationKind.STATE else ""
    country = area.country if area else None
    kind = LocationKind.CITY if place.kind in _AREAS else place.kind
    return Place(place.name, kind, country, division)


def _main_country(evidence: _Evidence) -> Place | None:
    shares = evidence.shares
    best = max(shares, key=lambda c: shares[c], default=None)
    if best is None or shares[best] < _MAJORITY:
        return None
    return Place(best, LocationKind.COUNTRY, best)


def _score(key: str, place: Place, evidence: _Evidence) -> float:
    points = _KINDS.get(place.kind, _OTHER)
    if place.kind is LocationKind.CITY:
        points = math.log10(place.population + 1000)
    points += _CAPITAL * (place.capital == "nation")
    points += _COUNTRY * evidence.shares.get(place.country or "", 0)
    division = evidence.divisions.get(f"{place.country} {place.division}", set())
    points += _DIVISION * bool(division - {key})
    return points + _FORCED * ((key, place) in evidence.holds)
