"""
Segments: a text cut wherever a mark begins or ends.

Marks may nest and may cross.  Elements of a page may only nest, so a mark that
crosses the end of another is closed with it and opened again behind it.  Whoever
writes a segment's `opens`, its words and its `closes`, in that order, has written
elements that are well nested, whatever the marks.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from newsmodel.model import Passage, Span
from newsmodel.render._marks import Mark


@attrs.frozen(kw_only=True)
class Segment(Passage):
    """Words on which the same marks lie from the first to the last."""

    opens: tuple[Mark, ...]
    """The marks to open before the words, outer ones first."""
    closes: tuple[Mark, ...]
    """The marks to close behind the words, inner ones first."""

    def begins(self, mark: Mark) -> bool:
        """Say whether a mark that opens here begins here: it was not cut before."""
        return mark.start == self.start

    def finishes(self, mark: Mark) -> bool:
        """Say whether a mark that closes here ends here: it does not go on."""
        return mark.end == self.end


def segments(text: str, span: Span, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """
    Cut a stretch of a text at the ends of the marks that lie on it.

    Args:
        text: The text of the article.
        span: The stretch; marks that reach beyond it are cut at its ends.
        marks: In the order of `marks`, the outer before the inner.

    Returns:
        Segments in order that join to the stretch; none where it is empty.

    Examples:
        >>> from newsmodel.model import Span
        >>> [s.text for s in segments("a rainy day", Span(start=2, end=7), ())]
        ['rainy']
    """
    pieces = list(_pieces(span, marks))
    stacks = [on for _, on in pieces]
    before = [(), *stacks]
    behind = [*stacks[1:], ()]
    return tuple(
        Segment(
            start=piece.start,
            end=piece.end,
            text=text[piece.start : piece.end],
            opens=on[_common(before[number], on) :],
            closes=on[_common(on, behind[number]) :][::-1],
        )
        for number, (piece, on) in enumerate(pieces)
    )


def _pieces(
    span: Span, marks: Iterable[Mark]
) -> Iterator[tuple[Span, tuple[Mark, ...]]]:
    """Give the pieces between the ends of marks, with the marks that lie on each."""
    waiting = deque(m for m in marks if m.overlaps(span))
    cuts = {span.start, span.end}.union(*((m.start, m.end) for m in waiting))
    inside = sorted(cut for cut in cuts if span.start <= cut <= span.end)
    on: list[Mark] = []
    for start, end in pairwise(inside):
        on = [m for m in on if m.end > start]
        while waiting and waiting[0].start <= start:
            on.append(waiting.popleft())
        yield Span(start=start, end=end), tuple(on)


def _common(one: tuple[Mark, ...], other: tuple[Mark, ...]) -> int:
    """Count the marks at the start of both."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a is not b), min(len(one), len(other)))
