"""Countries in a sentence: as actors, as adjectives, as places."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsmodel.model import ActorKind
from newsmodel.parsers._actors_found import Found, View
from newsmodel.parsers._actors_words import (
    ADJECTIVE,
    CAPITAL,
    NAME,
    PEOPLE,
    Nation,
    is_address,
    word_set,
)

_CLAUSES = frozenset("as that because while if although whether since when but".split())
_NO_ACTOR_BEFORE = frozenset((",", "of", "the"))
_PROGRESSIVE = frozenset(("is", "was", "are", "were"))
_DEED_REACH = 3


def nation_at(view: View, first: int, end: int) -> tuple[int, Nation] | None:
    """Find what names a country at a token."""
    found = view.words.nations.longest(view.texts, first, end)
    if not found or view.is_division(found[1]):
        return None
    return None if is_address(view.texts, first + found[0]) else found


def nation_found(
    view: View, span: tuple[int, int], nation: Nation, stop: int, *, inner: bool = False
) -> Iterator[Found]:
    """
    Say what the words for a country stand for; nothing where they are a mere town.

    Args:
        view: The story.
        span: First token of the words, and the token after them.
        nation: What the words say.
        stop: The end of the sentence.
        inner: Whether they are part of a body's name.
    """
    first, end = span
    found = Found(
        first=first,
        stop=end,
        kind=ActorKind.COUNTRY,
        country=nation.code,
        name=nation.name,
    )
    compound = _compound_end(view, end, stop)
    if PEOPLE in nation.uses and _are_people(view, first, end, nation):
        yield attrs.evolve(found, kind=ActorKind.GROUP, name=None)
    elif NAME in nation.uses:
        attribute = inner or compound > end or _is_attribute(view, first, end, stop)
        place = not attribute and _is_place(view, first)
        yield attrs.evolve(found, stop=compound, adjectival=attribute, acts=not place)
    elif ADJECTIVE in nation.uses:
        yield attrs.evolve(found, stop=compound, adjectival=True)
    elif CAPITAL in nation.uses and not inner and _acts_here(view, first, end, stop):
        yield attrs.evolve(found, metonymic=True)


def _are_people(view: View, first: int, end: int, nation: Nation) -> bool:
    """Say whether a word means the people: "Iranians", "the French said"."""
    if ADJECTIVE not in nation.uses:
        return True
    if not first or view.lower[first - 1] != "the" or end >= len(view.texts):
        return False
    word = view.lower[end]
    return word in word_set("function") or word in word_set("speech")


def _compound_end(view: View, end: int, stop: int) -> int:
    """Give the end of "Iranian-made", "US-led"."""
    if end + 1 < stop and view.texts[end] == "-" and view.joined(end):
        return end + 2 if view.lower[end + 1] in word_set("compounds") else end
    return end


def _is_attribute(view: View, first: int, end: int, stop: int) -> bool:
    """Say whether a name stands before a noun, as in "US officials"."""
    short = view.texts[first].isupper()
    if not short or end - first > 1 or end >= stop:
        return False
    word, lower = view.texts[end], view.lower[end]
    if not word[0].isalpha() or lower in word_set("function"):
        return False
    if lower in word_set("speech") or lower in word_set("acting"):
        return False
    return word[0].isupper() or not word.endswith(("ed", "ly"))


def _is_place(view: View, first: int) -> bool:
    """Say whether a preposition of place, or a town, stands before."""
    at = first - 1
    if at >= 0 and view.lower[at] == "the":
        at -= 1
    if at > 0 and view.lower[at - 1] == "according":
        return False
    if at < 0 or view.lower[at] in word_set("locative"):
        return at >= 0
    # "Voronezh, Russia": a town before the comma, not another country of a list.
    if view.texts[at] != "," or not at or not view.is_capital(at - 1):
        return False
    before = view.words.nations.longest(view.texts, at - 1, at)
    return before is None or CAPITAL in before[1].uses


def _acts_here(view: View, first: int, end: int, stop: int) -> bool:
    """Say whether a capital stands for its government: "Tehran dismissed the claim"."""
    before = view.lower[first - 1] if first else ""
    if before in word_set("locative") or before in _NO_ACTOR_BEFORE:
        return False
    # "Russia-Moscow", not the dash behind a dateline.
    if before == "-" and view.joined(first):
        return False
    named = first > 0 and view.is_capital(first - 1)
    if named and before not in word_set("function"):
        return False
    if before in word_set("acting_before"):
        return end >= stop or not view.is_capital(end)
    return end < stop and _is_predicate(view, end, stop, before)


def _is_predicate(view: View, at: int, stop: int, before: str) -> bool:
    """Say whether what follows a capital is what only a government does or has."""
    word = view.lower[at]
    if word == "'s":
        following = view.lower[at + 1 : min(at + 1 + _DEED_REACH, stop)]
        return any(w in word_set("deeds") for w in following)
    if word in _PROGRESSIVE:
        verb = at + 1
        verb += 2 * (view.lower[verb : verb + 2] == ["re", "-"])
        return verb < stop and view.lower[verb].endswith("ing")
    if word in word_set("speech") or word in word_set("acting"):
        return True
    if not view.texts[at].islower() or not word.isalpha():
        return False
    if before in _CLAUSES and word.endswith("s"):
        return view.words.groups.get((word,)) is None
    return word.endswith("ed")
