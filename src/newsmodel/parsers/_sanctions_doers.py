"""Who does what a verb says: its own subject, a shared or a controlled one."""

from __future__ import annotations

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_agents import clause_subject
from newsmodel.parsers._claims_sources import Source, left_subject
from newsmodel.parsers._clauses import Clauses, Phrase, is_gerund
from newsmodel.parsers._sanctions_parties import split_parties
from newsmodel.parsers._sanctions_triggers import words

_HOPS = 4
"""Verbs that may stand in line: "agreed to vote on a bill that would impose"."""
_TO_NOUN = 12
"""Tokens that the object of "urged ... to" may have."""


def doers_of(clauses: Clauses, verb: int, hops: int = _HOPS) -> list[Phrase]:
    """The parties that do what a verb says, as far as its sentence tells."""
    first, _ = clauses.sentence(verb)
    begin = group_start(clauses, verb, first)
    if begin == first or hops == 0:
        return []
    before = begin - 1
    gerund = is_gerund(clauses.lower[verb])
    linked = _linked(clauses, before, first, hops, gerund=gerund)
    if linked is not None:
        return linked
    if gerund and clauses.letters[verb - 1] != c.AUXILIARY:
        return _of_gerund(clauses, begin, first, hops)
    source = left_subject(clauses, begin, first)
    if source is not None and source.how == "relative":
        return _antecedents(clauses, source.first, first, hops)
    return _parties_of(clauses, source or clause_subject(clauses, first, begin))


def _linked(
    clauses: Clauses, link: int, first: int, hops: int, *, gerund: bool
) -> list[Phrase] | None:
    """Those whom "to", "that" or "and" before a verb leads to; None without these."""
    word = clauses.lower[link]
    if word == "to":
        return [] if gerund else _controllers(clauses, link, first, hops)
    if word in ("that", "which") and link > first:
        return _antecedents(clauses, link, first, hops)
    if clauses.letters[link] == c.CONJUNCTION:
        return _shared(clauses, link, first, hops)
    return None


def group_start(clauses: Clauses, verb: int, limit: int) -> int:
    """Where a verb and its helping words begin: at "has" in "has not yet imposed"."""
    at = verb
    while at > max(limit, verb - 12) and clauses.letters[at - 1] in (
        c.AUXILIARY,
        c.ADVERB,
        c.NEGATION,
    ):
        at -= 1
    return at


def _shared(clauses: Clauses, conjunction: int, first: int, hops: int) -> list[Phrase]:
    """The subject of the verb before "and": "needs to act and lift"."""
    for at in range(conjunction - 1, max(first, conjunction - 20), -1):
        if clauses.is_finite(at) and not is_gerund(clauses.lower[at]):
            return doers_of(clauses, at, hops - 1)
        if clauses.lower[at] in ("that", "which", ";", ":"):
            break
    return _parties_of(clauses, clause_subject(clauses, first, conjunction))


def _parties_of(clauses: Clauses, source: Source | None) -> list[Phrase]:
    if source is None:
        return []
    first, stop = source.first, source.stop
    first += is_gerund(clauses.lower[first]) and first + 1 < stop
    last = clauses.lower[stop - 1]
    if last in words("control", "documents"):
        return []
    if last in words("control", "bodies") and clauses.lower[stop : stop + 1] == ["of"]:
        _, end = clauses.sentence(first)
        behind = clauses.noun_phrase(stop + 1, end)
        return split_parties(clauses, behind)
    return split_parties(clauses, Phrase(first, stop))


def _antecedents(clauses: Clauses, that: int, first: int, hops: int) -> list[Phrase]:
    """The noun before "that"; of a bill or order, those who make it law."""
    head = that - 1 - (clauses.texts[that - 1] == ",")
    if head < first:
        return []
    if clauses.lower[head] in words("control", "documents"):
        return _makers(clauses, head, first, hops)
    begin = noun_start(clauses, head + 1, first)
    return split_parties(clauses, Phrase(begin, head + 1)) if begin <= head else []


def _of_gerund(clauses: Clauses, at: int, first: int, hops: int) -> list[Phrase]:
    """The subject of "imposing": behind "from", "by" or "a law", at the main verb."""
    before = at - 1
    word, letter = clauses.lower[before], clauses.letters[before]
    if word in words("control", "documents"):
        return _makers(clauses, before, first, hops)
    if word == "from":
        return _kept(clauses, before, hops)
    if letter in (c.DETERMINER, c.POSSESSIVE) or _is_noun(clauses, at):
        return _owner(clauses, at, first) if letter == c.POSSESSIVE else []
    if letter == c.PREPOSITION:
        return _of_main_verb(clauses, before, first, hops)
    if letter == c.NAME:
        begin = noun_start(clauses, at, first)
        return split_parties(clauses, Phrase(begin, at))
    return _of_clause(clauses, at, first)


