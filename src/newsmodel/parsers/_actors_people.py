"""Whether a name that no lexicon knows is a person's."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsmodel.model import ActorKind
from newsmodel.parsers._actors_appositions import roles_after
from newsmodel.parsers._actors_found import Found, Piece, RoleWords, View
from newsmodel.parsers._actors_roles import role_before
from newsmodel.parsers._actors_words import (
    ADJECTIVE,
    NAME,
    labels,
    place_names,
    word_set,
)

_LONGEST = 5
_SHOUTED = 4


def name_found(view: View, piece: Piece) -> Iterator[Found]:
    """Say what a name is: a person, something the story may tell, or nothing."""
    piece = _unlabelled(view, piece)
    first, end = piece.first, piece.end
    place = " ".join(view.texts[first:end]) in place_names()
    role = piece.role
    if not piece.titled and not place:
        role = role_before(view, first, piece.begin)
    if piece.titled or role or _is_personal(view, piece):
        if _may_be_person(view, piece, sure=piece.titled or bool(role)):
            yield _person(view, piece, role)
        return
    alone = end - first == 1
    if alone and view.words.groups.get((view.lower[first],)):
        return
    if place:
        if alone and view.lower[first - 1] not in word_set("locative"):
            yield Found(first=first, stop=end, kind=None, acts=False, place=True)
    elif alone and view.is_common(first) and not view.texts[first].isupper():
        if view.texts[first] in view.words.heads and not piece.initial:
            yield Found(first=first, stop=end, kind=None, acts=False)
    elif alone or view.lower[end - 1] not in word_set("things"):
        yield Found(first=first, stop=end, kind=None, acts=not piece.initial)


def _unlabelled(view: View, piece: Piece) -> Piece:
    """Leave a party or faith before a name out: "Republican Frank Roe"."""
    first = piece.first
    while (
        first + 1 < piece.end
        and view.lower[first] in labels()
        and view.texts[first + 1] != "-"
        and view.texts[first] not in view.words.given
    ):
        first += 1
    return attrs.evolve(piece, first=first)


def _person(view: View, piece: Piece, role: RoleWords | None) -> Found:
    before = (role,) if role else ()
    return Found(
        first=piece.first,
        stop=piece.end,
        kind=ActorKind.PERSON,
        country=_country_of(view, role),
        roles=before + roles_after(view, piece.end, piece.stop),
    )


def _country_of(view: View, role: RoleWords | None) -> str | None:
    """Give the country whose office a role is: "Ukrainian President"."""
    if role is None or role.owner is None:
        return None
    nation = view.words.nations.longest(view.texts, role.first)
    return nation[1].code if nation else None


def _may_be_person(view: View, piece: Piece, *, sure: bool) -> bool:
    words = view.texts[piece.first : piece.end]
    if sum(w[0].isupper() for w in words) > _LONGEST:
        return False
    if any(w != "-" and not w[0].isalpha() for w in words):
        return False
    if len(words) == 1 and len(words[0]) > 1 and words[0].isupper() and not sure:
        return False
    thing = view.lower[piece.end - 1] in word_set("things")
    return not thing or words[0] in view.words.given


def _is_personal(view: View, piece: Piece) -> bool:
    """Say whether a run looks like the full name of a person."""
    first, end = piece.first, piece.end
    words = [at for at in range(first, end) if view.is_capital(at)]
    spaced = [at for at in words if at == first or view.texts[at - 1] != "-"]
    if not 1 < len(spaced) < _LONGEST or _is_place_or_thing(view, first, end):
        return False
    if any(
        view.texts[at].isupper() and len(view.texts[at]) >= _SHOUTED for at in words
    ):
        return False
    if view.texts[first] in view.words.given or _has_age(view, end, piece.stop):
        return True
    if view.texts[first] in place_names():
        return False
    return not any(_is_no_name(view, at) for at in words)


def _is_place_or_thing(view: View, first: int, end: int) -> bool:
    return (
        view.lower[first] in word_set("directions")
        or view.lower[first] in word_set("places_before")
        or view.lower[end - 1] in word_set("things")
        or " ".join(view.texts[first:end]) in place_names()
    )


def _is_no_name(view: View, at: int) -> bool:
    """Say whether a word tells against a person: plain, a label, "Iranian", a head."""
    nation = view.words.nations.longest(view.texts, at, at + 1)
    return (
        view.is_plain(at)
        or view.lower[at] in labels()
        or view.texts[at] in view.words.heads
        or bool(nation and ADJECTIVE in nation[1].uses)
    )


def _has_age(view: View, end: int, stop: int) -> bool:
    """Say whether ", 45," follows."""
    if end + 2 >= stop or view.texts[end] != ",":
        return False
    age = view.texts[end + 1]
    return len(age) == len("45") and age.isdigit() and view.texts[end + 2] in (",", ".")


def is_surname(view: View, piece: Piece, size: int) -> bool:
    """Say whether a country's name is part of a person's: "Jordan Henderson"."""
    first, end = piece.first, piece.end
    if size > 1:
        return False
    if piece.titled:
        nation = view.words.nations.longest(view.texts, first, end)
        return bool(nation and nation[1].uses == NAME and end - first == 1)
    if first and view.texts[first - 1] in view.words.given:
        return True
    full = end - first == len(("given", "family"))
    return (
        full and view.texts[first] in view.words.given and not view.is_plain(first + 1)
    )
