"""Which of its namesakes a place is, by all that the story says."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Final

from newsmodel.lexicons import Place
from newsmodel.lexicons.place import Places
from newsmodel.model import LocationKind
from newsmodel.parsers._places_beliefs import Name, weigh
from newsmodel.parsers._places_candidate import PlaceCandidate
from newsmodel.parsers._places_inside import put_inside
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
    keys = [_key(c, scene) for c in found]
    names = _names(found, keys, scene)
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


def _key(candidate: PlaceCandidate, scene: Scene) -> str:
    """Give what must be one place in a story: a name; of a river also its "the"."""
    words = scene.words(candidate.first, candidate.stop).casefold()
    river = candidate.options[0].kind is LocationKind.WATER
    return f"the {words}" if river else words


def _names(
    found: Sequence[PlaceCandidate], keys: Sequence[str], scene: Scene
) -> dict[str, Name]:
    """Give the distinct names of a story with what each may mean."""
    options = put_inside(found, keys, scene.texts)
    for key, candidate in zip(keys, found, strict=True):
        if _is_seat(candidate, scene):
            options[key] = _towns(options[key]) or options[key]
    first = dict(zip(reversed(keys), reversed(found), strict=True))
    return {
        key: Name(places, _ADJECTIVE if first[key].adjectival else 1.0)
        for key, places in options.items()
    }


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
        key = _key(other, scene)
        if other.options[0].kind in _AREAS and key not in names and key not in seen:
            seen.add(key)
            yield Name(other.options, _ADJECTIVE)


def _local(scene: Scene) -> Iterator[Name]:
    """Give the words of one country's news that the story has as names of it."""
    for word, countries in scene.parser.locals.items():
        if scene.has(word[0]):
            options = tuple(Place(c, LocationKind.COUNTRY, c) for c in countries)
            yield Name(options, _WORD)


def _trust(place: Place) -> float:
    """Say how often a place without namesakes in the gazetteer is the one meant."""
    if place.kind in _AREAS:
        return 0.985
    return 0.92 if place.minor else 0.96
