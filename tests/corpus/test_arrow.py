"""Stories in record batches, rows in record batches."""

import datetime as dt
import sys

import pytest

import newsmodel
from newsmodel.corpus import Columns, Limits, arrow
from newsmodel.errors import InvalidRecordError, InvalidValueError, MissingExtraError
from newsmodel.exports import tables_arrow
from newsmodel.exports.tables import TABLES

pa = pytest.importorskip("pyarrow")

STORIES = [
    {"id": f"s{n}", "text": f"Iran denied on Tuesday that it sent {n} drones."}
    for n in range(70)
]


def parsed(rows: list[dict[str, object]], **options: object):
    """Parse rows that come in one batch."""
    batch = pa.RecordBatch.from_pylist(rows)
    return list(arrow.parse_batches([batch], **options))


class TestParseBatches:
    """`parse_batches`."""

    def test_gives_a_row_for_each_story(self) -> None:
        """Rows stand in order, in batches that stay small."""
        batches = parsed(STORIES)
        table = pa.Table.from_batches(batches)

        assert table.schema.equals(arrow.schema())
        assert table["story"].to_pylist() == [s["id"] for s in STORIES]
        assert [batch.num_rows for batch in batches] == [64, 6]

    def test_is_lazy(self) -> None:
        """A batch is read when its rows are asked for."""
        batch = pa.RecordBatch.from_pylist(STORIES[:1])
        drawn = []
        endless = (drawn.append(n) or batch for n in range(10**9))

        assert next(arrow.parse_batches(endless)).num_rows == 1
        assert len(drawn) == 1

    def test_tells_of_what_cannot_be_read(self) -> None:
        """Such a story has a failure and no tables; the others are read."""
        rows = [
            {"text": None, "published": None},
            {"text": "x", "published": "soon"},
            {"text": "x" * 30, "published": None},
            {"text": "Iran denied it.", "published": None},
        ]
        (batch,) = parsed(rows, limits=Limits(story=20))
        failures = batch["failure"].to_pylist()

        assert batch["story"].to_pylist() == ["1", "2", "3", "4"]
        assert failures[0] == "text: expected a string, got None"
        assert "ISO 8601" in failures[1]
        assert "at most 20" in failures[2]
        assert failures[3] is None
        assert batch["claims"].is_null().to_pylist() == [True, True, True, False]

    def test_takes_dates_and_other_names(self) -> None:
        """Columns have names of yours; dates and times are taken as they are."""
        rows = [{"n": 1, "body": "It rained on Tuesday.", "day": dt.date(2023, 6, 10)}]
        columns = Columns(text="body", id="n", published="day")
        (batch,) = parsed(rows, columns=columns)

        assert batch["story"].to_pylist() == ["1"]
        assert batch["times"][0].as_py()[0]["value"] == "2023-06-06"

    def test_bears_lone_surrogates(self) -> None:
        """Arrow gives none, but failures may quote what it gives in other ways."""
        (batch,) = parsed([{"text": "x", "published": "\x00 \u202e soon", "id": "a"}])

        assert batch.validate(full=True) is None
        assert "soon" in batch["failure"][0].as_py()

    def test_refuses_batches_without_texts(self) -> None:
        """The text must be there."""
        with pytest.raises(InvalidRecordError, match="'text'"):
            parsed([{"body": "x"}])


class TestUnnest:
    """`unnest`."""

    @pytest.mark.parametrize("name", TABLES)
    def test_is_the_flat_table(self, name: str) -> None:
        """What comes out is what `tables_arrow` makes of the same articles."""
        rows = [*STORIES[:2], {"id": "bad", "text": None}, STORIES[2]]
        table = pa.Table.from_batches(parsed(rows))
        articles = [(s["id"], newsmodel.parse(s["text"])) for s in STORIES[:3]]

        assert arrow.unnest(table, name).equals(tables_arrow.to_tables(articles)[name])

    def test_takes_a_batch(self) -> None:
        """One batch will do."""
        (batch,) = parsed(STORIES[:2])

        assert arrow.unnest(batch, "claims").num_rows == 2

    def test_refuses_other_names(self) -> None:
        """There are only so many tables."""
        with pytest.raises(InvalidValueError, match="claims"):
            arrow.unnest(pa.table({}), "people")


def test_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyarrow, the error says what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingExtraError, match=r"newsmodel\[arrow\]"):
        arrow.schema()
