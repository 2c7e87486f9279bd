"""
Quotation marks: which open, which close, which go on in the next paragraph.

Straight, curly and single marks, guillemets and two apostrophes; nested, unclosed,
and continued over paragraphs with a repeated opening mark (the rule of the Chicago
Manual of Style, 13.32, and of most newspapers).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsmodel.text.blocks import Block

_MARK = re.compile("''|``|[\"“”„‟«»‹›‘’']")
_OPENING = {"“": '”"', "„": "“”", "«": "»", "‹": "›", "‘": "’'", "``": "''"}
_CLOSING = frozenset("”»›")
_BEFORE = frozenset(" \n([{—–-/:\u00a0“\"‘'«,")
_DEEPEST = 8


class Quotation(NamedTuple):
    """A quotation with its marks, in code points of the text."""

    start: int
    """Where the opening mark is."""
    end: int
    """Behind the closing mark, or the end of the block where there is none."""
    mark: str
    """The opening mark."""
    depth: int
    """0 for an outer quotation, 1 for one inside it."""
    closed: bool
    """Whether it has a closing mark."""
    continued: bool
    """Whether it goes on in the next block."""


def find_quotations(text: str, clean: str, blocks: list[Block]) -> list[Quotation]:
    """
    Find all quotations, in order of their opening marks; linear in the text.

    A quotation never leaves its block: one without a closing mark ends with it.
    """
    found: list[Quotation] = []
    for number, block in enumerate(blocks):
        opened = _block(text, clean, block, found)
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        for start, mark in opened:
            goes_on = after is not None and text.startswith(mark, after.start)
            depth = sum(q.start < start and q.end > start for q in found[-_DEEPEST:])
            found.append(Quotation(start, block.end, mark, depth, False, goes_on))
    found.sort()
    return found


def _block(
    text: str, clean: str, block: Block, found: list[Quotation]
) -> list[tuple[int, str]]:
    """Pair the marks of a block; return double marks left open."""
    opened: list[tuple[int, str]] = []
    for match in _MARK.finditer(text, block.start, block.end):
        mark, at = match.group(), match.start()
        close = _closes(text, clean, mark, match, opened)
        if close is not None:
            start, opening = opened[close]
            del opened[close:]
            found.append(Quotation(start, match.end(), opening, close, True, False))
        elif len(opened) < _DEEPEST and _opens(text, clean, mark, match, block):
            opened.append((at, mark))
    return [(start, mark) for start, mark in opened if mark not in ("'", "‘")]


def _closes(
    text: str,
    clean: str,
    mark: str,
    match: re.Match[str],
    opened: list[tuple[int, str]],
) -> int | None:
    """Give the number of the open quotation that a mark closes."""
    for number in range(len(opened) - 1, -1, -1):
        opening = opened[number][1]
        if mark not in _OPENING.get(opening, opening):
            continue
        if mark in ("'", "’") and not _free_behind(clean, match):
            return None
        if mark in ('"', "''", "'") and _spaced_before(text, match):
            return None
        return number
    return None


def _opens(
    text: str, clean: str, mark: str, match: re.Match[str], block: Block
) -> bool:
    first = match.start() == block.start
    mistyped = first and mark == "”"
    if (mark in _CLOSING and not mistyped) or mark == "’":
        return False
    if not first and mark != "“" and text[match.start() - 1] not in _BEFORE:
        return False
    if match.end() >= block.end or clean[match.end()].isspace():
        return False
    if mark in ("'", "‘"):
        return _single_closes(clean, match.end(), block.end)
    return True


def _free_behind(clean: str, match: re.Match[str]) -> bool:
    behind = clean[match.end() : match.end() + 1]
    before = clean[match.start() - 1 : match.start()]
    return not behind.isalnum() and not before.isspace()


def _spaced_before(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1 : match.start()]
    behind = text[match.end() : match.end() + 1]
    return before.isspace() and bool(behind) and not behind.isspace()


_SINGLE_END = re.compile(r"(?<=[\w.,!?])'(?![\w'])")
_FURTHEST = 400


def _single_closes(clean: str, start: int, end: int) -> bool:
    """Tell a quotation in single marks from an apostrophe ('90s, 'em)."""
    if not clean[start].isalnum():
        return clean[start] in '“".'
    return _SINGLE_END.search(clean, start, min(end, start + _FURTHEST)) is not None
