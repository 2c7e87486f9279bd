"""`parse` and `read`."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

import newsmodel
from newsmodel import InvalidTypeError, InvalidValueError, UnreadableFileError


class TestParse:
    """Arguments."""

    def test_takes_a_date_in_any_form(self) -> None:
        """A string, a date and a time are kept for what they are."""
        day = dt.date(2023, 6, 10)
        time = dt.datetime(2023, 6, 10, 9, 30, tzinfo=dt.UTC)

        assert newsmodel.parse("", published="2023-06-10").published == day
        assert newsmodel.parse("", published=day).published == day
        assert newsmodel.parse("", published="2023-06-10T09:30Z").published == time

    @pytest.mark.parametrize("value", ["June 10", "2023-13-01", "10/6/2023", ""])
    def test_refuses_other_dates(self, value: str) -> None:
        """The error names the argument."""
        with pytest.raises(InvalidValueError, match="published: expected an ISO 8601"):
            newsmodel.parse("", published=value)

    def test_refuses_other_types(self) -> None:
        """The error names the argument."""
        for arguments in ({"url": 5}, {"publisher": b""}, {"published": 2023}):
            with pytest.raises(InvalidTypeError, match=next(iter(arguments))):
                newsmodel.parse("", **arguments)  # type: ignore[arg-type]  # the point
        with pytest.raises(InvalidTypeError, match="text: expected str"):
            newsmodel.parse(None)  # type: ignore[arg-type]  # the point


class TestRead:
    """Files."""

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
    def test_reads_what_people_save(self, tmp_path: Path, encoding: str) -> None:
        """Common encodings are told apart."""
        path = tmp_path / "story.txt"
        path.write_bytes("Zoë said “yes”.".encode(encoding))

        assert newsmodel.read(path).text.lstrip("\ufeff") == "Zoë said “yes”."

    def test_keeps_line_ends_and_arguments(self, tmp_path: Path) -> None:
        """The text is the file's, to the character."""
        path = tmp_path / "story.txt"
        path.write_bytes(b"\xef\xbb\xbfOne.\r\n\r\nTwo.\r\n")
        article = newsmodel.read(str(path), published="2023-06-10", publisher="X")

        assert article.text == "\ufeffOne.\r\n\r\nTwo.\r\n"
        assert article.publisher == "X"

    def test_refuses_what_is_no_text(self, tmp_path: Path) -> None:
        """The error is an OSError that names the path."""
        binary = tmp_path / "picture.txt"
        binary.write_bytes(bytes(range(256)))
        for path in (binary, tmp_path, tmp_path / "none", "nul\0byte"):
            with pytest.raises(OSError, match="expected") as caught:
                newsmodel.read(path)
            assert isinstance(caught.value, UnreadableFileError)
        with pytest.raises(InvalidTypeError, match="path"):
            newsmodel.read(5)  # type: ignore[arg-type]  # the point


class TestImport:
    """`import newsmodel` loads the model at once and the parsers on first use."""

    @pytest.mark.parametrize(
        "code",
        [
            "from newsmodel import ArticleParser",
            "from newsmodel import Parser, parse; parse('')",
            "from newsmodel import *; ArticleParser()",
            "import newsmodel; newsmodel.parsers.TimeParser",
        ],
    )
    def test_every_way_in_works_first(self, code: str) -> None:
        """Each is tried in a process of its own."""
        subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - ours

    def test_unknown_names_are_an_error(self) -> None:
        """A typing mistake says which name is not there."""
        with pytest.raises(AttributeError, match="no attribute 'parze'"):
            newsmodel.parze  # type: ignore[attr-defined]  # noqa: B018 - the point
