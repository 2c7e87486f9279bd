"""How likely each place of a name is the one meant, given all names of a story."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

from newsmodel.lexicons import Place
from newsmodel.lexicons._nations import nations_within
from newsmodel.lexicons.place import Places
from newsmodel.model import LocationKind

_SIZES: Final = {
    LocationKind.COUNTRY: 8.0,
    LocationKind.CONTINENT: 8.0,
    LocationKind.REGION: 7.0,
    LocationKind.STATE: 6.8,
    LocationKind.WATER: 6.0,
}
"""How well known a kind is, on the scale of log10 of a city's population."""
_OTHER: Final = 7.0
"""Landmarks that the tables of well-known places have."""
_COUNTED: Final = frozenset((LocationKind.CITY, LocationKind.DISTRICT))
"""Kinds that are as well known as people live there; all lesser places are."""
_ROUNDS: Final = 3
"""How often beliefs are passed on; more change little."""
_Division: TypeAlias = tuple[str | None, str]
"""Country and name of a division."""
_Cell: TypeAlias = tuple[int, int]
"""A square of one degree."""
_Mass: TypeAlias = defaultdict[object, float]
"""How many names lie in each country, division and cell; under None, in any country."""


class Weights(NamedTuple):
    """
    What each piece of evidence adds to the log-odds of a place.

    Fitted to TR-News and LGL with `benchmarks/places.py --fit`.
    """

    size: float = 1.3
    """For each power of ten of the people who live there."""
    capital: float = 2.0
    """For the capital of a country."""
    country: float = 3.6
    """For the share of the story's other names that lie in its country."""
    division: float = 4.0
    """For the story's other names in its division, and the name of the division."""
    near: float = 2.5
    """For the story's other names within a degree or two."""


class Name:
    """
    A name of a story and what it may mean.

    Args:
        key: The name in lower case.
        options: Its places.
        weight: How much it says of where the story takes place.
    """

    __slots__ = ("beliefs", "key", "options", "weight")

    def __init__(self, key: str, options: Places, weight: float = 1.0) -> None:
        self.key = key
        self.options = options
        self.weight = weight
        self.beliefs: list[float] = []
        """Probability of each place, once a `Story` has weighed them."""

    def best(self) -> tuple[Place, float]:
        """Give the likeliest place and its probability."""
        belief = max(self.beliefs)
        return self.options[self.beliefs.index(belief)], belief


class Story:
    """
    What the names of a story say of where it takes place.

    Args:
        names: The distinct names.
        weights: What each piece of evidence adds.
    """

    def __init__(self, names: Iterable[Name], weights: Weights) -> None:
        self._names = tuple(names)
        self._weights = weights
        self._mass: _Mass = defaultdict(float)

    def weigh(self) -> None:
        """Give each name its beliefs."""
        size = self._weights.size
        for name in self._names:
            name.beliefs = _shares([size * _size(place) for place in name.options])
        for _ in range(_ROUNDS):
            self._mass = defaultdict(float)
            for name in self._names:
                for where, share in _spread(name).items():
                    self._mass[where] += share
            for name in self._names:
                name.beliefs = _shares([*self._scores(name)])

    def _scores(self, name: Name) -> Iterator[float]:
        own = _spread(name)
        for place in name.options:
            found = self.evidence(name, place, own)
            yield sum(w * x for w, x in zip(self._weights, found, strict=True))

    def evidence(self, name: Name, place: Place, own: _Mass) -> Weights:
        """Give what speaks for a place, in the order of the weights."""
        others = self._mass[None] - own[None]
        country = self._mass[place.country] - own[place.country] if place.country else 0
        division = _division(place)
        inside = self._mass[division] - own[division] if division else 0.0
        near = sum(self._mass[c] - own[c] for c in _around(place))
        return Weights(
            _size(place),
            float(place.capital == "nation"),
            country / (1 + others),
            inside / (1 + inside),
            near / (1 + near),
        )


def _spread(name: Name) -> _Mass:
    """Spread what a name says over countries, divisions and cells."""
    mass: _Mass = defaultdict(float)
    for place, belief in zip(name.options, name.beliefs, strict=True):
        share = name.weight * belief
        if place.country:
            mass[None] += share
            mass[place.country] += share
        if (division := _division(place)) is not None:
            mass[division] += share
        if place.latitude is not None and place.kind is not LocationKind.COUNTRY:
            mass[_cell(place)] += share
    return mass


def _division(place: Place) -> _Division | None:
    """Give the division that a place lies in or is; England is too large to tell."""
    if place.kind is LocationKind.STATE:
        return place.country, place.name
    if not place.division or (place.country, place.division) in nations_within():
        return None
    return place.country, place.division


def _size(place: Place) -> float:
    if place.kind in _COUNTED or place.minor:
        return math.log10(place.population + 1000)
    return _SIZES.get(place.kind, _OTHER)


def _cell(place: Place) -> _Cell:
    return math.floor(place.latitude or 0), math.floor(place.longitude or 0)


def _around(place: Place) -> Iterator[_Cell]:
    if place.latitude is not None and place.kind is not LocationKind.COUNTRY:
        north, east = _cell(place)
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                yield north + dy, east + dx


def _shares(scores: list[float]) -> list[float]:
    """Turn log-odds into probabilities."""
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    whole = sum(powers)
    return [power / whole for power in powers]
