"""Who imposes a sanction, by the frames around its trigger."""

from __future__ import annotations

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._clauses import Clauses, Phrase, is_gerund
from newsmodel.parsers._sanctions_doers import doers_of
from newsmodel.parsers._sanctions_parties import parties_from, split_parties
from newsmodel.parsers._sanctions_tails import Tail
from newsmodel.parsers._sanctions_triggers import Trigger, words

_BEFORE = 18
"""Tokens before a trigger in which the verb stands whose object it is."""
_ACTS = ("imposed", "lifted", "eased", "extended", "threatened")


def imposers_of(clauses: Clauses, trigger: Trigger, tail: Tail) -> list[Phrase]:
    """The parties that impose a sanction, as far as the words around it say."""
    if trigger.verb:
        bare = clauses.lower[trigger.first] in ("frozen", "blacklisted")
        return tail.agents or ([] if bare else doers_of(clauses, trigger.first))
    return (
        _modifier(clauses, trigger)
        or tail.agents
        or _owners(clauses, trigger, tail)
        or _relative(clauses, trigger)
        or _warned(clauses, trigger)
        or _governors(clauses, trigger)
    )


def _governors(clauses: Clauses, trigger: Trigger) -> list[Phrase]:
    """Those who do what the sanction is the object of, or whose deed it is."""
    verb = governing(clauses, trigger)
    if verb is None:
        return []
    if clauses.lower[verb] not in words("control", "deeds"):
        return doers_of(clauses, verb)
    first, _ = clauses.sentence(verb)
    stop = verb - (clauses.letters[verb - 1] == c.POSSESSIVE)
    return split_parties(clauses, _name_before(clauses, stop, first))


def governing(clauses: Clauses, trigger: Trigger) -> int | None:
    """The verb whose object the sanction is: "imposed" in "imposed new sanctions"."""
    first, _ = clauses.sentence(trigger.first)
    for at in range(trigger.first - 1, max(first, trigger.first - _BEFORE) - 1, -1):
        word = clauses.lower[at]
        if word in words("control", "sufferers"):
            return None
        if word in words("control", "deeds"):
            if clauses.letters[at - 1] in (c.NAME, c.POSSESSIVE):
                return at
        elif _acts(word):
            return None if _is_passive(clauses, at) else at
        parting = clauses.is_stop(at) and clauses.texts[at] not in _PASSED
        if parting or word in _PARTING or clauses.letters[at] == c.AUXILIARY:
            return None
    return None


def _acts(word: str) -> bool:
    known = any(word in words("status", act) for act in _ACTS)
    return known or word in words("control", "makes")


_PASSED = frozenset(",\"'“”‘’")
_PARTING = frozenset(
    "that which who for over amid after before despite under by about because if while "
    "when".split()
)
"""Words behind which a verb no longer governs the trigger."""


def _is_passive(clauses: Clauses, at: int) -> bool:
    """Say whether it is done to the subject: "Acme was removed from the list"."""
    return clauses.lower[at - 1] in _BE and not is_gerund(clauses.lower[at])


_BE = frozenset("is are was were be been being".split())


def _warned(clauses: Clauses, trigger: Trigger) -> list[Phrase]:
    """Those who may impose it: "warned Norway against sanctions"."""
    found = warning(clauses, trigger)
    return split_parties(clauses, Phrase(found[0] + 1, found[1])) if found else []


def warning(clauses: Clauses, trigger: Trigger) -> tuple[int, int] | None:
    """The verb and the preposition of "warned Norway against (new) sanctions"."""
    first, _ = clauses.sentence(trigger.first)
    limit = max(first, trigger.first - 5)
    prep = next(
        (
            t
            for t in range(trigger.first - 1, limit, -1)
            if clauses.letters[t] != c.WORD
        ),
        first,
    )
    if clauses.lower[prep] != "against":
        return None
    for at in range(prep - 1, max(first, prep - 8), -1):
        if clauses.lower[at] in ("warn", "warns", "warned", "warning", "cautioned"):
            return at, prep
    return None


