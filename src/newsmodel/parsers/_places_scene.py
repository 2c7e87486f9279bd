"""What the finders of places look at in one story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from newsmodel.errors import BrokenParserError
from newsmodel.lexicons.place import Place, Places
from newsmodel.parsers._actors_learned import read_names
from newsmodel.parsers._places_people import parties
from newsmodel.parsers.reading import Reading, ZoneKind

if TYPE_CHECKING:
    from newsmodel.parsers.locations import LocationParser

_LONGEST: Final = 7
"""The most words of a name."""
_LINKS: Final = frozenset(
    "of the and in on upon by under over an am im de del della di do dos da das du des "
    "la las le les los el al ar as ad es e en et y i na pod nad der den sur sous lès à "
    "- ' . / &".split()
)
"""What stands between the words of a name: "Stratford-upon-Avon"."""
_JOINED: Final = re.compile(r"[a-zé]{1,4}'[A-Z]|'s$")
"""A word of a name: "d'Ivoire", "Saint John's"."""


class Scene:
    """
    A story, and what its places are judged by.

    Args:
        parser: Whose vocabulary and gazetteer count.
        reading: The story, with its actors.
    """

    def __init__(self, parser: LocationParser, reading: Reading) -> None:
        self.parser = parser
        self.reading = reading
        self.texts = reading.document.tokens.texts
        self.lower = reading.document.lower
        self.names = read_names(reading)
        """The learned names; None where rules alone read."""
        self.parties = parties(reading, self.names)
        self.dateline = _dateline(reading)
        """The tokens of the dateline."""
        self.ranges = _ranges(reading, self.dateline)
        """The tokens to read; with learned names a dateline on its own line too."""

    def longest(self, at: int, stop: int) -> tuple[int, Places] | None:
        """Give the size of the longest name of places that begins here, and them."""
        for end in reversed(list(self._ends(at, stop))):
            places = self.exact(at, end)
            if places:
                return end - at, places
        return None

    def look_up(self, name: str) -> Sequence[Place]:
        """
        Give the places of a name.

        Raises:
            BrokenParserError: If the gazetteer of a subclass gives anything else.
        """
        places: object = self.parser.gazetteer.find(name)
        if isinstance(places, Sequence) and all(isinstance(p, Place) for p in places):
            return places
        at = f"{type(self.parser).__name__}.gazetteer.find({name!r})"
        raise BrokenParserError(places, "a sequence of Place", at)

    def exact(self, first: int, stop: int) -> Places:
        """Look a name up, one in capitals also as it is else written."""
        name = self.words(first, stop)
        places = self.look_up(name)
        if not places and name.isupper():
            places = self.look_up(name.title())
        return tuple(places)

    def words(self, first: int, stop: int) -> str:
        """Give words as they stand in the text, with single spaces."""
        _, starts, ends = self.reading.document.tokens
        name = self.reading.document.clean[starts[first] : ends[stop - 1]]
        return name if stop == first + 1 else " ".join(name.split())

    def has(self, word: str) -> bool:
        """Say whether a word in small letters stands in what is read."""
        return word in self._words

    @cached_property
    def has_lists(self) -> bool:
        """Whether a noun behind several names stands in the story: "counties"."""
        return any(self.has(noun[0].lower()) for noun in self.parser.lists)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(w for a, b in self.ranges for w in self.lower[a:b])

    def before(self, first: int) -> str:
        """Give the word before a token in small letters, or nothing."""
        return self.lower[first - 1] if first else ""

    def _ends(self, at: int, stop: int) -> Iterator[int]:
        """Give where a name that begins here may end: small words may be its last."""
        for end in range(at, min(stop, at + _LONGEST)):
            word = self.texts[end]
            if word[0].isupper() or word[0].isdigit() or _JOINED.match(word):
                yield end + 1
            elif word not in _LINKS:
                if word.isalpha():
                    noun = self.parser.features.longest(self.texts, end, stop)
                    yield end + (noun[0] if noun else 1)
                return


def _dateline(reading: Reading) -> range:
    zone = reading.zone(ZoneKind.DATELINE)
    if zone is None:
        return range(-1, -1)
    return range(*reading.document.token_range(zone.start, zone.end))


def _ranges(reading: Reading, dateline: range) -> tuple[tuple[int, int], ...]:
    ranges = reading.ranges
    if reading.evidence is None or not dateline:
        return ranges
    if any(a <= dateline.start < b for a, b in ranges):
        return ranges
    return tuple(sorted((*ranges, (dateline.start, dateline.stop))))
