"""`newsmodel export`: stories in the formats of other programs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping

from newsmodel.cli._output import Commands, sink
from newsmodel.cli._stories import Stories, add_arguments
from newsmodel.errors import InvalidValueError
from newsmodel.exports import (
    ftm,
    geojson,
    graph,
    jsonl,
    schemaorg,
    tables_arrow,
    tables_csv,
    timeline,
)
from newsmodel.exports.sinks import TextSink
from newsmodel.exports.tables import TABLES, Story

_DOCUMENTS: Mapping[str, Callable[[Iterable[Story], TextSink], None]] = {
    "jsonl": jsonl.write,
    "jsonld": schemaorg.write,
    "ftm": ftm.write,
    "geojson": geojson.write,
    "gexf": graph.write,
    "timeline": timeline.write,
}
_FOLDERS: Mapping[str, Callable[[Iterable[Story], str], None]] = {
    "csv": tables_csv.write,
    "parquet": tables_arrow.write,
}
_EXAMPLES = """\
formats:
  csv       one file a table (claims, actors, ...) in the folder of -o;
            without it one table, that of --table
  parquet   one file a table in the folder of -o; the extra arrow
  jsonl     the records, one a line; `newsmodel` reads them again
  jsonld    schema.org NewsArticle, Claim and Quotation
  ftm       FollowTheMoney entities, one a line
  geojson   the places as points
  gexf      who says what about whom, for Gephi; the extra graph
  timeline  dated claims and sanctions, JSON

examples:
  newsmodel export stories/ --to parquet -o tables/
  newsmodel export story.txt --to csv --table sanctions
  newsmodel export stories/ --to geojson -o places.geojson
  newsmodel parse stories/ --format jsonl | newsmodel export - --to gexf -o who.gexf
"""


def add(commands: Commands) -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "export",
        help="write stories in the formats of other programs",
        description="Read stories and write them all in one format.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_arguments(parser)
    parser.add_argument(
        "--to", required=True, choices=(*_FOLDERS, *_DOCUMENTS), help="the format"
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        help="file or folder; default: standard output",
    )
    parser.add_argument(
        "--table",
        choices=tuple(TABLES),
        help="write this table alone, with --to csv (default without -o: claims)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the stories; give the number of those that could not be read."""
    to, output = options.to, options.output
    if options.table and to != "csv":
        raise InvalidValueError(options.table, "--to csv with it", "--table")
    on_screen = output in (None, "-") and sys.stdout.isatty()
    stories = Stories(options, hide_progress=on_screen)
    if to == "csv" and (options.table or output in (None, "-")):
        with sink(output) as text:
            tables_csv.write_table(TABLES[options.table or "claims"], stories, text)
    elif to in _DOCUMENTS:
        with sink(output) as text:
            _DOCUMENTS[to](stories, text)
    elif output in (None, "-"):
        raise InvalidValueError(output, "a folder", "-o")
    else:
        _FOLDERS[to](stories, output)
    return stories.mistakes
