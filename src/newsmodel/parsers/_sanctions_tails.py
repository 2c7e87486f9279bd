"""What hangs behind the words that name a sanction: on whom, by whom, since when."""

from __future__ import annotations

from typing import NamedTuple

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._clauses import Clauses, Phrase, is_gerund
from newsmodel.parsers._sanctions_parties import is_party, parties_from
from newsmodel.parsers._sanctions_triggers import Trigger, words

_LONGEST = 40


class Tail(NamedTuple):
    """What hangs behind a trigger."""

    stop: int
    """The first token that no longer belongs to it."""
    targets: list[Phrase]
    agents: list[Phrase]


AIMS = frozenset("on against upon targeting at".split())
_LOOSE_AIMS = frozenset(("for", "to"))
_CARRIES = frozenset(
    "in since from of until already still now force place effect that which aimed "
    "directed targeted".split()
)


def tail_of(clauses: Clauses, trigger: Trigger) -> Tail:
    """Walk from phrase to phrase behind a trigger, as far as they belong to it."""
    _, stop = clauses.sentence(trigger.first)
    stop = min(stop, trigger.stop + _LONGEST)
    at = trigger.stop
    targets: list[Phrase] = []
    agents: list[Phrase] = []
    if trigger.verb:
        targets, at = parties_from(clauses, at, stop)
    while at < stop:
        word = clauses.lower[at]
        if _aims(clauses, trigger, at, stop):
            found, end = parties_from(clauses, at + 1, stop)
            if word in _LOOSE_AIMS and not any(is_party(clauses, p) for p in found):
                break
            targets = targets or found
        elif _names_agent(clauses, trigger, at, stop):
            found, end = parties_from(clauses, at + 1, stop)
            agents = agents or found
        else:
            end = at + _step(clauses, at, stop)
        if end == at:
            break
        at = end
    return Tail(at, targets, agents)


def _aims(clauses: Clauses, trigger: Trigger, at: int, stop: int) -> bool:
    """Say whether "on" leads to a target, or "for" and "to" right behind a noun."""
    if at + 1 >= stop:
        return False
    if clauses.lower[at] in AIMS or _takes_off(clauses, trigger, at):
        return not is_gerund(clauses.lower[at + 1])
    begins = clauses.letters[at + 1] in (c.NAME, c.DETERMINER, c.NUMBER)
    return clauses.lower[at] in _LOOSE_AIMS and at == trigger.stop and begins


def _names_agent(clauses: Clauses, trigger: Trigger, at: int, stop: int) -> bool:
    """Say whether "by", or "from" right behind a noun, leads to who imposes it."""
    if at + 1 >= stop or is_gerund(clauses.lower[at + 1]):
        return False
    word = clauses.lower[at]
    phrase = clauses.noun_phrase(at + 1, stop)
    if clauses.lower[phrase.stop - 1] in _SPANS:
        return False
    sent = word == "from" and at == trigger.stop and not trigger.verb
    return word == "by" or (sent and not _takes_off(clauses, trigger, at))


def _takes_off(clauses: Clauses, trigger: Trigger, at: int) -> bool:
    """Say whether "from" leads to the target: "remove sanctions from Iran"."""
    before = clauses.lower[max(0, trigger.first - 4) : trigger.first]
    lifting = not words("status", "lifted").isdisjoint(before)
    return clauses.lower[at] == "from" and at == trigger.stop and lifting


_SPANS = frozenset("year years month months week weeks day days".split())
"""By how much something is extended."""


def _step(clauses: Clauses, at: int, stop: int) -> int:
    """Tokens that carry the tail on: adverbs, times, "that were", "imposed"."""
    word, letter = clauses.lower[at], clauses.letters[at]
    if letter in (c.ADVERB, c.TIME, c.NUMBER, c.AUXILIARY) or word in _CARRIES:
        return 1
    if clauses.texts[at] in _QUOTES:
        return 1
    if letter == c.NAME and clauses.lower[at - 1] in ("in", "from"):
        return clauses.noun_phrase(at, stop).stop - at
    if any(word in words("status", s) for s in ("imposed", "extended", "lifted")):
        return 1
    if clauses.texts[at] == "," and at + 1 < stop:
        behind = clauses.lower[at + 1]
        return int(behind == "which" or behind in words("status", "imposed"))
    return 0


_QUOTES = frozenset("\"'“”‘’")
