"""Learned names among those of the rules: the surer of two decides."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

import attrs

from newsmodel.model import ActorKind
from newsmodel.parsers._actors_appositions import roles_after
from newsmodel.parsers._actors_found import Found, RoleWords, View
from newsmodel.parsers._actors_learned import Names, Words
from newsmodel.parsers._actors_roles import role_before
from newsmodel.parsers._actors_titles import role_of, title_at
from newsmodel.parsers._actors_words import place_names, word_set
from newsmodel.tagging.evidence import NameKind, NameSpan

_NATION: Final = 0.8
_BODY: Final = 0.85
_WORD: Final = 0.65
"""How sure the rules are of a nation, of a known body, of one that is a single word."""
_BODIES = (ActorKind.ORGANISATION, ActorKind.MEDIA, ActorKind.GOVERNMENT)
_NATIONAL = (NameKind.PLACE, NameKind.OTHER)
_KINDS: dict[NameKind | None, ActorKind] = {
    NameKind.PERSON: ActorKind.PERSON,
    NameKind.ORGANISATION: ActorKind.ORGANISATION,
}
_LIKELY: Final = 0.75
_CERTAIN: Final = 0.95
"""Probabilities from which a place's name or a plain word, or a word that is cut short,
is the name of an actor."""
_PEOPLES = ("ans", "ens", "ites")
_FAITHFUL = ("ish", "ite", "ist", "ian", "ese")
"""Endings of adjectives of peoples, of faiths and of views: "Kurdish", "Zionist"."""
_NO_PEOPLE = frozenset("god internet earth western eastern african asian european".split())
_THING: Final = 0.8
"""Probability from which "Zed League" is no body but a contest."""
_LONGEST_TITLE = 4

Sentence = tuple[int, int]


def merge(
    view: View,
    found: Sequence[Found],
    sentence: Sentence,
    names: Names,
    own: Collection[Words] = (),
) -> list[Found]:
    """
    Give the names of a sentence: those of the rules that hold, and the learned ones.

    Args:
        view: The story.
        found: What the rules find in the sentence.
        sentence: First token, and the one after the last.
        names: The learned names of the story.
        own: Phrases that a subclass has added to a lexicon; what they tell holds.
    """
    kept = []
    for name in found:
        stays = name if _is_own(view, name, own) else _kept(view, name, names)
        kept += [stays] if stays else []
    return add_learned(view, kept, sentence, names, rules=found)


def add_learned(
    view: View,
    kept: Sequence[Found],
    sentence: Sentence,
    names: Names,
    rules: Sequence[Found] = (),
) -> list[Found]:
    """Add the learned names that begin in a sentence and that nothing else takes."""
    taken = {t for f in kept for t in range(f.first, f.stop)}
    found = list(kept)
    for span in names.between(*sentence):
        tokens = range(span.first, span.stop)
        if sentence[0] <= span.first and taken.isdisjoint(tokens):
            found += _learned(view, span, rules, sentence)
    return sorted(found, key=lambda f: (f.first, -f.stop))


def _is_own(view: View, found: Found, own: Collection[Words]) -> bool:
    """Say whether a name, a word at its edge or the one before it was added."""
    if not own or found.kind is None:
        return False
    first, stop = found.first, found.stop
    edges = ((first, stop), (first, first + 1), (stop - 1, stop), (first - 1, first))
    return any(tuple(view.texts[a:b]) in own for a, b in edges)


def _kept(view: View, found: Found, names: Names) -> Found | None:
    """Give what stays of a name of the rules."""
    spans = names.between(found.first, found.stop)
    trust = _trust(found)
    if len(spans) == 1 and _is_headed(view, found, spans[0]):
        return found
    if spans:
        holds = all(_agrees(found, s) or _yields(found, s, trust) for s in spans)
        return found if trust and holds else None
    if trust:
        return found
    kind = names.elected(found.first, found.stop)
    if _KINDS.get(names.weakly(found.first, found.stop)) is _plain(found.kind):
        return found
    return attrs.evolve(found, kind=_KINDS[kind]) if kind in _KINDS else None


def _is_headed(view: View, found: Found, span: NameSpan) -> bool:
    """Say whether the last word makes a body of what the tagger takes for a thing."""
    same = (found.first, found.stop) == (span.first, span.stop)
    headed = view.texts[found.stop - 1] in view.words.heads
    several = found.stop - found.first > 1 and found.kind in _BODIES
    thing = span.kind is NameKind.OTHER and span.probability < _THING
    return same and several and headed and thing


def _plain(kind: ActorKind | None) -> ActorKind | None:
    """Give the kind as far as the tagger tells kinds apart."""
    return ActorKind.ORGANISATION if kind in _BODIES else kind


def _yields(found: Found, span: NameSpan, trust: float) -> bool:
    """Say whether a learned name is less sure; one around a nation stands anyway."""
    inside = span.first <= found.first and found.stop <= span.stop
    longer = span.stop - span.first > found.stop - found.first
    if found.kind is ActorKind.COUNTRY and inside and longer:
        return False
    return span.probability < trust


def _trust(found: Found) -> float:
    """Say how sure the rules are; not at all where they only guess."""
    if found.kind in (ActorKind.COUNTRY, ActorKind.GROUP):
        return _NATION
    if found.name is None:
        return 0.0
    return _BODY if found.stop - found.first > 1 else _WORD


def _agrees(found: Found, span: NameSpan) -> bool:
    """Say whether a learned name is the same name of the same kind, or a part of it."""
    if span.first < found.first or span.stop > found.stop:
        return False
    if found.kind in _BODIES:
        return span.kind is NameKind.ORGANISATION
    return span.kind in _NATIONAL


def _learned(
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


def _are_people(view: View, span: NameSpan) -> bool:
    """Say whether a name is of a people or of the faithful, in the plural."""
    word = view.lower[span.stop - 1]
    if span.stop - span.first > 2 or not view.is_capital(span.stop - 1):
        return False
    return word.endswith(_PEOPLES) or (word in word_set("labels") and word[-1] == "s")


def _is_of_people(view: View, span: NameSpan) -> bool:
    """Say whether a name is an adjective of a people or a faith: "Kurdish"."""
    word = view.lower[span.first]
    if span.stop - span.first > 1 or not view.is_capital(span.first):
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
        role = title_before(view, first, sentence[0], found)
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


def title_before(
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
