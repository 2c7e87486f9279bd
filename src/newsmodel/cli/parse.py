"""`newsmodel parse`: print what stories say, or write it to a folder of tables."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from typing import TextIO

from newsmodel.cli import _many
from newsmodel.cli._output import Commands, prepare
from newsmodel.cli._stories import Stories, add_arguments
from newsmodel.exports import jsonl
from newsmodel.exports.sinks import escape
from newsmodel.exports.tables import keyed
from newsmodel.model import Article
from newsmodel.render.terminal import render

_EXAMPLES = """\
examples:
  newsmodel parse story.txt --published 2023-06-10
  newsmodel parse story.txt --format json > story.json
  newsmodel parse stories/ --format jsonl > records.jsonl
  curl -s https://example.org/story.txt | newsmodel parse -
  newsmodel parse corpus/ -o out/ --jobs 4
  newsmodel parse news.jsonl.gz -o out/ --to parquet --column text=body
"""


def add(commands: Commands) -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "parse",
        help="print what stories say",
        description="Read stories and print who says what about whom, sanctions, "
        "people, places and dates.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_arguments(parser)
    parser.add_argument(
        "--format",
        choices=("text", "json", "jsonl"),
        default="text",
        help="text for people (default); json, the records; jsonl, one a line",
    )
    _many.add_arguments(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print or write each story; give the number of those that could not be read."""
    if options.output:
        return _many.run(options)
    stories = Stories(options, hide_progress=sys.stdout.isatty())
    many = len(stories.sources) > 1 and options.format == "text"
    prepare()
    for number, (article, name) in enumerate(keyed(stories)):
        if many:
            source = name or article.url or "standard input"
            print("\n" * bool(number) + f"== {ascii(source)[1:-1]}")
        if options.format == "jsonl":
            jsonl.write([article], sys.stdout)
        else:
            print(_show(article, options.format))
    sys.stdout.flush()
    return stories.mistakes


def _show(article: Article, form: str) -> str:
    if form == "json":
        return escape(article.to_json(indent=2), exact=True)
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    return render(article, colour=_has_colour(sys.stdout), width=width)


def _has_colour(stream: TextIO) -> bool:
    """Follow https://no-color.org and the terminal."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()
