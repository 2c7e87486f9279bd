"""Which actor stands at some words: an index that later parsers ask."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate

from newsmodel.model import Actor, ActorKind, Mention, MentionKind

Named = tuple[Mention, Actor]
"""Words, and the actor that they stand for."""

_OWNERS = frozenset("his her its their my our your whose".split())


class MentionIndex:
    """
    The mentions of all actors of a story, found by their place.

    Immutable.  Mentions may stand inside each other ("US" in "US officials"); two
    actors may share words.  Offsets are code points, half-open.  Every question
    costs the logarithm of the number of mentions, and what it gives back.

    Args:
        actors: The actors of one story.
        text: The story, normalised; where given, "Iran" in "Iran's envoy" is known
            to be a possessive.
    """

    __slots__ = ("_by_end", "_ends", "_named", "_reach", "_starts", "_text")

    def __init__(self, actors: Iterable[Actor], text: str = "") -> None:
        named = [(m, a) for a in actors for m in a.mentions]
        self._named = sorted(named, key=lambda n: (n[0].start, -n[0].end))
        self._starts = [m.start for m, _ in self._named]
        self._reach = list(accumulate((m.end for m, _ in self._named), max))
        self._by_end = sorted(named, key=lambda n: (n[0].end, n[0].start))
        self._ends = [m.end for m, _ in self._by_end]
        self._text = text

    def __len__(self) -> int:
        return len(self._named)

    def between(self, start: int, end: int) -> list[Named]:
        """Give the mentions that lie wholly in a span, by start, the longer first."""
        first = bisect_left(self._starts, start)
        stop = bisect_left(self._starts, end, first)
        return [n for n in self._named[first:stop] if n[0].end <= end]

    def at(self, start: int, end: int) -> Named | None:
        """
        Give the mention that a span of words is about: the head of the phrase.

        A person stands before all others, then what is no adjective and no
        possessive, then the longest, then the first: of "Ukrainian President
        Volodymyr Zelenskyy" the person, of "US officials" the officials, of "Biden
        administration" the administration.  An owner
        ("his" in "his lawyer") is never the head of what it owns.
        """
        inside = self.between(start, end)
        inside = [n for n in _outermost(inside) if not self._owns(n[0], end)]
        return max(inside, key=self._weight) if inside else None

    def exactly(self, start: int, end: int) -> Named | None:
        """Give the mention of just these words."""
        first = bisect_left(self._starts, start)
        stop = bisect_right(self._starts, start, first)
        return next((n for n in self._named[first:stop] if n[0].end == end), None)

    def ending_at(self, end: int) -> list[Named]:
        """Give the mentions that end here, the longer first."""
        first = bisect_left(self._ends, end)
        return self._by_end[first : bisect_right(self._ends, end, first)]

    def covering(self, offset: int) -> list[Named]:
        """Give the mentions that a code point stands in, the shorter first."""
        at = bisect_right(self._starts, offset) - 1
        found = []
        while at >= 0 and self._reach[at] > offset:
            if self._named[at][0].end > offset:
                found.append(self._named[at])
            at -= 1
        return found

    def last_before(self, offset: int) -> Named | None:
        """Give the mention that ends last at or before a code point."""
        at = bisect_right(self._ends, offset) - 1
        return self._by_end[at] if at >= 0 else None

    def protagonist(self) -> Actor | None:
        """Give the person who is mentioned most, the first of equals."""
        people = Counter(
            a.id for _, a in self._named if a.kind is ActorKind.PERSON
        ).most_common(1)
        return next(
            (a for _, a in self._named if people and a.id == people[0][0]), None
        )

    def _owns(self, mention: Mention, end: int) -> bool:
        """Say whether a mention owns what follows it inside the span."""
        if mention.end >= end:
            return False
        possessive = self._text.startswith(("'s", "’s"), mention.end) or (
            mention.text.endswith("s")
            and self._text.startswith(("'", "’"), mention.end)
        )
        return mention.text.lower() in _OWNERS or (possessive and mention.end + 2 < end)

    def _weight(self, named: Named) -> tuple[bool, bool, bool, int, int]:
        mention, actor = named
        person = actor.kind is ActorKind.PERSON and not mention.adjectival
        pronoun = mention.kind is MentionKind.PRONOUN
        return (
            not mention.adjectival,
            not pronoun,
            person,
            len(mention),
            -mention.start,
        )


def _outermost(named: list[Named]) -> list[Named]:
    """Leave out mentions inside others; they come by start, the longer first."""
    kept: list[Named] = []
    reach = -1
    for mention, actor in named:
        if mention.end > reach:
            kept.append((mention, actor))
            reach = mention.end
    return kept
