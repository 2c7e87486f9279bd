"""GeoJSON, checked by geojson-pydantic."""

import io
import json

from geojson_pydantic import FeatureCollection
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel import Article
from newsmodel.exports import geojson
from newsmodel.exports.tables import LOCATIONS
from newsmodel.strategies import articles


def written(found: list[Article]) -> str:
    """Write some articles."""
    sink = io.StringIO()
    geojson.write(found, sink)
    return sink.getvalue()


@given(st.lists(articles(), max_size=2))
def test_export_is_valid_and_holds_the_places(found: list[Article]) -> None:
    """Each place with a point comes back with its degrees and its row."""
    collection = FeatureCollection.model_validate_json(written(found))
    expected = [
        row
        for article in found
        for row in LOCATIONS.records(article)
        if row["latitude"] is not None and row["as_place"]
    ]

    assert len(collection.features) == len(expected)
    for feature, row in zip(collection.features, expected, strict=True):
        longitude, latitude = feature.geometry.coordinates
        assert feature.properties | {"latitude": latitude, "longitude": longitude} == (
            row
        )


def test_longitude_comes_first() -> None:
    """RFC 7946 has east before north."""
    (feature,) = geojson.convert(newsmodel.parse("It rained in Boston."), "mine")[
        "features"
    ]
    east, north = feature["geometry"]["coordinates"]

    assert (round(east), round(north)) == (-71, 42)
    assert feature["properties"]["story"] == "mine"


def test_leaves_out_what_is_no_place() -> None:
    """Adjectives and capitals that act are not on the map."""
    text = "Tehran denied that Iranian drones flew. It rained in Vienna."
    features = json.loads(written([newsmodel.parse(text)]))["features"]

    assert [f["properties"]["name"] for f in features] == ["Vienna"]
