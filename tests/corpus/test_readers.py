"""Stories from files and folders of all kinds."""

import csv
import gzip
import json
import re
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.corpus import Columns, Corpus, Failure, Limits, RawStory
from newsmodel.errors import (
    InvalidTypeError,
    InvalidValueError,
    MissingExtraError,
    UnreadableFileError,
)

TEXT = "Iran denied it.\n"
RECORDS = [
    {"id": "a", "text": TEXT, "published": "2023-06-10", "url": "https://a.example"},
    {"id": "b", "text": "The mayor said “no”.", "published": None, "url": None},
]


def write_lines(path: Path, *records: object) -> Path:
    """Write JSON Lines."""
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def stories(corpus: Corpus) -> list[RawStory]:
    """Read a corpus in which nothing is wrong."""
    found = list(corpus)
    assert [f for f in found if isinstance(f, Failure)] == []
    return [story for story in found if isinstance(story, RawStory)]


def reasons(corpus: Corpus) -> list[tuple[int | None, str]]:
    """Read a corpus and give the lines and reasons of what is wrong."""
    return [(f.line, f.reason) for f in corpus if isinstance(f, Failure)]


class TestFolders:
    """Folders and text files."""

    def test_gives_the_files_in_order_of_their_paths(self, tmp_path: Path) -> None:
        """Known suffixes count, at any depth; other files of a folder do not."""
        for name in ("b.txt", "a/z.txt", "a/c.TXT", "notes.pdf", "c.jsonl"):
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_text('{"text": "x"}', encoding="utf-8")

        names = [
            file.relative_to(tmp_path).as_posix() for file in Corpus(tmp_path).files
        ]
        assert names == ["a/c.TXT", "a/z.txt", "b.txt", "c.jsonl"]

    def test_names_a_story_by_its_file(self, tmp_path: Path) -> None:
        """The id of a text is its path."""
        path = tmp_path / "a.txt"
        path.write_text(TEXT, encoding="utf-8")
        (story,) = stories(Corpus(path, publisher="The Daily"))

        assert story.id == story.file == path.as_posix()
        assert (story.text, story.publisher, story.line) == (TEXT, "The Daily", None)

    def test_may_be_read_twice(self, tmp_path: Path) -> None:
        """Each iteration starts again, and knows how far it is."""
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        corpus = Corpus(tmp_path)

        assert list(corpus) == list(corpus)
        assert corpus.position == corpus.size == len(TEXT)

    def test_tells_of_binary_files(self, tmp_path: Path) -> None:
        """What is no text is a failure, and the others are read."""
        (tmp_path / "a.txt").write_bytes(b"\0\1\2")
        (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
        failure, story = Corpus(tmp_path)

        assert isinstance(failure, Failure)
        assert "binary" in failure.reason
        assert failure.file.endswith("a.txt")
        assert isinstance(story, RawStory)

    def test_refuses_what_is_not_there(self, tmp_path: Path) -> None:
        """A path that leads nowhere is a mistake of the caller."""
        with pytest.raises(UnreadableFileError, match="no-such"):
            Corpus(tmp_path / "no-such")

    @pytest.mark.parametrize(
        ("options", "error"),
        [
            ({"encoding": "klingon"}, InvalidValueError),
            ({"encoding": 8}, InvalidTypeError),
            ({"columns": "text"}, InvalidTypeError),
            ({"limits": 8}, InvalidTypeError),
        ],
    )
    def test_refuses_wrong_arguments(
        self, tmp_path: Path, options: dict[str, object], error: type[Exception]
    ) -> None:
        """A wrong argument is told at once."""
        with pytest.raises(error):
            Corpus(tmp_path, **options)
        with pytest.raises(InvalidTypeError, match="paths"):
            Corpus(8)


class TestEncodings:
    """Bytes to text."""

    @pytest.mark.parametrize(
        ("codec", "encoding"),
        [
            ("utf-8", None),
            ("utf-16", None),
            ("cp1252", None),
            ("utf-16-le", "utf-16-le"),
            ("iso8859-15", "iso8859-15"),
        ],
    )
    @pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv"])
    def test_reads_other_encodings(
        self, tmp_path: Path, codec: str, encoding: str | None, name: str
    ) -> None:
        """Each kind of file is read in each encoding."""
        text = "The café said: no. It was a long day in Málaga."
        contents = {
            "a.txt": text,
            "a.jsonl": json.dumps({"text": text}, ensure_ascii=False) + "\n",
            "a.csv": f"id,text\n1,{text}\n",
        }
        path = tmp_path / name
        path.write_bytes(contents[name].encode(codec))
        (story,) = stories(Corpus(path, encoding=encoding))

        assert story.text.removeprefix("\ufeff") == text

    def test_detects_an_encoding_when_asked(self, tmp_path: Path) -> None:
        """charset-normalizer is asked where bytes are no UTF-8, never by default."""
        pytest.importorskip("charset_normalizer")
        text = "Президент сказал, что мост безопасен, и что переговоры продолжатся."
        path = tmp_path / "a.txt"
        path.write_bytes(text.encode("cp1251"))

        assert stories(Corpus(path, encoding="detect"))[0].text == text
        assert stories(Corpus(path))[0].text != text

    def test_skips_the_mark_of_utf_8(self, tmp_path: Path) -> None:
        """A byte order mark is no part of the first name or record."""
        lines = tmp_path / "a.jsonl"
        lines.write_text('{"text": "x"}\n', encoding="utf-8-sig")
        table = tmp_path / "a.csv"
        table.write_text("text\nx\n", encoding="utf-8-sig")

        assert [story.text for story in stories(Corpus(tmp_path))] == ["x", "x"]


class TestRecords:
    """JSON Lines, CSV and Parquet."""

    @pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.tsv", "a.parquet"])
    def test_reads_the_same_stories(self, tmp_path: Path, name: str) -> None:
        """Whatever the kind of file, the stories are the same."""
        path = tmp_path / name
        if name == "a.jsonl":
            write_lines(path, *RECORDS)
        elif name == "a.parquet":
            arrow = pytest.importorskip("pyarrow")
            parquet = pytest.importorskip("pyarrow.parquet")
            parquet.write_table(arrow.Table.from_pylist(RECORDS), path)
        else:
            with path.open("w", encoding="utf-8", newline="") as file:
                dialect = "excel" if name == "a.csv" else "excel-tab"
                rows = csv.DictWriter(file, RECORDS[0].keys(), dialect=dialect)
                rows.writeheader()
                rows.writerows(RECORDS)

        found = [(s.id, s.text, s.published, s.url) for s in stories(Corpus(path))]
        assert found == [
            tuple(r[k] for k in ("id", "text", "published", "url")) for r in RECORDS
        ]

    def test_reads_named_columns(self, tmp_path: Path) -> None:
        """Columns may have other names; ids may be numbers."""
        path = write_lines(tmp_path / "a.jsonl", {"n": 7, "body": "x", "day": "2023"})
        columns = Columns(text="body", id="n", published="day")
        (story,) = stories(Corpus(path, columns=columns))

        assert (story.id, story.text, story.published) == ("7", "x", "2023")

    def test_names_a_story_by_its_line(self, tmp_path: Path) -> None:
        """Without an id, file and line name a story; empty lines count."""
        path = tmp_path / "a.jsonl"
        path.write_text('{"text": "x"}\n\n{"text": "y", "id": ""}\n', encoding="utf-8")

        ids = [story.id for story in stories(Corpus(path))]
        assert ids == [f"{path.as_posix()}:1", f"{path.as_posix()}:3"]

    def test_goes_on_behind_bad_lines(self, tmp_path: Path) -> None:
        """Each bad record has its line and its reason."""
        path = tmp_path / "a.jsonl"
        path.write_bytes(
            b'{"text": "fine"}\n{"text": \n[1]\n{"text": 3}\n\0\1\2\n'
            + b"[" * 100_000
            + b'\n{"id": "x"}\n{"text": "fine"}'
        )
        found = list(Corpus(path))

        assert sum(isinstance(f, RawStory) for f in found) == 2
        assert [line for line, _ in reasons(Corpus(path))] == [2, 3, 4, 5, 6, 7]
        words = " ".join(reason for _, reason in reasons(Corpus(path)))
        assert re.search("JSON.*object.*string, got 3.*binary.*JSON.*got None", words)

    def test_goes_on_behind_bad_rows(self, tmp_path: Path) -> None:
        """A row with too many cells is a failure; a text may hold line ends."""
        path = tmp_path / "a.csv"
        path.write_bytes(b'id,text\n1,"a\nb"\n2,x,y\n\n3,\0\1\2\n4,z\n')

        texts = [s.text for s in Corpus(path) if isinstance(s, RawStory)]
        assert texts == ["a\nb", "z"]
        assert [line for line, _ in reasons(Corpus(path))] == [4, 6]

    @pytest.mark.parametrize(
        ("content", "columns"),
        [("id,body\n1,x\n", Columns()), ("text\nx\n", Columns(published="day"))],
    )
    def test_tells_of_missing_columns(
        self, tmp_path: Path, content: str, columns: Columns
    ) -> None:
        """The text must be there, and each column that was asked for by name."""
        path = tmp_path / "a.csv"
        path.write_text(content, encoding="utf-8")
        ((_, reason),) = reasons(Corpus(path, columns=columns))

        assert "expected columns" in reason

    def test_leaves_the_limit_of_csv_alone(self, tmp_path: Path) -> None:
        """The limit of the module csv is that of the process, not ours."""
        path = tmp_path / "a.csv"
        path.write_text(f"text\n{'a ' * 100_000}\n", encoding="utf-8")

        assert len(stories(Corpus(path))[0].text) == 200_000
        assert csv.field_size_limit() == 131_072


class TestPacked:
    """Compressed files."""

    @pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.csv.GZ"])
    def test_unpacks_gzip(self, tmp_path: Path, name: str) -> None:
        """Text, JSON Lines and CSV may be packed."""
        contents = {"txt": "x", "jsonl": '{"text": "x"}\n', "csv": "text\nx\n"}
        path = tmp_path / name
        path.write_bytes(gzip.compress(contents[name.split(".")[1]].encode()))

        assert [story.text for story in stories(Corpus(tmp_path))] == ["x"]

    def test_unpacks_zstandard(self, tmp_path: Path) -> None:
        """So does the other kind, of several frames."""
        zstandard = pytest.importorskip("zstandard")
        path = write_lines(tmp_path / "a.jsonl", *RECORDS)
        packed = b"".join(
            zstandard.compress(line) for line in path.read_bytes().splitlines(True)
        )
        path.with_suffix(".jsonl.zst").write_bytes(packed)
        path.unlink()

        assert [story.id for story in stories(Corpus(tmp_path))] == ["a", "b"]

    def test_keeps_what_stands_before_a_break(self, tmp_path: Path) -> None:
        """A file that breaks off gives its whole records, then a failure."""
        records = [{"id": str(n), "text": f"{n} {n**9}" * 50} for n in range(2_000)]
        packed = gzip.compress(write_lines(tmp_path / "x", *records).read_bytes())
        (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
        *before, last = Corpus(tmp_path)

        assert len(before) > 100
        assert isinstance(last, Failure)
        assert "EOFError" in last.reason

    def test_stops_a_bomb(self, tmp_path: Path) -> None:
        """What unpacks to more than the limit is given up, in little memory."""
        packer = zlib.compressobj(9, wbits=31)
        zeros = b" " * 2**20
        packed = b"".join(packer.compress(zeros) for _ in range(64)) + packer.flush()
        for name in ("a.txt.gz", "b.jsonl.gz", "c.csv.gz"):
            (tmp_path / name).write_bytes(packed)
        limits = Limits(record=2**20, decompressed=2**23)
        found = reasons(Corpus(tmp_path, limits=limits))

        assert len(packed) < 2**17
        assert len(found) == 3
        assert all("at most" in reason for _, reason in found)


class TestLimits:
    """How large things may be."""

    def test_passes_over_long_lines(self, tmp_path: Path) -> None:
        """A line that is too long is one failure; the next one is read."""
        long = {"text": "a" * 500}
        path = write_lines(tmp_path / "a.jsonl", long, {"text": "x"}, long)
        corpus = Corpus(path, limits=Limits(record=100))

        assert [line for line, _ in reasons(corpus)] == [1, 3]
        assert [s.text for s in corpus if isinstance(s, RawStory)] == ["x"]

    def test_takes_a_line_of_just_that_length(self, tmp_path: Path) -> None:
        """The limit itself is allowed."""
        path = write_lines(tmp_path / "a.jsonl", {"text": "x"})
        size = path.stat().st_size

        assert len(stories(Corpus(path, limits=Limits(record=size)))) == 1
        assert len(reasons(Corpus(path, limits=Limits(record=size - 1)))) == 1

    @pytest.mark.parametrize("name", ["story", "record", "decompressed"])
    def test_must_be_positive(self, name: str) -> None:
        """A limit below 1 or of another type is refused."""
        with pytest.raises(InvalidValueError, match=name):
            Limits(**{name: 0})
        with pytest.raises(InvalidTypeError, match=name):
            Limits(**{name: "1"})


def test_names_a_missing_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that is not installed is the caller's to install, not a bad file."""
    (tmp_path / "a.jsonl.zst").write_bytes(b"")
    monkeypatch.setitem(__import__("sys").modules, "zstandard", None)
    with pytest.raises(MissingExtraError, match=r"newsmodel\[corpus\]"):
        list(Corpus(tmp_path))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder that examples of Hypothesis share."""
    return tmp_path_factory.mktemp("readers")


@given(
    content=st.binary(max_size=300),
    suffix=st.sampled_from(
        [".txt", ".jsonl", ".csv", ".parquet", ".jsonl.gz", ".csv.gz", ".txt.gz"]
    ),
)
def test_any_bytes_are_stories_or_failures(
    folder: Path, content: bytes, suffix: str
) -> None:
    """No content of a file raises."""
    if suffix == ".parquet":
        pytest.importorskip("pyarrow")
    path = folder / f"a{suffix}"
    path.write_bytes(content)

    assert all(isinstance(found, RawStory | Failure) for found in Corpus(path))
    path.write_bytes(gzip.compress(content))
    assert all(isinstance(found, RawStory | Failure) for found in Corpus(path))
