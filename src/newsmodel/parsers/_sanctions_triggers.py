"""Where a sanction may be named: nouns and verbs that stand for a measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from newsmodel.lexicons import Lexicon, toml
from newsmodel.parsers import _clauses as c
from newsmodel.parsers._clauses import Clauses


class Trigger(NamedTuple):
    """Words that may name a sanction, as tokens."""

    first: int
    stop: int
    measure: str
    verb: bool


def trigger_entries() -> Mapping[str, str]:
    """Measures by the nouns that name them."""
    nouns = toml("sanctions.toml")["triggers"].items()
    return {phrase: name for name, several in nouns for phrase in several.split("|")}


def verb_entries() -> Mapping[str, str]:
    """Measures by the verbs that name them."""
    verbs = toml("sanctions.toml")["verbs"].items()
    return {form: name for name, forms in verbs for form in forms.split()}


@cache
def words(table: str, name: str = "words") -> frozenset[str]:
    """Give one list of words of the lexicon."""
    return frozenset(toml("sanctions.toml")[table][name].split())


def find_triggers(
    clauses: Clauses, nouns: Lexicon[str], verbs: Lexicon[str]
) -> Iterator[Trigger]:
    """Give all words that may name a sanction, in order."""
    begins = _first_words(nouns) | _first_words(verbs)
    lower = clauses.lower
    for first, stop in clauses.sentences:
        at = first
        while at < stop:
            if lower[at] not in begins:
                at += 1
                continue
            noun, verb = nouns.longest(lower, at, stop), verbs.longest(lower, at, stop)
            match = noun or verb
            if match is None:
                at += 1
                continue
            is_verb = noun is None or _is_verb(clauses, at, stop, noun[0])
            yield Trigger(at, at + match[0], match[1], is_verb)
            at += match[0]


@cache
def _first_words(lexicon: Lexicon[str]) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in lexicon)


def _is_verb(clauses: Clauses, at: int, stop: int, length: int) -> bool:
    """Tell "to sanction" and "EU sanctions six firms" from the noun."""
    word = clauses.lower[at]
    if length > 1 or at == 0 or word not in _BOTH:
        return False
    if not word.endswith("s"):
        return clauses.lower[at - 1] in _BEFORE_VERBS
    if clauses.letters[at - 1] != c.NAME or at + 1 >= stop:
        return False
    phrase = clauses.noun_phrase(at + 1, stop)
    behind = clauses.letters[at + 1]
    people = clauses.lower[phrase.stop - 1] in words("parties") and behind != c.PRONOUN
    return behind in (c.NAME, c.NUMBER, c.DETERMINER, c.WORD) and (
        people
        or (behind == c.NAME and phrase.stop >= stop)
        or (behind == c.NAME and clauses.lower[phrase.stop] in _HEADLINE_ENDS)
    )


_HEADLINE_ENDS = frozenset("over for after following amid as in , . ; |".split())


_BOTH = frozenset(("sanction", "sanctions", "blacklist", "blacklists"))
_BEFORE_VERBS = frozenset("to not would will could may might should must".split())
