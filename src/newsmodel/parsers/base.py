"""The base of all parsers: one fixed way, four hooks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar, Generic, TypeVar, final

from newsmodel.errors import BrokenParserError
from newsmodel.parsers._contract import (
    answered,
    check_class,
    check_result,
    check_together,
    check_words,
    iterated,
)
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

    Raises:
        BrokenParserError: When a subclass is made that has a `parse` of its own, or
            something else where its parent has a lexicon.
    """

    makes: ClassVar[type]
    """The class of the results."""
    meanings: ClassVar[Mapping[str, Sequence[str]]] = MappingProxyType({})
    """
    What the values of a lexicon may be, or their first word, by name of the lexicon.

    `{"cues": tuple(ClaimAct)}` refuses `ClaimParser.cues | {"posted": "statment"}`.
    """

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        check_class(cls)

    @final
    def parse(self, reading: Reading) -> tuple[T, ...]:
        """
        Read all results, in order of the text.

        Raises:
            BrokenParserError: If a hook or a lexicon of a subclass gives what it does
                not promise.
        """
        kind = type(self)
        makes = getattr(kind, "makes", None)
        if not isinstance(makes, type):
            raise BrokenParserError(makes, "a class", f"{kind.__name__}.makes")
        check_words(kind)
        found = self._found(reading, makes)
        place = f"{kind.__name__}.finish"
        results = list(iterated(self.finish(found, reading), place))
        starts = [check_result(result, makes, reading, place) for result in results]
        check_together(results, makes, reading, place)
        return tuple(
            results[n] for n in sorted(range(len(starts)), key=starts.__getitem__)
        )

    def _found(self, reading: Reading, makes: type) -> list[T]:
        name = type(self).__name__
        accepts, build = f"{name}.accepts", f"{name}.build"
        found = []
        tried: object = None
        try:
            for candidate in iterated(self.find(reading), f"{name}.find"):
                tried = candidate
                if answered(self.accepts(candidate, reading), accepts):
                    result = self.build(candidate, reading)
                    if result is not None:
                        check_result(result, makes, reading, build)
                        found.append(result)
        except BrokenParserError:
            raise
        except Exception as error:
            error.add_note(f"{name} was at the candidate {tried!r:.200}.")
            raise
        return found

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
        `super().accepts(candidate, reading) and ...`; the answer is True or False.
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
        link, number and drop.  The default gives them back as they are.  Ids are unique
        then, and what a result refers to is an object of `reading`, or a result too.
        """
        return found
