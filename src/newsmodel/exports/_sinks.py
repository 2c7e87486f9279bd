"""Where exports go: text files, standard output, whatever takes text."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol, TextIO


class TextSink(Protocol):
    """Takes text: an open text file, standard output, `io.StringIO`."""

    def write(self, text: str, /) -> object:
        """Take some text."""


def open_text(path: str | os.PathLike[str]) -> TextIO:
    """Open a file for UTF-8 text with plain line feeds, whatever the platform."""
    return Path(path).open("w", encoding="utf-8", newline="\n")
