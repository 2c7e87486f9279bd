"""
Hypothesis strategies for property tests over news stories.

Needs the extra `hypothesis`.  Once Hypothesis is loaded, `st.from_type(Article)`
works too, and so it does for `Span`, `Passage`, `Actor` and `Claim`.

    >>> from hypothesis import given
    >>> @given(stories(paragraphs=2))
    ... def test_my_pipeline(text): ...
"""

from importlib.util import find_spec

from newsmodel.errors import MissingExtraError

if find_spec("hypothesis") is None:
    raise MissingExtraError(value="hypothesis", expectation="hypothesis")

from newsmodel.strategies._from_type import _register  # noqa: F401 - an entry point
from newsmodel.strategies._known import (
    KnownClaim,
    KnownPlace,
    KnownSanction,
    KnownStory,
    KnownTime,
)
from newsmodel.strategies._known_stories import known_stories
from newsmodel.strategies._texts import sentences, stories, texts
from newsmodel.strategies._values import actors, articles, claims, passages, spans

__all__ = [
    "KnownClaim",
    "KnownPlace",
    "KnownSanction",
    "KnownStory",
    "KnownTime",
    "actors",
    "articles",
    "claims",
    "known_stories",
    "passages",
    "sentences",
    "spans",
    "stories",
    "texts",
]