def _owners(clauses: Clauses, trigger: Trigger, tail: Tail) -> list[Phrase]:
    """Those whose it is: "sanctions of the UN", "Norway's new sanctions on Iran"."""
    first, stop = clauses.sentence(trigger.first)
    at = trigger.stop
    if at + 1 < stop and clauses.lower[at] == "of" and not hits_of(trigger):
        phrase = clauses.noun_phrase(at + 1, stop)
        if phrase.stop > at + 1 and clauses.letters[phrase.stop - 1] == c.NAME:
            return parties_from(clauses, at + 1, stop)[0]
    if is_relieved(clauses, trigger) and not tail.targets:
        return []
    for before in range(trigger.first - 1, max(first, trigger.first - 6), -1):
        if clauses.letters[before] == c.POSSESSIVE:
            return split_parties(clauses, _name_before(clauses, before, first))
        if clauses.letters[before] not in _MODIFIERS:
            break
    return []


_MODIFIERS = (c.WORD, c.NUMBER, c.ADVERB, c.VERB, c.HYPHEN)


def hits_of(trigger: Trigger) -> bool:
    """Say whether "of" leads to the target, as in "the blockade of Gaza"."""
    return trigger.measure in ("blockade", "trade_embargo", "asset_freeze")


def is_relieved(clauses: Clauses, trigger: Trigger) -> bool:
    """Say whether relief is spoken of: "Iran's sanctions relief" is not Iran's act."""
    return clauses.lower[trigger.stop : trigger.stop + 1] in (["relief"], ["waiver"])


def _name_before(clauses: Clauses, stop: int, first: int) -> Phrase:
    at = stop
    while at > first and clauses.letters[at - 1] in (c.NAME, c.WORD):
        at -= 1
    return Phrase(at, stop)


def _modifier(clauses: Clauses, trigger: Trigger) -> list[Phrase]:
    """The power that stands before a trigger: "U.N. sanctions", "US-imposed"."""
    first, _ = clauses.sentence(trigger.first)
    at = trigger.first
    while at > max(first, trigger.first - 8):
        before = at - 1
        if clauses.is_stop(before) or clauses.letters[before] in (
            c.PREPOSITION,
            c.AUXILIARY,
        ):
            break
        hyphened = clauses.letters[before - 1] == c.HYPHEN
        if clauses.letters[before] == c.VERB and not hyphened:
            break
        at = before
    for token in range(at, trigger.first):
        if clauses.lower[token] in words("imposers"):
            return [_power(clauses, token, trigger.first)]
    made = trigger.first - 1
    if clauses.lower[made] == "imposed" and clauses.letters[made - 1] == c.HYPHEN:
        return split_parties(clauses, _name_before(clauses, made - 1, at))
    if clauses.lower[trigger.first - 1] in words("powers"):
        begin = _name_before(clauses, trigger.first, at).first
        return [Phrase(begin, trigger.first)]
    return []


def _power(clauses: Clauses, at: int, limit: int) -> Phrase:
    end = at + 1
    while (
        end < limit and clauses.letters[end] == c.NAME and clauses.texts[end - 1] != "-"
    ):
        end += 1
    return Phrase(at, end)


def _relative(clauses: Clauses, trigger: Trigger) -> list[Phrase]:
    """The subject of "sanctions (that) European countries slapped on ..."."""
    _, stop = clauses.sentence(trigger.first)
    at = trigger.stop
    if at < stop and clauses.lower[at] in ("that", "which"):
        at += 1
    if at >= stop or clauses.letters[at] not in (c.NAME, c.DETERMINER):
        return []
    phrase = clauses.noun_phrase(at, stop)
    verb = clauses.skip_adverbs(phrase.stop, stop)
    while verb < stop and clauses.letters[verb] == c.AUXILIARY:
        verb += 1
    if verb < stop and clauses.lower[verb] in words("status", "imposed"):
        return split_parties(clauses, phrase)
    return []
