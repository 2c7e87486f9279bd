"""
The command `newsmodel`: one module for each subcommand.

Results go to standard output, or where `-o` says; progress and mistakes to standard
error.  A file that cannot be read gives one line there and does not stop the others.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from newsmodel._version import __version__
from newsmodel.cli import export, parse, report, schema
from newsmodel.cli._output import complain, hush
from newsmodel.errors import NewsmodelError

MISTAKE = 2
"""Exit code for a wrong argument or an unreadable file."""
INTERRUPTED = 130
"""Exit code after Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command.

    Args:
        arguments: What stands behind `newsmodel`; by default those of the process.

    Returns:
        The exit code: 0; 2 for a mistake of the caller, even if other stories were
        read; 130 after Ctrl-C.  A reader that stops reading is no mistake.
    """
    options = _arguments().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        mistakes = run(options)
    except BrokenPipeError:
        hush()
        return 0
    except (NewsmodelError, OSError) as error:
        complain(error)
        return MISTAKE
    except KeyboardInterrupt:
        return INTERRUPTED
    return MISTAKE if mistakes else 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsmodel",
        description="Read news stories: who says what about whom, where and when.",
        epilog="`newsmodel COMMAND --help` shows examples.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in (parse, export, report, schema):
        command.add(commands)
    return parser
