"""Titles inside a run of capitals, and whose office they are."""

from __future__ import annotations

from newsmodel.parsers._actors_found import Found, RoleWords, View
from newsmodel.parsers._actors_words import word_set

_FEW = 4
_JOINING = frozenset(("of", "for", "and", "the", "&", "-"))


def title_at(view: View, at: int, end: int, stop: int) -> tuple[int, bool]:
    """Give the length of a title in a run, and whether it is an office."""
    body = view.words.bodies.longest(view.texts, at, stop)
    if (body and body[0] > 1) or view.place_size(at, end) > 1:
        return 0, False
    title = view.words.titles.longest(view.texts, at, stop)
    polite = view.words.honorifics.longest(view.texts, at, stop)
    size = max(title[0] if title else 0, polite[0] if polite else 0)
    if not size:
        size = _role_size(view, at, end)
        return size, bool(size)
    if _is_surname(view, at, size, end) or _opens_a_body(view, at, size, end):
        return 0, False
    return size, bool(title and title[0] == size)


def _is_surname(view: View, at: int, size: int, end: int) -> bool:
    """Say whether a title is a name: "Martin King", "Mr. King"."""
    if at + size < end or not at:
        return False
    before = view.texts[at - 1]
    if view.lower[at + size - 1] in word_set("addressed"):
        return False
    return before in view.words.given or before in view.words.honorifics


def _opens_a_body(view: View, at: int, size: int, end: int) -> bool:
    """Say whether a title begins a body's name: "Justice Department"."""
    if at + size >= end or end - at > size + 3:
        return False
    return view.texts[end - 1] in view.words.heads


def _role_size(view: View, at: int, end: int) -> int:
    """Give the length of a role noun in capitals before a name: "Spokesperson"."""
    role = view.words.roles.longest(view.lower, at, end)
    if not role or at + role[0] >= end or view.texts[at] in view.words.given:
        return 0
    following = at + role[0]
    named = view.is_capital(following) and not view.is_plain(following)
    return role[0] if named else 0


def next_title(view: View, at: int, end: int, stop: int) -> int:
    """Give where the next title of a run stands, or its end."""
    for place in range(at + 1, end):
        if view.texts[place - 1] in _JOINING:
            continue
        if title_at(view, place, end, stop)[0]:
            return place
    return end


def title_start(view: View, first: int, title: int) -> int:
    """Give the start of the words that belong to a title: "Communications Minister"."""
    if view.lower[title] not in word_set("held"):
        return title
    at = title
    while at > first and _names_a_field(view, at - 1):
        at -= 1
    body = view.words.bodies.longest(view.texts, at, title)
    nation = view.words.nations.longest(view.texts, at, title)
    return title if body or nation else at


def _names_a_field(view: View, at: int) -> bool:
    return view.is_plain(at) and view.lower[at] not in word_set("function")


def role_of(view: View, title: int, stop: int, last: Found | None) -> RoleWords:
    """Make the role of a title, with its owner before it: "Iran's President"."""
    if last and last.stop == title:
        owner = view.text(last.first, last.stop)
        return RoleWords(first=last.first, title=title, stop=stop, owner=owner)
    end = title - 1
    if end < 1 or view.texts[end] not in ("'s", "'") or not view.is_capital(end - 1):
        return RoleWords(first=title, title=title, stop=stop)
    begin = end - 1
    while begin and end - begin < _FEW and view.is_capital(begin - 1):
        begin -= 1
    owner = view.text(begin, end)
    return RoleWords(first=begin, title=title, stop=stop, owner=owner)
