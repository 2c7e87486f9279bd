"""
Measure places: load time and memory of the gazetteer, time of the parser, calibration.

    python benchmarks/places.py [--limit N] [--corpora FOLDER] [FOLDER_OR_FILE ...]

Times the parser over `seeds/stories` by default; what the tagger and earlier parsers
take is not counted.  Calibration reads the gold of `../shared/corpora/locations`;
without it it is left out.  A place is right where its point is within 161 km of the
gold's (a hundred miles, as the field does), or, for whole countries and places without
a point, where the country is.  The error is the mean difference between confidence and
share of the right ones in ten bins of equal width, weighted by their sizes (Naeini et
al. 2015), over the mentions that the gold has too.
"""

import argparse
import json
import math
import time
import tracemalloc
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from _calibration import figures
from _stories import SEEDS, stories

import newsmodel
from newsmodel.lexicons import WorldGazetteer
from newsmodel.model import Location
from newsmodel.parsers import LocationParser, Reading

CORPORA = SEEDS.parents[2] / "shared" / "corpora" / "locations"
GOLD = ("trnews.jsonl", "lgl.jsonl")
NEAR = 161.0
EARTH = 6371.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("place", nargs="*", type=Path, help="folder or file")
    parser.add_argument("--limit", type=int, help="read this many stories at most")
    parser.add_argument("--corpora", type=Path, default=CORPORA, help="their folder")
    options = parser.parse_args()
    result: dict[str, Any] = {"newsmodel": newsmodel.__version__, **_loading()}
    texts = list(islice(stories(options.place or [SEEDS]), options.limit))
    result["milliseconds_per_1000_words"] = round(_speed(texts), 2)
    for name in GOLD:
        path = options.corpora / name
        if path.is_file():
            result[name] = figures(np.array(list(_judged(path))), "mentions")
    print(json.dumps(result, indent=2))


def _loading() -> dict[str, float]:
    """Load the gazetteer with a clock, then again counting memory."""
    start = time.process_time()
    WorldGazetteer().find("Xalo")
    seconds = time.process_time() - start
    _forget()
    tracemalloc.start()
    WorldGazetteer().find("Xalo")
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return {
        "gazetteer_cpu_milliseconds": round(seconds * 1000, 1),
        "gazetteer_mebibytes": round(held / 2**20, 1),
        "gazetteer_peak_mebibytes": round(peak / 2**20, 1),
    }


def _forget() -> None:
    """Empty the caches of the gazetteer."""
    from newsmodel.lexicons import _nations, gazetteer, loading  # noqa: PLC0415

    for module in (_nations, gazetteer, loading):
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


def _speed(texts: list[str]) -> float:
    """Give the milliseconds for 1,000 words, without the loading by a first story."""
    spent: list[float] = []
    untimed = LocationParser.parse

    def parse(self: LocationParser, reading: Reading) -> tuple[Location, ...]:
        start = time.process_time()
        found = untimed(self, reading)
        spent.append(time.process_time() - start)
        return found

    with mock.patch.object(LocationParser, "parse", parse):
        newsmodel.parse(texts[0])
        spent.clear()
        for text in texts:
            newsmodel.parse(text)
    return sum(spent) * 1e6 / max(sum(len(text.split()) for text in texts), 1)


def _judged(path: Path) -> Iterator[tuple[float, bool]]:
    """Give confidence and truth of each mention that the gold has too."""
    for line in path.open(encoding="utf-8"):
        record = json.loads(line)
        gold = [t for t in record["toponyms"] if t.get("lat") is not None]
        article = newsmodel.parse(record["text"], published=record.get("published"))
        for place in article.locations:
            for mention in place.mentions:
                for toponym in gold:
                    if (
                        mention.start < toponym["end"]
                        and toponym["start"] < mention.end
                    ):
                        yield place.confidence, _is_right(place, toponym)
                        break


def _is_right(place: Location, gold: dict[str, Any]) -> bool:
    """Say whether a place is the one of the gold."""
    same = place.country is not None and place.country == gold.get("country")
    if place.latitude is None or place.longitude is None:
        return same
    return (same and bool(gold.get("is_country"))) or _distance(
        place.latitude, place.longitude, gold["lat"], gold["lon"]
    ) <= NEAR


def _distance(north: float, east: float, north2: float, east2: float) -> float:
    """Give the kilometres between two points on a sphere."""
    a, b = math.radians(north), math.radians(north2)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(east2 - east) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))


if __name__ == "__main__":
    main()
