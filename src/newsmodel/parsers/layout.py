"""Layout: which block of a text is what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from newsmodel.lexicons import Lexicon
from newsmodel.parsers._layout_body import Body
from newsmodel.parsers._layout_datelines import agency_names, dateline_end
from newsmodel.parsers._layout_dates import find_dates
from newsmodel.parsers._layout_head import body_start
from newsmodel.parsers._layout_lines import Look, Words, read_lines, read_table
from newsmodel.parsers._layout_top import Head
from newsmodel.parsers.base import Parser
from newsmodel.parsers.reading import Reading, Zone, ZoneKind
from newsmodel.text import Document


class Area(NamedTuple):
    """A stretch of the text and what it is taken for: a candidate for a zone."""

    kind: ZoneKind
    start: int
    end: int


class LayoutParser(Parser[Area, Zone]):
    """
    Tells headline, credits, paragraphs and page furniture apart.

    A candidate is an `Area`.  Zones may nest: a dateline lies inside its paragraph, a
    date inside a dateline or a longer line.  There is at most one headline,
    standfirst, byline, dateline, date line and section.
    """

    makes: ClassVar[type] = Zone

    whole: ClassVar[Lexicon[str]] = Lexicon.lazy(
        lambda: read_table("whole"), fold_case=True
    )
    """What lines are that say no more than this; marks and numbers left out."""
    opening: ClassVar[Lexicon[str]] = Lexicon.lazy(
        lambda: read_table("opening"), fold_case=True
    )
    """What lines are that begin so."""
    inside: ClassVar[Lexicon[str]] = Lexicon.lazy(
        lambda: read_table("inside"), fold_case=True
    )
    """What short lines are that have this in them."""
    agencies: ClassVar[Lexicon[bool]] = Lexicon.lazy(agency_names, fold_case=True)
    """News agencies and papers, as datelines name them."""
    meanings: ClassVar[Mapping[str, Sequence[str]]] = MappingProxyType(
        dict.fromkeys(("whole", "opening", "inside"), tuple(Look))
    )

    def find(self, reading: Reading) -> Iterable[Area]:
        """Give the areas of all blocks, in order of text."""
        document = reading.document
        words = Words(self.whole, self.opening, self.inside)
        lines = read_lines(document, words)
        start = body_start(document, lines, self.agencies)
        head = Head(document, lines[:start], words, self.agencies)
        areas = [Area(*area) for area in head.areas()]
        body = Body(document, lines, start, head.credited, head.labelled, head.names)
        areas += [Area(*area) for area in body.areas()]
        yield from areas
        yield from _inside_paragraphs(document, areas, self.agencies)

    def build(self, candidate: Area, reading: Reading) -> Zone | None:
        """Cut the passage; None where only white space is left."""
        passage = reading.document.passage(candidate.start, candidate.end)
        return Zone(kind=candidate.kind, passage=passage) if passage.text else None


def _inside_paragraphs(
    document: Document, areas: list[Area], agencies: Lexicon[bool]
) -> Iterator[Area]:
    """Find the dateline of the first paragraph, and a date of publication in it."""
    kinds = {area.kind for area in areas}
    place = next((a for a in areas if a.kind is ZoneKind.DATELINE), None)
    first = next((a for a in areas if a.kind is ZoneKind.PARAGRAPH), None)
    if place is None and first is not None:
        text = document.clean[first.start : min(first.end, first.start + 200)]
        end = dateline_end(text, agencies)
        if end:
            place = Area(ZoneKind.DATELINE, first.start, first.start + end)
            yield place
    if place is not None and ZoneKind.DATE_LINE not in kinds:
        for date in find_dates(document.clean[place.start : place.end]):
            yield Area(
                ZoneKind.DATE_LINE, place.start + date.start, place.start + date.end
            )
            return
