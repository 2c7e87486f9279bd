"""Whose a cue is: its own subject, one behind it, or one that it shares."""

from __future__ import annotations

from newsmodel.parsers import _claims_agents as agents
from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_draft import (
    CLAUSAL,
    Draft,
    ends_quotation,
    opens_sentence,
)
from newsmodel.parsers._claims_forms import Cue
from newsmodel.parsers._claims_sources import Source, left_subject
from newsmodel.parsers._clauses import Clauses, Phrase


def find_source(
    clauses: Clauses, cue: Cue, sentence: Phrase, before: list[Draft]
) -> Source | None:
    """
    Find who or what a cue belongs to; None where the text names nobody.

    `before` are the drafts of earlier cues of the sentence, whose source may be shared.
    """
    if "seem" in cue.frames:
        return None
    if cue.passive:
        return agents.by_subject(clauses, cue.stop, sentence.stop)
    behind = ends_quotation(clauses, cue.first, sentence.first)
    if cue.gerund and not behind:
        return _gerund_source(clauses, cue, sentence, before)
    if cue.first == sentence.first or behind:
        return agents.right_subject(clauses, cue.stop, sentence.stop)
    return _finite_source(clauses, cue, sentence, before)


def _finite_source(
    clauses: Clauses, cue: Cue, sentence: Phrase, before: list[Draft]
) -> Source | None:
    first, stop = sentence
    found = left_subject(clauses, cue.first, first)
    if inverted := _inverted(clauses, cue, stop, sure=found is None):
        return inverted
    previous = cue.first - 1
    joins = clauses.letters[previous] in (c.CONJUNCTION, c.STOP)
    if found is None and (joins or clauses.lower[previous] == "to"):
        return _shared(clauses, cue, sentence, before)
    return found


def _inverted(clauses: Clauses, cue: Cue, stop: int, *, sure: bool) -> Source | None:
    """The subject behind a cue that follows a comma: "..., said the mayor"."""
    clausal = CLAUSAL & cue.frames and "whom" not in cue.frames
    if clauses.texts[cue.first - 1] not in (",", "—", "–", "--") or not clausal:
        return None
    found = agents.right_subject(clauses, cue.stop, stop)
    if found and _stands_alone(clauses, found.stop, stop, sure=sure):
        return found
    return None


def _stands_alone(clauses: Clauses, at: int, stop: int, *, sure: bool) -> bool:
    """Say whether no verb follows a noun phrase, so that it is no clause."""
    at = clauses.skip_adverbs(at, stop)
    if not sure:
        return at >= stop or clauses.texts[at] in ".,;"
    return at >= stop or not (
        clauses.is_finite(at)
        or clauses.letters[at] in (c.VERB, c.NEGATION, c.CONJUNCTION)
    )


def _gerund_source(
    clauses: Clauses, cue: Cue, sentence: Phrase, before: list[Draft]
) -> Source | None:
    previous = cue.first - 1
    if opens_sentence(clauses, cue.first, sentence.first):
        comma = _comma(clauses, cue.stop, sentence.stop)
        if comma is None:
            return None
        phrase = clauses.noun_phrase(comma + 1, sentence.stop)
        if phrase.stop == phrase.first:
            return None
        return Source(phrase.first, phrase.stop, phrase.first, phrase.stop, "shared")
    letter = clauses.letters[previous]
    if letter in (c.NAME, c.WORD, c.PRONOUN):
        return left_subject(clauses, cue.first, sentence.first)
    return _shared(clauses, cue, sentence, before)


def _comma(clauses: Clauses, first: int, stop: int) -> int | None:
    at = first
    while at < min(stop, first + c.LEFT):
        if clauses.texts[at] == "," and at + 1 < stop:
            return at
        at = clauses.quote_stops.get(at, at + 1)
    return None


def _shared(
    clauses: Clauses, cue: Cue, sentence: Phrase, before: list[Draft]
) -> Source | None:
    if before and _goes_with(clauses, before[-1], cue):
        return before[-1].source
    for draft in reversed(before[-3:]):
        if draft.source is not None and draft.source.how != "relative":
            return draft.source._replace(how="shared")
    return agents.clause_subject(clauses, sentence.first, cue.first)


def _goes_with(clauses: Clauses, before: Draft, cue: Cue) -> bool:
    """Say whether two cues share a relative clause: "who backed and praised it"."""
    if before.source is None or before.source.how != "relative":
        return False
    between = clauses.texts[before.cue.stop : cue.first][: c.LEFT]
    return "," not in between
