"""Places that the gazetteer may lack, told by the words around them."""

from __future__ import annotations

from typing import Final

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
    noun = _noun_of_list(scene, at, stop)
    if noun is None:
        return None
    end = at + 1
    while end < stop and scene.texts[end][0].isupper():
        end += 1
    places = scene.parser.gazetteer.find(f"{scene.words(at, end)} {noun}")
    return PlaceCandidate(at, end, tuple(places)) if places else None


def featured(
    scene: Scene, at: int, stop: int, known: tuple[int, Places] | None
) -> PlaceCandidate | None:
    """Read "Alabuga special economic zone", "Barren County": a name and a noun."""
    texts, features = scene.texts, scene.parser.features
    if texts[at] in _NOT_NAMES or _is_area(known):
        return None
    for end in range(at + 1, min(stop, at + _LONGEST)):
        noun = features.longest(texts, end, stop)
        if noun is not None:
            size = end + noun[0] - at
            plain = known is not None and texts[end][0].islower()
            if plain or "School" in texts[at:end] or (known and known[0] >= size):
                return None
            if _goes_on(scene, at + size, stop) and texts[at + size - 1] in _ROADS:
                return None
            if size == _FULL_NAME and scene.texts[at] in given_names():
                return None
            name = " ".join(texts[at : at + size])
            place = Place(name, LocationKind(noun[1]))
            return PlaceCandidate(at, at + size, (place,), told=True)
        if not texts[end][0].isupper():
            return None
    return None


def headed(
    scene: Scene, at: int, stop: int, known: tuple[int, Places] | None
) -> PlaceCandidate | None:
    """Read "Lake Xalo": a noun and a name that the gazetteer lacks."""
    noun = scene.parser.heads.longest(scene.texts, at, stop)
    if noun is None or (known is not None and known[0] > 1):
        return None
    end = at + noun[0]
    if not _goes_on(scene, end, stop) or end in scene.parties.taken:
        return None
    place = Place(scene.words(at, end + 1), LocationKind(noun[1]))
    return PlaceCandidate(at, end + 1, (place,), told=True)


def told(scene: Scene, at: int, stop: int) -> PlaceCandidate | None:
    """Read a name that the words around say is a place: "Lewisburg, Ohio"."""
    end = _run(scene, at, stop)
    if end is None:
        return None
    told = at == scene.dateline.start or (
        at >= 2
        and scene.texts[at - 1] == "of"
        and scene.texts[at - 2].lower() in scene.parser.openers
    )
    if not told and not lies_in_state(scene, end, stop):
        return None
    words = (
        w.title() if w.isupper() and len(w) > 1 else w for w in scene.texts[at:end]
    )
    place = Place(" ".join(words), LocationKind.CITY)
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
    parts = 0
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
