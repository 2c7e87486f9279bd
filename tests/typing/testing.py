"""What an editor knows about suites, strategies and parsers of one's own."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar, NamedTuple, assert_type

import attrs
from hypothesis import strategies as st

from newsmodel import Actor, Article, ArticleParser, Claim, Parser, Passage, Span
from newsmodel.lexicons import Lexicon
from newsmodel.parsers import ClaimParser, Reading
from newsmodel.strategies import (
    KnownClaim,
    KnownPlace,
    KnownSanction,
    KnownStory,
    KnownTime,
    actors,
    articles,
    claims,
    known_stories,
    passages,
    sentences,
    spans,
    stories,
    texts,
)
from newsmodel.testing import ArticlePromises, ParserPromises


@attrs.frozen(kw_only=True)
class Truce:
    """A model class of one's own."""

    id: str
    trigger: Passage


class Candidate(NamedTuple):
    """Tokens, and what they mean."""

    first: int
    stop: int
    status: str


class TruceParser(Parser[Candidate, Truce]):
    """A parser with a lexicon, whose values are checked."""

    makes: ClassVar[type] = Truce
    triggers: ClassVar[Lexicon[str]] = Lexicon.of({"truce": "agreed"}, fold_case=True)
    meanings: ClassVar[Mapping[str, Sequence[str]]] = MappingProxyType(
        {"triggers": ("agreed", "broken")}
    )

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Offer what the lexicon has."""
        lower = reading.document.lower
        for first, stop in reading.sentences:
            match = self.triggers.longest(lower, first, stop)
            assert_type(match, tuple[int, str] | None)
            if match is not None:
                yield Candidate(first, first + match[0], match[1])

    def accepts(self, candidate: Candidate, reading: Reading) -> bool:
        """Narrow the candidates."""
        return super().accepts(candidate, reading) and candidate.status != "broken"

    def build(self, candidate: Candidate, reading: Reading) -> Truce | None:
        """Make it."""
        words = reading.document.words(candidate.first, candidate.stop)
        assert_type(words, Passage)
        return Truce(id="truce", trigger=words)

    def finish(self, found: list[Truce], reading: Reading) -> Sequence[Truce]:
        """Number them."""
        return [attrs.evolve(t, id=f"truce-{n}") for n, t in enumerate(found, 1)]


class SureClaimParser(ClaimParser):
    """A decision that uses the library's own."""

    def finish(self, found: list[Claim], reading: Reading) -> Sequence[Claim]:
        """Drop what is not sure."""
        return super().finish([c for c in found if c.confidence > 0.5], reading)


class TestTruces(ParserPromises):
    """A suite for one parser."""

    parser = TruceParser()
    own = ("A truce held.",)


class TestSure(ArticlePromises):
    """A suite for a whole."""

    parser = ArticleParser(evidence=None)


reading = ArticleParser().read("A truce held.", published=dt.date(2023, 6, 10))
assert_type(reading, Reading)
assert_type(reading.actors, tuple[Actor, ...])
assert_type(TruceParser().parse(reading), tuple[Truce, ...])
assert_type(ArticleParser().join(reading, url="truce.txt"), Article)

assert_type(texts(own=["A truce held."]), st.SearchStrategy[str])
assert_type(stories(paragraphs=2, furniture=False), st.SearchStrategy[str])
assert_type(sentences(), st.SearchStrategy[str])
assert_type(spans(max_end=9), st.SearchStrategy[Span])
assert_type(passages(text="A truce held."), st.SearchStrategy[Passage])
assert_type(actors(number=2), st.SearchStrategy[Actor])
assert_type(claims(), st.SearchStrategy[Claim])
assert_type(articles(), st.SearchStrategy[Article])
assert_type(known_stories(sentences=3), st.SearchStrategy[KnownStory])


def count(story: KnownStory, article: Article) -> int:
    """Aim a known story at a parser."""
    assert_type(
        story.missing(article),
        tuple[KnownClaim | KnownSanction | KnownTime | KnownPlace, ...],
    )
    return len(story.surplus(article))
