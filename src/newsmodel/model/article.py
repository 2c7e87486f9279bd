"""The whole story."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Self

import attrs

from newsmodel.errors import InvalidTypeError, InvalidValueError
from newsmodel.model._checks import Moment, Value, is_a, kind_of, maybe, short, tuple_of
from newsmodel.model._tables import check_tables
from newsmodel.model.actor import Actor
from newsmodel.model.author import Author
from newsmodel.model.claim import Claim
from newsmodel.model.location import Location
from newsmodel.model.notice import Notice
from newsmodel.model.sanction import Sanction
from newsmodel.model.span import Passage
from newsmodel.model.time import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Mapping


def _zone() -> Any:  # noqa: ANN401 - attrs fields are declared so
    return attrs.field(default=None, validator=maybe(Passage))


def _table(kind: type) -> Any:  # noqa: ANN401 - attrs fields are declared so
    return attrs.field(default=(), validator=tuple_of(kind))


@attrs.frozen(kw_only=True, repr=False)
class Article(Value):
    """
    A news story and all that was read in it.

    Raises:
        InvalidSpanError: If a passage lies outside the text or is not its words.
        UnresolvedReferenceError: If something refers to what is in no table.
        InvalidValueError: If ids repeat, a table is out of order, or one of
            `published` and `modified` is naive and the other aware.
    """

    text: str = attrs.field(validator=is_a(str))
    """The story exactly as given; all offsets count its code points."""
    headline: Passage | None = _zone()
    """The headline."""
    standfirst: Passage | None = _zone()
    """The deck under the headline."""
    byline: Passage | None = _zone()
    """The credit: "By Jane Doe, Moscow correspondent"."""
    dateline: Passage | None = _zone()
    """Place, agency and day at the start of the first paragraph, without the dash."""
    date_line: Passage | None = _zone()
    """The printed date of publication, without its label."""
    section: Passage | None = _zone()
    """The section label: "World News"."""
    paragraphs: tuple[Passage, ...] = _table(Passage)
    """Paragraphs of the body, in order."""
    related: tuple[Passage, ...] = _table(Passage)
    """Links to other stories with their heading, in order."""
    furniture: tuple[Passage, ...] = _table(Passage)
    """Advertisements, captions, share and copyright lines, sign-offs, in order."""
    authors: tuple[Author, ...] = _table(Author)
    """Writers, in order of the byline."""
    published: Moment | None = None
    """First publication: a date stays a date, a time is naive or aware as given."""
    modified: Moment | None = None
    """Last update, where the text gives one."""
    language: str = attrs.field(default="en", validator=is_a(str))
    """BCP 47 code of the language it was read as."""
    url: str | None = attrs.field(default=None, validator=maybe(str))
    """Address, as given to the parser."""
    publisher: str | None = attrs.field(default=None, validator=maybe(str))
    """Publisher, as given to the parser."""
    actors: tuple[Actor, ...] = _table(Actor)
    """Who is in the story, in order of first mention."""
    locations: tuple[Location, ...] = _table(Location)
    """Places, in order of first mention."""
    times: tuple[TimeExpression, ...] = _table(TimeExpression)
    """Time expressions, in order of the text."""
    claims: tuple[Claim, ...] = _table(Claim)
    """Who says what about whom, in order of the text."""
    sanctions: tuple[Sanction, ...] = _table(Sanction)
    """Sanctions, in order of the text."""
    notices: tuple[Notice, ...] = _table(Notice)
    """What was left open, in order of the text, whole-article ones first."""

    def __attrs_post_init__(self) -> None:
        moments = [m for m in (self.published, self.modified) if m is not None]
        for moment in moments:
            if not isinstance(moment, Moment):
                raise InvalidTypeError(moment, "a date, a datetime or None", "Article")
        kinds = {kind_of(m) for m in moments}
        if kinds >= {"naive time", "aware time"}:
            expectation = "published and modified both naive or both aware"
            raise InvalidValueError(moments, expectation, "Article")
        check_tables(self)

    @property
    def digest(self) -> str:
        """SHA-256 of the text in UTF-8, as 64 hexadecimal digits."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def body(self) -> str:
        """The paragraphs as one string, a blank line between them."""
        return "\n\n".join(p.text for p in self.paragraphs)

    def __repr__(self) -> str:
        title = self.headline.text if self.headline else self.text
        tables = ("actors", "locations", "times", "claims", "sanctions")
        counts = ", ".join(f"{len(getattr(self, t))} {t}" for t in tables)
        return f"Article({short(title)}, {len(self.text)} characters, {counts})"

    def _repr_html_(self) -> str:
        """Show the marked story where notebooks show a value."""
        from newsmodel.render.notebook import render  # noqa: PLC0415 - see design

        return render(self)

    def to_record(self) -> dict[str, Any]:
        """Give the article as plain dicts, lists, strings and numbers."""
        from newsmodel.exports.records import to_record  # noqa: PLC0415 - see design

        return to_record(self)

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        """
        Rebuild an article from its record.

        Raises:
            InvalidRecordError: If it is not the record of an article.
        """
        from newsmodel.exports.records import from_record  # noqa: PLC0415 - see design

        return from_record(record, cls)

    def to_json(self, *, indent: int | None = None) -> str:
        """Give the record as JSON text."""
        from newsmodel.exports.records import to_json  # noqa: PLC0415 - see design

        return to_json(self, indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """
        Rebuild an article from its JSON text.

        Raises:
            InvalidRecordError: If it is not the JSON of an article.
        """
        from newsmodel.exports.records import from_json  # noqa: PLC0415 - see design

        return from_json(text, cls)
