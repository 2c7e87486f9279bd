"""Actors of learned names, with what the rules say of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from newsmodel.model import ActorKind
from newsmodel.parsers._actors_appositions import roles_after
from newsmodel.parsers._actors_found import Found, RoleWords, View
from newsmodel.parsers._actors_learned import WHERE
from newsmodel.parsers._actors_roles import role_before
from newsmodel.parsers._actors_titles import role_of, title_at
from newsmodel.parsers._actors_words import place_names, word_set
from newsmodel.tagging.evidence import NameKind, NameSpan

_BODIES = (ActorKind.ORGANISATION, ActorKind.MEDIA, ActorKind.GOVERNMENT)
_LIKELY: Final = 0.75
_CERTAIN: Final = 0.95
"""Probabilities from which a place's name or a plain word, or a word that is cut short,
is the name of an actor."""
_PEOPLES = ("ans", "ens", "ites", "ists")
_FAITHFUL = ("ish", "ite", "ist", "ian", "ese")
"""Endings of adjectives of peoples, of faiths and of views: "Kurdish", "Zionist"."""
_OF_PLACES = ("n", "an", "ian")
"""Endings of adjectives of places: "Siberian"."""
_NO_PEOPLE = frozenset(
    "god internet earth western eastern african asian european".split()
)
_LONGEST_TITLE = 4

Sentence = tuple[int, int]


def make(
    view: View, span: NameSpan, found: Sequence[Found], sentence: Sentence
) -> Iterator[Found]:
    """Make an actor of a learned name, with what the rules say of it."""
    near = [f for f in found if f.first < span.stop and span.first < f.stop]
    if _is_word(view, span, near):
        return
    if span.kind is NameKind.PERSON:
        if not _may_be_place(view, span, near):
            yield _person(view, span, near, found, sentence)
    elif span.kind is NameKind.ORGANISATION:
        if not _is_town(view, span):
            yield _body(view, span, near)
    elif span.kind is NameKind.OTHER and _are_people(view, span):
        yield Found(first=span.first, stop=span.stop, kind=ActorKind.GROUP)
    elif span.kind is NameKind.OTHER and _is_of_people(view, span):
        yield Found(
            first=span.first, stop=span.stop, kind=ActorKind.GROUP, adjectival=True
        )


def _is_word(view: View, span: NameSpan, near: Sequence[Found]) -> bool:
    """Say whether a doubtful name is a word of the language: "Sweeping UN"."""
    alone = span.stop - span.first == 1 and not near
    return alone and span.probability < _LIKELY and view.is_common(span.first)


def _may_be_place(view: View, span: NameSpan, near: Sequence[Found]) -> bool:
    """Say whether a doubtful person is rather a place: "Texas Senator", "Ky."."""
    word = view.texts[span.first]
    if span.stop - span.first > 1 or span.probability >= _CERTAIN:
        return False
    if word[-1] == "." and len(word) > len("J."):
        return True
    known = word in place_names() or (word.isupper() and word.title() in place_names())
    doubtful = span.probability < _LIKELY and known
    return doubtful and all(f.kind is not ActorKind.PERSON for f in near)


def _is_town(view: View, span: NameSpan) -> bool:
    """Say whether what may be a club is where something is: "in Leeds"."""
    name = view.text(span.first, span.stop)
    before = view.lower[span.first - 1] if span.first else ""
    return before in WHERE and name in place_names()


def _are_people(view: View, span: NameSpan) -> bool:
    """Say whether a name is of a people or of the faithful, in the plural."""
    word = view.lower[span.stop - 1]
    if span.stop - span.first > 2 or not view.is_capital(span.stop - 1):
        return False
    return word.endswith(_PEOPLES) or (word in word_set("labels") and word[-1] == "s")


def _is_of_people(view: View, span: NameSpan) -> bool:
    """Say whether a name is an adjective of a people or a faith: "Kurdish"."""
    word = view.lower[span.stop - 1]
    if span.stop - span.first > 2 or not view.is_capital(span.first):
        return False
    if any(word.removesuffix(e).title() in place_names() for e in _OF_PLACES):
        return False
    return word.endswith(_FAITHFUL) or (
        word in word_set("labels") and word not in _NO_PEOPLE
    )


def _person(
    view: View,
    span: NameSpan,
    near: Sequence[Found],
    found: Sequence[Found],
    sentence: Sentence,
) -> Found:
    first, stop = span.first, span.stop
    like = next((f for f in near if f.kind is ActorKind.PERSON), None)
    before: tuple[RoleWords, ...] = ()
    country = None
    if like and like.first >= first:
        if like.stop == stop and like.roles and not _is_given(view, first):
            first = like.first
        if like.stop > stop and view.texts[stop] == "-":
            stop = like.stop
        before = tuple(r for r in like.roles if r.stop <= first)
        country = like.country
    else:
        role = _title_before(view, first, sentence[0], found)
        before = (role,) if role else ()
    return Found(
        first=first,
        stop=stop,
        kind=ActorKind.PERSON,
        country=country,
        roles=before + roles_after(view, stop, sentence[1]),
    )


def _is_given(view: View, at: int) -> bool:
    return view.texts[at] in view.words.given


def _title_before(
    view: View, first: int, begin: int, found: Sequence[Found]
) -> RoleWords | None:
    """Read the office before a learned name, written with capitals or without."""
    for at in range(max(begin, first - _LONGEST_TITLE), first):
        size, office = title_at(view, at, first, first)
        if office and at + size == first:
            last = next((f for f in found if f.stop == at), None)
            return role_of(view, at, first, last)
    return role_before(view, first, begin)


def _body(view: View, span: NameSpan, near: Sequence[Found]) -> Found:
    """Make a body; a lexicon or the rules tell its kind and country."""
    first, stop = span.first, span.stop
    known = view.words.bodies.longest(view.texts, first, stop)
    if known and known[0] == stop - first:
        return Found(
            first=first,
            stop=stop,
            kind=known[1].kind,
            country=known[1].country,
            name=known[1].name,
        )
    same = next((f for f in near if f.kind in _BODIES and f.first == first), None)
    if same:
        return attrs.evolve(same, first=first, stop=stop, name=None)
    alone = stop - first == 1
    kind = None if alone else view.words.heads.get((view.texts[stop - 1],))
    nation = view.words.nations.longest(view.texts, first, stop)
    return Found(
        first=first,
        stop=stop,
        kind=kind or ActorKind.ORGANISATION,
        country=nation[1].code if nation else None,
    )


def join_heads(view: View, found: Sequence[Found]) -> list[Found]:
    """Let "Rovers" stand for the one body of the story that ends with it."""
    by_head: dict[str, set[str]] = {}
    for body in found:
        if body.kind in _BODIES and body.stop - body.first > 1:
            name = body.name or view.text(body.first, body.stop)
            by_head.setdefault(view.texts[body.stop - 1], set()).add(name)
    return [_headed(view, f, by_head) for f in found]


def _headed(view: View, found: Found, by_head: dict[str, set[str]]) -> Found:
    word = view.texts[found.first]
    long = by_head.get(word, set())
    short = found.stop - found.first == 1 and found.name is None
    if found.kind not in _BODIES or not short or len(long) != 1:
        return found
    return attrs.evolve(found, name=next(iter(long)))
