"""A name in a text that may be a place."""

from __future__ import annotations

from typing import NamedTuple

from newsmodel.lexicons.place import Places


class PlaceCandidate(NamedTuple):
    """Tokens `[first, stop)` that may name a place, and the places of that name."""

    first: int
    stop: int
    options: Places
    """Namesakes; the one meant stands alone once it is resolved."""
    adjectival: bool = False
    metonymic: bool = False
    told: bool = False
    """Whether only the words around say that it is a place."""
    learned: float = 0.0
    """Probability of a place that only the tagger knows."""
    confidence: float = 1.0
    short: bool = False
    """Whether it is an abbreviation: "Pa.", "PA"."""
