"""The command, as people call it."""

import io
import json
from pathlib import Path

import pytest

from newsmodel import Article, __version__
from newsmodel.cli import main

STORY = "Iran denied sending drones.\n\nAnna Berg said on Tuesday: “It is so.”\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Write a story to a file."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


class TestParse:
    """`newsmodel parse`."""

    def test_prints_for_people(
        self, story: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A pipe gets plain text with speaker, act and words."""
        assert main(["parse", str(story), "--published", "2023-06-10"]) == 0
        output = capsys.readouterr().out

        assert "Iran denial" in output
        assert "sending drones" in output
        assert "\x1b" not in output

    def test_prints_json(self, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """JSON is the record of the article."""
        assert main(["parse", str(story), "--format", "json", "--url", "u"]) == 0
        output = capsys.readouterr().out

        assert json.loads(output)["url"] == "u"
        assert Article.from_json(output).text == STORY

    def test_reads_standard_input(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A dash stands for standard input; undecodable bytes are no trouble."""
        stream = io.TextIOWrapper(io.BytesIO(b"Caf\xe9 owners said it rained."))
        monkeypatch.setattr("sys.stdin", stream)

        assert main(["parse", "-"]) == 0
        assert "it rained" in capsys.readouterr().out

    def test_is_coloured_on_a_terminal(
        self, story: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A terminal gets colour, unless NO_COLOR is set."""

        class Terminal(io.StringIO):
            def isatty(self) -> bool:
                return True

        outputs = []
        monkeypatch.setenv("TERM", "xterm")
        for no_colour in ("", "1"):
            stream = Terminal()
            monkeypatch.setenv("NO_COLOR", no_colour)
            monkeypatch.setattr("sys.stdout", stream)
            main(["parse", str(story)])
            outputs.append("\x1b[" in stream.getvalue())

        assert outputs == [True, False]

    def test_a_terminal_cannot_be_steered(
        self,
        folder: Path,
        terminal: io.StringIO,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """Control characters of a story are escaped or replaced in every format."""
        monkeypatch.setattr("sys.stdout", terminal)
        monkeypatch.setenv("NO_COLOR", "1")
        for form in ("text", "json", "jsonl"):
            assert main(["parse", str(folder), "--format", form]) == 0

        assert not set(terminal.getvalue()) & set("\x1b\x07\x9b\r")

    def test_shows_many_stories(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Each story stands under its name, in order; JSON Lines are one a line."""
        assert main(["parse", str(folder)]) == 0
        heads = [s for s in capsys.readouterr().out.splitlines() if s.startswith("==")]
        assert main(["parse", str(folder), "--format", "jsonl"]) == 0
        lines = capsys.readouterr().out.splitlines()

        assert [head[-5:] for head in heads] == ["a.txt", "b.txt", "c.txt"]
        assert [json.loads(line)["version"] for line in lines] == [1, 1, 1]

    def test_names_standard_input_among_others(
        self,
        story: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """A dash may stand among files."""
        stream = io.TextIOWrapper(io.BytesIO(b"It rained."))
        monkeypatch.setattr("sys.stdin", stream)

        assert main(["parse", str(story), "-"]) == 0
        assert "\n\n== standard input\n" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("content", "arguments", "message"),
        [
            (b"x\0y", [], "binary"),
            (b"\x01\x02\x03\x04", [], "binary"),
            (b"Fine.", ["--published", "tomorrow"], "published: expected an ISO 8601"),
        ],
    )
    def test_says_what_is_wrong(
        self,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
        content: bytes,
        arguments: list[str],
        message: str,
    ) -> None:
        """One line on standard error, exit code 2."""
        path = tmp_path / "story.txt"
        path.write_bytes(content)

        assert main(["parse", str(path), *arguments]) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert message in captured.err
        assert captured.err.count("\n") == 1

    def test_reads_many_stories(
        self, tmp_path: Path, story: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """With -o, tables go to a folder."""
        out = tmp_path / "out"

        assert main(["parse", str(story), "-o", str(out), "--jobs", "1"]) == 0
        assert (out / "claims" / "part-000000.jsonl").stat().st_size > 0
        assert capsys.readouterr().out == ""

    def test_names_a_file_that_is_not_there(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Missing files and folders give one line with the path."""
        assert main(["parse", str(tmp_path / "none.txt")]) == 2
        assert main(["parse", str(tmp_path)]) == 2
        errors = capsys.readouterr().err
        assert "none.txt" in errors
        assert errors.count("\n") == 2

    def test_shows_its_version(self, capsys: pytest.CaptureFixture[str]) -> None:
        """`--version` prints the version alone."""
        with pytest.raises(SystemExit, match="0"):
            main(["--version"])

        assert capsys.readouterr().out.strip() == __version__
