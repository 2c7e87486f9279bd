"""What looks like a time expression and is none: names, verbs, numbers."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from newsmodel.lexicons import toml
from newsmodel.text import Document
from newsmodel.text.tokens import words

_TITLE_CASE: Final = 0.7
"""Share of capitals from which a sentence is a headline in title case."""
_WINDOW: Final = 30
"""How many tokens on each side are looked at for it."""
_MODALS: Final = frozenset(("may", "march", "mar", "mar."))
_GIVEN: Final = frozenset(("jan", "april", "june", "august"))
"""Months that are given names as well: "April Roe"."""
_BEFORE_MONTH: Final = frozenset(
    "in since by until till of from for during before after between through last next "
    "this past late early mid every each a an the on around about".split()
)
_SURE: Final = frozenset(("in", "since", "by", "until", "last", "next", "of", "until"))
_LINKS: Final = frozenset(("and", "to", "or", "-", ","))
_SEASONS: Final = frozenset(("spring", "summer", "autumn", "winter"))
_WEEKDAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_NAMES: Final = frozenset(
    "times telegraph mirror express mail herald post tribune star weld ltd ltd. inc "
    "inc. corp corp. plc magazine league night".split()
)
_NICKNAMES: Final = frozenset("black bloody super cyber giving casual ruby".split())
_QUOTES: Final = frozenset("“”‘’\"'")
_ARTICLES: Final = frozenset("the a an any its their his of to as 's no".split())
_ADVERBS: Final = frozenset(("previously", "recently"))
_AS_SOON: Final = frozenset(("as", "after"))


def is_near_miss(document: Document, first: int, stop: int) -> bool:
    """Say whether the tokens `[first, stop)` only look like a time expression."""
    lower = document.lower
    begin, end = document.sentence_of(first)
    before = lower[first - 1] if first > begin else ""
    behind = lower[stop] if stop < end else ""
    word = lower[first]
    if word in _MODALS and not _is_month(document, first, stop, before):
        return True
    if stop - first == 1 and _is_other(word, before, behind):
        return True
    if stop - first == 1 and word in _GIVEN and before not in _BEFORE_MONTH:
        return behind.isalpha() and document.tokens.texts[stop][0].isupper()
    if word in _WEEKDAYS and _heads_name(document, stop, behind):
        return True
    return _is_title(document, first, stop, (begin, end))


def _is_other(word: str, before: str, behind: str) -> bool:
    """Judge a single word by its neighbours."""
    if word in _SEASONS:
        return before not in _BEFORE_MONTH
    if word in _WEEKDAYS:
        return before in _NICKNAMES
    if word == "soon":
        return before == "as" or behind in _AS_SOON
    if word in _ADVERBS:
        return behind.endswith("ed") and before in _ARTICLES
    return False


def _is_month(document: Document, first: int, stop: int, before: str) -> bool:
    """Tell the month from the verb, the auxiliary and the surname."""
    capital = document.tokens.texts[first][0].isupper()
    if stop - first > 1:
        return capital or before in _SURE
    if not capital:
        return before in _SURE and before != "of"
    if before in _LINKS:
        return any(w in _MONTHS for w in document.lower[max(first - 4, 0) : first - 1])
    return before in _BEFORE_MONTH


_MONTHS: Final = frozenset(
    "january february march april may june july august september october november "
    "december".split()
)


def _heads_name(document: Document, stop: int, behind: str) -> bool:
    return behind in _NAMES and document.tokens.texts[stop][0].isupper()


def _is_title(
    document: Document, first: int, stop: int, sentence: tuple[int, int]
) -> bool:
    """Say whether words that have small letters elsewhere stand in a title or name."""
    texts = document.tokens.texts
    word = texts[stop - 1]
    if stop - 1 <= sentence[0] or not word[0].isupper() or word.isupper():
        return False
    if document.lower[stop - 1] not in _PLAIN or _is_holiday(document, first, stop):
        return False
    opens = first == sentence[0] or not texts[first - 1][0].isalnum()
    if opens and stop - first == 1:
        return _is_show(texts[max(first - 1, 0) : stop + 1])
    begin, end = max(sentence[0], first - _WINDOW), min(sentence[1], stop + _WINDOW)
    near = [t for t in texts[begin:end] if t[0].isalpha()]
    capitals = sum(t[0].isupper() for t in near)
    return capitals < _TITLE_CASE * len(near)


def _is_show(words: Sequence[str]) -> bool:
    """Say whether a word stands alone between quotation marks: "“Today” host"."""
    return len(words) == len("“t”") and {words[0], words[-1]} <= _QUOTES


def _is_holiday(document: Document, first: int, stop: int) -> bool:
    """Say whether the words end in the name of a holiday: "Christmas Day"."""
    lower = document.lower
    return any(tuple(lower[at:stop]) in _holidays() for at in range(first, stop))


@functools.cache
def _holidays() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words(name)) for name in toml("times.toml")["holiday"])


_PLAIN: Final = frozenset(
    "today yesterday tomorrow tonight day week weekend month quarter year decade night "
    "morning afternoon evening now daily weekly monthly hour minute days weeks months "
    "years hours minutes".split()
)
