"""Dates and times as callers and stories give them."""

from __future__ import annotations

import datetime as dt

from newsmodel.errors import InvalidTypeError, InvalidValueError
from newsmodel.model import Moment


def as_moment(value: object) -> Moment | None:
    """
    Take a date, a datetime or its ISO 8601 form; a date stays a date.

    Raises:
        InvalidTypeError: If it is none of these and not None.
        InvalidValueError: If it is a string but not ISO 8601.
    """
    if value is None or isinstance(value, Moment):
        return value
    if not isinstance(value, str):
        raise InvalidTypeError(value, "a date, a datetime or a string", "published")
    try:
        if len(value) <= len("2023-06-10"):
            return dt.date.fromisoformat(value)
        return dt.datetime.fromisoformat(value)
    except ValueError as error:
        expectation = "an ISO 8601 date or time such as '2023-06-10'"
        raise InvalidValueError(value, expectation, "published") from error


def reconcile(moment: Moment | None, other: Moment | None) -> Moment | None:
    """Reduce a time to its date where one is naive and the other aware."""
    times = [m for m in (moment, other) if isinstance(m, dt.datetime)]
    mixed = len({t.utcoffset() is None for t in times}) > 1
    return moment.date() if mixed and isinstance(moment, dt.datetime) else moment
