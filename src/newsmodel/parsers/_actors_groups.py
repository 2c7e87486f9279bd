"""Groups and bodies without a name: "US officials", "the Iranian government"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from newsmodel.model import ActorKind, MentionKind
from newsmodel.parsers._actors_found import Found, View
from newsmodel.parsers._actors_words import labels, word_set

_FEW = 3
_PLURALS = frozenset("sports arms news rights sales affairs communications".split())
"""Plural nouns before another; other words in -s are mostly verbs."""
_HEADS = frozenset(
    ("station", "chief", "officer", "spokesman", "spokeswoman", "official")
)
"""Nouns that make "police" an attribute."""
_ONE = frozenset("man woman boy girl person child".split())
"""Whom "authorities say" speaks of: "a man authorities say was shot"."""
_COUNTED = frozenset(("the", "some", "two", "three", "several", "many"))
_BEFORE_SPEECH = frozenset(("have", "had", "also"))
_SAID = frozenset(("said", "say", "says"))
_QUOTED = frozenset((",", '"', "”", "''", "’", "?", "!"))


@attrs.frozen(kw_only=True)
class _Noun:
    """A noun of a group or body, with the words before it: tokens `[begin, end)`."""

    begin: int
    noun: int
    end: int
    kind: ActorKind
    owner: Found | None = None
    possessive: bool = False
    """True where "'s" stands between the owner and the noun."""


def scan_groups(
    view: View, first: int, stop: int, names: Sequence[Found]
) -> Iterator[Found]:
    """
    Find groups and common bodies in a sentence whose names have been read.

    A group is found where a country or body owns it, or where it speaks.
    """
    ends = {f.stop: f for f in names}
    at = first
    while at < stop:
        small = at == first or view.texts[at].islower()
        noun = _noun_at(view, at, stop) if small else None
        if noun is None:
            at += 1
            continue
        at = noun.end
        noun = _extend(view, first, noun, ends)
        found = _owned(view, noun) if noun.owner else _alone(view, noun, stop)
        if found:
            yield found


def _noun_at(view: View, at: int, stop: int) -> _Noun | None:
    common = view.words.commons.longest(view.lower, at, stop)
    group = view.words.groups.longest(view.lower, at, stop)
    if common and (not group or common[0] >= group[0]):
        size, kind = common
    elif group:
        size, kind = group[0], ActorKind.GROUP
    else:
        return None
    end = at + size
    if end < stop and _goes_on(view, end, stop):
        return None
    return _Noun(begin=at, noun=at, end=end, kind=kind)


def _goes_on(view: View, end: int, stop: int) -> bool:
    """Say whether the noun only begins another: "police station", "police officers"."""
    if view.texts[end] == "-" and view.joined(end):
        return True
    group = view.words.groups.longest(view.lower, end, stop)
    return view.lower[end] in _HEADS or (view.texts[end].islower() and bool(group))


def _extend(view: View, first: int, noun: _Noun, ends: Mapping[int, Found]) -> _Noun:
    """Take the words before a noun that belong to it, and the name that owns it."""
    begin = noun.noun
    while (
        begin > max(first, noun.noun - _FEW)
        and begin not in ends
        and _belongs(view, begin - 1)
    ):
        begin -= 1
    possessive = begin > first and view.texts[begin - 1] in ("'s", "'")
    owner = ends.get(begin - possessive)
    return attrs.evolve(noun, begin=begin, owner=owner, possessive=possessive)


def _belongs(view: View, at: int) -> bool:
    word = view.texts[at]
    if not word.islower() or not word.isalpha() or word.endswith(("ly", "ing")):
        return False
    if word in word_set("function") or word in word_set("speech") or word in _ONE:
        return False
    return not word.endswith("s") or word.endswith("ss") or word in _PLURALS


def _owned(view: View, noun: _Noun) -> Found | None:
    """Make the group of a country or body: "Iranian defence firms"."""
    owner = noun.owner
    if owner is None or not _may_own(view, owner, noun):
        return None
    between = view.lower[noun.begin : noun.noun]
    if any(word.endswith("ed") for word in between):
        return None
    return Found(
        first=owner.first,
        stop=noun.end,
        kind=noun.kind,
        country=owner.country,
        form=MentionKind.NOMINAL,
    )


def _may_own(view: View, owner: Found, noun: _Noun) -> bool:
    last = owner.stop - 1
    if owner.kind is ActorKind.GROUP or view.lower[last] in labels():
        return False
    if noun.possessive and noun.kind is ActorKind.GROUP:
        return False
    if owner.kind is ActorKind.COUNTRY:
        # "Iran troops" is no phrase, "Iranian-made weapons makers" no group of Iran's.
        owns = noun.possessive or owner.adjectival
        return owns and not view.texts[last].islower()
    if owner.kind in (ActorKind.PERSON, None):
        return view.lower[noun.noun] in word_set("led") and noun.begin == noun.noun
    return True


def _alone(view: View, noun: _Noun, stop: int) -> Found | None:
    """Make "the government of Iran", and groups that speak: "residents said"."""
    if noun.kind is ActorKind.GOVERNMENT:
        of = noun.end + 1 < stop and view.lower[noun.end] == "of"
        nation = view.words.nations.longest(view.texts, noun.end + 1, stop)
        if not of or nation is None:
            return None
        return Found(
            first=noun.noun,
            stop=noun.end + 1 + nation[0],
            kind=noun.kind,
            country=nation[1].code,
            form=MentionKind.NOMINAL,
        )
    if noun.kind is not ActorKind.GROUP or not _speaks(view, noun, stop):
        return None
    return Found(
        first=noun.begin,
        stop=noun.end,
        kind=ActorKind.GROUP,
        form=MentionKind.NOMINAL,
    )


def _speaks(view: View, noun: _Noun, stop: int) -> bool:
    """Say whether a group without an owner is one to which something is attributed."""
    after = noun.end
    after += after < stop and view.lower[after] in _BEFORE_SPEECH
    if after < stop and view.lower[after] in word_set("speech"):
        return True
    before = noun.begin - 1
    before -= before > 0 and view.lower[before] in _COUNTED
    if before < 1:
        return False
    if view.lower[before] == "to":
        return view.lower[before - 1] == "according"
    return view.lower[before] in _SAID and view.texts[before - 1] in _QUOTED
