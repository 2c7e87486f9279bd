"""Subclasses as the how-to teaches them; checked, never run."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, assert_type

from newsmodel import (
    Article,
    ArticleParser,
    LocationKind,
    Parser,
    Passage,
    TimeExpression,
    TimeKind,
)
from newsmodel.lexicons import Gazetteer, Lexicon, Place, WorldGazetteer
from newsmodel.parsers import ClaimParser, LocationParser, Reading, TimeParser
from newsmodel.text import Document


class NumberParser(Parser[tuple[int, int], Passage]):
    """A parser from nothing: its candidates are spans, its results passages."""

    makes: ClassVar[type] = Passage

    def find(self, reading: Reading) -> Iterable[tuple[int, int]]:
        """Offer every token."""
        tokens = reading.document.tokens
        return zip(tokens.starts, tokens.ends, strict=True)

    def accepts(self, candidate: tuple[int, int], reading: Reading) -> bool:
        """Take digits alone."""
        start, end = candidate
        return reading.document.text[start:end].isdigit()

    def build(self, candidate: tuple[int, int], reading: Reading) -> Passage:
        """Cut the words."""
        return reading.document.passage(*candidate)


class PostParser(ClaimParser):
    """A verb more."""

    cues: ClassVar[Lexicon[str]] = ClaimParser.cues | {"posted": "statement"}


class DateParser(TimeParser):
    """One hook, narrowed."""

    def finish(
        self, found: list[TimeExpression], reading: Reading
    ) -> Sequence[TimeExpression]:
        """Keep dates."""
        dates = [time for time in found if time.kind is TimeKind.DATE]
        return super().finish(dates, reading)


class Towns:
    """A gazetteer by its one method."""

    def find(self, name: str) -> Sequence[Place]:
        """Know one town."""
        return [Place(name, LocationKind.CITY)] if name == "Zedburg" else ()


class TownParser(LocationParser):
    """A gazetteer replaced."""

    gazetteer: ClassVar[Gazetteer] = Towns()


class PostArticleParser(ArticleParser):
    """Parts replaced."""

    claim_parser = PostParser
    time_parser = DateParser
    location_parser = TownParser


assert_type(PostArticleParser().parse("It rained."), Article)
assert_type(NumberParser().parse(Reading(document=Document("40"))), tuple[Passage, ...])
assert_type(ArticleParser().parse("It rained.", published="2023-06-10"), Article)
assert_type(WorldGazetteer().find("Oslo"), tuple[Place, ...])
