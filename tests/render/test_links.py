"""Links: who speaks about whom, and the picture of it."""

from hypothesis import given

import newsmodel
from newsmodel.render._links import LinkKind, links, network
from newsmodel.strategies import articles

STORY = (
    "Oslo said that Iran lied. Ukraine accused Iran of lying. Ukraine accused Iran of "
    "shipping drones. The US imposed an arms embargo on Iran."
)


class TestLinks:
    """Who is linked to whom."""

    def test_gives_each_way_once(self) -> None:
        """Speaking of, aiming at and restricting are different, and counted."""
        found = [(k.source, k.target, k.kind, dict(k.acts)) for k in of(STORY)]

        assert found == [
            ("Norway", "Iran", LinkKind.ABOUT, {"statement": 1}),
            ("Ukraine", "Iran", LinkKind.AIMED, {"accusation": 2}),
            ("United States", "Iran", LinkKind.SANCTION, {"arms embargo, imposed": 1}),
        ]

    def test_counts_occasions(self) -> None:
        """The count is over all acts."""
        assert [link.count for link in of(STORY)] == [1, 2, 1]

    def test_leaves_out_who_speaks_of_itself(self) -> None:
        """A line from a party to itself says nothing."""
        assert of("Iran said that Iran was strong.") == ()

    def test_counts_a_target_that_is_spoken_of_once(self) -> None:
        """Who is aimed at is no longer only spoken of."""
        kinds = [link.kind for link in of("Oslo urged Iran to let Iranians go.")]

        assert kinds.count(LinkKind.AIMED) == 1

    def test_leaves_out_nobody(self) -> None:
        """A claim that names no speaker is no link."""
        assert of("Iran was accused of lying.") == ()


class TestNetwork:
    """The picture."""

    def test_puts_the_busiest_first(self) -> None:
        """On the left stand those with most to say, on the right whom it is about."""
        drawn = network(of(STORY))

        assert drawn.sources == ("Ukraine", "Norway", "United States")
        assert drawn.targets == ("Iran",)
        assert drawn.rows == 3

    def test_joins_the_middles_of_rows(self) -> None:
        """A curve leads from the row of its source to that of its target."""
        drawn = network(of(STORY))

        assert [(c.start, c.end) for c in drawn.curves] == [
            (0.5, 0.5),
            (1.5, 0.5),
            (2.5, 0.5),
        ]

    @given(articles())
    def test_draws_every_link(self, article) -> None:
        """Each link has one curve between its names."""
        found = links(article)
        drawn = network(found)

        assert len(drawn.curves) == len(found)
        for curve in drawn.curves:
            assert drawn.sources[int(curve.start)] == curve.link.source
            assert drawn.targets[int(curve.end)] == curve.link.target


def of(text: str):
    """Give the links of a text."""
    return links(newsmodel.parse(text))
