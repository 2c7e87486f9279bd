"""Words about the author."""

from __future__ import annotations

import functools

from newsmodel.lexicons import Lexicon, toml
from newsmodel.parsers._layout_lines import Line
from newsmodel.parsers._layout_names import given_names
from newsmodel.text import Document

_READ_AT_MOST = 80
_OPENING = 4
_INTRODUCED = 14


@functools.cache
def bio_words() -> Lexicon[bool]:
    """Give the words that speak of a writer's work."""
    return Lexicon.words(toml("layout.toml")["credits"]["bio"], fold_case=True)


def is_bio(
    document: Document, line: Line, names: frozenset[str], *, near: bool
) -> bool:
    """
    Say whether a line is about an author.

    Args:
        document: The text.
        line: The line.
        names: Words of the authors' names, in lower case.
        near: Whether a heading or a line with the author's name stands above it.
    """
    lower = document.lower
    stop = min(line.stop, line.first + _READ_AT_MOST)
    opening = set(lower[line.first : min(line.first + _OPENING, stop)])
    if not near and not names & opening:
        return False
    words = bio_words()
    found = sum(
        words.longest(lower, at, stop) is not None for at in range(line.first, stop)
    )
    return found >= (1 if near and names & opening else 2)


def introduces(document: Document, line: Line) -> bool:
    """Say whether a line is "Ann Lee is a reporter ...", whoever the author is."""
    lower, texts = document.lower, document.tokens.texts
    stop = min(line.stop, line.first + _INTRODUCED)
    for at in range(line.first + 2, stop - 2):
        if lower[at] in ("is", "was"):
            named = all(t[0].isupper() for t in texts[line.first : at])
            heads = set(toml("layout.toml")["roles"]["heads"])
            articled = lower[at + 1] in ("a", "an", "the")
            known = lower[line.first] in given_names()
            return (
                named and articled and known and bool(heads & set(lower[at + 2 : stop]))
            )
    return False


PARTICLES: Lexicon[bool] = Lexicon.lazy(
    lambda: dict.fromkeys(toml("layout.toml")["credits"]["particles"], True),
    fold_case=True,
)
"""Words that belong to the family name behind them."""
SUFFIXES: Lexicon[bool] = Lexicon.lazy(
    lambda: dict.fromkeys(toml("layout.toml")["credits"]["suffixes"], True),
    fold_case=True,
)
"""Words behind a family name."""
