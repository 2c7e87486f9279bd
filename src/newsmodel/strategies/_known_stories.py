"""Whole stories whose answers are known."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from newsmodel.errors import InvalidValueError
from newsmodel.strategies import _known_sentences as grammar
from newsmodel.strategies import _known_words as words
from newsmodel.strategies._known import KnownStory
from newsmodel.strategies._known_sentences import Known, Stage
from newsmodel.strategies._known_words import Party

_HEADLINE = "Bridge Opens After Long Wait"
_FIRST, _LAST = dt.date(2001, 1, 1), dt.date(2030, 12, 31)


@st.composite
def known_stories(draw: st.DrawFn, *, sentences: int = 6) -> KnownStory:
    """
    Draw stories together with the claims, sanctions, times and places they state.

    Two invented people come on, then they and states say, urge, accuse, promise and
    sanction, in plain sentences of one clause and its content.  Aim it at a parser of
    your own: `story.missing(article)` is what the parser did not find, and
    `story.surplus(article)` what it found beyond.

    Args:
        draw: Given by Hypothesis.
        sentences: The most sentences behind the two that bring the people on, from 1
            to 12.

    Raises:
        InvalidValueError: If `sentences` is out of range.

    Example:
        >>> import newsmodel
        >>> from hypothesis import given
        >>> @given(known_stories())
        ... def test_finds_all_times(story):
        ...     article = newsmodel.parse(story.text, published=story.published)
        ...     times = [m for m in story.missing(article) if isinstance(m, KnownTime)]
        ...     assert times == []
    """
    if not 1 <= sentences <= len(words.FACTS):
        raise InvalidValueError(sentences, f"1 to {len(words.FACTS)}", "sentences")
    published = draw(st.dates(_FIRST, _LAST))
    people = draw(_people())
    arrivals = [draw(grammar.arrivals(who, published)) for who in people]
    stage = Stage((*people, *map(_by_surname, people)), published, list(words.FACTS))
    count = draw(st.integers(1, sentences))
    told = [draw(draw(st.sampled_from(grammar.RULES))(stage)) for _ in range(count)]
    return _story([arrivals, *_paragraphs(told, draw(st.integers(1, 3)))], published)


@st.composite
def _people(draw: st.DrawFn) -> tuple[Party, ...]:
    given = st.lists(st.sampled_from(words.GIVEN), min_size=2, max_size=2, unique=True)
    family = st.lists(
        st.sampled_from(words.FAMILY), min_size=2, max_size=2, unique=True
    )
    names = [f"{a} {b}" for a, b in zip(draw(given), draw(family), strict=True)]
    return tuple(Party(name, name) for name in names)


def _by_surname(who: Party) -> Party:
    return Party(who.name.split()[-1], who.name)


def _paragraphs(told: list[Known], size: int) -> list[list[Known]]:
    return [told[at : at + size] for at in range(0, len(told), size)]


def _story(paragraphs: list[list[Known]], published: dt.date) -> KnownStory:
    blocks = [" ".join(known.text for known in part) for part in paragraphs]
    answers = dict.fromkeys(
        a for part in paragraphs for known in part for a in known.answers
    )
    return KnownStory(
        text="\n\n".join([_HEADLINE, *blocks]),
        published=published,
        answers=tuple(answers),
    )
