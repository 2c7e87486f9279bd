"""Places that the gazetteer may lack, told by the words around them."""

from __future__ import annotations

from typing import Final

import attrs

from newsmodel.lexicons import Place
from newsmodel.lexicons.place import Places
from newsmodel.model import LocationKind
from newsmodel.parsers._places_candidate import PlaceCandidate
from newsmodel.parsers._places_people import given_names
from newsmodel.parsers._places_scene import Scene

_SHORT: Final = 4
"""A word in capitals shorter than this is a code, not a name."""
_LONGEST: Final = 4
"""The most words of a name that the gazetteer need not have."""
_FULL_NAME: Final = 2
"""The words of a name that may be a person's: "Eli Lake"."""
_NAMED_AFTER: Final = frozenset((LocationKind.STATE, LocationKind.DISTRICT))
"""Kinds of places that have the name of their seat."""
_LIST: Final = 60
"""The most words of a list of names."""
_NOT_NAMES: Final = frozenset(
    "The A An In At On From For And But Of To By With Of No".split()
)
_ROADS: Final = frozenset("Street Road Avenue Highway District Park Square".split())
"""Nouns of places that also stand inside the names of bodies."""
_AREAS: Final = frozenset((LocationKind.STATE, LocationKind.COUNTRY))
_AND: Final = frozenset(", and or &".split())


def listed(scene: Scene, at: int, stop: int) -> PlaceCandidate | None:
    """Read a name in a list: "Barren, Clay and Metcalfe counties"."""
    noun = _noun_of_list(scene, at, stop) if scene.has_lists else None
    if noun is None:
        return None
    end, limit = at + 1, min(stop, at + _LONGEST)
    while end < limit and scene.texts[end][0].isupper():
        end += 1
    places = scene.look_up(f"{scene.words(at, end)} {noun}")
    if not places:
        return None
    return PlaceCandidate(at, end, tuple(places), told=True)


def featured(
    scene: Scene, at: int, stop: int, known: tuple[int, Places] | None
) -> PlaceCandidate | None:
    """Read "Alabuga special economic zone", "Barren County": a name and a noun."""
    if scene.texts[at] in _NOT_NAMES or _is_area(known):
        return None
    for end in range(at + 1, min(stop, at + _LONGEST)):
        noun = scene.parser.features.longest(scene.texts, end, stop)
        if noun is not None:
            last = end + noun[0]
            if _is_other(scene, (at, end, last), known) or _is_road(scene, last, stop):
                return None
            places = _seated(scene, (at, end, last), LocationKind(noun[1]))
            return PlaceCandidate(at, last, places, told=True)
        if not scene.texts[end][0].isupper():
            return None
    return None


def _is_other(
    scene: Scene, tokens: tuple[int, int, int], known: tuple[int, Places] | None
) -> bool:
    """Say whether a name before a noun is known without it, a school's, a person's."""
    at, noun, stop = tokens
    plain = known is not None and scene.texts[noun][0].islower()
    whole = known is not None and known[0] >= stop - at
    person = stop - at == _FULL_NAME and scene.texts[at] in given_names()
    return plain or whole or person or "School" in scene.texts[at:noun]


def _is_road(scene: Scene, end: int, stop: int) -> bool:
    """Say whether a noun that ends here is a part of a longer name: "Park Hotel"."""
    return _goes_on(scene, end, stop) and scene.texts[end - 1] in _ROADS


def _seated(scene: Scene, tokens: tuple[int, int, int], kind: LocationKind) -> Places:
    """Put an area or airport where the town is that it is named after."""
    at, noun, stop = tokens
    name = " ".join(scene.texts[at:stop])
    towns = scene.exact(at, noun) if kind in _NAMED_AFTER else ()
    named = (attrs.evolve(t, name=name, kind=kind, geonames_id=None) for t in towns)
    return tuple(named) or (Place(name, kind),)


def headed(
    scene: Scene, at: int, stop: int, known: tuple[int, Places] | None
) -> PlaceCandidate | None:
    """Read "Lake Xalo": a noun and a name that the gazetteer lacks."""
    noun = scene.parser.heads.longest(scene.texts, at, stop)
    if noun is None or (known is not None and known[0] > 1):
        return None
    first = end = at + noun[0]
    limit = min(stop, first + _LONGEST)
    while _goes_on(scene, end, limit) and end not in scene.parties.taken:
        end += 1
    if end == first:
        return None
    place = Place(scene.words(at, end), LocationKind(noun[1]))
    return PlaceCandidate(at, end, (place,), told=True)


def told(scene: Scene, at: int, stop: int) -> PlaceCandidate | None:
    """Read a name that the words around say is a place: "Lewisburg, Ohio"."""
    end = _run(scene, at, stop)
    if end is None:
        return None
    opened = at >= 2 and scene.texts[at - 1] == "of"
    kind = scene.parser.openers.get((scene.lower[at - 2],)) if opened else None
    sure = kind is not None or at == scene.dateline.start
    if not sure and not lies_in_state(scene, end, stop):
        return None
    words = (
        w.title() if w.isupper() and len(w) > 1 else w for w in scene.texts[at:end]
    )
    place = Place(" ".join(words), LocationKind(kind or "city"))
    return PlaceCandidate(at, end, (place,), told=True)


def lies_in_state(scene: Scene, at: int, stop: int) -> bool:
    """Say whether a comma and a division follow, and then a mark or nothing."""
    texts = scene.texts
    if at + 1 >= stop or texts[at] != ",":
        return False
    found = scene.longest(at + 1, stop)
    code = texts[at + 1]
    if found is None and code in scene.parser.postal:
        found = (1, scene.parser.postal[code])
    if found is None or found[1][0].kind is not LocationKind.STATE:
        return False
    end = at + 1 + found[0]
    return end >= stop or not texts[end][0].isalnum() or texts[end - 1][-1] == "."


def _noun_of_list(scene: Scene, at: int, stop: int) -> str | None:
    """Give the noun behind the list that a name stands in: "counties"."""
    parts = int(at > 0 and scene.texts[at - 1] in _AND)
    for end in range(at, min(stop, at + _LIST)):
        word = scene.texts[end]
        if parts and word in scene.parser.lists:
            return scene.parser.lists[word]
        if word in _AND:
            parts += 1
        elif not word[0].isupper():
            return None
    return None


def _run(scene: Scene, at: int, stop: int) -> int | None:
    """Give the end of the capitals from here; None for codes and long titles."""
    texts = scene.texts
    end = at
    while end < stop and texts[end][0].isupper() and end not in scene.parties.taken:
        if texts[end] in _NOT_NAMES or end - at == _LONGEST:
            return None
        end += 1
    short = end == at + 1 and texts[at].isupper() and len(texts[at]) < _SHORT
    return None if short else end


def _goes_on(scene: Scene, at: int, stop: int) -> bool:
    return at < stop and scene.texts[at][0].isupper()


def _is_area(known: tuple[int, Places] | None) -> bool:
    return known is not None and known[1][0].kind in _AREAS
