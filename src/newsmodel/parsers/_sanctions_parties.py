"""The parties that a phrase names."""

from __future__ import annotations

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._clauses import Clauses, Phrase, is_gerund
from newsmodel.parsers._sanctions_triggers import words

_MOST = 8
"""Members that a list of parties may have."""
_OPENS = ((("such", "as"), True), (("like",), True), (("including",), False))
"""What opens a list of examples, and whether they stand for the phrase before."""


def parties_from(clauses: Clauses, at: int, stop: int) -> tuple[list[Phrase], int]:
    """
    Give the parties named from a token on, and the token behind them.

    None where the phrase names goods or a matter that nobody owns.
    """
    phrase = _phrase(clauses, at, stop)
    if phrase.stop <= phrase.first:
        return [], at
    found = split_parties(clauses, phrase)
    end = phrase.stop
    while end + 1 < stop and clauses.texts[end] == ",":
        phrase = clauses.noun_phrase(end + 1, stop)
        if not _is_listed(clauses, phrase, stop) or len(found) > _MOST:
            break
        found += split_parties(clauses, phrase)
        end = phrase.stop
    return _with_examples(clauses, found, end, stop)


def _phrase(clauses: Clauses, at: int, stop: int) -> Phrase:
    """The noun phrase here, through quotation marks: 'the "regime" of X'."""
    begin = at
    while begin < stop and (
        clauses.letters[begin] == c.DETERMINER or begin in clauses.quote_stops
    ):
        if clauses.lower[begin] in words("parties"):
            break
        begin += 1
    if begin < stop and clauses.letters[begin] in (c.AUXILIARY, c.NEGATION):
        return Phrase(begin, begin)
    owner = clauses.lower[at] in _PRONOUNS or begin == stop
    return clauses.noun_phrase(at if owner else begin, stop)


def _is_listed(clauses: Clauses, phrase: Phrase, stop: int) -> bool:
    """Say whether a name behind a comma is one more of a list that ends with "and"."""
    first = phrase.first
    first += first < stop and clauses.letters[first] == c.DETERMINER
    if phrase.stop <= first or clauses.letters[first] != c.NAME:
        return False
    rest = clauses.letters[first : min(stop, first + _LIST)]
    ends = phrase.stop >= stop or not clauses.is_finite(phrase.stop)
    return ends and c.CONJUNCTION in rest


_LIST = 12
"""Tokens of a list before its "and"."""


def _with_examples(
    clauses: Clauses, found: list[Phrase], end: int, stop: int
) -> tuple[list[Phrase], int]:
    """Add the names behind "such as" and "including"."""
    at = end + (end < stop and clauses.texts[end] == ",")
    for opening, stand_for in _OPENS:
        begin = at + len(opening)
        if begin < stop and tuple(clauses.lower[at:begin]) == opening:
            if clauses.letters[clauses.noun_phrase(begin, stop).stop - 1] != c.NAME:
                break
            named, end = parties_from(clauses, begin, stop)
            return (named if stand_for and named else found + named), end
    return found, end


def split_parties(clauses: Clauses, phrase: Phrase) -> list[Phrase]:
    """Split "Russia, Iran and North Korea"; take the owner of an industry."""
    found = []
    first = phrase.first
    stop = phrase.stop
    for at in range(phrase.first, phrase.stop):
        joins = clauses.letters[at] == c.CONJUNCTION
        if joins and at + 1 < stop and is_gerund(clauses.lower[at + 1]):
            stop = at
            break
        if clauses.texts[at] == "," or (joins and _both_named(clauses, at, phrase)):
            found.append(Phrase(first, at))
            first = at + 1
    found.append(Phrase(first, stop))
    parties: list[Phrase] = []
    for piece in found:
        for party in _parties(clauses, piece):
            # In "Peru and its banks" the pronoun is Peru again.
            again = parties and clauses.lower[party.first] in _PRONOUNS
            if not (again and party.stop == party.first + 1):
                parties.append(party)
    return parties