def _of_clause(clauses: Clauses, at: int, first: int) -> list[Phrase]:
    """The subject of the main clause, behind an opening phrase that holds the verb."""
    opens = clauses.letters[first] in (c.PREPOSITION, c.SUBORDINATOR)
    inside = opens and "," not in clauses.texts[max(first, at - c.LEFT) : at]
    end = clauses.sentence(at).stop if inside or at == first else at
    return _parties_of(clauses, clause_subject(clauses, first, end))


def _is_noun(clauses: Clauses, gerund: int) -> bool:
    """Say whether it names an act: "easing of sanctions" is somebody's or nobody's."""
    return clauses.lower[gerund + 1 : gerund + 2] == ["of"]


def _of_main_verb(clauses: Clauses, prep: int, first: int, hops: int) -> list[Phrase]:
    """Who acts by doing it: "decided to hold off on imposing"."""
    at = prep - 1
    while at > first and clauses.letters[at] == c.ADVERB:
        at -= 1
    if clauses.lower[at] in words("control", "nouns"):
        return _owner(clauses, at, first)
    if at > first and clauses.lower[at - 1] == "to":
        return doers_of(clauses, at, hops - 1)
    return _of_clause(clauses, prep, first)


def _kept(clauses: Clauses, at: int, hops: int) -> list[Phrase]:
    """Those who refrain from it; whoever is kept from it does not do it."""
    verb = at - 1
    if clauses.letters[verb] in (c.NAME, c.PRONOUN):
        return []
    return doers_of(clauses, verb, hops - 1)


def _makers(clauses: Clauses, head: int, first: int, hops: int) -> list[Phrase]:
    """Those whose bill it is, or who sign, pass or vote on it."""
    begin = noun_start(clauses, head, first)
    for at in range(begin, head):
        if clauses.letters[at] == c.POSSESSIVE:
            return split_parties(clauses, Phrase(begin, at))
        if clauses.lower[at] in words("imposers"):
            return [Phrase(at, at + 1)]
    verb = begin - 1
    while verb > first and clauses.letters[verb] in (c.PREPOSITION, c.DETERMINER):
        verb -= 1
    if verb > first and clauses.lower[verb] in words("control", "makes"):
        return doers_of(clauses, verb, hops - 1)
    return []


def _controllers(clauses: Clauses, to: int, first: int, hops: int) -> list[Phrase]:
    """Those who are to do it: "urged Moscow to lift", "Moscow agreed to lift"."""
    begin = noun_start(clauses, to, first)
    head = to - 1
    if begin == to or clauses.lower[head] in words("control", "subjects"):
        return doers_of(clauses, head - (clauses.letters[head] == c.TIME), hops - 1)
    if clauses.lower[head] in words("control", "documents"):
        return _makers(clauses, head, first, hops)
    if clauses.lower[head] in words("control", "nouns"):
        return _owner(clauses, head, first)
    before = clauses.lower[begin - 1] if begin > first else ""
    if before in ("on", "for") or before in words("control", "objects"):
        return split_parties(clauses, Phrase(begin, to))
    if begin > first and clauses.letters[begin - 1] == c.VERB:
        return doers_of(clauses, begin - 1, hops - 1)
    return _parties_of(clauses, clause_subject(clauses, first, to))


def _owner(clauses: Clauses, head: int, first: int) -> list[Phrase]:
    """Whose decision, threat or power it is: "Oslo's decision to lift"."""
    begin = noun_start(clauses, head, first)
    for at in range(head - 1, begin, -1):
        if clauses.letters[at] == c.POSSESSIVE:
            return split_parties(clauses, Phrase(begin, at))
    return _parties_of(clauses, clause_subject(clauses, first, head))


def noun_start(clauses: Clauses, stop: int, first: int) -> int:
    """Where the noun phrase that ends here begins."""
    at = stop
    while at > max(first, stop - _TO_NOUN):
        letter = clauses.letters[at - 1]
        mark = letter == c.HYPHEN and not clauses.is_stop(at - 1)
        inside = letter == c.TIME and at < stop
        if letter not in _IN_NOUNS and not mark and not inside:
            break
        if clauses.lower[at - 1] in words("control", "objects"):
            break
        if clauses.lower[at - 1] in words("control", "makes") and at < stop:
            break
        at -= 1
    while at < stop and clauses.letters[at] == c.CONJUNCTION:
        at += 1
    return at


_IN_NOUNS = (
    c.NAME,
    c.WORD,
    c.DETERMINER,
    c.CONJUNCTION,
    c.POSSESSIVE,
    c.NUMBER,
    c.PRONOUN,
)
