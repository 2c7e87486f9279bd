"""What has been read of a story so far: the one thing that parsers pass on."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from newsmodel.model import (
    Actor,
    Author,
    Claim,
    Location,
    Moment,
    Passage,
    Sanction,
    TimeExpression,
)
from newsmodel.tagging.evidence import Evidence
from newsmodel.text import Document

if TYPE_CHECKING:
    from newsmodel.parsers._actors_learned import Names


class ZoneKind(enum.StrEnum):
    """What a stretch of a story's layout is."""

    HEADLINE = "headline"
    """The headline; at most one."""
    STANDFIRST = "standfirst"
    """The deck under the headline; at most one."""
    BYLINE = "byline"
    """The credit, whole; at most one."""
    DATELINE = "dateline"
    """Place, agency and day, inside or before the first paragraph; at most one."""
    DATE_LINE = "date_line"
    """The printed date of publication without its label; at most one."""
    SECTION = "section"
    """The section label; at most one."""
    PARAGRAPH = "paragraph"
    """A paragraph of the body, its dateline included."""
    AUTHOR_BIO = "author_bio"
    """Sentences about the author."""
    RELATED = "related"
    """A link to another story, or the heading of such links."""
    FURNITURE = "furniture"
    """Advertisements, captions, share lines, copyright, sign-offs."""
    OTHER = "other"
    """Crossheads, second dates, labels: neither body nor furniture."""


@attrs.frozen(kw_only=True)
class Zone:
    """A passage and what it is in the layout."""

    kind: ZoneKind
    passage: Passage


_READ = (ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.PARAGRAPH)


@attrs.frozen(kw_only=True, slots=False, repr=False, eq=False)
class Reading:
    """
    A document and what earlier parsers found in it; grows by `attrs.evolve`.

    Fields that a later parser fills are empty until it has run.
    """

    document: Document
    layout: tuple[Zone, ...] = ()
    authors: tuple[Author, ...] = ()
    published: Moment | None = None
    modified: Moment | None = None
    evidence: Evidence | None = None
    """What the tagger holds for names, cues and roles; None reads by rules alone."""
    names: Names | None = None
    """The names of the evidence, made to agree; the parsers of actors and places ask
    for them by `read_names`, which makes them where they are missing."""
    times: tuple[TimeExpression, ...] = ()
    actors: tuple[Actor, ...] = ()
    locations: tuple[Location, ...] = ()
    claims: tuple[Claim, ...] = ()
    sanctions: tuple[Sanction, ...] = ()

    def zones(self, kind: ZoneKind) -> tuple[Passage, ...]:
        """Give the passages of one kind, in order."""
        return tuple(z.passage for z in self.layout if z.kind is kind)

    def zone(self, kind: ZoneKind) -> Passage | None:
        """Give the first passage of one kind, or None."""
        return next(iter(self.zones(kind)), None)

    @cached_property
    def stretches(self) -> tuple[Passage, ...]:
        """What parsers read: headline, standfirst and paragraphs, in order of text."""
        found = [z.passage for z in self.layout if z.kind in _READ]
        return tuple(sorted(found, key=lambda p: p.start))

    @cached_property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """The tokens `[first, stop)` of each stretch."""
        return tuple(self.document.token_range(p.start, p.end) for p in self.stretches)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The sentences of all stretches, as tokens `[first, stop)`, in order."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[tuple[int, int]]:
        ranges = iter(self.ranges)
        first, stop = next(ranges, (0, 0))
        for begin, end in self.document.sentences:
            while begin >= stop and (first, stop) != (0, 0):
                first, stop = next(ranges, (0, 0))
            if begin < stop and end > first:
                yield max(begin, first), min(end, stop)
