"""What `Parser` promises to those who subclass it."""

from collections.abc import Iterable

import pytest

import newsmodel
from newsmodel import (
    ArticleParser,
    BrokenParserError,
    Passage,
    TimeExpression,
    TimeKind,
)
from newsmodel.parsers import Parser, Reading
from newsmodel.text import Document

TEXT = "It rained. It stopped."


class RainParser(Parser[int, Passage]):
    """Finds the word "rained"."""

    makes = Passage

    def find(self, reading: Reading) -> Iterable[int]:
        """Give the words, last first."""
        return reversed(range(len(reading.document.tokens.texts)))

    def accepts(self, candidate: int, reading: Reading) -> bool:
        """Take one word."""
        return reading.document.tokens.texts[candidate] in {"rained", "stopped"}

    def build(self, candidate: int, reading: Reading) -> Passage | None:
        """Cut it."""
        return reading.document.words(candidate, candidate + 1)


class TestParser:
    """The fixed way."""

    def test_finds_accepts_builds_and_sorts(self) -> None:
        """Results come in order of the text."""
        found = RainParser().parse(Reading(document=Document(TEXT)))

        assert [p.text for p in found] == ["rained", "stopped"]

    def test_nothing_is_built_from_none(self) -> None:
        """A `build` that gives None drops the candidate."""

        class Dry(RainParser):
            def build(self, candidate: int, reading: Reading) -> Passage | None:
                return None

        assert Dry().parse(Reading(document=Document(TEXT))) == ()

    def test_names_a_broken_hook(self) -> None:
        """The error names class and hook, and is a TypeError."""

        class Wrong(RainParser):
            def build(self, candidate: int, reading: Reading) -> Passage | None:
                return "rained"  # type: ignore[return-value]  # the point

        class Elsewhere(RainParser):
            def build(self, candidate: int, reading: Reading) -> Passage | None:
                return Passage(start=0, end=3, text="dry")

        class Nothing(RainParser):
            def find(self, reading: Reading) -> Iterable[int]:
                return None  # type: ignore[return-value]  # the point

        class Careless(RainParser):
            def finish(self, found: list[Passage], reading: Reading) -> list[Passage]:
                return None  # type: ignore[return-value]  # the point

        for parser, place in (
            (Wrong, r"Wrong\.build: expected an object of Passage"),
            (Elsewhere, r"Elsewhere\.build: expected the words there"),
            (Nothing, r"Nothing\.find: expected an iterable"),
            (Careless, r"Careless\.finish: expected an iterable"),
        ):
            with pytest.raises(TypeError, match=place) as caught:
                parser().parse(Reading(document=Document(TEXT)))
            assert isinstance(caught.value, BrokenParserError)


class NoonParser(newsmodel.parsers.TimeParser):
    """Takes the word "noonish" for a time."""

    def find(self, reading: Reading) -> Iterable[object]:  # type: ignore[override]
        """Nothing but noonish."""
        return [i for i, t in enumerate(reading.document.lower) if t == "noonish"]

    def accepts(self, candidate: object, reading: Reading) -> bool:
        """Take all."""
        return True

    def build(self, candidate: object, reading: Reading) -> TimeExpression | None:
        """A time without a day."""
        assert isinstance(candidate, int)
        p = reading.document.words(candidate, candidate + 1)
        return TimeExpression(
            start=p.start, end=p.end, text=p.text, kind=TimeKind.TIME, value="T12:00"
        )


class TestArticleParser:
    """Replaced parts."""

    def test_a_part_is_replaced_in_two_lines(self) -> None:
        """A subclass that names another part uses it."""

        class Mine(ArticleParser):
            time_parser = NoonParser

        article = Mine().parse("They met at noonish on Tuesday.")

        assert [t.text for t in article.times] == ["noonish"]

    def test_a_part_must_be_a_parser(self) -> None:
        """The error names class and part."""

        class Broken(ArticleParser):
            claim_parser = int  # type: ignore[assignment]  # the point

        with pytest.raises(BrokenParserError, match=r"Broken\.claim_parser"):
            Broken()

    def test_says_what_is_open(self) -> None:
        """An unclosed quotation and a missing date are notices with their places."""
        article = newsmodel.parse("On June 10 she said: “It is so.\n\nAnd it rained.")

        assert [n.code for n in article.notices] == [
            "no-publication-date",
            "unclosed-quotation",
        ]
        assert article.notices[1].span is not None
