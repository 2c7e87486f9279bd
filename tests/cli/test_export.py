"""`newsmodel export`, as people call it."""

import csv
import io
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from newsmodel import Article
from newsmodel.cli import main
from newsmodel.exports import jsonl
from newsmodel.exports.tables import TABLES

CAUGHT = pytest.CaptureFixture[str]


def records(text: str) -> list[dict[str, str]]:
    """Read CSV."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


class TestFormats:
    """Each format, on standard output and in files."""

    @pytest.mark.parametrize("to", ["jsonld", "geojson", "timeline"])
    def test_a_document(self, to: str, folder: Path, capsys: CAUGHT) -> None:
        """One JSON document for all stories, the same in a file."""
        path = folder / "out.json"
        assert main(["export", str(folder), "--to", to]) == 0
        assert main(["export", str(folder), "--to", to, "-o", str(path)]) == 0
        output = capsys.readouterr().out

        assert json.loads(output) == json.loads(path.read_text(encoding="utf-8"))
        assert list(folder.glob("*.part")) == []

    @pytest.mark.parametrize("to", ["jsonl", "ftm"])
    def test_lines(self, to: str, folder: Path, capsys: CAUGHT) -> None:
        """One JSON object a line."""
        assert main(["export", str(folder), "--to", to]) == 0
        lines = capsys.readouterr().out.splitlines()

        assert len([json.loads(line) for line in lines]) >= 3

    def test_gexf(self, folder: Path, capsys: CAUGHT) -> None:
        """XML, whatever control characters the stories hold."""
        assert main(["export", str(folder), "--to", "gexf"]) == 0

        assert ET.fromstring(capsys.readouterr().out).tag.endswith("gexf")  # noqa: S314 - our own

    def test_csv_of_one_table(self, folder: Path, capsys: CAUGHT) -> None:
        """Standard output gets claims, or the table asked for, by path of the story."""
        assert main(["export", str(folder), "--to", "csv"]) == 0
        claims = records(capsys.readouterr().out)
        arguments = ["--to", "csv", "--table", "sanctions"]
        assert main(["export", str(folder), *arguments]) == 0
        sanctions = records(capsys.readouterr().out)

        assert claims[0]["act"] == "denial"
        assert [row["story"] for row in sanctions] == [str(folder / "b.txt")]

    def test_csv_and_parquet_of_all_tables(self, folder: Path, tmp_path: Path) -> None:
        """A folder gets one file a table."""
        for to in ("csv", "parquet"):
            output = tmp_path / to
            assert main(["export", str(folder), "--to", to, "-o", str(output)]) == 0

            assert {p.name for p in output.iterdir()} == {f"{t}.{to}" for t in TABLES}
        assert pq.read_table(tmp_path / "parquet" / "articles.parquet").num_rows == 3

    def test_an_address_goes_before_the_path(
        self, folder: Path, capsys: CAUGHT
    ) -> None:
        """`--url` is the key where it is given."""
        story = str(folder / "a.txt")
        assert main(["export", story, "--to", "csv", "--url", "u"]) == 0

        assert {row["story"] for row in records(capsys.readouterr().out)} == {"u"}


class TestInput:
    """Files, folders, pipes."""

    def test_records_are_read_again(
        self, folder: Path, capsys: CAUGHT, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A file or a pipe of records gives what the stories gave."""
        assert main(["parse", str(folder), "--format", "jsonl"]) == 0
        lines = capsys.readouterr().out
        path = folder.parent / "records.jsonl"
        path.write_text(lines, encoding="utf-8")
        stream = io.TextIOWrapper(io.BytesIO(lines.encode()))
        monkeypatch.setattr("sys.stdin", stream)
        outputs = []
        for source in (folder, path, "-"):
            assert main(["export", str(source), "--to", "geojson"]) == 0
            features = json.loads(capsys.readouterr().out)["features"]
            outputs.append([f["properties"] | {"story": None} for f in features])

        assert outputs[0] == outputs[1] == outputs[2] != []

    def test_a_bad_file_stops_nothing(self, folder: Path, capsys: CAUGHT) -> None:
        """A line for each file or record that cannot be read; exit code 2."""
        (folder / "bad.txt").write_bytes(b"x\0y")
        (folder / "d.jsonl").write_text('{}\n{"version": 1}\n', encoding="utf-8")
        arguments = [str(folder / "none.txt"), str(folder), "no.jsonl"]
        assert main(["export", *arguments, "--to", "jsonl"]) == 2
        caught = capsys.readouterr()
        errors = caught.err.splitlines()

        assert [
            isinstance(a, Article) for a in jsonl.read(caught.out.splitlines())
        ] == [True] * 3
        assert len(errors) == 5
        for words, error in zip(
            ("none.txt", "bad.txt", "d.jsonl: line 1", "d.jsonl: line 2", "no.jsonl"),
            errors,
            strict=True,
        ):
            assert words in error

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["--to", "parquet"], "-o: expected a folder"),
            (["--to", "ftm", "--table", "claims"], "--table: expected --to csv"),
            (["--to", "jsonl", "-o", "{folder}/no/x"], "x: no such file"),
            (["--to", "jsonl", "-o", "{folder}/sub"], "sub: "),
            (["--to", "csv", "--published", "June"], "published: expected an ISO"),
        ],
    )
    def test_says_what_is_wrong(
        self, folder: Path, capsys: CAUGHT, arguments: list[str], message: str
    ) -> None:
        """One line, exit code 2."""
        filled = [a.format(folder=folder) for a in arguments]
        assert main(["export", str(folder / "a.txt"), *filled]) == 2
        errors = capsys.readouterr().err

        assert message in errors
        assert errors.count("\n") == 1

    def test_a_missing_extra_is_named(
        self, folder: Path, capsys: CAUGHT, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """One line that says what to install."""
        monkeypatch.setitem(sys.modules, "networkx", None)
        assert main(["export", str(folder), "--to", "gexf"]) == 2

        assert capsys.readouterr().err == (
            "newsmodel: networkx is missing: pip install 'newsmodel[graph]'\n"
        )


class TestTerminal:
    """What a person sees."""

    def test_stories_cannot_steer_it(
        self, folder: Path, terminal: io.StringIO, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Control characters reach a file, and no terminal."""
        monkeypatch.setattr("sys.stdout", terminal)
        path = folder / "claims.csv"
        story = str(folder / "sub" / "c.txt")
        assert main(["export", story, "--to", "csv"]) == 0
        assert (
            main(["export", story, "--to", "csv", "-o", str(path), "--table", "claims"])
            == 0
        )

        assert not set(terminal.getvalue()) & set("\x1b\x07\x9b\r")
        assert "\x07" in path.read_text(encoding="utf-8")

    def test_names_of_files_cannot_either(self, tmp_path: Path, capsys: CAUGHT) -> None:
        """A complaint is one harmless line."""
        assert main(["parse", str(tmp_path / "a\x1b[31m\nb.txt")]) == 2
        errors = capsys.readouterr().err

        assert "\x1b" not in errors
        assert errors.count("\n") == 1

    @pytest.mark.parametrize("rich", [True, False])
    def test_shows_progress_on_standard_error(
        self,
        folder: Path,
        terminal: io.StringIO,
        capsys: CAUGHT,
        monkeypatch: pytest.MonkeyPatch,
        rich: bool,  # noqa: FBT001 - a parameter
    ) -> None:
        """A bar with rich, a number without; the results stay clean."""
        monkeypatch.setattr("sys.stderr", terminal)
        if not rich:
            monkeypatch.setitem(sys.modules, "rich.console", None)
        assert main(["export", str(folder), "--to", "jsonl"]) == 0

        assert len(capsys.readouterr().out.splitlines()) == 3
        assert ("Reading" if rich else "3 of 3 stories") in terminal.getvalue()

    def test_shows_none_for_one_story(
        self, folder: Path, terminal: io.StringIO, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nobody waits for that."""
        monkeypatch.setattr("sys.stderr", terminal)
        assert main(["export", str(folder / "a.txt"), "--to", "jsonl"]) == 0

        assert terminal.getvalue() == ""

    @pytest.mark.skipif(os.name != "posix", reason="pipes break otherwise here")
    def test_a_reader_may_stop(self, folder: Path) -> None:
        """`| head` is quiet, whether much or little is left."""
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-m", "newsmodel", "export", folder, "--to", "jsonl"],
            stdout=write,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(write)

        assert (done.returncode, done.stderr) == (0, b"")

    def test_ctrl_c_leaves_no_half_file(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Exit code 130, and the old file stays."""

        def interrupt(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("newsmodel.cli._stories.read", interrupt)
        path = folder.parent / "out.jsonl"
        path.write_text("old", encoding="utf-8")
        assert main(["export", str(folder), "--to", "jsonl", "-o", str(path)]) == 130

        assert path.read_text(encoding="utf-8") == "old"
        assert list(path.parent.glob("*.part")) == []

    @pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no /dev/full")
    def test_a_full_disk_is_told(self, folder: Path, capsys: CAUGHT) -> None:
        """A device is written to, never replaced."""
        assert main(["export", str(folder), "--to", "jsonl", "-o", "/dev/full"]) == 2

        assert capsys.readouterr().err == "newsmodel: output: no space left on device\n"
        assert Path("/dev/full").is_char_device()

    @pytest.mark.parametrize("command", ["parse", "export", "report", "schema"])
    def test_help_shows_examples(self, command: str, capsys: CAUGHT) -> None:
        """Each subcommand shows how it is called."""
        with pytest.raises(SystemExit, match="0"):
            main([command, "--help"])

        assert f"examples:\n  newsmodel {command}" in capsys.readouterr().out
