"""The head of a page: what stands before the first paragraph."""

from __future__ import annotations

import re

from newsmodel.lexicons import Lexicon
from newsmodel.parsers._layout_datelines import dateline_end, is_dateline
from newsmodel.parsers._layout_lines import OPEN, Line, Look
from newsmodel.parsers._layout_names import is_known_name, is_names
from newsmodel.text import Document

_CREDITS = (Look.CREDIT, Look.DATE)
_NEAR = 4
_RUN = 3
"""So many short lines together are a list or a table, not the head of a page."""
_DEEPEST = 40
"""A dateline or a headline further down is not looked for."""
_ENOUGH_WORDS = 5
_ENOUGH = 30
_FEW = 5
_DECK = 50
_HEADLINE_AT_MOST = 150
_FUNCTION_SHARE = 0.15
_CAPITAL_SHARE = 0.7
# Words that sentences have and headlines leave out.
_FUNCTION = frozenset(
    "the a an was were had has have is are be been that this it he she his her their "
    "they them i we our you your who which there would not but".split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday".split()
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_TWO = re.compile(r"[.!?][\"”’']? [A-Z“\"]")


def body_start(document: Document, lines: list[Line], agencies: Lexicon[bool]) -> int:
    """Give the number of the first line of the body; `len(lines)` where none is."""
    start = _first_prose(document, lines)
    if start == len(lines):
        return _without_prose(document, lines, agencies)
    for number in range(min(start, _DEEPEST)):
        line = lines[number]
        if line.look in (*OPEN, Look.DATE, Look.SECTION):
            text = document.clean[line.start : line.end]
            if is_dateline(text, agencies):
                return number + 1
            if line.look is not Look.TITLE and dateline_end(text, agencies):
                return number
    return _with_short_lines(document, lines, start)


def _with_short_lines(document: Document, lines: list[Line], start: int) -> int:
    """Move the start of the body up over short lines that belong to it."""
    headline = choose_headline(document, lines[:start])
    top = start
    while top > 0 and _may_be_body(document, lines[top - 1]) and top - 1 != headline:
        top -= 1
    if start - top >= _RUN:
        return top
    while start > top and _joins_body(document, lines, start - 1, headline):
        start -= 1
    return start


def _may_be_body(document: Document, line: Line) -> bool:
    return line.look in OPEN and not is_known_name(document, line.first, line.stop)


def _joins_body(
    document: Document, lines: list[Line], number: int, headline: int | None
) -> bool:
    """Say whether a short line right before the body opens it."""
    line, after = lines[number], lines[number + 1]
    if document.clean[after.start].islower():
        return True
    if line.look is not Look.SENTENCE:
        return False
    if headline is None or number < headline:
        return number > 0 or not reads_as_headline(document, line)
    announces = document.clean[line.end - 1] == ":"
    deck = number == headline + 1 and reads_as_headline(document, line)
    return announces or not deck


def _first_prose(document: Document, lines: list[Line]) -> int:
    titled = False
    for number, line in enumerate(lines):
        if line.look is Look.PROSE:
            if not titled and _heads(document, lines, number):
                titled = True
            elif not (titled and _credit_follows(document, lines, number)):
                return number
        titled = titled or line.look in (Look.TITLE, Look.SENTENCE)
    return len(lines)


def _heads(document: Document, lines: list[Line], number: int) -> bool:
    """Say whether a long first line is a headline."""
    if number + 1 >= len(lines):
        return False
    if _credit_follows(document, lines, number):
        return lines[number].size <= _HEADLINE_AT_MOST
    return reads_as_headline(document, lines[number])


def reads_as_headline(document: Document, line: Line) -> bool:
    """
    Tell a headline with a full stop from a short paragraph.

    Headlines are written in capitals or leave articles and auxiliaries out.
    """
    text = document.clean[line.start : line.end]
    if len(text) > _HEADLINE_AT_MOST or _TWO.search(text):
        return False
    words = _WORD.findall(text)
    if not words or text[0] in '"“':
        return False
    if sum(w[0].isupper() for w in words) >= _CAPITAL_SHARE * len(words):
        return True
    small = [w.lower().rstrip(".") for w in words]
    function = sum(w in _FUNCTION for w in small)
    return not _DAYS.intersection(small) and function <= _FUNCTION_SHARE * len(small)


def _credit_follows(document: Document, lines: list[Line], number: int) -> bool:
    """Say whether a byline or a date comes right after a line, before more prose."""
    for line in lines[number + 1 : number + _NEAR]:
        if line.look in _CREDITS:
            return True
        if line.look is Look.PROSE:
            return False
        if line.look is Look.TITLE and is_known_name(document, line.first, line.stop):
            return True
    return False


def _without_prose(
    document: Document, lines: list[Line], agencies: Lexicon[bool]
) -> int:
    """Of short lines alone: all behind the headline and the credits are the body."""
    if len(lines) == 1:
        return 0 if lines[0].look is Look.SENTENCE else 1
    headline = choose_headline(document, lines[:_DEEPEST])
    if headline is None or not _is_headline(document, lines[headline]):
        return 0
    start = headline + 1
    for number in range(start, min(len(lines), start + _NEAR)):
        line = lines[number]
        text = document.clean[line.start : line.end]
        if line.look in _CREDITS or is_dateline(text, agencies):
            start = number + 1
    return start


def _is_headline(document: Document, line: Line) -> bool:
    return line.look is Look.TITLE or reads_as_headline(document, line)


def choose_headline(document: Document, lines: list[Line]) -> int | None:
    """Choose the headline among the lines of the head."""
    open_lines = _without_sentences(document, lines)
    for number in open_lines:
        line = lines[number]
        enough = line.stop - line.first >= _ENOUGH_WORDS or line.size >= _ENOUGH
        alone = len(open_lines) == 1
        if enough and (alone or not is_names(document, line.first, line.stop)):
            return number
    short = [
        n
        for n in open_lines
        if not is_known_name(document, lines[n].first, lines[n].stop)
    ]
    return max(short, key=lambda n: lines[n].size, default=None)


def _without_sentences(document: Document, lines: list[Line]) -> list[int]:
    """Give the lines that a headline may be; a sentence only where no title stands."""
    found = [n for n, line in enumerate(lines) if line.look in OPEN]
    titles = [
        n
        for n in found
        if lines[n].look is Look.TITLE
        and not is_names(document, lines[n].first, lines[n].stop)
    ]
    if not titles:
        return found
    return [n for n in found if n <= titles[0] or _is_headline(document, lines[n])]


def choose_section(lines: list[Line], headline: int | None) -> int | None:
    """Choose the section label: a known one, or the short line above the headline."""
    known = [n for n, line in enumerate(lines) if line.look is Look.SECTION]
    above = [n for n in known if headline is None or n < headline]
    if above or known:
        return (above or known)[-1 if above else 0]
    for number in range((headline or 0) - 1, -1, -1):
        line = lines[number]
        if line.look is Look.TITLE and line.stop - line.first <= _FEW:
            return number
        if line.look in OPEN:
            return None
    return None


def standfirst_of(lines: list[Line], headline: int | None) -> range:
    """Give the lines of the standfirst, right below the headline."""
    if headline is None:
        return range(0)
    first = stop = headline + 1
    while first < len(lines) and lines[first].look in (*_CREDITS, Look.SECTION):
        first = stop = first + 1
    if first > headline + 1 and not _is_late_deck(lines, first):
        return range(0)
    while stop < len(lines) and _may_be_standfirst(lines, stop, first):
        stop += 1
    return range(first, stop)


def _is_late_deck(lines: list[Line], number: int) -> bool:
    """Say whether a line between the credits and the body is a standfirst."""
    last = number == len(lines) - 1
    return last and lines[number].look is Look.TITLE and lines[number].size >= _DECK


def _may_be_standfirst(lines: list[Line], number: int, first: int) -> bool:
    line = lines[number]
    if line.look not in OPEN or line.stop - line.first < _ENOUGH_WORDS - 1:
        return False
    return number == first or not line.blank_before
