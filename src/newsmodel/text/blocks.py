"""Blocks: the lines or wrapped paragraphs that a text is laid out in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple, TypeAlias

WRAP_AT_LEAST = 45
"""A text whose longest line is shorter than this, in code points, is not wrapped."""
WRAP_AT_MOST = 130
"""A line longer than this was not wrapped."""
MOSTLY = 0.4
"""Share of the lines followed by another that are full in a wrapped text."""
STRAY = 0.1
"""Share of the characters that a wrapped text may have in lines too long for it."""

_TERMINAL = frozenset(".!?:\"”’'")
_OPENERS = ("By ", "BY ", "Updated", "Published", "Posted", "Last updated")

_Line: TypeAlias = tuple[int, int, int]


class Block(NamedTuple):
    """A stretch of text laid out as one: a heading, a paragraph, a link."""

    start: int
    end: int
    lines: int
    """How many lines it is wrapped over."""
    blank_before: bool
    """Whether a blank line, or the start of the text, stands before it."""


def find_blocks(clean: str) -> list[Block]:
    """
    Split a normalised text into blocks, in order, none empty.

    A newline ends a block, unless the text was wrapped at a width: then only a blank
    line, an indent or a line that had room left for the next word does.  A text counts
    as wrapped when most lines that are followed by another are full.
    """
    groups = [
        list(group)
        for blank, group in groupby(_lines(clean), key=lambda line: line[0] == line[1])
        if not blank
    ]
    width = _width(clean, groups)
    indent = _indent(groups) if width else 0
    return [block for group in groups for block in _group(clean, group, width, indent)]


def _lines(clean: str) -> Iterator[_Line]:
    """Give start, end and indent of all lines; a blank line has no length."""
    start = 0
    for line in clean.split("\n"):
        body = line.strip()
        indent = len(line) - len(line.lstrip()) if body else 0
        yield start + indent, start + indent + len(body), indent
        start += len(line) + 1


def _width(clean: str, groups: list[list[_Line]]) -> int:
    """
    Give the width, in code points, at which a text was wrapped, or 0.

    Each line with another below it votes for the widths at which the next word had
    no room on it.
    """
    longest = [end - start for group in groups for start, end, _ in group]
    stray = sum(size for size in longest if size > WRAP_AT_MOST)
    if not longest or max(longest) < WRAP_AT_LEAST or stray > STRAY * sum(longest):
        return 0
    pairs = [pair for group in groups for pair in pairwise(group)]
    votes = [0] * (WRAP_AT_MOST + 2)
    for line, after in pairs:
        size = line[1] - line[0]
        for width in range(size, min(size + 1 + _first_word(clean, after), len(votes))):
            votes[width] += 1
    best = max(votes[WRAP_AT_LEAST:])
    small = sum(clean[after[0]].islower() for _, after in pairs)
    if best < max(MOSTLY * len(pairs), 1) or (best == 1 and not small):
        return 0
    # Of widths with as many votes the widest: no line may be longer than it.
    return max(n for n, count in enumerate(votes) if count == best)


def _indent(groups: list[list[_Line]]) -> int:
    """Give the indent that most lines have."""
    counts = Counter(line[2] for group in groups for line in group)
    return counts.most_common(1)[0][0]


def _first_word(clean: str, line: _Line) -> int:
    """Length of the first word of a line, cut at the widest that matters."""
    return len(clean[line[0] : line[0] + WRAP_AT_MOST].split(None, 1)[0])


def _full(clean: str, line: _Line, after: _Line, width: int) -> bool:
    """Say whether the first word of the next line had no room on this one."""
    size = line[1] - line[0]
    return size <= width <= size + _first_word(clean, after)


def _group(clean: str, lines: list[_Line], width: int, indent: int) -> Iterator[Block]:
    start, _, _ = lines[0]
    first, blank = 0, True
    for number in range(1, len(lines) + 1):
        more = number < len(lines) and width and lines[number][2] <= indent + 1
        if more and _continues(clean, lines, number, width):
            continue
        yield Block(start, lines[number - 1][1], number - first, blank_before=blank)
        first, blank = number, False
        start = lines[number][0] if number < len(lines) else start


def _continues(clean: str, lines: list[_Line], number: int, width: int) -> bool:
    before, line = lines[number - 1], lines[number]
    if not _full(clean, before, line, width):
        return False
    headed = clean.startswith(_OPENERS, line[0])
    return not headed or clean[before[1] - 1] in _TERMINAL