def _both_named(clauses: Clauses, at: int, phrase: Phrase) -> bool:
    if at == phrase.first or at + 1 >= phrase.stop:
        return False
    named = clauses.letters[at - 1] == c.NAME
    begins = clauses.letters[at + 1] in (c.NAME, c.DETERMINER, c.NUMBER)
    return (named and begins) or clauses.lower[at + 1] in ("other", "several")


def _parties(clauses: Clauses, phrase: Phrase) -> list[Phrase]:
    """The party of a phrase: of an industry or of goods those whose they are."""
    first, stop = phrase
    if first < stop and clauses.lower[first] in _PRONOUNS:
        stop = stop if clauses.lower[stop - 1] in words("parties") else first + 1
        return [Phrase(first, stop)]
    while first + 1 < stop and clauses.letters[first] in (c.DETERMINER, c.ADVERB):
        first += 1
    while stop - 2 > first and clauses.lower[stop - 2] in ("last", "this", "next"):
        stop -= 2
    if stop <= first or clauses.letters[first] == c.PREPOSITION:
        return []
    owner = _owner_of(clauses, first, stop)
    phrase = Phrase(first, stop)
    if owner is not None or is_party(clauses, phrase):
        return [owner or phrase]
    behind = _behind(clauses, stop)
    if _is_matter(clauses.lower[stop - 1]):
        return _named(clauses, first, stop) or behind
    return behind if behind and "of" in clauses.lower[stop : stop + 2] else [phrase]


_PRONOUNS = frozenset("its their his her them him it".split())


def is_party(clauses: Clauses, phrase: Phrase) -> bool:
    """Say whether a phrase names people, a body or a state, not goods or a matter."""
    head = clauses.lower[phrase.stop - 1]
    if _is_matter(head):
        return False
    if head in words("parties") or head in words("powers"):
        return True
    if clauses.lower[phrase.first] in words("parties"):
        return True
    return any(clauses.letters[t] in (c.NAME, c.PRONOUN) for t in range(*phrase))


def _is_matter(word: str) -> bool:
    return word in words("goods") or word in words("sectors")


def _owner_of(clauses: Clauses, first: int, stop: int) -> Phrase | None:
    """Whose a matter is: "Iran's behaviour"; None where a party is owned."""
    last = stop - 1
    if clauses.letters[last] == c.NAME or clauses.lower[last] in words("parties"):
        return None
    for at in range(first + 1, last):
        if clauses.letters[at] == c.CONJUNCTION:
            break
        if clauses.letters[at] == c.POSSESSIVE and clauses.letters[at - 1] == c.NAME:
            return Phrase(first, at)
    return None


def _named(clauses: Clauses, first: int, stop: int) -> list[Phrase]:
    """The first name of a phrase."""
    for at in range(first, stop):
        if clauses.letters[at] == c.NAME:
            end = at + 1
            while end < stop and clauses.letters[end] == c.NAME:
                end += 1
            return [Phrase(at, end)]
    return []


def _behind(clauses: Clauses, at: int) -> list[Phrase]:
    """The parties behind: "assets of two banks", "sectors of the Russian economy"."""
    if at + 2 >= len(clauses.texts):
        return []
    at += clauses.texts[at] in "\"'”’"
    if clauses.lower[at] not in ("of", "from", "to", "in", "by", "and"):
        return []
    limit = min(at + 12, len(clauses.texts))
    phrase = clauses.noun_phrase(at + 1, limit)
    part = clauses.lower[at + 1] in ("one", "some", "several", "most", "two", "three")
    if part and clauses.lower[phrase.stop : phrase.stop + 1] == ["of"]:
        phrase = clauses.noun_phrase(phrase.stop + 1, limit)
    if phrase.stop <= phrase.first:
        return []
    if clauses.lower[at] == "of" and is_party(clauses, phrase):
        return split_parties(clauses, phrase)
    return _named(clauses, *phrase)
