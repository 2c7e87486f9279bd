"""Who imposes a sanction, by the frames around its trigger."""

from __future__ import annotations

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_agents import clause_subject
from newsmodel.parsers._claims_sources import left_subject
from newsmodel.parsers._clauses import Clauses, Phrase, is_gerund
from newsmodel.parsers._sanctions_parties import (
    group_start,
    parties_from,
    split_parties,
)
from newsmodel.parsers._sanctions_triggers import Trigger, words

_BEFORE = 14


_ACTS = ("imposed", "lifted", "eased", "extended", "threatened")


def governing(clauses: Clauses, trigger: Trigger) -> int | None:
    """The verb whose object the sanction is: "imposed" in "imposed new sanctions"."""
    first, _ = clauses.sentence(trigger.first)
    limit = max(first, trigger.first - _BEFORE)
    for at in range(trigger.first - 1, limit - 1, -1):
        if clauses.is_stop(at) and clauses.texts[at] != ",":
            return None
        word = clauses.lower[at]
        if any(word in words("status", act) for act in _ACTS):
            return at
        if word in ("that", "which") or clauses.letters[at] == c.AUXILIARY:
            return None
    return None


def imposers_of(clauses: Clauses, trigger: Trigger) -> list[Phrase]:
    """The parties that impose a sanction, as far as the words around it say."""
    if trigger.verb:
        return _subject_or_agent(clauses, trigger)
    modifier = _modifier(clauses, trigger)
    if modifier is not None:
        return [modifier]
    agent = _agent(clauses, trigger)
    if agent:
        return agent
    verb = governing(clauses, trigger)
    return _imposing_subject(clauses, verb) if verb is not None else []


def _subject_or_agent(clauses: Clauses, trigger: Trigger) -> list[Phrase]:
    agent = _agent(clauses, trigger)
    if agent:
        return agent
    if clauses.lower[trigger.first] in ("frozen", "blacklisted"):
        return []
    return _imposing_subject(clauses, trigger.first)


def _imposing_subject(clauses: Clauses, verb: int) -> list[Phrase]:
    """The subject of an imposing verb, through "to" and what goes before it."""
    first, _ = clauses.sentence(verb)
    begin = group_start(clauses, verb, first)
    if is_gerund(clauses.lower[begin]) and clauses.letters[first] == c.PREPOSITION:
        return _behind_comma(clauses, verb)
    if clauses.lower[begin - 1] in ("the", "of", "and") or begin == first:
        return []
    if clauses.lower[begin - 1] == "to":
        return _controller(clauses, begin - 1, first)
    source = left_subject(clauses, begin, first)
    instrument = source and clauses.lower[source.stop - 1] in _INSTRUMENTS
    if instrument or is_gerund(clauses.lower[begin]) or source is None:
        source = clause_subject(clauses, first, begin) or source
    if source is None or source.how == "relative":
        return []
    return split_parties(clauses, Phrase(source.first, source.stop))


def _behind_comma(clauses: Clauses, at: int) -> list[Phrase]:
    """The subject behind an opening phrase: "In a note announcing ..., the US said"."""
    _, stop = clauses.sentence(at)
    for token in range(at, min(stop - 1, at + 20)):
        if clauses.texts[token] == ",":
            phrase = clauses.noun_phrase(token + 1, stop)
            return split_parties(clauses, phrase) if phrase.stop > token + 1 else []
    return []


def _controller(clauses: Clauses, to: int, first: int) -> list[Phrase]:
    """The noun before "to": "urged Moscow to lift", "for Obama to impose"."""
    at = to
    while at > max(first, to - 12) and clauses.letters[at - 1] in (
        c.NAME,
        c.WORD,
        c.DETERMINER,
        c.CONJUNCTION,
    ):
        at -= 1
    return split_parties(clauses, Phrase(at, to)) if at < to else []


_INSTRUMENTS = frozenset(
    "law order bill resolution legislation measure act decree package agreement deal "
    "and".split()
)


def _modifier(clauses: Clauses, trigger: Trigger) -> Phrase | None:
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
        if (
            clauses.letters[before] == c.VERB
            and clauses.letters[before - 1] != c.HYPHEN
        ):
            break
        at = before
    for token in range(at, trigger.first):
        if clauses.lower[token] in words("imposers"):
            return _power(clauses, token, trigger.first)
    return None


def _power(clauses: Clauses, at: int, limit: int) -> Phrase:
    end = at + 1
    while (
        end < limit and clauses.letters[end] == c.NAME and clauses.texts[end - 1] != "-"
    ):
        end += 1
    return Phrase(at, end)


def _agent(clauses: Clauses, trigger: Trigger) -> list[Phrase]:
    """The one by whom it is imposed, or of whom it is, behind the trigger."""
    _, stop = clauses.sentence(trigger.first)
    limit = min(stop, trigger.stop + 12)
    for at in range(trigger.stop, limit - 1):
        if clauses.texts[at] in ".;:":
            break
        word = clauses.lower[at]
        if word == "by" and not is_gerund(clauses.lower[at + 1]):
            phrase = clauses.noun_phrase(at + 1, stop)
            return split_parties(clauses, phrase) if phrase.stop > at + 1 else []
        if word == "of" and at == trigger.stop and not trigger.verb:
            phrase = clauses.noun_phrase(at + 1, stop)
            named = clauses.letters[phrase.stop - 1] == c.NAME
            return parties_from(clauses, at + 1, stop) if named else []
    return _relative_agent(clauses, trigger, stop)


def _relative_agent(clauses: Clauses, trigger: Trigger, stop: int) -> list[Phrase]:
    """The subject of "sanctions (that) European countries slapped on ..."."""
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
        return [phrase] if phrase.stop > at else []
    return []
