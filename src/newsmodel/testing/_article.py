"""The promises of a parser of whole stories."""

from __future__ import annotations

import copy
from typing import ClassVar

import attrs

from newsmodel.errors import BrokenPromiseError
from newsmodel.model import Article
from newsmodel.parsers import ArticleParser
from newsmodel.parsers.article import PARTS
from newsmodel.strategies import texts
from newsmodel.testing._checks import Tables, check_pickles, check_same
from newsmodel.testing._suite import Promises

_NUMBERED = ("actors", "locations", "claims", "sanctions")


class ArticlePromises(Promises):
    """
    Tests what `ArticleParser` promises on an instance of a subclass of it.

    Example:
        >>> class TestMine(ArticlePromises):
        ...     parser = ArticleParser(evidence=None)
        >>> TestMine().test_results_are_ordered()
    """

    parser: ClassVar[ArticleParser] = ArticleParser()
    """The parser to test."""

    def tables(self, text: str) -> Tables:
        """Parse a text; give the fields of the article but its text."""
        return _fields(self.parser.parse(text, published=self.published))

    @property
    def place(self) -> str:
        """The name of the parser's class."""
        return type(self.parser).__name__

    def test_results_are_ordered(self) -> None:
        """Tables stand in the order of the text, and ids count up from 1."""
        super().test_results_are_ordered()

        def check(text: str) -> None:
            for name, table in self.tables(text).items():
                if name in _NUMBERED:
                    ids = [row.id for row in table]
                    expected = [f"{name[:-1]}-{n}" for n in range(1, len(ids) + 1)]
                    if ids != expected:
                        place = f"{self.place}.{name}"
                        raise BrokenPromiseError(ids, f"{expected}", place)

        self._hold(texts(own=self.own), check)

    def test_export_round_trips(self) -> None:
        """Record, JSON and pickle give back an equal article."""

        def check(text: str) -> None:
            article = self.parser.parse(text, published=self.published)
            expected = _fields(article)
            record = Article.from_record(article.to_record())
            check_same(_fields(record), expected, f"{self.place}.to_record")
            loaded = Article.from_json(article.to_json())
            check_same(_fields(loaded), expected, f"{self.place}.to_json")
            check_pickles(article, self.place)

        self._hold(texts(own=self.own), check)

    def test_plain_subclass_changes_nothing(self) -> None:
        """Subclasses of it and of its parts that override nothing read the same."""
        parts = {n: type("Plain", (getattr(self.parser, n),), {}) for n in PARTS}
        plain = copy.copy(self.parser)
        plain.__class__ = type(f"Plain{self.place}", (type(plain),), parts)

        def check(text: str) -> None:
            article = plain.parse(text, published=self.published)
            check_same(_fields(article), self.tables(text), self.place)

        self._hold(texts(own=self.own), check)


def _fields(article: Article) -> Tables:
    names = [f.name for f in attrs.fields(type(article)) if f.name != "text"]
    return {name: getattr(article, name) for name in names}
