"""What `read_published` makes of printed dates."""

import datetime as dt

import attrs
import pytest

from newsmodel.model import Moment
from newsmodel.parsers import Reading
from newsmodel.parsers.layout import LayoutParser
from newsmodel.parsers.published import read_published
from newsmodel.text import Document

BODY = "A ferry with 120 people on board ran aground off Sandholm island on Saturday."


def moments(line: str, body: str = BODY) -> tuple[Moment | None, Moment | None]:
    """Read the moments of a story with this line under its headline."""
    text = f"Ferry runs aground off Sandholm\nBy Ann Lee\n{line}\n\n{body}"
    reading = Reading(document=Document(text))
    return read_published(attrs.evolve(reading, layout=LayoutParser().parse(reading)))


def shift(hours: float) -> dt.timezone:
    """Give a zone that many hours from UTC."""
    return dt.timezone(dt.timedelta(hours=hours))


DAY = dt.date(2023, 6, 10)


class TestReadPublished:
    """Days and times, their zones and labels."""

    @pytest.mark.parametrize(
        "line",
        [
            "10 June 2023",
            "June 10, 2023",
            "Saturday, June 10, 2023",
            "Sat 10 Jun 2023",
            "10th June 2023",
            "2023-06-10",
            "10.06.2023",
            "Published: 10 June, 2023",
            "Posted on Jun. 10, 2023",
            "By Ann Lee, June 10, 2023",
            "World | June 10, 2023",
            "Sat 10/06/2023",
            "Sat 06/10/2023",
        ],
    )
    def test_a_day_stays_a_date(self, line: str) -> None:
        """Without a time the result is a date."""
        published, modified = moments(line)

        assert published == DAY
        assert not isinstance(published, dt.datetime)
        assert modified is None

    @pytest.mark.parametrize(
        ("line", "time", "zone"),
        [
            ("June 10, 2023 at 4:56 p.m.", dt.time(16, 56), None),
            ("June 10, 2023, 12:05 AM", dt.time(0, 5), None),
            ("2023-06-10 21:21:50", dt.time(21, 21, 50), None),
            ("June 10, 2023 | 4:39 pm", dt.time(16, 39), None),
            ("Sat 10 Jun 2023 06.05 GMT", dt.time(6, 5), dt.UTC),
            ("Sat 10 Jun 2023 06.05 BST", dt.time(6, 5), shift(1)),
            ("2023-06-10T08:30:00Z", dt.time(8, 30), dt.UTC),
            ("2023-06-10T08:30+05:30", dt.time(8, 30), shift(5.5)),
            ("June 10, 2023 9:00AM (UTC)", dt.time(9), dt.UTC),
            ("June 10, 2023 1:02 AM UTC-2", dt.time(1, 2), shift(-2)),
            ("5:32 PM ET, Sat June 10, 2023", dt.time(17, 32), shift(-4)),
            ("8:30 a.m. EST Saturday, June 10, 2023", dt.time(8, 30), shift(-5)),
            ("10 Jun 2023, 1430 GMT", dt.time(14, 30), dt.UTC),
        ],
    )
    def test_a_time_is_naive_or_aware_as_printed(
        self, line: str, time: dt.time, zone: dt.tzinfo | None
    ) -> None:
        """A zone makes it aware; "ET" is daylight time in June."""
        published, _ = moments(line)

        assert isinstance(published, dt.datetime)
        assert published.replace(tzinfo=None) == dt.datetime.combine(DAY, time)
        assert published.utcoffset() == (zone.utcoffset(None) if zone else None)

    def test_standard_time_in_winter(self) -> None:
        """Eastern time is standard time in January."""
        published, _ = moments("January 10, 2023 9:00 a.m. ET")

        assert isinstance(published, dt.datetime)
        assert published.utcoffset() == dt.timedelta(hours=-5)

    def test_tells_first_and_last_apart(self) -> None:
        """Labels say which is which, in any order."""
        one = moments("Published: June 10, 2023 | Updated: June 11, 2023")
        two = moments("Updated June 11, 2023 | Published June 10, 2023")

        assert one == two == (DAY, dt.date(2023, 6, 11))

    def test_an_update_alone_is_both(self) -> None:
        """A page that prints its update only was out on that day at the latest."""
        assert moments("Updated June 10, 2023") == (DAY, DAY)

    def test_a_day_without_its_year_is_none(self) -> None:
        """An agency's day needs a year."""
        body = (
            "OSTAD, June 10 (Reuters) - A ferry ran aground off Sandholm on Saturday."
        )
        text = f"Ferry runs aground off Sandholm\n\n{body}"
        reading = Reading(document=Document(text))
        reading = attrs.evolve(reading, layout=LayoutParser().parse(reading))

        assert read_published(reading) == (None, None)

    def test_hours_ago_is_none(self) -> None:
        """Hours without a day say no day."""
        assert moments("9 Hrs Ago") == (None, None)

    @pytest.mark.parametrize("line", ["31 February 2023", "June 31, 2023"])
    def test_a_day_that_is_none_is_left_out(self, line: str) -> None:
        """A day that the calendar does not have is no day."""
        assert moments(line)[0] is None

    def test_an_impossible_time_leaves_the_date(self) -> None:
        """A time that no clock shows is left out."""
        assert moments("June 10, 2023 25:71")[0] == DAY

    @pytest.mark.parametrize(
        ("line", "body", "day"),
        [
            ("06/10/2023", BODY, None),
            ("25/06/2023", BODY, dt.date(2023, 6, 25)),
            ("06/25/2023", BODY, dt.date(2023, 6, 25)),
            ("06/06/2023", BODY, dt.date(2023, 6, 6)),
            ("06/10/2023", BODY + " It was built on 23/04/1999.", dt.date(2023, 10, 6)),
            ("06/10/2023", BODY + " It was built on 04/23/1999.", DAY),
            ("06/10/2023", BODY + " It was built on April 23, 1999.", DAY),
            ("06/10/2023", BODY + " It left on 9 June at dawn.", dt.date(2023, 10, 6)),
            ("06/10/2023 5:00 PM EDT", BODY, DAY),
        ],
    )
    def test_reads_numbers_as_the_article_writes_them(
        self, line: str, body: str, day: dt.date | None
    ) -> None:
        """Numbers with two readings are read as the article writes its other dates."""
        published, _ = moments(line, body)

        found = published.date() if isinstance(published, dt.datetime) else published
        assert found == day
