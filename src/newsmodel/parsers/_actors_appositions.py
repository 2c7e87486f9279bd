"""Offices and jobs after a name: ", a spokesman for X,", ", X's president,"."""

from __future__ import annotations

from newsmodel.parsers._actors_found import RoleWords, View
from newsmodel.parsers._actors_roles import BEFORE_OWNER
from newsmodel.parsers._actors_words import modifiers, word_set

_REACH = 12
_ARTICLES = frozenset(("a", "an", "the", "its", "his", "her", "their"))
_NO_OFFICE = frozenset(("man", "woman", "boy", "girl", "child", "gentleman", "lady"))
_AGE = frozenset(("-", "year", "old"))
_JOINING = frozenset(("of", "for", "and", "-"))


def roles_after(view: View, end: int, stop: int) -> tuple[RoleWords, ...]:
    """Read the apposition that follows a name, over an age: ", 45, head of X"."""
    at = end
    if at + 2 < stop and view.texts[at] == "," and view.texts[at + 1].isdigit():
        at += 2
    if at + 1 >= stop or view.texts[at] != ",":
        return ()
    first = at + 1
    first += view.lower[first] in _ARTICLES
    limit = min(stop, first + _REACH)
    for place in range(first, limit):
        if not _in_phrase(view, place):
            return ()
        role = view.words.roles.longest(view.lower, place, limit)
        if role is None:
            continue
        if not _is_office(view, place, place + role[0], stop):
            return ()
        office = _apposition(view, first, place, place + role[0], limit)
        return () if _speaks(view, office, stop) else (office,)
    return ()


def _in_phrase(view: View, at: int) -> bool:
    word, lower = view.texts[at], view.lower[at]
    if lower in word_set("function") or lower in word_set("speech"):
        return False
    return word[0].isalnum() or word in ("-", "'s")


def _is_office(view: View, first: int, end: int, stop: int) -> bool:
    """Say no where what follows is someone else's: "Roe, the minister's brother"."""
    if view.lower[first] in _NO_OFFICE or (end < stop and view.texts[end] == "'s"):
        return False
    if view.texts[first].islower() or view.texts[first].isupper():
        return True
    return view.words.titles.longest(view.texts, first, end) is not None


def _speaks(view: View, office: RoleWords, stop: int) -> bool:
    """Say whether someone else speaks here: "Roe, a member of Congress said"."""
    end = office.passage_stop or office.stop
    return end < stop and view.lower[end] in word_set("speech")


def _apposition(view: View, first: int, role: int, stop: int, limit: int) -> RoleWords:
    """Make the role: what stands before it in capitals, or after "of", owns it."""
    while first < role and (
        view.texts[first].isdigit()
        or view.lower[first] in modifiers()
        or view.lower[first] in _AGE
    ):
        first += 1
    title = first
    for at in range(role - 1, first - 1, -1):
        if view.is_capital(at) or view.texts[at] == "'s":
            title = at + 1
            break
    if title > first:
        return _owned(view, first, title, role, stop)
    if stop < limit and view.lower[stop] in BEFORE_OWNER:
        begin = stop + 1
        begin += begin < limit and view.lower[begin] == "the"
        end = _name_end(view, begin, limit)
        if end > begin:
            owner = view.text(begin, end)
            return RoleWords(
                first=first, title=title, stop=stop, owner=owner, passage_stop=end
            )
    return RoleWords(first=first, title=title, stop=stop)


def _owned(view: View, first: int, title: int, role: int, stop: int) -> RoleWords:
    if view.texts[title] == "-":  # "a Cleveland-area pastor"
        return RoleWords(first=first, title=min(title + 2, role), stop=stop)
    end = title - (view.texts[title - 1] == "'s")
    owner = view.text(first, end) if end > first else None
    return RoleWords(first=first, title=title, stop=stop, owner=owner)


def _name_end(view: View, first: int, limit: int) -> int:
    at = first
    while at < limit:
        inside = at > first and view.texts[at] in _JOINING and at + 1 < limit
        if not view.is_capital(at) and not (inside and view.is_capital(at + 1)):
            break
        at += 1
    return at
