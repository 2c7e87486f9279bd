"""
MkDocs hooks: what the docs show comes from the library that is there.

A page asks for it by a comment of its own line: `<!-- story: PATH -->` becomes the
notebook's view of that story, `<!-- vocabulary -->` the hooks and lexicons of parsers.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import griffe

import newsmodel
from newsmodel import ArticleParser, Parser
from newsmodel.lexicons import Lexicon
from newsmodel.render import notebook

ROOT = Path(__file__).resolve().parent.parent
STORY = re.compile(r"<!-- story: (\S+) -->")
VOCABULARY = "<!-- vocabulary -->"
HOOKS = ("find", "accepts", "build", "finish")


def on_page_markdown(markdown: str, **_: Any) -> str:  # noqa: ANN401 - MkDocs' hook
    """Put the hooks and lexicons where a page asks for them, and colour sessions."""
    # The tests know the language by one name; only a session has outputs to tell apart.
    markdown = markdown.replace("```python\n>>>", "```pycon\n>>>")
    if VOCABULARY in markdown:
        markdown = markdown.replace(VOCABULARY, "\n".join(_vocabulary()))
    return markdown


def on_page_content(content: str, **_: Any) -> str:  # noqa: ANN401 - MkDocs' hook
    """Put the marked story where a page asks for it."""
    return STORY.sub(lambda found: _story(found[1]), content)


def _story(path: str) -> str:
    article = newsmodel.read(ROOT / path)
    name = html.escape(str(article.headline or path))
    frame = f'<div class="marked" role="region" tabindex="0" aria-label="{name}">'
    return f"{frame}{notebook.render(article)}</div>"


def _vocabulary() -> Iterator[str]:
    """Give a section for each parser: what its hooks do, what its lexicons hold."""
    package = griffe.load("newsmodel", search_paths=[ROOT / "src"])
    for kind in _parts():
        members = package[_path(kind)].members
        yield f"\n## {kind.__name__}\n"
        yield f"Makes [`{kind.makes.__name__}`][{_public(kind.makes)}] objects."
        yield from _table("hook", "what it does here", members, HOOKS)
        yield from _table("vocabulary", "what it is", members, _lexicons(kind))


def _table(
    head: str, about: str, members: Mapping[str, Any], names: Sequence[str]
) -> Iterator[str]:
    shown = [name for name in names if name in members and members[name].docstring]
    if shown:
        yield f"\n| {head} | {about} |\n| --- | --- |"
    for name in shown:
        # Of a hook the first sentence is enough; the reference has the rest.
        text = members[name].docstring.value
        said = text.split("\n\n")[0] if name in HOOKS else text
        yield f"| `{name}` | {' '.join(said.split()).replace('|', chr(92) + '|')} |"


def _parts() -> Iterator[type[Parser[Any, Any]]]:
    """Give the parsers that read an article, in their order."""
    for name, value in vars(ArticleParser).items():
        if name.endswith("_parser") and isinstance(value, type):
            yield value


def _lexicons(kind: type) -> list[str]:
    return [name for name, value in vars(kind).items() if isinstance(value, Lexicon)]


def _path(kind: type) -> str:
    return f"{kind.__module__.removeprefix('newsmodel.')}.{kind.__name__}"


def _public(kind: type) -> str:
    """Give the name under which a class is in the reference."""
    module = "newsmodel" if hasattr(newsmodel, kind.__name__) else "newsmodel.parsers"
    return f"{module}.{kind.__name__}"
