"""Records go out and come back."""

import json
from typing import Any

import pytest
from hypothesis import given

import newsmodel
from newsmodel import Article, InvalidRecordError
from newsmodel.strategies import articles

STORY = (
    "Ukraine blames Iran\n\nUkraine accused Iran of sending drones on Tuesday. "
    "Iran denied sending drones, its minister Ali Karimi said near Moscow."
)


@pytest.fixture
def record() -> dict[str, Any]:
    """Give the record of a small story."""
    return newsmodel.parse(STORY, published="2023-06-10").to_record()


class TestRecords:
    """to_record, from_record, to_json, from_json."""

    @given(articles())
    def test_export_round_trips(self, article: Article) -> None:
        """Record and JSON give back an equal article."""
        assert Article.from_record(article.to_record()) == article
        assert Article.from_json(article.to_json()) == article

    def test_refers_by_id(self, record: dict[str, Any]) -> None:
        """A speaker is the id of an actor of the table."""
        ids = {a["id"] for a in record["actors"]}

        assert {c["speaker"]["actor"] for c in record["claims"]} <= ids
        assert json.loads(json.dumps(record)) == record

    def test_objects_are_shared_again(self, record: dict[str, Any]) -> None:
        """The speaker is the very object of the table."""
        article = Article.from_record(record)

        assert article.claims[0].speaker is not None
        assert any(article.claims[0].speaker.actor is a for a in article.actors)

    def test_times_keep_their_kind(self) -> None:
        """A date stays a date, a naive time naive, an aware one aware."""
        for moment in (
            "2023-06-10",
            "2023-06-10T09:30:00",
            "2023-06-10T09:30:00+02:00",
        ):
            article = newsmodel.parse(STORY, published=moment)

            assert Article.from_json(article.to_json()).published == article.published

    def test_lone_surrogates_survive(self) -> None:
        """JSON of a text that is no UTF-8 is ASCII and comes back."""
        article = newsmodel.parse("A \ud800 b.")

        assert article.to_json().isascii()
        assert Article.from_json(article.to_json()) == article

    @pytest.mark.parametrize(
        ("changes", "message"),
        [
            ({"version": 9}, "record.version: expected 1, got 9"),
            ({"text": 5}, "record"),
            ({"extra": 1}, "extra"),
            ({"actors": [{}]}, "record"),
            ({"claims": 7}, "record"),
            ({"published": "June"}, "record"),
        ],
    )
    def test_refuses_other_records(
        self, record: dict[str, Any], changes: dict[str, Any], message: str
    ) -> None:
        """The error says what is wrong, and is a ValueError."""
        with pytest.raises(ValueError, match=message) as caught:
            Article.from_record(record | changes)

        assert isinstance(caught.value, InvalidRecordError)

    def test_refuses_unknown_and_circular_ids(self, record: dict[str, Any]) -> None:
        """References must end in a table and may not run in a circle."""
        record["claims"][0]["answers"] = ["claim-99"]
        with pytest.raises(InvalidRecordError, match="claim-99"):
            Article.from_record(record)
        first, second = record["claims"][:2]
        first["answers"], second["answers"] = [second["id"]], [first["id"]]
        with pytest.raises(InvalidRecordError, match="circle"):
            Article.from_record(record)

    @pytest.mark.parametrize("text", ["", "[]", "{", "null", b"\xff", "1"])
    def test_refuses_other_json(self, text: str | bytes) -> None:
        """Broken JSON is an InvalidRecordError too."""
        with pytest.raises(InvalidRecordError):
            Article.from_json(text)
