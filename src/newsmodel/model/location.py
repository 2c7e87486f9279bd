"""Where the story takes place."""

from __future__ import annotations

import enum

import attrs

from newsmodel.errors import InvalidValueError
from newsmodel.model._checks import (
    Value,
    country,
    is_a,
    maybe,
    not_empty,
    probability,
    short,
    tuple_of,
    within,
)
from newsmodel.model.span import Mention, Passage


class LocationKind(enum.StrEnum):
    """What kind of place a place is."""

    CONTINENT = "continent"
    """Europe, Africa."""
    REGION = "region"
    """A region of the world or of a country without an office: Sahel, Donbas."""
    COUNTRY = "country"
    """A country or dependency with an ISO 3166-1 code."""
    STATE = "state"
    """A first-level division of a country: Ohio, Bavaria."""
    CITY = "city"
    """A city, town or village."""
    DISTRICT = "district"
    """A part of a city or division: a county, a quarter."""
    FACILITY = "facility"
    """A building or works: the Kremlin, an airport, a power plant."""
    WATER = "water"
    """A sea, ocean, lake, river or strait."""
    LANDFORM = "landform"
    """Mountains, islands, deserts, capes."""
    ZONE = "zone"
    """An area set apart: a special economic zone, a buffer zone."""
    OTHER = "other"
    """Anything else on a map."""


@attrs.frozen(kw_only=True, repr=False)
class Placement(Value):
    """A place given by its distance or direction from another one."""

    anchor: str = attrs.field(validator=not_empty)
    """Name of the place it is measured from: "Moscow"."""
    direction: str | None = attrs.field(default=None, validator=maybe(str))
    """A point of the compass in lower case ("east", "north-west"), or None."""
    distance: float | None = attrs.field(default=None)
    """Distance in kilometres, or None where the words give no number."""
    passage: Passage = attrs.field(validator=is_a(Passage))
    """The words: "several hundred miles east of Moscow"."""

    @distance.validator
    def _positive(self, _: object, value: float | None) -> None:
        if value is not None and not value >= 0:
            place = "Placement.distance"
            raise InvalidValueError(value, "kilometres of 0 or more, or None", place)

    def __repr__(self) -> str:
        return f"Placement({short(self.passage.text)})"


@attrs.frozen(kw_only=True, repr=False)
class Location(Value):
    """A place that the story names."""

    id: str = attrs.field(validator=not_empty)
    """`location-1`, `location-2`, ... in order of first mention."""
    name: str = attrs.field(validator=not_empty)
    """Common English name of the place, or the words where it is unknown."""
    kind: LocationKind = attrs.field(validator=is_a(LocationKind))
    """What kind of place it is."""
    country: str | None = attrs.field(default=None, validator=country)
    """The country it lies in, ISO 3166-1 alpha-2; None for seas and continents."""
    latitude: float | None = attrs.field(default=None, validator=within(-90, 90))
    """WGS 84 degrees north of a reference point, or None where unknown."""
    longitude: float | None = attrs.field(default=None, validator=within(-180, 180))
    """WGS 84 degrees east of a reference point, or None where unknown."""
    geonames_id: int | None = attrs.field(default=None, validator=maybe(int))
    """Number of the place in GeoNames, where the gazetteer has it."""
    within: Location | None = attrs.field(default=None)
    """The larger place it lies in, or None."""
    placement: Placement | None = attrs.field(default=None, validator=maybe(Placement))
    """Where the story puts it, relative to another place."""
    mentions: tuple[Mention, ...] = attrs.field(default=(), validator=tuple_of(Mention))
    """Every naming of it in the story, in order; flags say what is no place."""
    confidence: float = attrs.field(default=1.0, validator=probability)
    """Probability that this is the place meant."""

    def __attrs_post_init__(self) -> None:
        if (self.latitude is None) != (self.longitude is None):
            value = (self.latitude, self.longitude)
            raise InvalidValueError(value, "both degrees or neither", "Location")
        if self.within is not None and not isinstance(self.within, Location):
            raise InvalidValueError(
                self.within, "a Location or None", "Location.within"
            )

    def __repr__(self) -> str:
        where = f", {self.country}" if self.country else ""
        return f"Location({self.id}: {self.name}, {self.kind}{where})"
