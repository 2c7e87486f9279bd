"""The tables of a story's head, parties, places and times."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsmodel.exports._columns import Column, ColumnKind, Table
from newsmodel.model import Actor, Article, Location, Mention

_TEXT, _TEXTS, _DAY = ColumnKind.TEXT, ColumnKind.TEXTS, ColumnKind.DAY
_INTEGER, _NUMBER = ColumnKind.INTEGER, ColumnKind.NUMBER
_BOOLEAN = ColumnKind.BOOLEAN

ARTICLES = Table(
    "articles",
    "One story.",
    lambda article: (article,),
    (
        Column("url", _TEXT, "url", "Address, as given."),
        Column("publisher", _TEXT, "publisher", "Publisher, as given."),
        Column("headline", _TEXT, "headline.text", "Headline."),
        Column("authors", _TEXTS, "authors.name", "Writers, in order of the byline."),
        Column("section", _TEXT, "section.text", "Label of the section."),
        Column("language", _TEXT, "language", "BCP 47 code."),
        Column("published", _TEXT, "published", "First publication, ISO 8601."),
        Column("published_day", _DAY, "published", "Day of it."),
        Column("modified", _TEXT, "modified", "Last update, ISO 8601."),
        Column("characters", _INTEGER, "text", "Length of the text in code points."),
    ),
)
"""One row a story: what the other tables are joined to."""

ACTORS = Table(
    "actors",
    "One actor of a story.",
    lambda article: article.actors,
    (
        Column("actor", _TEXT, "id", "Id within the story."),
        Column("name", _TEXT, "name", "Fullest name."),
        Column("kind", _TEXT, "kind", "A value of ActorKind."),
        Column("country", _TEXT, "country", "ISO 3166-1 alpha-2."),
        Column("roles", _TEXTS, "roles.passage.text", "Offices, in the story's words."),
        Column("aliases", _TEXTS, "aliases", "Other names, in order of first use."),
        Column("mentions", _INTEGER, "mentions", "How many words stand for it."),
    ),
)
"""One row an actor."""


@attrs.frozen
class _Naming:
    """A mention and the actor or the place that it stands for."""

    mention: Mention
    actor: Actor | None = None
    location: Location | None = None


def _namings(article: Article) -> Iterator[_Naming]:
    for actor in article.actors:
        yield from (_Naming(m, actor=actor) for m in actor.mentions)
    for location in article.locations:
        yield from (_Naming(m, location=location) for m in location.mentions)


MENTIONS = Table(
    "mentions",
    "One mention of an actor or of a place.",
    _namings,
    (
        Column("actor", _TEXT, "actor.id", "Id of the actor, or nothing."),
        Column("location", _TEXT, "location.id", "Id of the place, or nothing."),
        Column("start", _INTEGER, "mention.start", "First code point."),
        Column("stop", _INTEGER, "mention.end", "The code point after the last."),
        Column("words", _TEXT, "mention.text", "The words."),
        Column("kind", _TEXT, "mention.kind", "A value of MentionKind."),
        Column(
            "adjectival",
            _BOOLEAN,
            "mention.adjectival",
            'True for "Iranian" in "Iranian drones".',
        ),
        Column(
            "metonymic",
            _BOOLEAN,
            "mention.metonymic",
            'True for "Tehran" where it dismisses a claim.',
        ),
    ),
)
"""One row a mention: those of each actor, then those of each place."""


def as_place(location: Location) -> int:
    """Count the namings that mean the place: neither "Iranian" nor "Tehran says"."""
    return sum(not m.adjectival and not m.metonymic for m in location.mentions)


LOCATIONS = Table(
    "locations",
    "One place of a story.",
    lambda article: article.locations,
    (
        Column("location", _TEXT, "id", "Id within the story."),
        Column("name", _TEXT, "name", "Common English name."),
        Column("kind", _TEXT, "kind", "A value of LocationKind."),
        Column("country", _TEXT, "country", "ISO 3166-1 alpha-2."),
        Column("latitude", _NUMBER, "latitude", "WGS 84 degrees north."),
        Column("longitude", _NUMBER, "longitude", "WGS 84 degrees east."),
        Column("geonames_id", _INTEGER, "geonames_id", "Number in GeoNames."),
        Column("inside", _TEXT, "within.id", "The larger place it lies in."),
        Column(
            "placement",
            _TEXT,
            "placement.passage.text",
            "Where the story puts it, in words.",
        ),
        Column("anchor", _TEXT, "placement.anchor", "Measured from this place."),
        Column("direction", _TEXT, "placement.direction", "Point of the compass."),
        Column("distance_km", _NUMBER, "placement.distance", "Kilometres from there."),
        Column("mentions", _INTEGER, "mentions", "How often it is named."),
        Column("as_place", _INTEGER, as_place, "How often the place itself is meant."),
        Column(
            "confidence", _NUMBER, "confidence", "Probability that this place is meant."
        ),
    ),
)
"""One row a place."""

TIMES = Table(
    "times",
    "One time expression.",
    lambda article: article.times,
    (
        Column("start", _INTEGER, "start", "First code point."),
        Column("stop", _INTEGER, "end", "The code point after the last."),
        Column("words", _TEXT, "text", "The words."),
        Column("kind", _TEXT, "kind", "A value of TimeKind."),
        Column("value", _TEXT, "value", "TIMEX3 value."),
        Column("modifier", _TEXT, "mod", "TIMEX3 mod."),
        Column("earliest", _TEXT, "earliest", "First moment, ISO 8601."),
        Column("latest", _TEXT, "latest", "Last moment, inclusive, ISO 8601."),
        Column("first_day", _DAY, "earliest", "Day of the first moment."),
        Column("last_day", _DAY, "latest", "Day of the last moment."),
        Column("anchor", _TEXT, "anchor", "What it was resolved against, ISO 8601."),
    ),
)
"""One row a time expression."""
