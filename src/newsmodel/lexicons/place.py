"""One place of a gazetteer."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from newsmodel.model import LocationKind


@attrs.frozen
class Place:
    """
    A place of a gazetteer.

    Values are checked when a `Location` is made of them, not here.

    Examples:
        >>> Place("Narnia", LocationKind.COUNTRY)
        Place(name='Narnia', kind=<LocationKind.COUNTRY: 'country'>, ...)
    """

    name: str
    """The common English name, as the `Location` will have it."""
    kind: LocationKind
    """What kind of place it is."""
    country: str | None = None
    """The country it lies in, ISO 3166-1 alpha-2."""
    division: str = ""
    """Name of the first-level division it lies in: "Ohio"."""
    latitude: float | None = None
    """WGS 84 degrees north of a reference point, or None where unknown."""
    longitude: float | None = None
    """WGS 84 degrees east of a reference point, or None where unknown."""
    geonames_id: int | None = None
    """Number of the place in GeoNames."""
    population: int = 0
    """People who live there, 0 where unknown; larger namesakes are meant more often."""
    capital: str = ""
    """"nation" or "division" for their capitals."""
    ambiguous: str = ""
    """"word" or "name" where the name is also something else."""
    minor: bool = False
    """Whether its name is a place only where the words around say so."""


Places: TypeAlias = tuple[Place, ...]
"""The places of one name, the best known first."""
