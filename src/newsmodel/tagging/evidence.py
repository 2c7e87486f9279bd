"""What the tagger has read in a text, in tokens, with how sure it is."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Protocol, runtime_checkable

import attrs

from newsmodel.text import Document


class NameKind(StrEnum):
    """Kinds of names that the tagger tells apart."""

    PERSON = "person"
    ORGANISATION = "organisation"
    """Bodies, firms, parties, media."""
    PLACE = "place"
    """Countries, cities, buildings."""
    OTHER = "other"
    """Nationalities, religions, events, products, laws."""


@attrs.frozen(kw_only=True)
class Tagged:
    """Tokens `[first, stop)`, at least one, and how sure the tagger is of them."""

    first: int
    stop: int
    probability: float
    """Calibrated, from 0 to 1."""


@attrs.frozen(kw_only=True)
class NameSpan(Tagged):
    """A name."""

    kind: NameKind


@attrs.frozen(kw_only=True)
class CueSpan(Tagged):
    """
    Words that report: "said", "according to", "has long denied".

    Spans of a role are in order of the text and do not touch; none leaves the
    paragraph of its cue.
    """

    sources: tuple[Tagged, ...] = ()
    """Whose words they are; empty where the paragraph does not say."""
    contents: tuple[Tagged, ...] = ()
    """What is reported, in as many parts as it is split into."""


@attrs.frozen(kw_only=True)
class Evidence:
    """All names and cues of a text, each in order of its first token."""

    names: tuple[NameSpan, ...] = ()
    """Names; no two share a token."""
    cues: tuple[CueSpan, ...] = ()
    """Cues; no two share a token."""

    def spans(self) -> Iterator[Tagged]:
        """Give all spans, those of the roles too."""
        yield from self.names
        for cue in self.cues:
            yield cue
            yield from cue.sources
            yield from cue.contents


@runtime_checkable
class EvidenceReader(Protocol):
    """What `ArticleParser` asks for evidence: a `Tagger`, or an object like it."""

    def read(self, document: Document) -> Evidence:
        """Read a text; the same text gives the same evidence, in any thread."""


class Shipped:
    """The tagger that ships with the library, loaded when the first text is read."""

    def __repr__(self) -> str:
        return "SHIPPED"

    def read(self, document: Document) -> Evidence:
        """Read a text with the shipped weights."""
        from newsmodel.tagging.tagger import Tagger  # noqa: PLC0415  (loads numpy)

        return Tagger.shipped().read(document)


SHIPPED = Shipped()
"""The default of `ArticleParser`."""
