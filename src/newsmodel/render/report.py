"""
The report: stories as one page that explains itself and needs nothing else.

The page holds its style, its script and its pictures.  Its content security policy
forbids every address and every script and style but its own, by their hashes.  All
words of a story pass the template engine, which escapes them.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsmodel.errors import MissingExtraError
from newsmodel.model import Article, ClaimAct
from newsmodel.render._globe import HEIGHT, LAND_UNITS, WIDTH
from newsmodel.render._map import is_figurative
from newsmodel.render._marks import days, interval, measure, names, words
from newsmodel.render._shown import shown
from newsmodel.render._story import stories
from newsmodel.render._templates import FOLDER, template

if TYPE_CHECKING:
    from jinja2 import Environment

_LIBRARY, _EXTRA = "jinja2", "report"


def write_report(articles: Sequence[Article], path: str | os.PathLike[str]) -> None:
    """
    Write the report on some stories to a file, UTF-8, the old file replaced.

    Args:
        articles: The stories, in the order to show them.
        path: Where to write.

    Raises:
        MissingExtraError: If jinja2 is not there: install `newsmodel[report]`.
        OSError: If the file cannot be written.

    Examples:
        >>> import newsmodel, pathlib, tempfile
        >>> path = pathlib.Path(tempfile.mkdtemp()) / "report.html"
        >>> write_report([newsmodel.parse("Oslo said that it rained.")], path)
        >>> path.read_text("utf-8").startswith("<!doctype html>")
        True
    """
    Path(path).write_text(render(articles), encoding="utf-8", newline="\n")


def render(articles: Sequence[Article]) -> str:
    """
    Give the report on some stories as one HTML page.

    The same articles give the same page, and none give a page that says so.

    Args:
        articles: The stories, in the order to show them.

    Raises:
        MissingExtraError: If jinja2 is not there: install `newsmodel[report]`.
    """
    style = "\n".join(map(template, ("marks.css", "report.css")))
    script = template("report.js")
    found = stories(articles)
    acts = {claim.act for article in articles for claim in article.claims}
    return (
        _environment()
        .get_template("report.html")
        .render(
            stories=found,
            roll=found[0].roll if found else {},
            acts=[act for act in ClaimAct if act in acts],
            style=style,
            style_hash=_hash(style),
            script=script,
            script_hash=_hash(script),
        )
    )


def _hash(source: str) -> str:
    """Give the hash of a style or script as content security policies write it."""
    digest = hashlib.sha256(source.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


@functools.cache
def _environment() -> Environment:
    try:
        import jinja2  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError(_LIBRARY, _EXTRA) from error
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER),
        autoescape=True,
        finalize=_finalize,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    filters = {"interval": interval, "measure": measure, "names": names, "words": words}
    environment.filters |= filters
    environment.tests["figurative"] = is_figurative
    environment.globals |= {
        "WIDTH": WIDTH,
        "HEIGHT": HEIGHT,
        "LAND_UNITS": LAND_UNITS,
        "days": days,
    }
    return environment


def _finalize(value: object) -> object:
    """Make the control characters in all that a template prints visible."""
    return shown(value) if type(value) is str else value
