"""`newsmodel report`, as people call it."""

from pathlib import Path

import pytest

from newsmodel.cli import main


def test_writes_one_page(folder: Path) -> None:
    """All stories go on one page, as text."""
    path = folder.parent / "page.html"
    assert main(["report", str(folder), "-o", str(path)]) == 0
    page = path.read_text(encoding="utf-8")

    assert all(words in page for words in ("sending drones", "Vienna", "men said"))
    assert "\x1b" not in page


def test_a_bad_file_stops_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are on the page, which has a name of its own; the exit code is 2."""
    monkeypatch.chdir(folder.parent)
    (folder / "bad.txt").write_bytes(b"x\0y")
    assert main(["report", str(folder)]) == 2

    assert "sending drones" in Path("report.html").read_text(encoding="utf-8")


def test_no_story_is_no_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written where nothing was read."""
    path = tmp_path / "page.html"
    assert main(["report", str(tmp_path / "none.txt"), "-o", str(path)]) == 2

    assert not path.exists()
    assert "none.txt" in capsys.readouterr().err
