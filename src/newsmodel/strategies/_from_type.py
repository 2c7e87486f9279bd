"""Tell Hypothesis how to draw our classes; it calls this when it is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsmodel.model import Actor, Article, Claim, Passage, Span

if TYPE_CHECKING:
    from hypothesis import strategies as st

_DRAWN_BY = {
    Span: "spans",
    Passage: "passages",
    Actor: "actors",
    Claim: "claims",
    Article: "articles",
}


def _register() -> None:
    """
    Make `st.from_type(Article)` and its like work.

    A strategy is made when it is first asked for: this package may be what loads
    Hypothesis, and is not whole then.
    """
    from hypothesis.strategies import register_type_strategy  # noqa: PLC0415 - an extra

    for kind in _DRAWN_BY:
        register_type_strategy(kind, _strategy)


def _strategy(kind: type) -> st.SearchStrategy[Any]:
    from newsmodel import strategies  # noqa: PLC0415 - see `register`

    drawn: st.SearchStrategy[Any] = getattr(strategies, _DRAWN_BY[kind])()
    return drawn
