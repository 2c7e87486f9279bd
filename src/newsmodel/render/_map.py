"""The map: places at their coordinates, with names that do not cover each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from newsmodel.model import Article, Location, LocationKind
from newsmodel.render._globe import HEIGHT, WIDTH, Window, window

_POINTS = {LocationKind.CITY, LocationKind.DISTRICT, LocationKind.FACILITY}
_LETTER, _ASCENT, _LINE = 5.9, 8.5, 11.0
"""Width of a letter, and height of a name above its base line and in all, in units."""
_SIDE = 6.5
"""From the middle of a spot to the side of its name, in units."""
_SPOT = 4.0
"""Half the size of a spot, in units."""


@attrs.frozen
class Box:
    """A part of the map that something covers, in units from the top left."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Say whether two boxes share more than an edge."""
        return (
            min(self.right, other.right) > max(self.left, other.left)
            and min(self.bottom, other.bottom) > max(self.top, other.top)
        )  # fmt: skip

    def fits(self) -> bool:
        """Say whether the box lies on the map."""
        return (
            0 <= self.left <= self.right <= WIDTH
            and 0 <= self.top <= self.bottom <= HEIGHT
        )


@attrs.frozen(kw_only=True)
class Label:
    """Where a name stands beside its spot."""

    x: float
    """Units from the left of the point that the text is anchored to."""
    y: float
    """Units from the top of the base line."""
    anchor: str
    """Which part of the text stands there: "start", "middle" or "end"."""

    def box(self, name: str) -> Box:
        """Give the part of the map that a name covers here, about."""
        width = len(name) * _LETTER
        left = self.x - width * {"start": 0, "middle": 0.5, "end": 1}[self.anchor]
        top = self.y - _ASCENT
        return Box(left, top, left + width, top + _LINE)


@attrs.frozen(kw_only=True)
class Spot:
    """A place on the map."""

    place: Location
    """The place."""
    x: float
    """Units from the left."""
    y: float
    """Units from the top."""
    label: Label | None = None
    """Where its name stands, or None where there is no room for it."""

    @property
    def is_point(self) -> bool:
        """Whether it is a town or building; other points stand for a whole area."""
        return self.place.kind in _POINTS

    @property
    def is_figurative(self) -> bool:
        """Whether the story never names it as a place."""
        return is_figurative(self.place)

    @property
    def box(self) -> Box:
        """The part of the map that the spot covers."""
        return Box(self.x - _SPOT, self.y - _SPOT, self.x + _SPOT, self.y + _SPOT)


@attrs.frozen(kw_only=True)
class Map:
    """A window on the globe and the places in it."""

    window: Window
    """The window."""
    spots: tuple[Spot, ...]
    """The places, those that are named most first."""


def draw(article: Article) -> Map | None:
    """
    Draw the map of an article.

    The window fits the places that the story names as places.  Those that it names
    only as adjectives or for who acts there are drawn too, flagged, where they lie in
    the window.

    Returns:
        The map, or None where no place has coordinates.
    """
    found = [(p, point) for p in article.locations if (point := _point(p))]
    if not found:
        return None
    found.sort(key=lambda pair: (is_figurative(pair[0]), -len(pair[0].mentions)))
    literal = [point for place, point in found if not is_figurative(place)]
    shown = window(literal or [point for _, point in found])
    spots = (Spot(place=p, x=shown.x(lon), y=shown.y(lat)) for p, (lat, lon) in found)
    inside = [spot for spot in spots if spot.box.fits()]
    return Map(window=shown, spots=tuple(_labelled(inside)))


def is_figurative(place: Location) -> bool:
    """Say whether a story names a place only as an adjective or for who acts there."""
    return all(m.adjectival or m.metonymic for m in place.mentions)


def _point(place: Location) -> tuple[float, float] | None:
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _labelled(spots: Sequence[Spot]) -> Iterator[Spot]:
    """Give each spot its name where it covers no spot and no earlier name."""
    taken = [spot.box for spot in spots]
    for spot in spots:
        boxes = ((label, label.box(spot.place.name)) for label in _labels(spot))
        free = ((label, box) for label, box in boxes if _is_free(box, taken))
        label, box = next(free, (None, spot.box))
        taken.append(box)
        yield attrs.evolve(spot, label=label)


def _is_free(box: Box, taken: Sequence[Box]) -> bool:
    return box.fits() and not any(box.overlaps(other) for other in taken)


def _labels(spot: Spot) -> Iterator[Label]:
    """Give the places for a name, the best first."""
    x, y = spot.x, spot.y
    middle = y + _ASCENT / 2 - 1
    yield Label(x=x + _SIDE, y=middle, anchor="start")
    yield Label(x=x - _SIDE, y=middle, anchor="end")
    yield Label(x=x, y=y - _SIDE, anchor="middle")
    yield Label(x=x, y=y + _SIDE + _ASCENT, anchor="middle")
