"""`newsmodel parse -o`, and how it says how far it is."""

import argparse
import io
import json
import sys
from pathlib import Path

import pytest

from newsmodel.cli import _many as command
from newsmodel.cli._meter import Meter, describe
from newsmodel.corpus import Progress
from newsmodel.errors import InvalidValueError


class Terminal(io.StringIO):
    """A stream that somebody watches."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Write three stories, one without a text."""
    path = tmp_path / "news.jsonl"
    records = [{"body": "Iran denied it."}, {"x": 1}, {"body": "The US said no."}]
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return path


def run(path: Path, folder: Path, *arguments: str) -> int:
    """Run the command, in one process if nothing else is said."""
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    parser.set_defaults(published=None, publisher=None)
    parser.add_argument("--format", default="text")
    parser.add_argument("--url")
    given = ["-o", str(folder), "--jobs", "1", "--column", "text=body", *arguments]
    parser.set_defaults(stories=[str(path)])
    return command.run(parser.parse_args(given))


class TestRun:
    """The command."""

    def test_writes_tables_and_a_word(
        self, news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Tables go to the folder, one line to standard error; again, none is read."""
        folder = tmp_path / "out"

        assert run(news, folder) == 1
        assert (folder / "articles" / "part-000000.jsonl").read_bytes().count(
            b"\n"
        ) == 2
        assert run(news, folder) == 1
        first, second = capsys.readouterr().err.splitlines()
        assert first.endswith(
            f"2 stories in {folder}; 1 could not be read, see {folder}/failures"
        )
        assert "2 of them from before" in second

    def test_says_how_to_go_on(
        self,
        news: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """Ctrl-C leaves with a word."""

        def stop(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(Meter, "__call__", stop)
        with pytest.raises(KeyboardInterrupt):
            run(news, tmp_path / "out")

        assert "goes on from here" in capsys.readouterr().err

    @pytest.mark.parametrize("pair", ["text", "words=x"])
    def test_refuses_other_columns(self, news: Path, tmp_path: Path, pair: str) -> None:
        """A column is named as NAME=COLUMN."""
        with pytest.raises(InvalidValueError, match="--column"):
            run(news, tmp_path / "out", "--column", pair)

    @pytest.mark.parametrize("option", ["--format=json", "--url=u"])
    def test_refuses_what_is_for_one_story(
        self, news: Path, tmp_path: Path, option: str
    ) -> None:
        """Options that have no meaning here are told, not passed over."""
        with pytest.raises(InvalidValueError, match="with -o"):
            run(news, tmp_path / "out", option)


class TestMeter:
    """How far a run is."""

    HALF = Progress(
        stories=60, resumed=20, failures=2, done=600, skipped=200, size=1000
    )

    def test_says_rate_and_time_left(self) -> None:
        """What an earlier try did counts as done, not as fast."""
        line = describe(self.HALF, 10)

        assert line == "60 stories, 60%, 2 failures, 4.0 stories/s, 0:00:10 left"
        assert describe(Progress(), 0) == "0 stories, 0%"

    @pytest.mark.parametrize("mark", ["━", "\r"])
    def test_shows_a_bar_or_a_line(
        self, mark: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A terminal sees a bar with the extra, a line without."""
        if mark == "━":
            pytest.importorskip("rich")
        else:
            monkeypatch.setitem(sys.modules, "rich.console", None)
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setenv("COLUMNS", "120")
        stream = Terminal()
        meter = Meter(stream)
        meter(self.HALF)
        meter.close()

        assert "60 stories, 60%" in stream.getvalue()
        assert mark in stream.getvalue()

    def test_is_quiet_in_a_log(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where nobody watches, a line comes at times."""
        stream = io.StringIO()
        meter = Meter(stream)
        meter(self.HALF)
        assert stream.getvalue() == ""
        monkeypatch.setattr("newsmodel.cli._meter._LOG_SECONDS", 0)
        meter(self.HALF)
        meter.close()

        assert stream.getvalue().count("\n") == 1
