"""
The command `newsmodel`.

`newsmodel parse STORY.txt` prints what a story says.  Mistakes of the caller give one
line on standard error and exit code 2.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

from newsmodel._version import __version__
from newsmodel.errors import NewsmodelError
from newsmodel.model import Article
from newsmodel.reader import decode, parse, read
from newsmodel.render.terminal import render

MISTAKE = 2
"""Exit code for a wrong argument or an unreadable file."""


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command.

    Args:
        arguments: What stands behind `newsmodel`; by default those of the process.

    Returns:
        The exit code: 0, or 2 for a mistake of the caller.
    """
    options = _arguments().parse_args(arguments)
    try:
        article = _read(options)
    except NewsmodelError as error:
        print(f"newsmodel: {error}", file=sys.stderr)
        return MISTAKE
    except KeyboardInterrupt:
        return 130
    return _print(_show(article, options))


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsmodel",
        description="Read a news story: who says what about whom, where and when.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    story = commands.add_parser(
        "parse",
        help="read one story and print what it says",
        description="Read one story and print who says what about whom, sanctions, "
        "people, places and dates.",
        epilog="example: newsmodel parse story.txt --published 2023-06-10",
    )
    story.add_argument(
        "story", metavar="STORY", help="a text file, or - for standard input"
    )
    story.add_argument(
        "--published",
        metavar="DATE",
        help="day or time of publication, ISO 8601 (2023-06-10); "
        "default: the date printed in the story",
    )
    story.add_argument("--url", help="address of the story, kept in the output")
    story.add_argument("--publisher", help="publisher, kept in the output")
    story.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text for people (default), json for programs",
    )
    return parser


def _read(options: argparse.Namespace) -> Article:
    given = options.published, options.url, options.publisher
    if options.story != "-":
        return read(options.story, *given)
    return parse(decode(sys.stdin.buffer.read(), "standard input"), *given)


def _show(article: Article, options: argparse.Namespace) -> str:
    if options.format == "json":
        return article.to_json(indent=2)
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    return render(article, colour=_has_colour(sys.stdout), width=width)


def _has_colour(stream: TextIO) -> bool:
    """Follow https://no-color.org and the terminal."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def _print(text: str) -> int:
    """Print, whatever the stream can encode, and bear a closed pipe."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        print(text)
        sys.stdout.flush()
    except BrokenPipeError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
