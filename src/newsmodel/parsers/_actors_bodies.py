"""Bodies by their names: known ones, and what the words of others tell."""

from __future__ import annotations

import attrs

from newsmodel.model import ActorKind
from newsmodel.parsers._actors_found import Found, View
from newsmodel.parsers._actors_words import CAPITAL, Body, Nation


def body_at(view: View, first: int, end: int) -> tuple[int, Body] | None:
    """Find a known body, also behind its country: "United States Supreme Court"."""
    bodies = view.words.bodies
    body = bodies.longest(view.texts, first, end)
    if body and body[0] == end - first:
        return body
    nation = view.words.nations.longest(view.texts, first, end)
    own = bodies.longest(view.texts, first + nation[0], end) if nation else None
    if nation and own and own[1].country == nation[1].code:
        return nation[0] + own[0], own[1]
    return body


def body_found(view: View, span: tuple[int, int], body: Body) -> Found:
    """Say who is known by a name; "National Assembly" may be of any country."""
    first, stop = span
    first += view.lower[first] == "the" and stop > first + 1
    found = Found(first=first, stop=stop, kind=body.kind)
    if body.doubtful and body.country not in view.countries:
        return found
    return attrs.evolve(found, country=body.country, name=body.name)


def head_kind(view: View, first: int, end: int) -> ActorKind | None:
    """Tell what a body is by its last word, or by the one before "of"."""
    heads = view.words.heads
    last = heads.get((view.texts[end - 1],))
    opens = end > first + 1 and view.texts[first + 1] in ("of", "for")
    return last or (heads.get((view.texts[first],)) if opens else None)


def home(nation: tuple[int, Nation] | None) -> str | None:
    """Give the country in a body's name; of a capital's there are namesakes."""
    if nation is None or CAPITAL in nation[1].uses:
        return None
    return nation[1].code
