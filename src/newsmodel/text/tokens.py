"""
Tokens: words, numbers and marks with their places.

Three parallel lists rather than objects: the fastest form that CPython offers.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsmodel.text.normalise import INVISIBLE, normalise, visible

_TOKEN = re.compile(
    rf"""
    (?:[A-Za-z]\.){{2,}}                             # U.S.  p.m.  J.K.
  | \d+(?:[.,:/]\d+)*(?:[^\W\d_]+)?                  # 1,000  10:30  10/6/2023  20th
  | '[sS](?!\w)                                      # the possessive
  | [^\W_]+(?:'(?![sS](?!\w))[^\W_]+|[{INVISIBLE}]+[^\W_]+)*   # O'Neill  didn't
  | ''|``|--+|\.\.+                                  # marks of several characters
  | [^\s{INVISIBLE}]
    """,
    re.VERBOSE,
)

ABBREVIATIONS = frozenset(
    "Mr Mrs Ms Dr Prof St Sen Rep Gov Gen Lt Col Maj Capt Sgt Cpl Adm Cmdr Rev Hon Jr "
    "Sr Messrs Mt Ft No Inc Corp Co Ltd vs etc Jan Feb Mar Apr Jun Jul Aug Sept Sep "
    "Oct Nov Dec Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass "
    "Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo approx "
    "est Pres Supt Det Insp Sec Amb Brig Pvt Atty Mex Bros Vol Fig Eq cf al".split()
)
"""Words that keep the full stop behind them."""


class Tokens(NamedTuple):
    """Tokens of a text in parallel lists: `texts[i]` stands at `starts[i]:ends[i]`."""

    texts: list[str]
    """Words without invisible characters, apostrophes straight."""
    starts: list[int]
    """First code points."""
    ends: list[int]
    """Code points after the last ones."""


def tokenise(clean: str) -> Tokens:
    """
    Split a normalised text into tokens, in one pass, in linear time.

    Hyphenated words are split at the hyphen ("Iranian", "-", "made"), possessives at
    the apostrophe ("Trump", "'s"); abbreviations keep their full stop.
    """
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _TOKEN.finditer(clean):
        word = found.group()
        start, end = found.span()
        if word == "." and _abbreviates(clean, texts, ends, start):
            texts[-1] += "."
            ends[-1] = end
            continue
        texts.append(visible(word))
        starts.append(start)
        ends.append(end)
    return Tokens(texts, starts, ends)


def _abbreviates(clean: str, texts: list[str], ends: list[int], stop: int) -> bool:
    """Say whether a full stop belongs to the word before it."""
    if not ends or ends[-1] != stop:
        return False
    word = texts[-1]
    if word == "No":
        return clean[stop + 2 : stop + 3].isdigit()
    return word in ABBREVIATIONS or (len(word) == 1 and word.isupper())


def words(text: str) -> list[str]:
    """Split a phrase as a text would be split."""
    return tokenise(normalise(text)).texts
