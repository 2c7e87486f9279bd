"""Many stories in, many articles out: lazily, and in as many processes as wanted."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar, overload

import attrs

from newsmodel.corpus._parsing import StoryParser
from newsmodel.corpus._pool import checked_workers, spread
from newsmodel.corpus.readers import Corpus
from newsmodel.corpus.stories import Failure, Limits, RawStory, checked
from newsmodel.errors import InvalidTypeError
from newsmodel.model import Article

if TYPE_CHECKING:
    from newsmodel.parsers import ArticleParser

T = TypeVar("T")
Given = str | os.PathLike[str] | RawStory | Failure
"""A text, a path of a file or a folder, a story, or what could not be read."""

_STORIES, _CHARACTERS = 16, 100_000
_LOG = logging.getLogger("newsmodel")


@overload
def parse_many(
    stories: Iterable[Given] | os.PathLike[str],
    *,
    workers: int | None = ...,
    ordered: bool = ...,
    keep: None = ...,
    parser: ArticleParser | None = ...,
    limits: Limits | None = ...,
    on_failure: Callable[[Failure], object] | None = ...,
    start_method: str | None = ...,
) -> Iterator[tuple[str, Article]]: ...


@overload
def parse_many(
    stories: Iterable[Given] | os.PathLike[str],
    *,
    workers: int | None = ...,
    ordered: bool = ...,
    keep: Callable[[Article], T],
    parser: ArticleParser | None = ...,
    limits: Limits | None = ...,
    on_failure: Callable[[Failure], object] | None = ...,
    start_method: str | None = ...,
) -> Iterator[tuple[str, T]]: ...


def parse_many(  # noqa: PLR0913 - one job, many ways to do it
    stories: Iterable[Given] | os.PathLike[str],
    *,
    workers: int | None = 1,
    ordered: bool = True,
    keep: Callable[[Article], Any] | None = None,
    parser: ArticleParser | None = None,
    limits: Limits | None = None,
    on_failure: Callable[[Failure], object] | None = None,
    start_method: str | None = None,
) -> Iterator[tuple[str, Any]]:
    """
    Read many stories, lazily: memory holds a few of them, however many there are.

    Results come in pairs of id and article, which every writer of
    `newsmodel.exports` takes.  The id is that of the `RawStory`, the path of a text
    file, file and line of a record, or for a bare text its number, from "1".

    Args:
        stories: Texts, paths (as `Path`: a string is a text), `RawStory` objects, a
            `Corpus`; or one path alone.
        workers: How many processes; 1 reads in this one, None is one for each core.
            Outside of Linux, and from Python 3.14 on, scripts need the usual
            `if __name__ == "__main__":`.
        ordered: Whether results come in order of the stories, or as they are done.
        keep: What to keep of each article instead of all; runs in the worker, so that
            little travels.  `keep=Article.to_json`, or a function at the top of a
            module of yours.
        parser: Another than the plain `ArticleParser()`.
        limits: How large things may be.
        on_failure: Told of each story, record or file that could not be read, in its
            place; without it a warning is logged.  The run goes on.
        start_method: "fork", "spawn", "forkserver", or None for Python's own choice.

    Returns:
        An iterator that may be left early.

    Raises:
        InvalidTypeError: If an argument has the wrong type, or one that workers need
            cannot be pickled.
        InvalidValueError: If `workers` is below 1 or there is no such start method.
        UnreadableFileError: If a path leads nowhere.
        LostWorkerError: If a worker process dies.

    Examples:
        >>> texts = ["Iran denied it.", "The mayor said the bridge was safe."]
        >>> for story, article in parse_many(texts):
        ...     print(story, [claim.speaker.name for claim in article.claims])
        1 ['Iran']
        2 ['The mayor']
    """
    checked(limits or Limits(), Limits, "Limits or None", "limits")
    reader = StoryParser(parser, limits or Limits())
    count = checked_workers(workers, "workers")
    results = spread(
        _Work(reader, keep),
        _chunks(_stories(stories, reader.limits), 1 if count == 1 else _STORIES),
        workers=count,
        ordered=ordered,
        start_method=start_method,
    )
    return _kept(results, on_failure or _warn)


@attrs.frozen
class _Work:
    """What a worker does with some stories."""

    reader: StoryParser
    keep: Callable[[Article], Any] | None

    def __call__(
        self, stories: list[RawStory | Failure]
    ) -> list[tuple[str, Any] | Failure]:
        return [self._kept(found) for found in self.reader.parse(stories)]

    def _kept(
        self, found: tuple[RawStory, Article] | Failure
    ) -> tuple[str, Any] | Failure:
        if isinstance(found, Failure):
            return found
        story, article = found
        return story.id, article if self.keep is None else self.keep(article)


def _kept(
    results: Iterator[list[tuple[str, Any] | Failure]],
    on_failure: Callable[[Failure], object],
) -> Iterator[tuple[str, Any]]:
    for chunk in results:
        for found in chunk:
            if isinstance(found, Failure):
                on_failure(found)
            else:
                yield found


def _stories(
    given: Iterable[Given] | os.PathLike[str], limits: Limits
) -> Iterator[RawStory | Failure]:
    if isinstance(given, str | bytes) or not isinstance(given, Iterable | os.PathLike):
        raise InvalidTypeError(given, "several stories, or a path", "stories")
    if isinstance(given, os.PathLike):
        return iter(Corpus(given, limits=limits))
    return _each(given, limits)


def _each(stories: Iterable[Given], limits: Limits) -> Iterator[RawStory | Failure]:
    for number, story in enumerate(stories, 1):
        if isinstance(story, str):
            yield RawStory(text=story, id=str(number))
        elif isinstance(story, os.PathLike):
            yield from Corpus(story, limits=limits)
        elif isinstance(story, RawStory | Failure):
            yield story
        else:
            raise InvalidTypeError(story, "a text, a path or a RawStory", "stories")


def _chunks(
    stories: Iterable[RawStory | Failure], most: int
) -> Iterator[list[RawStory | Failure]]:
    """Give a few stories at a time, so that few messages travel."""
    chunk: list[RawStory | Failure] = []
    size = 0
    for story in stories:
        chunk.append(story)
        size += len(story.text) if isinstance(story, RawStory) else 0
        if len(chunk) >= most or size >= _CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _warn(failure: Failure) -> None:
    _LOG.warning("%s", failure, extra={"failure": failure})
