"""pandas and polars frames of the tables."""

import sys

import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import Article, MissingExtraError
from newsmodel.exports import tables_frames
from newsmodel.exports.tables import TABLES, Cell
from newsmodel.strategies import articles


def plain(cell: object) -> Cell:
    """Undo what pandas makes of a missing value and of a day."""
    if isinstance(cell, tuple):
        return cell
    if cell is None or pd.isna(cell):  # type: ignore[call-overload] # any cell
        return None
    return cell.date() if isinstance(cell, pd.Timestamp) else cell  # type: ignore[return-value] # a cell


class TestPandas:
    """to_pandas."""

    @given(st.lists(articles(), max_size=2))
    def test_export_round_trips(self, found: list[Article]) -> None:
        """Every row comes back."""
        frames = tables_frames.to_pandas(found)
        for name, table in TABLES.items():
            rows = [row for article in found for row in table.rows(article)]
            cells = frames[name].itertuples(index=False, name=None)

            assert [tuple(map(plain, row)) for row in cells] == rows

    def test_no_row_has_the_types_too(self) -> None:
        """An empty frame can be joined and concatenated."""
        frame = tables_frames.to_pandas([])["claims"]

        assert str(frame.dtypes["start"]) == "Int64"
        assert str(frame.dtypes["first_day"]) == "datetime64[s]"
        assert str(frame.dtypes["act"]) == "string"


class TestPolars:
    """to_polars."""

    @given(st.lists(articles(), max_size=2))
    def test_export_round_trips(self, found: list[Article]) -> None:
        """Every row comes back."""
        frames = tables_frames.to_polars(found)
        for name, table in TABLES.items():
            rows = [row for article in found for row in table.rows(article)]
            read = [
                tuple(tuple(c) if isinstance(c, list) else c for c in row)
                for row in frames[name].rows()
            ]

            assert read == rows

    def test_no_row_has_the_types_too(self) -> None:
        """An empty frame can be joined and concatenated."""
        frame = tables_frames.to_polars([])["claims"]

        assert frame.schema["targets"] == pl.List(pl.String)
        assert frame.schema["first_day"] == pl.Date


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_names_the_extra(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the library the error says what to install."""
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError, match=rf"newsmodel\[{library}\]"):
        getattr(tables_frames, f"to_{library}")([])
