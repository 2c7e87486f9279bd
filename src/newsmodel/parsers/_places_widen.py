"""Places inside longer ones, and what a story puts in or beside a town."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import attrs

from newsmodel.lexicons import Place
from newsmodel.model import LocationKind
from newsmodel.parsers._actors_learned import Names
from newsmodel.parsers._places_candidate import PlaceCandidate
from newsmodel.parsers._places_learned import kind_of
from newsmodel.parsers._places_scene import Scene
from newsmodel.tagging.evidence import NameKind, NameSpan

_NEAR: Final = 0.8
"""How sure it is that a place is where the story puts it."""
_MAJORITY: Final = 0.6
"""Share of a country from which it counts for places of unknown country."""
_LOCAL: Final = frozenset(LocationKind) - {
    LocationKind.CONTINENT,
    LocationKind.REGION,
    LocationKind.WATER,
}
"""Kinds of places that lie in one country."""
_IN: Final = (["in"], [",", "in"], ["near"], [",", "near"], ["outside"])
_OWN: Final = (["'s"], ["’s"], ["'"], ["’"])
"""What stands between a place and its town, and between a town and what it has."""
_AREAS: Final = frozenset(
    (
        LocationKind.CONTINENT,
        LocationKind.REGION,
        LocationKind.COUNTRY,
        LocationKind.STATE,
    )
)


def widen(
    scene: Scene, resolved: Sequence[PlaceCandidate], names: Names
) -> list[PlaceCandidate]:
    """Let "Northern Kenya" and "Dhaka Medical College" stand for the names in them."""
    wide: list[PlaceCandidate] = []
    for candidate in resolved:
        longer = _longer(candidate, names)
        if longer is None:
            wide.append(candidate)
        elif not wide or wide[-1].first != longer.first:
            wide.append(_widened(scene, candidate, longer))
    return wide


def put_beside(
    resolved: Sequence[PlaceCandidate], texts: list[str]
) -> list[PlaceCandidate]:
    """
    Put unlisted places where the story says: "Zed Park in Leeds", "Leeds's Zed Park".

    It has the point of the town, at every place where it is named.
    """
    beside: dict[tuple[str, Place], Place] = {}
    for one, other in pairwise(resolved):
        gap = [w.lower() for w in texts[one.stop : other.first]]
        if gap in _IN and _is_town(other):
            beside.setdefault(_named(one, texts), other.options[0])
        elif gap in _OWN and _is_town(one):
            beside.setdefault(_named(other, texts), one.options[0])
    return [_moved(c, beside.get(_named(c, texts))) for c in resolved]


def at_home(resolved: Sequence[PlaceCandidate]) -> list[PlaceCandidate]:
    """Give places of unknown country the one that most names of the story lie in."""
    countries = Counter(p.country for c in resolved for p in c.options if p.country)
    home, count = max(countries.items(), key=lambda n: n[1], default=("", 0))
    if not count or count < _MAJORITY * countries.total():
        return list(resolved)
    return [
        c._replace(options=(attrs.evolve(c.options[0], country=home),))
        if c.options[0].country is None and c.options[0].kind in _LOCAL
        else c
        for c in resolved
    ]


def _named(candidate: PlaceCandidate, texts: list[str]) -> tuple[str, Place]:
    words = texts[candidate.first : candidate.stop]
    return " ".join(words).lower(), candidate.options[0]


def _is_town(candidate: PlaceCandidate) -> bool:
    place = candidate.options[0]
    known = place.latitude is not None and not candidate.adjectival
    return known and place.kind is LocationKind.CITY


def _moved(candidate: PlaceCandidate, town: Place | None) -> PlaceCandidate:
    place = candidate.options[0]
    if town is None or place.latitude is not None or place.kind in _AREAS:
        return candidate
    if place.country not in (None, town.country):
        return candidate
    moved = attrs.evolve(
        place,
        country=town.country,
        division=town.division,
        latitude=town.latitude,
        longitude=town.longitude,
    )
    confidence = min(candidate.confidence, _NEAR)
    return candidate._replace(options=(moved,), confidence=confidence)


def _longer(candidate: PlaceCandidate, names: Names) -> NameSpan | None:
    """Give the learned place that a name is only a part of."""
    first, stop = candidate.first, candidate.stop
    for span in names.between(first, stop):
        around = span.first <= first and stop <= span.stop
        longer = around and span.stop - span.first > stop - first
        if span.kind is NameKind.PLACE and longer and not candidate.adjectival:
            return span
    return None


def _widened(scene: Scene, inner: PlaceCandidate, span: NameSpan) -> PlaceCandidate:
    """
    Make a place of a longer name, in the country of the place that it names.

    What is named after a town or a state is in it or near, and has its point; a part
    of a country has none.
    """
    words = tuple(scene.texts[span.first : span.stop])
    at = inner.options[0]
    wide = at.kind in (LocationKind.COUNTRY, LocationKind.CONTINENT)
    place = Place(
        scene.words(span.first, span.stop),
        kind_of(scene, words),
        at.country,
        at.name if at.kind is LocationKind.STATE else at.division,
        None if wide else at.latitude,
        None if wide else at.longitude,
    )
    confidence = min(inner.confidence, span.probability)
    return PlaceCandidate(
        span.first, span.stop, (place,), told=True, confidence=confidence
    )
