"""Which of its namesakes a place is, by all that the story says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from newsmodel.lexicons import Place
from newsmodel.lexicons.place import Places
from newsmodel.model import LocationKind
from newsmodel.parsers._places_beliefs import Name, weigh
from newsmodel.parsers._places_candidate import PlaceCandidate
from newsmodel.parsers._places_scene import Scene

_ADJECTIVE: Final = 0.5
"""What an adjective says of where a story takes place, against a name."""
_WORD: Final = 0.25
"""What a word of one country's news says of it."""
_UNKNOWN: Final = 0.7
"""Share of right countries of places that the gazetteer lacks."""
_SURE: Final = 0.9
"""The same where the words name the area."""
_AREAS: Final = (LocationKind.STATE, LocationKind.COUNTRY)

_MARKS: Final = ([","], ["("])
_INSIDE: Final = (*_MARKS, ["in"], [",", "in"])
"""What stands between a place and the area that it lies in."""

_Inside: TypeAlias = dict[str, Counter[Place]]
"""The areas that each name is put in: "Paris, Texas"."""


def resolve(
    found: Sequence[PlaceCandidate], others: Sequence[PlaceCandidate], scene: Scene
) -> list[PlaceCandidate]:
    """
    Choose one place for each name, the same in the whole story.

    Args:
        found: The names of places.
        others: Names that are no places here, as "Kansas" in "Kansas Star"; states and
            nations among them tell where the story takes place.
        scene: The story.
    """
    keys = [scene.words(c.first, c.stop).casefold() for c in found]
    options = _options(found, keys, scene.texts)
    for key, candidate in zip(keys, found, strict=True):
        if _is_seat(candidate, scene):
            options[key] = _towns(options[key]) or options[key]
    first = dict(zip(reversed(keys), reversed(found), strict=True))
    names = {
        key: Name(places, _ADJECTIVE if first[key].adjectival else 1.0)
        for key, places in options.items()
    }
    hints = [*_areas_of(others, scene, names), *_local(scene)]
    weigh([*names.values(), *hints])
    resolved = []
    for key, candidate in zip(keys, found, strict=True):
        place, belief = names[key].best()
        confidence = belief * _trust(place)
        if place.latitude is None:
            confidence = candidate.learned or (_SURE if place.division else _UNKNOWN)
        resolved.append(candidate._replace(options=(place,), confidence=confidence))
    return resolved


def _is_seat(candidate: PlaceCandidate, scene: Scene) -> bool:
    """Say whether a town must be meant: in the dateline, or as a seat that acts."""
    first = candidate.first
    return first in scene.dateline or first in scene.parties.acting


def _towns(places: Places) -> Places:
    """Leave divisions out: "Washington"."""
    return tuple(p for p in places if p.kind is not LocationKind.STATE)


def _areas_of(
    others: Sequence[PlaceCandidate], scene: Scene, names: Container[str]
) -> Iterator[Name]:
    """Give the names of areas that are no places here, each once."""
    seen: set[str] = set()
    for other in others:
        key = scene.words(other.first, other.stop).casefold()
        if other.options[0].kind in _AREAS and key not in names and key not in seen:
            seen.add(key)
            yield Name(other.options, _ADJECTIVE)


def _local(scene: Scene) -> Iterator[Name]:
    """Give the words of one country's news that the story has as names of it."""
    for word, countries in scene.parser.locals.items():
        if scene.has(word[0]):
            options = tuple(Place(c, LocationKind.COUNTRY, c) for c in countries)
            yield Name(options, _WORD)


def _options(
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


def _trust(place: Place) -> float:
    """Say how often a place without namesakes in the gazetteer is the one meant."""
    if place.kind in _AREAS:
        return 0.985
    return 0.92 if place.minor else 0.96
