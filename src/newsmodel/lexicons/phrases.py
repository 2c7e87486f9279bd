"""Phrases, split into words as a text is split."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, TypeVar

from newsmodel.errors import InvalidLexiconError
from newsmodel.text.tokens import words as split_text

V = TypeVar("V")

Words: TypeAlias = tuple[str, ...]
"""A phrase split as the text is split: `("according", "to")`."""

Phrase: TypeAlias = str | Words
"""A phrase as people write it, or its words."""

ENTRIES = "a mapping from phrases to values"
_PHRASE = "a phrase of one or more words"


def split_phrase(phrase: object, *, fold_case: bool = False) -> Words:
    """
    Split a phrase into words; a tuple of words stays as it is.

    Args:
        phrase: A string or a tuple of words.
        fold_case: Whether to put the words in lower case.

    Raises:
        InvalidLexiconError: It is neither, or has no word, or has an empty one.
    """
    if isinstance(phrase, str):
        phrase = (phrase,) if _is_plain(phrase) else tuple(split_text(phrase))
    if not isinstance(phrase, tuple) or not phrase or not all(map(_is_word, phrase)):
        raise InvalidLexiconError(phrase, _PHRASE)
    return tuple(word.lower() for word in phrase) if fold_case else phrase


def split_keys(entries: Mapping[Phrase, V], *, fold_case: bool) -> dict[Words, V]:
    """
    Split the keys of a mapping; of two with the same words the later value stays.

    Raises:
        InvalidLexiconError: It is no mapping, or a key is no phrase.
    """
    if not isinstance(entries, Mapping):
        raise InvalidLexiconError(entries, ENTRIES)
    return {
        split_phrase(phrase, fold_case=fold_case): value
        for phrase, value in entries.items()
    }


def _is_plain(phrase: str) -> bool:
    return phrase.isascii() and phrase.isalpha()


def _is_word(word: object) -> bool:
    return isinstance(word, str) and bool(word)
