"""The tokens that actors take, where no place is meant."""

from __future__ import annotations

import functools
from typing import NamedTuple

from newsmodel.lexicons import _nations, table
from newsmodel.model import ActorKind, MentionKind
from newsmodel.parsers.reading import Reading

_BODIES = frozenset((ActorKind.ORGANISATION, ActorKind.MEDIA))
_NAMED = (*_BODIES, ActorKind.GOVERNMENT)


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


_SITES = (".com", ".org", ".net")


@functools.cache
def given_names() -> frozenset[str]:
    """Given names of people."""
    return frozenset(row["name"] for row in table("given.tsv"))


def parties(reading: Reading) -> Parties:
    """Gather what the actors of a story take."""
    taken: set[int] = set()
    organised: set[int] = set()
    acting: set[int] = set()
    owning: set[int] = set()
    names: set[str] = set()
    bodies: set[tuple[int, int]] = set()
    short = _nations.abbreviations()
    for actor in reading.actors:
        for mention in actor.mentions:
            first, stop = reading.document.token_range(mention.start, mention.end)
            if mention.metonymic:
                acting.add(first)
            if mention.adjectival:
                owning.add(first)
            if mention.kind is not MentionKind.NAME or mention.text in short:
                continue
            if actor.kind in _NAMED and stop - first > 1:
                bodies.add((first, stop))
            site = mention.text.lower().endswith(_SITES)
            if (
                actor.kind is ActorKind.PERSON
                or site
                or (actor.kind is ActorKind.MEDIA and stop - first > 1)
            ):
                taken.update(range(first, stop))
            elif actor.kind in _BODIES and stop - first > 1:
                organised.update(range(first, stop))
        if actor.kind is ActorKind.PERSON and " " in actor.name:
            names.update(actor.name.split())
    sets = (taken, organised, names, acting, owning, bodies)
    return Parties(*(frozenset(s) for s in sets))  # type: ignore[arg-type]  # in order
