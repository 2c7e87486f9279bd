"""
The shape of clauses, by closed word classes and the order of words alone.

Each token gets one letter, so that a rule about an order of words reads as a walk over
letters.  No walk is longer than `LEFT` or `RIGHT` tokens, so that all are linear in the
text, whatever it is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from newsmodel.lexicons import toml
from newsmodel.parsers.reading import Reading, ZoneKind

LEFT = 60
"""How many tokens a walk to the left may take."""
RIGHT = 160
"""How many tokens a walk to the right may take."""

DETERMINER, PREPOSITION, AUXILIARY, NEGATION = "D", "P", "A", "N"
ADVERB, CONJUNCTION, SUBORDINATOR, PRONOUN = "R", "C", "S", "O"
TIME, VERB, NAME, NUMBER, WORD = "T", "V", "X", "#", "w"
POSSESSIVE, HYPHEN, STOP = "'", "-", ","

ARTICLES = frozenset(("the", "a", "an"))
RELATIVES = frozenset(("who", "whom", "which", "that"))

_NOT_ADVERBS = frozenset(
    "family ally rally reply supply italy july assembly monopoly friendly likely "
    "deadly weekly monthly daily elderly bully anomaly apply rely imply early only "
    "fly".split()
)
_NOT_PAST = frozenset(
    "united need indeed seed speed feed breed weed red bed hundred sacred naked wicked "
    "kindred exceed proceed succeed so-called ted fred led media-led embed".split()
)


_NOT_GERUNDS = frozenset(
    "bring sing ring sting swing cling string spring king thing nothing something "
    "anything everything during evening morning wing fling sling".split()
)


def is_gerund(word: str) -> bool:
    """Say whether a word in lower case is an -ing form of a verb."""
    return word.endswith("ing") and word not in _NOT_GERUNDS


class Phrase(NamedTuple):
    """Tokens `[first, stop)`."""

    first: int
    stop: int


@cache
def _classes() -> Mapping[str, str]:
    """The letter of each closed-class word."""
    grammar = toml("cues.toml")["grammar"]
    letters = {
        "verbs": VERB,
        "times": TIME,
        "adverbs": ADVERB,
        "pronouns": PRONOUN,
        "prepositions": PREPOSITION,
        "determiners": DETERMINER,
        "subordinators": SUBORDINATOR,
        "conjunctions": CONJUNCTION,
        "auxiliaries": AUXILIARY,
        "contracted": AUXILIARY,
        "negations": NEGATION,
    }
    found = {w: k for name, k in letters.items() for w in grammar[name].split()}
    found |= dict.fromkeys("- / & '".split(), HYPHEN) | {"'s": POSSESSIVE}
    return found


class Clauses:
    """The tokens of a story with their letters, quotations and sentences."""

    texts: list[str]
    starts: list[int]
    ends: list[int]
    lower: list[str]
    quoted: bytearray
    letters: list[str]
    sentences: Sequence[tuple[int, int]]
    ranges: tuple[tuple[int, int], ...]

    def __init__(self, reading: Reading) -> None:
        document = reading.document
        self.document = document
        self.texts, self.starts, self.ends = document.tokens
        self.lower = document.lower
        self.quoted = document.quoted
        self.letters = _letters(self.texts, self.lower)
        self.sentences = _without_dateline(reading, self.starts)
        self.ranges = reading.ranges
        self._range_starts = [first for first, _ in self.ranges]
        self._sentence_starts = [first for first, _ in self.sentences]
        self.quote_stops: dict[int, int] = {}
        self.quote_firsts: dict[int, int] = {}
        self.continued: set[int] = set()
        for quotation in document.quotations:
            if quotation.depth == 0:
                first, stop = document.token_range(quotation.start, quotation.end)
                self.quote_stops[first] = stop
                self.quote_firsts[stop] = first
                if quotation.continued:
                    self.continued.add(first)
        for first, _ in self.ranges:
            self.quote_firsts.pop(first, None)
        self._quote_starts = sorted(self.quote_stops)

    def stretch(self, token: int) -> Phrase:
        """The tokens of the headline or paragraph around a token."""
        at = bisect_right(self._range_starts, token) - 1
        return Phrase(*self.ranges[max(at, 0)])

    def body(self, token: int) -> Phrase:
        """The same without a dateline at its beginning."""
        first, stop = self.stretch(token)
        at = bisect_left(self._sentence_starts, first)
        starts = self._sentence_starts[at : at + 1]
        return Phrase(min([s for s in starts if s < stop], default=first), stop)

    def sentence(self, token: int) -> Phrase:
        """The sentence around a token."""
        at = bisect_right(self._sentence_starts, token) - 1
        return Phrase(*self.sentences[max(at, 0)])

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """The code points of tokens."""
        return self.starts[first], self.ends[stop - 1]

    def joined(self, token: int) -> bool:
        """Say whether no white space stands before a token."""
        return token > 0 and self.ends[token - 1] == self.starts[token]

    def is_stop(self, token: int) -> bool:
        """Say whether a token ends a phrase: a mark that is no hyphen in a word."""
        letter = self.letters[token]
        if letter != HYPHEN:
            return letter == STOP
        if self.texts[token] in "&/":
            return False
        return not (self.joined(token) or self.texts[token] == "'")

    def is_finite(self, token: int) -> bool:
        """Say whether a token looks like a finite verb."""
        letter = self.letters[token]
        if letter == AUXILIARY:
            return self.lower[token] not in ("be", "been", "being", "having")
        if letter != VERB:
            return False
        before = self.letters[token - 1] if token else STOP
        return before not in (DETERMINER, PREPOSITION, POSSESSIVE)

    def tokens_between(self, start: int, end: int) -> Phrase:
        """The tokens that lie in a stretch of code points."""
        return Phrase(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def quotation_end(self, token: int) -> int | None:
        """Behind the quotation that a token stands in, or None."""
        at = bisect_right(self._quote_starts, token) - 1
        if at < 0:
            return None
        stop = self.quote_stops[self._quote_starts[at]]
        return stop if stop > token else None

    def skip_adverbs(self, token: int, stop: int) -> int:
        """The first token from here on that is no adverb."""
        while token < stop and self.letters[token] == ADVERB:
            token += 1
        return token

    def noun_phrase(self, first: int, stop: int) -> Phrase:
        """The noun phrase that begins here, up to a preposition, mark or verb."""
        at = first
        letters = self.letters
        limit = min(stop, first + LEFT)
        while at < limit and not self._ends_phrase(at, first):
            at += 1
        while at > first and letters[at - 1] in (ADVERB, CONJUNCTION, TIME):
            at -= 1
        return Phrase(first, at)

    def _ends_phrase(self, at: int, first: int) -> bool:
        letter = self.letters[at]
        if self.is_stop(at) or at in self.quote_stops:
            return True
        if letter == CONJUNCTION:
            return not self._joins_nouns(at, first)
        if at == first:
            return letter in (PREPOSITION, SUBORDINATOR)
        if letter in (PREPOSITION, SUBORDINATOR, AUXILIARY, NEGATION):
            return True
        carries_on = _CARRIED_ON_FROM.get(letter)
        return carries_on is not None and self.letters[at - 1] not in carries_on

    def _joins_nouns(self, at: int, first: int) -> bool:
        if at == first or at + 1 >= len(self.letters):
            return False
        if self.lower[at] not in ("and", "or"):
            return False
        same = self.letters[at - 1] == self.letters[at + 1]
        return same or self.letters[at + 1] in (NAME, DETERMINER)


_CARRIED_ON_FROM = {
    DETERMINER: (DETERMINER, CONJUNCTION),
    PRONOUN: (DETERMINER, CONJUNCTION),
    TIME: (DETERMINER,),
    VERB: (DETERMINER, POSSESSIVE),
}
"""Letters that end a noun phrase unless one of these stands before them."""


def _without_dateline(reading: Reading, starts: list[int]) -> Sequence[tuple[int, int]]:
    """The sentences, without the dateline and dash before the first of the body."""
    dateline = reading.zone(ZoneKind.DATELINE)
    if dateline is None:
        return reading.sentences
    texts = reading.document.tokens.texts
    found = []
    for first, stop in reading.sentences:
        begin = first
        if dateline.start <= starts[first] < dateline.end:
            while begin < stop - 1 and (
                starts[begin] < dateline.end or texts[begin] in _DASHES
            ):
                begin += 1
        found.append((begin, stop))
    return found


_DASHES = frozenset(("—", "–", "--", "-", ":"))


def _letters(texts: list[str], lower: list[str]) -> list[str]:
    classes = _classes()
    letters = [classes.get(word, WORD) for word in lower]
    for at, letter in enumerate(letters):
        word = texts[at]
        first = word[0]
        if letter == WORD:
            letters[at] = _open_class(lower[at], first)
        elif letter in (TIME, AUXILIARY) and at and lower[at] in _MONTH_VERBS:
            letters[at] = _month_or_name(lower[at], letters[at - 1], letter, first)
        elif letter == POSSESSIVE and at and lower[at - 1] in _SUBJECTS:
            letters[at] = AUXILIARY
    return letters


def _month_or_name(word: str, before: str, letter: str, first: str) -> str:
    """Tell Theresa May from the month and from the verb."""
    if not first.isupper() or before == STOP:
        return letter
    if before == NAME:
        return NAME
    return letter if word == "will" else TIME


_MONTH_VERBS = frozenset(("may", "march", "will"))
_SUBJECTS = frozenset("he she it who that there what".split())


def _open_class(lower: str, first: str) -> str:
    if first.isdigit():
        return NUMBER
    if not first.isalpha():
        return STOP if first not in "$€£%#@" else WORD
    if first.isupper():
        return NAME
    if lower.endswith("ly") and lower not in _NOT_ADVERBS:
        return ADVERB
    if lower.endswith("ed") and lower not in _NOT_PAST:
        return VERB
    return WORD
