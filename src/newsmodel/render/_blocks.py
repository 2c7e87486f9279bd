"""Blocks: a story as a page lays it out, headline, paragraphs and the rest in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

import attrs

from newsmodel.model import Article, Span
from newsmodel.render._marks import Mark, marks
from newsmodel.render._segments import Segment, segments

GAP = "gap"
"""The zone of white space between blocks."""
_ZONES = ("section", "headline", "standfirst", "byline", "date_line")
_LISTS = {"paragraphs": "paragraph", "related": "related", "furniture": "furniture"}

_LINE_ENDS = dict.fromkeys(map(ord, "\r\x85\u2028\u2029"), "\n")


@attrs.frozen(kw_only=True)
class Block:
    """A stretch of the story and what it is on the page."""

    zone: str
    """ "headline", "paragraph", ...; "other" where the layout has no name, or GAP."""
    segments: tuple[Segment, ...]
    """Its words, cut at the ends of marks."""

    @property
    def text(self) -> str:
        """The words of the block."""
        return "".join(s.text for s in self.segments)


def blocks(article: Article) -> tuple[Block, ...]:
    """Give the blocks of a story, in order; together they are all of its text."""
    return tuple(_blocks(article))


def _blocks(article: Article) -> Iterator[Block]:
    waiting = deque(marks(article))
    on: list[Mark] = []
    for zone, span in _tiles(article):
        on = [m for m in on if m.end > span.start]
        while waiting and waiting[0].start < span.end:
            on.append(waiting.popleft())
        shown = () if zone == GAP else on
        yield Block(zone=zone, segments=segments(article.text, span, shown))


def _tiles(article: Article) -> Iterator[tuple[str, Span]]:
    """Give the zones, each with the rest of its lines, and what lies between them."""
    text = article.text.translate(_LINE_ENDS)
    done = 0
    for start, end, zone in sorted(_zones(article), key=lambda z: (z[0], -z[1])):
        if start < done or start == end:
            continue
        first = max(done, text.rfind("\n", 0, start) + 1)
        last = text.find("\n", end)
        yield from _between(text, done, first)
        done = len(text) if last < 0 else last
        yield zone, Span(start=first, end=done)
    yield from _between(text, done, len(text))


def _zones(article: Article) -> Iterator[tuple[int, int, str]]:
    for name in _ZONES:
        if zone := getattr(article, name):
            yield zone.start, zone.end, name.replace("_", "-")
    for name, kind in _LISTS.items():
        yield from ((p.start, p.end, kind) for p in getattr(article, name))


def _between(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """Give the lines that lie in no zone, apart from the white space around them."""
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = max(first, start + len(words.rstrip()))
    parts = ((GAP, start, first), ("other", first, last), (GAP, last, end))
    yield from ((zone, Span(start=a, end=b)) for zone, a, b in parts if a < b)
