"""Nouns that report: "the minister's claim that ...", "his refusal to ..."."""

from __future__ import annotations

from collections.abc import Iterator

from newsmodel.lexicons import Lexicon
from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_draft import Draft
from newsmodel.parsers._claims_ends import content_end
from newsmodel.parsers._claims_forms import Cue
from newsmodel.parsers._claims_sources import Source
from newsmodel.parsers._clauses import Clauses, Phrase

_OWNERS = frozenset("his her its their my our your whose".split())
_OBJECT = {
    "criticism": ("of",),
    "praise": ("of", "for"),
    "demand": ("for",),
    "question": ("about",),
    "denial": ("of",),
    "proposal": ("for",),
}


def find_nouns(
    clauses: Clauses, nouns: Lexicon[str], sentence: Phrase
) -> Iterator[Draft]:
    """Give the drafts of the reporting nouns of a sentence."""
    first, stop = sentence
    for at in range(first, stop - 2):
        if clauses.letters[at] not in (c.WORD, c.NAME, c.VERB) or clauses.quoted[at]:
            continue
        match = nouns.longest(clauses.lower, at, stop)
        if match is None:
            continue
        draft = _draft(clauses, sentence, at, match)
        if draft is not None:
            yield draft


def _draft(
    clauses: Clauses, sentence: Phrase, at: int, match: tuple[int, str]
) -> Draft | None:
    length, act = match
    behind = at + length
    source = _owner(clauses, at, sentence.first)
    link = clauses.lower[behind] if behind < sentence.stop else ""
    if source is None or (link == "to" and act not in ("threat", "refusal")):
        return None
    cue = Cue(at, at, behind, act, frozenset(("clause",)))
    draft = Draft(cue, source, sentence, link=link)
    end = _content_end(clauses, draft, link, behind)
    if end <= behind + 1:
        return None
    begin = behind if link == "to" else behind + 1
    draft.content = [Phrase(begin, end)]
    draft.pattern = f"noun-{link}"
    return draft


def _content_end(clauses: Clauses, draft: Draft, link: str, at: int) -> int:
    """Where the complement of a noun ends; `at` where it has none that counts."""
    cue, stop = draft.cue, draft.sentence.stop
    act = cue.act
    if link == "that":
        follows = clauses.letters[at + 1] if at + 1 < stop else c.STOP
        clause = follows not in (c.AUXILIARY, c.VERB, c.NEGATION, c.ADVERB)
        return content_end(clauses, draft, at + 1, []) if clause else at
    if link == "to":
        begins = at + 1 < stop and clauses.letters[at + 1] in (c.WORD, c.VERB)
        return content_end(clauses, draft, at, []) if begins else at
    if link in _OBJECT.get(act, ()):
        return _object_end(clauses, at + 1, stop)
    return at


def _object_end(clauses: Clauses, at: int, stop: int) -> int:
    end = clauses.noun_phrase(at, stop).stop
    while end < stop - 1 and clauses.letters[end] == c.PREPOSITION:
        following = clauses.noun_phrase(end + 1, stop).stop
        if following <= end + 1:
            break
        end = following
    return end


def _owner(clauses: Clauses, at: int, first: int) -> Source | None:
    """The possessor before a noun, with at most two words between."""
    for before in range(at - 1, max(first, at - 4) - 1, -1):
        letter = clauses.letters[before]
        if clauses.lower[before] in _OWNERS:
            return Source(before, before + 1, before, before + 1, "owner")
        if letter == c.POSSESSIVE and before > first:
            return _possessor(clauses, before, first)
        if letter not in (c.WORD, c.NAME, c.VERB, c.NUMBER):
            return None
    return None


def _possessor(clauses: Clauses, mark: int, first: int) -> Source | None:
    begin = mark
    while begin > first and clauses.letters[begin - 1] in (c.NAME, c.WORD):
        begin -= 1
    return Source(begin, mark, begin, mark, "owner") if begin < mark else None
