"""Places in a text, and the words that stand there."""

from __future__ import annotations

import enum
from typing import Self

import attrs

from newsmodel.errors import InvalidSpanError, InvalidTypeError
from newsmodel.model._checks import Value, is_a, short


@attrs.frozen(kw_only=True, repr=False, order=False)
class Span(Value):
    """
    A stretch of an article's text, half-open, in Unicode code points.

    Raises:
        InvalidSpanError: Unless `0 <= start <= end`.

    Examples:
        >>> Span(start=3, end=7).overlaps(Span(start=6, end=9))
        True
    """

    start: int = attrs.field(validator=is_a(int))
    """First code point, counted from 0 in `Article.text`."""
    end: int = attrs.field(validator=is_a(int))
    """The code point after the last one."""

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            value = (self.start, self.end)
            raise InvalidSpanError(value, "0 <= start <= end", type(self).__name__)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.start}-{self.end})"

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one code point."""
        return min(self.end, other.end) > max(self.start, other.start)

    def contains(self, other: Span) -> bool:
        """Say whether the other lies wholly in this one; every span contains itself."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Self:
        """
        Move both ends by a number of code points, which may be negative.

        Raises:
            InvalidSpanError: If the start would fall below 0.
        """
        return attrs.evolve(self, start=self.start + by, end=self.end + by)


@attrs.frozen(kw_only=True, repr=False, order=False)
class Passage(Span):
    """
    Words at their place: `article.text[p.start:p.end] == p.text`.

    Raises:
        InvalidSpanError: If the text is not as long as the span.
    """

    text: str = attrs.field(validator=is_a(str))
    """The words, exactly as they stand in `Article.text`."""

    def __attrs_post_init__(self) -> None:
        Span.__attrs_post_init__(self)
        if len(self.text) != self.end - self.start:
            expectation = f"a text of {self.end - self.start} code points"
            raise InvalidSpanError(self.text, expectation, type(self).__name__)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.start}-{self.end} {short(self.text)})"


class MentionKind(enum.StrEnum):
    """How words stand for someone or something."""

    NAME = "name"
    """A proper name, whole or short: "Volodymyr Zelenskyy", "Iranian", "the UN"."""
    NOMINAL = "nominal"
    """A common noun phrase: "the spokesman", "US officials"."""
    PRONOUN = "pronoun"
    """A personal, possessive or relative pronoun: "he", "its", "who"."""


@attrs.frozen(kw_only=True, repr=False, order=False)
class Mention(Passage):
    """Words that stand for an actor or a place."""

    kind: MentionKind = attrs.field(validator=is_a(MentionKind))
    """Name, nominal or pronoun."""
    adjectival: bool = attrs.field(default=False, validator=is_a(bool))
    """True for "Iranian" in "Iranian drones"."""
    metonymic: bool = attrs.field(default=False, validator=is_a(bool))
    """True where a place stands for who acts there: "Tehran dismissed the claim"."""


def check_inside(passage: Span, text: str, place: str) -> None:
    """
    Check that a span lies in a text and, for a passage, that the words are there.

    Raises:
        InvalidSpanError: If not.
        InvalidTypeError: If it is no span.
    """
    if not isinstance(passage, Span):
        raise InvalidTypeError(passage, "a Span", place)
    if passage.end > len(text):
        expectation = f"a span in a text of {len(text)} code points"
        raise InvalidSpanError(passage, expectation, place)
    if isinstance(passage, Passage) and not text.startswith(
        passage.text, passage.start
    ):
        found = short(text[passage.start : passage.end])
        raise InvalidSpanError(passage, f"the words there, {found}", place)
