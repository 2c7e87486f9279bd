"""The promises of a single parser, whatever it makes."""

from __future__ import annotations

from typing import Any, ClassVar

from newsmodel.errors import BrokenPromiseError
from newsmodel.parsers import ArticleParser, Parser
from newsmodel.strategies import texts
from newsmodel.testing._checks import Tables, check_pickles, check_same
from newsmodel.testing._suite import Promises


class ParserPromises(Promises):
    """
    Tests what `Parser` promises on an instance of a subclass of it.

    For a parser that makes objects of a class of your own, or for one part.  `own` has
    sentences in each of which it finds something.

    Example:
        >>> from newsmodel.parsers import TimeParser
        >>> class TestTimes(ParserPromises):
        ...     parser = TimeParser()
        ...     own = ["It rained on Tuesday."]
        >>> TestTimes().test_finds_something_in_each_sentence()
    """

    parser: ClassVar[Parser[Any, Any]]
    """The parser to test."""
    article_parser: ClassVar[ArticleParser] = ArticleParser()
    """What reads everything else before."""

    def tables(self, text: str) -> Tables:
        """Read a text; give the results as the one table `parse`."""
        return {"parse": self._parse(self.parser, text)}

    @property
    def place(self) -> str:
        """The name of the parser's class."""
        return type(self.parser).__name__

    def test_finds_something_in_each_sentence(self) -> None:
        """The sentences of one's own are read: else nothing would be tested."""
        found = [s for s in self.own if self._parse(self.parser, f"News\n\n{s}")]
        if not self.own or len(found) < len(self.own):
            lost = [sentence for sentence in self.own if sentence not in found]
            expectation = "sentences that the parser finds something in"
            place = f"{type(self).__name__}.own"
            raise BrokenPromiseError(lost or self.own, expectation, place)

    def test_results_can_be_pickled(self) -> None:
        """A pickle gives back equal results, so that they may cross processes."""
        self._hold(
            texts(own=self.own),
            lambda text: check_pickles(self.tables(text)["parse"], self.place),
        )

    def test_plain_subclass_changes_nothing(self) -> None:
        """A subclass that overrides nothing reads the same."""
        plain = type(f"Plain{self.place}", (type(self.parser),), {})()

        def check(text: str) -> None:
            found = {"parse": self._parse(plain, text)}
            check_same(found, self.tables(text), self.place)

        self._hold(texts(own=self.own), check)

    def _parse(self, parser: Parser[Any, Any], text: str) -> tuple[object, ...]:
        reading = self.article_parser.read(text, published=self.published)
        return parser.parse(reading)
