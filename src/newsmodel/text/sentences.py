"""Sentences as ranges of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsmodel.text.tokens import Tokens

STOPS = frozenset((".", "!", "?", "…"))
CLOSERS = frozenset(('"', "''", "”", "’", "'", ")", "]", "»"))
OPENERS = frozenset(('"', "``", "“", "‘", "(", "[", "«", "—", "-", "--", "''", "'"))
STARTERS = frozenset(
    "The A An He She It They We I In On At But And This That These Those There However "
    "His Her Its Their Our My If When While After Before As For With Meanwhile".split()
)
"""Words that open a sentence rather than go on after an abbreviation."""
TITLES = frozenset(
    "Mr. Mrs. Ms. Dr. Prof. St. Sen. Rep. Gov. Gen. Lt. Col. Maj. Capt. Sgt. Rev. Hon. "
    "Adm. No. vs. Mt. Ft.".split()
)
"""Abbreviations that never end a sentence."""


def find_sentences(tokens: Tokens, first: int, stop: int) -> list[tuple[int, int]]:
    """
    Split the tokens `first` to `stop` of a block into sentences, `[first, stop)` each.

    A full stop inside a quotation that the sentence goes on after ("No." he said)
    does not end it, since the next word has a small letter.  A closing mark belongs
    to the sentence when no white space stands before it.
    """
    texts, starts, ends_at = tokens
    sentences = []
    begin = at = first
    while at < stop:
        word = texts[at]
        at += 1
        if word in STOPS:
            while (
                at < stop
                and starts[at] == ends_at[at - 1]
                and (texts[at] in STOPS or texts[at] in CLOSERS)
            ):
                at += 1
            ends = _may_begin(texts, at, stop)
        else:
            ends = word[-1] == "." and _ends_abbreviation(texts, at, stop)
        if ends and at < stop:
            sentences.append((begin, at))
            begin = at
    if begin < stop:
        sentences.append((begin, stop))
    return sentences


def _may_begin(texts: list[str], at: int, stop: int) -> bool:
    while at < stop and texts[at] in OPENERS:
        at += 1
    return at < stop and not texts[at][0].islower()


def _ends_abbreviation(texts: list[str], at: int, stop: int) -> bool:
    if len(texts[at - 1]) < 3 or texts[at - 1] in TITLES or at >= stop:
        return False
    return texts[at] in STARTERS
