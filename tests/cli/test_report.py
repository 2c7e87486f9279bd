"""`newsmodel report`, with a stand-in for the page."""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from newsmodel import Article
from newsmodel.cli import main


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str]]:
    """Put a stand-in in the place of the page; it lists what it was asked for."""
    calls: list[tuple[int, str]] = []

    def write_report(articles: Sequence[Article], path: str) -> None:
        calls.append((len(articles), path))

    page = ModuleType("newsmodel.render.report")
    page.__dict__["write_report"] = write_report
    monkeypatch.setitem(sys.modules, "newsmodel.render.report", page)
    return calls


def test_writes_one_page(folder: Path, written: list[tuple[int, str]]) -> None:
    """All stories go on one page."""
    assert main(["report", str(folder), "-o", "page.html"]) == 0

    assert written == [(3, "page.html")]


def test_a_bad_file_stops_nothing(folder: Path, written: list[tuple[int, str]]) -> None:
    """The others are on the page, the exit code is 2."""
    (folder / "bad.txt").write_bytes(b"x\0y")
    assert main(["report", str(folder)]) == 2

    assert written == [(3, "report.html")]


def test_no_story_is_no_page(
    tmp_path: Path, written: list[tuple[int, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written where nothing was read."""
    assert main(["report", str(tmp_path / "none.txt")]) == 2

    assert written == []
    assert "none.txt" in capsys.readouterr().err
