"""The facts in the data files: complete, unique, in range, with source and licence."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import takewhile
from pathlib import Path

import pytest

import newsmodel.lexicons
from newsmodel.lexicons import Lexicon, table, toml
from newsmodel.model import LocationKind

FILES = sorted(
    path
    for path in Path(newsmodel.lexicons.__file__).parent.iterdir()
    if path.suffix in {".toml", ".tsv"}
)
SIZE_LIMIT = 200_000
"""Bytes of a file as the wheel packs it."""
GAZETTEER_LIMIT = 2_500_000
"""The same of the tables of places together."""
GENDERS = {"f", "m", "u"}


PLACES = {"gazetteer.tsv", "nations.tsv", "places.tsv"}


def packed(path: Path) -> int:
    """Give the bytes of a file as the wheel packs it."""
    return len(zlib.compress(path.read_bytes(), 9))


def repeated(values: Iterable[object]) -> list[object]:
    """Give the values that occur more than once."""
    return [value for value, count in Counter(values).items() if count > 1]


def lists(cell: str) -> list[str]:
    """Split a cell of several values."""
    return cell.split("|") if cell else []


def find(rows: Iterable[Mapping[str, str]], **cells: str) -> Mapping[str, str]:
    """Give the first row with the cells."""
    return next(row for row in rows if cells.items() <= row.items())


class TestFiles:
    """Every file."""

    @pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
    def test_head_names_source_and_licence(self, path: Path) -> None:
        """The head says where the facts are from and who may use them."""
        text = path.read_text("utf-8").splitlines()
        head = "\n".join(takewhile(lambda line: line.startswith("#"), text))

        assert "Source:" in head
        assert "Licence:" in head

    @pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
    def test_is_small(self, path: Path) -> None:
        """No file weighs on the wheel; those of places have a limit together."""
        if path.name not in PLACES:
            assert packed(path) < SIZE_LIMIT

    def test_places_are_small(self) -> None:
        """All places weigh less than their limit."""
        assert sum(packed(p) for p in FILES if p.name in PLACES) < GAZETTEER_LIMIT


class TestNations:
    """nations.tsv."""

    rows = table("nations.tsv")

    def test_codes_and_names_are_unique(self) -> None:
        """No country stands twice."""
        assert not repeated(row["code"] for row in self.rows)
        assert not repeated(row["name"] for row in self.rows)

    def test_all_states_are_there(self) -> None:
        """The members of the United Nations, and those that some recognise."""
        states = [row["code"] for row in self.rows if row["kind"] == "state"]

        assert len(states) == 193 + len({"VA", "PS", "TW", "XK", "CK", "NU"})

    def test_states_have_their_words(self) -> None:
        """Each state has an adjective, a capital and, but for one, a people."""
        for row in self.rows:
            if row["kind"] == "state":
                assert row["adjectives"], row
                assert row["capitals"], row
                assert (row["demonyms"] and row["peoples"]) or row["code"] == "VA", row

    def test_points_are_on_the_globe(self) -> None:
        """Reference points are degrees."""
        for row in self.rows:
            assert abs(float(row["latitude"])) <= 90, row
            assert abs(float(row["longitude"])) <= 180, row

    def test_no_other_name_is_a_country(self) -> None:
        """Other names of one country are not those of another."""
        names = [
            name for row in self.rows for name in (row["name"], *lists(row["others"]))
        ]

        assert not repeated(names)

    @pytest.mark.parametrize(
        ("code", "column", "value"),
        [
            ("US", "others", "U.S."),
            ("GB", "others", "Britain"),
            ("IR", "adjectives", "Iranian"),
            ("IR", "peoples", "Iranians"),
            ("FR", "demonyms", "Frenchwoman"),
            ("PH", "demonyms", "Filipino"),
            ("NL", "metonyms", "The Hague"),
            ("UA", "metonyms", "Kiev"),
            ("GB-SCT", "adjectives", "Scottish"),
        ],
    )
    def test_words(self, code: str, column: str, value: str) -> None:
        """A sample of the words."""
        assert value in lists(find(self.rows, code=code)[column])

    @pytest.mark.parametrize(
        ("code", "latitude", "longitude"),
        [("US", 39.76, -98.5), ("RU", 60, 100), ("IR", 32, 53), ("UA", 49, 32)],
    )
    def test_points(self, code: str, latitude: float, longitude: float) -> None:
        """A sample of the points."""
        row = find(self.rows, code=code)

        assert (float(row["latitude"]), float(row["longitude"])) == (
            latitude,
            longitude,
        )


class TestPlaces:
    """places.tsv."""

    rows = table("places.tsv")

    def test_kinds_are_those_of_locations(self) -> None:
        """Each row is a location of the model."""
        assert {row["kind"] for row in self.rows} <= set(LocationKind)

    def test_cells_are_in_range(self) -> None:
        """Points are degrees, countries codes, numbers numbers, flags known."""
        codes = {row["code"] for row in table("nations.tsv")} | {""}
        for row in self.rows:
            assert row["name"], row
            assert abs(float(row["latitude"])) <= 90, row
            assert abs(float(row["longitude"])) <= 180, row
            assert row["country"] in codes, row
            assert (row["geonames_id"] or "0").isdigit(), row
            assert (row["population"] or "0").isdigit(), row
            assert row["capital"] in {"", "nation", "division"}, row
            assert row["ambiguous"] in {"", "word", "name"}, row

    def test_numbers_are_unique(self) -> None:
        """No place of GeoNames stands twice."""
        assert not repeated(
            row["geonames_id"] for row in self.rows if row["geonames_id"]
        )

    @pytest.mark.parametrize(
        ("name", "kind", "country", "latitude", "longitude"),
        [
            ("Makhachkala", "city", "RU", 42.98, 47.50),
            ("Voronezh", "city", "RU", 51.67, 39.19),
            ("Kyiv", "city", "UA", 50.45, 30.52),
            ("Moscow", "city", "RU", 55.75, 37.62),
            ("Tehran", "city", "IR", 35.69, 51.42),
            ("Alabuga", "zone", "RU", 55.82, 52.05),
            ("Ohio", "state", "US", 40.25, -83.0),
            ("Strait of Hormuz", "water", "", 26.6, 56.5),
            ("White House", "facility", "US", 38.9, -77.04),
        ],
    )
    def test_points(
        self, name: str, kind: str, country: str, latitude: float, longitude: float
    ) -> None:
        """The first row of a name is the place that most stories mean."""
        row = find(self.rows, name=name)

        assert (row["kind"], row["country"]) == (kind, country)
        assert float(row["latitude"]) == pytest.approx(latitude, abs=0.01)
        assert float(row["longitude"]) == pytest.approx(longitude, abs=0.01)

    @pytest.mark.parametrize(
        ("name", "flag"),
        [
            ("Reading", "word"),
            ("Jackson", "name"),
            ("Washington", "name"),
            ("Kyiv", ""),
        ],
    )
    def test_flags(self, name: str, flag: str) -> None:
        """Names that are also words or names of people are marked."""
        assert find(self.rows, name=name)["ambiguous"] == flag

    def test_other_spellings(self) -> None:
        """Cities have the names they had, and plain spellings."""
        assert "Kiev" in lists(find(self.rows, name="Kyiv")["others"])
        assert "Zürich" in lists(find(self.rows, name="Zurich", kind="city")["others"])

    def test_states_have_their_capital(self) -> None:
        """Every state of the United States has a capital and a point."""
        states = set(toml("states.toml")["postal"]["US"].values()) - {"Puerto Rico"}
        rows = [row for row in self.rows if row["country"] == "US"]

        assert states == {row["name"] for row in rows if row["kind"] == "state"}
        assert states <= {row["division"] for row in rows if row["capital"]}


class TestTitles:
    """titles.toml."""

    titles = toml("titles.toml")

    @pytest.mark.parametrize("section", ["honorifics", "titles", "roles"])
    def test_genders(self, section: str) -> None:
        """Every word has a gender or says that it tells none."""
        assert set(self.titles[section].values()) <= GENDERS

    def test_abbreviations_abbreviate_titles(self) -> None:
        """A short title stands among titles, honorifics or roles."""
        known = {**self.titles["titles"], **self.titles["honorifics"]}

        assert set(self.titles["abbreviations"]) <= {
            *known,
            *self.titles["roles"],
            "DA",
        }

    def test_phrases_make_lexicons(self) -> None:
        """Every phrase has words."""
        for section in ("honorifics", "titles", "abbreviations", "roles"):
            assert Lexicon.of(self.titles[section])
        assert Lexicon.words(self.titles["modifiers"])


class TestOrganisations:
    """organisations.toml."""

    organisations = toml("organisations.toml")

    def test_kinds_and_countries(self) -> None:
        """Kinds are those of actors, countries are known."""
        kinds = {"organisation", "government", "media"}
        codes = {row["code"] for row in table("nations.tsv")} | {""}
        bodies = self.organisations["bodies"]

        assert set(self.organisations["heads"].values()) == kinds
        assert {body["kind"] for body in bodies} == kinds
        assert {body["country"] for body in bodies} <= codes

    def test_names_are_unique(self) -> None:
        """A name or alias belongs to one body; ambiguous ones are its own."""
        bodies = self.organisations["bodies"]
        names = [name for body in bodies for name in (body["name"], *body["aliases"])]

        assert not repeated(names)
        assert len(bodies) >= 250
        for body in bodies:
            own = {body["name"], *body["aliases"]}
            assert set(body.get("ambiguous", ())) <= own, body

    def test_openers_are_heads(self) -> None:
        """A word that begins a name can also close one, but for a few."""
        openers = set(self.organisations["openers"])

        assert len(openers & set(self.organisations["heads"])) > len(openers) / 2


class TestGiven:
    """given.tsv."""

    def test_names_are_unique_and_have_a_gender(self) -> None:
        """One row a name."""
        rows = table("given.tsv")

        assert not repeated(row["name"] for row in rows)
        assert {row["gender"] for row in rows} == GENDERS


class TestGroups:
    """groups.toml."""

    groups = toml("groups.toml")

    def test_every_group_has_a_singular_or_none(self) -> None:
        """Collectives have no singular, all others have one."""
        groups = self.groups["groups"]

        assert not repeated(groups)
        assert set(groups) == {*self.groups["singulars"], *self.groups["collectives"]}

    def test_anonymous_sources(self) -> None:
        """The usual words are there."""
        assert {"sources", "people familiar with the matter"} <= {
            *self.groups["anonymous"]
        }
