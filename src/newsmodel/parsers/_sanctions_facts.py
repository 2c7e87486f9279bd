"""Whether a deed is told as done: helping words, plans, bills and terms of a deal."""

from __future__ import annotations

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._clauses import Clauses, is_gerund
from newsmodel.parsers._sanctions_triggers import words


def is_unreal(clauses: Clauses, at: int, first: int) -> bool:
    """Say whether helping words take a deed out of fact: "to impose", "if imposed"."""
    begin = max(first, at - 3)
    if at > first and clauses.letters[at - 1] == c.CONJUNCTION:
        begin = _joint_start(clauses, at - 1, first)
    near = clauses.lower[begin:at]
    before = set(near)
    if not _BEGUN.isdisjoint(near):
        before.discard("to")
    if not _TRADED.isdisjoint(near):
        before.discard("for")
    if at > first and clauses.letters[at - 1] == c.DETERMINER:
        before -= {"to", "for", "about", "will"}
    open_yet = near[-1:] == ["of"] and not _OPEN.isdisjoint(near[-2:-1])
    return open_yet or not words("hypothetical").isdisjoint(before)


_OPEN = frozenset("possibility plan plans threat power right idea option".split())
"""Nouns of what is not done yet: "the possibility of imposing"."""
_BEGUN = frozenset("began begun started starting continued managed".split())
_TRADED = frozenset(("exchange", "return"))


def _joint_start(clauses: Clauses, conjunction: int, first: int) -> int:
    """Where the first of two joint deeds begins: "to" in "to isolate and tighten"."""
    for at in range(conjunction - 1, max(first, conjunction - 10), -1):
        if clauses.is_stop(at):
            break
        if clauses.lower[at] == "to" or clauses.letters[at] == c.AUXILIARY:
            return at
    return max(first, conjunction - 2)


def is_planned(clauses: Clauses, at: int, first: int) -> bool:
    """Say whether it is set to come: "is scheduled to extend"."""
    before = clauses.lower[max(first, at - 3) : at]
    return not PLANNED.isdisjoint(before)


def is_hoped(clauses: Clauses, at: int, first: int) -> bool:
    """Say whether it is only wished for: "wants sanctions lifted", "if they are"."""
    return not _HOPES.isdisjoint(clauses.lower[max(first, at - 4) : at])


_HOPES = frozenset("if unless want wants wanted until demand demands see".split())


def is_decided(clauses: Clauses, at: int, first: int) -> bool:
    """Say whether it is agreed on: "agreed to extend"."""
    before = clauses.lower[max(first, at - 3) : at]
    return not _DECIDED.isdisjoint(before)


_DECIDED = frozenset("agreed decided voted".split())
PLANNED = frozenset("scheduled set due plans planned plan expected will about".split())


def is_drafted(clauses: Clauses, at: int, first: int) -> bool:
    """Say whether it stands in a bill that nobody is told to have passed."""
    if at <= first or clauses.lower[at - 1] not in _DRAFTS:
        return False
    before = clauses.lower[max(first, at - 8) : at - 1]
    return words("control", "makes").isdisjoint(before)


_DRAFTS = frozenset("provision bill resolution draft proposal amendment motion".split())


def is_done(clauses: Clauses, at: int, first: int) -> bool:
    """Say whether a lifting is told as a fact or as a term of a deal."""
    word = clauses.lower[at]
    if word.endswith("ed") or word in ("lifts", "eases", "ends"):
        return True
    if is_gerund(word) and at > first:
        before = clauses.lower[at - 1]
        if clauses.letters[at - 1] == c.NAME or before in ("is", "are", "was", "were"):
            return True
    if word in _RELIEFS:
        near = clauses.lower[max(first, at - 3) : at]
        return any(w.startswith(_GIVING) for w in near)
    window = clauses.lower[max(first, at - 6) : at + 5]
    return not words("hypothetical", "nominal").isdisjoint(window)


_GIVING = ("approv", "grant", "issu", "sign", "extend", "renew", "gave", "giv")


def is_given(clauses: Clauses, relief: int) -> bool:
    """Say whether relief is granted right behind: "relief given", "took effect"."""
    near = clauses.lower[relief + 1 : relief + 4]
    return any(word.startswith((*_GIVING, "took", "began", "came")) for word in near)


RELIEF = (["relief"], ["waiver"], ["waivers"], ["exemption"], ["exemptions"])
_RELIEFS = frozenset("relief waiver waivers exemption exemptions".split())
