"""When: time expressions after TIMEX3 (ISO-TimeML)."""

from __future__ import annotations

import enum

import attrs

from newsmodel.errors import InvalidValueError
from newsmodel.model._checks import Moment, is_a, kind_of, maybe, not_empty, short
from newsmodel.model.span import Passage


class TimeKind(enum.StrEnum):
    """The four types of TIMEX3."""

    DATE = "date"
    """A day or anything longer on the calendar: "Tuesday", "June 2023", "now"."""
    TIME = "time"
    """A time of day: "9 a.m. on Friday", "Monday evening"."""
    DURATION = "duration"
    """A length of time: "three years"."""
    SET = "set"
    """Times that recur: "every Monday", "twice a month"."""


@attrs.frozen(kw_only=True, repr=False, order=False)
class TimeExpression(Passage):
    """Words that say when, how long or how often."""

    kind: TimeKind = attrs.field(validator=is_a(TimeKind))
    """Date, time, duration or set."""
    value: str = attrs.field(validator=not_empty)
    """TIMEX3 value: "2023-06-10", "2023-W23", "P3Y", "PAST_REF", "XXXX-06-10"."""
    mod: str | None = attrs.field(default=None, validator=maybe(str))
    """TIMEX3 mod: "START", "MID", "END", "APPROX", ... or None."""
    earliest: Moment | None = None
    """First day or moment it may denote, or None where it denotes no interval."""
    latest: Moment | None = None
    """Last day or moment it may denote, inclusive; None with `earliest`."""
    anchor: Moment | None = None
    """What it was resolved against, or None where nothing was needed."""

    def __attrs_post_init__(self) -> None:
        Passage.__attrs_post_init__(self)
        first, last = self.earliest, self.latest
        if (first is None) != (last is None):
            raise InvalidValueError(
                (first, last), "both ends or none", "TimeExpression"
            )
        if first is None or last is None:
            return
        if kind_of(first) != kind_of(last):
            expectation = "two dates, two naive times or two aware times"
            raise InvalidValueError((first, last), expectation, "TimeExpression")
        if first > last:
            raise InvalidValueError(
                (first, last), "earliest <= latest", "TimeExpression"
            )

    def __repr__(self) -> str:
        mod = f" {self.mod}" if self.mod else ""
        return f"TimeExpression({short(self.text)} = {self.value}{mod})"
