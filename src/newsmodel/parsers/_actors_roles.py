"""Offices and jobs before a name: "X spokesman John Roe", "head of X, John Roe,"."""

from __future__ import annotations

import attrs

from newsmodel.parsers._actors_found import RoleWords, View
from newsmodel.parsers._actors_words import modifiers, word_set

BEFORE_OWNER = frozenset(("of", "for", "at", "to", "in"))
_REACH = 12
_LONGEST_OWNER = 8
_LONGEST_ROLE = 3
_FIELDS = 2
_FIELDS_BEFORE = 4
_DEFINITE = frozenset(("the", "its", "his", "her", "their", "'s"))
_POSSESSIVE = frozenset(("'s", "'"))
_JOINING = frozenset(("of", "for", "and"))
_BREAKING = frozenset(("is", "was", "that"))


def role_before(view: View, first: int, begin: int) -> RoleWords | None:
    """Read the role noun directly before a name, in the sentence from `begin` on."""
    if first <= begin:
        return None
    if view.texts[first - 1] == ",":
        return _before_comma(view, first - 1, begin)
    if not view.texts[first - 1].islower():
        return None
    for size in range(min(_LONGEST_ROLE, first - begin), 0, -1):
        if view.words.roles.get(tuple(view.lower[first - size : first])):
            return _with_owner(view, first - size, first, begin)
    return None


def _before_comma(view: View, comma: int, begin: int) -> RoleWords | None:
    """Read "The Minister of Health, Jane Roe,": an office, a comma, the name."""
    found = None
    at = comma - 1
    while at >= max(begin, comma - _REACH) and _in_phrase(view, at):
        end = at + _title_size(view, at, comma)
        if end > at and (end == comma or view.lower[end] in BEFORE_OWNER):
            found = (at, end)
        at -= 1
    if found is None:
        return None
    role, end = found
    title = _definite_start(view, role, begin)
    if title is None and not view.is_capital(role):
        office = _with_owner(view, role, end, begin)
        held = office.owner and end == comma
        return attrs.evolve(office, passage_stop=comma) if held else None
    title = role if title is None else title
    owner = end + 1 + (view.lower[end + 1] == "the") if end < comma else comma
    return RoleWords(
        first=title,
        title=title,
        stop=end,
        owner=view.text(owner, comma) if owner < comma else None,
        passage_stop=comma,
    )


def _definite_start(view: View, role: int, begin: int) -> int | None:
    """Give the word after "the" or "its", where one opens the phrase."""
    for at in range(role - 1, max(begin, role - _FIELDS_BEFORE) - 1, -1):
        if view.lower[at] in _DEFINITE:
            return at + 1
        if not _is_field(view, at):
            return None
    return None


def _title_size(view: View, at: int, stop: int) -> int:
    title = view.words.titles.longest(view.texts, at, stop)
    role = view.words.roles.longest(view.lower, at, stop)
    return max(title[0] if title else 0, role[0] if role else 0)


def _in_phrase(view: View, at: int) -> bool:
    """Say whether a word may stand in a noun phrase before a comma."""
    word, lower = view.texts[at], view.lower[at]
    if lower in word_set("speech") or lower in _BREAKING:
        return False
    if lower == "and":
        return at > 0 and view.is_capital(at - 1)
    return word[0].isalnum() or word in ("-", "'s")


def _with_owner(view: View, role: int, stop: int, begin: int) -> RoleWords:
    """Add the modifiers of a role, and whose it is, as far as they stand before."""
    title = role
    if role - 1 > begin and view.texts[role - 1] == "-" and view.joined(role):
        title = role - 2  # "co-chair"
    while title > max(begin, role - _LONGEST_ROLE) and (
        view.lower[title - 1] in modifiers()
    ):
        title -= 1
    end = _fields_start(view, title, begin)
    if end > begin and view.texts[end - 1] in _POSSESSIVE:
        end -= 1
    at = end
    while at > max(begin, end - _LONGEST_OWNER) and _in_owner(view, at - 1):
        at -= 1
    at += at < end and (view.lower[at] == "the" or not view.is_capital(at))
    while at < end and view.lower[at] in modifiers():
        at += 1  # "Former Acme executive"
    small = view.lower[at] in word_set("function") and view.texts[at] != "US"
    if at >= end or (small and end == at + 1):
        return RoleWords(first=title, title=title, stop=stop)
    return RoleWords(first=at, title=title, stop=stop, owner=view.text(at, end))


def _fields_start(view: View, title: int, begin: int) -> int:
    """Go back over small words between owner and role: "Roe campaign spokesman"."""
    at = title
    while at > max(begin, title - _FIELDS) and _is_field(view, at - 1):
        at -= 1
    return at if at > begin and view.is_capital(at - 1) else title


def _is_field(view: View, at: int) -> bool:
    word = view.texts[at]
    small = word.islower() and word.isalpha()
    return small and view.lower[at] not in word_set("function")


def _in_owner(view: View, at: int) -> bool:
    joining = view.texts[at] in _JOINING and at > 0 and view.is_capital(at - 1)
    hyphen = view.texts[at] == "-" and view.joined(at) and view.is_capital(at + 1)
    return view.is_capital(at) or joining or hyphen
