"""`newsmodel report`: one HTML page that shows what stories say."""

from __future__ import annotations

import argparse

from newsmodel.cli._output import Commands
from newsmodel.cli._stories import Stories, add_arguments
from newsmodel.exports.tables import keyed
from newsmodel.render import report as page

_EXAMPLES = """\
examples:
  newsmodel report story.txt
  newsmodel report stories/ -o stories.html
"""


def add(commands: Commands) -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "report",
        help="write a page to look at",
        description="Read stories and write one self-contained HTML page: marked text, "
        "claims, sanctions, a timeline, a map.  Needs the extra report.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_arguments(parser)
    parser.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        default="report.html",
        help="the file (default: report.html)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the page; give the number of stories that could not be read."""
    stories = Stories(options, hide_progress=False)
    articles = [article for article, _ in keyed(stories)]
    if articles:
        page.write_report(articles, options.output)
    return stories.mistakes
