"""What `TimeParser` finds, and what it promises for any text."""

import datetime as dt
import time
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import TimeExpression, TimeKind
from newsmodel.lexicons import Lexicon
from newsmodel.parsers import Reading
from newsmodel.parsers._times_calendar import interval, move, value_of, week_value
from newsmodel.parsers.reading import Zone, ZoneKind
from newsmodel.parsers.times import TimeCandidate, TimeParser
from newsmodel.text import Document

FILE = Path(__file__).parent.parent / "cases" / "times.toml"
CASES = tomllib.loads(FILE.read_text("utf-8"))["case"]
SATURDAY = dt.date(2023, 6, 10)
DAYS = st.dates(dt.date(1800, 1, 1), dt.date(2300, 12, 31))


moment = dt.datetime.fromisoformat


def read(text: str, published: dt.date | None = SATURDAY) -> Reading:
    """Make a reading whose every block is a paragraph."""
    document = Document(text)
    zones = tuple(
        Zone(kind=ZoneKind.PARAGRAPH, passage=document.passage(b.start, b.end))
        for b in document.blocks
    )
    return Reading(document=document, layout=zones, published=published)


def times(
    text: str, published: dt.date | None = SATURDAY
) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a text."""
    return TimeParser().parse(read(text, published))


def told(found: TimeExpression) -> str:
    """Write an expression as the cases do."""
    return f"{found.text} = {found.value}" + (f" ({found.mod})" if found.mod else "")


@pytest.mark.parametrize("case", CASES, ids=[c["why"] for c in CASES])
def test_cases(case: dict[str, Any]) -> None:
    """Each sentence has the time expressions listed, and no other."""
    day = case.get("published", "2023-06-10")
    found = times(case["text"], dt.date.fromisoformat(day) if day else None)

    assert [told(t) for t in found] == case["times"]


class TestTimeParser:
    """`TimeParser`."""

    def test_no_text(self) -> None:
        """An empty text has none."""
        assert times("") == ()

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("last week", TimeKind.DATE),
            ("at 9 p.m.", TimeKind.TIME),
            ("for three days", TimeKind.DURATION),
            ("every day", TimeKind.SET),
        ],
    )
    def test_kinds(self, text: str, kind: TimeKind) -> None:
        """The four types of TIMEX3 are told apart."""
        assert times(text)[0].kind is kind

    @pytest.mark.parametrize(
        ("text", "first", "last"),
        [
            ("in February 2024", "2024-02-01", "2024-02-29"),
            ("this week", "2023-06-05", "2023-06-11"),
            ("last weekend", "2023-06-03", "2023-06-04"),
            ("in the winter of 2022", "2022-12-01", "2023-02-28"),
            ("in the 1990s", "1990-01-01", "1999-12-31"),
            ("in the 20th century", "1900-01-01", "1999-12-31"),
            ("in Q4 2022", "2022-10-01", "2022-12-31"),
            ("in the second half of 2022", "2022-07-01", "2022-12-31"),
            ("late last year", "2022-01-01", "2022-12-31"),
        ],
    )
    def test_interval_is_all_that_is_named(
        self, text: str, first: str, last: str
    ) -> None:
        """A month is a month and not its first day; a modifier narrows nothing."""
        found = times(text)[0]

        assert (str(found.earliest), str(found.latest)) == (first, last)

    @pytest.mark.parametrize("text", ["now", "for years", "every Monday"])
    def test_no_interval(self, text: str) -> None:
        """What denotes no interval has none."""
        found = times(text)[0]

        assert (found.earliest, found.latest, found.anchor) == (None, None, None)

    def test_open_value_has_no_interval(self) -> None:
        """Without a day of publication nothing is invented."""
        found = times("last week", None)[0]

        assert (found.earliest, found.latest, found.anchor) == (None, None, None)

    def test_anchor(self) -> None:
        """The anchor is the publication where it was needed."""
        relative, absolute = times("last week and June 2020")

        assert relative.anchor == SATURDAY
        assert absolute.anchor is None

    def test_anchor_in_the_story(self) -> None:
        """What is counted from a date of the story has that date for an anchor."""
        for words, value in (
            ("A year earlier he left.", "2018"),
            ("The following day he left.", "2019-05-04"),
        ):
            named, counted = times(f"He came on May 3, 2019. {words}")

            assert named.anchor is None
            assert counted.value == value
            assert counted.anchor == dt.date(2019, 5, 3)

    def test_time_of_day(self) -> None:
        """A time of day has moments, naive where no zone is named."""
        found = times("at 9 p.m. on Friday")[0]

        assert found.earliest == moment("2023-06-09T21:00")
        assert found.latest == moment("2023-06-09T21:00:59")
        assert found.anchor == moment("2023-06-10T00:00")

    def test_zone(self) -> None:
        """A zone makes the moments aware."""
        found = times("at 9 p.m. EST on Friday")[0]

        assert found.earliest is not None
        assert found.earliest.isoformat() == "2023-06-09T21:00:00-05:00"

    def test_part_of_day(self) -> None:
        """A night goes on to the next morning."""
        found = times("on Friday night")[0]

        assert found.earliest == moment("2023-06-09T18:00")
        assert found.latest == moment("2023-06-10T05:59:59")

    @pytest.mark.parametrize(
        "published",
        [
            SATURDAY,
            moment("2023-06-10T08:30"),
            moment("2023-06-10T08:30Z"),
            None,
        ],
    )
    def test_kinds_of_moments_never_mix(self, published: dt.date | None) -> None:
        """Interval and anchor of one expression compare, whatever the publication."""
        text = "Last week, at 9 p.m. Friday, at 21:45 GMT, this morning, in 2020, now."

        for found in times(text, published):
            moments = [m for m in (found.earliest, found.latest, found.anchor) if m]
            assert sorted(moments) or found.earliest is None

    def test_reads_stretches_alone(self) -> None:
        """What stands outside the story is not read."""
        reading = Reading(document=Document("It rained on Friday."), published=SATURDAY)

        assert TimeParser().parse(reading) == ()

    def test_never_spans_sentences(self) -> None:
        """Words of two sentences make no date."""
        assert [t.text for t in times("It came in May. 2020 was dry.")] == [
            "May",
            "2020",
        ]

    def test_words_of_a_subclass(self) -> None:
        """A word that a subclass adds is honoured."""

        class Parser(TimeParser):
            words: ClassVar[Lexicon[tuple[str, str]]] = TimeParser.words | {
                "boomsday": ("holiday", "09-01"),
                "at this hour": ("reference", "PRESENT_REF"),
            }

        found = Parser().parse(read("On Boomsday 2020 and at this hour."))

        assert [told(t) for t in found] == [
            "Boomsday 2020 = 2020-09-01",
            "at this hour = PRESENT_REF",
        ]
        assert times("On Boomsday.") == ()

    def test_candidates_of_a_subclass(self) -> None:
        """A subclass may refuse what the rules found, and add to it."""

        class Parser(TimeParser):
            def find(self, reading: Reading):
                yield from super().find(reading)
                yield TimeCandidate(0, 1, TimeKind.DATE, "FUTURE_REF")

            def accepts(self, candidate: TimeCandidate, reading: Reading) -> bool:
                return candidate.value != "2023" and super().accepts(candidate, reading)

        found = Parser().parse(read("Someday this year or next year."))

        assert [told(t) for t in found] == ["Someday = FUTURE_REF", "next year = 2024"]


class TestPromises:
    """What holds for any text and any day."""

    @given(st.text(max_size=200), st.none() | DAYS)
    def test_parse_accepts_any_text(self, text: str, published: dt.date | None) -> None:
        """Any string is read."""
        for found in times(text, published):
            assert text[found.start : found.end] == found.text

    @given(
        st.lists(
            st.sampled_from(
                "the a last next this past two 30 first second May June 2020 Monday "
                "year years week quarter ago earlier early late end of every each few "
                "half hour day now soon night noon 10:30 p.m. GMT today - , . 's and "
                "to at in by until Easter summer 1990s century recent fiscal".split()
            ),
            max_size=30,
        ),
        st.none() | st.dates() | st.datetimes(),
    )
    def test_any_order_of_its_words(
        self, words: list[str], published: dt.date | None
    ) -> None:
        """No order of known words, on no day at all, is too much."""
        text = " ".join(words)
        found = times(text, published)

        assert all(text[t.start : t.end] == t.text for t in found)
        assert all(a.end <= b.start for a, b in pairwise(found))

    @given(DAYS, st.integers(1, 30))
    def test_offsets_agree_with_dateutil(self, day: dt.date, number: int) -> None:
        """Some days, months or years ago is what relativedelta says."""
        for unit, size in (("days", "D"), ("months", "M"), ("years", "Y")):
            found = times(
                f"{number} {unit} ago" if number > 1 else f"a {unit[:-1]} ago", day
            )
            expected = day - relativedelta(**{unit: number})

            assert found[0].value == value_of(expected, size)
            assert found[0].earliest <= expected <= found[0].latest

    @given(DAYS)
    def test_weeks_agree_with_the_calendar(self, day: dt.date) -> None:
        """Last week is the ISO week of the day seven days before."""
        found = times("last week", day)[0]

        assert found.value == week_value(day - dt.timedelta(7))
        assert found.earliest <= day - dt.timedelta(7) <= found.latest

    @given(DAYS, st.integers(1, 7))
    def test_weekdays(self, day: dt.date, number: int) -> None:
        """A weekday is within the seven days up to the day of publication."""
        name = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
        found = times(f"He spoke on {name[number - 1]}.", day)[0]

        assert found.earliest.isoweekday() == number
        assert 0 <= (day - found.earliest).days < 7

    @given(DAYS)
    def test_written_dates_are_read(self, day: dt.date) -> None:
        """Every way to write a day gives that day."""
        month = f"{day:%B}"
        for text in (
            f"{month} {day.day}, {day.year}",
            f"{day.day} {month} {day.year}",
            f"{day:%A}, {month} {day.day}, {day.year}",
            f"the {day.day}th of {month} {day.year}",
            day.isoformat(),
        ):
            found = times(f"Signed on {text}.")

            assert [(t.text, t.value) for t in found] == [(text, day.isoformat())]

    @given(st.dates(), st.sampled_from("D W WE M Q Y 10Y C".split()))
    def test_values_hold_their_day(self, day: dt.date, unit: str) -> None:
        """The interval of a day's value contains the day, but for weekends."""
        found = interval(value_of(day, unit))

        if found is not None:
            assert unit == "WE" or found[0] <= day <= found[1]

    def test_ends_of_the_calendar(self) -> None:
        """Past the first and the last year nothing is found, and nothing fails."""
        assert move(dt.date.max, "Y", 1) is None
        assert times("next year", dt.date.max) == ()
        assert times("a century ago", dt.date.min) == ()

    @pytest.mark.parametrize(
        "words",
        ["May ", "the last ", "two ", "full ", "Today ", "June 10, 2023 ", "- "],
    )
    def test_time_is_linear(self, words: str) -> None:
        """Four times the text takes about four times as long."""

        def seconds(count: int) -> float:
            reading = read(words * count)
            started = time.process_time()
            TimeParser().parse(reading)
            return time.process_time() - started

        seconds(10)

        assert seconds(8_000) < 12 * seconds(2_000) + 0.2
