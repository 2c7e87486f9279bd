"""Whom a sanction is aimed at, by the frames around its trigger."""

from __future__ import annotations

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_sources import left_subject
from newsmodel.parsers._clauses import Clauses, Phrase
from newsmodel.parsers._sanctions_parties import (
    group_start,
    parties_from,
    split_parties,
)
from newsmodel.parsers._sanctions_triggers import Trigger, words

_BEHIND = 30


def targets_of(clauses: Clauses, trigger: Trigger) -> list[Phrase]:
    """The parties that a sanction is aimed at, as far as the words around it say."""
    _, stop = clauses.sentence(trigger.first)
    if trigger.verb:
        return _verb_targets(clauses, trigger, stop)
    behind = _behind(clauses, trigger.stop, stop)
    if behind:
        return behind
    owner = _owner(clauses, trigger)
    return [owner] if owner else _subject_targets(clauses, trigger)


_AIMS = frozenset(("on", "against", "upon", "targeting"))


def _behind(clauses: Clauses, at: int, stop: int) -> list[Phrase]:
    """The party behind "on" or "against"."""
    limit = min(stop, at + _BEHIND)
    for token in range(at, limit - 1):
        if clauses.texts[token] in ".;:" and token > at:
            break
        near = token - at <= 10
        if clauses.lower[token] in _AIMS and near:
            if clauses.letters[token + 1] == c.TIME:
                continue
            return parties_from(clauses, token + 1, stop)
    given = at + 1 < stop and clauses.lower[at] in ("for", "to")
    if given and clauses.letters[at + 1] == c.NAME:
        return parties_from(clauses, at + 1, stop)
    return []


def _owner(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """The target before a trigger: "Iran sanctions", "Iran's sanctions relief"."""
    at = trigger.first - 1
    if at < 1:
        return None
    if clauses.letters[at] == c.POSSESSIVE and clauses.letters[at - 1] == c.NAME:
        return Phrase(at - 1, at)
    powers = words("imposers")
    named = clauses.letters[at] == c.NAME and powers.isdisjoint(
        clauses.lower[at - 2 : at + 1]
    )
    if named and clauses.texts[trigger.first][0].islower():
        return Phrase(at, at + 1)
    return None


def _subject_targets(clauses: Clauses, trigger: Trigger) -> list[Phrase]:
    """The subject of "face sanctions", "was hit with sanctions", "under sanctions"."""
    first, _ = clauses.sentence(trigger.first)
    for at in range(trigger.first - 1, max(first, trigger.first - 8) - 1, -1):
        if clauses.is_stop(at):
            break
        if clauses.lower[at] in _SUFFER:
            begin = group_start(clauses, at, first)
            source = left_subject(clauses, begin, first)
            if source is None or source.how == "relative":
                return []
            return split_parties(clauses, Phrase(source.first, source.stop))
    return []


_SUFFER = frozenset(
    "face faces faced facing subject hit under evade flouted flout".split()
)


def _verb_targets(clauses: Clauses, trigger: Trigger, stop: int) -> list[Phrase]:
    first, _ = clauses.sentence(trigger.first)
    passive = any(
        clauses.lower[t] in ("is", "are", "was", "were", "been", "being", "be")
        for t in range(max(first, trigger.first - 4), trigger.first)
    )
    if passive:
        begin = group_start(clauses, trigger.first, first)
        source = left_subject(clauses, begin, first)
        return (
            split_parties(clauses, Phrase(source.first, source.stop)) if source else []
        )
    phrase = clauses.noun_phrase(trigger.stop, stop)
    if phrase.stop <= phrase.first:
        return []
    return split_parties(clauses, phrase)
