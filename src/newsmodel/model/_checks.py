"""Validators shared by the model classes, and what all of them can do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, Self

import attrs

from newsmodel.errors import InvalidTypeError, InvalidValueError

Moment = dt.date | dt.datetime


class Value:
    """A frozen value: a copy of it is the value itself."""

    __slots__ = ()

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self


def place_of(owner: object, attribute: attrs.Attribute[Any]) -> str:
    """Name a field in an error message."""
    return f"{type(owner).__name__}.{attribute.name}"


def is_a(*kinds: type) -> Callable[[object, attrs.Attribute[Any], object], None]:
    """Check that a value has one of these types (a bool is no int)."""
    names = " or ".join("None" if k is type(None) else k.__name__ for k in kinds)

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, kinds) or (
            isinstance(value, bool) and bool not in kinds
        ):
            raise InvalidTypeError(value, names, place_of(owner, attribute))

    return check


def maybe(kind: type) -> Callable[[object, attrs.Attribute[Any], object], None]:
    """Check that a value is of this type or None."""
    return is_a(kind, type(None))


def tuple_of(kind: type) -> Callable[[object, attrs.Attribute[Any], object], None]:
    """Check that a value is a tuple whose members all have this type."""

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        place = place_of(owner, attribute)
        if not isinstance(value, tuple):
            raise InvalidTypeError(value, f"a tuple of {kind.__name__}", place)
        for number, member in enumerate(value):
            if not isinstance(member, kind):
                raise InvalidTypeError(member, kind.__name__, f"{place}[{number}]")

    return check


def probability(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Check that a value is a number from 0 to 1."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not 0 <= value <= 1:  # type: ignore[operator]  # a number by now
        raise InvalidValueError(value, "a number in [0, 1]", place_of(owner, attribute))


def not_empty(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Check that a value is a string with something in it."""
    if not isinstance(value, str):
        raise InvalidTypeError(value, "str", place_of(owner, attribute))
    if not value:
        raise InvalidValueError(value, "a string", place_of(owner, attribute))


def country(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Check that a value is None or looks like an ISO 3166-1 alpha-2 code."""
    if value is None:
        return
    code = isinstance(value, str) and len(value) == len("XX")
    if not code or not str(value).isascii() or not str(value).isupper():
        expectation = "an ISO 3166-1 alpha-2 code such as 'UA', or None"
        raise InvalidValueError(value, expectation, place_of(owner, attribute))


def within(low: float, high: float) -> Callable[..., None]:
    """Check that a value is None or a number from low to high."""

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is None:
            return
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not low <= value <= high:  # type: ignore[operator]  # a number by now
            expectation = f"a number in [{low}, {high}], or None"
            raise InvalidValueError(value, expectation, place_of(owner, attribute))

    return check


def kind_of(moment: Moment) -> str:
    """Say what kind of moment this is: a date, naive or aware."""
    if not isinstance(moment, dt.datetime):
        return "date"
    return "naive time" if moment.utcoffset() is None else "aware time"


def short(text: str, limit: int = 40) -> str:
    """Cut words for a repr, white space folded."""
    words = " ".join(text[: 4 * limit].split())
    return repr(words if len(words) <= limit else words[: limit - 3] + "...")


def ids(objects: Iterable[Any]) -> tuple[str, ...]:
    """Compare references by id: what they refer to is compared in its own table."""
    return tuple(o.id for o in objects)


def id_of(value: Any) -> str | None:  # noqa: ANN401 - any model object with an id
    """Compare one reference by id."""
    return None if value is None else value.id
