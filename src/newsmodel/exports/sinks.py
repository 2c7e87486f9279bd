"""Where exports go: text files, standard output, whatever takes text."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol, TextIO

_STUMBLES = (
    *range(0x7F, 0xA0),
    *range(0x2028, 0x202F),
    *range(0x2066, 0x206A),
)
"""What JSON may hold and terminals, editors and readers of lines stumble over."""
_HALVES = range(0xD800, 0xE000)
_EXACT = {c: f"\\u{c:04x}" for c in (*_STUMBLES, *_HALVES)}
_STRICT = _EXACT | dict.fromkeys(_HALVES, "\ufffd")


class TextSink(Protocol):
    """Takes text: an open text file, standard output, `io.StringIO`."""

    def write(self, text: str, /) -> object:
        """Take some text."""


def open_text(path: str | os.PathLike[str]) -> TextIO:
    """Open a file for UTF-8 text with plain line feeds, whatever the platform."""
    return Path(path).open("w", encoding="utf-8", newline="\n")


def to_line(value: object, *, exact: bool = False) -> str:
    """
    Give JSON on one line that any terminal shows and any reader splits at its end.

    Args:
        value: What `json` takes.
        exact: As for `escape`.
    """
    return escape(json.dumps(value, ensure_ascii=False), exact=exact)


def escape(text: str, *, exact: bool = False) -> str:
    """
    Escape control characters, separators of lines and overrides of direction in JSON.

    Args:
        text: JSON, which then means the same.
        exact: Whether lone surrogates are escaped too, which strict readers refuse,
            rather than replaced.
    """
    return text.translate(_EXACT if exact else _STRICT)


def write_list(head: str, values: Iterable[object], tail: str, sink: TextSink) -> None:
    """Write one JSON document whose last member is a list, a value a line."""
    sink.write(head)
    separator = "\n"
    for value in values:
        sink.write(separator + to_line(value))
        separator = ",\n"
    sink.write(tail + "\n")
