"""Names in a headline where capitals tell nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from newsmodel.lexicons import Lexicon
from newsmodel.model import ActorKind
from newsmodel.parsers._actors_found import Found, View
from newsmodel.parsers._actors_words import ADJECTIVE, NAME, place_names

_NAMED = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.MEDIA)


def scan_headline(
    view: View, first: int, stop: int, found: Sequence[Found]
) -> Iterator[Found]:
    """
    Find names where all words have capitals: those of the body, nations and bodies.

    Args:
        view: The story.
        first: First token of the headline.
        stop: The token after it.
        found: What the body gives.
    """
    words = view.texts[first:stop]
    loud = all(w.isupper() for w in words if w[0].isalpha())
    names = _names_of(view, found, loud=loud)
    keys = [w.lower() for w in words] if loud else words
    at = 0
    while at < len(words):
        match = names.longest(keys, at)
        known = _known(view, words, at, loud=loud)
        match = max((m for m in (match, known) if m), key=lambda m: m[0], default=None)
        if match is None:
            at += 1
            continue
        size, like = match
        place = first + at
        yield attrs.evolve(like, first=place, stop=place + size, roles=(), acts=True)
        at += size


def _known(
    view: View, words: list[str], at: int, *, loud: bool
) -> tuple[int, Found] | None:
    """Look a name up in the lexicons, of nations also in capitals: "IRAN"."""
    body = view.words.bodies.longest(words, at)
    nation = view.words.nations.longest(words, at)
    if nation is None and loud:
        few = [w.capitalize() for w in words[at : at + 4]]
        nation = view.words.nations.longest(few, 0)
    if body and body[0] >= (nation[0] if nation else 0):
        like = Found(
            first=0,
            stop=0,
            kind=body[1].kind,
            country=body[1].country,
            name=body[1].name,
        )
        return body[0], like
    if nation is None or not {NAME, ADJECTIVE} & set(nation[1].uses):
        return None
    like = Found(
        first=0,
        stop=0,
        kind=ActorKind.COUNTRY,
        country=nation[1].code,
        name=nation[1].name,
        adjectival=NAME not in nation[1].uses,
    )
    return nation[0], like


def _names_of(view: View, found: Sequence[Found], *, loud: bool) -> Lexicon[Found]:
    """Gather the names of the body, those of people also by the surname."""
    tokens = view.lower if loud else view.texts
    names: dict[tuple[str, ...], Found] = {}
    for candidate in found:
        if candidate.kind not in _NAMED:
            continue
        names.setdefault(tuple(tokens[candidate.first : candidate.stop]), candidate)
        last = candidate.stop - 1
        person = candidate.kind is ActorKind.PERSON
        if person and view.texts[last] not in place_names():
            names.setdefault((tokens[last],), candidate)
    return Lexicon.of(names)
