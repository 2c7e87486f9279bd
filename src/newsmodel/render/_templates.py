"""The files that pages are made of: style sheets, a script, templates, an outline."""

from __future__ import annotations

import functools
from pathlib import Path

FOLDER = Path(__file__).parent / "templates"
"""Where they lie."""


@functools.cache
def template(name: str) -> str:
    """Give the text of one of the files, read once per process."""
    return (FOLDER / name).read_text("utf-8")
