"""The tokens that actors take, where no place is meant."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Final, NamedTuple

from newsmodel.lexicons import _nations, table
from newsmodel.model import Actor, ActorKind, MentionKind
from newsmodel.parsers._actors_learned import Names
from newsmodel.parsers.reading import Reading

_BODIES: Final = frozenset((ActorKind.ORGANISATION, ActorKind.MEDIA))
_NAMED: Final = (*_BODIES, ActorKind.GOVERNMENT)
_FIRM: Final = 0.7
"""Probability from which a single word is the name of a person."""
_SITES: Final = (".com", ".org", ".net")


class Parties(NamedTuple):
    """What the names of actors say about the words of a story."""

    taken: frozenset[int]
    """Tokens in names of people and media."""
    organised: frozenset[int]
    """Tokens in names of organisations of several words."""
    names: frozenset[str]
    """Single words of the names of people."""
    acting: frozenset[int]
    """First tokens of place names that stand for a government."""
    owning: frozenset[int]
    """First tokens of names that stand as adjectives: "US" in "US officials"."""
    bodies: frozenset[tuple[int, int]]
    """Tokens of the names of bodies and governments of several words."""


@functools.cache
def given_names() -> frozenset[str]:
    """Given names of people."""
    return frozenset(row["name"] for row in table("given.tsv"))


def parties(reading: Reading, names: Names | None) -> Parties:
    """
    Gather what the actors of a story take.

    Args:
        reading: The story, with its actors.
        names: The learned names; a single one that is hardly a person's takes nothing.
    """
    taken: set[int] = set()
    organised: set[int] = set()
    bodies: set[tuple[int, int]] = set()
    for actor in reading.actors:
        for first, stop, text in _named(actor, reading, names):
            several = stop - first > 1
            if actor.kind in _NAMED and several:
                bodies.add((first, stop))
            media = actor.kind is ActorKind.MEDIA and several
            if media or actor.kind is ActorKind.PERSON or text.endswith(_SITES):
                taken.update(range(first, stop))
            elif actor.kind in _BODIES and several:
                organised.update(range(first, stop))
    return Parties(
        taken=frozenset(taken),
        organised=frozenset(organised),
        names=frozenset(_family(reading)),
        acting=frozenset(_firsts(reading, "metonymic")),
        owning=frozenset(_firsts(reading, "adjectival")),
        bodies=frozenset(bodies),
    )


def _named(
    actor: Actor, reading: Reading, names: Names | None
) -> Iterator[tuple[int, int, str]]:
    """Give the tokens and words of the names of an actor; no short name of a state."""
    short = _nations.abbreviations()
    for mention in actor.mentions:
        if mention.kind is MentionKind.NAME and mention.text not in short:
            first, stop = reading.document.token_range(mention.start, mention.end)
            person = actor.kind is ActorKind.PERSON
            if not person or not _may_be_town(first, stop, names):
                yield first, stop, mention.text.lower()


def _may_be_town(first: int, stop: int, names: Names | None) -> bool:
    """Say whether a single word is a person's name by a slight chance only."""
    spans = names.between(first, stop) if names and stop == first + 1 else []
    return bool(spans) and max(span.probability for span in spans) < _FIRM


def _family(reading: Reading) -> Iterator[str]:
    """Give the words of the full names of people."""
    for actor in reading.actors:
        if actor.kind is ActorKind.PERSON and " " in actor.name:
            yield from actor.name.split()


def _firsts(reading: Reading, flag: str) -> Iterator[int]:
    """Give the first tokens of the mentions with a flag."""
    for actor in reading.actors:
        for mention in actor.mentions:
            if getattr(mention, flag):
                yield reading.document.token_range(mention.start, mention.end)[0]
