"""What `newsmodel parse` does with `-o`: many stories into a folder of tables."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing

import attrs

from newsmodel.cli._meter import Meter
from newsmodel.corpus import Columns, Corpus, Limits, Progress, parse_corpus
from newsmodel.errors import InvalidValueError

_PRINTING = (("format", "text", "--to"), ("url", None, "a column of addresses"))
"""Options that say how one story is printed, their defaults, and what to use here."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of a run over many stories."""
    many = parser.add_argument_group(
        "many stories",
        "With -o, flat tables go to a folder, in parts: of text files, JSON Lines, CSV "
        "and Parquet, also .gz and .zst.  A run that was cut off is gone on with by "
        "the same command.",
    )
    many.add_argument("-o", "--output", metavar="FOLDER", help="where the tables go")
    many.add_argument(
        "--to",
        choices=("jsonl", "parquet"),
        default="jsonl",
        help="form of the tables",
    )
    many.add_argument(
        "--jobs", type=int, metavar="N", help="processes (default: one for each core)"
    )
    many.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="NAME=COLUMN",
        help="where text, id, published, url or publisher stands, if elsewhere",
    )
    many.add_argument(
        "--encoding", help='a codec, or "detect" (default: UTF-8, else Windows-1252)'
    )
    many.add_argument(
        "--part-size",
        type=int,
        default=1_000,
        metavar="N",
        help="stories of a part at most (default: %(default)s)",
    )
    many.add_argument(
        "--max-story",
        type=int,
        default=Limits().story,
        metavar="N",
        help="characters of the largest story that is read (default: %(default)s)",
    )


def run(options: argparse.Namespace) -> int:
    """
    Read stories into a folder, and say on standard error how it goes.

    Args:
        options: Those of `add_arguments`, and the others of `newsmodel parse`.

    Returns:
        The number of failures.

    Raises:
        NewsmodelError: As `parse_corpus`.
        KeyboardInterrupt: After a word on how to go on.
    """
    for option, plain, instead in _PRINTING:
        if (given := getattr(options, option)) != plain:
            raise InvalidValueError(given, f"{instead}, with -o", f"--{option}")
    corpus = Corpus(
        *options.stories,
        columns=_columns(options.column),
        limits=Limits(story=options.max_story),
        encoding=options.encoding,
        published=options.published,
        publisher=options.publisher,
    )
    try:
        with closing(Meter(sys.stderr)) as meter:
            progress = parse_corpus(
                corpus,
                options.output,
                form=options.to,
                workers=options.jobs,
                part_size=options.part_size,
                on_progress=meter,
            )
    except KeyboardInterrupt:
        sys.stderr.write("newsmodel: stopped; the same command goes on from here\n")
        raise
    sys.stderr.write(f"newsmodel: {_summary(progress, options.output)}\n")
    return progress.failures


def _columns(given: Sequence[str]) -> Columns:
    names = attrs.asdict(Columns())
    for pair in given:
        name, mark, column = pair.partition("=")
        if not mark or name not in names:
            expectation = f"NAME=COLUMN with a NAME of {list(names)}"
            raise InvalidValueError(pair, expectation, "--column")
        names[name] = column
    return Columns(**names)


def _summary(progress: Progress, folder: str) -> str:
    words = f"{progress.stories:,} stories in {folder}"
    if progress.resumed:
        words += f", {progress.resumed:,} of them from before"
    if progress.failures:
        words += f"; {progress.failures:,} could not be read, see {folder}/failures"
    return words
