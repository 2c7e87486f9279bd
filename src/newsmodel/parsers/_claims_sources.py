"""Who says it: the noun phrase that is the subject of a cue."""

from __future__ import annotations

from typing import NamedTuple

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._clauses import Clauses, Phrase


class Source(NamedTuple):
    """A source as tokens."""

    first: int
    """First token of the noun phrase."""
    stop: int
    """Behind its head, before any apposition or relative clause."""
    begin: int
    """First token of all that belongs to it, apposition included."""
    end: int
    """Behind all that belongs to it."""
    how: str
    """own, relative, shared, inverted, by, after (according to), owner."""


def left_subject(clauses: Clauses, verb: int, first: int) -> Source | None:
    """
    Find the subject before a verb group, in its sentence from `first`.

    None where there is none: after a conjunction, in a participle clause, in an
    inversion.
    """
    at = _skip_times(clauses, verb, first)
    limit = max(first, at - c.LEFT)
    if at <= limit:
        return None
    before = at - 1
    word = clauses.lower[before]
    if clauses.letters[before] == c.CONJUNCTION or word == "to":
        return None
    if word in ("who", "which", "whom"):
        return Source(before, at, before, at, "relative")
    if word == "that" and before > limit and _is_noun(clauses, before - 1):
        antecedent = _own(clauses, before, limit, at)
        return antecedent and antecedent._replace(how="relative")
    if word in _PAUSES:
        return _before_pause(clauses, before, limit, at)
    stop = _opening(clauses, before, limit, "(") if word == ")" else at
    return _own(clauses, stop, limit, at) if stop is not None else None


def _before_pause(clauses: Clauses, pause: int, limit: int, end: int) -> Source | None:
    """The subject before an apposition, which is the source where it is the name."""
    opening = _parenthesis(clauses, pause, limit)
    if opening is None:
        if clauses.texts[pause - 1] != ")":
            return None
        bracket = _opening(clauses, pause - 1, limit, "(")
        return _own(clauses, bracket, limit, end) if bracket is not None else None
    age = opening - 1
    if (
        clauses.letters[age] == c.NUMBER
        and clauses.texts[age - 1] == ","
        and age > limit
    ):
        opening = age - 1
    source = _own(clauses, opening, limit, end)
    outer = source and _around(clauses, source, limit, end)
    if outer:
        return outer
    if source is None or clauses.letters[source.stop - 1] == c.NAME:
        return source
    if pause - opening <= 5 and all(
        clauses.letters[t] == c.NAME for t in range(opening + 1, pause)
    ):
        return Source(opening + 1, pause, source.begin, end, "own")
    return source


def _around(clauses: Clauses, inner: Source, limit: int, end: int) -> Source | None:
    """The subject before an apposition with commas: "X, a man from Lyon, France,"."""
    comma = inner.begin - 1
    if (
        comma <= limit
        or clauses.texts[comma] != ","
        or not _is_noun(clauses, comma - 1)
    ):
        return None
    if clauses.lower[inner.begin] not in ("a", "an"):
        return None
    return _own(clauses, comma, limit, end)


_PAUSES = (",", "—", "–", "--", "-")


def _own(clauses: Clauses, stop: int, limit: int, end: int) -> Source | None:
    phrase = _phrase_before(clauses, stop, limit)
    if phrase is None:
        return None
    head = clauses.noun_phrase(*phrase)
    if head.stop <= head.first:
        head = phrase
    return Source(phrase.first, head.stop, phrase.first, end, "own")


def _skip_times(clauses: Clauses, at: int, first: int) -> int:
    """Step over "on Monday", "last week", "also" between a subject and its verb."""
    limit = max(first, at - 12)
    while at > limit:
        before = at - 1
        if clauses.letters[before] in (c.TIME, c.ADVERB):
            at = before
            if clauses.lower[at - 1] in ("on", "last", "this", "in", "late", "early"):
                at -= 1
        elif (
            clauses.letters[before] == c.NUMBER
            and clauses.letters[before - 1] == c.TIME
        ):
            at = before
        else:
            break
    return max(at, first)


def _opening(clauses: Clauses, close: int, limit: int, mark: str) -> int | None:
    for at in range(close - 1, limit, -1):
        if clauses.texts[at] == mark:
            return at
    return None


def _parenthesis(clauses: Clauses, close: int, limit: int) -> int | None:
    """The mark that opens an apposition or relative clause that ends at `close`."""
    mark = clauses.texts[close]
    at = close - 1
    while at > limit:
        if clauses.texts[at] == ")":
            opened = _opening(clauses, at, limit, "(")
            if opened is None:
                return None
            at = opened
        elif clauses.texts[at] == mark and clauses.is_stop(at):
            if _opens_apposition(clauses, at, close) and _is_noun(clauses, at - 1):
                return at
            if close - at < _LISTED:
                at -= 1
                continue
            return None
        elif clauses.texts[at] in ".;:" or at in clauses.quote_firsts:
            return None
        at -= 1
    return None


def _opens_apposition(clauses: Clauses, opening: int, close: int) -> bool:
    inside = opening + 1
    if inside >= close:
        return False
    if clauses.lower[inside] in ("who", "which", "whose", "whom", "like", "including"):
        return True
    if clauses.letters[inside] in (c.ADVERB, c.PREPOSITION, c.NUMBER):
        return True
    if clauses.texts[opening] != "," and clauses.letters[inside] == c.CONJUNCTION:
        return True
    if clauses.letters[inside] in (c.DETERMINER, c.NAME, c.WORD):
        return not any(
            clauses.is_finite(at) for at in range(inside, min(close, inside + 4))
        )
    return clauses.lower[inside] in ("himself", "herself", "themselves") or (
        clauses.letters[inside] == c.VERB
    )


