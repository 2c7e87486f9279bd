"""Names in a text that may be places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from newsmodel.lexicons import Lexicon, Place
from newsmodel.lexicons.place import Places
from newsmodel.model import LocationKind
from newsmodel.parsers._places_scene import Scene

_SHORT: Final = 4
"""A word in capitals shorter than this is a code, not a name."""
_LONGEST: Final = 4
"""The most words of a name that the gazetteer need not have."""
_NOT_NAMES: Final = frozenset(
    "The A An In At On From For And But Of To By With Of No".split()
)
_ROADS: Final = frozenset("Street Road Avenue Highway District Park Square".split())
"""Nouns of places that also stand inside the names of bodies."""
_AREAS: Final = frozenset((LocationKind.STATE, LocationKind.COUNTRY))
_AND: Final = frozenset(", and or &".split())
_LIST: Final = 60
"""The most words of a list of names."""
_SAINTS: Final = frozenset("St St. Saint Mt Mt.".split())
_WHERE: Final = frozenset("in near outside".split())
"""Prepositions behind which even the name of a person is a place."""


class PlaceCandidate(NamedTuple):
    """Tokens `[first, stop)` that may name a place, and the places of that name."""

    first: int
    stop: int
    options: Places
    """Namesakes; the one meant stands alone once it is resolved."""
    adjectival: bool = False
    metonymic: bool = False
    told: bool = False
    """Whether only the words around say that it is a place."""
    learned: float = 0.0
    """Probability of a place that only the tagger knows."""
    confidence: float = 1.0
    short: bool = False
    """Whether it is an abbreviation: "Pa.", "PA"."""


class Finder:
    """
    Looks names of places up in one story.

    Args:
        scene: The story.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._parser = scene.parser
        self._texts = scene.texts
        self._parties = scene.parties

    def all(self) -> Iterator[PlaceCandidate]:
        """Give the names of the story, the longest at each word, in order."""
        texts, taken = self._texts, self._parties.taken
        for first, stop in self._scene.ranges:
            at = first
            while at < stop:
                size = 1
                if texts[at][0].isupper() and (at not in taken or self._there(at)):
                    found = self._listed(at, stop) or self._at(at, stop)
                    if found is not None:
                        size = found.stop - at
                        yield found
                at += size

    def _there(self, at: int) -> bool:
        """Say whether a whole name that is a person's is a place here: "in Glen Allen"."""
        if self._scene.before(at) not in _WHERE:
            return False
        end = at + 1
        while end in self._parties.taken and self._texts[end][0].isupper():
            end += 1
        return bool(self._scene.exact(at, end))

    def _listed(self, at: int, stop: int) -> PlaceCandidate | None:
        """Read a name in a list: "Barren, Clay and Metcalfe counties"."""
        noun = self._noun_of_list(at, stop)
        if noun is None:
            return None
        end = at + 1
        while end < stop and self._texts[end][0].isupper():
            end += 1
        places = self._parser.gazetteer.find(f"{self._scene.words(at, end)} {noun}")
        return PlaceCandidate(at, end, tuple(places)) if places else None

    def _noun_of_list(self, at: int, stop: int) -> str | None:
        """Give the noun behind the list that a name stands in: "counties"."""
        parts = 0
        for end in range(at, min(stop, at + _LIST)):
            word = self._texts[end]
            if parts and word in self._parser.lists:
                return self._parser.lists[word]
            if word in _AND:
                parts += 1
            elif not word[0].isupper():
                return None
        return None

    def _at(self, at: int, stop: int) -> PlaceCandidate | None:
        texts, parser = self._texts, self._parser
        found = self._known(at, stop)
        feature = self._feature(at, stop, found) or self._headed(at, stop, found)
        if feature is not None:
            return feature
        if found is not None and not found[1][0].minor:
            short = texts[at + found[0] - 1].endswith(".")
            return PlaceCandidate(at, at + found[0], found[1], short=short)
        nation = parser.adjectives.longest(texts, at, stop)
        if nation is not None:
            double = texts[at + 1 : at + 2] == ["-"] or texts[at] not in parser.prefixes
            if at in self._parties.organised or not double:
                return None
            return PlaceCandidate(at, at + nation[0], nation[1], adjectival=True)
        if at >= 2 and texts[at - 1] == "," and texts[at] in parser.postal:
            return PlaceCandidate(at, at + 1, parser.postal[texts[at]], short=True)
        if found is not None:
            return PlaceCandidate(at, at + found[0], found[1])
        return self._told(at, stop)

    def _known(self, at: int, stop: int) -> tuple[int, Places] | None:
        """Look a name up; a plain word is a lesser town only before its state."""
        found = self._scene.longest(at, stop)
        if found is None or not found[1][0].minor:
            return found
        size, (place, *_) = found
        if place.ambiguous and not self._lies_in_state(at + size, stop):
            return None
        saint = self._texts[at] in _SAINTS
        owned = at + size < stop and self._texts[at + size] == "'s"
        return None if saint and owned else found

    def _feature(
        self, at: int, stop: int, known: tuple[int, Places] | None
    ) -> PlaceCandidate | None:
        """Read "Alabuga special economic zone", "Barren County": a name and a noun."""
        texts, features = self._texts, self._parser.features
        if texts[at] in _NOT_NAMES or _is_area(known):
            return None
        for end in range(at + 1, min(stop, at + _LONGEST)):
            noun = features.longest(texts, end, stop)
            if noun is not None:
                size = end + noun[0] - at
                plain = known is not None and texts[end][0].islower()
                if plain or "School" in texts[at:end] or (known and known[0] >= size):
                    return None
                if self._goes_on(at + size, stop) and texts[at + size - 1] in _ROADS:
                    return None
                name = " ".join(texts[at : at + size])
                place = Place(name, LocationKind(noun[1]))
                return PlaceCandidate(at, at + size, (place,), told=True)
            if not texts[end][0].isupper():
                return None
        return None

    def _headed(
        self, at: int, stop: int, known: tuple[int, Places] | None
    ) -> PlaceCandidate | None:
        """Read "Lake Xalo": a noun and a name that the gazetteer lacks."""
        noun = self._parser.heads.longest(self._texts, at, stop)
        if noun is None or (known is not None and known[0] > 1):
            return None
        end = at + noun[0]
        if not self._goes_on(end, stop) or end in self._parties.taken:
            return None
        place = Place(self._scene.words(at, end + 1), LocationKind(noun[1]))
        return PlaceCandidate(at, end + 1, (place,), told=True)

    def _goes_on(self, at: int, stop: int) -> bool:
        return at < stop and self._texts[at][0].isupper()

    def _told(self, at: int, stop: int) -> PlaceCandidate | None:
        """Read a name that the words around say is a place: "Lewisburg, Ohio"."""
        end = self._run(at, stop)
        if end is None:
            return None
        told = at == self._scene.dateline.start or (
            at >= 2
            and self._texts[at - 1] == "of"
            and self._texts[at - 2].lower() in self._parser.openers
        )
        if not told and not self._lies_in_state(end, stop):
            return None
        words = (
            w.title() if w.isupper() and len(w) > 1 else w for w in self._texts[at:end]
        )
        place = Place(" ".join(words), LocationKind.CITY)
        return PlaceCandidate(at, end, (place,), told=True)

    def _run(self, at: int, stop: int) -> int | None:
        """Give the end of the capitals from here; None for codes and long titles."""
        texts = self._texts
        end = at
        while end < stop and texts[end][0].isupper() and end not in self._parties.taken:
            if texts[end] in _NOT_NAMES or end - at == _LONGEST:
                return None
            end += 1
        short = end == at + 1 and texts[at].isupper() and len(texts[at]) < _SHORT
        return None if short else end

    def _lies_in_state(self, at: int, stop: int) -> bool:
        """Say whether a comma and a division follow, and then a mark or nothing."""
        texts = self._texts
        if at + 1 >= stop or texts[at] != ",":
            return False
        found = self._scene.longest(at + 1, stop)
        code = texts[at + 1]
        if found is None and code in self._parser.postal:
            found = (1, self._parser.postal[code])
        if found is None or found[1][0].kind is not LocationKind.STATE:
            return False
        end = at + 1 + found[0]
        return end >= stop or not texts[end][0].isalnum() or texts[end - 1][-1] == "."


def _is_area(known: tuple[int, Places] | None) -> bool:
    return known is not None and known[1][0].kind in _AREAS


def again(candidates: list[PlaceCandidate], scene: Scene) -> list[PlaceCandidate]:
    """Add the other namings of the cities that only the words around told."""
    texts = scene.texts
    told = {
        tuple(texts[c.first : c.stop]): c.options
        for c in candidates
        if c.told and c.options[0].kind is LocationKind.CITY
    }
    title = {tuple(w.title() for w in words): places for words, places in told.items()}
    names = Lexicon.of({**title, **told})
    taken = scene.parties.taken
    covered = set(taken).union(*(range(c.first, c.stop) for c in candidates))
    found = list(candidates)
    for first, stop in scene.ranges if told else ():
        for at in range(first, stop):
            match = names.longest(texts, at, stop) if texts[at][0].isupper() else None
            if match and covered.isdisjoint(range(at, at + match[0])):
                found.append(PlaceCandidate(at, at + match[0], match[1], told=True))
    return sorted(found, key=lambda c: (c.first, c.stop))
