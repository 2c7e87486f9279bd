"""
Words of time expressions as categories, one character a token.

A sentence becomes a string of categories, so that an order of words is a regular
expression over them: fast, linear and readable ("the? last count unit").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsmodel.lexicons import Lexicon

OTHER: Final = "."
"""The character of a token that has no category."""
MORE: Final = "~"
"""The character of the second and later tokens of a phrase."""

_DIGITS: Final = (
    ("year", re.compile(r"[12]\d{3}$")),
    ("number", re.compile(r"\d{1,3}(?:,\d{3})*$|\d{5,9}$")),
    ("decimal", re.compile(r"\d{1,2}\.\d{1,2}$")),
    ("fraction", re.compile(r"1/[234]$")),
    ("ordinal", re.compile(r"\d{1,3}(?:st|nd|rd|th)$")),
    ("decade", re.compile(r"(?:1\d|20)?\d0s$")),
    ("clock", re.compile(r"[012]?\d:[0-5]\d(?::[0-5]\d)?$")),
    ("ampmclock", re.compile(r"[01]?\d(?:[:.][0-5]\d)?[ap]m$")),
    ("slashes", re.compile(r"\d{1,4}([/.])\d{1,2}\1\d{1,4}$")),
)
_NAME = re.compile(r"[a-z_]+")
_LAST_CHANCE = 12
"""Longest digit token, in code points, that can be a date or a number."""


class Vocabulary(dict[str, str]):
    """
    Categories of words, each a character; a plain look-up that knows numbers too.

    Args:
        words: Category and meaning by word or phrase, in lower case.
    """

    def __init__(self, words: Lexicon[tuple[str, str]]) -> None:
        super().__init__()
        names = [name for name, _ in _DIGITS]
        names += [name for _, (name, _) in words.items()]
        unique = dict.fromkeys(names)
        self.chars = {name: chr(0xC0 + at) for at, name in enumerate(unique)}
        """Character by category."""
        self.names = {char: name for name, char in self.chars.items()}
        """Category by character."""
        self.words = words
        """The lexicon."""
        self.openers = frozenset(key[0] for key in words if len(key) > 1)
        """First words of phrases."""
        self.meanings: dict[str, str] = {}
        """Meaning by single word."""
        for key, (name, meaning) in words.items():
            if len(key) == 1:
                self[key[0]] = self.chars[name]
                self.meanings[key[0]] = meaning

    def __missing__(self, word: str) -> str:
        if not word[0].isdigit() or len(word) > _LAST_CHANCE or not word.isascii():
            return OTHER
        for name, pattern in _DIGITS:
            if pattern.match(word):
                return self.chars[name]
        return OTHER

    def categorise(self, lower: Sequence[str]) -> str:
        """Give one character a word of a sentence."""
        line = "".join([self[word] for word in lower])
        if self.openers.isdisjoint(lower):
            return line
        return self._join_phrases(line, lower)

    def _join_phrases(self, line: str, lower: Sequence[str]) -> str:
        chars = list(line)
        at = 0
        while at < len(lower):
            found = self.words.longest(lower, at) if lower[at] in self.openers else None
            if found is None or found[0] == 1:
                at += 1
                continue
            size, (name, _) = found
            chars[at : at + size] = self.chars[name] + MORE * (size - 1)
            at += size
        return "".join(chars)

    def meaning(self, lower: Sequence[str], first: int, stop: int) -> str:
        """Give the meaning of the word or phrase at these places."""
        if stop - first == 1:
            return self.meanings.get(lower[first], lower[first])
        return self.words[tuple(lower[first:stop])][1]

    def pattern(self, order: str, macros: dict[str, str]) -> str:
        """Turn an order of categories and macros into a regular expression."""

        def expand(match: re.Match[str]) -> str:
            name = match.group()
            if name in macros:
                return f"(?:{self.pattern(macros[name], macros)})"
            if name not in self.chars:
                return "(?!)"
            return f"(?:{self.chars[name]}{MORE}*)"

        grouped = order.replace("(", "(?:").replace("(?:?", "(?")
        return "".join(_NAME.sub(expand, grouped).split())
