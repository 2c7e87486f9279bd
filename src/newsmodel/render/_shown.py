"""Characters that steer a page instead of being seen on it, made visible."""

from __future__ import annotations

_DIRECTIONS = {
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
}
"""The controls of UAX #9 that turn or wrap text beyond a word, by their short names."""
_PICTURES = 0x2400
"""Start of the Unicode block of pictures for the C0 controls, in the same order."""
_SURROGATES = range(0xD800, 0xE000)
_NONCHARACTERS = (
    *range(0xFDD0, 0xFDF0),
    *(plane << 16 | low for plane in range(17) for low in (0xFFFE, 0xFFFF)),
)
_LAID_OUT = frozenset(map(ord, "\t\n\r"))
_VISIBLE = (
    {code: f"[{name}]" for code, name in _DIRECTIONS.items()}
    | {code: chr(_PICTURES + code) for code in range(0x20) if code not in _LAID_OUT}
    | dict.fromkeys((*range(0x7F, 0xA0), *_SURROGATES, *_NONCHARACTERS), "\ufffd")
)


def shown(words: str) -> str:
    r"""
    Give words in which no control character, override or lone surrogate works.

    The marks of direction of a single word (LRM, RLM, ALM) stay, since honest texts
    in Arabic and Hebrew have them; those that could turn a whole line are spelled out.

    Examples:
        >>> shown("safe\u202etxt.exe\x07")
        'safe[RLO]txt.exe␇'
    """
    return words.translate(_VISIBLE)
