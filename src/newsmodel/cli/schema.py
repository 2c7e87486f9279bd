"""`newsmodel schema`: the JSON Schema of records."""

from __future__ import annotations

import argparse
import json

from newsmodel.cli._output import Commands, sink
from newsmodel.exports.schema import json_schema

_EXAMPLES = """\
examples:
  newsmodel schema > record.schema.json
  newsmodel schema | jq '."$defs".ClaimAct'
"""


def add(commands: Commands) -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "schema",
        help="print the JSON Schema of records",
        description="Print the JSON Schema that every record follows.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)


def run(_options: argparse.Namespace) -> int:
    """Print the schema; nothing can be wrong."""
    with sink(None) as text:
        text.write(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")
    return 0
