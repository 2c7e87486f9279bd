"""In what state a sanction is told."""

from __future__ import annotations

from functools import cache

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._clauses import Clauses
from newsmodel.parsers._sanctions_facts import (
    RELIEF,
    is_decided,
    is_done,
    is_drafted,
    is_given,
    is_hoped,
    is_planned,
    is_unreal,
)
from newsmodel.parsers._sanctions_imposers import warning
from newsmodel.parsers._sanctions_triggers import Trigger, words

_WINDOW = 9
"""Tokens before a trigger in which words tell its state."""


def status_of(clauses: Clauses, trigger: Trigger) -> str:
    """The state of a sanction, by the words that govern its trigger."""
    first, stop = clauses.sentence(trigger.first)
    if trigger.verb:
        return _verb_status(clauses, trigger, first)
    if _is_conditional(clauses, trigger, first, stop):
        return "threatened"
    if warning(clauses, trigger):
        return "proposed"
    unchanged = False
    behind = _behind(clauses, trigger, stop)
    governed = _governors(clauses, trigger, first)
    if any(status in ("lifted", "eased") for _, status in behind):
        governed = [g for g in governed if g[1] not in ("threatened", "proposed")]
    told = [*governed, *behind]
    for at, status in told:
        if unchanged and (status != "imposed" or at < trigger.first):
            continue
        found = _weigh(clauses, trigger, at, status)
        if found is not None:
            return found
        unchanged = True
    return "in_force"


_ORDER = "lifted eased violated rejected extended threatened imposed proposed".split()


def _governors(clauses: Clauses, trigger: Trigger, first: int) -> list[tuple[int, str]]:
    """Words of state before a trigger, with their places, the nearest first."""
    found: list[tuple[int, str]] = []
    limit = max(first, trigger.first - _WINDOW)
    for at in range(trigger.first - 1, limit - 1, -1):
        word = clauses.lower[at]
        if clauses.texts[at] in ".;:" or word in _PARTING:
            found += _on_draft(clauses, at, first)
            break
        if clauses.texts[at] == "," and found:
            break
        status = _phrase_status(clauses, at) or _known(word)
        if word == "back" and clauses.letters[at + 1] == c.PREPOSITION:
            continue
        if status is not None and clauses.lower[at : at + 2] != ["face", "of"]:
            found.append((at, status))
    strong = [f for f in found if f[1] == "rejected"]
    turned = [f for f in found if f[1] in ("lifted", "eased")]
    if strong and not turned:
        return strong
    return sorted(found, key=lambda f: (f[1] == "proposed", -f[0]))


_PARTING = frozenset(
    "that which who whose over amid under despite about because while when".split()
)
"""Words behind which a word of state no longer governs the trigger."""


def _phrase_status(clauses: Clauses, at: int) -> str | None:
    """The state of two words that tell another than one of them: "roll back"."""
    word = clauses.lower[at]
    if word == "like" and clauses.letters[at - 1] == c.NEGATION:
        return "rejected"
    return "lifted" if word in _ROLLED and clauses.lower[at + 1] == "back" else None


_ROLLED = frozenset("roll rolls rolled rolling".split())


def _on_draft(clauses: Clauses, that: int, first: int) -> list[tuple[int, str]]:
    """The refusal of a bill that would do it: "veto a bill that would tighten"."""
    if clauses.lower[that - 1] not in words("control", "documents"):
        return []
    near = range(that - 2, max(first, that - 5), -1)
    return [
        (t, "rejected") for t in near if clauses.lower[t] in words("status", "rejected")
    ]


@cache
def acts() -> frozenset[str]:
    """Give all words that tell a state."""
    return frozenset().union(*(words("status", s) for s in _ORDER))


def _known(word: str) -> str | None:
    return next((s for s in _ORDER if word in words("status", s)), None)


def _behind(clauses: Clauses, trigger: Trigger, stop: int) -> list[tuple[int, str]]:
    """Words of state behind a trigger: "were lifted", "imposed on Iraq"."""
    at = trigger.stop
    if at < stop and clauses.lower[at] in ("on", "against"):
        at = clauses.noun_phrase(at + 1, stop).stop
    at += at < stop and clauses.texts[at] == ","
    found = []
    for token in range(at, min(stop, at + 5)):
        if clauses.is_stop(token):
            break
        status = _known(clauses.lower[token])
        existing = clauses.lower[token - 1 : token + 1] == ["in", "place"]
        existing |= clauses.lower[token] == "ease"
        if status not in (None, "proposed") and not existing:
            found.append((token, status))
    return found


def _weigh(clauses: Clauses, trigger: Trigger, at: int, status: str) -> str | None:
    """What one word of state means where it stands; None where it changes nothing."""
    first, _ = clauses.sentence(at)
    unreal = is_unreal(clauses, at, first)
    if clauses.lower[trigger.stop : trigger.stop + 1] in RELIEF:
        granted = status in _GRANTS and (at < trigger.first or is_given(clauses, at))
        return "eased" if granted and not unreal else None
    if status in ("lifted", "eased"):
        hoped = at >= trigger.stop and is_hoped(clauses, trigger.first, first)
        done = is_done(clauses, at, first) and not (unreal or hoped)
        return status if done else None
    if status == "extended" and unreal:
        if is_decided(clauses, at, first):
            return status
        return "proposed" if is_planned(clauses, at, first) else None
    if status == "imposed" and (unreal or is_drafted(clauses, at, first)):
        near = clauses.lower[max(first, at - 4) : at]
        threat = not words("status", "threatened").isdisjoint(near)
        return "threatened" if threat else "proposed"
    return status


_GRANTS = ("extended", "imposed", "eased")


def _is_conditional(clauses: Clauses, trigger: Trigger, first: int, stop: int) -> bool:
    """Say whether it will come if something is not done."""
    behind = clauses.lower[trigger.stop : min(stop, trigger.stop + 16)]
    if "if" not in behind and "unless" not in behind:
        return False
    if not _LIFTED.isdisjoint(behind):
        return False
    near = clauses.lower[max(first, trigger.first - 8) : trigger.stop + 8]
    beside = clauses.lower[max(first, trigger.first - 3) : trigger.stop + 8]
    return not _COMING.isdisjoint(near) or "will" in beside


_LIFTED = frozenset("lifted eased ended removed dropped waived".split())
_COMING = frozenset("threatening threatened threaten tighten face agreed ready".split())


def _verb_status(clauses: Clauses, trigger: Trigger, first: int) -> str:
    """The state of a verb that is a measure: "froze", "to sanction", "frozen"."""
    at = trigger.first
    before = clauses.lower[max(first, at - 4) : at]
    if not words("status", "rejected").isdisjoint(before):
        return "rejected"
    if "not" in before and "hesitate" in before:
        return "threatened"
    helper = at - 1
    while helper > first and clauses.letters[helper] == c.ADVERB:
        helper -= 1
    told = helper >= first and clauses.letters[helper] in _TELLING
    if clauses.lower[at] in ("frozen", "blacklisted", "sanctioned") and not told:
        return "in_force"
    if not words("hypothetical").isdisjoint(before[-3:]):
        return "proposed"
    return "imposed"


_TELLING = (c.AUXILIARY, c.NAME, c.PRONOUN)
"""What stands before a participle that tells a deed, not a trait."""
