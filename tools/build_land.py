"""
Build the outline of land that maps of the report are drawn on.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/build_land.py package/land-110m.json

The file is Natural Earth's land at 1:110 million (public domain) as a TopoJSON of the
npm package world-atlas; https://github.com/topojson/topojson-specification says how
its arcs are coded.  Borders are left out: a map of a story takes no side in them.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain, groupby, pairwise
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "src/newsmodel/render/templates/land.svg"
UNITS = 10
"""Units of the drawing in one degree; y points south."""
TURN = 360 * UNITS
SMALLEST = 4
"""Points of the smallest ring that is worth drawing, its first point twice."""
HEAD = """\
{# Land for the maps, in tenths of a degree, y to the south. #}
{# Source: Natural Earth 1:110m through world-atlas 2.0.2. Licence: public domain. #}
{# Written by tools/build_land.py. #}
"""

Point = tuple[int, int]


def drawing(topology: dict[str, Any]) -> str:
    """Give the land of a topology as an SVG symbol."""
    arcs = [list(points(arc, topology["transform"])) for arc in topology["arcs"]]
    (land,) = topology["objects"]["land"]["geometries"]
    rings = [ring(r, arcs) for polygon in land["arcs"] for r in polygon]
    paths = "\n".join(path(r) for r in rings if len(r) >= SMALLEST)
    return f'{HEAD}<path id="land" d="{paths}"/>\n'


def points(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    """Give the points of an arc in units of the drawing."""
    (width, height), (west, south) = transform["scale"], transform["translate"]
    longitudes = accumulate(x for x, _ in arc)
    latitudes = accumulate(y for _, y in arc)
    for x, y in zip(longitudes, latitudes, strict=True):
        yield round((west + x * width) * UNITS), -round((south + y * height) * UNITS)


def ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Join arcs to a ring; a negative number is an arc from its end to its start."""
    ways = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    points = (point for point, _ in groupby(chain.from_iterable(ways)))
    return around_the_pole(home(list(past_the_date_line(points))))


def past_the_date_line(points: Iterable[Point]) -> Iterator[Point]:
    """Let a ring go on past 180 degrees rather than leap to the other side."""
    before = 0
    for x, y in points:
        turns = round((x - before) / TURN)
        before = x - turns * TURN
        yield before, y


def home(points: list[Point]) -> list[Point]:
    """Turn a ring back to where the middle of it lies between -180 and 180 degrees."""
    longitudes = [x for x, _ in points]
    turns = round((min(longitudes) + max(longitudes)) / 2 / TURN)
    return [(x - turns * TURN, y) for x, y in points]


def around_the_pole(points: list[Point]) -> list[Point]:
    """Close a ring that went once round the globe by the edge of the map."""
    (first, y), *_, (last, _) = points
    if first == last:
        return points
    pole = 90 * UNITS if y > 0 else -90 * UNITS
    return [*points, (last, pole), (first, pole), points[0]]


def path(points: list[Point]) -> str:
    """Write a ring as an SVG path, each point relative to the one before."""
    (x, y), *_ = points
    steps = (f"l{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(points[:-1]))
    return f"M{x} {y}{''.join(steps)}z".replace(" -", "-")


def main() -> None:
    """Write the outline from the file that the command names."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    TARGET.write_text(drawing(topology), encoding="utf-8")


if __name__ == "__main__":
    main()
