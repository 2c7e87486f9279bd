"""
A window on the globe: which part of it a map shows, and where on the map things lie.

The projection is equirectangular, true to scale along the parallel in the middle of
the window, so that shapes near it look as they are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import attrs

WIDTH, HEIGHT = 420.0, 280.0
"""Size of a map in its own units."""
LAND_UNITS = 10
"""Units in one degree of the outline of land (`templates/land.svg`)."""
_LAND = -180, 190
"""First and last degree of longitude of that outline."""
_LEAST = 14.0
"""Degrees of latitude that a map shows at least; the outline of land is no finer."""
_MARGIN = 1.35
"""How much more than its places a map shows."""
_STEPS = (1, 2, 5, 10, 15, 30, 60)
_LINES = 5
"""Lines of the graticule across a window, about."""
_FLATTEST = 0.3
"""Length of a degree of longitude, in degrees of latitude, at least: near the poles."""


@attrs.frozen(kw_only=True)
class Line:
    """A line of the graticule."""

    at: float
    """Units from the left for a meridian, from the top for a parallel."""
    degrees: str
    """What to write beside it: "30° E"."""


@attrs.frozen(kw_only=True)
class Window:
    """The part of the globe that a map shows, WIDTH by HEIGHT units."""

    west: float
    """Degrees of longitude at the left, from -180 to below 180."""
    north: float
    """Degrees of latitude at the top; past the pole where there is room."""
    across: float
    """Units in a degree of longitude."""
    down: float
    """Units in a degree of latitude."""

    def x(self, longitude: float) -> float:
        """Give where a longitude lies, counted to the east from the left."""
        return (longitude - self.west) % 360 * self.across

    def y(self, latitude: float) -> float:
        """Give where a latitude lies, counted from the top."""
        return (self.north - latitude) * self.down

    @property
    def lands(self) -> tuple[float, ...]:
        """Give where longitude 0 lies for each outline of land that reaches in."""
        turns = (turn for turn in (-360, 0, 360) if self._reaches(turn))
        return tuple((turn - self.west) * self.across for turn in turns)

    @property
    def meridians(self) -> tuple[Line, ...]:
        """Give the lines of longitude, from the left."""
        step = _step(self._east - self.west)
        first, last = math.ceil(self.west / step), math.floor(self._east / step)
        degrees = (step * number for number in range(first, last + 1))
        return tuple(
            Line(at=(d - self.west) * self.across, degrees=_named(d, "E", "W"))
            for d in degrees
        )

    @property
    def parallels(self) -> tuple[Line, ...]:
        """Give the lines of latitude, from the top."""
        step = _step(HEIGHT / self.down)
        south = self.north - HEIGHT / self.down
        first, last = (
            math.ceil(max(south, -90) / step),
            math.floor(min(self.north, 90) / step),
        )
        degrees = (step * number for number in range(last, first - 1, -1))
        return tuple(Line(at=self.y(d), degrees=_named(d, "N", "S")) for d in degrees)

    def _reaches(self, turn: int) -> bool:
        first, last = _LAND
        return turn + first < self._east and turn + last > self.west

    @property
    def _east(self) -> float:
        """Degrees of longitude at the right, past 180 where the date line shows."""
        return self.west + WIDTH / self.across


def window(points: Sequence[tuple[float, float]]) -> Window:
    """
    Give the window that shows some points, at least one, with a margin around them.

    Args:
        points: Latitude and longitude of each, in degrees.

    Examples:
        >>> round(window([(60, 179), (60, -179)]).west)
        159
    """
    latitudes = [latitude for latitude, _ in points]
    south, north = min(latitudes), max(latitudes)
    west, breadth = _shortest([longitude for _, longitude in points])
    middle = (south + north) / 2
    flat = max(_FLATTEST, math.cos(math.radians(middle)))
    down = HEIGHT / min(180, max(_LEAST, (north - south) * _MARGIN))
    down = min(down, WIDTH / (min(360, max(1, breadth * _MARGIN)) * flat))
    across = max(down * flat, WIDTH / 360)
    left = west + breadth / 2 - WIDTH / across / 2
    height = HEIGHT / down
    return Window(
        west=(left + 180) % 360 - 180,
        north=max(min(90, middle + height / 2), min(90, height - 90)),
        across=across,
        down=down,
    )


def _shortest(longitudes: Sequence[float]) -> tuple[float, float]:
    """Give the start and the length of the shortest arc that holds all longitudes."""
    ordered = sorted({longitude % 360 for longitude in longitudes})
    gaps = [b - a for a, b in pairwise([*ordered, ordered[0] + 360])]
    widest = gaps.index(max(gaps))
    return ordered[(widest + 1) % len(ordered)], 360 - gaps[widest]


def _step(degrees: float) -> int:
    """Give the step of a graticule that cuts so many degrees into a few fields."""
    return next((s for s in _STEPS if s * _LINES >= degrees), _STEPS[-1])


def _named(degrees: int, positive: str, negative: str) -> str:
    """Name a longitude or latitude, a longitude past the date line by its own name."""
    turned = (degrees + 180) % 360 - 180 if positive == "E" else degrees
    side = positive if turned > 0 else negative
    return f"{abs(turned)}°" + (f" {side}" if turned % 180 else "")
