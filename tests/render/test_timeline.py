"""The timeline: dated claims and sanctions on one scale."""

import datetime as dt

import attrs
from hypothesis import given

import newsmodel
from newsmodel.render._timeline import NARROWEST, WIDTH, timeline
from newsmodel.strategies import articles

STORY = (
    "On Friday Iran denied that it lied. The US imposed sanctions on Iran in March. "
    "Oslo said that it rained."
)


class TestTimeline:
    """What stands where."""

    def test_the_earliest_first(self) -> None:
        """A sanction of March stands before a claim of June and the publication."""
        article = newsmodel.parse(STORY, published="2023-06-10")
        found = [(b.event.number, b.event.when) for b in timeline(article)]

        assert found == [(1, "March"), (1, "Friday"), (0, "")]

    def test_fills_the_scale(self) -> None:
        """The first bar begins at its start, and the last ends at its end."""
        bars = timeline(newsmodel.parse(STORY, published="2023-06-10"))

        assert bars[0].left == 0
        assert bars[-1].left + bars[-1].width == WIDTH

    def test_without_dates_there_is_none(self) -> None:
        """A publication alone is no timeline."""
        assert timeline(newsmodel.parse("Oslo said it rained.", "2023-06-10")) == ()

    def test_without_publication(self) -> None:
        """A story without a date shows what is dated by itself."""
        text = "On 6 June 2023 Iran denied that it lied."
        (bar,) = timeline(newsmodel.parse(text))

        assert (bar.left, bar.width) == (0, WIDTH)

    def test_bears_moments_of_all_kinds(self) -> None:
        """Days, naive times and aware ones stand on one scale."""
        article = newsmodel.parse(STORY, published="2023-06-10")
        zone = dt.timezone(dt.timedelta(hours=2))
        moment = dt.datetime(2023, 6, 9, 1, 30, tzinfo=zone)
        aware = attrs.evolve(article, published=moment)
        numbers = [b.event.number for b in timeline(aware)]

        assert numbers == [1, 0, 1]

    @given(articles())
    def test_keeps_to_the_scale(self, article) -> None:
        """Each bar can be seen and lies on the scale."""
        for bar in timeline(article):
            assert bar.width >= NARROWEST
            assert 0 <= bar.left <= bar.left + bar.width <= WIDTH + 1e-9
