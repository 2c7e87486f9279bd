"""Lines: the blocks of a text with what each looks like on its own."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import NamedTuple

import attrs

from newsmodel.lexicons import Lexicon, toml
from newsmodel.parsers._layout_dates import find_dates
from newsmodel.parsers._layout_names import names_someone
from newsmodel.parsers._layout_shapes import (
    is_address,
    is_caption,
    is_end_mark,
    is_menu,
    is_neighbour,
    is_sign_off,
    strip_closers,
)
from newsmodel.text import Document
from newsmodel.text.blocks import Block


class Look(enum.StrEnum):
    """What a line looks like before its neighbours are asked."""

    PROSE = "prose"
    """Long, or of some length with a full stop."""
    SENTENCE = "sentence"
    """Short, with a full stop or an opening quotation mark."""
    TITLE = "title"
    """Short, without a full stop."""
    MARK = "mark"
    """Nothing but marks: "* * *", "___"."""
    FURNITURE = "furniture"
    LIST = "list"
    """A heading with furniture under it: "Topics"."""
    END = "end"
    """Nothing after it is story: "ENDS"."""
    RELATED = "related"
    """A heading with links under it."""
    LINK = "link"
    """A link to another story: "Read more: ..."."""
    MORE = "more"
    """A link mark behind a title: "Read more"."""
    SECTION = "section"
    ABOUT = "about"
    """A heading over words about the author."""
    LABEL = "label"
    """A word beside a date or a name: "Published"."""
    CREDIT = "credit"
    """It opens as a credit: "By ..."."""
    DATE = "date"
    """A date of publication, perhaps with a label, a name or a section."""


RUNNING = (Look.PROSE, Look.SENTENCE)
OPEN = (*RUNNING, Look.TITLE)
"""Looks that only the neighbours can make something of."""


class Line(NamedTuple):
    """A block and what it looks like."""

    start: int
    end: int
    first: int
    """Its first token."""
    stop: int
    """The token after its last one."""
    blank_before: bool
    look: Look

    @property
    def size(self) -> int:
        """Length in code points."""
        return self.end - self.start


@attrs.frozen
class Words:
    """The vocabulary by which lines are told apart."""

    whole: Lexicon[str]
    opening: Lexicon[str]
    inside: Lexicon[str]


_WORDY = 80
"""A line of more tokens is prose without a further look."""
_LONG = 60
"""A line with a full stop is prose from this length on, in code points."""
_VERY_LONG = 140
"""Any line is prose from this length on."""
_END_AT_MOST = 5
_WHOLE_AT_MOST = 14
_INSIDE_AT_MOST = 45
_ABOUT_AT_MOST = 5
_CREDIT_AT_MOST = 40
_DATED_AT_MOST = 160
_LABELLED_REST = 90
_REST = 60
"""How much of a dated line may be something else, with and without a label."""
_SIGNS = frozenset("©®»→►▶>")
_STOPS = (".", "!", "?")


def read_table(name: str) -> Mapping[str, str]:
    """Turn a table of lists, `{look: [phrases]}`, into `{phrase: look}`."""
    table = toml("layout.toml")[name]
    return {phrase: look for look, phrases in table.items() for phrase in phrases}


def read_lines(document: Document, words: Words) -> list[Line]:
    """Read all blocks as lines, in order; linear in the text."""
    return [_line(document, block, words) for block in document.blocks]


def _line(document: Document, block: Block, words: Words) -> Line:
    first, stop = document.token_range(block.start, block.end)
    look = None
    if stop - first <= _WORDY:
        text = document.clean[block.start : block.end]
        tokens = document.lower[first:stop]
        look = _by_words(text, tokens, words) or _by_shape(text, tokens, words)
        if look is Look.CREDIT and not names_someone(document, first, stop):
            look = None
    look = look or _by_length(document.clean, block)
    return Line(block.start, block.end, first, stop, block.blank_before, look)


def _by_words(text: str, tokens: list[str], words: Words) -> Look | None:
    if len(tokens) <= _END_AT_MOST and is_end_mark(text):
        return Look.END
    begin = next(
        (n for n, t in enumerate(tokens) if t[0].isalnum() or t in _SIGNS), None
    )
    if begin is None:
        return Look.MARK
    look = _by_whole(text, tokens, words) if len(tokens) <= _WHOLE_AT_MOST else None
    if look is not None:
        return look
    opening = words.opening.longest(tokens, begin)
    if opening is not None and _opens(opening[1], text, tokens):
        return Look(opening[1])
    return _by_inside(tokens, words) if len(tokens) <= _INSIDE_AT_MOST else None


def _by_whole(text: str, tokens: list[str], words: Words) -> Look | None:
    letters = tuple(t for t in tokens if t[0].isalpha() or t in ("©", "&"))
    if not letters:
        return _numbers(text, tokens)
    if _is_about(text, letters):
        return Look.ABOUT
    whole = words.whole.get(letters)
    if whole is None or _says_more(text, tokens, whole):
        return None
    return Look(whole)


def _by_inside(tokens: list[str], words: Words) -> Look | None:
    found = (words.inside.longest(tokens, start) for start in range(len(tokens)))
    inside = next((f for f in found if f is not None), None)
    return None if inside is None else Look(inside[1])


def _numbers(text: str, tokens: list[str]) -> Look:
    """Tell a date, a count of comments and a row of a table apart."""
    if find_dates(text[:_DATED_AT_MOST]):
        return Look.DATE
    alone = sum(t[0].isdigit() for t in tokens) == 1
    return Look.FURNITURE if alone else Look.TITLE


def _is_about(text: str, letters: tuple[str, ...]) -> bool:
    """Say whether a line is "About Ann Lee"."""
    if letters[0] != "about" or not 2 < len(letters) <= _ABOUT_AT_MOST:
        return False
    return all(w[0].isupper() for w in text.split())


def _says_more(text: str, tokens: list[str], whole: str) -> bool:
    """Say whether what was left out of a line makes it something else."""
    if text.endswith(("?", "!")):
        return True
    if whole not in (Look.SECTION, Look.ABOUT, Look.LABEL):
        return False
    numbers = [t for t in tokens if t[0].isdigit()]
    return text.endswith(".") or any(not _is_year(n) for n in numbers)


def _is_year(word: str) -> bool:
    return len(word) == len("2016") and word[:2] in ("19", "20")


def _opens(look: str, text: str, tokens: list[str]) -> bool:
    """Say whether an opening counts in a line of this shape."""
    if look in (Look.CREDIT, "day") or text[0] in '"“':
        return False
    if look in (Look.RELATED, Look.LIST) and not text.endswith(":"):
        ended = strip_closers(text).endswith(_STOPS)
        return not ended and len(tokens) <= _WHOLE_AT_MOST
    return look == Look.FURNITURE or not text[0].islower()


def _by_shape(text: str, tokens: list[str], words: Words) -> Look | None:
    if is_neighbour(text):
        return Look.LINK
    if is_sign_off(text) or is_address(text) or is_caption(text):
        return Look.FURNITURE
    if len(text) <= _DATED_AT_MOST and _is_dated(text, tokens, words):
        return Look.DATE
    if len(tokens) <= _CREDIT_AT_MOST and _is_credit(text, tokens, words):
        return Look.CREDIT
    return Look.FURNITURE if is_menu(text) else None


def _is_dated(text: str, tokens: list[str], words: Words) -> bool:
    """Say whether a line is a date with few other words."""
    dates = find_dates(text)
    if not dates or text.endswith(":"):
        return False
    rest = len(text) - sum(d.end - d.start for d in dates)
    opening = words.opening.longest(tokens, 0)
    if opening is not None and opening[1] == "day":
        return rest <= _LABELLED_REST
    ended = strip_closers(text).endswith(_STOPS) and not dates[-1].clock
    return rest <= _REST and not ended


def _is_credit(text: str, tokens: list[str], words: Words) -> bool:
    begin = next((n for n, t in enumerate(tokens) if t[0].isalpha()), 0)
    found = words.opening.longest(tokens, begin)
    if found is None or found[1] != Look.CREDIT:
        return False
    name = begin + found[0]
    if name + 1 >= len(tokens):
        return True
    at = text.lower().find(tokens[name], len(tokens[begin]))
    ended = strip_closers(text).endswith(_STOPS) and len(tokens) > _WHOLE_AT_MOST
    return text[0] not in '"“' and text[at].isupper() and not ended


def _by_length(clean: str, block: Block) -> Look:
    size = block.end - block.start
    if size >= _VERY_LONG:
        return Look.PROSE
    text = clean[block.start : block.end]
    bare = strip_closers(text)
    if text[0] in _SIGNS:
        return Look.TITLE
    if bare.endswith(_STOPS) and not bare.endswith(".."):
        return Look.PROSE if size >= _LONG else Look.SENTENCE
    return Look.SENTENCE if bare.endswith((":", ";", ",", "..", "…")) else Look.TITLE
