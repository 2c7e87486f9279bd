"""What a rule found, and the story that it is resolved against."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple, Self

import attrs

from newsmodel.model import TimeKind
from newsmodel.parsers._times_calendar import interval
from newsmodel.parsers._times_words import MORE, Vocabulary

_NEAR_YEAR = 60
"""How many tokens a year counts for the dates behind it."""
_HISTORY = 3
"""How many years long past make an account of history."""
_REACH = 12
"""How many tokens a verb may stand away whose tense counts."""
_AHEAD = frozenset(
    "is are set due expected scheduled plan plans planned planning hopes hope intends "
    "wants supposed ready going agreed likely".split()
)
"""Words before "to" and a verb that put the date ahead."""
_BY = frozenset(("by", "until", "till"))
OVER = frozenset(("ended", "since"))
"""Words before a date that lies behind, however near ahead it would be."""
_GOES_ON = frozenset("to for on at in by".split())
_PRESENT = frozenset(
    "need succeed exceed proceed feed speed seed bleed breed indeed red bed shed "
    "hundred".split()
)
"""Words in -ed that are no past tense."""
_WAS = frozenset("was were had been".split())
_TIMES = frozenset("ampm clock ampmclock zone noon oclock part local time".split())
_PAST = frozenset(
    "was were had did said came went took made began fell rose told got left gave "
    "became held met lost won sold bought paid led ran kept felt put brought thought "
    "found knew saw grew hit cut set broke died spent sent built drew 's has "
    "since been".split()
)
"""Words that put the date behind the story's day."""


class Meaning(NamedTuple):
    """What words denote."""

    kind: TimeKind
    value: str
    mod: str | None = None
    relative: bool = False
    """Whether it was counted from the day of publication or from `anchor`."""
    zone: dt.tzinfo | None = None
    """The time zone that the words name."""
    anchor: dt.date | None = None
    """The day in the story that it was counted from, where that is not its own."""
    leads: bool = False
    """Whether it is a quarter that "a year earlier" behind it counts from."""


@attrs.define
class Story:
    """What a story has told of time so far; lives for one reading."""

    base: dt.date | None
    """Day of publication."""
    day_first: bool = False
    """Whether the story writes the day before the month in "10/6/2023"."""
    year: int | None = None
    """The year that was named last."""
    quarter: tuple[int, int] | None = None
    """The year and the quarter that were named last."""
    day: str | None = None
    """The value of the date that was named last."""
    year_at: int = 0
    """The token where the year was named."""
    frame: bool = False
    """Whether that year opened its sentence: "In 1942 ..."."""
    day_at: int = -1
    """The token where the date was named."""
    old_years: int = 0
    """How many years were named that lay well before publication."""
    new_years: int = 0
    """How many others."""

    def told_year(self, token: int) -> int | None:
        """
        Give the year that a date without one takes from the words just before it.

        A story without a day of publication keeps the year named last; another one
        does so only near a year long past, as in an account of history.
        """
        if self.year is None or self.base is None:
            return self.year
        near = token - self.year_at <= _NEAR_YEAR
        history = self.old_years >= _HISTORY and self.old_years > self.new_years
        old = self.base.year - self.year > 1
        return self.year if near and old and (history or self.frame) else None

    def tell(self, meaning: Meaning, token: int, *, opens: bool) -> None:
        """
        Note a date for those that are counted from it.

        Args:
            meaning: The date.
            token: Its first token.
            opens: Whether it opens its sentence.
        """
        if meaning.kind is not TimeKind.DATE:
            return
        value = meaning.value
        if interval(value) is None:
            return
        self.day, self.day_at = value, token
        if "-Q" in value and meaning.leads:
            self.quarter = int(value[:4]), int(value[-1])
        if len(value) >= len("1998") and not meaning.relative:
            self.year, self.year_at, self.frame = int(value[:4]), token, opens
            old = self.base is not None and self.base.year - self.year > 1
            self.old_years += old
            self.new_years += not old


