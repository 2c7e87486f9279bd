"""From text to `Article`: all parsers in their order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, final

import attrs

from newsmodel.errors import BrokenParserError, InvalidTypeError
from newsmodel.model import (
    Actor,
    Article,
    Author,
    Claim,
    Location,
    Moment,
    Sanction,
    TimeExpression,
)
from newsmodel.parsers._actors_learned import read_names
from newsmodel.parsers._article_made import make_article
from newsmodel.parsers._moments import as_moment, reconcile
from newsmodel.parsers.actors import ActorParser
from newsmodel.parsers.authors import AuthorParser
from newsmodel.parsers.base import Parser
from newsmodel.parsers.claims import ClaimParser
from newsmodel.parsers.layout import LayoutParser
from newsmodel.parsers.locations import LocationParser
from newsmodel.parsers.published import read_published
from newsmodel.parsers.reading import Reading, Zone
from newsmodel.parsers.sanctions import SanctionParser
from newsmodel.parsers.times import TimeParser
from newsmodel.tagging.evidence import SHIPPED, Evidence, EvidenceReader
from newsmodel.text import Document


class ArticleParser:
    """
    Reads a whole story by its parts, which a subclass replaces one by one.

    The parts run in the order in which they stand here; each sees what the earlier
    ones found.  An instance keeps no state, so that threads may share it.

    Args:
        evidence: What reads learned evidence for names, cues and roles: the tagger
            that ships with the library, or `Tagger.load(path)` for weights of your
            own.  None reads by rules and lexicons alone: faster, without numpy, and
            with fewer claims and names found.

    Raises:
        InvalidTypeError: If `evidence` has no method `read`.
        BrokenParserError: If a part is no subclass of `Parser`, or makes something
            else than the part that it replaces.

    Examples:
        >>> class MyArticleParser(ArticleParser):
        ...     claim_parser = ClaimParser
        >>> MyArticleParser().parse("It rained.").claims
        ()
    """

    layout_parser: ClassVar[type[Parser[Any, Zone]]] = LayoutParser
    """Zones: headline, byline, paragraphs, furniture and so on."""
    author_parser: ClassVar[type[Parser[Any, Author]]] = AuthorParser
    """Authors."""
    time_parser: ClassVar[type[Parser[Any, TimeExpression]]] = TimeParser
    """Time expressions."""
    actor_parser: ClassVar[type[Parser[Any, Actor]]] = ActorParser
    """Actors and their mentions."""
    location_parser: ClassVar[type[Parser[Any, Location]]] = LocationParser
    """Places."""
    claim_parser: ClassVar[type[Parser[Any, Claim]]] = ClaimParser
    """Claims."""
    sanction_parser: ClassVar[type[Parser[Any, Sanction]]] = SanctionParser
    """Sanctions."""

    def __init__(self, *, evidence: EvidenceReader | None = SHIPPED) -> None:
        if not (evidence is None or isinstance(evidence, EvidenceReader)):
            raise InvalidTypeError(evidence, "a Tagger or None", "evidence")
        self._evidence = evidence
        for name, makes in PARTS.items():
            part = getattr(self, name)
            if not _makes(part, makes):
                place = f"{type(self).__name__}.{name}"
                expectation = f"a subclass of Parser that makes {makes.__name__}"
                raise BrokenParserError(part, expectation, place)

    def __repr__(self) -> str:
        shown = "" if self._evidence is SHIPPED else f"evidence={self._evidence!r}"
        return f"{type(self).__name__}({shown})"

    @final
    def parse(
        self,
        text: str,
        *,
        published: Moment | str | None = None,
        url: str | None = None,
        publisher: str | None = None,
    ) -> Article:
        """
        Read a story.

        Args:
            text: The story as plain text; any string will do.
            published: Day or time of publication, an object or its ISO 8601 form;
                without it the printed date counts, where there is one.
            url: Address, kept as given.
            publisher: Publisher, kept as given.

        Raises:
            InvalidTypeError: If an argument has the wrong type.
            InvalidValueError: If `published` is no ISO 8601 date or time.
            BrokenParserError: If a part breaks the promise of a hook.
        """
        for place, value in (("url", url), ("publisher", publisher)):
            if not isinstance(value, str | None):
                raise InvalidTypeError(value, "str or None", place)
        reading = self.read(text, published=published)
        return self.join(reading, url=url, publisher=publisher)

    @final
    def read(self, text: str, *, published: Moment | str | None = None) -> Reading:
        """
        Read a story, and give all that was read, for parsers of your own.

        Args:
            text: As for `parse`.
            published: As for `parse`.

        Raises:
            InvalidTypeError: If an argument has the wrong type.
            InvalidValueError: If `published` is no ISO 8601 date or time.
            BrokenParserError: If a part breaks the promise of a hook.

        Example:
            >>> reading = ArticleParser().read("The mayor said it rained.")
            >>> SanctionParser().parse(reading)
            ()
        """
        given = as_moment(published)
        reading = Reading(document=Document(text))
        reading = self._add(reading, layout=self.layout_parser)
        reading = self._add(reading, authors=self.author_parser)
        printed, modified = read_published(reading)
        published = given or printed
        modified = reconcile(modified, published)
        reading = attrs.evolve(reading, published=published, modified=modified)
        reading = self._add(reading, times=self.time_parser)
        reading = attrs.evolve(reading, evidence=self._read(reading.document))
        reading = attrs.evolve(reading, names=read_names(reading))
        reading = self._add(reading, actors=self.actor_parser)
        reading = self._add(reading, locations=self.location_parser)
        reading = self._add(reading, claims=self.claim_parser)
        return self._add(reading, sanctions=self.sanction_parser)

    @final
    def join(
        self, reading: Reading, *, url: str | None = None, publisher: str | None = None
    ) -> Article:
        """
        Make the article of a reading: what `parse` does once it has read.

        Args:
            reading: What `read` gave.
            url: Address, kept as given.
            publisher: Publisher, kept as given.

        Raises:
            InvalidTypeError: If an argument has the wrong type.
        """
        if not isinstance(reading, Reading):
            raise InvalidTypeError(reading, "a Reading", "reading")
        return make_article(reading, url=url, publisher=publisher)

    def _read(self, document: Document) -> Evidence | None:
        if self._evidence is None:
            return None
        evidence = self._evidence.read(document)
        place = f"{type(self._evidence).__name__}.read"
        if not isinstance(evidence, Evidence):
            raise BrokenParserError(evidence, "an object of Evidence", place)
        size = len(document.tokens.texts)
        for tagged in evidence.spans():
            if not 0 <= tagged.first < tagged.stop <= size:
                raise BrokenParserError(tagged, f"tokens from 0 to {size}", place)
        return evidence

    def _add(self, reading: Reading, **part: type[Parser[Any, Any]]) -> Reading:
        found: Any = {name: p().parse(reading) for name, p in part.items()}
        return attrs.evolve(reading, **found)


PARTS: Final[Mapping[str, type]] = {
    name: part.makes
    for name, part in vars(ArticleParser).items()
    if name.endswith("_parser")
}


def _makes(part: object, kind: type) -> bool:
    """Say whether a part is a parser whose results are of this class."""
    if not (isinstance(part, type) and issubclass(part, Parser)):
        return False
    made = getattr(part, "makes", None)
    return isinstance(made, type) and issubclass(made, kind)
