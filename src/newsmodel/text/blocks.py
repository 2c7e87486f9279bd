"""Blocks: the lines or wrapped paragraphs that a text is laid out in."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

WRAP_AT_LEAST = 45
"""A line shorter than this, in code points, was not broken for its length."""
WRAP_AT_MOST = 110
"""A line longer than this was not wrapped."""


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

    A newline ends a block, unless the lines around it were wrapped: then only a blank
    line, an indent or a line that had room left for the next word does.
    """
    blocks: list[Block] = []
    for blank, group in groupby(_lines(clean), key=lambda line: line[0] == line[1]):
        if not blank:
            blocks += _group(clean, list(group))
    return blocks


def _lines(clean: str) -> list[tuple[int, int]]:
    """Trimmed spans of all lines; a blank line has no length."""
    lines = []
    start = 0
    for line in clean.split("\n"):
        body = line.strip()
        left = start + len(line) - len(line.lstrip()) if body else start
        lines.append((left, left + len(body)))
        start += len(line) + 1
    return lines


def _group(clean: str, lines: list[tuple[int, int]]) -> list[Block]:
    width = max(end - start for start, end in lines)
    wrapped = len(lines) > 1 and WRAP_AT_LEAST <= width <= WRAP_AT_MOST
    blocks = [Block(*lines[0], 1, blank_before=True)]
    for start, end in lines[1:]:
        last = blocks[-1]
        if wrapped and _continues(clean, lines, last, start, width):
            blocks[-1] = last._replace(end=end, lines=last.lines + 1)
        else:
            blocks.append(Block(start, end, 1, blank_before=False))
    return blocks


def _continues(
    clean: str, lines: list[tuple[int, int]], last: Block, start: int, width: int
) -> bool:
    """Say whether the line before was full: the next word had no room on it."""
    line_start = clean.rfind("\n", 0, last.end) + 1
    room = width - (last.end - max(line_start, last.start if last.lines == 1 else 0))
    first_word = clean[start : start + width].split(None, 1)[0]
    indent = start - (clean.rfind("\n", 0, start) + 1)
    first_indent = lines[0][0] - (clean.rfind("\n", 0, lines[0][0]) + 1)
    if last.lines > 1 and indent > first_indent + 1:
        return False
    return room <= len(first_word)
