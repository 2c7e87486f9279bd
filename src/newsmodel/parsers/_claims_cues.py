"""Where cues may stand: reporting words that are used as verbs."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from functools import cache

from newsmodel.lexicons import Lexicon, toml
from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_forms import (
    BE,
    Cue,
    grammar_words,
    only_participles,
    participles,
)
from newsmodel.parsers._claims_verbs import is_verb
from newsmodel.parsers._clauses import Clauses, is_gerund

CLAUSE_FRAMES = frozenset(("clause", "noun"))
"""What a word takes that has no entry among the frames."""


def cue_entries() -> Mapping[str, str]:
    """Acts and frames of all forms of all reporting verbs."""
    return {form: f"{entry[0]} {entry[1]}" for form, entry in _forms()}


def noun_entries() -> Mapping[str, str]:
    """Acts of all reporting nouns."""
    nouns = toml("cues.toml")["nouns"].values()
    return {form: act for act, forms in nouns for form in forms.split()}


def preposition_entries() -> Mapping[str, str]:
    """Acts of the phrases that stand before a source."""
    phrases = toml("cues.toml")["prepositions"].items()
    return {phrase: act for act, several in phrases for phrase in several}


def _forms() -> Iterator[tuple[str, list[str]]]:
    for lemma, entry in toml("cues.toml")["verbs"].items():
        _, _, particle = lemma.partition(" ")
        for form in entry[2].split():
            yield f"{form} {particle}".strip(), entry


_PROGRESSIVE = BE | {"'s", "'re", "'m"}


_HAVE = frozenset("has have had having hasn't haven't hadn't 've".split())


def find_cues(
    clauses: Clauses, cues: Lexicon[str], first: int, stop: int
) -> Iterator[Cue]:
    """Give the cues of a sentence, in order; none in a quotation."""
    begins = _first_words(cues)
    lower, quoted = clauses.lower, clauses.quoted
    at = first
    while at < stop:
        if lower[at] not in begins or quoted[at]:
            at += 1
            continue
        match = cues.longest(lower, at, stop)
        if match is None:
            at += 1
            continue
        cue = cue_at(clauses, at, match, (first, stop))
        if is_verb(clauses, cue, first, stop):
            yield cue
            at = cue.stop
        else:
            at += 1


@cache
def _first_words(cues: Lexicon[str]) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in cues)


def cue_at(
    clauses: Clauses, at: int, match: tuple[int, str], sentence: tuple[int, int]
) -> Cue:
    """Make a cue of a reporting word of a sentence."""
    length, value = match
    act, *frames = value.split() or [""]
    first = _group_start(clauses, at, sentence[0])
    opening = act == "question" and _opens(clauses, first, at, sentence)
    progressive = not _PROGRESSIVE.isdisjoint(clauses.lower[first:at])
    group = (first, sentence[1])
    bare = act == "accusation" and _lacks_object(clauses, at, group, frames)
    return Cue(
        first=first,
        head=at,
        stop=at + length,
        act=act,
        frames=frozenset(frames) or CLAUSE_FRAMES,
        passive=opening or bare or _is_passive(clauses, at, first, sentence[1]),
        opening=opening,
        gerund=is_gerund(clauses.lower[at]) and not progressive,
        added=not frames,
    )


def _opens(clauses: Clauses, first: int, head: int, sentence: tuple[int, int]) -> bool:
    """Say whether a participle opens a clause: "Asked if", "when asked about"."""
    if first != head or clauses.lower[head] not in participles():
        return False
    if head + 1 >= sentence[1] or clauses.letters[head + 1] not in _ASKING:
        return False
    return head == sentence[0] or clauses.lower[head - 1] in ("when", "if", "once")


_ASKING = (c.SUBORDINATOR, c.PREPOSITION, c.ADVERB, c.STOP)


def _group_start(clauses: Clauses, head: int, limit: int) -> int:
    """The first token of the verb group that ends with a verb."""
    at = head
    letters, lower = clauses.letters, clauses.lower
    limit = max(limit, head - 8)
    while at > limit:
        before = at - 1
        if letters[before] in (c.AUXILIARY, c.NEGATION, c.ADVERB):
            at = before
        elif lower[before] == "to" and _is_chain(clauses, before, limit):
            at = before - 1
        else:
            break
    while at < head and letters[at] == c.ADVERB and lower[at] in _OPENERS:
        at += 1
    return at


_OPENERS = frozenset("however meanwhile instead therefore moreover furthermore".split())


def _is_chain(clauses: Clauses, to: int, limit: int) -> bool:
    """Say whether a verb that goes on with "to" stands before it."""
    return to - 1 >= limit and clauses.lower[to - 1] in grammar_words("catenatives")


def _lacks_object(
    clauses: Clauses, head: int, group: tuple[int, int], frames: Container[str]
) -> bool:
    """Say whether nobody stands behind "accused", as in "was held and accused of"."""
    first, stop = group
    after = head + 1
    if clauses.lower[head] not in participles() or after >= stop:
        return False
    helped = any(clauses.letters[at] == c.AUXILIARY for at in range(first, head))
    asked = not c.RELATIVES.isdisjoint(clauses.lower[max(0, first - 3) : first - 1])
    linked = clauses.letters[after] == c.PREPOSITION and clauses.lower[after] in frames
    return linked and "whom" in frames and not helped and not asked


def _is_passive(clauses: Clauses, head: int, first: int, stop: int) -> bool:
    word = clauses.lower[head]
    if word not in participles() and not word.endswith("ed"):
        return False
    group = clauses.lower[first:head]
    if word in only_participles() and not any(w in _HAVE for w in group):
        return True
    if any(w in BE for w in group):
        return not any(is_gerund(w) for w in group if w != "being")
    if any(clauses.letters[at] == c.AUXILIARY for at in range(first, head)):
        return False
    after = head + 1
    if after < stop and clauses.lower[after] == "by":
        return clauses.letters[first - 1] != c.PRONOUN if first else True
    return False
