"""What a run over many stories takes, and what it says of those it cannot read."""

from __future__ import annotations

from typing import Any

import attrs

from newsmodel.errors import InvalidTypeError, InvalidValueError, TooLargeError
from newsmodel.model import Moment


def _positive(_: object, field: attrs.Attribute[int], value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise InvalidTypeError(value, "an integer", field.name)
    if value < 1:
        raise InvalidValueError(value, "1 or more", field.name)


def _name(_: object, field: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str):
        raise InvalidTypeError(value, "a string", field.name)


@attrs.frozen(kw_only=True)
class RawStory:
    """A story before it is read: its text and what is known of it."""

    text: str = attrs.field(repr=False)
    """The story as plain text."""
    id: str
    """Names the story in all results; best unique."""
    published: Moment | str | None = None
    """Day or time of publication, an object or its ISO 8601 form."""
    url: str | None = None
    """Address of the story."""
    publisher: str | None = None
    """Publisher of the story."""
    file: str = ""
    """The file that it comes from; empty where there is none."""
    line: int | None = None
    """The line of that file, or the row of a Parquet file; the first is 1."""


@attrs.frozen(kw_only=True)
class Failure:
    """A story, a record or a file that could not be read, and why."""

    file: str
    """The file; empty where there is none."""
    line: int | None
    """The line of that file, or the row of a Parquet file; the first is 1."""
    story: str | None
    """Id of the story, where it got that far."""
    reason: str
    """What is wrong, in one line."""

    @classmethod
    def of(cls, story: RawStory, error: Exception) -> Failure:
        """Say why a story could not be parsed."""
        return cls(
            file=story.file, line=story.line, story=story.id, reason=reason(error)
        )

    def __str__(self) -> str:
        lined = f"line {self.line}" if self.line else ""
        place = ", ".join(filter(None, [self.file or self.story, lined]))
        return f"{place}: {self.reason}"


@attrs.frozen(kw_only=True)
class Columns:
    """
    Names of columns of CSV and Parquet files, and of keys of JSON Lines.

    Only the text must be there.

    Examples:
        >>> Columns(text="body", published="date").url
        'url'
    """

    text: str = attrs.field(default="text", validator=_name)
    """The story as plain text."""
    id: str = attrs.field(default="id", validator=_name)
    """Names the story; without it, file and line do."""
    published: str = attrs.field(default="published", validator=_name)
    """Day or time of publication, ISO 8601."""
    url: str = attrs.field(default="url", validator=_name)
    """Address of the story."""
    publisher: str = attrs.field(default="publisher", validator=_name)
    """Publisher of the story."""

    def names(self) -> tuple[str, ...]:
        """Give all names."""
        return attrs.astuple(self)

    def missing(self, names: list[str]) -> list[str]:
        """Give those that a table should have: the text, and what was asked for."""
        asked = {
            value
            for field, value in attrs.asdict(self).items()
            if field == "text" or value != field
        }
        return sorted(asked - set(names))


@attrs.frozen(kw_only=True)
class Limits:
    """
    How large things may be; what is larger becomes a `Failure`, not a full memory.

    Examples:
        >>> Limits(story=100_000).record
        67108864
    """

    story: int = attrs.field(default=1_000_000, validator=_positive)
    """Code points of a story; a million are some 170,000 words."""
    record: int = attrs.field(default=64 * 2**20, validator=_positive)
    """Bytes of a line of JSON Lines or CSV, or of a text file."""
    decompressed: int = attrs.field(default=8 * 2**30, validator=_positive)
    """Bytes that one compressed file may unpack to."""


def reason(error: Exception) -> str:
    """Say in one line what an error says, with its kind where that is not ours."""
    words = " ".join(str(error).split())
    ours = type(error).__module__ == "newsmodel.errors"
    return words if ours and words else f"{type(error).__name__}: {words}"


def too_large(most: int, unit: str, place: str) -> TooLargeError:
    """Say that something is larger than it may be, by how much nobody knows."""
    return TooLargeError(f"more than {most}", f"at most {most} {unit}", place)


def checked(value: Any, kind: type, expectation: str, place: str) -> None:  # noqa: ANN401 - whatever was given
    """
    Check the type of an argument.

    Raises:
        InvalidTypeError: If it has another.
    """
    if not isinstance(value, kind):
        raise InvalidTypeError(value, expectation, place)
