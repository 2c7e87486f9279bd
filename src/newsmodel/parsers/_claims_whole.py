"""Contents of the evidence, made whole: no holes, no end in the middle of a phrase."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._clauses import Clauses, Phrase

_HOLE: Final = 4
"""How many tokens may be missing between two parts of one content."""
_SHORT: Final = 2
_OPENING = frozenset("if when while although though because once unless".split())
"""Words that a sentence opens with whose main clause follows."""
_OPEN = (c.SUBORDINATOR, c.PREPOSITION, c.DETERMINER, c.CONJUNCTION)
"""Letters of words that something must follow."""


def whole(
    clauses: Clauses, parts: Iterable[Phrase], own: Collection[int]
) -> list[Phrase]:
    """
    Give the parts of a content in order, each whole.

    Args:
        clauses: The story.
        parts: What the tagger holds for the content.
        own: The tokens of cue and source, which stand in no content.
    """
    found: list[Phrase] = []
    for part in sorted(parts):
        if found and _is_hole(range(found[-1].stop, part.first), own):
            found[-1] = Phrase(found[-1].first, part.stop)
        else:
            found.append(part)
    taken = {p.first for p in found} | set(own)
    return [_ended(clauses, _finished(clauses, p, taken), own) for p in found]


def _ended(clauses: Clauses, part: Phrase, own: Collection[int]) -> Phrase:
    """End a content where the main clause begins: "If Lee says so|, he is wrong"."""
    first = clauses.sentence(part.first).first
    before = range(first, min(own))
    behind = clauses.lower[first] in _OPENING and max(own) < part.first
    if not behind or len(before) > c.LEFT or any(map(clauses.is_stop, before)):
        return part
    for at in range(part.first, part.stop - 1):
        if clauses.texts[at] == "," and not clauses.quoted[at]:
            subject = clauses.noun_phrase(at + 1, part.stop)
            if subject.stop > at + 1 and clauses.is_finite(subject.stop):
                return Phrase(part.first, at)
    return part


def _is_hole(between: range, own: Collection[int]) -> bool:
    return len(between) <= _HOLE and not any(t in own for t in between)


def _finished(clauses: Clauses, part: Phrase, taken: Collection[int]) -> Phrase:
    """Go back to whose it is, and on to the next mark behind "when" or "the"."""
    first, stop = part
    begin = clauses.sentence(stop - 1).first
    if first < begin and clauses.quoted[first] and not clauses.quoted[begin]:
        first = begin  # who says this has not said the quotation before
    if clauses.letters[first] == c.POSSESSIVE:
        begin = clauses.sentence(first).first
        while (
            first > begin
            and clauses.letters[first - 1] == c.NAME
            and first - 1 not in taken
        ):
            first -= 1
    part = Phrase(first, stop)
    if stop - first <= _SHORT or clauses.letters[stop - 1] not in _OPEN:
        return part
    end = clauses.sentence(stop - 1).stop
    while stop < end and not (
        stop in taken or clauses.is_stop(stop) or stop in clauses.quote_stops
    ):
        stop += 1
    return Phrase(first, stop)
