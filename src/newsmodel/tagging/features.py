"""What the tagger sees of a token: its form, affixes, shape, lexicons and place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from newsmodel.text import Document

VERSION = 1
"""Grows with every change here after which older weights would read nonsense."""
BUCKETS = 4096
"""Buckets for prefixes, and as many for suffixes; 0 is for none."""
SHAPES = 12
"""Number of shapes of words; 0 is for a hidden word."""
BITS = 8
"""Number of lexicons that a word is looked up in."""
FLAGS = 5
"""Number of marks of a token's place."""

_MARKS = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "''": '"', "``": '"'}
_ZEROS = str.maketrans("123456789", "000000000")


class Word(NamedTuple):
    """What the tagger knows of a word wherever it stands, as numbers."""

    word: int
    prefix: int
    suffix: int
    shape: int
    bits: int


def form(word: str) -> str:
    """Give the form that word vectors are kept under: lower case, digits as 0."""
    return _MARKS.get(word) or word.lower().translate(_ZEROS)


def read_word(word: str, vocabulary: Mapping[str, int]) -> Word:
    """Look a word up; 0 stands for what is not known."""
    known = form(word)
    return Word(
        vocabulary.get(known, 0),
        _bucket(known[:3]),
        _bucket(known[-3:]),
        shape(word),
        _bits(word),
    )


def _bucket(affix: str) -> int:
    return crc32(affix.encode("utf-8", "surrogatepass")) % (BUCKETS - 1) + 1


def shape(word: str) -> int:
    """Classify a word by its letters: one of `SHAPES`, from 1."""
    if not word[0].isalnum():
        return 1
    if word[0].isdigit():
        return 2 if not any(c.isalpha() for c in word) else 3
    if word.islower():
        return 4
    if word[0].isupper():
        return _capital_shape(word)
    return 5 if any(c.isupper() for c in word) else 6


def _capital_shape(word: str) -> int:
    letters = [c for c in word if c.isalpha()]
    if len(letters) == 1:
        return 7
    if word.isupper():
        return 8 if "." in word else 9
    return 10 if word[1:].islower() or not any(map(str.isupper, letters[1:])) else 11


def _bits(word: str) -> int:
    lower = word.lower()
    found = 0
    for number, words in enumerate(_lexicons()):
        if word in words or (number >= _FOLDED and lower in words):
            found |= 1 << number
    return found


_FOLDED = 4
"""From this lexicon on, capitals are ignored."""


@cache
def _lexicons() -> tuple[frozenset[str], ...]:
    """Give the words of each lexicon, as they were when the network was trained."""
    lines = Path(__file__).with_name("lexicons.tsv").read_text("utf-8").splitlines()
    _, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(frozenset(words.split()) for _, words in rows)


def flags(document: Document) -> NDArray[np.uint8]:
    """
    Mark all tokens of a text by their place.

    Returns:
        An array `[tokens, FLAGS]` of 0 and 1: inside a quotation, first of a
        sentence, directly behind the token before, in a block written in capitals,
        in a block without a mark at its end.
    """
    texts, starts, ends = document.tokens
    found = np.zeros((len(texts), FLAGS), dtype=np.uint8)
    found[:, 0] = np.frombuffer(document.quoted, dtype=np.uint8)
    found[[first for first, _ in document.sentences], 1] = 1
    found[1:, 2] = np.array(starts[1:]) == np.array(ends[:-1])
    for block in document.blocks:
        first, stop = document.token_range(block.start, block.end)
        if first < stop:
            found[first:stop, 3] = _shouts(texts[first:stop])
            found[first:stop, 4] = texts[stop - 1] not in _ENDS
    return found


def _shouts(texts: Sequence[str]) -> bool:
    """Say whether capitals tell little: "PM SAYS NO", "Premier Says No"."""
    words = [t for t in texts if len(t) > 3 and t[0].isalpha()]
    return len(words) > 1 and 4 * sum(w[0].isupper() for w in words) >= 3 * len(words)


_ENDS = frozenset(".!?\"”’':…")
