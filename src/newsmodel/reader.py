"""The main job: a story in, an `Article` out."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from newsmodel.errors import InvalidTypeError, UnreadableFileError
from newsmodel.model import Article, Moment

if TYPE_CHECKING:
    from newsmodel.parsers import ArticleParser

_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_RUBBISH = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b")
_RUBBISH_SHARE = 0.02


def parse(
    text: str,
    published: Moment | str | None = None,
    url: str | None = None,
    publisher: str | None = None,
) -> Article:
    """
    Read a news story.

    Args:
        text: The story as plain text; any string will do.
        published: Day or time of publication, an object or its ISO 8601 form
            ("2023-06-10").  Relative times are resolved against it.  Without it the
            date printed in the story counts, where there is one.
        url: Address of the story, kept as given.
        publisher: Publisher of the story, kept as given.

    Returns:
        The article; its tables are empty where nothing was found.

    Raises:
        InvalidTypeError: If an argument has the wrong type.
        InvalidValueError: If `published` is no ISO 8601 date or time.

    Examples:
        >>> article = parse("The mayor said the bridge was safe.")
        >>> article.claims[0].words
        'the bridge was safe'
    """
    return _parser().parse(text, published=published, url=url, publisher=publisher)


@cache
def _parser() -> ArticleParser:
    """Load the parsers when they are first needed."""
    from newsmodel.parsers import ArticleParser  # noqa: PLC0415 - on first use

    return ArticleParser()


def read(
    path: str | os.PathLike[str],
    published: Moment | str | None = None,
    url: str | None = None,
    publisher: str | None = None,
) -> Article:
    """
    Read a news story from a text file.

    UTF-8 and, by its byte order mark, UTF-16; bytes that are no UTF-8 are taken as
    Windows-1252.  A byte order mark stays part of the text.

    Args:
        path: The file.
        published: As for `parse`.
        url: As for `parse`.
        publisher: As for `parse`.

    Raises:
        UnreadableFileError: If the file cannot be opened or holds no text.
        InvalidTypeError: If an argument has the wrong type.
        InvalidValueError: If `published` is no ISO 8601 date or time.
    """
    if not isinstance(path, str | os.PathLike):
        raise InvalidTypeError(path, "a path", "path")
    try:
        content = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        place = f"{reason.lower()}"
        raise UnreadableFileError(os.fspath(path), "a text file", place) from error
    return parse(decode(content, os.fspath(path)), published, url, publisher)


def decode(content: bytes, place: str) -> str:
    """
    Turn the bytes of a text file into text.

    Args:
        content: The bytes.
        place: Where they come from, for the error message.

    Raises:
        UnreadableFileError: If they are no text.
    """
    encoding = _MARKS.get(content[:2])
    if encoding:
        return content.decode(encoding, "replace")
    rubbish = sum(content.count(byte) for byte in _RUBBISH)
    if b"\0" in content or rubbish > _RUBBISH_SHARE * len(content):
        raise UnreadableFileError(content[:12], "text, not binary data", place)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
