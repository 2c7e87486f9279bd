"""Where results and complaints go, and what a terminal may see of them."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol, TextIO

from newsmodel.errors import NewsmodelError

_CONTROLS = (*range(32), *range(0x7F, 0xA0), *range(0x202A, 0x202F))
_UNSAFE = {c: "\ufffd" for c in _CONTROLS if chr(c) not in "\n\t"}


class Commands(Protocol):
    """The subcommands of a parser of arguments."""

    def add_parser(self, name: str, **kwargs: object) -> argparse.ArgumentParser:
        """Add a subcommand."""


class _TerminalSink:
    """A terminal that stories cannot steer."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(text.replace("\r\n", "\n").translate(_UNSAFE))


@contextmanager
def sink(path: str | None) -> Iterator[TextIO | _TerminalSink]:
    """
    Open what an export is written to: UTF-8 with the line ends it is given.

    A file gets its name when it is whole; a link, pipe or device is written to as it
    is.  A terminal sees no control characters.

    Args:
        path: A file; None or "-" for standard output.
    """
    if path is None or path == "-":
        prepare(encoding="utf-8")
        yield _TerminalSink(sys.stdout) if sys.stdout.isatty() else sys.stdout
        sys.stdout.flush()
        return
    target = Path(path)
    if target.is_symlink() or (target.exists() and not target.is_file()):
        with target.open("w", encoding="utf-8", newline="") as file:
            yield file
        return
    part = target.with_name(target.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def prepare(encoding: str | None = None) -> None:
    """Let standard output bear whatever a story holds."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(
            encoding=encoding, errors="backslashreplace", newline="\n"
        )


def complain(error: Exception) -> None:
    """Print one line on standard error that says what is wrong, and where."""
    words = str(error)
    if isinstance(error, OSError) and not isinstance(error, NewsmodelError):
        place = str(error.filename or "output").removesuffix(".part")
        words = f"{place}: {(error.strerror or words).lower()}"
    line = " ".join(words.split()).translate(_UNSAFE)
    print(f"newsmodel: {line}", file=sys.stderr)


def hush() -> None:
    """Send what is left for a closed pipe nowhere, so that the end is quiet."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
