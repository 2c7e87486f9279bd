"""Equal-length normalisation: other characters, the same offsets."""

from __future__ import annotations

SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\t\v\f\ufeff"
)
LINE_ENDS = "\x1c\x1d\x1e\x85\u2028\u2029"
APOSTROPHES = "\u2019\u02bc\u00b4\u2032\uff07"
HYPHENS = "\u2010\u2011\u2212"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060"
"""Characters that may stand inside a word without being seen."""

_TABLE = str.maketrans(
    {
        **dict.fromkeys(SPACES, " "),
        **dict.fromkeys(LINE_ENDS, "\n"),
        **dict.fromkeys(APOSTROPHES, "'"),
        **dict.fromkeys(HYPHENS, "-"),
    }
)
_DROP = str.maketrans(dict.fromkeys(INVISIBLE))


def normalise(text: str) -> str:
    """
    Replace look-alikes one for one, so that every offset stays.

    No-break and other spaces, tabs and byte order marks become a space; CRLF becomes
    a space and a newline, a lone CR a newline; typographic apostrophes and closing
    single quotation marks become `'`; typographic hyphens and minus signs `-`.
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text.translate(_TABLE)


def visible(word: str) -> str:
    """Leave soft hyphens and zero-width characters out of a word."""
    return word if word.isascii() else word.translate(_DROP)
