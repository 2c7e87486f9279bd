"""A run in parts: each is some stories in their order, known by what they say."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import attrs

from newsmodel.corpus._parsing import StoryParser
from newsmodel.corpus._tables import table_files, whole_file, write_failures
from newsmodel.corpus.readers import Corpus
from newsmodel.corpus.stories import Failure, RawStory

_CHARACTERS = 4_000_000
"""A part is cut behind so many code points, so that few stories wait in memory."""
_FIRST, _ALIKE, _DOUBLINGS = 10, 32, 20
"""The first parts have so many stories; each so many parts, twice as many."""
DONE = "_done"
"""The folder with a note on each part that is done."""


@attrs.frozen
class Part:
    """Some stories of a run, in their order."""

    number: int
    """From 0, in order of the run."""
    stories: tuple[RawStory | Failure, ...]
    """The stories, and what could not be read among them."""
    size: int
    """Bytes of the corpus that it was read from, as they lie on the disk."""

    @property
    def name(self) -> str:
        """What its files are called, but for the suffix."""
        return f"part-{self.number:06}"

    def digest(self, settings: str) -> str:
        """Hash what is read and how."""
        state = hashlib.sha256(settings.encode())
        for story in self.stories:
            state.update(repr(attrs.astuple(story, recurse=False)).encode())
        return state.hexdigest()


@attrs.frozen
class Done:
    """What is noted of a part when all its files are there."""

    digest: str
    stories: int
    failures: int
    words: int


@attrs.frozen
class PartWriter:
    """Reads the stories of a part and writes their tables."""

    reader: StoryParser
    folder: Path
    form: str
    settings: str

    def __call__(self, part: Part) -> tuple[Part, Done]:
        """Write a part: first its tables, last the note that it is done."""
        note = note_path(self.folder, part)
        note.unlink(missing_ok=True)
        done = self._write(part)
        with whole_file(note) as file:
            file.write(json.dumps(attrs.asdict(done)).encode())
        return attrs.evolve(part, stories=()), done

    def _write(self, part: Part) -> Done:
        failures: list[Failure] = []
        stories = words = 0
        with table_files(self.folder, part.name, self.form) as writers:
            for found in self.reader.parse(part.stories):
                if isinstance(found, Failure):
                    failures.append(found)
                    continue
                story, article = found
                for table, writer in writers.items():
                    writer.write(table.rows(article, story.id))
                stories += 1
                words += len(story.text.split())
        write_failures(self.folder, part.name, failures)
        return Done(part.digest(self.settings), stories, len(failures), words)


def cut(corpus: Corpus, most: int) -> Iterator[Part]:
    """
    Cut a corpus into parts; the same corpus is always cut in the same places.

    Parts grow from 10 stories to `most`, so that few stories are shared evenly by many
    workers, and many stories do not make many files.
    """
    waiting: list[RawStory | Failure] = []
    characters = number = before = 0
    for story in corpus:
        waiting.append(story)
        characters += len(story.text) if isinstance(story, RawStory) else 0
        if len(waiting) >= _size(number, most) or characters >= _CHARACTERS:
            yield Part(number, tuple(waiting), corpus.position - before)
            waiting, characters, number = [], 0, number + 1
            before = corpus.position
    if waiting:
        yield Part(number, tuple(waiting), corpus.position - before)


def _size(number: int, most: int) -> int:
    return min(most, _FIRST << min(number // _ALIKE, _DOUBLINGS))


def note_path(folder: Path, part: Part) -> Path:
    """Say where the note on a part is."""
    return folder / DONE / f"{part.name}.json"


def read_note(folder: Path, part: Part, settings: str) -> Done | None:
    """Give the note on a part, if it is done and was read from the same stories."""
    try:
        note = json.loads(note_path(folder, part).read_bytes())
        done = Done(**note)
    except (OSError, ValueError, TypeError):
        return None
    return done if done.digest == part.digest(settings) else None


def remove_from(folder: Path, count: int) -> None:
    """Remove the parts of an earlier, longer run: those with a number from `count`."""
    for path in sorted(folder.glob("*/part-*"), key=lambda p: p.parent.name != DONE):
        number = path.stem.removeprefix("part-")
        if number.isdecimal() and int(number) >= count:
            path.unlink()
