"""
What newsmodel raises.

Every error is a `NewsmodelError` and also the standard exception that a caller
would expect, and carries what its message says as attributes: the value, the
expectation and, where there is one, the place.  Free text never raises; what a
text leaves open becomes a `Notice`.
"""

from __future__ import annotations


def _shorten(value: object) -> str:
    words = repr(value)
    return words if len(words) <= 80 else words[:77] + "..."


class NewsmodelError(Exception):
    """
    The root of all errors of this library.

    Args:
        value: What was given.
        expectation: What was expected, as the end of "expected ...".
        place: Where: a field, a parameter, a file.
    """

    def __init__(self, value: object, expectation: str, place: str = "") -> None:
        super().__init__(value, expectation, place)
        self.value = value
        """What was given."""
        self.expectation = expectation
        """What was expected."""
        self.place = place
        """Where: a field, a parameter, a file; empty where the class says it."""

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        return f"{place}expected {self.expectation}, got {_shorten(self.value)}"


class InvalidSpanError(NewsmodelError, ValueError):
    """A span is negative, turned round, past its text, or not its words."""


class InvalidValueError(NewsmodelError, ValueError):
    """A field or an argument has a value outside its range."""


class InvalidTypeError(NewsmodelError, TypeError):
    """A field or an argument has a value of the wrong type."""


class UnresolvedReferenceError(NewsmodelError, LookupError):
    """Something refers to an object that is not in the article's tables."""


class InvalidLexiconError(NewsmodelError, ValueError):
    """A lexicon was given a phrase that it cannot hold."""


class InvalidRecordError(NewsmodelError, ValueError):
    """A record or a JSON text is not that of an article."""


class InvalidWeightsError(NewsmodelError, ValueError):
    """A file does not hold a tagger's weights, or not for this version."""


class UnreadableFileError(NewsmodelError, OSError):
    """A file cannot be read as a news story."""


class TooLargeError(NewsmodelError, ValueError):
    """A story, a record or a file of many stories is larger than its limit."""


class LostWorkerError(NewsmodelError, RuntimeError):
    """A worker process ended before its work; often there was no memory left."""


class FolderInUseError(NewsmodelError, OSError):
    """Another run writes to the folder right now."""


class BrokenParserError(NewsmodelError, TypeError):
    """A subclass of a parser gave something that its hook does not promise."""


class BrokenPromiseError(NewsmodelError, AssertionError):
    """A parser under test does not keep what the library promises."""


class MissingExtraError(NewsmodelError, ImportError):
    """
    A library that an extra brings is not installed.

    `value` is the library, `expectation` the extra.
    """

    def __str__(self) -> str:
        return f"{self.value} is missing: pip install 'newsmodel[{self.expectation}]'"
