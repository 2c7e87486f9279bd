"""
JSON Lines: the record of one article a line (jsonlines.org), written and read lazily.

Nothing is lost: `read` gives back equal articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from newsmodel.errors import InvalidRecordError
from newsmodel.exports._columns import Story, keyed
from newsmodel.exports.records import from_json, to_record
from newsmodel.exports.sinks import TextSink, to_line
from newsmodel.model import Article


def write(stories: Iterable[Story], sink: TextSink) -> None:
    """
    Write a line for each article.

    Args:
        stories: Articles, each alone or in a pair with an id of yours, which a record
            has no place for.
        sink: An open text file, standard output, anything that takes text.
    """
    for article, _ in keyed(stories):
        sink.write(to_line(to_record(article), exact=True) + "\n")


def read(
    lines: Iterable[str | bytes],
    on_error: Callable[[InvalidRecordError], object] | None = None,
) -> Iterator[Article]:
    """
    Give the article of each line, in order; empty lines are skipped.

    Args:
        lines: An open file, or any strings.
        on_error: Told of each line that is no record, which is then skipped; without
            it the first such line raises.

    Raises:
        InvalidRecordError: At the first line that is no record; `place` names it.
    """
    for number, line in enumerate(lines, 1):
        try:
            if line.strip():
                yield from_json(line, Article)
        except InvalidRecordError as error:
            place = f"line {number}: {error.place}"
            located = InvalidRecordError(error.value, error.expectation, place)
            if on_error is None:
                raise located from error
            on_error(located)
