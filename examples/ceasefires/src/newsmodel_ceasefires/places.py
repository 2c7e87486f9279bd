"""Places of one's own, asked before those that ship with newsmodel."""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from newsmodel import LocationKind
from newsmodel.lexicons import Gazetteer, Place, WorldGazetteer
from newsmodel.parsers import LocationParser


class FrontGazetteer:
    """The crossings and camps of `places.tsv`, then the world."""

    _world = WorldGazetteer()

    def find(self, name: str) -> Sequence[Place]:
        """Give the places of a name."""
        return _places().get(name) or self._world.find(name)


class FrontLocationParser(LocationParser):
    """Reads places that newsmodel does not know."""

    gazetteer: ClassVar[Gazetteer] = FrontGazetteer()


@functools.cache
def _places() -> Mapping[str, tuple[Place, ...]]:
    text = Path(__file__).with_name("places.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {
        row["name"]: (
            Place(
                row["name"],
                LocationKind(row["kind"]),
                row["country"],
                latitude=float(row["latitude"]),
                longitude=float(row["longitude"]),
            ),
        )
        for row in csv.DictReader(lines, delimiter="\t")
    }
