"""Who wrote the story: bylines, credits behind the body, and what bios add."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

import attrs

from newsmodel.lexicons import Lexicon
from newsmodel.model import Author, Mention, MentionKind, Passage
from newsmodel.parsers._author_bios import beats_of, role_in
from newsmodel.parsers._layout_credits import EMAIL, HANDLE
from newsmodel.parsers._layout_names import Person, Range, read_people
from newsmodel.parsers._layout_people import PARTICLES, SUFFIXES
from newsmodel.parsers.base import Parser
from newsmodel.parsers.reading import Reading, ZoneKind
from newsmodel.text import Document

_REPORTING = re.compile(
    r"\(?\s*(?:Reporting|Writing|Reporting and writing) by\s+([^;.)]+)"
)
_AROUND = 80


class AuthorParser(Parser[Person, Author]):
    """
    Reads the people of the byline; houses and agencies alone give nobody.

    A candidate is one person of a credit with role and house, as ranges of tokens.
    Where there is no byline, "(Reporting by ...)" names the authors.
    """

    makes: ClassVar[type] = Author

    particles: ClassVar[Lexicon[bool]] = PARTICLES
    """Words that belong to the family name behind them, in lower case."""
    suffixes: ClassVar[Lexicon[bool]] = SUFFIXES
    """Words behind a family name ("Jr."), in lower case."""

    def find(self, reading: Reading) -> Iterable[Person]:
        """Give the people of the byline, roles and houses joined to them."""
        byline = reading.zone(ZoneKind.BYLINE)
        document = reading.document
        if byline is not None:
            tokens = document.token_range(byline.start, byline.end)
            found = _joined(read_people(document, *tokens))
            if found:
                return found
        return _reporters(reading) if byline is None else []

    def build(self, candidate: Person, reading: Reading) -> Author | None:
        """Make the author, without what only other authors or bios can tell."""
        document = reading.document
        if candidate.name is None:
            return None
        words = _text(document, candidate.name)
        given, family = self._parts(words.split())
        role = _text(document, candidate.role) if candidate.role else None
        house = _text(document, candidate.house) if candidate.house else None
        mention = document.words(*candidate.name)
        return Author(
            name=words,
            given=given,
            family=family,
            role=role,
            affiliation=house,
            mentions=(_mention(mention),),
        )

    def finish(self, found: list[Author], reading: Reading) -> Sequence[Author]:
        """Drop repeats; add bios, addresses and further mentions."""
        named: dict[str, Author] = {}
        for author in found:
            named.setdefault(author.name.casefold(), author)
        unique = list(named.values())
        bios = _bios(unique, reading)
        return [
            _completed(author, bios.get(number), reading, alone=len(unique) == 1)
            for number, author in enumerate(unique)
        ]

    def _parts(self, words: list[str]) -> tuple[str | None, str | None]:
        """Split a name into given and family names."""
        core = list(words)
        while len(core) > 1 and core[-1].lower().strip(",") in self.suffixes:
            core.pop()
        if len(core) < 2:
            return None, core[0] if core else None
        start = len(core) - 1
        while start > 1 and core[start - 1].lower() in self.particles:
            start -= 1
        return " ".join(core[:start]), " ".join(core[start:])


def _text(document: Document, tokens: Range) -> str:
    return " ".join(document.words(*tokens).text.split())


def _mention(passage: Passage) -> Mention:
    return Mention(
        start=passage.start, end=passage.end, text=passage.text, kind=MentionKind.NAME
    )


def _joined(people: list[Person]) -> list[Person]:
    """Give roles and houses that stand alone to the people before them."""
    found: list[Person] = []
    for segment in people:
        if segment.name is not None:
            found.append(segment)
            continue
        for number in range(len(found) - 1, -1, -1):
            person = found[number]
            if person.role is not None and segment.role is not None:
                break
            found[number] = Person(
                person.name, person.role or segment.role, person.house or segment.house
            )
    return found


def _reporters(reading: Reading) -> list[Person]:
    """Read "(Reporting by Ann Lee; Editing by ...)" where there is no byline."""
    document = reading.document
    areas = (
        *reading.zones(ZoneKind.FURNITURE),
        *reading.zones(ZoneKind.PARAGRAPH)[-1:],
    )
    for area in areas:
        found = _REPORTING.match(area.text) or (
            _REPORTING.search(area.text, max(0, len(area.text) - 300))
            if area.text.endswith(")")
            else None
        )
        if found:
            span = area.start + found.start(1), area.start + found.end(1)
            return _joined(read_people(document, *document.token_range(*span)))
    return []


def _bios(authors: list[Author], reading: Reading) -> dict[int, Passage]:
    """Give each author the bio that names them, else the next one."""
    bios: dict[int, Passage] = {}
    for bio in reading.zones(ZoneKind.AUTHOR_BIO):
        opening = bio.text[:_AROUND].casefold()
        for number, author in enumerate(authors):
            names = [n.casefold() for n in (author.family, author.given) if n]
            if number not in bios and any(n in opening for n in names):
                bios[number] = bio
                break
        else:
            free = next((n for n in range(len(authors)) if n not in bios), None)
            if free is not None:
                bios[free] = bio
    return bios


def _completed(
    author: Author, bio: Passage | None, reading: Reading, *, alone: bool
) -> Author:
    near = list(_near(author, bio, reading, alone=alone))
    email = next((m for text in near for m in EMAIL.findall(text)), None)
    handle = next((m for text in near for m in HANDLE.findall(text)), None)
    role = author.role or (role_in(reading.document, bio) if bio else None)
    return attrs.evolve(
        author,
        bio=bio,
        role=role,
        beats=beats_of(author.role, bio),
        email=email if email and not email.startswith("[") else None,
        handle=handle,
        mentions=(*author.mentions, *_elsewhere(author, reading)),
    )


def _near(
    author: Author, bio: Passage | None, reading: Reading, *, alone: bool
) -> Iterator[str]:
    """Give the words that may hold an author's addresses: credit lines and the bio."""
    byline = reading.zone(ZoneKind.BYLINE)
    for zone in reading.zones(ZoneKind.OTHER):
        same = byline is not None and zone.contains(byline)
        if (same and alone) or (not same and author.name in zone.text):
            yield zone.text
    if byline is not None and alone:
        text = reading.document.text
        line_end = text.find("\n", byline.end)
        yield text[
            byline.start : line_end
            if 0 <= line_end < byline.end + _AROUND
            else byline.end
        ]
    if bio is not None:
        yield bio.text


def _elsewhere(author: Author, reading: Reading) -> Iterator[Mention]:
    """Find the name again in labels, furniture and bios."""
    text = reading.document.text
    first = author.mentions[0]
    kinds = (ZoneKind.OTHER, ZoneKind.FURNITURE, ZoneKind.AUTHOR_BIO)
    seen = {first.start}
    for zone in sorted(
        (z.passage for z in reading.layout if z.kind in kinds), key=lambda p: p.start
    ):
        at = text.find(first.text, zone.start, zone.end)
        if at >= 0 and at not in seen:
            seen.add(at)
            yield _mention(reading.document.passage(at, at + len(first.text)))
