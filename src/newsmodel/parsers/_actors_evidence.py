"""Learned names among those of the rules: the surer of two decides."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

import attrs

from newsmodel.model import ActorKind
from newsmodel.parsers._actors_found import Found, View
from newsmodel.parsers._actors_learned import Names, Words
from newsmodel.parsers._actors_made import Sentence, make
from newsmodel.parsers._actors_words import place_names
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
_THING: Final = 0.8
"""Probability from which "Zed League" is no body but a contest."""


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
    at: dict[int, list[int]] = {}
    for number, rule in enumerate(rules):
        for token in range(rule.first, rule.stop):
            at.setdefault(token, []).append(number)
    found = list(kept)
    for span in names.between(*sentence):
        tokens = range(span.first, span.stop)
        if sentence[0] <= span.first and taken.isdisjoint(tokens):
            near = sorted({n for t in tokens for n in at.get(t, ())})
            found += make(view, span, [rules[n] for n in near], rules, sentence)
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
    if _is_money(view, found):
        return None
    if len(spans) == 1:
        if _is_headed(view, found, spans[0]):
            return found
        found = _cut(view, found, spans[0])
    trust = _trust(found)
    if spans:
        holds = all(_agrees(found, s) or _yields(found, s, trust) for s in spans)
        return found if trust and holds else None
    if trust:
        return None if _is_unlikely(view, found, names) else found
    kind = names.elected(found.first, found.stop)
    if _KINDS.get(names.weakly(found.first, found.stop)) is _plain(found.kind):
        return found
    return attrs.evolve(found, kind=_KINDS[kind]) if kind in _KINDS else None


def _cut(view: View, found: Found, span: NameSpan) -> Found:
    """Cut "Panama|-flagged", "Xinhua| news agency", not "UN nuclear watchdog"."""
    rest = view.texts[span.stop : found.stop]
    if span.first != found.first or not rest or not _agrees(found, span):
        return found
    small = all(w.islower() or w == "-" for w in rest)
    body = view.words.bodies.get(tuple(view.texts[span.first : span.stop]))
    other = body is not None and found.name not in (None, body.name)
    return attrs.evolve(found, stop=span.stop) if small and not other else found


def _is_money(view: View, found: Found) -> bool:
    """Say whether a name is that of a currency: "US$5"."""
    after = view.texts[found.stop : found.stop + 1]
    return bool(after) and after[0].startswith("$")


def _is_unlikely(view: View, found: Found, names: Names) -> bool:
    """Say whether a word is no name here, as in "the August House"."""
    if found.stop - found.first > 1:
        return False
    weak = names.weakly(found.first, found.stop) is NameKind.ORGANISATION
    body = found.kind in _BODIES and not view.lower[found.first].endswith("s")
    return body and not weak and view.is_common(found.first)


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
    """Say whether a learned name is less sure; "Tata Sons" stands around "Tata"."""
    inside = span.first <= found.first and found.stop <= span.stop
    longer = span.stop - span.first > found.stop - found.first
    body = found.kind in _BODIES and span.kind is NameKind.ORGANISATION
    if (found.kind is ActorKind.COUNTRY or body) and inside and longer:
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
    if found.kind is ActorKind.GOVERNMENT and span.kind is NameKind.PLACE:
        return found.name in place_names()  # the Kremlin is both
    if found.kind in _BODIES:
        return span.kind is NameKind.ORGANISATION
    return span.kind in _NATIONAL
