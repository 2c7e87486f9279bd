"""How likely each place of a name is the one meant, given all names of a story."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
_SLIGHT: Final = 0.01
"""Belief below which a place tells nothing of the others."""
_Division: TypeAlias = tuple[str | None, str]
"""Country and name of a division."""
_Cell: TypeAlias = tuple[int, int]
"""A square of one degree."""
_Mass: TypeAlias = defaultdict[object, float]
"""How many names lie in each country, division and cell; under None, in any country."""


class Weights(NamedTuple):
    """
    What each piece of evidence adds to the log-odds of a place.

    A conditional logit, fitted to TR-News (Kamalloo and Rafiei 2018) and LGL (Lieberman
    et al. 2010) by maximum likelihood, and rounded.
    """

    size: float = 1.3
    """For each power of ten of the people who live there."""
    capital: float = 3.0
    """For the capital of a country."""
    country: float = 3.6
    """For the share of the story's other names that lie in its country."""
    division: float = 4.0
    """For the story's other names in its division, and the name of the division."""
    near: float = 2.5
    """For the story's other names within a degree or two."""


_WEIGHTS: Final = Weights()


class Name:
    """
    A name of a story and what it may mean.

    Args:
        options: Its places.
        weight: How much it says of where the story takes place.
    """

    __slots__ = ("_cells", "_divisions", "_sizes", "beliefs", "options", "weight")

    def __init__(self, options: Places, weight: float = 1.0) -> None:
        self.options = options
        self.weight = weight
        self._sizes = [
            _WEIGHTS.size * _size(p) + _WEIGHTS.capital * (p.capital == "nation")
            for p in options
        ]
        self._divisions = [_division(p) for p in options]
        self._cells = [_cell(p) for p in options]
        self.beliefs = _shares(self._sizes)
        """Probability of each place."""

    def best(self) -> tuple[Place, float]:
        """Give the likeliest place and its probability."""
        belief = max(self.beliefs)
        return self.options[self.beliefs.index(belief)], belief

    def mass(self) -> _Mass:
        """Spread what the name says over countries, divisions and cells."""
        mass: _Mass = defaultdict(float)
        parts = zip(
            self.options, self.beliefs, self._divisions, self._cells, strict=True
        )
        for place, belief, division, cell in parts:
            share = self.weight * belief
            if share < _SLIGHT:
                continue
            if place.country:
                mass[None] += share
                mass[place.country] += share
            if division:
                mass[division] += share
            for near in _around(cell):
                mass[near] += share
        return mass

    def weigh(self, mass: _Mass, own: _Mass) -> None:
        """
        Take new beliefs from what all names say, this one's own part left out.

        Shares of a country lie in [0, 1]; names in the division and near by count
        less and less.
        """
        others = 1 + mass[None] - own[None]
        scores = []
        parts = zip(
            self.options, self._sizes, self._divisions, self._cells, strict=True
        )
        for place, size, division, cell in parts:
            country = mass[place.country] - own[place.country] if place.country else 0.0
            inside = mass[division] - own[division] if division else 0.0
            near = mass[cell] - own[cell] if cell else 0.0
            scores.append(
                size
                + _WEIGHTS.country * country / others
                + _WEIGHTS.division * inside / (1 + inside)
                + _WEIGHTS.near * near / (1 + near)
            )
        self.beliefs = _shares(scores)


def weigh(names: Iterable[Name]) -> None:
    """Give the names of one story their beliefs, each from all the others."""
    names = tuple(names)
    for _ in range(_ROUNDS):
        spread = [name.mass() for name in names]
        mass: _Mass = defaultdict(float)
        for own in spread:
            for where, share in own.items():
                mass[where] += share
        for name, own in zip(names, spread, strict=True):
            if len(name.options) > 1:
                name.weigh(mass, own)


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


def _cell(place: Place) -> _Cell | None:
    """Give the cell of a place; countries are too large to lie in one."""
    if place.latitude is None or place.kind is LocationKind.COUNTRY:
        return None
    return math.floor(place.latitude), math.floor(place.longitude or 0)


def _around(cell: _Cell | None) -> Iterator[_Cell]:
    """Give a cell and its neighbours."""
    if cell is not None:
        for north in (-1, 0, 1):
            for east in (-1, 0, 1):
                yield cell[0] + north, cell[1] + east


def _shares(scores: Sequence[float]) -> list[float]:
    """Turn log-odds into probabilities."""
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    whole = sum(powers)
    return [power / whole for power in powers]
