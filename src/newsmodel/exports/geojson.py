"""
GeoJSON (RFC 7946): a point for each place that a story is about.

The properties are the row of the table `locations`, so they join with the other
tables.  A place is left out where its coordinates are unknown, and where the story
names it only as an adjective ("Iranian drones") or for who acts there ("Tehran
dismissed it").

What is lost: those places, mentions, and everything that is no place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from newsmodel.exports._columns import Story, keyed
from newsmodel.exports.sinks import TextSink, write_list
from newsmodel.exports.tables import LOCATIONS
from newsmodel.model import Article


def convert(article: Article, story: str | None = None) -> dict[str, Any]:
    """
    Give the FeatureCollection of one article.

    Args:
        article: The article.
        story: Your id of it, for the property `story`; by default its URL.
    """
    return {"type": "FeatureCollection", "features": list(_features(article, story))}


def write(stories: Iterable[Story], sink: TextSink) -> None:
    """
    Write one FeatureCollection with the places of all articles.

    Args:
        stories: Articles, each alone or in a pair with an id of yours.
        sink: An open text file, standard output, anything that takes text.
    """
    features = (f for pair in keyed(stories) for f in _features(*pair))
    write_list('{"type": "FeatureCollection", "features": [', features, "\n]}", sink)


def _features(article: Article, story: str | None) -> Iterator[dict[str, Any]]:
    for row in LOCATIONS.records(article, story):
        point = [row.pop("longitude"), row.pop("latitude")]
        if None not in point and row["as_place"]:
            yield {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": point},
                "properties": row,
            }
