"""The office before a learned name, with its place or body: "Bishop of Oslo Roe"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsmodel.parsers._actors_found import Found, RoleWords, View
from newsmodel.parsers._actors_roles import role_before
from newsmodel.parsers._actors_titles import role_of, title_at

_LONGEST_TITLE: Final = 4
_LONGEST_OFFICE: Final = 8


def title_before(
    view: View, first: int, begin: int, found: Sequence[Found]
) -> RoleWords | None:
    """Read the office before a learned name, written with capitals or without."""
    for at in range(max(begin, first - _LONGEST_TITLE), first):
        size, office = title_at(view, at, first, first)
        if office and at + size == first:
            last = next((f for f in found if f.stop == at), None)
            return role_of(view, at, first, last)
    return _title_of(view, first, begin) or role_before(view, first, begin)


def _title_of(view: View, first: int, begin: int) -> RoleWords | None:
    """Read an office with its place before a name: "Archbishop of Oslo Jane Roe"."""
    for at in range(max(begin, first - _LONGEST_OFFICE), first - 2):
        of = at + _office_size(view, at, first)
        place = of + 1 + (view.lower[of + 1] == "the")
        if of > at and view.lower[of] == "of" and _is_owner(view, place, first):
            owner = view.text(place, first)
            joins = at - 1 > begin and view.texts[at - 1] == "-" and view.joined(at)
            title = at - 2 * joins  # "vice-president"
            return RoleWords(
                first=title, title=title, stop=of, owner=owner, passage_stop=first
            )
    return None


def _office_size(view: View, at: int, first: int) -> int:
    size, office = title_at(view, at, first, first)
    role = view.words.roles.longest(view.lower, at, first - 1)
    return max(size if office else 0, role[0] if role else 0)


def _is_owner(view: View, place: int, first: int) -> bool:
    """Say whether words have an office, but no other office among them."""
    words = range(place, first)
    if not words or not all(map(view.is_capital, words)):
        return False
    return not any(_office_size(view, word, first) for word in words)