_LISTED = 8
"""Tokens that may stand between commas inside an apposition: "of Lyon, France,"."""


def _is_noun(clauses: Clauses, at: int) -> bool:
    return clauses.letters[at] in (c.NAME, c.WORD, c.NUMBER) or clauses.texts[at] == ")"


def _phrase_before(clauses: Clauses, stop: int, limit: int) -> Phrase | None:
    """The noun phrase that ends before a token, with what hangs on it."""
    begin, stop = _boundary(clauses, stop, limit)
    pieces = _pieces(clauses, begin, stop)
    if not pieces:
        return None
    at = len(pieces) - 1
    while at > 0 and _hangs(clauses, pieces[at][0] - 1):
        at -= 1
    first = pieces[at][0]
    hangs = first > begin and at == 0 and _hangs(clauses, first - 1)
    if hangs and clauses.lower[first - 1] not in _AROUND:
        return None
    return Phrase(first, stop)


_AROUND = frozenset("about over around than among with".split())


_CLAUSAL = frozenset("after before since until than like as".split())
"""Prepositions that also open a clause, so that a subject may follow."""


def _hangs(clauses: Clauses, at: int) -> bool:
    """Say whether a preposition ties a noun phrase to the one before."""
    return clauses.letters[at] == c.PREPOSITION and clauses.lower[at] not in _CLAUSAL


def _boundary(clauses: Clauses, stop: int, limit: int) -> tuple[int, int]:
    """Where the subject that ends before `stop` begins, and its head ends."""
    at = head = stop
    while at > limit:
        before = at - 1
        letter = clauses.letters[before]
        if letter == c.SUBORDINATOR or clauses.is_stop(before):
            if clauses.texts[before] == "," and _lists(clauses, before, stop):
                at = before
                continue
            if clauses.texts[before] != ")":
                break
            opened = _opening(clauses, before, limit, "(")
            if opened is None:
                break
            at = opened
            continue
        if letter == c.CONJUNCTION and not _joins_subjects(clauses, before, limit):
            break
        if clauses.is_finite(before) and not _reduced(clauses, before):
            relative = _relative_before(clauses, before, limit)
            if relative is None:
                break
            at = head = relative
            continue
        at = before
    return at, head


def _reduced(clauses: Clauses, at: int) -> bool:
    """Say whether a participle belongs to a noun: "a report released on Monday"."""
    if clauses.letters[at] != c.VERB or not clauses.lower[at].endswith("ed"):
        return False
    return clauses.letters[at + 1] in (c.PREPOSITION, c.TIME)


def _relative_before(clauses: Clauses, verb: int, limit: int) -> int | None:
    """The "who" or "that" of a relative clause around a verb: "those who wrote"."""
    for at in range(verb - 1, max(limit, verb - 8), -1):
        if clauses.is_stop(at):
            return None
        if clauses.lower[at] in ("who", "that", "which"):
            noun = clauses.letters[at - 1] in (c.NAME, c.WORD)
            return at if noun or clauses.lower[at - 1] in ("those", "many") else None
    return None


def _lists(clauses: Clauses, comma: int, stop: int) -> bool:
    """Say whether a comma stands in a list of names: "the UK, France and Germany"."""
    behind = clauses.lower[comma + 1 : min(stop, comma + 8)]
    if not ("and" in behind or "or" in behind) or comma < 1:
        return False
    return clauses.letters[comma - 1] == clauses.letters[comma + 1] == c.NAME


def _joins_subjects(clauses: Clauses, at: int, limit: int) -> bool:
    """Tell "Obama and Clinton said" from "it rained and Clinton said"."""
    if clauses.lower[at] != "and" or at - 1 < limit:
        return False
    if clauses.letters[at + 1] == c.PRONOUN:
        return False
    for before in range(at - 1, max(limit, at - 12) - 1, -1):
        if clauses.is_stop(before):
            return clauses.texts[before] == "," and at - before <= 4 and before > limit
        if clauses.letters[before] in (c.SUBORDINATOR, c.CONJUNCTION):
            return True
        if clauses.is_finite(before) or clauses.letters[before] == c.VERB:
            return False
    return True


def _pieces(clauses: Clauses, begin: int, stop: int) -> list[tuple[int, int]]:
    """Split a stretch into base noun phrases."""
    pieces: list[tuple[int, int]] = []
    at = begin
    while at < stop:
        letter = clauses.letters[at]
        if letter in (c.PREPOSITION, c.SUBORDINATOR, c.STOP) and at + 1 <= stop:
            at += 1
            continue
        first = at
        at += 1
        while at < stop and not _breaks(clauses, at):
            at += 1
        pieces.append((first, at))
    return pieces


def _breaks(clauses: Clauses, at: int) -> bool:
    letter, before = clauses.letters[at], clauses.letters[at - 1]
    if letter in (c.PREPOSITION, c.SUBORDINATOR):
        return True
    if letter in (c.DETERMINER, c.PRONOUN):
        return before not in (c.DETERMINER, c.CONJUNCTION)
    return before == c.TIME and letter not in (c.TIME, c.NUMBER, c.POSSESSIVE)
