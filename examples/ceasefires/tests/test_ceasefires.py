"""What this package reads, and what it leaves alone."""

import csv
import json
from pathlib import Path

import pytest

from newsmodel import ArticleParser, BrokenParserError
from newsmodel_ceasefires import CeasefireParser, CeasefireStatus, parse, write

STORY = (
    "Guns Fall Silent\n\n"
    "Russia and Ukraine signed a humanitarian truce at Vardo Crossing on Tuesday. "
    "Anna Berg radioed that the road was open.\n\n"
    "The United Nations called for a lasting ceasefire. An earlier armistice was "
    "broken within a day."
)


def test_reads_parties_time_and_place() -> None:
    """A ceasefire has what stands in its sentence."""
    truce, lasting, earlier = parse(STORY, published="2023-06-10").ceasefires

    assert truce.trigger.text == "humanitarian truce"
    assert truce.status is CeasefireStatus.AGREED
    assert [party.name for party in truce.parties] == ["Russia", "Ukraine"]
    assert truce.when is not None
    assert truce.when.value == "2023-06-06"
    assert truce.where is not None
    assert (truce.where.name, truce.where.latitude) == ("Vardo Crossing", 48.2)
    assert lasting.status is CeasefireStatus.PROPOSED
    assert earlier.status is CeasefireStatus.BROKEN


def test_added_verbs_report() -> None:
    """The verbs of this package make claims, and only in its own parser."""
    claim = parse(STORY).claims[0]

    assert claim.cue is not None
    assert claim.cue.text == "radioed"
    assert claim.speaker is not None
    assert claim.speaker.name == "Anna Berg"


@pytest.mark.parametrize(
    "text", ["They met in Truce Street.", "He will cease to fire at once.", ""]
)
def test_leaves_other_words_alone(text: str) -> None:
    """Names and other senses are no ceasefires."""
    assert parse(text).ceasefires == ()


def test_a_wrong_status_is_named() -> None:
    """The checks of newsmodel hold for our lexicons too."""

    class Mistaken(CeasefireParser):
        verbs = CeasefireParser.verbs | {"shattered": "brocken"}

    with pytest.raises(BrokenParserError, match=r"Mistaken\.verbs\['shattered'\]"):
        Mistaken().parse(ArticleParser().read("The truce was shattered."))


def test_exports(tmp_path: Path) -> None:
    """The table joins with those of newsmodel, and the place is on the map."""
    article = parse(STORY, published="2023-06-10", url="https://example.org/guns")
    write([article], tmp_path)
    with (tmp_path / "ceasefires.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    places = json.loads((tmp_path / "places.geojson").read_text(encoding="utf-8"))

    assert [row["status"] for row in rows] == ["agreed", "proposed", "broken"]
    assert rows[0]["article"] == article.digest
    assert rows[0]["day"] == "2023-06-06"
    assert json.loads(rows[0]["parties"]) == ["Russia", "Ukraine"]
    assert "Vardo Crossing" in [f["properties"]["name"] for f in places["features"]]
