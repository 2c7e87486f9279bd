"""Whether a text is English prose at all."""

from __future__ import annotations

from typing import Final

from newsmodel.text import Document

_ENGLISH: Final = frozenset(
    "the of and to that for with from by they has said are".split()
)
"""Small words that no language nearby writes alike."""
_FEWEST: Final = 20
"""Words of a text from which the small ones among them can be counted."""
_SHARE: Final = 0.06
"""Share of small words below which a text is no English prose: that has .15 to .25."""


def is_english(document: Document) -> bool:
    """Say yes where a text has its share of small English words, or is too short."""
    words = [word for word in document.lower if word.isalpha()]
    small = sum(word in _ENGLISH for word in words)
    return len(words) < _FEWEST or small >= _SHARE * len(words)
