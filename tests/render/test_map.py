"""The map: windows on the globe, and the places in them."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel.model import Location, LocationKind, Mention, MentionKind
from newsmodel.render._globe import HEIGHT, WIDTH, window
from newsmodel.render._map import draw

DEGREES = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def place(number: int, start: int, latitude: float, longitude: float) -> Location:
    """Make a town named "Town" at a place in the text and on the globe."""
    mention = Mention(start=start, end=start + 4, text="Town", kind=MentionKind.NAME)
    return Location(
        id=f"location-{number}",
        name="Town",
        kind=LocationKind.CITY,
        latitude=latitude,
        longitude=longitude,
        mentions=(mention,),
    )


class TestWindow:
    """Which part of the globe is shown."""

    def test_of_one_point_shows_what_is_around_it(self) -> None:
        """The point is in the middle."""
        shown = window([(52, 5)])

        assert shown.x(5) == pytest.approx(WIDTH / 2)
        assert shown.y(52) == pytest.approx(HEIGHT / 2)

    def test_crosses_the_date_line_where_that_is_shorter(self) -> None:
        """Fiji and Samoa are neighbours, and land is drawn on both sides."""
        shown = window([(-18, 178), (-14, -172)])

        assert WIDTH / shown.across < 40
        assert len(shown.lands) == 2
        assert "180°" in [line.degrees for line in shown.meridians]

    def test_ends_at_the_poles(self) -> None:
        """Near a pole it shows no more than there is."""
        assert window([(89, 0)]).north == 90
        assert window([(-89, 0)]).y(-90) == pytest.approx(HEIGHT)

    def test_names_its_lines(self) -> None:
        """Degrees have their side of the globe, those on the line none."""
        shown = window([(0, 0)])

        assert [line.degrees for line in shown.parallels] == ["5° N", "0°", "5° S"]
        assert "5° W" in [line.degrees for line in shown.meridians]

    @given(st.lists(DEGREES, min_size=1))
    def test_holds_all_points(self, points) -> None:
        """No point lies outside, and no line of the graticule either."""
        shown = window(points)

        for latitude, longitude in points:
            # A point on the left edge may round to the right one.
            assert -1e-6 <= shown.y(latitude) <= HEIGHT + 1e-6
            assert (
                0 <= shown.x(longitude) <= WIDTH + 1e-6
                or shown.across * 360 - shown.x(longitude) < 1e-6
            )
        for line in shown.meridians:
            assert -1e-6 <= line.at <= WIDTH + 1e-6
        for line in shown.parallels:
            assert -1e-6 <= line.at <= HEIGHT + 1e-6


class TestDraw:
    """Which places are drawn, and which have names."""

    def test_without_points_there_is_none(self) -> None:
        """A story without places has no map."""
        assert draw(newsmodel.parse("It rained.")) is None

    def test_flags_what_is_no_place(self) -> None:
        """A nationality does not widen the map, and a country is no point."""
        drawn = draw(
            newsmodel.parse("It rained in Paris and Lyon, a French paper said.")
        )
        flags = {s.place.name: (s.is_figurative, s.is_point) for s in drawn.spots}

        assert flags == {
            "Paris": (False, True),
            "Lyon": (False, True),
            "France": (True, False),
        }

    def test_shows_figurative_places_where_there_are_no_others(self) -> None:
        """A map of nationalities is better than an empty one."""
        drawn = draw(newsmodel.parse("Norwegian papers warned of queues."))

        assert [s.place.name for s in drawn.spots] == ["Norway"]

    @given(st.lists(DEGREES, min_size=1, max_size=12))
    def test_names_cover_nothing(self, points) -> None:
        """No name covers another or a spot, and all lie on the map."""
        places = tuple(place(n, 5 * n - 5, *point) for n, point in enumerate(points, 1))
        article = newsmodel.Article(text="Town " * len(points), locations=places)
        spots = draw(article).spots
        names = [s.label.box(s.place.name) for s in spots if s.label]

        assert all(box.fits() for box in names)
        assert not any(one.overlaps(other) for one, other in combinations(names, 2))
        assert not any(box.overlaps(s.box) for box in names for s in spots)
