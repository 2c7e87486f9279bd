"""Places by name: what a gazetteer is, and the one that ships."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Protocol

from newsmodel.lexicons import _nations
from newsmodel.lexicons._spelling import folded
from newsmodel.lexicons.place import Place
from newsmodel.model import LocationKind


class Gazetteer(Protocol):
    """
    What `LocationParser` asks for places; bring your own with this one method.

    A parser keeps one instance for all stories and threads, so it must not change.
    """

    def find(self, name: str) -> Sequence[Place]:
        """
        Give the places of a name.

        Args:
            name: One to seven words as they stand in the text, single spaces between
                them: "Frankfurt am Main", "ST. LOUIS".  It begins with a capital.

        Returns:
            The places that bear it, the best known first; none for any other words.
        """
        ...


class WorldGazetteer:
    """
    The places that ship: countries, divisions, counties, towns, waters, landmarks.

    Towns have 5,000 people or more, in English-speaking countries 500; their facts are
    those of GeoNames (CC BY 4.0).  The tables are read when a name is first looked up,
    in about a tenth of a second, and are shared by all instances.

    Examples:
        >>> places = WorldGazetteer().find("Dublin")
        >>> [(place.country, place.division) for place in places[:3]]
        [('IE', 'Leinster'), ('US', 'California'), ('US', 'Ohio')]
    """

    def find(self, name: str) -> tuple[Place, ...]:
        """Give the places of a name, those known everywhere first, then by size."""
        return _find(name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WorldGazetteer)

    def __hash__(self) -> int:
        return hash(WorldGazetteer)


_TABLE: Final = Path(__file__).parent / "gazetteer.tsv"
_SHORT: Final = {"st.": "saint", "st": "saint", "mt.": "mount", "ft.": "fort"}
"""Short first words of names, which other names have in full."""
_LONG: Final = {"saint": "st.", "mount": "mt.", "fort": "ft."}


@functools.lru_cache(maxsize=8192)
def _find(name: str) -> tuple[Place, ...]:
    known = _nations.names().get(name, ())
    if name in _nations.abbreviations():
        return known
    keys = tuple(_keys(name))
    if not known:
        shouted = keys if name.isupper() else keys[1:]
        known = next((_known()[key] for key in shouted if key in _known()), ())
    numbers = {place.geonames_id for place in known}
    lesser = (place for key in keys for place in _lesser(key))
    return (*known, *dict.fromkeys(p for p in lesser if p.geonames_id not in numbers))


@functools.cache
def _known() -> Mapping[str, tuple[Place, ...]]:
    """Give the places that are known everywhere by their names in lower case."""
    return {folded(name): places for name, places in _nations.names().items()}


def _keys(name: str) -> Iterator[str]:
    """Give a name as the table has it, also with its first word short or in full."""
    key = folded(name)
    yield key
    first, space, rest = key.partition(" ")
    for words in (_SHORT, _LONG):
        if space and first in words:
            yield f"{words[first]} {rest}"


@functools.cache
def _lines() -> list[bytes]:
    """Give the lines of the table, sorted by their first cell."""
    lines = _TABLE.read_bytes().splitlines()
    head = next(n for n, line in enumerate(lines) if not line.startswith(b"#"))
    return lines[head + 1 :]


def _lesser(key: str) -> Iterator[Place]:
    """Give the places of the table by one name, the largest first."""
    lines = _lines()
    start = key.encode() + b"\t"
    at = bisect_left(lines, start)
    while at < len(lines) and lines[at].startswith(start):
        yield from _place(lines[at].decode())
        at += 1


def _place(line: str) -> Iterator[Place]:
    """Read a line; one without a point gives a place by another of its names."""
    key, name, kind, country, division, *rest = line.split("\t")
    north, east, number, people, ambiguous = rest
    if not north:
        known = (*_nations.names().get(name, ()), *_lesser(folded(name)))
        yield from (p for p in known if p.geonames_id == int(number))
        return
    yield Place(
        name or key.title(),
        LocationKind(kind),
        country,
        division,
        float(north),
        float(east),
        int(number),
        int(people or 0),
        ambiguous=ambiguous,
        minor=True,
    )
