"""A corpus into a folder of flat tables."""

import datetime as dt
import json
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel.corpus import Columns, Corpus, Progress, parse_corpus
from newsmodel.corpus._lock import locked
from newsmodel.corpus._parts import cut
from newsmodel.errors import (
    FolderInUseError,
    InvalidTypeError,
    InvalidValueError,
    MissingExtraError,
    UnreadableFileError,
)
from newsmodel.exports import tables_arrow
from newsmodel.exports.tables import TABLES
from newsmodel.strategies import texts

RUN = """
import sys
from newsmodel.corpus import parse_corpus

if __name__ == "__main__":
    parse_corpus(sys.argv[1], sys.argv[2], workers=2, part_size=2)
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write twelve stories, one without a text and one with a wrong date."""
    path = tmp_path_factory.mktemp("corpus") / "news.jsonl"
    records: list[object] = [
        {"id": f"n{n}", "text": f"Iran denied on Tuesday that it sent {n} drones."}
        | {"published": "2023-06-10"}
        for n in range(12)
    ]
    records.insert(3, {"id": "none"})
    records.insert(7, {"id": "late", "text": "x", "published": "soon"})
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    """Give the files of a run but for its lock."""
    files = (p for p in folder.rglob("*") if p.is_file() and p.name != "_lock")
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files}


