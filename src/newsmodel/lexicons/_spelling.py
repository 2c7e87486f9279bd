"""One spelling for the many that a name has."""

from __future__ import annotations

import unicodedata
from typing import Final

_PLAIN: Final = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "\u0131": "i"}
    | {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "ħ": "h", "ə": "a", "Ə": "A"}
    | dict.fromkeys("‘’`\u02bb\u02bc\u02be\u02bf", "'")
)
"""Letters that do not come apart, and the apostrophes of many scripts."""


def plain(name: str) -> str:
    """Take the accents off a name."""
    if name.isascii():
        return name.replace("`", "'")
    parts = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return "".join(part for part in parts if not unicodedata.combining(part))


def folded(name: str) -> str:
    """Take the accents off a name and put it in lower case, as `gazetteer.tsv` does."""
    return plain(name).casefold()