class Found:
    """A run of tokens that a rule matched, as categories and meanings."""

    def __init__(  # noqa: PLR0913, PLR0917 - one place makes it
        self,
        vocabulary: Vocabulary,
        story: Story,
        lower: Sequence[str],
        sentence: tuple[int, int],
        first: int,
        line: str,
    ) -> None:
        self.story = story
        self.lower = lower
        self.sentence = sentence
        self.first = first
        self.stop = first + len(line)
        self._names: list[str] = []
        self._meanings: list[str] = []
        self._stops: list[int] = []
        self._spoken: list[str] = []
        at = 0
        while at < len(line):
            stop = at + 1
            while stop < len(line) and line[stop] == MORE:
                stop += 1
            self._names.append(vocabulary.names[line[at]])
            meaning = vocabulary.meaning(lower, first + at, first + stop)
            self._meanings.append(meaning)
            self._stops.append(first + stop)
            if self._names[-1] == "number" and lower[first + at].isalpha():
                self._spoken.append(meaning)
            at = stop
        self._vocabulary = vocabulary

    def get(self, *names: str) -> str | None:
        """Give the meaning of the first word of one of these categories."""
        for name, meaning in zip(self._names, self._meanings, strict=True):
            if name in names:
                return meaning
        return None

    def all(self, *names: str) -> list[str]:
        """Give the meanings of all words of these categories, in order."""
        pairs = zip(self._names, self._meanings, strict=True)
        return [meaning for name, meaning in pairs if name in names]

    def has(self, *names: str) -> bool:
        """Say whether a word of one of these categories is there."""
        return not set(names).isdisjoint(self._names)

    def pairs(self) -> list[tuple[str, str]]:
        """Give categories and meanings, in order."""
        return list(zip(self._names, self._meanings, strict=True))

    @property
    def mod(self) -> str | None:
        """The modifier of a date that the words give."""
        return self.get("edge", "edges", "comparative", "quantity", "ever")

    @property
    def mod_of_length(self) -> str | None:
        """The modifier of a length that the words give."""
        return self.get("quantity", "ever")

    @property
    def wordyear(self) -> list[str]:
        """The numbers in words, of which a spoken year consists."""
        return self._spoken

    def end_with(self, *names: str) -> None:
        """Leave out what stands behind the last word of these categories."""
        last = max(n for n, name in enumerate(self._names) if name in names)
        self.stop = self._stops[last]
        del self._names[last + 1 :], self._meanings[last + 1 :]

    def behind_time(self) -> Found:
        """Give what stands behind a time of day and its zone."""
        last = max(
            (n for n, name in enumerate(self._names) if name in _TIMES), default=-1
        )
        return self._cut(last + 1)

    def _cut(self, first: int) -> Self:
        part = copy.copy(self)
        part._names = self._names[first:]  # noqa: SLF001 - a copy of this object
        part._meanings = self._meanings[first:]  # noqa: SLF001
        return part

    def before(self, back: int = 1) -> str:
        """Give a word before, in lower case; empty past the sentence."""
        at = self.first - back
        return self.lower[at] if at >= self.sentence[0] else ""

    def behind(self, ahead: int = 0) -> str:
        """Give a word behind, in lower case; empty past the sentence."""
        at = self.stop + ahead
        return self.lower[at] if at < self.sentence[1] else ""

    def kind_behind(self, ahead: int) -> str:
        """Give the category of a word behind; empty if it has none."""
        word = self.behind(ahead)
        return self._vocabulary.names.get(self._vocabulary[word], "") if word else ""

    def tense(self) -> int:
        """
        Read the tense around: -1 past, 1 future, 0 unknown.

        The nearest telling word before decides, else the nearest one behind.
        """
        begin = max(self.sentence[0], self.first - _REACH)
        stop = min(self.sentence[1], self.stop + _REACH)
        if self.before() in _BY:
            behind = self.lower[self.stop : min(stop, self.stop + 4)]
            over = "had" in self.lower[begin : self.first] or not _WAS.isdisjoint(
                behind
            )
            return -1 if over else 1
        for at in (*range(self.first - 1, begin - 1, -1), *range(self.stop, stop)):
            if tense := self._tense_of(at):
                return tense
        return 0

    def _tense_of(self, at: int) -> int:
        word = self.lower[at]
        before = self.lower[at - 1] if at > self.sentence[0] else ""
        behind = self.lower[at + 1] if at + 1 < self.sentence[1] else ""
        ahead = self._vocabulary.get(word) == self._vocabulary.chars.get("tense_future")
        if ahead and (not word.endswith("ed") or behind in _GOES_ON):
            return -1 if self._was(at) else 1
        if word == "to" and (before in _AHEAD or behind == "be"):
            return -1 if self._was(at - 1) else 1
        if word in _PAST or (word.endswith("ed") and word not in _PRESENT):
            return 0 if before == "be" else -1
        return 0

    def _was(self, at: int) -> bool:
        """Say whether a verb in the past stands just before: "was due"."""
        return any(w in _WAS for w in self.lower[max(at - 2, 0) : at])
