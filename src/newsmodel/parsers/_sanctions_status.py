"""In what state a sanction is told, which measure it is, and why."""

from __future__ import annotations

from functools import cache

from newsmodel.lexicons import toml
from newsmodel.parsers import _clauses as c
from newsmodel.parsers._clauses import Clauses, Phrase
from newsmodel.parsers._sanctions_triggers import Trigger, words

_WINDOW = 9
"""Tokens before a trigger in which words tell its state."""


def status_of(clauses: Clauses, trigger: Trigger) -> str:
    """The state of a sanction, by the words that govern its trigger."""
    first, stop = clauses.sentence(trigger.first)
    if trigger.verb:
        return _verb_status(clauses, trigger, first)
    governed = _governors(clauses, trigger, first)
    behind = _behind(clauses, trigger, stop)
    if _is_conditional(clauses, trigger, first, stop):
        return "threatened"
    for at, status in (*governed, *behind):
        found = _weigh(clauses, at, status, first)
        if found is not None:
            return found
    return "in_force"


_ORDER = "lifted eased violated rejected extended threatened imposed proposed".split()


def _governors(clauses: Clauses, trigger: Trigger, first: int) -> list[tuple[int, str]]:
    """Words of state before a trigger, with their places, the nearest first."""
    found = []
    limit = max(first, trigger.first - _WINDOW)
    for at in range(trigger.first - 1, limit - 1, -1):
        if clauses.texts[at] in ".;:" or clauses.lower[at] in ("that", "which", "who"):
            break
        status = _known(clauses.lower[at])
        if status is not None:
            found.append((at, status))
    strong = [f for f in found if f[1] == "rejected"]
    turned = [f for f in found if f[1] in ("lifted", "eased")]
    if strong and not turned:
        return strong
    return sorted(found, key=lambda f: (f[1] == "proposed", -f[0]))


def _known(word: str) -> str | None:
    return next((s for s in _ORDER if word in words("status", s)), None)


def _behind(clauses: Clauses, trigger: Trigger, stop: int) -> list[tuple[int, str]]:
    """Words of state behind a trigger: "were lifted", "imposed on Iraq"."""
    at = trigger.stop
    if at < stop and clauses.lower[at] in ("on", "against"):
        at = clauses.noun_phrase(at + 1, stop).stop
    found = []
    for token in range(at, min(stop, at + 5)):
        if clauses.is_stop(token):
            break
        status = _known(clauses.lower[token])
        if status is not None and status != "proposed":
            found.append((token, status))
    return found


def _weigh(clauses: Clauses, at: int, status: str, first: int) -> str | None:
    """What one word of state means where it stands; None where it says nothing."""
    before = clauses.lower[max(first, at - 3) : at]
    unreal = not words("hypothetical").isdisjoint(before)
    if status in ("lifted", "eased"):
        if unreal or not _is_done(clauses, at, first):
            return "in_force"
        return status
    if status == "extended":
        return "in_force" if unreal else status
    if status == "imposed":
        return "proposed" if unreal else status
    return status


def _is_done(clauses: Clauses, at: int, first: int) -> bool:
    """Say whether a lifting is told as a fact or as a term of a deal."""
    word = clauses.lower[at]
    if word.endswith("ed") or word in ("lifts", "eases", "ends"):
        return True
    window = clauses.lower[max(first, at - 6) : at + 5]
    return not words("hypothetical", "nominal").isdisjoint(window)


def _is_conditional(clauses: Clauses, trigger: Trigger, first: int, stop: int) -> bool:
    """Say whether it will come if something is not done."""
    behind = clauses.lower[trigger.stop : min(stop, trigger.stop + 16)]
    if "if" not in behind and "unless" not in behind:
        return False
    near = clauses.lower[max(first, trigger.first - 8) : trigger.stop + 8]
    return not _COMING.isdisjoint(near)


_COMING = frozenset("threatening threatened threaten tighten will face agreed".split())


def _verb_status(clauses: Clauses, trigger: Trigger, first: int) -> str:
    """The state of a verb that is a measure: "froze", "to sanction", "frozen"."""
    at = trigger.first
    before = clauses.lower[max(first, at - 4) : at]
    if not words("status", "rejected").isdisjoint(before):
        return "rejected"
    if "not" in before and "hesitate" in before:
        return "threatened"
    letter = clauses.letters[at - 1] if at > first else c.STOP
    word = clauses.lower[at]
    if word in ("frozen", "blacklisted", "sanctioned") and letter not in (
        c.AUXILIARY,
        c.ADVERB,
        c.NAME,
        c.PRONOUN,
    ):
        return "in_force"
    if not words("hypothetical").isdisjoint(before[-3:]):
        return "proposed"
    return "imposed"


def measure_of(clauses: Clauses, trigger: Trigger) -> str:
    """The measure that a trigger names, with what stands around it."""
    if trigger.measure == "blockade":
        return "trade_embargo"
    if trigger.measure not in ("unspecified", "trade_embargo"):
        return trigger.measure
    first, stop = clauses.sentence(trigger.first)
    before = clauses.lower[max(first, trigger.first - 2) : trigger.first]
    modifiers: dict[str, list[str]] = toml("sanctions.toml")["modifiers"]
    for measure in modifiers if trigger.measure == "unspecified" else ():
        if before and before[-1] in words("modifiers", measure):
            return measure
    return _by_target(clauses, trigger, stop)


def _by_target(clauses: Clauses, trigger: Trigger, stop: int) -> str:
    """The sector that stands behind: "sanctions on Sudan's oil industry"."""
    behind = clauses.lower[trigger.stop : min(stop, trigger.stop + 12)]
    aims = [n for n, w in enumerate(behind) if w in ("on", "against")]
    if not aims or trigger.measure != "unspecified":
        return trigger.measure
    begin = trigger.stop + aims[0] + 1
    phrase = clauses.noun_phrase(begin, stop)
    last = clauses.lower[phrase.stop - 1] if phrase.stop > begin else ""
    if last in ("industry", "sector", "sectors", "industries", "economy"):
        return "sectoral"
    return trigger.measure


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
