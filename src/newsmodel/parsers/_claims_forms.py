"""A cue, and the forms of its verb."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsmodel.lexicons import toml


class Cue(NamedTuple):
    """A reporting verb with its auxiliaries, as tokens."""

    first: int
    """First token: of the auxiliaries, adverbs and negation before the verb."""
    head: int
    """The verb."""
    stop: int
    """Behind the verb and its particle."""
    act: str
    frames: frozenset[str]
    passive: bool = False
    gerund: bool = False
    opening: bool = False
    """Whether it opens a clause without a subject: "Asked whether ...," """
    added: bool = False
    """Whether the word has no frames of its own: a subclass has added it."""


@cache
def participles() -> frozenset[str]:
    verbs = toml("cues.toml")["verbs"].values()
    return frozenset(entry[2].split()[3] for entry in verbs)


@cache
def only_participles() -> frozenset[str]:
    """Participles that are no past tense: "shown", "known"."""
    forms = [e[2].split() for e in toml("cues.toml")["verbs"].values()]
    return frozenset(f[3] for f in forms if f[3] != f[2] and f[3] != f[0])


@cache
def bases() -> frozenset[str]:
    return frozenset(e[2].split()[0] for e in toml("cues.toml")["verbs"].values())


@cache
def grammar_words(name: str) -> frozenset[str]:
    return frozenset(toml("cues.toml")["grammar"][name].split())


BE = frozenset("is are was were be been being isn't aren't wasn't weren't".split())
