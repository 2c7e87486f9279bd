"""The parties that a phrase names."""

from __future__ import annotations

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._clauses import Clauses, Phrase
from newsmodel.parsers._sanctions_triggers import words


def group_start(clauses: Clauses, verb: int, limit: int) -> int:
    at = verb
    while at > max(limit, verb - 12):
        before = at - 1
        letter = clauses.letters[before]
        if letter in (c.AUXILIARY, c.ADVERB, c.NEGATION):
            at = before
        elif (
            clauses.lower[before] == "to"
            and clauses.letters[before - 1]
            in (
                c.VERB,
                c.WORD,
                c.AUXILIARY,
            )
        ) or (
            clauses.lower[before] == "from" and clauses.letters[before - 1] == c.VERB
        ):
            at = before - 1
        else:
            break
    return at


def parties_from(clauses: Clauses, at: int, stop: int) -> list[Phrase]:
    phrase = clauses.noun_phrase(at, stop)
    if phrase.stop <= at:
        return []
    found = split_parties(clauses, phrase)
    while phrase.stop + 1 < stop and clauses.texts[phrase.stop] == ",":
        phrase = clauses.noun_phrase(phrase.stop + 1, stop)
        listed = phrase.stop > phrase.first and clauses.letters[phrase.first] == c.NAME
        if not listed or len(found) > 8:
            break
        if phrase.stop < stop and clauses.is_finite(phrase.stop):
            break
        found += split_parties(clauses, phrase)
    return found


def split_parties(clauses: Clauses, phrase: Phrase) -> list[Phrase]:
    """Split "Russia, Iran and North Korea"; take the owner of an industry."""
    found = []
    first = phrase.first
    for at in range(phrase.first, phrase.stop):
        if clauses.letters[at] == c.CONJUNCTION and _both_named(clauses, at, phrase):
            found.append(Phrase(first, at))
            first = at + 1
    found.append(Phrase(first, phrase.stop))
    return [party for p in found if (party := _party(clauses, p)) is not None]


def _both_named(clauses: Clauses, at: int, phrase: Phrase) -> bool:
    if at == phrase.first or at + 1 >= phrase.stop:
        return False
    behind = clauses.letters[at + 1]
    return clauses.letters[at - 1] == c.NAME and behind in (c.NAME, c.DETERMINER)


def _party(clauses: Clauses, phrase: Phrase) -> Phrase | None:
    """The party of a phrase: of an industry or of goods the one whose they are."""
    first, stop = phrase
    while first < stop and clauses.letters[first] == c.DETERMINER and first + 1 < stop:
        first += 1
    if stop <= first:
        return None
    if clauses.lower[stop - 1] not in _THINGS and clauses.lower[stop - 1] not in words(
        "sectors"
    ):
        return Phrase(first, stop)
    return _named(clauses, first, stop) or _named_behind(clauses, stop)


def _named(clauses: Clauses, first: int, stop: int) -> Phrase | None:
    for at in range(first, stop):
        if clauses.letters[at] == c.NAME:
            end = at + 1
            while end < stop and clauses.letters[end] == c.NAME:
                end += 1
            return Phrase(at, end)
    return None


def _named_behind(clauses: Clauses, at: int) -> Phrase | None:
    """Give the name behind: "entire sectors of the Russian economy"."""
    if at + 1 >= len(clauses.texts) or clauses.lower[at] != "of":
        return None
    phrase = clauses.noun_phrase(at + 1, min(at + 8, len(clauses.texts)))
    return _named(clauses, *phrase)


_THINGS = frozenset(
    "programme program programs exports imports assets weapons goods travel funds "
    "accounts overseas trade".split()
)
