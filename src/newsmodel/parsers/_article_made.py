"""The article of a reading: its tables, its layout by name, and what is left open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsmodel.model import Article, Notice, Passage, Span
from newsmodel.parsers._language import is_english
from newsmodel.parsers.reading import Reading, ZoneKind


def make_article(
    reading: Reading, *, url: str | None, publisher: str | None
) -> Article:
    """Make the article of all that was read."""
    return Article(
        **_zones(reading),
        text=reading.document.text,
        authors=reading.authors,
        published=reading.published,
        modified=reading.modified,
        url=url,
        publisher=publisher,
        actors=reading.actors,
        locations=reading.locations,
        times=reading.times,
        claims=reading.claims,
        sanctions=reading.sanctions,
        notices=tuple(_notices(reading)),
    )


def _zones(reading: Reading) -> dict[str, Any]:
    single: dict[str, Passage | None] = {
        kind.value: reading.zone(kind)
        for kind in (
            ZoneKind.HEADLINE,
            ZoneKind.STANDFIRST,
            ZoneKind.BYLINE,
            ZoneKind.DATELINE,
            ZoneKind.DATE_LINE,
            ZoneKind.SECTION,
        )
    }
    return {
        **single,
        "paragraphs": reading.zones(ZoneKind.PARAGRAPH),
        "related": reading.zones(ZoneKind.RELATED),
        "furniture": reading.zones(ZoneKind.FURNITURE),
    }


def _notices(reading: Reading) -> Iterator[Notice]:
    if not is_english(reading.document):
        message = "Few words are English ones; other languages and tables are not read."
        yield Notice(code="few-english-words", message=message)
    if reading.published is None and any("X" in t.value for t in reading.times):
        message = "No publication date is known, so some times are left open."
        yield Notice(code="no-publication-date", message=message)
    stretches = iter(reading.stretches)
    stretch = next(stretches, None)
    for quotation in reading.document.quotations:
        while stretch is not None and stretch.end <= quotation.start:
            stretch = next(stretches, None)
        if stretch is None:
            return
        left_open = not (quotation.closed or quotation.continued)
        if left_open and stretch.start <= quotation.start:
            message = "A quotation mark is not closed in its paragraph."
            span = Span(start=quotation.start, end=quotation.end)
            yield Notice(code="unclosed-quotation", message=message, span=span)
