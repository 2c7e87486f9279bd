"""What a subclass of `Parser` must keep, and the errors that name what it broke."""

from __future__ import annotations

import functools
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

import attrs

from newsmodel.errors import BrokenParserError, InvalidSpanError
from newsmodel.lexicons import Lexicon
from newsmodel.model import Actor, Claim, Location, Mention, Passage, TimeExpression
from newsmodel.model.span import check_inside
from newsmodel.parsers.reading import Reading


def check_class(kind: type) -> None:
    """
    Check what a subclass puts in the place of its parent's attributes.

    Raises:
        BrokenParserError: If it has a `parse` of its own, or where its parent has a
            lexicon, something else.
    """
    for name, value in vars(kind).items():
        place = f"{kind.__name__}.{name}"
        shipped = _shipped(kind, name)
        if name == "parse":
            expectation = "find, accepts, build or finish: parse is final"
            raise BrokenParserError(value, expectation, place)
        if isinstance(shipped, Lexicon) and not (
            isinstance(value, Lexicon) and value.fold_case == shipped.fold_case
        ):
            expectation = f"a Lexicon with fold_case={shipped.fold_case}"
            raise BrokenParserError(value, expectation, place)


@functools.cache
def check_words(kind: type) -> None:
    """
    Check the values of the phrases that a class adds to the lexicons of its parents.

    Done when it first parses, since until then no lexicon need be read.

    Raises:
        BrokenParserError: If a value is of another type than those it joins, or is
            not one that `meanings` allows.
    """
    allowed: Mapping[str, Sequence[str]] = getattr(kind, "meanings", {})
    for parent in kind.__mro__:
        for name, own in vars(parent).items():
            shipped = _shipped(parent, name)
            if isinstance(own, Lexicon) and isinstance(shipped, Lexicon):
                place = f"{parent.__name__}.{name}"
                _check_values(own, shipped, place, allowed.get(name, ()))


def _shipped(kind: type, name: str) -> object:
    """Give an attribute as the parents of a class have it, or None."""
    return getattr(super(kind, kind), name, None)


def _check_values(
    own: Lexicon[Any], shipped: Lexicon[Any], place: str, allowed: Sequence[str]
) -> None:
    types = tuple({type(value): None for _, value in shipped.items()})
    names = " or ".join(kind.__name__ for kind in types)
    for words, value in own.items():
        at = f"{place}[{' '.join(words)!r}]"
        if types and not isinstance(value, types):
            raise BrokenParserError(value, f"a value of type {names}", at)
        known = words in shipped and shipped[words] == value
        if allowed and not known and value.partition(" ")[0] not in allowed:
            raise BrokenParserError(value, "one of " + ", ".join(allowed), at)


def iterated(given: object, place: str) -> Iterator[Any]:
    """Go through what a hook gave, which must be iterable."""
    if not isinstance(given, Iterable):
        raise BrokenParserError(given, "an iterable", place)
    return iter(given)


def answered(given: object, place: str) -> bool:
    """Take the answer of a hook; None is one that was forgotten."""
    if not isinstance(given, bool):
        raise BrokenParserError(given, "True or False", place)
    return given


def check_result(result: object, kind: type, reading: Reading, place: str) -> int:
    """Give where a result begins; it must be what the parser makes, in the text."""
    if not isinstance(result, kind):
        raise BrokenParserError(result, f"an object of {kind.__name__}", place)
    starts = []
    for part in parts_of(result):
        if isinstance(part, Passage):
            try:
                check_inside(part, reading.document.text, place)
            except InvalidSpanError as error:
                raise BrokenParserError(*error.args) from error
            starts.append(part.start)
    # A sanction may have its parties from sentences before it.
    trigger = getattr(result, "trigger", None)
    return trigger.start if trigger is not None else min(starts, default=0)


def check_together(
    results: Sequence[Any], kind: type, reading: Reading, place: str
) -> None:
    """Check that no id comes twice, and that all that results refer to was read."""
    ids = [found.id for found in results if hasattr(found, "id")]
    if len(set(ids)) < len(ids):
        raise BrokenParserError(ids, "unique ids", place)
    tables: dict[type, Sequence[Any]] = {
        Actor: reading.actors,
        Location: reading.locations,
        Claim: reading.claims,
    }
    if kind in tables:
        tables[kind] = results
    known = {k: {found.id: found for found in tables[k]} for k in tables}
    for result in results:
        for part in parts_of(result):
            if type(part) not in known:
                continue
            own = known[type(part)].get(part.id)
            if own is not part and own != part:
                expectation = f"one of the {type(part).__name__} objects that were read"
                raise BrokenParserError(part, expectation, place)


_WHOLE = (Mention, Passage, TimeExpression)
"""Passages that have no others in them."""
_PLAIN = (str, int, float, bool, type(None))


def parts_of(result: object) -> Iterator[Any]:
    """Give a result's passages, and the objects of tables that it refers to."""
    if isinstance(result, Passage):
        yield result
        if type(result) in _WHOLE:
            return
    # A checker takes the class's own `__hash__` for that of its objects.
    for name in _fields(cast("Hashable", type(result))):
        value = getattr(result, name)
        for part in value if isinstance(value, tuple) else (value,):
            if type(part) in _PLAIN:
                continue
            if hasattr(part, "id"):
                yield part
            else:
                yield from parts_of(part)


@functools.cache
def _fields(kind: type) -> tuple[str, ...]:
    """Give the names of a model class's fields; none of any other class."""
    return tuple(f.name for f in attrs.fields(kind)) if attrs.has(kind) else ()
