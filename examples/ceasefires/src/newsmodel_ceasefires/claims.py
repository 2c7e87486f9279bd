"""Claims, with the verbs of those who talk by radio."""

from __future__ import annotations

from typing import ClassVar

from newsmodel.lexicons import Lexicon
from newsmodel.parsers import ClaimParser


class RadioClaimParser(ClaimParser):
    """Knows verbs that newsmodel leaves out, since elsewhere they seldom report."""

    cues: ClassVar[Lexicon[str]] = ClaimParser.cues | {
        "radioed": "statement clause noun",
        "relayed": "statement clause noun",
        "signalled": "statement clause",
    }
