"""Strategies for objects of the model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import (
    Actor,
    Article,
    Claim,
    InvalidTypeError,
    InvalidValueError,
    Passage,
    Span,
)
from newsmodel.strategies import (
    actors,
    articles,
    claims,
    known_stories,
    passages,
    spans,
    stories,
    texts,
)

TEXT = "Anna Berg said: \U0001f309 rain."


@given(spans(max_end=5))
def test_spans_end_where_asked(span: Span) -> None:
    """The bound is kept."""
    assert span.end <= 5


@given(passages(text=TEXT))
def test_passages_are_cut_from_the_text(passage: Passage) -> None:
    """A passage is a slice, of one code point or more."""
    assert TEXT[passage.start : passage.end] == passage.text != ""


@given(st.data(), st.integers(1, 9))
def test_values_are_in_the_text_and_numbered(data: st.DataObject, number: int) -> None:
    """Actors and claims have their number and words of the text."""
    actor = data.draw(actors(text=TEXT, number=number))
    claim = data.draw(claims(text=TEXT, number=number))

    assert (actor.id, claim.id) == (f"actor-{number}", f"claim-{number}")
    for part in (*actor.mentions, *claim.content):
        assert TEXT[part.start : part.end] == part.text


@pytest.mark.parametrize("kind", [Span, Passage, Actor, Claim, Article])
def test_from_type_knows_the_class(kind: type) -> None:
    """Hypothesis draws our classes by their type."""

    @given(st.from_type(kind))
    def check(value: object) -> None:
        assert isinstance(value, kind)

    check()


@pytest.mark.parametrize(
    "drawn",
    [
        lambda: spans(max_end=-1),
        lambda: passages(text=""),
        lambda: actors(text=""),
        lambda: claims(text=""),
        lambda: stories(paragraphs=0),
        lambda: articles(paragraphs=0),
        lambda: known_stories(sentences=0),
        lambda: known_stories(sentences=99),
        lambda: texts(own="It rained."),
        lambda: stories(own="It rained."),
    ],
)
def test_refuses_bad_arguments(drawn) -> None:
    """The error names the argument."""

    @given(st.data())
    def draw(data: st.DataObject) -> None:
        data.draw(drawn())

    with pytest.raises((InvalidValueError, InvalidTypeError)):
        draw()


@given(stories(own=("Zed zedded.",), furniture=False))
def test_own_sentences_stand_whole(story: str) -> None:
    """A sentence of one's own is never cut."""
    assert story.count("Zed") == story.count("Zed zedded.")
