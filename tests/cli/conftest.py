"""Stories and terminals for the tests of the command."""

import io
from pathlib import Path

import pytest

STORIES = {
    "a.txt": "Iran denied sending drones.\n\nAnna Berg said on Tuesday: “It is so.”\n",
    "b.txt": "On Tuesday the US imposed sanctions on Iran.\n\nIt rained in Vienna.\n",
    "sub/c.txt": "Evil \x1b[31m men said \x9b31m it \x07 was bad." + " It rained." * 9,
}


class Terminal(io.StringIO):
    """A stream that takes itself for a terminal."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write three stories, one of them in a folder within."""
    for name, text in STORIES.items():
        path = tmp_path / "stories" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "stories"


@pytest.fixture
def terminal() -> Terminal:
    """Give a terminal, to be put in the place of a stream within the test."""
    return Terminal()
