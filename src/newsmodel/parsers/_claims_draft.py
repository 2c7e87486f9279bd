"""A claim in the making, all in tokens."""

from __future__ import annotations

import attrs

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_forms import Cue
from newsmodel.parsers._claims_sources import Source, left_subject
from newsmodel.parsers._clauses import Clauses, Phrase
from newsmodel.tagging.evidence import CueSpan

CLAUSAL = frozenset(("clause", "quote"))
"""Frames of words that report a clause or a quotation."""


PARTIES = (c.NAME, c.WORD, c.DETERMINER, c.PRONOUN, c.NUMBER)
"""Letters that a person spoken to may begin with."""


@attrs.define(eq=False)
class Draft:
    """A claim in the making, all in tokens."""

    cue: Cue
    source: Source | None
    sentence: Phrase
    content: list[Phrase] = attrs.field(factory=list)
    target: Phrase | None = None
    pattern: str = ""
    link: str = ""
    """The word between cue and content: that, of, to ..., or none."""
    seen: CueSpan | None = None
    """What the tagger holds for this claim."""
    confidence: float | None = None
    """How sure it is, where the pattern alone does not tell."""

    @property
    def begin(self) -> int:
        """First token of source and cue together."""
        first = self.cue.first
        near = self.source is not None and self.source.how in ("own", "relative")
        return min(first, self.source.begin) if self.source and near else first


def opens_sentence(clauses: Clauses, at: int, first: int) -> bool:
    """Say whether nothing but "After" or "But in" stands before."""
    return at - first <= 2 and all(
        clauses.letters[t] in (c.PREPOSITION, c.ADVERB, c.CONJUNCTION)
        for t in range(first, at)
    )


def head_before(clauses: Clauses, draft: Draft) -> list[Phrase]:
    """What a reduced passive is about: "a charge denied by Tehran"."""
    cue = draft.cue
    source = left_subject(clauses, cue.first, draft.sentence.first)
    return [Phrase(source.first, source.stop)] if source else []


def ends_quotation(clauses: Clauses, at: int, first: int) -> bool:
    """
    Say whether a quotation that belongs to the words at a token ends before it.

    One that ends its own sentence with a full stop does not.
    """
    if at not in clauses.quote_firsts:
        return False
    return at != first or clauses.texts[at - 2] in "?!,"
