"""The body of a page and what stands between and behind its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsmodel.parsers._layout_credits import (
    Piece,
    credit_of,
    is_house_line,
    names_piece,
    trimmed,
)
from newsmodel.parsers._layout_lines import RUNNING, Line, Look
from newsmodel.parsers._layout_names import is_known_name
from newsmodel.parsers._layout_people import introduces, is_bio
from newsmodel.parsers._layout_shapes import is_sentence_like
from newsmodel.parsers.reading import ZoneKind
from newsmodel.text import Document

_CROSSHEAD_AT_MOST = 14
_LABEL_AT_MOST = 6
_BIO_AT_LEAST = 40
_FEW_PROSE = 4
_PLAIN = {
    Look.FURNITURE: ZoneKind.FURNITURE,
    Look.LIST: ZoneKind.FURNITURE,
    Look.END: ZoneKind.FURNITURE,
    Look.MARK: ZoneKind.FURNITURE,
    Look.RELATED: ZoneKind.RELATED,
    Look.LINK: ZoneKind.RELATED,
    Look.MORE: ZoneKind.RELATED,
    Look.ABOUT: ZoneKind.OTHER,
    Look.LABEL: ZoneKind.OTHER,
}
_MODES = {
    Look.LIST: ZoneKind.FURNITURE,
    Look.END: ZoneKind.FURNITURE,
    Look.RELATED: ZoneKind.RELATED,
    Look.MORE: ZoneKind.RELATED,
    Look.ABOUT: ZoneKind.AUTHOR_BIO,
}

Area = tuple[ZoneKind, int, int]


@attrs.define
class Body:
    """Walks over the lines from the first paragraph on, once."""

    document: Document
    lines: list[Line]
    start: int
    credited: bool
    """Whether a byline has been found."""
    labelled: bool
    """Whether a section label has been found."""
    names: frozenset[str]
    """Words of the authors' names, in lower case."""
    mode: ZoneKind | None = None
    """What a heading says of the lines under it."""
    closed: bool = False
    """Whether the story has ended."""
    named_at: int = -2
    """The last line that was only a name."""
    seen_tail: bool = False
    left: list[int] = attrs.Factory(list)
    """For each line, how many lines of prose come after it."""
    spaced: bool = False
    """Whether blank lines part the paragraphs."""

    def areas(self) -> Iterator[Area]:
        """Give the zones of all lines, in order."""
        self._count()
        number = self.start
        while number < len(self.lines):
            yield from self._line(number)
            number += 1

    def _count(self) -> None:
        self.left = [0] * len(self.lines)
        after = 0
        for number in range(len(self.lines) - 1, self.start - 1, -1):
            self.left[number] = after
            line = self.lines[number]
            if line.look is Look.END and after <= _FEW_PROSE:
                after = 0
            if line.look is Look.PROSE and not (
                after == 0 and self._is_bio(number, near=True)
            ):
                after += 1
        prose = [k for k in self.lines[self.start :] if k.look in RUNNING]
        self.spaced = sum(k.blank_before for k in prose) * 2 > len(prose)

    def _is_bio(self, number: int, *, near: bool = False) -> bool:
        above = self.named_at == number - 1 or self.mode is ZoneKind.AUTHOR_BIO
        if near and number > self.start:
            before = self.lines[number - 1]
            above = before.look is Look.ABOUT or self._is_name(number - 1)
            above = above or (
                number - 2 >= self.start and self.lines[number - 2].look is Look.ABOUT
            )
        line = self.lines[number]
        if is_bio(self.document, line, self.names, near=above):
            return True
        last = self.left[number] == 0 and number > self.start
        return last and introduces(self.document, line)

    def _is_house(self, number: int, line: Line) -> bool:
        """Say whether a line behind the body is "- Reuters"."""
        dashed = self.document.clean[line.start] in "-–—"
        return dashed and not self.left[number] and is_house_line(self.document, line)

    def _is_name(self, number: int) -> bool:
        line = self.lines[number]
        if line.look not in (Look.TITLE, Look.CREDIT):
            return False
        return names_piece(self.document, line) is not None

    def _line(self, number: int) -> Iterator[Area]:
        line = self.lines[number]
        if line.look in RUNNING:
            yield self._running(number, line)
        elif line.look is Look.FURNITURE and self._is_bio(number):
            yield _area(ZoneKind.AUTHOR_BIO, line)
        elif line.look in (Look.TITLE, Look.SECTION):
            yield from self._title(number, line)
        elif line.look is Look.CREDIT:
            yield from self._credit(number, line)
        elif line.look is Look.DATE:
            related = self.mode is ZoneKind.RELATED
            yield _area(ZoneKind.RELATED if related else ZoneKind.OTHER, line)
        else:
            yield self._plain(number, line)

    def _plain(self, number: int, line: Line) -> Area:
        more_of_title = line.look is Look.MORE and self._was_link(number - 1)
        if line.look in _MODES and not more_of_title and not self._before_prose(number):
            self.mode = _MODES[line.look]
        elif line.look is Look.MARK and self.left[number]:
            self.mode = None
        if line.look is Look.END and self.left[number] <= _FEW_PROSE:
            self.closed = True
        self.seen_tail |= line.look not in (Look.MARK, Look.LABEL)
        return _area(_PLAIN[line.look], line)

    def _before_prose(self, number: int) -> bool:
        """Say whether a heading of links stands right over a paragraph of the body."""
        after = self.lines[number + 1 : number + 2]
        prose = bool(after) and after[0].look is Look.PROSE and after[0].blank_before
        return prose and self.lines[number].look in (Look.RELATED, Look.MORE)

    def _was_link(self, number: int) -> bool:
        return number >= self.start and self.lines[number].look is Look.TITLE

    def _running(self, number: int, line: Line) -> Area:
        if self._is_bio(number):
            self.mode = None
            return _area(ZoneKind.AUTHOR_BIO, line)
        if self.closed:
            return _area(self.mode or ZoneKind.FURNITURE, line)
        if self.mode is ZoneKind.RELATED and self._is_dek(number, line):
            return _area(ZoneKind.RELATED, line)
        self.mode = None
        self.seen_tail = False
        return _area(ZoneKind.PARAGRAPH, line)

    def _is_dek(self, number: int, line: Line) -> bool:
        """Say whether running text under a heading of links belongs to a link."""
        if line.look is Look.SENTENCE and self.left[number] == 0:
            return True
        text = self.document.clean[line.start : line.end]
        if line.look is Look.SENTENCE and text.endswith(("?", "..", "…")):
            return True
        return (
            self.spaced
            and not line.blank_before
            and self.lines[number - 1].look is not Look.RELATED
        )

    def _title(self, number: int, line: Line) -> Iterator[Area]:
        ahead = self.lines[number + 1] if number + 1 < len(self.lines) else None
        if (
            self.left[number] == 0
            and line.size >= _BIO_AT_LEAST
            and self._is_bio(number)
        ):
            yield _area(ZoneKind.AUTHOR_BIO, line)
        elif self.left[number] == 0 and self._is_name(number):
            yield from self._name(number, line, ahead)
        elif self._is_house(number, line):
            yield from self._byline(line, trimmed(self.document, line))
        elif (
            ahead is not None
            and ahead.look is Look.MORE
            and line.look is not Look.SECTION
        ):
            yield _area(ZoneKind.RELATED, line)
        elif self.mode is not None and self.mode is not ZoneKind.AUTHOR_BIO:
            yield _area(self.mode, line)
        elif self.closed:
            yield _area(ZoneKind.FURNITURE, line)
        elif line.look is Look.SECTION and self.left[number] == 0 and not self.labelled:
            self.labelled = True
            yield _area(ZoneKind.SECTION, line)
        else:
            yield _area(self._short(number, line, ahead), line)

    def _short(self, number: int, line: Line, ahead: Line | None) -> ZoneKind:
        """Tell crossheads and tail labels from short body text."""
        text = self.document.clean[line.start : line.end]
        if line.look is Look.SECTION:
            return ZoneKind.FURNITURE if self.left[number] == 0 else ZoneKind.OTHER
        if self.left[number] == 0 and self.seen_tail:
            linked = line.stop - line.first > _LABEL_AT_MOST
            return ZoneKind.RELATED if linked else ZoneKind.FURNITURE
        if is_sentence_like(text) or line.stop - line.first > _CROSSHEAD_AT_MOST:
            return ZoneKind.PARAGRAPH
        if self.left[number] == 0:
            return ZoneKind.PARAGRAPH
        heads = ahead is not None and ahead.look in RUNNING
        before = self.lines[number - 1]
        announced = self.document.clean[before.end - 1] in ":,;"
        if heads and before.look is not Look.TITLE and not announced:
            return ZoneKind.OTHER
        return ZoneKind.PARAGRAPH

    def _name(self, number: int, line: Line, ahead: Line | None) -> Iterator[Area]:
        piece = names_piece(self.document, line)
        known = is_known_name(self.document, *self.document.token_range(*piece))  # type: ignore[misc]
        words = set(self.document.lower[line.first : line.stop])
        above_bio = (
            ahead is not None
            and ahead.look in RUNNING
            and is_bio(self.document, ahead, self.names, near=True)
        )
        dashed = not self.document.clean[line.start].isalnum()
        if not (known or words & self.names or above_bio or dashed):
            kind = self.mode or self._short(number, line, ahead)
            yield _area(kind, line)
            return
        if self.mode is ZoneKind.RELATED and not above_bio and not words & self.names:
            yield _area(ZoneKind.RELATED, line)
            return
        self.named_at = number
        self.names |= frozenset(w for w in words if w[0].isalpha())
        yield from self._byline(line, piece)  # type: ignore[arg-type]

    def _byline(self, line: Line, piece: Piece) -> Iterator[Area]:
        if self.credited:
            yield _area(ZoneKind.OTHER, line)
            return
        self.credited = True
        if piece != (line.start, line.end):
            yield _area(ZoneKind.OTHER, line)
        yield ZoneKind.BYLINE, *piece

    def _credit(self, number: int, line: Line) -> Iterator[Area]:
        if self.left[number] or self.credited:
            small = is_sentence_like(self.document.clean[line.start : line.end])
            yield _area(ZoneKind.PARAGRAPH if small else ZoneKind.OTHER, line)
            return
        found = credit_of(self.document, self.lines, number, number + 1)
        self.named_at = number
        if found:
            words = self.document.lower[line.first : line.stop]
            self.names |= frozenset(w for w in words[1:] if w[0].isalpha())
            yield from self._byline(line, found[0])
        else:
            yield _area(ZoneKind.OTHER, line)


def _area(kind: ZoneKind, line: Line) -> Area:
    return kind, line.start, line.end
