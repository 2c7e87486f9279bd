"""The ground given for a sanction, without its connective."""

from __future__ import annotations

from functools import cache

from newsmodel.lexicons import toml
from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_sources import left_subject
from newsmodel.parsers._clauses import Clauses, Phrase, is_gerund
from newsmodel.parsers._sanctions_status import acts
from newsmodel.parsers._sanctions_tails import Tail
from newsmodel.parsers._sanctions_triggers import Trigger, words

_FAR = 25
"""Tokens behind a trigger in which its ground may begin."""
_NEAR = 8
"""Tokens before a trigger in which the verb stands that its ground is subject of."""
_LONGEST = 40
_BARGAINS = ("lifted", "eased", "extended")
_COMING = ("threatened", "proposed")


def reason_of(
    clauses: Clauses,
    trigger: Trigger,
    tail: Tail,
    targets: list[Phrase],
    status: str,
) -> Phrase | None:
    """The ground given for the state of a sanction: behind it, else before it."""
    _, stop = clauses.sentence(trigger.first)
    return (
        _behind(clauses, trigger, tail.stop, status)
        or _deed(clauses, trigger, targets)
        or _purpose(clauses, tail.stop, stop)
        or _matter(clauses, tail)
        or (_condition(clauses, trigger, stop) if status in _COMING else None)
        or _cause(clauses, trigger)
        or _opening(clauses, trigger)
        or (_price(clauses, trigger) if status in _BARGAINS else None)
    )


def _behind(clauses: Clauses, trigger: Trigger, end: int, status: str) -> Phrase | None:
    """The ground behind a connective, before any other clause begins."""
    _, stop = clauses.sentence(trigger.first)
    for at in range(trigger.stop, min(stop, trigger.stop + _FAR)):
        if clauses.texts[at] in ";:":
            return None
        length = _connective(clauses, at, stop)
        if status not in _BARGAINS and clauses.lower[at : at + 2] in _BARGAINED:
            return None
        far = at > end + 2 and clauses.lower[at] in _SHORT
        ground = _ground(clauses, at + length, stop) if length and not far else None
        if ground is not None:
            return ground
        if at >= end and _opens_clause(clauses, at):
            return None
    return None


_SHORT = frozenset("for over since amid".split())
"""Connectives with so many other uses that they must stand right behind."""
_BARGAINED = (["in", "exchange"], ["in", "return"])


def _opens_clause(clauses: Clauses, at: int) -> bool:
    if clauses.lower[at] in ("who", "that", "which", "and", "but", "if", "unless"):
        return True
    if not clauses.is_finite(at) or clauses.lower[at] in acts():
        return False
    active = clauses.letters[at + 1 : at + 2] in ([c.NAME], [c.DETERMINER])
    return active or not clauses.lower[at].endswith("ed")


def _deed(clauses: Clauses, trigger: Trigger, targets: list[Phrase]) -> Phrase | None:
    """What the targets do: "anyone who assists the rebels"."""
    at = targets[-1].stop if targets else len(clauses.texts)
    if not trigger.stop < at < len(clauses.texts):
        return None
    if clauses.lower[at] not in ("who", "that"):
        return None
    _, stop = clauses.sentence(at)
    named = clauses.letters[at - 1] == c.NAME
    return None if named else _ground(clauses, at + 1, stop)


@cache
def _connectives() -> tuple[tuple[str, ...], ...]:
    phrases = toml("sanctions.toml")["reasons"]["phrases"].split("|")
    return tuple(tuple(p.split()) for p in sorted(phrases, key=len, reverse=True))


def _connective(clauses: Clauses, at: int, stop: int) -> int:
    free = at == 0 or clauses.letters[at - 1] != c.HYPHEN
    for phrase in _connectives():
        end = at + len(phrase)
        if end < stop and tuple(clauses.lower[at:end]) == phrase and free:
            return len(phrase)
    return 0


def _ground(clauses: Clauses, at: int, stop: int) -> Phrase | None:
    """The words from here to the end of the clause; None for a time or a party."""
    if at >= stop or clauses.letters[at] in (c.TIME, c.NUMBER):
        return None
    if clauses.lower[at] in _SPANS or clauses.lower[at] in ("them", "us"):
        return None
    connective = clauses.lower[at - 1]
    while at < stop - 1 and clauses.letters[at] == c.DETERMINER:
        at += 1
    if connective == "at" and not is_gerund(clauses.lower[at]):
        return None
    if connective == "for" and _is_beneficiary(clauses, at, stop):
        return None
    end = at
    while end < min(stop, at + _LONGEST):
        if clauses.is_stop(end) and clauses.texts[end] in ',.;:"”—–':
            break
        end += 1
    return Phrase(at, end) if end > at else None


