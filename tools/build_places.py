"""
Build the table of places: our own facts joined with the towns of GeoNames.

Used by `build_lexicons.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from build_facts import City, Gazetteer, Row, fields, grouped, lines, missing

from newsmodel.lexicons._spelling import plain

LARGE = 100_000
FAMOUS = 500_000
MILLION = 1_000_000

PART = re.compile(r"Arrondissement|^Paris \d")
"""Parts of a city that GeoNames counts as towns."""


def places(gazetteer: Gazetteer, given: list[Row]) -> list[Row]:
    """Build the table of places: regions, great cities, divisions, other towns."""
    regions = [region(fields(line)) for line in lines("regions.txt")]
    divided, names, capitals = divisions(gazetteer)
    capitals |= national_capitals(gazetteer)
    towns = cities(gazetteer, names, capitals)
    first = [row for row in towns if famous(row, MILLION)]
    rows = [*regions, *first, *divided, *(row for row in towns if row not in first)]
    flags = ambiguous() | {"given": {row["name"] for row in given}}
    for row in rows:
        row["ambiguous"] = flag(row, flags)
    return rows


def place(name: str, kind: str, **more: object) -> Row:
    """Make a row of the table of places."""
    empty = dict.fromkeys(
        ("others", "country", "division", "latitude", "longitude"), ""
    ) | dict.fromkeys(("geonames_id", "population", "capital", "ambiguous"), "")
    return {"name": name, "others": "", "kind": kind, **empty, **texts(more)}


def texts(values: Mapping[str, object]) -> Row:
    """Write values as cells; degrees with four places."""
    return {
        key: f"{value:.4f}".rstrip("0").rstrip(".")
        if isinstance(value, float)
        else str(value)
        for key, value in values.items()
    }


def region(facts: list[str]) -> Row:
    """Make a row from the facts about a region, water, landform, zone or facility."""
    kind, name, others, country, division, at = facts
    latitude, longitude = at.split()
    return place(
        name,
        kind,
        others=others,
        country=country,
        division=division,
        latitude=latitude,
        longitude=longitude,
    )


def divisions(
    gazetteer: Gazetteer,
) -> tuple[list[Row], dict[tuple[str, str], str], dict[int, str]]:
    """
    Make a row for each first-level division.

    Returns:
        The rows, the names by country and GeoNames code, the capitals by number.
    """
    rows: list[Row] = []
    names: dict[tuple[str, str], str] = {}
    capitals: dict[int, str] = {}
    states = gazetteer.us_states
    codes = {state["name"]: state["code"] for state in states}
    numbers = {state["name"]: state["geonameid"] for state in states}
    for country, entry in grouped("divisions.txt"):
        written, _, rest = entry.partition(" = ")
        capital, _, at = rest.partition(" @ ")
        name, *others = written.split("|")
        code = codes.get(name, "") if country == "US" else ""
        town = gazetteer.find(country, capital, code)
        if town is None and not at:
            missing(f"capital of {name}", country, capital)
            continue
        if town is not None:
            names.setdefault((country, town["admin1code"]), name)
            capitals[town["geonameid"]] = "division"
        latitude, longitude = at.split() if at else middle(gazetteer, town)
        rows.append(
            place(
                name,
                "state",
                others="|".join(others),
                country=country,
                latitude=latitude,
                longitude=longitude,
                geonames_id=numbers.get(name, "") if country == "US" else "",
            )
        )
    return rows, names, capitals


def middle(gazetteer: Gazetteer, capital: City | None) -> tuple[str, str]:
    """
    Estimate the middle of a division from its towns.

    Squares of a quarter of a degree count once, so that crowded corners do not pull.
    """
    if capital is None:
        raise LookupError
    towns = gazetteer.divisions[capital["countrycode"], capital["admin1code"]]
    squares = {(int(t["latitude"] * 4), int(t["longitude"] * 4)) for t in towns}
    latitude = sum(north for north, _ in squares) / len(squares) / 4 + 0.125
    longitude = sum(east for _, east in squares) / len(squares) / 4 + 0.125
    return f"{latitude:.2f}", f"{longitude:.2f}"


def national_capitals(gazetteer: Gazetteer) -> dict[int, str]:
    """Give the numbers of the capitals of countries."""
    found: dict[int, str] = {}
    for line in lines("nations.txt"):
        code, capitals = fields(line)[0], fields(line)[6]
        towns = [gazetteer.find(code[:2], name) for name in capitals.split("|") if name]
        if capitals and not any(towns):
            missing("capital", code, capitals)
        kind = "division" if "-" in code else "nation"
        found |= {town["geonameid"]: kind for town in towns if town}
    return found


def cities(
    gazetteer: Gazetteer,
    divided: Mapping[tuple[str, str], str],
    capitals: Mapping[int, str],
) -> list[Row]:
    """Make rows for large cities, capitals and the towns in the news."""
    renamed: dict[int, list[str]] = {}
    for country, entry in grouped("towns.txt"):
        name, _, news = entry.partition(" = ")
        town = gazetteer.find(country, name)
        if town is None:
            missing("town", country, name)
            continue
        renamed.setdefault(town["geonameid"], news.split("|") if news else [name])
    states = {row["code"]: row["name"] for row in gazetteer.us_states}
    rows = []
    for town in gazetteer.towns:
        number, country = town["geonameid"], town["countrycode"]
        known = number in capitals or number in renamed
        if not known and (town["population"] < LARGE or PART.search(town["name"])):
            continue
        code = town["admin1code"]
        name, *others = renamed.get(number, [town["name"]])
        rows.append(
            place(
                name,
                "city",
                others="|".join(dict.fromkeys([*others, *spellings(name, town)])),
                country=country,
                division=states.get(code, "")
                if country == "US"
                else divided.get((country, code), ""),
                latitude=town["latitude"],
                longitude=town["longitude"],
                geonames_id=number,
                population=town["population"],
                capital=capitals.get(number, ""),
            )
        )
    return rows


def spellings(name: str, town: City) -> Iterator[str]:
    """Give the name of GeoNames and the plain spellings of names with accents."""
    for spelling in (town["name"], plain(name), plain(town["name"])):
        if spelling != name:
            yield spelling


def ambiguous() -> dict[str, set[str]]:
    """Give the words and the names that are also places."""
    sets = {}
    for line in lines("ambiguous.txt"):
        kind, _, words = line.partition(":")
        sets[kind] = set(words.split())
    return sets


def flag(row: Row, flags: Mapping[str, set[str]]) -> str:
    """Tell whether the name of a place is also a word, or the name of a person."""
    name = row["name"]
    if row["kind"] == "city" and name in flags["word"]:
        return "word"
    if name in flags["name"]:
        return "name"
    small = row["kind"] == "city" and not famous(row, FAMOUS)
    return "name" if small and name in flags["given"] else ""


def famous(row: Row, population: int) -> bool:
    """Tell whether a town is a capital or has so many people."""
    return row["capital"] == "nation" or int(row["population"] or 0) > population
