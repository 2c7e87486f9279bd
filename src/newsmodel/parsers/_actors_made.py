"""Actors of learned names, with what the rules say of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from newsmodel.model import ActorKind
from newsmodel.parsers._actors_appositions import roles_after
from newsmodel.parsers._actors_before import title_before
from newsmodel.parsers._actors_bodies import body_at, body_found, head_kind, home
from newsmodel.parsers._actors_found import Found, RoleWords, View
from newsmodel.parsers._actors_learned import WHERE
from newsmodel.parsers._actors_nations import nation_at
from newsmodel.parsers._actors_words import NAME, divisions, place_names, word_set
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
_LONGEST_PEOPLE = 3
_SYLLABLE = 5

Sentence = tuple[int, int]


def make(
    view: View,
    span: NameSpan,
    near: Sequence[Found],
    found: Sequence[Found],
    sentence: Sentence,
) -> Iterator[Found]:
    """
    Make an actor of a learned name, with what the rules say of it.

    Args:
        view: The story.
        span: The name.
        near: What the rules have found that shares a token with it, in order.
        found: All that they have found in the sentence.
        sentence: First token of the sentence, and the one after the last.
    """
    if _is_word(view, span, near) or _is_title(view, span):
        return
    if span.kind is NameKind.PERSON:
        if not _may_be_place(view, span, near):
            yield _person(view, span, near, found, sentence)
    elif span.kind is NameKind.ORGANISATION:
        if not _is_town(view, span):
            yield _body(view, span, near)
    elif span.kind is NameKind.OTHER:
        yield from _people(view, span)


def _is_word(view: View, span: NameSpan, near: Sequence[Found]) -> bool:
    """Say whether a doubtful name is a word of the language: "Sweeping UN"."""
    alone = span.stop - span.first == 1 and not near
    return alone and span.probability < _LIKELY and view.is_common(span.first)


def _is_title(view: View, span: NameSpan) -> bool:
    """Say whether a name is a title that a name follows: "Sens. Jane Roe"."""
    lexicons = [view.words.honorifics]
    if span.kind is not NameKind.PERSON:
        lexicons.append(view.words.titles)
    stop = span.stop + 1
    known = (lexicon.longest(view.texts, span.first, stop) for lexicon in lexicons)
    size = max(k[0] if k else 0 for k in known)
    after = span.first + size
    long = size >= span.stop - span.first
    return long and after < len(view.texts) and view.is_capital(after)


def _may_be_place(view: View, span: NameSpan, near: Sequence[Found]) -> bool:
    """Say whether a doubtful person is rather a place: "Texas Senator", "Ky."."""
    word = view.texts[span.first]
    if view.lower[max(span.first - 2, 0) : span.first] == [",", "of"]:
        return True  # "Ann Roe, 43, of Barrow"
    last = view.words.peoples.get((view.texts[span.stop - 1],))
    if last and span.stop - span.first > 1 and word in divisions():
        return True  # "Virginia Republican"
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


def _people(view: View, span: NameSpan) -> Iterator[Found]:
    """Make a group of the name of a people, in the plural or as an adjective."""
    first, last, stop = span.first, span.stop - 1, span.stop
    found = Found(first=first, stop=stop, kind=ActorKind.GROUP)
    known = view.words.peoples.get(tuple(view.texts[first:stop]))
    part = known or view.words.peoples.get((view.texts[last],))
    nation = view.words.nations.get((view.texts[last],))
    word = view.texts[last]
    if stop - first > _LONGEST_PEOPLE or not word[0].isupper():
        return
    if known:
        yield attrs.evolve(found, name=known.name, adjectival=known.adjective)
    elif part or (nation and last > first and nation.uses != NAME):
        plural = word[-1] == "s" or not (part.adjective if part else nation)
        yield attrs.evolve(found, adjectival=not plural)
    elif word.endswith(_PEOPLES):
        yield found
    elif word.endswith(_FAITHFUL) and not _is_of_place(word):
        yield attrs.evolve(found, adjectival=True)


def _is_of_place(word: str) -> bool:
    """Say whether a word is the adjective of a place: "Siberian"."""
    return any(word.removesuffix(e) in place_names() for e in _OF_PLACES)


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
        polite = view.words.honorifics.longest(view.texts, first, stop)
        titled = like.roles or (polite and first + polite[0] == like.first)
        if like.stop == stop and titled and not _is_given(view, first):
            first = like.first
        if like.stop > stop and view.texts[stop] == "-":
            stop = like.stop
        before = tuple(r for r in like.roles if r.stop <= first)
        country = like.country
    if not before:
        role = title_before(view, first, sentence[0], found)
        before = (role,) if role else ()
    stop += _is_surname_may(view, first, stop)
    stop += 2 * _is_syllable(view, stop)
    return Found(
        first=first,
        stop=stop,
        kind=ActorKind.PERSON,
        country=country,
        roles=before + roles_after(view, stop, sentence[1]),
    )


def _is_syllable(view: View, stop: int) -> bool:
    """Say whether a given name goes on behind a hyphen: "Park Jie|-won"."""
    if stop + 1 >= len(view.texts) or view.texts[stop] != "-":
        return False
    word = view.texts[stop + 1]
    joined = view.joined(stop) and view.joined(stop + 1)
    short = len(word) <= _SYLLABLE and word not in word_set("compounds")
    return joined and word.islower() and short


def _is_surname_may(view: View, first: int, stop: int) -> bool:
    """Say whether "May" is no month but the surname behind a lone given name."""
    if stop - first > 1 or stop >= len(view.texts) or view.texts[stop] != "May":
        return False
    day = stop + 1 < len(view.texts) and view.texts[stop + 1].isdigit()
    return _is_given(view, first) and not day


def _is_given(view: View, at: int) -> bool:
    return view.texts[at] in view.words.given


def _body(view: View, span: NameSpan, near: Sequence[Found]) -> Found:
    """Make a body; a lexicon or the rules tell its kind and country."""
    first, stop = span.first, span.stop
    known = body_at(view, first, stop)
    if known and known[0] == stop - first:
        return body_found(view, (first, stop), known[1])
    same = next((f for f in near if f.kind in _BODIES and f.first == first), None)
    if same:
        return attrs.evolve(same, first=first, stop=stop, name=None)
    alone = stop - first == 1
    kind = None if alone else head_kind(view, first, stop)
    nation = nation_at(view, first, stop)
    return Found(
        first=first,
        stop=stop,
        kind=kind or ActorKind.ORGANISATION,
        country=home(nation),
    )


def join_heads(view: View, found: Sequence[Found]) -> list[Found]:
    """Let "Rovers" stand for the one body of the story that ends with it."""
    by_head: dict[str, set[str]] = {}
    for body in found:
        if body.kind in _BODIES and body.stop - _bare(view, body) > 1:
            name = body.name or view.text(body.first, body.stop)
            by_head.setdefault(view.texts[body.stop - 1], set()).add(name)
    return [_headed(view, f, by_head) for f in found]


def _headed(view: View, found: Found, by_head: dict[str, set[str]]) -> Found:
    long = by_head.get(view.texts[found.stop - 1], set())
    short = found.stop - _bare(view, found) == 1 and found.name is None
    if found.kind not in _BODIES or not short or len(long) != 1:
        return found
    return attrs.evolve(found, name=next(iter(long)))


def _bare(view: View, found: Found) -> int:
    """Give the first token of a name behind its article: "The| Post"."""
    return found.first + (view.texts[found.first] == "The")
