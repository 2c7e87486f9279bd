"""CSV files of the tables."""

import csv
import io
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel import Article, InvalidRecordError
from newsmodel.exports import tables_csv
from newsmodel.exports.tables import TABLES, Cell, Row
from newsmodel.strategies import articles

FORMULAS = ("=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "'=1", "''")


def as_read(cell: Cell) -> Cell:
    """An empty cell is None."""
    return None if cell == "" else cell


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder for files that each example writes anew."""
    return tmp_path_factory.mktemp("csv")


class TestWrite:
    """write and read_table."""

    @given(found=st.lists(articles(), max_size=3))
    def test_export_round_trips(self, folder: Path, found: list[Article]) -> None:
        """All tables come back, typed; only "" comes back as None."""
        tables_csv.write(found, folder)
        for name, table in TABLES.items():
            rows = [row for article in found for row in table.rows(article)]
            expected: list[Row] = [tuple(map(as_read, row)) for row in rows]

            assert list(tables_csv.read_table(table, folder / f"{name}.csv")) == (
                expected
            )

    @given(found=articles())
    def test_pandas_reads_it(self, folder: Path, found: Article) -> None:
        """A frame has the rows and the names of the table."""
        tables_csv.write([found], folder)
        for name, table in TABLES.items():
            frame = pd.read_csv(folder / f"{name}.csv", keep_default_na=False)

            assert list(frame.columns) == [c.name for c in table.columns]
            assert len(frame) == len(list(table.rows(found)))

    def test_makes_the_folder(self, tmp_path: Path) -> None:
        """No story gives files with one line each."""
        tables_csv.write([], tmp_path / "a" / "b")
        paths = (tmp_path / "a" / "b").iterdir()
        lines = {path.name: path.read_bytes() for path in paths}

        assert lines.keys() == {f"{name}.csv" for name in TABLES}
        assert lines["times.csv"].startswith(b"article,story,start,stop,words,")
        assert {text.count(b"\r\n") for text in lines.values()} == {1}

    def test_refuses_another_table(self, tmp_path: Path) -> None:
        """The error names the file and the columns."""
        tables_csv.write([], tmp_path)
        rows = tables_csv.read_table(TABLES["claims"], tmp_path / "times.csv")
        with pytest.raises(InvalidRecordError, match=r"times\.csv: expected columns"):
            next(rows)


class TestFormulas:
    """What a spreadsheet would run."""

    @pytest.mark.parametrize("words", FORMULAS)
    def test_is_text_and_can_be_undone(self, words: str, tmp_path: Path) -> None:
        """One apostrophe goes in front and comes off again."""
        article = newsmodel.parse("It rained.", publisher=words)
        tables_csv.write([article], tmp_path)
        path = tmp_path / "articles.csv"
        with path.open(encoding="utf-8", newline="") as file:
            (line,) = csv.DictReader(file)
        (row,) = tables_csv.read_table(TABLES["articles"], path)

        assert line["publisher"] == "'" + words
        assert row[3] == words

    @given(articles())
    def test_no_text_begins_like_one(self, article: Article) -> None:
        """Whatever the story says, only numbers begin with a sign."""
        for table in TABLES.values():
            sink = io.StringIO()
            tables_csv.write_table(table, [article], sink)
            for line in csv.reader(io.StringIO(sink.getvalue(), newline="")):
                for cell in line:
                    if cell.startswith(("=", "+", "-", "@", "\t", "\r")):
                        float(cell)

    def test_a_number_stays_a_number(self, tmp_path: Path) -> None:
        """Degrees west are no formula."""
        tables_csv.write([newsmodel.parse("It rained in Boston.")], tmp_path)
        frame = pd.read_csv(tmp_path / "locations.csv")

        assert frame["longitude"].iloc[0] < -70
