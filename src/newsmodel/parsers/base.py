"""The base of all parsers: one fixed way, four hooks."""

from __future__ import annotations

import functools
from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any, ClassVar, Generic, TypeVar, cast, final

import attrs

from newsmodel.errors import BrokenParserError, InvalidSpanError
from newsmodel.model import Passage
from newsmodel.model.span import check_inside
from newsmodel.parsers.reading import Reading

C = TypeVar("C")
T = TypeVar("T")


class Parser(ABC, Generic[C, T]):
    """
    Reads one kind of thing: from a `Reading` to model objects.

    `parse` is final and always does the same: `find` candidates, ask whether each is
    one (`accepts`), `build` it, `finish` them together, check and sort the results.  A
    subclass overrides hooks or the class attributes that hold vocabulary; it keeps no
    state of its own, so that threads may share one instance.

    `C` is what the parser's candidates are (each parser says so), `T` its results.
    """

    makes: ClassVar[type]
    """The class of the results."""

    @final
    def parse(self, reading: Reading) -> tuple[T, ...]:
        """
        Read all results, in order of the text.

        Raises:
            BrokenParserError: If a hook of a subclass gives what it does not promise.
        """
        built = []
        for candidate in _iterate(self, "find", self.find(reading)):
            if self.accepts(candidate, reading):
                result = self.build(candidate, reading)
                if result is not None:
                    _check(self, "build", result, reading)
                    built.append(result)
        finished = [
            (_check(self, "finish", result, reading), number, result)
            for number, result in enumerate(
                _iterate(self, "finish", self.finish(built, reading))
            )
        ]
        return tuple(result for _, _, result in sorted(finished, key=_order))

    @abstractmethod
    def find(self, reading: Reading) -> Iterable[C]:
        """
        Answer: where may one start?

        Called once.  Yields candidates, in any order; more than will be accepted.
        """

    def accepts(self, candidate: C, reading: Reading) -> bool:
        """
        Answer: is this one?

        Called for each candidate; the default takes all.  A subclass narrows it by
        `super().accepts(candidate, reading) and ...`.
        """
        return True

    @abstractmethod
    def build(self, candidate: C, reading: Reading) -> T | None:
        """
        Answer: what is it?

        Called for each accepted candidate.  Gives an object of `makes` whose passages
        are cut from `reading.document`, or None where there is nothing after all.
        """

    def finish(self, found: list[T], reading: Reading) -> Sequence[T]:
        """
        Answer: what are they together?

        Called once with all that was built, in the order of the candidates; may merge,
        link, number and drop.  The default gives them back as they are.
        """
        return found


def _iterate(parser: Parser[Any, Any], hook: str, given: object) -> Iterator[Any]:
    if not isinstance(given, Iterable):
        raise BrokenParserError(given, "an iterable", f"{type(parser).__name__}.{hook}")
    return iter(given)


def _check(
    parser: Parser[Any, Any], hook: str, result: object, reading: Reading
) -> int:
    """Give where a result begins; it must be what the parser makes, in the text."""
    place = f"{type(parser).__name__}.{hook}"
    if not isinstance(result, parser.makes):
        raise BrokenParserError(result, f"an object of {parser.makes.__name__}", place)
    starts = []
    for passage in _passages(result):
        try:
            check_inside(passage, reading.document.text, place)
        except InvalidSpanError as error:
            raise BrokenParserError(error.value, error.expectation, place) from error
        starts.append(passage.start)
    # A sanction may have its parties from sentences before it.
    trigger = getattr(result, "trigger", None)
    return trigger.start if trigger is not None else min(starts, default=0)


def _passages(result: object) -> Iterator[Passage]:
    """Give a result's passages; those of objects in other tables are not its own."""
    if isinstance(result, Passage):
        yield result
        return
    # A checker takes the class's own `__hash__` for that of its objects.
    for name in _fields(cast("Hashable", type(result))):
        value = getattr(result, name)
        for part in value if isinstance(value, tuple) else (value,):
            if not hasattr(part, "id"):
                yield from _passages(part)


@functools.cache
def _fields(kind: type) -> tuple[str, ...]:
    """Give the names of a model class's fields; none of any other class."""
    return tuple(f.name for f in attrs.fields(kind)) if attrs.has(kind) else ()


def _order(finished: tuple[int, int, object]) -> tuple[int, int]:
    return finished[:2]
