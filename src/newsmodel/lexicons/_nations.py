"""The places whose names count anywhere, and the other names of nations."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from newsmodel.lexicons.loading import table, toml
from newsmodel.lexicons.place import Place, Places
from newsmodel.model import LocationKind


@functools.cache
def names() -> Mapping[str, Places]:
    """Give the places of each name, nations first, then by population."""
    found: dict[str, dict[Place, None]] = {}
    for row in table("nations.tsv"):
        nation = _nation(row)
        for name in (row["name"], *_cells(row["others"])):
            found.setdefault(name, {})[nation] = None
    for row in table("places.tsv"):
        place = _place(row)
        for name in (row["name"], *_cells(row["others"])):
            found.setdefault(name, {})[place] = None
    divisions = _divisions()
    for abbreviation, key in _abbreviations("newspaper"):
        if key in divisions:
            found[abbreviation] = {divisions[key]: None}
    return {name: tuple(places) for name, places in found.items()}


@functools.cache
def abbreviations() -> frozenset[str]:
    """Give the short names of divisions: "Ga."."""
    return frozenset(short for short, _ in _abbreviations("newspaper"))


@functools.cache
def postal() -> Mapping[str, Places]:
    """Give the divisions by postal code, which count only behind a comma."""
    divisions = _divisions()
    found: dict[str, list[Place]] = {}
    for code, key in _abbreviations("postal"):
        if key in divisions:
            found.setdefault(code, []).append(divisions[key])
    return {code: tuple(places) for code, places in found.items()}


@functools.cache
def adjectives() -> Mapping[str, Places]:
    """Give the nation of each adjective and of each name of one of its people."""
    found: dict[str, Places] = {}
    for row in table("nations.tsv"):
        nation = _nation(row)
        words = [w for c in ("adjectives", "demonyms") for w in _cells(row[c])]
        for word in words:
            if word[:1].isupper() and word not in names():
                found.setdefault(word, (nation,))
    return found


@functools.cache
def metonyms() -> frozenset[str]:
    """Give the names that stand for a government: of nations and their capitals."""
    found: set[str] = set()
    for row in table("nations.tsv"):
        cells = (row["others"], row["capitals"], row["metonyms"])
        found.update((row["name"], *(w for cell in cells for w in _cells(cell))))
    return frozenset(found)


@functools.cache
def nations_within() -> frozenset[tuple[str, str]]:
    """Give country and name of the nations that make up a country: England."""
    rows = (row for row in table("nations.tsv") if row["kind"] == "constituent")
    return frozenset((row["country"], row["name"]) for row in rows)


def _abbreviations(style: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for country, entries in toml("states.toml")[style].items():
        for abbreviation, name in entries.items():
            yield abbreviation, (country, name)


@functools.cache
def _divisions() -> Mapping[tuple[str, str], Place]:
    return {
        (row["country"], row["name"]): _place(row)
        for row in table("places.tsv")
        if row["kind"] == LocationKind.STATE
    }


def _cells(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


def _point(row: Mapping[str, str]) -> tuple[float | None, float | None]:
    if not row["latitude"]:
        return None, None
    return float(row["latitude"]), float(row["longitude"])


@functools.lru_cache(maxsize=512)
def _nation_of(code: str) -> Place:
    row = next(r for r in table("nations.tsv") if r["code"] == code)
    constituent = row["kind"] == "constituent"
    kind = LocationKind.STATE if constituent else LocationKind.COUNTRY
    return Place(
        row["name"], kind, row["country"], "", *_point(row), _number(row["geonames_id"])
    )


def _nation(row: Mapping[str, str]) -> Place:
    return _nation_of(row["code"])


def _place(row: Mapping[str, str]) -> Place:
    return Place(
        row["name"],
        LocationKind(row["kind"]),
        row["country"] or None,
        row["division"],
        *_point(row),
        _number(row["geonames_id"]),
        _number(row["population"]) or 0,
        row["capital"],
        row["ambiguous"],
    )
