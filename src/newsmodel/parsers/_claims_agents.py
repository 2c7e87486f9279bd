"""Who says it, where no subject stands before the cue."""

from __future__ import annotations

from functools import cache

from newsmodel.lexicons import toml
from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_sources import Source
from newsmodel.parsers._clauses import Clauses, Phrase, is_gerund


def right_subject(clauses: Clauses, at: int, stop: int) -> Source | None:
    """Find the subject behind a verb: "said Ann Lee, who leads the party"."""
    if at >= stop or clauses.letters[at] not in _BEGINS:
        return None
    phrase = clauses.noun_phrase(at, stop)
    if phrase.stop <= at:
        return None
    return Source(
        at, phrase.stop, at, _long_end(clauses, phrase.stop, stop), "inverted"
    )


_BEGINS = (c.NAME, c.DETERMINER, c.WORD, c.PRONOUN, c.NUMBER)


def _long_end(clauses: Clauses, at: int, stop: int) -> int:
    """Where a long source ends: the full stop or the next quotation."""
    limit = min(stop, at + c.LEFT)
    while at < limit:
        if at in clauses.quote_stops or clauses.texts[at] in ".;:":
            break
        if clauses.texts[at] == "," and at + 1 in clauses.quote_stops:
            break
        at += 1
    return at


def by_subject(clauses: Clauses, at: int, stop: int) -> Source | None:
    """Find the agent of a passive within a few words behind its participle."""
    for token in range(at, min(stop, at + 6)):
        if clauses.is_stop(token):
            break
        if clauses.lower[token] == "by" and token + 1 < stop:
            phrase = clauses.noun_phrase(token + 1, stop)
            if clauses.letters[token + 1] == c.VERB or phrase.stop <= token + 1:
                return None
            return Source(token + 1, phrase.stop, token + 1, phrase.stop, "by")
    return None


def phrase_after(clauses: Clauses, at: int, stop: int) -> Source | None:
    """Find the source behind "according to", through a document to its maker."""
    phrase = clauses.noun_phrase(at, stop)
    if phrase.stop <= at:
        return None
    end = _source_end(clauses, phrase.stop, stop)
    maker = _maker(clauses, phrase, end)
    head = maker or phrase
    return Source(head.first, head.stop, at, end, "after")


def _source_end(clauses: Clauses, at: int, stop: int) -> int:
    limit = min(stop, at + 40)
    while at < limit:
        if clauses.is_stop(at) or at in clauses.quote_stops:
            break
        at += 1
    return at


def _maker(clauses: Clauses, phrase: Phrase, end: int) -> Phrase | None:
    """The one by whom a statement or letter is."""
    if clauses.lower[phrase.stop - 1] not in _mediums() or phrase.stop + 1 >= end:
        return None
    for at in range(phrase.stop, min(end - 1, phrase.stop + 6)):
        if clauses.lower[at] in ("by", "from") and clauses.letters[at + 1] in _BEGINS:
            return clauses.noun_phrase(at + 1, end)
    return None


@cache
def _mediums() -> frozenset[str]:
    return frozenset(toml("cues.toml")["mediums"]["words"].split())


def clause_subject(clauses: Clauses, first: int, verb: int) -> Source | None:
    """The subject of the main clause of a sentence, for verbs that share it."""
    at = _behind_opening(clauses, first, verb)
    for token in range(at, min(verb, at + c.LEFT)):
        if clauses.is_finite(token):
            phrase = clauses.noun_phrase(at, token)
            if phrase.stop > at:
                return Source(at, phrase.stop, at, phrase.stop, "shared")
            return None
    return None


def opening_name(clauses: Clauses, first: int, stop: int) -> Source | None:
    """The name or pronoun that a sentence opens with, where no verb is known."""
    at = _behind_opening(clauses, first, stop)
    phrase = clauses.noun_phrase(at, stop)
    heads = (c.NAME, c.PRONOUN)
    end = phrase.stop
    while end > at and clauses.letters[end - 1] not in heads:
        end -= 1
    return Source(at, end, at, end, "shared") if end > at else None


def _behind_opening(clauses: Clauses, first: int, stop: int) -> int:
    """Step over "In June, ", "After the vote, ", "But "."""
    at = first
    while at < stop and clauses.letters[at] in (c.CONJUNCTION, c.ADVERB, c.STOP):
        at += 1
    opens = at < stop and (
        clauses.letters[at] in (c.PREPOSITION, c.SUBORDINATOR, c.TIME)
        or is_gerund(clauses.lower[at])
    )
    if not opens:
        return at
    for token in range(at, min(stop, at + 40)):
        if clauses.texts[token] == ",":
            return token + 1
    return at
