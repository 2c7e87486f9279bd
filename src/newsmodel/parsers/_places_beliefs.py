"""How likely each place of a name is the one meant, given all names of a story."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

from newsmodel.lexicons import Place
from newsmodel.lexicons.place import Places
from newsmodel.model import LocationKind

_SIZES: Final = {
    LocationKind.COUNTRY: 8.0,
    LocationKind.CONTINENT: 8.0,
    LocationKind.REGION: 7.0,
    LocationKind.STATE: 6.5,
    LocationKind.WATER: 6.0,
}
"""How well known a kind is, on the scale of log10 of a city's population."""
_OTHER: Final = 5.0
_COUNTED: Final = frozenset((LocationKind.CITY, LocationKind.DISTRICT))
"""Kinds that are as well known as people live there; all lesser places are."""
_ROUNDS: Final = 3
"""How often beliefs are passed on; more change little."""
_Cell: TypeAlias = tuple[int, int]
"""A square of one degree."""


class Weights(NamedTuple):
    """
    What each piece of evidence adds to the log-odds of a place.

    Fitted to TR-News and LGL with `benchmarks/places.py --fit`.
    """

    size: float = 1.5
    """For each power of ten of the people who live there."""
    capital: float = 1.5
    """For the capital of a country."""
    country: float = 4.5
    """For the share of the story's other names that lie in its country."""
    named: float = 4.5
    """Where the story names the division it lies in."""
    division: float = 2.0
    """For the story's other names in its division."""
    near: float = 4.0
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
        self._named = _divisions(self._names)
        self._mass: Counter[object] = Counter()
        for name in self._names:
            name.beliefs = _shares([weights.size * _size(p) for p in name.options])
        for _ in range(_ROUNDS):
            self._mass = Counter()
            for name in self._names:
                self._mass.update(_spread(name))
            for name in self._names:
                name.beliefs = _shares([*self._scores(name)])

    def home(self, share: float) -> str | None:
        """Give the country of at least this share of the names, or None."""
        countries = {p.country for name in self._names for p in name.options}
        best = max(countries - {None}, key=lambda c: self._mass[c], default=None)
        if best is None or self._mass[best] < share * self._mass[None]:
            return None
        return best

    def _scores(self, name: Name) -> Iterator[float]:
        own = _spread(name)
        for place in name.options:
            found = self.evidence(name, place, own)
            yield sum(w * x for w, x in zip(self._weights, found, strict=True))

    def evidence(self, name: Name, place: Place, own: Counter[object]) -> Weights:
        """Give what speaks for a place, in the order of the weights."""
        others = self._mass[None] - own[None]
        country = self._mass[place.country] - own[place.country] if place.country else 0
        division = (place.country, place.division)
        inside = self._mass[division] - own[division] if place.division else 0.0
        near = sum(self._mass[c] - own[c] for c in _around(place))
        named = self._named.get(division, frozenset()) - {name.key}
        return Weights(
            _size(place),
            float(place.capital == "nation"),
            country / (1 + others),
            float(bool(named)),
            inside / (1 + inside),
            near / (1 + near),
        )


def _spread(name: Name) -> Counter[object]:
    """Spread what a name says over countries, divisions and cells."""
    mass: Counter[object] = Counter()
    for place, belief in zip(name.options, name.beliefs, strict=True):
        share = name.weight * belief
        if place.country:
            mass[None] += share
            mass[place.country] += share
        if place.division:
            mass[place.country, place.division] += share
        elif place.kind is LocationKind.STATE:
            mass[place.country, place.name] += share
        if place.latitude is not None and place.kind is not LocationKind.COUNTRY:
            mass[_cell(place)] += share
    return mass


def _divisions(names: Iterable[Name]) -> dict[tuple[str | None, str], frozenset[str]]:
    """Give the names that name each division first of all."""
    found: dict[tuple[str | None, str], set[str]] = {}
    for name in names:
        for place in name.options:
            if place.kind is LocationKind.STATE:
                found.setdefault((place.country, place.name), set()).add(name.key)
    return {division: frozenset(keys) for division, keys in found.items()}


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
