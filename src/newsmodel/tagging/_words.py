"""What is known of words, looked up once for each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from newsmodel.tagging.features import FLAGS, read_word

KEPT = 20_000
"""Words that are remembered; then all are forgotten and it begins anew."""
LONGEST = 40
"""A longer word, in code points, is looked up each time."""
COLUMNS = 6
"""Word, prefix, suffix, shape, lexicons, marks of the place."""


class Words:
    """
    Gives what is known of the tokens of a text.

    The memory is a dictionary that only grows until it is replaced, and each entry
    follows from the word alone: threads may share it.
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._vocabulary = {word: n for n, word in enumerate(vocabulary, start=1)}
        self._known: dict[str, bytes] = {}

    def read(
        self, texts: Sequence[str], flags: NDArray[np.uint8]
    ) -> tuple[NDArray[np.int32], NDArray[np.intp]]:
        """
        Look up tokens, each combination of word and marks once.

        Returns:
            The combinations, `[combinations, COLUMNS]`, and for each token its row.
        """
        numbers: dict[str, int] = {}
        number = [numbers.setdefault(text, len(numbers)) for text in texts]
        marks = np.packbits(flags, axis=1, bitorder="little")[:, 0]
        codes = np.array(number, dtype=np.intp) << FLAGS | marks
        kinds, index = np.unique(codes, return_inverse=True)
        words = np.frombuffer(self._rows(numbers), dtype=np.int32)
        rows = words.reshape(-1, COLUMNS)[kinds >> FLAGS]
        rows[:, -1] = kinds & ((1 << FLAGS) - 1)
        return rows, index.reshape(-1)

    def _rows(self, words: Mapping[str, int]) -> bytes:
        known = self._known
        if len(known) > KEPT:
            self._known = known = {}
        return b"".join([known.get(word) or self._look_up(word) for word in words])

    def _look_up(self, text: str) -> bytes:
        word = read_word(text, self._vocabulary)
        row = np.array([*word, 0], dtype=np.int32).tobytes()
        if len(text) <= LONGEST:
            self._known[text] = row
        return row
