"""The tagger: from a `Document` to the evidence in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby
from os import PathLike
from pathlib import Path
from threading import Lock
from typing import final

import attrs
import numpy as np
from numpy.typing import NDArray

from newsmodel.tagging import features
from newsmodel.tagging._roles import Roles, marks
from newsmodel.tagging._sequences import Ints
from newsmodel.tagging._threads import ONE_THREAD
from newsmodel.tagging._words import Words
from newsmodel.tagging.decode import calibrate, find_cues, name_spans
from newsmodel.tagging.evidence import CueSpan, Evidence, NameSpan
from newsmodel.tagging.network import Network, States
from newsmodel.tagging.weights import Weights, read_weights
from newsmodel.text import Document

SHIPPED = Path(__file__).with_name("weights.bin")
"""The weights that come with the package."""
WINDOW = 256
"""Tokens of a paragraph that are read together."""
BATCH = 4096
"""Tokens that are read side by side."""
_LOCK = Lock()


@final
class Tagger:
    """
    Reads names, cues and the roles around them, with probabilities.

    A tagger never changes and keeps nothing of a text, so threads may share one; a
    pickled tagger is the path of its weights.

    Args:
        weights: What it has learned.
        path: The file that they came from, where it can be read again.

    Examples:
        >>> from newsmodel.tagging import Tagger
        >>> from newsmodel.text import Document
        >>> document = Document("Iran denied that it had sent drones to Russia.")
        >>> for cue in Tagger.shipped().read(document).cues:
        ...     print(document.words(cue.first, cue.stop).text)
        denied
    """

    def __init__(self, weights: Weights, path: Path | None = None) -> None:
        self._weights = weights
        self._path = path
        self._words = Words(weights.vocabulary)
        self._network = Network(weights)

    @classmethod
    def load(cls, path: str | PathLike[str]) -> Tagger:
        """
        Read the weights of a file.

        Raises:
            UnreadableFileError: There is no such file, or it cannot be opened.
            InvalidWeightsError: It does not hold weights for this version.
        """
        return cls(read_weights(path), Path(path))

    @staticmethod
    def shipped() -> Tagger:
        """Give the tagger of the package, the same one each time."""
        with _LOCK:
            return _shipped()

    def __repr__(self) -> str:
        return f"Tagger({str(self._path)!r})" if self._path else "Tagger()"

    def __reduce__(self) -> tuple[Callable[..., Tagger], tuple[Path, ...]]:
        if self._path is None:
            message = "a tagger can only be pickled when it was loaded from a file"
            raise TypeError(message)
        if self._path == SHIPPED:
            return Tagger.shipped, ()
        return Tagger.load, (self._path,)

    def read(self, document: Document) -> Evidence:
        """
        Read a text, each paragraph by itself.

        Paragraphs of more than `WINDOW` tokens are read in parts, cut between
        sentences where that is possible.  A text without tokens gives no evidence.
        """
        names: list[NameSpan] = []
        cues: list[CueSpan] = []
        flags = features.flags(document)
        with ONE_THREAD:
            for bounds in _batches(document):
                batch = self._states(document, flags, bounds)
                names += self._names(batch)
                cues += self._cues(batch)
        return Evidence(names=tuple(names), cues=tuple(cues))

    def _states(
        self, document: Document, flags: NDArray[np.uint8], bounds: list[int]
    ) -> _Batch:
        first, stop = bounds[0], bounds[-1]
        texts = document.tokens.texts[first:stop]
        kinds, index = self._words.read(texts, flags[first:stop])
        lengths = np.diff(np.array(bounds))
        return _Batch(
            first=first,
            lengths=lengths,
            states=self._network.read(kinds, index, lengths),
            marks=marks(texts),
            quoted=flags[first:stop, 0],
        )

    def _names(self, batch: _Batch) -> list[NameSpan]:
        calibration = self._weights.calibration.names
        return name_spans(batch.states.names, batch.lengths, calibration, batch.first)

    def _cues(self, batch: _Batch) -> list[CueSpan]:
        calibration = self._weights.calibration
        cues, spots = find_cues(batch.states.cues, batch.lengths, calibration.threshold)
        sure = calibrate(spots, *calibration.cues)
        found: list[CueSpan] = []
        for part, stop in _parts(cues.length):
            some, probabilities = cues[part:stop], sure[part:stop]
            roles = self._network.roles(batch.states, some)
            read = Roles(some, roles, batch.marks, batch.quoted)
            found += read.spans(probabilities, batch.first)
        return found


@attrs.frozen(kw_only=True, eq=False)
class _Batch:
    """Some paragraphs that follow one another, as the network has read them."""

    first: int
    """Number of the first token."""
    lengths: Ints
    """Tokens of each paragraph."""
    states: States
    marks: NDArray[np.uint8]
    """See `_roles.marks`."""
    quoted: NDArray[np.uint8]
    """1 inside a quotation."""


@cache
def _shipped() -> Tagger:
    return Tagger.load(SHIPPED)


def _batches(document: Document) -> Iterator[list[int]]:
    """Give the bounds of paragraphs that are read side by side, each with its end."""
    bounds: list[int] = []
    for first, stop in _windows(document):
        if bounds and (first > bounds[-1] or stop - bounds[0] > BATCH):
            yield bounds
            bounds = []
        bounds = bounds or [first]
        bounds.append(stop)
    if bounds:
        yield bounds


def _windows(document: Document) -> Iterator[tuple[int, int]]:
    """Give paragraphs that have a word, long ones cut between sentences if may be."""
    texts = document.tokens.texts
    sentences = [stop for _, stop in document.sentences]
    for block in document.blocks:
        first, stop = document.token_range(block.start, block.end)
        while first < stop:
            end = stop
            if stop - first > WINDOW:
                number = bisect_right(sentences, first + WINDOW) - 1
                cut = sentences[number] if number >= 0 else first
                end = cut if cut > first else first + WINDOW
            if any(text[0].isalpha() for text in texts[first:end]):
                yield first, end
            first = end


def _parts(lengths: Ints) -> Iterator[tuple[int, int]]:
    """Cut cues into parts whose paragraphs have `BATCH` tokens together, or so."""
    part = (np.cumsum(lengths) // BATCH).tolist()
    first = 0
    for _, group in groupby(part):
        stop = first + sum(1 for _ in group)
        yield first, stop
        first = stop
