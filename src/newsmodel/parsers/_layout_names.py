"""Names in credits: who is a person, what is a role, which is the house."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from newsmodel.lexicons import Lexicon, table, toml
from newsmodel.parsers._layout_dates import MONTHS
from newsmodel.text import Document

Range = tuple[int, int]
"""Tokens `[first, stop)`."""

_SPLITS = frozenset((",", ";", "/", "|", "•", "·", "&", "and", "with", "–", "—", "--"))
_CUTS = frozenset(
    ("in", "for", "of", "at", "from", "reporting", "on", "the", "writing")
)
_VERBS = frozenset(
    ("is", "was", "has", "are", "were", "covers", "writes", "said", "says")
)
_LONGEST_NAME = 6
_LEAD = 4
_BARE_AT_MOST = 3
_PLACE_AT_MOST = 4


class Person(NamedTuple):
    """One segment of a credit."""

    name: Range | None
    role: Range | None
    house: Range | None
    place: Range | None = None
    """Where the person reports from: "Ann Lee in Kyiv"."""


class _Words(NamedTuple):
    heads: frozenset[str]
    modifiers: frozenset[str]
    house: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    agencies: Lexicon[bool]


@functools.cache
def _words() -> _Words:
    known: Any = toml("layout.toml")
    roles, credits_ = known["roles"], known["credits"]
    return _Words(
        frozenset(roles["heads"]),
        frozenset(roles["modifiers"]),
        frozenset(credits_["house"]),
        frozenset(credits_["particles"]),
        frozenset(credits_["suffixes"]),
        Lexicon.words(credits_["agencies"], fold_case=True),
    )


@functools.cache
def given_names() -> frozenset[str]:
    """Give the known given names, in lower case."""
    return frozenset(row["name"].lower() for row in table("given.tsv"))


@functools.cache
def _countries() -> frozenset[str]:
    return frozenset(row["name"].lower() for row in table("nations.tsv"))


def read_people(document: Document, first: int, stop: int) -> list[Person]:
    """
    Read the segments of a credit, in order: people, roles and houses.

    The tokens are those of the credit without "By".
    """
    return [_segment(document, *part) for part in _segments(document, first, stop)]


def is_names(document: Document, first: int, stop: int) -> bool:
    """Say whether a line is nothing but people, with roles or houses behind them."""
    while (
        stop > first
        and not document.tokens.texts[stop - 1][-1].isalnum()
        and document.tokens.texts[stop - 1][-1] != "."
    ):
        stop -= 1
    if not 2 <= stop - first <= 24:
        return False
    people = read_people(document, first, stop)
    if not people or people[0].name is None:
        return False
    return all(any(p) for p in people) and _covered(people, stop)


def _covered(people: Sequence[Person], stop: int) -> bool:
    last = people[-1]
    ends = [r[1] for r in last if r]
    return max(ends, default=0) >= stop


def is_known_name(document: Document, first: int, stop: int) -> bool:
    """Say whether a line is people of whom the first has a known given name."""
    if not is_names(document, first, stop):
        return False
    return document.lower[first] in given_names()


def names_someone(document: Document, first: int, stop: int) -> bool:
    """Say whether a line that opens with "By" names people or a house, or no more."""
    if stop - first <= _BARE_AT_MOST:
        return True
    people = read_people(document, first, stop)
    return bool(people) and any(people[0])


def is_agency(document: Document, first: int, stop: int) -> bool:
    """Say whether tokens are the name of an agency or a newspaper, and no more."""
    found = _words().agencies.longest(document.lower, first, stop)
    return found is not None and first + found[0] == stop


def _segments(document: Document, first: int, stop: int) -> Iterator[Range]:
    _, starts, ends = document.tokens
    begin = first
    for at in range(first, stop):
        word = document.lower[at]
        broken = at > begin and "\n" in document.clean[ends[at - 1] : starts[at]]
        if word in _SPLITS or (word == "-" and _spaced(document, at)):
            if at > begin:
                yield begin, at
            begin = at + 1
        elif broken:
            yield begin, at
            begin = at
    if stop > begin:
        yield begin, stop


def _spaced(document: Document, at: int) -> bool:
    _, starts, ends = document.tokens
    return at > 0 and ends[at - 1] < starts[at]


def _segment(document: Document, first: int, stop: int) -> Person:
    known, lower = _words(), document.lower
    opening = lower[first : min(first + _LEAD, stop)]
    if "by" in opening:
        first += opening.index("by") + 1
    while first < stop and lower[first] in ("by", "the", ":", "(", "-", "a"):
        first += 1
    while stop > first and lower[stop - 1] in (".", ")", ":", "-", "..", "*"):
        stop -= 1
    if first >= stop:
        return Person(None, None, None)
    agency = known.agencies.longest(lower, first, stop)
    if (
        agency
        and first + agency[0] < stop
        and not _is_role(lower, first + agency[0], stop)
    ):
        agency = None
    if agency:
        end = first + agency[0]
        return Person(None, (end, stop) if end < stop else None, (first, end))
    name = _name(document, first, stop)
    if name is not None:
        return _with_rest(document, name, stop)
    role = (first, stop) if _is_role(lower, first, stop) else None
    house = (first, stop) if role is None and _is_house(document, first, stop) else None
    return Person(None, role, house)


def _with_rest(document: Document, name: Range, stop: int) -> Person:
    lower = document.lower
    rest = name[1]
    while rest < stop and lower[rest] in _CUTS | {"(", ","}:
        rest += 1
    if rest >= stop:
        return Person(name, None, None)
    if lower[name[1]] in ("in", "at") and stop - rest <= _PLACE_AT_MOST:
        capital = all(t[0].isupper() for t in document.tokens.texts[rest:stop])
        return Person(name, None, None, (rest, stop) if capital else None)
    if lower[rest] in _VERBS:
        return Person(None, None, None)
    if _is_role(lower, rest, stop):
        return Person(name, (rest, stop), None)
    if lower[rest] == "special":
        return Person(name, None, (rest, stop))
    return Person(name, None, (rest, stop) if _is_house(document, rest, stop) else None)


def _is_role(lower: Sequence[str], first: int, stop: int) -> bool:
    return any(w in _words().heads for w in lower[first:stop])


def _is_house(document: Document, first: int, stop: int) -> bool:
    lower = document.lower
    if _words().agencies.longest(lower, first, stop):
        return True
    _, starts, ends = document.tokens
    dotted = any(
        lower[at] == "." and ends[at - 1] == starts[at] and ends[at] == starts[at + 1]
        for at in range(first + 1, stop - 1)
    )
    return dotted or lower[stop - 1] in _words().house or lower[first] in _words().house


def _name(document: Document, first: int, stop: int) -> Range | None:
    """Give the tokens of a person's name at the start of a segment."""
    known, texts, lower = _words(), document.tokens.texts, document.lower
    end = first
    while end < stop and _may_be_in_name(document, end, first):
        end += 1
    while end > first and lower[end - 1] in known.particles:
        end -= 1
    end = _without_role(lower, first, end, stop)
    count = sum(t[0].isalpha() for t in texts[first:end])
    if not 2 <= count <= _LONGEST_NAME or not texts[first][0].isupper():
        return None
    if " ".join(lower[first:end]) in _countries() or lower[first] in MONTHS:
        return None
    if any(w in known.house for w in (lower[first], lower[end - 1])):
        return None
    return first, end


def _may_be_in_name(document: Document, at: int, first: int) -> bool:
    text, lower = document.tokens.texts[at], document.lower[at]
    if text == "-":
        return at > first and not _spaced(document, at)
    if lower in _CUTS or lower in _words().heads:
        return False
    following = document.tokens.texts[at + 1 : at + 2]
    if lower == "special" and following == ["to"]:
        return False
    if lower in MONTHS and following and following[0][0].isdigit():
        return False
    if not text[0].isalpha() or any(c.isdigit() for c in text):
        return False
    return text[0].isupper() or (at > first and lower in _words().particles)


def _without_role(lower: Sequence[str], first: int, end: int, stop: int) -> int:
    """Leave a role's first words ("Education", of editor) out of the name."""
    if end >= stop or lower[end] not in _words().heads:
        return end
    floor = first + 2
    if end > floor and len(lower[first + 1]) <= 2 and lower[first + 1].endswith("."):
        floor += 1
    while end > floor and lower[end - 1] in _words().modifiers:
        end -= 1
    return end
