"""Where the words of a sanction mean something else: approval, sport, courts, roads."""

from __future__ import annotations

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._clauses import Clauses
from newsmodel.parsers._sanctions_triggers import Trigger, words


def is_sanction(clauses: Clauses, trigger: Trigger) -> bool:
    """Tell a sanction between states from approval, sport, school and the like."""
    if _is_law(clauses, trigger) or _is_other_field(clauses, trigger):
        return False
    if trigger.verb:
        return _is_sanctioning(clauses, trigger)
    if trigger.measure == "blockade":
        return _is_economic(clauses, trigger)
    if trigger.measure in ("travel_ban", "visa_ban"):
        return _names_persons(clauses, trigger)
    one = clauses.lower[trigger.first] == "sanction"
    ban = trigger.measure == "arms_embargo" and clauses.lower[trigger.stop - 1] == "ban"
    if one or ban or trigger.measure in _AIMED:
        return _names_party(clauses, trigger)
    return True


_AIMED = ("import_ban", "export_control", "blacklisting")
"""Measures that also have a use at home, so that a party must be named."""


def _is_law(clauses: Clauses, trigger: Trigger) -> bool:
    """Say whether the words stand in the name of a law."""
    if trigger.stop >= len(clauses.texts):
        return False
    if clauses.lower[trigger.stop] not in words("others", "laws"):
        return False
    named = clauses.texts[trigger.first][0].isupper()
    return named or trigger.measure == "export_control"


def _is_other_field(clauses: Clauses, trigger: Trigger) -> bool:
    """Say whether the sentence is about sport, church, school, court or roads."""
    first, stop = clauses.sentence(trigger.first)
    window = clauses.lower[
        max(first, trigger.first - 40) : min(stop, trigger.stop + 40)
    ]
    before = clauses.lower[trigger.first - 1] if trigger.first > first else ""
    if words("others").isdisjoint(window):
        return before in words("others", "kinds")
    return trigger.verb or trigger.measure in _LOOSE or not _has_state(clauses, trigger)


_LOOSE = frozenset(
    ("unspecified", "blockade", "travel_ban", "blacklisting", "import_ban")
)


def _has_state(clauses: Clauses, trigger: Trigger) -> bool:
    before = clauses.lower[max(trigger.first - 3, 0) : trigger.first]
    return not words("imposers").isdisjoint(before)


def _is_sanctioning(clauses: Clauses, trigger: Trigger) -> bool:
    if trigger.measure == "asset_freeze":
        return _freezes_assets(clauses, trigger)
    if trigger.measure == "import_ban":
        return _bans_imports(clauses, trigger)
    at, texts = trigger.first, clauses.texts
    before = clauses.lower[at - 1] if at else ""
    if before == "-" or before in words("others", "adverbs"):
        return False
    first, stop = clauses.sentence(at)
    passive = any(clauses.lower[t] in _BE for t in range(max(first, at - 4), at))
    if passive or clauses.lower[trigger.stop : trigger.stop + 1] == ["by"]:
        return _is_passive_sanction(clauses, trigger, stop)
    return _takes_party(clauses, trigger.stop, stop) and texts[at].islower()


_BE = frozenset("is are was were be been being".split())


def _freezes_assets(clauses: Clauses, trigger: Trigger) -> bool:
    _, stop = clauses.sentence(trigger.first)
    behind = clauses.lower[trigger.stop : min(stop, trigger.stop + 6)]
    before = clauses.lower[max(0, trigger.first - 4) : trigger.first]
    return not _ASSETS.isdisjoint(behind) or (
        not _ASSETS.isdisjoint(before) and trigger.stop < stop
    )


def _bans_imports(clauses: Clauses, trigger: Trigger) -> bool:
    """Say whether it is the import from a named party that is banned."""
    _, stop = clauses.sentence(trigger.first)
    behind = range(trigger.stop, min(stop, trigger.stop + 8))
    near = clauses.lower[trigger.stop : trigger.stop + 3]
    named = any(clauses.letters[t] == c.NAME for t in behind)
    return named and ("imports" in near or "import" in near)


_ASSETS = frozenset("assets funds accounts holdings".split())


def _is_passive_sanction(clauses: Clauses, trigger: Trigger, stop: int) -> bool:
    behind = clauses.lower[trigger.stop : min(stop, trigger.stop + 8)]
    by = "by" in behind and any(w in _POWERS for w in behind)
    return by or "for" in behind[:2] or "over" in behind[:2]


_POWERS = frozenset(
    "us u.s. un u.n. eu uk united european treasury washington brussels council "
    "britain america canada union west".split()
)


def _takes_party(clauses: Clauses, at: int, stop: int) -> bool:
    """Say whether the object is a party: a name or people that states sanction."""
    phrase = clauses.noun_phrase(at, min(stop, at + 12))
    if phrase.stop <= phrase.first:
        return False
    inside = range(*phrase)
    named = any(clauses.letters[t] == c.NAME for t in inside)
    return named or any(clauses.lower[t] in words("parties") for t in inside)


def _is_economic(clauses: Clauses, trigger: Trigger) -> bool:
    """Say whether a blockade is one of trade and of a state."""
    first, stop = clauses.sentence(trigger.first)
    before = clauses.lower[max(first, trigger.first - 3) : trigger.first]
    if before and before[-1] in ("government", "military", "naval", "center", "police"):
        return False
    window = range(max(first, trigger.first - 25), min(stop, trigger.stop + 25))
    lifted = any(
        w in ("lift", "lifted", "lifting", "impose", "imposed") for w in before
    )
    faced = "face" in clauses.lower[max(first, trigger.first - 4) : trigger.first]
    named = any(clauses.letters[t] == c.NAME for t in window)
    return (lifted or faced) and named


def _names_persons(clauses: Clauses, trigger: Trigger) -> bool:
    """Tell a ban on named persons from a rule for whole nationalities."""
    first, stop = clauses.sentence(trigger.first)
    behind = clauses.lower[trigger.stop : min(stop, trigger.stop + 5)]
    window = clauses.lower[
        max(first, trigger.first - 12) : min(stop, trigger.stop + 12)
    ]
    if "freeze" in window or "freezes" in window:
        return True
    if not words("status", "threatened").isdisjoint(window):
        return True
    aimed = any(w in ("on", "against", "for") for w in behind[:1])
    if aimed and trigger.measure == "travel_ban":
        phrase = clauses.noun_phrase(trigger.stop + 1, stop)
        if clauses.lower[phrase.stop - 1] in words("others", "nationalities"):
            return False
        return _takes_party(clauses, trigger.stop + 1, stop)
    several = clauses.lower[trigger.stop - 1].endswith("s")
    return aimed or "imposed" in behind or (several and "imposed" in window)


def _names_party(clauses: Clauses, trigger: Trigger) -> bool:
    """Say whether a list or a ban on goods is aimed at a party abroad."""
    first, stop = clauses.sentence(trigger.first)
    before = clauses.lower[max(first, trigger.first - 4) : trigger.first]
    behind = clauses.lower[trigger.stop : min(stop, trigger.stop + 8)]
    powers = words("imposers") | _POWERS
    if trigger.measure == "blacklisting" and trigger.stop - trigger.first > 1:
        return True
    if not powers.isdisjoint(before) or not powers.isdisjoint(behind):
        return True
    if trigger.measure == "blacklisting":
        start = max(first, trigger.first - 20)
        opening = clauses.lower[start : trigger.first]
        return "on" in before and not powers.isdisjoint(opening)
    return any(w in ("on", "against", "for") for w in behind[:1])
