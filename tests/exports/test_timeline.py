"""The timeline of claims and sanctions."""

import datetime as dt
import io
import json

import pandas as pd
from hypothesis import given

import newsmodel
from newsmodel import Article
from newsmodel.exports import timeline
from newsmodel.strategies import articles

STORY = (
    "On Tuesday Ukraine accused Iran of lying. In March 2023 the US imposed sanctions "
    "on Iran over its drones. Iran said it rained."
)


@given(articles())
def test_holds_what_is_dated_in_order(article: Article) -> None:
    """Every claim and sanction with a day is there, once, by its first day."""
    rows = list(timeline.TIMELINE.records(article))
    days = [row["first_day"] for row in rows]
    dated = [
        cause.id
        for cause in (*article.claims, *article.sanctions)
        if cause.when and cause.when.earliest
    ]

    assert sorted(dated) == sorted(row["source_id"] for row in rows)
    assert days == sorted(days)
    assert all(type(day) is dt.date for day in days)


@given(articles())
def test_json_has_the_rows(article: Article) -> None:
    """A JSON list comes back as the rows, days as text."""
    sink = io.StringIO()
    timeline.write([article], sink)
    events = json.loads(sink.getvalue())

    assert [tuple(e) for e in events] == [
        tuple(c.name for c in timeline.TIMELINE.columns) for _ in events
    ]
    assert [dt.date.fromisoformat(e["first_day"]) for e in events] == [
        row["first_day"] for row in timeline.TIMELINE.records(article)
    ]


def test_pandas_reads_it() -> None:
    """A frame with who, what and when."""
    sink = io.StringIO()
    timeline.write([newsmodel.parse(STORY, published="2023-06-10")], sink)
    frame = pd.read_json(io.StringIO(sink.getvalue()))

    assert list(frame["relation"]) == ["sanction", "claim"]
    assert list(frame["deed"]) == ["imposed", "accusation"]
    assert list(frame["actors"]) == [["United States"], ["Ukraine"]]
    assert list(frame["targets"]) == [["Iran"], ["Iran"]]
