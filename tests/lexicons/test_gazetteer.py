"""The gazetteer that ships: names, namesakes, spellings, and the order of its table."""

from itertools import pairwise
from pathlib import Path

import pytest

import newsmodel.lexicons
from newsmodel.lexicons import Gazetteer, Place, WorldGazetteer, table
from newsmodel.model import LocationKind

TABLE = Path(newsmodel.lexicons.__file__).parent / "gazetteer.tsv"
LINES = [
    line.split("\t")
    for line in TABLE.read_text("utf-8").splitlines()
    if not line.startswith("#")
]
HEAD, *ROWS = LINES


def first(name: str) -> Place:
    """Give the best known place of a name."""
    gazetteer: Gazetteer = WorldGazetteer()
    return gazetteer.find(name)[0]


class TestWorldGazetteer:
    """`WorldGazetteer`."""

    @pytest.mark.parametrize(
        ("name", "country", "division", "point"),
        [
            ("Sedalia", "US", "Missouri", (39, -93)),
            ("Barren County", "US", "Kentucky", (37, -86)),
            ("Builth Wells", "GB", "Wales", (52, -3)),
            ("Paris", "FR", "Île-de-France", (49, 2)),
            ("Ohio", "US", "", (40, -83)),
        ],
    )
    def test_finds(
        self, name: str, country: str, division: str, point: tuple[int, int]
    ) -> None:
        """A name gives country, division and point."""
        place = first(name)

        assert (place.country, place.division) == (country, division)
        assert (round(place.latitude or 0), round(place.longitude or 0)) == point

    @pytest.mark.parametrize(
        ("name", "other"),
        [
            ("VIÑA DEL MAR", "Viña del Mar"),
            ("Builth wells", "Builth Wells"),
            ("Mt. Vernon", "Mount Vernon"),
            ("Saint Louis", "St. Louis"),
            ("Requínoa", "Requinoa"),
        ],
    )
    def test_spellings(self, name: str, other: str) -> None:
        """Capitals, accents and short first words find the same place."""
        assert first(name) == first(other)

    def test_namesakes_by_size(self) -> None:
        """Places known everywhere stand first, then the largest."""
        known, *minor = WorldGazetteer().find("Dublin")
        sizes = [place.population for place in minor]

        assert (known.country, known.minor) == ("IE", False)
        assert all(place.minor for place in minor)
        assert sizes == sorted(sizes, reverse=True)

    def test_abbreviations_are_their_states(self) -> None:
        """A short name of newspapers is nothing else."""
        assert [place.name for place in WorldGazetteer().find("Ga.")] == ["Georgia"]

    def test_other_names(self) -> None:
        """A town is found by a spelling that GeoNames also has."""
        row = next(row for row in ROWS if not row[HEAD.index("latitude")])
        numbers = {p.geonames_id for p in WorldGazetteer().find(row[0].title())}

        assert int(row[HEAD.index("geonames_id")]) in numbers

    @pytest.mark.parametrize("name", ["", "Xalo", "\t", "a\tb", "é" * 1000])
    def test_finds_nothing(self, name: str) -> None:
        """Other words have no place."""
        assert WorldGazetteer().find(name) == ()

    def test_equal(self) -> None:
        """All are the same."""
        assert len({WorldGazetteer(), WorldGazetteer()}) == 1
        assert WorldGazetteer() != "a gazetteer"


class TestTable:
    """gazetteer.tsv."""

    def test_is_sorted(self) -> None:
        """Names are in order, as the look-up needs them."""
        names = [row[0].encode() for row in ROWS]

        assert all(a <= b for a, b in pairwise(names))

    def test_is_in_range(self) -> None:
        """Kinds are known, points on the globe."""
        kinds = {row[HEAD.index("kind")] for row in ROWS}
        north = [float(row[HEAD.index("latitude")] or 0) for row in ROWS]
        east = [float(row[HEAD.index("longitude")] or 0) for row in ROWS]
        codes = {row["country"] for row in table("nations.tsv")}

        assert {row[HEAD.index("country")] for row in ROWS} <= codes
        assert kinds == {LocationKind.CITY, LocationKind.DISTRICT, LocationKind.STATE}
        assert -90 <= min(north) <= max(north) <= 90
        assert -180 <= min(east) <= max(east) <= 180
