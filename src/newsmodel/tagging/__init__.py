"""
Learned evidence: from a `Document` to name, cue and role spans with probabilities.

`Tagger.shipped().read(document)` gives the `Evidence` of a text, in tokens.  NumPy is
loaded with the tagger, when one is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from newsmodel.tagging.evidence import (
    CueSpan,
    Evidence,
    EvidenceReader,
    NameKind,
    NameSpan,
    Tagged,
)

if TYPE_CHECKING:
    from newsmodel.tagging.tagger import Tagger

__all__ = [
    "CueSpan",
    "Evidence",
    "EvidenceReader",
    "NameKind",
    "NameSpan",
    "Tagged",
    "Tagger",
]


def __getattr__(name: str) -> object:
    """Load the tagger, and NumPy with it, when it is first asked for."""
    if name == "Tagger":
        return import_module("newsmodel.tagging.tagger").Tagger
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
