"""The suites for authors of subclasses: they pass what keeps its promises alone."""

import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence

import attrs
import pytest
from hypothesis import Phase, settings

from newsmodel import ArticleParser, BrokenPromiseError, Parser, Passage
from newsmodel.parsers import ClaimParser, Reading, TimeParser
from newsmodel.testing import ArticlePromises, ParserPromises
from newsmodel.testing._checks import check_order, check_words


@pytest.fixture(autouse=True)
def _brief() -> Iterator[None]:
    """Ask for few examples: the suites are under test here, not the parsers."""
    settings.register_profile("brief", settings(max_examples=15), phases=_PHASES)
    before = settings.get_current_profile_name()
    settings.load_profile("brief")
    yield
    settings.load_profile(before)


RULES = ArticleParser(evidence=None)
"""What reads the rest, fast."""
_PHASES = (Phase.explicit, Phase.generate)


class RainParser(Parser[int, Passage]):
    """Finds the word "rained"."""

    makes = Passage

    def find(self, reading: Reading) -> Iterable[int]:
        """Give its tokens."""
        words = enumerate(reading.document.lower)
        return [number for number, word in words if word == "rained"]

    def build(self, candidate: int, reading: Reading) -> Passage | None:
        """Cut it."""
        return reading.document.words(candidate, candidate + 1)


class TestRainParser(ParserPromises):
    """A parser from nothing."""

    parser = RainParser()
    article_parser = RULES
    own = ("It rained all day.",)


class TestClaimParser(ParserPromises):
    """A part of the library, on its own."""

    parser = ClaimParser()
    article_parser = RULES
    own = ("Anna Berg said it rained.", "“It rained,” Iran said on Tuesday.")


class BleatingClaimParser(ClaimParser):
    """Knows one more verb."""

    cues = ClaimParser.cues | {"bleated": "belief"}


class BleatingArticleParser(ArticleParser):
    """Has one other part."""

    claim_parser = BleatingClaimParser


class TestBleatingArticleParser(ArticlePromises):
    """A whole with another part."""

    parser = BleatingArticleParser(evidence=None)
    own = ("Anna Berg bleated that it rained.",)


class PlacedParser(RainParser):
    """Looks at where a word stands, which furniture in front changes."""

    def accepts(self, candidate: int, reading: Reading) -> bool:
        """Take what stands in the first hundred words."""
        return reading.document.tokens.starts[candidate] < 50


class MoodyParser(RainParser):
    """Keeps state, and so reads a text differently each time."""

    calls = 0

    def find(self, reading: Reading) -> Iterable[int]:
        """Look every second time."""
        MoodyParser.calls += 1
        return super().find(reading) if MoodyParser.calls % 2 else []


class FragileParser(RainParser):
    """Falls over words that it does not expect."""

    def find(self, reading: Reading) -> Iterable[int]:
        """Look behind the last word."""
        return [n for n in super().find(reading) if reading.document.lower[n + 4]]


class NamedParser(RainParser):
    """Works under its own name alone."""

    def accepts(self, candidate: int, reading: Reading) -> bool:
        """Look at the class."""
        return type(self) is NamedParser


def made_inside() -> type[Passage]:
    """Make a class that no other process can find."""

    @attrs.frozen(kw_only=True)
    class Rain(Passage):
        """A passage."""

    return Rain


class LocalParser(RainParser):
    """Makes what cannot be pickled."""

    makes = made_inside()

    def build(self, candidate: int, reading: Reading) -> Passage | None:
        """Make it of the word."""
        word = reading.document.words(candidate, candidate + 1)
        return self.makes(start=word.start, end=word.end, text=word.text)


class TestParserPromises:
    """Broken parsers are found out."""

    @pytest.mark.parametrize(
        ("broken", "promise", "error"),
        [
            (PlacedParser, "test_prefix_shifts_every_span", BrokenPromiseError),
            (MoodyParser, "test_same_text_same_result", BrokenPromiseError),
            (FragileParser, "test_parse_accepts_any_text", IndexError),
            (NamedParser, "test_plain_subclass_changes_nothing", BrokenPromiseError),
            (LocalParser, "test_results_can_be_pickled", AttributeError),
        ],
    )
    @pytest.mark.filterwarnings("ignore")
    def test_finds_the_broken_promise(
        self, broken: type[RainParser], promise: str, error: type[Exception]
    ) -> None:
        """Each promise has a parser that breaks it and no other test sees."""
        suite = type("TestBroken", (TestRainParser,), {"parser": broken()})()

        with pytest.raises(error):
            getattr(suite, promise)()

    @pytest.mark.parametrize("own", [(), ("It snowed.",)])
    def test_asks_for_sentences_that_are_read(self, own: Sequence[str]) -> None:
        """A suite that never meets what the parser looks for would pass in vain."""
        suite = type("TestMine", (TestRainParser,), {"own": own})()

        with pytest.raises(AssertionError, match=r"TestMine\.own: expected sentences"):
            suite.test_finds_something_in_each_sentence()


class TestArticlePromises:
    """Broken wholes are found out."""

    def test_names_parser_and_table(self) -> None:
        """The message says where the difference is."""

        class Times(TimeParser):
            def accepts(self, candidate: object, reading: Reading) -> bool:
                return type(self) is Times

        whole = type("Whole", (ArticleParser,), {"time_parser": Times})
        suite = type(
            "TestMine", (ArticlePromises,), {"parser": whole(), "own": ["On Tuesday."]}
        )()

        with pytest.raises(BrokenPromiseError, match=r"^Whole\.times: expected"):
            suite.test_plain_subclass_changes_nothing()


class TestChecks:
    """What the parsers themselves let nobody do."""

    def test_words(self) -> None:
        """Other words than those there are named."""
        tables = {"rain": (Passage(start=0, end=3, text="dry"),)}

        with pytest.raises(AssertionError, match=r"Mine\.rain: .* the words 'wet'"):
            check_words(tables, "wet", "Mine")

    def test_order(self) -> None:
        """Results out of order are shown."""
        late, early = (Passage(start=n, end=n + 1, text="x") for n in (4, 2))

        with pytest.raises(AssertionError, match="expected order of the text"):
            check_order({"rain": (late, early)}, "Mine")


@pytest.mark.parametrize("module", ["newsmodel.strategies", "newsmodel.testing"])
def test_names_the_extra_where_hypothesis_is_missing(module: str) -> None:
    """The import says what to install."""
    code = (
        "import importlib.util as u, sys; find = u.find_spec\n"
        "u.find_spec = lambda n, *a: None if n == 'hypothesis' else find(n, *a)\n"
        f"import {module}"
    )
    run = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, check=False, text=True
    )

    assert "pip install 'newsmodel[hypothesis]'" in run.stderr
    assert "MissingExtraError" in run.stderr.splitlines()[-1]