def _is_beneficiary(clauses: Clauses, at: int, stop: int) -> bool:
    """Say whether "for" gives a party or a span of time, not a ground."""
    phrase = clauses.noun_phrase(at, stop)
    if phrase.stop <= phrase.first:
        return False
    head = clauses.lower[phrase.stop - 1]
    owned = any(clauses.letters[t] == c.POSSESSIVE for t in range(*phrase))
    named = not owned and all(clauses.letters[t] == c.NAME for t in range(*phrase))
    return (
        named
        or head in words("parties")
        or head in _SPANS
        or (
            clauses.lower[phrase.stop : phrase.stop + 1] == ["to"]
            and head in words("parties")
        )
    )


_SPANS = frozenset(
    "time times years year months month weeks week days day decade decades now country "
    "example instance longer".split()
)


def _purpose(clauses: Clauses, at: int, stop: int) -> Phrase | None:
    """What it is to bring about: "imposed to thwart", "on Iran to force it"."""
    if at + 1 >= stop or clauses.lower[at] != "to":
        return None
    verb = clauses.letters[at + 1] in (c.WORD, c.VERB)
    return _ground(clauses, at + 1, stop) if verb else None


def _matter(clauses: Clauses, tail: Tail) -> Phrase | None:
    """The matter that it is against: "sanctions on Iran's nuclear programme"."""
    if len(tail.targets) != 1:
        return None
    owner = tail.targets[0].stop
    if owner >= len(clauses.texts) or clauses.letters[owner] != c.POSSESSIVE:
        return None
    _, stop = clauses.sentence(owner)
    phrase = clauses.noun_phrase(owner + 1, stop)
    matter = phrase.stop > owner + 1 and clauses.lower[phrase.stop - 1] in _MATTERS
    return phrase if matter else None


_MATTERS = frozenset(
    "programme programmes program programs activities invasion aggression crackdown "
    "behaviour behavior tests abuses work ambitions".split()
)


def _condition(clauses: Clauses, trigger: Trigger, stop: int) -> Phrase | None:
    """What it depends on: "sanctions if a deal is not reached"."""
    for at in range(trigger.stop, min(stop - 1, trigger.stop + _FAR)):
        if clauses.texts[at] in ".;:":
            break
        if clauses.lower[at + 1] in ("necessary", "needed", "possible", "so", "not"):
            continue
        if clauses.lower[at] in ("if", "unless"):
            return _ground(clauses, at + 1, stop)
    return None


def _cause(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """What led to it: "that refusal led to the imposition of sanctions"."""
    first, _ = clauses.sentence(trigger.first)
    for at in range(trigger.first - 1, max(first, trigger.first - _NEAR) - 1, -1):
        if clauses.is_stop(at):
            break
        pair = clauses.lower[at] + " " + clauses.lower[at + 1]
        if clauses.lower[at] in words("causes") or pair in _PAIRS:
            source = left_subject(clauses, at, first)
            if source is None:
                return None
            begin = source.first
            while clauses.letters[begin] == c.DETERMINER and begin + 1 < source.stop:
                begin += 1
            return Phrase(begin, source.stop)
    return None


_PAIRS = frozenset(("led to", "leads to", "resulted in", "results in"))


def _opening(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """The ground that opens the sentence: "In response to the raid, Oslo imposed"."""
    first, _ = clauses.sentence(trigger.first)
    length = _connective(clauses, first, trigger.first)
    if not length or clauses.lower[first] in ("for", "over", "since", "amid"):
        return None
    ground = _ground(clauses, first + length, trigger.first)
    return ground if ground and ground.stop < trigger.first else None


def _price(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """What is given for it: "agreed to cut output in exchange for the lifting of"."""
    first, _ = clauses.sentence(trigger.first)
    for at in range(trigger.first - 1, max(first, trigger.first - _NEAR) - 1, -1):
        if (
            clauses.lower[at] in ("exchange", "return")
            and clauses.lower[at - 1] == "in"
        ):
            begin = at - 1
            limit = max(first, at - _LONGEST)
            while begin > limit and clauses.lower[begin - 1] != "to":
                begin -= 1
            return Phrase(begin, at - 1) if limit < begin < at - 1 else None
    return None
