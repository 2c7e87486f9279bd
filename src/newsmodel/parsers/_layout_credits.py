"""Credits and dates of publication: what of a line they are."""

from __future__ import annotations

import re

from newsmodel.lexicons import Lexicon
from newsmodel.parsers._layout_dates import PrintedDate, find_dates
from newsmodel.parsers._layout_lines import Line, Look
from newsmodel.parsers._layout_names import Person, is_agency, is_names, read_people
from newsmodel.text import Document

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\[email.{1,3}protected\]")
HANDLE = re.compile(r"(?<![\w.])@\w{2,30}")
_BAR = re.compile(r"\s*(?:[|•·]|\s[-–—]\s|,(?=\s*$))\s*")
_LEAD = re.compile(r"[\s\-–—_~*•|(]*")
_TRAIL = " \n,|-–—_•·:;("
_LATER = re.compile(r"updat|modif|edited|revis|correct", re.IGNORECASE)
_FIRST = re.compile(r"publish|post|first|issued|filed|creat", re.IGNORECASE)
_LABEL_REACH = 25
_ROLE_AT_MOST = 10
_NAME_LINES = 8

Piece = tuple[int, int]
"""Code points `[start, end)` of the text."""


def credit_of(
    document: Document, lines: list[Line], number: int, stop: int
) -> tuple[Piece, int] | None:
    """
    Give the span of the credit that begins in a line, and the line after its last.

    "By" alone, or with a role on the next line, goes on over the lines below.
    """
    line = lines[number]
    start, end = trimmed(document, line)
    if start >= end:
        return None
    after = number + 1
    bare = _is_bare(document, line)
    people = read_people(document, line.first, line.stop)
    if not bare and not any(person.name for person in people):
        return (start, end), after
    while after < min(stop, number + _NAME_LINES) and _goes_on(
        document, lines[after], bare=bare
    ):
        _, end = trimmed(document, lines[after])
        after += 1
    return (start, end), after


def _is_bare(document: Document, line: Line) -> bool:
    return all(w in _BARE for w in document.lower[line.first : line.stop])


_BARE = frozenset("by written story article reported words text posted : -".split())


def _goes_on(document: Document, line: Line, *, bare: bool) -> bool:
    if line.look not in (Look.TITLE, Look.SECTION, Look.CREDIT, Look.FURNITURE):
        return False
    if bare and document.lower[line.first : line.stop] == ["and"]:
        return True
    if line.look is Look.FURNITURE or line.stop - line.first > _ROLE_AT_MOST:
        return False
    if bare and (
        is_names(document, line.first, line.stop) or line.stop - line.first == 1
    ):
        return True
    people = read_people(document, line.first, line.stop)
    return not line.blank_before and all(
        p.name is None and (p.role or p.house) for p in people
    )


def trimmed(document: Document, line: Line) -> Piece:
    """Cut a credit line before its date, its address and what else stands behind."""
    text = document.clean[line.start : line.end]
    start = _LEAD.match(text).end()  # type: ignore[union-attr]  # matches nothing too
    ends = [d.start for d in find_dates(text) if d.start > start]
    for pattern in (EMAIL, HANDLE):
        found = pattern.search(text, start)
        ends += [found.start()] if found else []
    end = min(ends, default=len(text))
    end = _before_bars(document, line, text, start, end)
    while end > start and text[end - 1] in _TRAIL:
        end -= 1
    return line.start + start, line.start + end


def _before_bars(
    document: Document, line: Line, text: str, start: int, end: int
) -> int:
    """Leave out parts behind a bar that are neither people nor roles nor houses."""
    for bar in _BAR.finditer(text, start, end):
        tokens = document.token_range(line.start + bar.end(), line.start + end)
        people = read_people(document, *tokens)
        if not people or not all(p.name or p.role or p.house for p in people):
            return bar.start()
    return end


def names_piece(document: Document, line: Line) -> Piece | None:
    """Give the span of the people if a line is people alone, perhaps after a dash."""
    start, end = trimmed(document, line)
    if is_names(document, *document.token_range(start, end)):
        return start, end
    return None


def is_house_line(document: Document, line: Line) -> bool:
    """Say whether a line names an agency or the house's own staff."""
    tokens = document.token_range(*trimmed(document, line))
    people = read_people(document, *tokens)
    texts = document.tokens.texts[slice(*tokens)]
    if line.look is Look.SECTION or len(texts) > _ROLE_AT_MOST or not people:
        return False
    agency = is_agency(document, tokens[0], tokens[0] + 1)
    capital = agency or all(t[0].isupper() or not t[0].isalpha() for t in texts)
    return capital and all(_is_house(document, person) for person in people)


def _is_house(document: Document, person: Person) -> bool:
    """Say whether a segment is an agency or "Staff Reporter"."""
    if person.name is not None or person.house is not None:
        return person.name is None
    return person.role is not None and document.lower[person.role[0]] in _OWN


_OWN = frozenset("staff our special news web agency correspondent editorial".split())


def is_later(text: str, date: PrintedDate, floor: int = 0) -> bool:
    """Say whether the label before a date says that it is not the first."""
    label = text[max(floor, date.start - _LABEL_REACH) : date.start]
    return bool(_LATER.search(label))


def best_date(text: str) -> tuple[int, PrintedDate] | None:
    """
    Give the date of first publication in a line, with how sure it is.

    2 where a label says so, 1 without a label, 0 where a label says "updated".
    """
    floor, best = 0, None
    for date in find_dates(text):
        label = text[max(floor, date.start - _LABEL_REACH) : date.start]
        rank = 2 if _FIRST.search(label) else 1
        rank = 0 if _LATER.search(label) else rank
        if best is None or rank > best[0]:
            best = (rank, date)
        floor = date.end
    return best


def leftovers(text: str) -> list[tuple[int, int]]:
    """Give the parts of a dated line that are not its dates."""
    found, start = [], 0
    for date in [*find_dates(text), None]:
        end = date.start if date else len(text)
        found += [(start + a, start + b) for a, b in _split(text[start:end])]
        start = date.end if date else end
    return found


def _split(part: str) -> list[tuple[int, int]]:
    bounds, start = [], 0
    for mark in [*re.finditer(r"[|•·]|\s[-–—]\s", part), None]:
        end = mark.start() if mark else len(part)
        left, right = start, end
        while left < right and (part[left].isspace() or part[left] in "-–—,.:("):
            left += 1
        while right > left and (
            part[right - 1].isspace() or part[right - 1] in ",-–—:;("
        ):
            right -= 1
        if left < right:
            bounds.append((left, right))
        start = mark.end() if mark else end
    return bounds


def section_in(document: Document, line: Line, whole: Lexicon[str]) -> Piece | None:
    """Give a section label that stands in a dated line, label words left out."""
    for left, right in leftovers(document.clean[line.start : line.end]):
        first, stop = document.token_range(line.start + left, line.start + right)
        for size in range(min(4, stop - first), 0, -1):
            words = tuple(document.lower[first : first + size])
            rest = document.lower[first + size : stop]
            if whole.get(words) == Look.SECTION and all(w in _DAY_WORDS for w in rest):
                _, starts, ends = document.tokens
                return starts[first], ends[first + size - 1]
    return None


_DAY_WORDS = frozenset("published posted updated on at last : first filed".split())
