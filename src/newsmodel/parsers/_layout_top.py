"""Zones of the head of a page."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsmodel.lexicons import Lexicon
from newsmodel.parsers._layout_credits import (
    Piece,
    best_date,
    credit_of,
    is_house_line,
    leftovers,
    names_piece,
    section_in,
)
from newsmodel.parsers._layout_datelines import is_dateline
from newsmodel.parsers._layout_dates import is_ago
from newsmodel.parsers._layout_head import (
    choose_headline,
    choose_section,
    standfirst_of,
)
from newsmodel.parsers._layout_lines import OPEN, Line, Look, Words
from newsmodel.parsers._layout_names import is_known_name, read_people
from newsmodel.parsers.reading import ZoneKind
from newsmodel.text import Document

Area = tuple[ZoneKind, int, int]

_RELATED = (Look.RELATED, Look.LINK, Look.MORE)


@attrs.define
class Head:
    """Walks over the lines before the first paragraph, once."""

    document: Document
    lines: list[Line]
    words: Words
    agencies: Lexicon[bool]
    headline: int | None = None
    section: int | None = None
    standfirst: range = range(0)
    dated: int | None = None
    """The line with the date of publication."""
    credited: bool = False
    labelled: bool = False
    names: frozenset[str] = frozenset()
    datelined: bool = False

    def areas(self) -> Iterator[Area]:
        """Give the zones of all lines, in order."""
        self._choose()
        number = 0
        while number < len(self.lines):
            if number in self.standfirst:
                last = self.standfirst[-1]
                yield (
                    ZoneKind.STANDFIRST,
                    self.lines[number].start,
                    self.lines[last].end,
                )
                number = last + 1
                continue
            areas, number = self._line(number)
            yield from areas

    def _choose(self) -> None:
        places = [n for n in range(len(self.lines)) if self._dateline(n)]
        free = [
            line._replace(look=Look.DATE) if n in places else line
            for n, line in enumerate(self.lines)
        ]
        free = [
            line._replace(look=Look.DATE) if self._ago(line) else line for line in free
        ]
        self.headline = choose_headline(self.document, free)
        free = self._with_credits(free)
        self.section = choose_section(free, self.headline)
        self.labelled = self.section is not None
        self.standfirst = standfirst_of(free, self.headline)
        self.lines = free
        self.dated = self._choose_date()

    def _ago(self, line: Line) -> bool:
        return line.size < 40 and is_ago(self.document.clean[line.start : line.end])

    def _with_credits(self, lines: list[Line]) -> list[Line]:
        """Turn lines of names or of a house alone, below the headline, into credits."""
        found = list(lines)
        for number, line in enumerate(lines):
            if line.look is not Look.TITLE or number == self.headline:
                continue
            below = self.headline is not None and number > self.headline
            piece = names_piece(self.document, line)
            if (
                piece
                and (
                    below
                    or is_known_name(self.document, *self.document.token_range(*piece))
                )
            ) or (below and is_house_line(self.document, line)):
                found[number] = line._replace(look=Look.CREDIT)
        return found

    def _choose_date(self) -> int | None:
        ranked = []
        for number, line in enumerate(self.lines):
            if line.look in (Look.DATE, Look.CREDIT):
                best = best_date(self._text(line))
                if best is not None:
                    ranked.append((-best[0], number))
        return min(ranked)[1] if ranked else None

    def _text(self, line: Line) -> str:
        return self.document.clean[line.start : line.end]

    def _dateline(self, number: int) -> int:
        return self._dateline_of(self.lines[number])

    def _dateline_of(self, line: Line) -> int:
        if line.look not in (*OPEN, Look.DATE):
            return 0
        return is_dateline(self._text(line), self.agencies)

    def _line(self, number: int) -> tuple[list[Area], int]:
        line = self.lines[number]
        whole = (line.start, line.end)
        if number == self.headline:
            return [(ZoneKind.HEADLINE, *whole)], number + 1
        if number == self.section:
            return [(ZoneKind.SECTION, *whole)], number + 1
        if line.look is Look.CREDIT and not self.credited:
            return self._credit(number)
        if line.look in (Look.CREDIT, Look.ABOUT, Look.LABEL) or self._repeats(line):
            return [(ZoneKind.OTHER, *whole), *self._date(number)], number + 1
        if line.look is Look.DATE:
            return list(self._dated(number)), number + 1
        kind = ZoneKind.RELATED if line.look in _RELATED else ZoneKind.FURNITURE
        return [(kind, *whole)], number + 1

    def _repeats(self, line: Line) -> bool:
        """Say whether a line is the headline once more."""
        if self.headline is None:
            return False
        return self._text(line) == self._text(self.lines[self.headline])

    def _credit(self, number: int) -> tuple[list[Area], int]:
        line = self.lines[number]
        found = credit_of(self.document, self.lines, number, len(self.lines))
        if found is None:
            return [(ZoneKind.OTHER, line.start, line.end)], number + 1
        piece, after = found
        self._take_names(piece)
        areas: list[Area] = []
        if piece != (line.start, self.lines[after - 1].end):
            areas.append((ZoneKind.OTHER, line.start, self.lines[after - 1].end))
        areas.append((ZoneKind.BYLINE, *piece))
        return areas + list(self._date(number)), after

    def _take_names(self, piece: Piece) -> None:
        self.credited = True
        lower = self.document.lower
        for person in read_people(self.document, *self.document.token_range(*piece)):
            if person.name:
                self.names |= frozenset(lower[slice(*person.name)])

    def _date(self, number: int) -> Iterator[Area]:
        if number != self.dated:
            return
        line = self.lines[number]
        best = best_date(self._text(line))
        if best is not None:
            yield (
                ZoneKind.DATE_LINE,
                line.start + best[1].start,
                line.start + best[1].end,
            )

    def _dated(self, number: int) -> Iterator[Area]:
        line = self.lines[number]
        place = self._dateline(number)
        inner = list(self._date(number))
        if place and not self.datelined:
            self.datelined = True
            inner.append((ZoneKind.DATELINE, line.start, line.start + place))
        elif self._ago(line) and self.dated is None:
            inner.append((ZoneKind.DATE_LINE, line.start, line.end))
        inner += self._inner(line)
        if (line.start, line.end) not in [(s, e) for _, s, e in inner]:
            yield ZoneKind.OTHER, line.start, line.end
        yield from inner

    def _inner(self, line: Line) -> Iterator[Area]:
        """Give section and credit that stand in a line with a date."""
        free = not self.labelled and not self._dateline_of(line)
        section = (
            None if not free else section_in(self.document, line, self.words.whole)
        )
        if section:
            self.labelled = True
            yield ZoneKind.SECTION, *section
        below = (
            self.headline is not None and line.start > self.lines[self.headline].start
        )
        if self.credited or self._dateline_of(line):
            return
        for left, right in leftovers(self._text(line)):
            piece = self._credit_in(line.start + left, line.start + right, below=below)
            if piece:
                self._take_names(piece)
                yield ZoneKind.BYLINE, *piece
                return

    def _credit_in(self, start: int, end: int, *, below: bool) -> Piece | None:
        first, stop = self.document.token_range(start, end)
        if first == stop:
            return None
        part = Line(start, end, first, stop, False, Look.TITLE)
        by = self.document.lower[first] == "by"
        piece = names_piece(self.document, part)
        if piece and (
            by
            or below
            or is_known_name(self.document, *self.document.token_range(*piece))
        ):
            return piece
        labelled = self.words.whole.get(tuple(self.document.lower[first:stop]))
        house = below and labelled is None and is_house_line(self.document, part)
        return (start, end) if house else None
