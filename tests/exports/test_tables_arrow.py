"""Arrow tables and Parquet files."""

import sys
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel import Article, MissingExtraError
from newsmodel.exports import tables_arrow
from newsmodel.exports.tables import TABLES, Cell, Table
from newsmodel.strategies import articles


def listed(cell: Cell) -> object:
    """Arrow gives lists where we have tuples."""
    return list(cell) if isinstance(cell, tuple) else cell


def expected(table: Table, found: list[Article]) -> list[dict[str, object]]:
    """Give the rows of a table as Arrow gives them back."""
    records = [record for article in found for record in table.records(article)]
    return [{name: listed(cell) for name, cell in r.items()} for r in records]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder for files that each example writes anew."""
    return tmp_path_factory.mktemp("parquet")


class TestTables:
    """to_tables and batch."""

    @given(st.lists(articles(), max_size=3))
    def test_export_round_trips(self, found: list[Article]) -> None:
        """Every row comes back with its types."""
        tables = tables_arrow.to_tables(found)
        for name, table in TABLES.items():
            tables[name].validate(full=True)

            assert tables[name].to_pylist() == expected(table, found)

    def test_no_row_has_the_schema_too(self) -> None:
        """A table without rows joins like any other."""
        for name, found in tables_arrow.to_tables([]).items():
            assert found.schema == tables_arrow.schema(TABLES[name])
            assert found.num_rows == 0
            assert tables_arrow.batch(TABLES[name], []).schema == found.schema

    def test_the_key_is_never_null(self) -> None:
        """Only the digest is always there; each field says what it is."""
        form = tables_arrow.schema(TABLES["claims"])

        assert [field.name for field in form if not field.nullable] == ["article"]
        assert form.field("act").metadata == {b"description": b"A value of ClaimAct."}
        assert form.field("first_day").type == pa.date32()


class TestParquet:
    """write."""

    @given(found=st.lists(articles(), max_size=2))
    def test_export_round_trips(self, folder: Path, found: list[Article]) -> None:
        """The files hold the rows."""
        tables_arrow.write(found, folder)
        for name, table in TABLES.items():
            read = pq.read_table(folder / f"{name}.parquet")

            assert read.to_pylist() == expected(table, found)
            assert read.schema == tables_arrow.schema(table)

    def test_duckdb_reads_it(self, tmp_path: Path) -> None:
        """Tables join, lists unnest and days compare in plain SQL."""
        text = "Iran was accused by Ukraine on Tuesday. Ukraine accused Iran of lying."
        article = newsmodel.parse(text, published="2023-06-10")
        tables_arrow.write([("a", article), ("b", article)], tmp_path)
        query = f"""
            SELECT story, speaker, country, unnest(targets) AS target
            FROM '{tmp_path}/claims.parquet' AS claims
            JOIN '{tmp_path}/actors.parquet' AS actors
              ON actors.article = claims.article AND actors.story = claims.story
             AND actors.actor = claims.speaker_id
            WHERE act = 'accusation' AND claims.words LIKE '%lying%'
            ORDER BY claims.story
        """.replace("SELECT story", "SELECT claims.story")  # noqa: S608 - our own folder

        assert duckdb.sql(query).fetchall() == [
            ("a", "Ukraine", "UA", "Iran"),
            ("b", "Ukraine", "UA", "Iran"),
        ]

    @pytest.mark.parametrize("name", TABLES)
    def test_duckdb_needs_no_quotation_marks(self, name: str, tmp_path: Path) -> None:
        """No column has the name of a word of SQL."""
        tables_arrow.write([], tmp_path)
        names = ", ".join(column.name for column in TABLES[name].columns)
        found = duckdb.sql(f"SELECT {names} FROM '{tmp_path}/{name}.parquet'")  # noqa: S608 - our own names

        assert found.fetchall() == []


def test_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyarrow the error says what to install, and is an ImportError."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(
        ImportError, match=r"pip install 'newsmodel\[arrow\]'"
    ) as caught:
        tables_arrow.to_tables([])

    assert isinstance(caught.value, MissingExtraError)
