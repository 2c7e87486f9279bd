"""Marks and segments: a text cut where marks begin and end."""

from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel.model import Span
from newsmodel.render._marks import Mark, MarkKind, marks
from newsmodel.render._segments import Segment, segments

TEXT = "Oslo said that Iran lied."
(CLAIM,) = newsmodel.parse(TEXT).claims


def mark(start: int, end: int, kind: MarkKind = MarkKind.CLAIM) -> Mark:
    """Make a mark."""
    return Mark(start=start, end=end, kind=kind, number=1, subject=CLAIM, note="")


def written(found: tuple[Segment, ...]) -> str:
    """Write segments with brackets for their marks."""
    return "".join("<" * len(s.opens) + s.text + ">" * len(s.closes) for s in found)


@st.composite
def crossings(draw: st.DrawFn) -> tuple[str, Span, tuple[Mark, ...]]:
    """Draw a text, a stretch of it, and marks that nest and cross as they like."""
    text = draw(st.text(max_size=20))
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    start, end = draw(ends)
    found = (
        draw(st.lists(ends.filter(lambda pair: pair[0] < pair[1]), max_size=6))
        if text
        else []
    )
    ordered = sorted((mark(*pair) for pair in found), key=lambda m: (m.start, -m.end))
    return text, Span(start=start, end=end), tuple(ordered)


class TestMarks:
    """What is marked, in which order."""

    def test_outer_before_inner(self) -> None:
        """A claim holds the names in it."""
        kinds = [m.kind for m in marks(newsmodel.parse(TEXT))]

        assert kinds == ["actor", "place", "claim", "actor", "place"]

    def test_says_what_it_stands_for(self) -> None:
        """A note gives what the reader cannot see, and no name twice."""
        notes = {m.kind: m.note for m in marks(newsmodel.parse(TEXT))}

        assert notes["claim"] == "by Norway"
        assert notes["actor"] == "actor"

    def test_later_passages_continue(self) -> None:
        """A claim that its cue splits begins once."""
        article = newsmodel.parse("“It is late,” Anna Berg said. “We leave.”")
        found = [m for m in marks(article) if m.kind == "claim"]

        assert [m.continues for m in found] == [False, True]

    def test_says_what_a_sanction_is(self) -> None:
        """Measure, status and parties are in the note."""
        article = newsmodel.parse("The US imposed an arms embargo on Iran.")
        (found,) = (m for m in marks(article) if m.kind == "sanction")

        assert found.label == "imposed"
        assert found.note == "arms embargo, imposed by United States on Iran"

    def test_says_when(self) -> None:
        """A time tells its days; one without any tells its kind."""
        text = "It rained this week, at 9 a.m. on Friday, and for some time."
        article = newsmodel.parse(text, published="2023-06-10")
        notes = [m.note for m in marks(article) if m.kind == "time"]

        assert notes == [
            "date 2023-06-05 to 2023-06-11",
            "time 2023-06-09 09:00",
            "duration",
        ]


class TestSegments:
    """Crossing marks become well nested ones."""

    def test_crossing_marks_are_cut(self) -> None:
        """A mark that crosses another's end is closed and opened again."""
        found = segments("abcdef", Span(start=0, end=6), (mark(0, 4), mark(2, 6)))

        assert written(found) == "<ab<cd>><ef>"

    def test_begins_and_finishes_once(self) -> None:
        """Only the first piece begins, only the last finishes."""
        second = mark(2, 6)
        found = segments("abcdef", Span(start=0, end=6), (mark(0, 4), second))
        pieces = [s for s in found if second in s.opens or second in s.closes]

        assert [s.begins(second) for s in pieces] == [True, False]
        assert [s.finishes(second) for s in pieces] == [False, True]

    @given(crossings())
    def test_joins_to_the_stretch(self, case) -> None:
        """No word is lost, and none is empty."""
        text, span, found = case
        pieces = segments(text, span, found)

        assert "".join(s.text for s in pieces) == text[span.start : span.end]
        assert all(s.text for s in pieces)

    @given(crossings())
    def test_is_well_nested(self, case) -> None:
        """What closes is what was opened last, and the marks open are those there."""
        text, span, found = case
        stack: list[Mark] = []
        for segment in segments(text, span, found):
            stack += segment.opens

            assert [id(m) for m in stack] == [
                id(m) for m in found if m.contains(segment)
            ]
            for closed in segment.closes:
                assert stack.pop() is closed
        assert not stack
