"""Whether a word is used as a verb: by what stands before and behind."""

from __future__ import annotations

from functools import cache

from newsmodel.lexicons import toml
from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_forms import BE, Cue, bases, grammar_words, participles
from newsmodel.parsers._claims_sources import left_subject
from newsmodel.parsers._clauses import Clauses


def is_verb(clauses: Clauses, cue: Cue, first: int, stop: int) -> bool:
    """Tell a verb from a noun or an adjective of the same form."""
    if _is_part_of_name(clauses, cue, first, stop):
        return False
    before = cue.first - 1
    letter = c.STOP if before < first else clauses.letters[before]
    word = clauses.lower[cue.head]
    if cue.first != cue.head:
        return not (word.endswith("s") and clauses.lower[cue.head - 1] in BE)
    if letter in (c.DETERMINER, c.POSSESSIVE):
        quantity = not cue.gerund and clauses.lower[before] in _QUANTIFIERS
        return quantity and _is_past(word)
    if cue.gerund:
        noun = letter in (c.WORD, c.NAME)
        return not noun or _opens_object(clauses, cue, stop)
    if letter == c.PREPOSITION:
        return clauses.lower[before] == "to" and word in bases()
    return _agrees(clauses, cue, letter, first, stop)


def _is_part_of_name(clauses: Clauses, cue: Cue, first: int, stop: int) -> bool:
    """Say whether a word is written as part of a name or of a compound."""
    head = cue.head
    if head > first and clauses.texts[head][0].isupper() and not _titled(clauses, head):
        return True
    if head and clauses.letters[head - 1] == c.HYPHEN and clauses.joined(head):
        return True
    hyphen = cue.stop < stop and clauses.texts[cue.stop] == "-"
    return hyphen and clauses.joined(cue.stop)


def _agrees(clauses: Clauses, cue: Cue, letter: str, first: int, stop: int) -> bool:
    """Say whether a bare finite form agrees with what stands before and behind."""
    word = clauses.lower[cue.head]
    follows = clauses.letters[cue.stop] if cue.stop < stop else c.STOP
    if word in bases() and word not in participles():
        plural = _takes_base(clauses, cue.first - 1, first)
        return plural or _is_plural(clauses, cue, first)
    if not word.endswith("s"):
        return not (letter == c.NUMBER and follows == c.WORD and word.endswith("ed"))
    if follows in (c.AUXILIARY, c.VERB) or letter not in _SUBJECTS:
        return False
    if word in _nouns() and cue.stop == cue.head + 1:
        if letter == c.NUMBER or clauses.lower[cue.head - 1] in _ADJECTIVES:
            return False
        return _opens_complement(clauses, cue.stop, stop) or _signs(clauses, cue)
    return True


def _signs(clauses: Clauses, cue: Cue) -> bool:
    """Say whether the words end with the cue: "...," notes the mayor, it reports."""
    before = range(max(0, cue.first - 8), cue.first)
    if any(at in clauses.quote_firsts for at in before):
        return True
    ends = cue.stop >= len(clauses.texts) or clauses.texts[cue.stop] == "."
    return ends and any(clauses.texts[at] == "," for at in before)


_ADJECTIVES = frozenset(
    "other new recent more previous earlier public false such two three four five six "
    "seven eight nine ten dozen".split()
)
"""Words before a noun of the same form as a verb."""


def _opens_object(clauses: Clauses, cue: Cue, stop: int) -> bool:
    """Tell "outlets agreeing to ..." from "a writing professor"."""
    linked = cue.stop < stop and clauses.lower[cue.stop] in cue.frames
    return linked or _opens_complement(clauses, cue.stop, stop)


def _is_plural(clauses: Clauses, cue: Cue, first: int) -> bool:
    """Say whether the head of the subject is a plural: "Aides to Clinton say"."""
    word = clauses.lower[cue.head]
    if word + "s" in _nouns() or cue.head == first:
        return False
    subject = left_subject(clauses, cue.head, first)
    if subject is None or subject.stop == cue.head:
        return False
    last = clauses.lower[subject.stop - 1]
    if last in grammar_words("plurals"):
        return True
    return last.endswith("s") and not last.endswith("ss")


_SUBJECTS = (c.NAME, c.WORD, c.PRONOUN, c.SUBORDINATOR, c.STOP, c.NUMBER, c.CONJUNCTION)


_QUANTIFIERS = frozenset("half some many most all both few several others each".split())


def _is_past(word: str) -> bool:
    """Say whether a verb has an ending of the past."""
    return word.endswith("ed") or word in ("said", "told", "thought", "felt")


def _opens_complement(clauses: Clauses, at: int, stop: int) -> bool:
    """Say whether a clause, an object or a quotation may begin here."""
    if at >= stop:
        return False
    if at in clauses.quote_stops or clauses.lower[at] in ("that", "to"):
        return True
    return clauses.letters[at] in (c.DETERMINER, c.PRONOUN, c.NAME)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(toml("cues.toml")["grammar"]["ambiguous"].split())


def _takes_base(clauses: Clauses, before: int, first: int) -> bool:
    """Say whether a plural subject may stand before a verb without ending."""
    if before < first:
        return False
    word, letter = clauses.lower[before], clauses.letters[before]
    if letter in (c.PRONOUN, c.SUBORDINATOR, c.CONJUNCTION):
        return word in _BEFORE_BASE
    if word in grammar_words("plurals") or letter == c.NUMBER or word == "percent":
        return True
    if letter not in (c.WORD, c.NAME) or word in ("us", "u.s.", "this", "news"):
        return False
    joined = letter == c.NAME and clauses.lower[before - 1] in ("and", "&")
    return joined or (word.endswith("s") and not word.endswith("ss"))


_BEFORE_BASE = frozenset("i we you they who that which and or but".split())


def _titled(clauses: Clauses, head: int) -> bool:
    """Say whether a word stands in a headline with capitals everywhere."""
    first, stop = clauses.stretch(head)
    if stop - first > 40:
        return clauses.texts[head - 1] in '.!?:"”'
    words = [w for w in clauses.texts[first:stop] if w[0].isalpha() and len(w) > 3]
    return 2 * sum(w[0].isupper() for w in words) > len(words)
