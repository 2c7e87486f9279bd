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

    def test_a_reading_is_given_for_parsers_of_ones_own(self) -> None:
        """`parse` is `read` and `join`; a further parser reads in between."""
        parser = ArticleParser()
        text = "Berg said it rained. It stopped."
        reading = parser.read(text, published="2023-06-10")
        article = parser.join(reading, url="rain.txt", publisher="Example")

        assert article == parser.parse(
            text, published="2023-06-10", url="rain.txt", publisher="Example"
        )
        assert [p.text for p in RainParser().parse(reading)] == ["rained", "stopped"]

    def test_only_a_reading_is_joined(self) -> None:
        """The error says what is wanted."""
        with pytest.raises(TypeError, match="reading: expected a Reading, got 'no'"):
            ArticleParser().join("no")  # type: ignore[arg-type]  # the point

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("Der Minister sagte am Montag, dass er das Werk in Essen " * 2, True),
            ("Het kabinet is van mening dat de haven in Gent dicht was. " * 2, True),
            ("El puerto de Vigo no va a abrir el lunes, dijo la ministra. " * 2, True),
            ("Roe 3, Doe 1. Poe 2, Lee 0. Berg 1, Vik 1. " * 4, True),
            ("The port of Vigo is to open on Monday, the minister said. " * 2, False),
            ("PORT OF VIGO TO OPEN ON MONDAY, THE MINISTER SAID. " * 2, False),
            ("Der Minister", False),
            ("", False),
        ],
    )
    def test_says_that_a_text_is_no_english_prose(
        self, text: str, *, told: bool
    ) -> None:
        """Another language and a table give odd names, which a notice tells of."""
        codes = [n.code for n in newsmodel.parse(text, published="2023-06-10").notices]

        assert codes == ["few-english-words"] * told

    def test_says_what_is_open(self) -> None:
        """An unclosed quotation and a missing date are notices with their places."""
        article = newsmodel.parse("On June 10 she said: “It is so.\n\nAnd it rained.")

        assert [n.code for n in article.notices] == [
            "no-publication-date",
            "unclosed-quotation",
        ]
        assert article.notices[1].span is not None