class TestParseCorpus:
    """`parse_corpus`."""

    def test_writes_a_folder_for_each_table(self, corpus: Path, tmp_path: Path) -> None:
        """The rows are those of the tables, in parts, in order."""
        progress = parse_corpus(corpus, tmp_path, part_size=5)
        rows = [
            json.loads(line)
            for part in sorted((tmp_path / "claims").iterdir())
            for line in part.read_text(encoding="utf-8").splitlines()
        ]

        assert (progress.stories, progress.failures) == (12, 2)
        assert progress.done == progress.size == corpus.stat().st_size
        assert {p.name for p in tmp_path.iterdir()} >= TABLES.keys() | {"failures"}
        assert [row["story"] for row in rows] == [f"n{n}" for n in range(12)]
        assert rows[0]["first_day"] == "2023-06-06"

    def test_notes_what_could_not_be_read(self, corpus: Path, tmp_path: Path) -> None:
        """Failures have file, line, story and reason."""
        parse_corpus(corpus, tmp_path)
        (path,) = (tmp_path / "failures").iterdir()
        failures = [json.loads(line) for line in path.read_text().splitlines()]

        assert [(f["line"], f["story"]) for f in failures] == [(4, "none"), (8, "late")]
        assert failures[0]["file"] == corpus.as_posix()
        assert failures[0]["reason"] == "text: expected a string, got None"

    def test_writes_parquet(self, corpus: Path, tmp_path: Path) -> None:
        """Parquet has the declared schema and the same rows."""
        parquet = pytest.importorskip("pyarrow.parquet")
        parse_corpus(corpus, tmp_path, form="parquet", part_size=5)
        table = parquet.read_table(tmp_path / "claims")

        assert table.schema.equals(tables_arrow.schema(TABLES["claims"]))
        assert table["first_day"][0].as_py() == dt.date(2023, 6, 6)
        assert table.num_rows == 12

    @pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
    def test_is_the_same_with_workers(self, corpus: Path, tmp_path: Path) -> None:
        """Byte for byte, whatever the number of workers."""
        for workers in (1, 2):
            parse_corpus(corpus, tmp_path / str(workers), workers=workers, part_size=2)

        assert contents(tmp_path / "1") == contents(tmp_path / "2")

    def test_goes_on_where_it_was_cut_off(self, corpus: Path, tmp_path: Path) -> None:
        """What is done is not done again, and nothing is there twice."""
        parse_corpus(corpus, tmp_path / "whole", part_size=2)
        seen: list[Progress] = []

        def stop(progress: Progress) -> None:
            seen.append(progress)
            if len(seen) == 3:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            parse_corpus(corpus, tmp_path / "cut", part_size=2, on_progress=stop)
        progress = parse_corpus(corpus, tmp_path / "cut", part_size=2)

        assert progress.resumed == seen[-1].stories > 0
        assert contents(tmp_path / "cut") == contents(tmp_path / "whole")

    @pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 here")
    @pytest.mark.slow
    def test_survives_kill_9(self, corpus: Path, tmp_path: Path) -> None:
        """Cut off by `kill -9`, workers go too, and the same call goes on."""
        folder = tmp_path / "cut"
        script = tmp_path / "run.py"
        script.write_text(RUN, encoding="utf-8")
        run = subprocess.Popen([sys.executable, script, corpus, folder])  # noqa: S603 - our own script
        while run.poll() is None and not list(folder.glob("_done/part-*.json")):
            time.sleep(0.01)
        run.kill()
        run.wait()
        for _ in range(500):
            try:
                with locked(folder):
                    break
            except FolderInUseError:
                time.sleep(0.02)
        parse_corpus(corpus, folder, part_size=2)
        parse_corpus(corpus, tmp_path / "whole", part_size=2)

        assert contents(folder) == contents(tmp_path / "whole")

    def test_reads_changed_parts_again(self, corpus: Path, tmp_path: Path) -> None:
        """A part is known by what its stories say; parts that are gone are removed."""
        copy = tmp_path / "news.jsonl"
        copy.write_bytes(corpus.read_bytes())
        folder = tmp_path / "out"
        parse_corpus(copy, folder, part_size=5)
        lines = copy.read_text(encoding="utf-8").splitlines(True)
        copy.write_text("".join(lines[:6]).replace("n5", "m5"), encoding="utf-8")
        progress = parse_corpus(copy, folder, part_size=5)
        parse_corpus(copy, tmp_path / "new", part_size=5)

        assert (progress.stories, progress.resumed) == (5, 4)
        assert contents(folder) == contents(tmp_path / "new")

    def test_parts_grow(self, tmp_path: Path) -> None:
        """The first parts are small, so that few stories have many parts."""
        path = tmp_path / "news.jsonl"
        path.write_text('{"text": "x"}\n' * 360, encoding="utf-8")

        sizes = [len(part.stories) for part in cut(Corpus(path), 15)]
        assert sizes == [10] * 32 + [15, 15, 10]

    def test_mends_a_torn_note(self, corpus: Path, tmp_path: Path) -> None:
        """A note that is no note counts as none."""
        parse_corpus(corpus, tmp_path)
        before = contents(tmp_path)
        (tmp_path / "_done" / "part-000000.json").write_bytes(b'{"digest": 1}')

        assert parse_corpus(corpus, tmp_path).resumed < 12
        assert contents(tmp_path) == before

    def test_takes_columns_and_texts_that_no_file_takes(self, tmp_path: Path) -> None:
        """Lone surrogates in a text are replaced in the tables."""
        (tmp_path / "a.jsonl").write_text('{"body": "Iran denied \\ud800 it."}\n')
        corpus = Corpus(tmp_path / "a.jsonl", columns=Columns(text="body"))
        parse_corpus(corpus, tmp_path / "out")
        (part,) = (tmp_path / "out" / "articles").iterdir()

        assert json.loads(part.read_bytes())["characters"] == 17

    def test_takes_an_empty_corpus(self, tmp_path: Path) -> None:
        """Nothing in, nothing out."""
        (tmp_path / "in").mkdir()

        assert parse_corpus(tmp_path / "in", tmp_path / "out") == Progress()

    @pytest.mark.parametrize(
        ("options", "error"),
        [
            ({"form": "xml"}, InvalidValueError),
            ({"part_size": 0}, InvalidValueError),
            ({"part_size": "many"}, InvalidTypeError),
            ({"workers": 0}, InvalidValueError),
        ],
    )
    def test_refuses_wrong_arguments(
        self,
        corpus: Path,
        tmp_path: Path,
        options: dict[str, object],
        error: type[Exception],
    ) -> None:
        """A wrong argument is told before anything is written."""
        with pytest.raises(error):
            parse_corpus(corpus, tmp_path / "out", **options)
        with pytest.raises(UnreadableFileError):
            parse_corpus(tmp_path / "none", tmp_path / "out")
        assert not (tmp_path / "out").exists()

    def test_refuses_another_form_in_the_same_folder(
        self, corpus: Path, tmp_path: Path
    ) -> None:
        """Runs of two forms are not mixed."""
        parse_corpus(corpus, tmp_path)
        with pytest.raises(InvalidValueError, match="part_size"):
            parse_corpus(corpus, tmp_path, part_size=7)

    def test_refuses_to_write_among_the_stories(self, tmp_path: Path) -> None:
        """Rows must not be taken for stories by the next call."""
        with pytest.raises(InvalidValueError, match="outside"):
            parse_corpus(tmp_path, tmp_path / "out")

    def test_lets_one_run_in(self, corpus: Path, tmp_path: Path) -> None:
        """A second run at the same time is refused."""
        pytest.importorskip("fcntl")
        with locked(tmp_path), pytest.raises(FolderInUseError, match="no run uses"):
            parse_corpus(corpus, tmp_path)

    def test_names_a_missing_extra(
        self, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Parquet without pyarrow is told at once."""
        monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
        with pytest.raises(MissingExtraError, match=r"newsmodel\[arrow\]"):
            parse_corpus(corpus, tmp_path, form="parquet")


@given(stories=st.lists(texts(), max_size=6), size=st.integers(1, 4))
def test_parts_change_nothing(stories: list[str], size: int) -> None:
    """However a corpus is cut, the rows are those of its stories, in order."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "stories.jsonl")
        lines = [json.dumps({"id": str(n), "text": t}) for n, t in enumerate(stories)]
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        parse_corpus(path, Path(folder, "out"), part_size=size)
        parts = sorted(Path(folder, "out").glob("mentions/*"))
        rows = [line for part in parts for line in part.read_bytes().splitlines()]

    expected = [
        json.loads(json.dumps(record))
        for number, text in enumerate(stories)
        for record in TABLES["mentions"].records(newsmodel.parse(text), str(number))
    ]
    assert [json.loads(row) for row in rows] == expected
