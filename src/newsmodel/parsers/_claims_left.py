"""The content before source and cue."""

from __future__ import annotations

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_draft import CLAUSAL, PARTIES, Draft, ends_quotation
from newsmodel.parsers._claims_right import behind_tail
from newsmodel.parsers._clauses import Clauses, Phrase


def left_content(clauses: Clauses, draft: Draft, after: int) -> list[Phrase]:
    """Find the content before source and cue; none where it stands behind `after`."""
    cue, begin, first = draft.cue, draft.begin, draft.sentence.first
    if ends_quotation(clauses, begin, first):
        return _quoted_left(clauses, begin)
    if not CLAUSAL & cue.frames:
        return []
    if begin - 1 <= first or clauses.texts[begin - 1] != ",":
        return _as_left(clauses, draft, after)
    shared = draft.source is not None and draft.source.how == "shared"
    if cue.gerund or shared or not _closes(clauses, draft, after):
        return []
    if begin - 1 in clauses.quote_firsts:
        return _quoted_left(clauses, begin - 1)
    return _plain_left(clauses, begin, first)


def _closes(clauses: Clauses, draft: Draft, after: int) -> bool:
    """Say whether nothing but an addressee, a time or a place follows a cue."""
    stop = draft.sentence.stop
    whom = "whom" in draft.cue.frames and after < stop
    if whom and clauses.letters[after] in PARTIES:
        after = clauses.noun_phrase(after, stop).stop
    end = behind_tail(clauses, after, stop)
    return end >= stop or clauses.texts[end] in _CLOSING


_CLOSING = frozenset((",", ".", ";", "—", "–", "--", "!", "?"))


def _as_left(clauses: Clauses, draft: Draft, after: int) -> list[Phrase]:
    """The clause before ", as the mayor noted."."""
    begin, (first, stop) = draft.begin, draft.sentence
    if begin - 2 <= first or clauses.lower[begin - 1] != "as":
        return []
    ends = behind_tail(clauses, after, stop) >= stop - 1
    if clauses.texts[begin - 2] != "," or not ends:
        return []
    return _plain_left(clauses, begin - 1, first)


def _quoted_left(clauses: Clauses, stop: int) -> list[Phrase]:
    """The quotation that ends at a token, with the words before it in its sentence."""
    opening = clauses.quote_firsts[stop]
    first = clauses.sentence(opening).first
    between = opening - first
    apart = clauses.texts[opening - 1] in (",", ":", ")")
    if 0 < between <= c.RIGHT and not apart:
        return [Phrase(first, stop)]
    return [Phrase(opening, stop)]


def _plain_left(clauses: Clauses, begin: int, first: int) -> list[Phrase]:
    """The clause that ends with the comma before a source."""
    first = max(first, begin - c.RIGHT)
    end = begin - 1
    if end - first < 2:
        return []
    if clauses.letters[first] in (c.PREPOSITION, c.TIME) and not any(
        clauses.is_finite(at) for at in range(first, end)
    ):
        return []
    return [Phrase(first, end)]
