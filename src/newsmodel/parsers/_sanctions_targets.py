"""Whom a sanction is aimed at, by the frames around its trigger."""

from __future__ import annotations

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._clauses import Clauses, Phrase
from newsmodel.parsers._sanctions_doers import doers_of, group_start, noun_start
from newsmodel.parsers._sanctions_imposers import hits_of, is_relieved, warning
from newsmodel.parsers._sanctions_parties import (
    is_party,
    parties_from,
    split_parties,
)
from newsmodel.parsers._sanctions_status import acts
from newsmodel.parsers._sanctions_tails import AIMS, Tail
from newsmodel.parsers._sanctions_triggers import Trigger, words

_BEHIND = 10
_BEFORE = 14


def targets_of(clauses: Clauses, trigger: Trigger, tail: Tail) -> list[Phrase]:
    """The parties that a sanction is aimed at, as far as the words around it say."""
    _, stop = clauses.sentence(trigger.first)
    if trigger.verb:
        return _verb_targets(clauses, trigger, tail)
    warned = warning(clauses, trigger)
    if warned:
        return _subjects(clauses, warned[0])
    if hits_of(trigger) and clauses.lower[trigger.stop : trigger.stop + 1] == ["of"]:
        return parties_from(clauses, trigger.stop + 1, stop)[0]
    found = tail.targets or _aimed(clauses, trigger.stop, stop)
    if found:
        return found
    owner = _owner(clauses, trigger)
    return [owner] if owner else _sufferers(clauses, trigger)


def blamed(clauses: Clauses, ground: Phrase | None) -> list[Phrase]:
    """Whose deed is the ground: "in response to Iran's refusal"."""
    if ground is None:
        return []
    for at in range(*ground):
        if clauses.letters[at] not in (c.NAME, c.POSSESSIVE):
            break
        if clauses.letters[at] == c.POSSESSIVE and clauses.letters[at - 1] == c.NAME:
            return [Phrase(ground.first, at)]
    return []


def _aimed(clauses: Clauses, at: int, stop: int) -> list[Phrase]:
    """The party behind "on" or "against" a little further on."""
    for token in range(at, min(stop, at + _BEHIND) - 1):
        if clauses.texts[token] in ",.;:" or clauses.lower[token] in _PARTING:
            break
        if clauses.is_finite(token) and clauses.lower[token] not in acts():
            break
        if clauses.lower[token] in AIMS - {"at"}:
            found, _ = parties_from(clauses, token + 1, stop)
            if found and is_party(clauses, found[0]):
                return found
    return []


_PARTING = frozenset("which who while when as if because".split())


def _owner(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """The target before a trigger: "Iran sanctions", "Iran's sanctions relief"."""
    at = trigger.first - 1
    if at < 1:
        return None
    owned = clauses.letters[at] == c.POSSESSIVE and is_relieved(clauses, trigger)
    if owned and clauses.letters[at - 1] == c.NAME:
        return Phrase(at - 1, at)
    powers = words("imposers")
    named = clauses.letters[at] == c.NAME and powers.isdisjoint(
        clauses.lower[max(0, at - 2) : at + 1]
    )
    if named and clauses.texts[trigger.first][0].islower():
        return Phrase(at, at + 1)
    return None


def _sufferers(clauses: Clauses, trigger: Trigger) -> list[Phrase]:
    """Who faces, is hit with, evades, or is put on: the subject or the object."""
    first, _ = clauses.sentence(trigger.first)
    for at in range(trigger.first - 1, max(first, trigger.first - _BEFORE) - 1, -1):
        word = clauses.lower[at]
        if clauses.is_stop(at) and clauses.texts[at] not in "\"'“”‘’":
            break
        if word in words("control", "sufferers"):
            found = _subjects(clauses, at)
            evaded = word in words("status", "violated")
            return [p for p in found if not evaded or _is_named(clauses, p)]
        if word in _STRIKING or (word == "to" and trigger.measure == "blacklisting"):
            found = _objects(clauses, at, first)
            if found:
                return found
    return []


def _is_named(clauses: Clauses, phrase: Phrase) -> bool:
    """Say whether a party has a name: smugglers who evade a sanction are not hit."""
    return any(clauses.letters[at] == c.NAME for at in range(*phrase))


_STRIKING = frozenset(("with", "on", "from", "against", "of"))


def _subjects(clauses: Clauses, at: int) -> list[Phrase]:
    """The parties that are the subject of a verb, at least the name before it."""
    first, _ = clauses.sentence(at)
    begin = group_start(clauses, at, first)
    found = [p for p in doers_of(clauses, at) if is_party(clauses, p)]
    name = begin
    while name > first and clauses.letters[name - 1] == c.NAME:
        name -= 1
    if name == begin or any(p.first <= name < p.stop for p in found):
        return found
    return [Phrase(name, begin)]


def _objects(clauses: Clauses, prep: int, first: int) -> list[Phrase]:
    """The object before a preposition: "hit Iran with", "added Acme to"."""
    at = prep
    while at > first and clauses.letters[at - 1] in (
        c.NAME,
        c.WORD,
        c.DETERMINER,
        c.CONJUNCTION,
        c.NUMBER,
    ):
        if clauses.lower[at - 1] in words("control", "strikes"):
            break
        at -= 1
    verb = at - 1
    if verb < first or clauses.lower[verb] not in words("control", "strikes"):
        return []
    if at < prep:
        found = split_parties(clauses, Phrase(at, prep))
        return [p for p in found if is_party(clauses, p)]
    begin = group_start(clauses, verb, first)
    if any(clauses.letters[t] == c.AUXILIARY for t in range(begin, verb)):
        return _subjects(clauses, verb)
    if not clauses.lower[verb].endswith(("ed", "hit", "struck", "put")):
        return []
    phrase = Phrase(noun_start(clauses, begin, first), begin)
    struck = phrase.stop > phrase.first and is_party(clauses, phrase)
    return split_parties(clauses, phrase) if struck else []


def _verb_targets(clauses: Clauses, trigger: Trigger, tail: Tail) -> list[Phrase]:
    first, _ = clauses.sentence(trigger.first)
    passive = any(
        clauses.lower[t] in ("is", "are", "was", "were", "been", "being", "be")
        for t in range(max(first, trigger.first - 4), trigger.first)
    )
    if passive:
        return _subjects(clauses, trigger.first)
    return tail.targets or (_sanctioned(clauses, trigger) if tail.agents else [])


def _sanctioned(clauses: Clauses, trigger: Trigger) -> list[Phrase]:
    """The noun before a participle: "three firms sanctioned by the EU"."""
    first, _ = clauses.sentence(trigger.first)
    begin = group_start(clauses, trigger.first, first)
    phrase = Phrase(noun_start(clauses, begin, first), begin)
    return split_parties(clauses, phrase) if phrase.stop > phrase.first else []
