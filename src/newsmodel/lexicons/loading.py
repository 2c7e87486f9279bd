"""
Read the data files of this package, once per process.

Each file names its source and licence in the comment lines at its head.  Lines that
begin with `#` are comments; the first other line of a table names the columns.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


@functools.cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """
    Read a table of tab-separated columns.

    Args:
        name: Name of the file: "nations.tsv".

    Returns:
        One mapping per row, from column to cell, in the order of the file.  Empty
        cells are empty strings.  The rows are shared: do not change them.

    Raises:
        FileNotFoundError: There is no such file.
    """
    lines = (_HERE / name).read_text("utf-8").splitlines()
    header, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(dict(zip(header, row, strict=True)) for row in rows)


@functools.cache
def toml(name: str) -> Mapping[str, Any]:
    """
    Read a TOML file.

    Args:
        name: Name of the file: "titles.toml".

    Returns:
        Its tables.  They are shared: do not change them.

    Raises:
        FileNotFoundError: There is no such file.
    """
    import tomllib  # noqa: PLC0415  (4 ms that an import of the library need not pay)

    return tomllib.loads((_HERE / name).read_text("utf-8"))
