"""Names in a text that may be places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsmodel.lexicons import Lexicon
from newsmodel.lexicons.place import Places
from newsmodel.model import LocationKind
from newsmodel.parsers._actors_words import is_address, word_set
from newsmodel.parsers._places_candidate import PlaceCandidate
from newsmodel.parsers._places_scene import Scene
from newsmodel.parsers._places_told import (
    featured,
    headed,
    lies_in_state,
    listed,
    told,
)

_LONGEST: Final = 7
"""The most words of a name that is a person's."""
_SAINTS: Final = frozenset("St St. Saint Mt Mt.".split())
_WHERE: Final = frozenset("in near outside".split())
"""Prepositions behind which even the name of a person is a place."""


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
                if texts[at][0].isupper() and (
                    at not in taken or self._there(at, stop)
                ):
                    found = listed(self._scene, at, stop) or self._at(at, stop)
                    if found is not None:
                        size = found.stop - at
                        yield found
                at += size

    def _there(self, at: int, stop: int) -> bool:
        """Say whether a taken name is a place: "in Glen Allen", "Kay County"."""
        end, limit = at + 1, min(stop, at + _LONGEST)
        while end < limit and self._texts[end][0].isupper():
            end += 1
        while end > at + 1 and end - 1 not in self._parties.taken:
            end -= 1
        places = self._scene.exact(at, end)
        county = places and places[0].kind is LocationKind.DISTRICT and end > at + 1
        return bool(county or (places and self._scene.before(at) in _WHERE))

    def _at(self, at: int, stop: int) -> PlaceCandidate | None:
        scene = self._scene
        found = self._known(at, stop)
        feature = featured(scene, at, stop, found) or headed(scene, at, stop, found)
        if feature is not None:
            return feature
        known = None if found is None else PlaceCandidate(at, at + found[0], found[1])
        if known is not None and not known.options[0].minor:
            return known._replace(short=self._texts[known.stop - 1].endswith("."))
        return self._nation(at, stop) or known or told(scene, at, stop)

    def _nation(self, at: int, stop: int) -> PlaceCandidate | None:
        """Read an adjective or a postal code; nothing in the name of a body."""
        texts, parser = self._texts, self._parser
        nation = parser.adjectives.longest(texts, at, stop)
        if nation is not None:
            double = texts[at + 1 : at + 2] == ["-"] or texts[at] not in parser.prefixes
            if at in self._parties.organised or not double:
                return None
            if is_address(texts, at + nation[0]):
                return None
            return PlaceCandidate(at, at + nation[0], nation[1], adjectival=True)
        if at >= 2 and texts[at - 1] == "," and texts[at] in parser.postal:
            return PlaceCandidate(at, at + 1, parser.postal[texts[at]], short=True)
        return None

    def _known(self, at: int, stop: int) -> tuple[int, Places] | None:
        """Look a name up; a plain word is a lesser town only before its state."""
        found = self._scene.longest(at, stop)
        if found is not None and (river := self._river(at, at + found[0], stop)):
            return found[0], river
        if found is None or not found[1][0].minor:
            return found
        size, (place, *_) = found
        if place.ambiguous and not lies_in_state(self._scene, at + size, stop):
            return None
        saint = self._texts[at] in _SAINTS
        owned = at + size < stop and self._texts[at + size] == "'s"
        return None if saint and owned else found

    def _river(self, at: int, end: int, stop: int) -> Places:
        """Give the river that "the Hudson" names, where no other noun follows."""
        after = self._scene.lower[end] if end < stop else ""
        noun = after.isalpha() and after not in word_set("function")
        if self._scene.before(at) != "the" or noun:
            return ()
        places = self._scene.look_up(f"{self._scene.words(at, end)} River")
        return tuple(p for p in places if p.kind is LocationKind.WATER)


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
