"""Reading the data files of the package."""

from __future__ import annotations

import pytest

from newsmodel.lexicons import table, toml


class TestTable:
    """`table`."""

    def test_rows_have_the_columns_of_the_header(self) -> None:
        """Comments are left out; each row maps column to cell."""
        rows = table("given.tsv")

        assert {"name": "Mary", "gender": "f"} in rows
        assert not any(row["name"].startswith("#") for row in rows)

    def test_is_read_once(self) -> None:
        """A second call gives the same rows."""
        assert table("given.tsv") is table("given.tsv")

    def test_unknown_file(self) -> None:
        """A file that is not there is an error, not an empty table."""
        with pytest.raises(FileNotFoundError):
            table("none.tsv")


class TestToml:
    """`toml`."""

    def test_gives_tables(self) -> None:
        """Tables are nested as in the file, and read once."""
        assert toml("states.toml")["newspaper"]["US"]["Calif."] == "California"
        assert toml("states.toml") is toml("states.toml")
