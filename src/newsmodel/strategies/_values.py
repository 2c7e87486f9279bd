"""Objects of the model: spans, passages, actors, claims, articles."""

from __future__ import annotations

from hypothesis import strategies as st

from newsmodel.errors import InvalidValueError
from newsmodel.model import (
    Actor,
    ActorKind,
    Article,
    Claim,
    ClaimAct,
    ClaimForm,
    Mention,
    MentionKind,
    Passage,
    Reference,
    Span,
)
from newsmodel.reader import parse
from newsmodel.strategies._texts import stories

_TEXT = (
    "Bridge talks go on. “It is safe,” Anna Berg said in Oslo on Tuesday, and Iran "
    "denied that it had sent drones: \U0001f309 no one saw any."
)
_NAMES = (
    "Anna Berg",
    "Iran",
    "the US government",
    "Reuters",
    "O’Neil & Söhne",
    "联合国",
)
_COUNTRIES = (None, "IR", "NO", "US")
_MOMENTS = ("2023-06-10", "2023-06-10T09:30:00", "2023-06-10T09:30:00+02:00", None)
_HOSTILE = "=+-@\t\r\n\0\x1b\x85\u2028\u202e\ud800'\"<>&,;a"


def spans(*, max_end: int = 1_000) -> st.SearchStrategy[Span]:
    """
    Draw spans, empty ones too.

    Args:
        max_end: The last end that one may have, 0 or more.

    Raises:
        InvalidValueError: If `max_end` is below 0.
    """
    if max_end < 0:
        raise InvalidValueError(max_end, "0 or more", "max_end")
    ends = st.tuples(st.integers(0, max_end), st.integers(0, max_end)).map(sorted)
    return ends.map(lambda pair: Span(start=pair[0], end=pair[1]))


def passages(*, text: str = _TEXT) -> st.SearchStrategy[Passage]:
    """
    Draw passages of a text, at least one code point long.

    Args:
        text: The text, which has at least one.

    Raises:
        InvalidValueError: If `text` is empty.
    """
    return _ranges(text).map(
        lambda pair: Passage(start=pair[0], end=pair[1], text=text[slice(*pair)])
    )


@st.composite
def actors(draw: st.DrawFn, *, text: str = _TEXT, number: int = 1) -> Actor:
    """
    Draw an actor with one to three mentions in a text.

    Args:
        draw: Given by Hypothesis.
        text: The text that the mentions are cut from, not empty.
        number: What the id ends in: `actor-1`.

    Raises:
        InvalidValueError: If `text` is empty.
    """
    mentions = draw(st.lists(_mentions(text), min_size=1, max_size=3, unique=True))
    return Actor(
        id=f"actor-{number}",
        name=draw(st.sampled_from(_NAMES)),
        kind=draw(st.sampled_from(ActorKind)),
        country=draw(st.sampled_from(_COUNTRIES)),
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, m.end))),
    )


@st.composite
def claims(draw: st.DrawFn, *, text: str = _TEXT, number: int = 1) -> Claim:
    """
    Draw a claim in a text: any words for its parts, two actors at most.

    Args:
        draw: Given by Hypothesis.
        text: The text that the passages are cut from, not empty.
        number: What the id ends in: `claim-1`.

    Raises:
        InvalidValueError: If `text` is empty.
    """
    speaker, target = actors(text=text), actors(text=text, number=2)
    content = draw(passages(text=text))
    form = draw(st.sampled_from(ClaimForm))
    return Claim(
        id=f"claim-{number}",
        speaker=draw(st.none() | _references(text, speaker)),
        cue=draw(st.none() | passages(text=text)),
        content=(content,),
        quotes=() if form is ClaimForm.INDIRECT else (content,),
        form=form,
        act=draw(st.sampled_from(ClaimAct)),
        targets=tuple(draw(st.lists(_references(text, target), max_size=1))),
        confidence=draw(st.floats(0, 1)),
    )


def articles(*, paragraphs: int = 4) -> st.SearchStrategy[Article]:
    """
    Draw articles, parsed from stories.

    Address and publisher may be any string: formulas, control characters, surrogates.

    Args:
        paragraphs: As for `stories`.

    Raises:
        InvalidValueError: If `paragraphs` is below 1.
    """
    words = st.none() | st.text(_HOSTILE) | st.text()
    return st.builds(
        parse,
        stories(paragraphs=paragraphs),
        published=st.sampled_from(_MOMENTS),
        url=words,
        publisher=words,
    )


def _ranges(text: str) -> st.SearchStrategy[tuple[int, int]]:
    if not text:
        raise InvalidValueError(text, "a text with at least one code point", "text")
    return st.integers(0, len(text) - 1).flatmap(
        lambda start: st.tuples(st.just(start), st.integers(start + 1, len(text)))
    )


def _mentions(text: str) -> st.SearchStrategy[Mention]:
    return st.builds(
        lambda passage, kind, adjectival: Mention(
            start=passage.start,
            end=passage.end,
            text=passage.text,
            kind=kind,
            adjectival=adjectival,
        ),
        passages(text=text),
        st.sampled_from(MentionKind),
        st.booleans(),
    )


def _references(
    text: str, who: st.SearchStrategy[Actor]
) -> st.SearchStrategy[Reference]:
    return st.builds(Reference, mention=_mentions(text), actor=st.none() | who)
