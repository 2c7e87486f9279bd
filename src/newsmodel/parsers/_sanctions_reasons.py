"""The ground given for a sanction."""

from __future__ import annotations

from functools import cache

from newsmodel.lexicons import toml
from newsmodel.parsers import _clauses as c
from newsmodel.parsers._clauses import Clauses, Phrase
from newsmodel.parsers._sanctions_triggers import Trigger


def reason_of(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """The ground given behind a trigger, without its connective."""
    _, stop = clauses.sentence(trigger.first)
    limit = min(stop, trigger.stop + 25)
    at = trigger.stop
    while at < limit:
        if clauses.texts[at] in ";:":
            return None
        length = _connective(clauses, at, stop)
        if length:
            return _ground(clauses, at + length, stop)
        at += 1
    return None


@cache
def _connectives() -> tuple[tuple[str, ...], ...]:
    phrases = toml("sanctions.toml")["reasons"]["phrases"].split("|")
    return tuple(tuple(p.split()) for p in sorted(phrases, key=len, reverse=True))


def _connective(clauses: Clauses, at: int, stop: int) -> int:
    for phrase in _connectives():
        end = at + len(phrase)
        if end < stop and tuple(clauses.lower[at:end]) == phrase:
            return len(phrase)
    return 0


def _ground(clauses: Clauses, at: int, stop: int) -> Phrase | None:
    if at < stop and clauses.letters[at] in (c.TIME, c.NUMBER):
        return None
    while at < stop - 1 and clauses.letters[at] == c.DETERMINER:
        at += 1
    end = at
    while end < min(stop, at + 40):
        if clauses.is_stop(end) and clauses.texts[end] in ',.;:"”—–':
            break
        end += 1
    return Phrase(at, end) if end > at else None
