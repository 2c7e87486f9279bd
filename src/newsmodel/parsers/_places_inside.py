"""Names that the words put into an area: "Paris, Texas"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from newsmodel.lexicons import Place
from newsmodel.lexicons.place import Places
from newsmodel.model import LocationKind
from newsmodel.parsers._places_candidate import PlaceCandidate

_AREAS: Final = (LocationKind.STATE, LocationKind.COUNTRY)
_MARKS: Final = ([","], ["("])
_INSIDE: Final = (*_MARKS, ["in"], [",", "in"])
"""What stands between a place and the area that it lies in."""

_Inside: TypeAlias = dict[str, Counter[Place]]
"""The areas that each name is put in."""


def put_inside(
    found: Sequence[PlaceCandidate], keys: Sequence[str], texts: list[str]
) -> dict[str, Places]:
    """Give the places that each name may mean after what it is said to lie in."""
    options: dict[str, Places] = {}
    for key, candidate in zip(keys, found, strict=True):
        if key not in options or options[key][0].latitude is None:
            options[key] = candidate.options
    inside, holds = _containment(found, keys, texts)
    for key, areas in inside.items():
        area = max(areas, key=lambda a: areas[a])
        fitting = tuple(p for p in options[key] if _lies_in(p, area))
        if fitting or options[key][0].kind not in _AREAS:
            options[key] = fitting or (_told(options[key][0], area),)
    options |= {key: (area,) for key, area in holds}
    return {key: _prominent(places) for key, places in options.items()}


def _prominent(places: Places) -> Places:
    """Leave out the towns that have the name of a division: "California"."""
    if places[0].minor or all(p.kind is not LocationKind.STATE for p in places):
        return places
    return tuple(place for place in places if not place.minor)


def _containment(
    found: Sequence[PlaceCandidate], keys: Sequence[str], texts: list[str]
) -> tuple[_Inside, list[tuple[str, Place]]]:
    """Give the areas that names are put in, and the names that those areas have."""
    inside: _Inside = {}
    holds: list[tuple[str, Place]] = []
    pairs = pairwise(zip(found, keys, strict=True))
    for (this, key), (following, larger) in pairs:
        gap = texts[this.stop : following.first]
        if gap not in _INSIDE or following.adjectival:
            continue
        for area in _areas(this, following, loose=gap not in _MARKS):
            inside.setdefault(key, Counter())[area] += 1
            holds.append((larger, area))
    return inside, holds


def _areas(
    this: PlaceCandidate, following: PlaceCandidate, *, loose: bool
) -> list[Place]:
    """Give the areas behind a name that it may lie in."""
    areas = [p for p in following.options if p.kind in _AREAS]
    fitting = [a for a in areas if any(_lies_in(p, a) for p in this.options)]
    first = this.options[0]
    if first.kind is LocationKind.STATE and not following.short:
        return [a for a in fitting if a.kind is LocationKind.COUNTRY]
    if following.options[0].kind is LocationKind.CITY and not first.minor:
        return [a for a in fitting if _lies_in(first, a)]
    if fitting or loose:
        return fitting
    listed = any(p.kind is LocationKind.STATE for p in this.options)
    sure = areas and not listed and all(p.kind in _AREAS for p in following.options)
    return [a for a in areas if a.kind is LocationKind.STATE][:1] if sure else []


def _lies_in(place: Place, area: Place) -> bool:
    if place.kind in _AREAS or place.country != area.country:
        return False
    return area.kind is LocationKind.COUNTRY or place.division == area.name


def _told(place: Place, area: Place) -> Place:
    """Make a place that the gazetteer lacks, in the area that the story puts it in."""
    division = area.name if area.kind is LocationKind.STATE else ""
    kind = LocationKind.CITY if place.kind in _AREAS else place.kind
    return Place(place.name, kind, area.country, division)
