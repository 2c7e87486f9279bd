"""What the suites have in common: how Hypothesis is asked, and four promises."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import ClassVar

from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy

from newsmodel.strategies import stories, texts
from newsmodel.testing._checks import (
    Tables,
    check_order,
    check_same,
    check_words,
    shifted,
)

FURNITURE = "Advertisement\n\n"
FLOODS = tuple(
    unit * 2_000
    for unit in (
        '"',
        "“a ",
        "said ",
        "A",
        "Anna Berg ",
        "\n",
        "1/",
        "(",
        "\ud800\U0010ffff",
        "sanctions on Iran ",
        "last ",
        "in Paris, ",
    )
)
"""One thing over and over: it must neither raise nor hang."""


class Promises(ABC):
    """
    The tests that fit a parser of any kind.

    To leave one out, set it to None in your class and say why.
    """

    own: ClassVar[Sequence[str]] = ()
    """Sentences of your own, with what your parser looks for, to stand in the texts."""
    published: ClassVar[dt.date | dt.datetime | str | None] = "2023-06-10"
    """The publication date that the texts are read with."""

    @abstractmethod
    def tables(self, text: str) -> Tables:
        """Read a text; give the results by name of their table."""

    @property
    @abstractmethod
    def place(self) -> str:
        """The name of the parser, for messages."""

    def test_words_are_the_slice(self) -> None:
        """Every passage's text is the slice of the story's text."""
        self._hold(
            texts(own=self.own),
            lambda text: check_words(self.tables(text), text, self.place),
        )

    def test_results_are_ordered(self) -> None:
        """Results stand in the order of the text, and no id comes twice."""
        self._hold(
            texts(own=self.own),
            lambda text: check_order(self.tables(text), self.place),
        )

    def test_parse_accepts_any_text(self) -> None:
        """Any string is read, and so is a flood of one thing."""
        for flood in (*FLOODS, *(f"{sentence} " * 200 for sentence in self.own)):
            self.tables(flood)
        self._hold(texts(own=self.own), self.tables)

    def test_same_text_same_result(self) -> None:
        """A second reading and two in other threads are equal to the first."""

        def check(text: str) -> None:
            first = self.tables(text)
            with ThreadPoolExecutor(2) as pool:
                for other in pool.map(self.tables, [text, text]):
                    check_same(other, first, self.place)

        self._hold(texts(own=self.own), check)

    def test_prefix_shifts_every_span(self) -> None:
        """A line of furniture in front moves all spans and changes nothing else."""

        def check(text: str) -> None:
            plain, longer = self.tables(text), dict(self.tables(FURNITURE + text))
            moved = {n: shifted(table, len(FURNITURE)) for n, table in plain.items()}
            if "furniture" in longer:
                longer["furniture"] = longer["furniture"][1:]
            check_same(longer, moved, self.place)

        self._hold(stories(furniture=False, own=self.own), check)

    def _hold(
        self, drawn: SearchStrategy[str], promise: Callable[[str], object]
    ) -> None:
        """Ask Hypothesis for a text that breaks a promise, however busy the machine."""
        profile = settings()
        suppressed = {*profile.suppress_health_check, HealthCheck.too_slow}

        @settings(profile, deadline=None, suppress_health_check=list(suppressed))
        @given(drawn)
        def holds(text: str) -> None:
            promise(text)

        holds()
