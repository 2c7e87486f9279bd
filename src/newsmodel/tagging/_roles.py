"""From the roles of tokens around cues to the spans of their sources and contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from newsmodel.tagging._sequences import Floats, Ints
from newsmodel.tagging.evidence import CueSpan, Tagged
from newsmodel.tagging.network import Cues

SPECK = 0.6
"""A role of one token that is less sure than this is left out."""
STOP, QUOTE = 1, 2
"""Marks that a span does not begin or end with, and those that may belong to it."""
_MARKS = {
    **dict.fromkeys(", ; : . ! ? - -- — – … .. ...".split(), STOP),
    **dict.fromkeys("\" '' `` “ ” „ « » ' ‘ ’".split(), QUOTE),
}


def marks(texts: Sequence[str]) -> NDArray[np.uint8]:
    """Tell marks from words."""
    return np.array([_MARKS.get(text, 0) for text in texts], dtype=np.uint8)


class Roles:
    """
    Reads the roles of the cues of some paragraphs.

    Args:
        cues: The cues.
        probabilities: What `Network.roles` gave for them.
        kinds: See `marks`, for all tokens of the paragraphs.
        quoted: For the same tokens, whether they stand inside a quotation.
    """

    def __init__(
        self,
        cues: Cues,
        probabilities: Floats,
        kinds: NDArray[np.uint8],
        quoted: NDArray[np.uint8],
    ) -> None:
        self._cues = cues
        self._starts = np.cumsum(cues.length) - cues.length
        self._probabilities = probabilities
        self._cue = np.repeat(np.arange(len(cues.length)), cues.length)
        within = np.arange(len(self._cue)) - self._starts[self._cue]
        token = cues.start[self._cue] + within
        self._own = (token >= cues.first[self._cue]) & (token < cues.stop[self._cue])
        self._kinds = kinds[token]
        self._quoted = quoted[token]

    def spans(self, sure: Sequence[float], shift: int) -> list[CueSpan]:
        """Give the cues with their roles, tokens counted from `shift`."""
        cues = self._cues
        found: list[tuple[list[Tagged], list[Tagged]]] = [([], []) for _ in cues.first]
        moves = (cues.start - self._starts + shift).tolist()
        for number, label, first, stop, mean in self._runs():
            move = moves[number]
            span = Tagged(first=first + move, stop=stop + move, probability=mean)
            found[number][label - 1].append(span)
        return [
            CueSpan(
                first=first + shift,
                stop=stop + shift,
                probability=p,
                sources=tuple(sources),
                contents=tuple(contents),
            )
            for first, stop, p, (sources, contents) in zip(
                cues.first.tolist(),
                cues.stop.tolist(),
                sure,
                found,
                strict=True,
            )
        ]

    def _labels(self) -> Ints:
        """Give the role of each row; holes of one mark are filled."""
        labels: Ints = self._probabilities.argmax(axis=1)
        labels[self._own] = 0
        if len(labels) > 2:
            before, here, after = labels[:-2], labels[1:-1], labels[2:]
            hole = (here == 0) & (before == after) & (self._cue[:-2] == self._cue[2:])
            hole &= (self._kinds[1:-1] > 0) & ~self._own[1:-1]
            here[hole] = before[hole]
        return labels

    def _runs(self) -> Iterator[tuple[int, int, int, int, float]]:
        """Give cue, role, rows `[first, stop)` and probability of each span."""
        labels = self._labels()
        keys = self._cue * 4 + labels
        bounds = np.concatenate([[0], np.flatnonzero(np.diff(keys)) + 1, [len(keys)]])
        firsts, stops = bounds[:-1], bounds[1:]
        held = labels[firsts] > 0
        cut = [
            self._cut(first, stop)
            for first, stop in zip(
                firsts[held].tolist(), stops[held].tolist(), strict=True
            )
        ]
        total = np.zeros((len(labels) + 1, self._probabilities.shape[1]))
        np.cumsum(self._probabilities, axis=0, out=total[1:])
        for first, stop in cut:
            if first >= stop:
                continue
            label = int(labels[first])
            mean = (total[stop, label] - total[first, label]) / (stop - first)
            if stop - first > 1 or mean >= SPECK:
                yield int(self._cue[first]), label, first, stop, round(float(mean), 4)

    def _cut(self, first: int, stop: int) -> tuple[int, int]:
        """Leave out marks at the ends that do not belong to a span."""
        while first < stop and self._loose(first, first + 1 < stop and first + 1):
            first += 1
        while first < stop and self._loose(stop - 1, stop - 2 >= first and stop - 2):
            stop -= 1
        return first, stop

    def _loose(self, row: int, beside: int) -> bool:
        """Say whether a mark does not belong to the token beside it in the span."""
        kind = self._kinds[row]
        return kind == STOP or (kind == QUOTE and not (beside and self._quoted[beside]))
