"""A corpus into a folder of flat tables: in parts, resumable, the same every time."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from newsmodel._version import __version__
from newsmodel.corpus._lock import locked
from newsmodel.corpus._parsing import StoryParser
from newsmodel.corpus._parts import (
    Done,
    Part,
    PartWriter,
    cut,
    read_note,
    remove_from,
)
from newsmodel.corpus._pool import checked_workers, spread
from newsmodel.corpus._sources import load_arrow
from newsmodel.corpus._tables import FORMATS, whole_file
from newsmodel.corpus.readers import Corpus
from newsmodel.corpus.stories import checked
from newsmodel.errors import InvalidValueError

if TYPE_CHECKING:
    from newsmodel.parsers import ArticleParser


@attrs.frozen(kw_only=True)
class Progress:
    """How far a run is."""

    stories: int = 0
    """Stories in the tables, those of an earlier try too."""
    failures: int = 0
    """What could not be read."""
    words: int = 0
    """Words of the stories, as `str.split` counts them."""
    resumed: int = 0
    """How many of the stories an earlier try had read."""
    done: int = 0
    """Bytes of the corpus that are done, as they lie on the disk."""
    skipped: int = 0
    """How many of these an earlier try had done."""
    size: int = 0
    """Bytes of the corpus."""

    def after(self, part: Part, done: Done, *, resumed: bool) -> Progress:
        """Count a part that is done."""
        return attrs.evolve(
            self,
            stories=self.stories + done.stories,
            failures=self.failures + done.failures,
            words=self.words + done.words,
            resumed=self.resumed + done.stories * resumed,
            done=self.done + part.size,
            skipped=self.skipped + part.size * resumed,
        )


def parse_corpus(  # noqa: PLR0913 - one job, many ways to do it
    corpus: Corpus | str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    form: str = "jsonl",
    workers: int | None = 1,
    part_size: int = 1_000,
    parser: ArticleParser | None = None,
    on_progress: Callable[[Progress], object] | None = None,
    start_method: str | None = None,
) -> Progress:
    """
    Read a corpus and write its flat tables, in parts of some stories each.

    `folder/claims/part-000000.jsonl` and so on, a folder for each table of
    `newsmodel.exports.tables`, whose column `story` is the id of the story; what could
    not be read is in `folder/failures`.  The files are the same byte for byte,
    whatever the number of workers and however often the run was cut off.

    A part is done when a note with the hash of its stories is in `folder/_done`.  So a
    run that was cut off, even by `kill -9`, is gone on with by the same call; parts
    whose stories have changed since, or whose reader has (another version of
    newsmodel, another parser), are read again.

    Args:
        corpus: The stories, or the path of a file or a folder.
        folder: Where to; made where it is not there.
        form: "jsonl", or "parquet" with the extra `arrow`.
        workers: How many processes; 1 reads in this one, None is one for each core.
        part_size: How many stories a part has at most; the first parts have ten, later
            ones more and more.
        parser: Another than the plain `ArticleParser()`.
        on_progress: Told how far the run is, after each part.
        start_method: "fork", "spawn", "forkserver", or None for Python's own choice.

    Returns:
        The counts at the end.

    Raises:
        InvalidTypeError: If an argument has the wrong type.
        InvalidValueError: If an argument is out of range, the folder lies inside the
            corpus, or holds a run with another `form` or `part_size`.
        UnreadableFileError: If the corpus leads nowhere.
        MissingExtraError: If a library is missing.
        FolderInUseError: If another run writes there now.
        LostWorkerError: If a worker process dies; call again to go on.
        OSError: If a file cannot be written.
    """
    corpus = corpus if isinstance(corpus, Corpus) else Corpus(corpus)
    checked(part_size, int, "an integer", "part_size")
    if part_size < 1:
        raise InvalidValueError(part_size, "1 or more", "part_size")
    if form not in FORMATS:
        raise InvalidValueError(form, f"one of {sorted(FORMATS)}", "form")
    if form == "parquet":
        load_arrow()
    count = checked_workers(workers, "workers")
    into = _outside(Path(folder), corpus)
    reader = StoryParser(parser, corpus.limits)
    writer = PartWriter(reader, into, form, _settings(reader, form))
    with locked(into):
        _claim(into, form, part_size)
        run = _Run(corpus, writer, part_size)
        for progress in run.steps(count, start_method):
            if on_progress is not None:
                on_progress(progress)
        remove_from(into, run.parts)
    return run.progress


class _Run:
    """One call of `parse_corpus`."""

    def __init__(self, corpus: Corpus, writer: PartWriter, part_size: int) -> None:
        self.progress = Progress(size=corpus.size)
        self.parts = 0
        self._corpus = corpus
        self._writer = writer
        self._size = part_size

    def steps(self, workers: int, start_method: str | None) -> Iterator[Progress]:
        """Do all parts that are not done; give how far the run is after each."""
        results = spread(
            self._writer,
            self._left(),
            workers=workers,
            ordered=False,
            start_method=start_method,
        )
        for part, done in results:
            self.progress = self.progress.after(part, done, resumed=False)
            yield self.progress
        yield self.progress

    def _left(self) -> Iterator[Part]:
        writer = self._writer
        for part in cut(self._corpus, self._size):
            self.parts = part.number + 1
            done = read_note(writer.folder, part, writer.settings)
            if done is None:
                yield part
            else:
                self.progress = self.progress.after(part, done, resumed=True)


def _settings(reader: StoryParser, form: str) -> str:
    """Say all that the rows of a story depend on but the story."""
    return repr((__version__, form, reader.parser, reader.limits.story))


def _outside(folder: Path, corpus: Corpus) -> Path:
    """Refuse to write where stories are read, lest the rows be taken for stories."""
    for path in corpus.paths:
        if path.is_dir() and folder.resolve().is_relative_to(path.resolve()):
            raise InvalidValueError(
                os.fspath(folder), f"a folder outside {path}", "folder"
            )
    return folder


def _claim(folder: Path, form: str, part_size: int) -> None:
    """Note the form of a run in its folder, or check that it is the same."""
    note = folder / "_run.json"
    ours = {"form": form, "part_size": part_size}
    if note.exists():
        theirs = json.loads(note.read_bytes())
        if theirs != ours:
            expectation = f"{theirs} as in the run that is there"
            raise InvalidValueError(ours, expectation, os.fspath(folder))
        return
    with whole_file(note) as file:
        file.write(json.dumps(ours).encode())
