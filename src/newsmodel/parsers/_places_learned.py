"""Places that only the tagger tells, in the gazetteer or in no list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsmodel.lexicons import Place
from newsmodel.model import LocationKind
from newsmodel.parsers._actors_words import plain_words, word_set
from newsmodel.parsers._places_candidate import PlaceCandidate
from newsmodel.parsers._places_scene import Scene
from newsmodel.tagging.evidence import NameKind, NameSpan

_UNKNOWN: Final = 0.8
_UNKNOWN_THERE: Final = 0.6
"""Probability from which a place counts that no list knows; less after "near"."""
_ONE: Final = frozenset(("a", "an"))
_AREAS: Final = frozenset(
    (
        LocationKind.CONTINENT,
        LocationKind.REGION,
        LocationKind.COUNTRY,
        LocationKind.STATE,
    )
)
_ENDINGS: Final = ("n", "an", "ian", "i", "ean", "ese")
"""What makes an adjective of the name of an area: "Africa|n", "Kashmir|i"."""


def learned_places(scene: Scene, span: NameSpan) -> Iterator[PlaceCandidate]:
    """Look a learned name up; a place that no list knows has the kind it tells."""
    texts = scene.texts
    words = tuple(texts[span.first : span.stop])
    if span.kind is NameKind.OTHER:
        areas = tuple(_areas_of(scene, words))
        if areas:
            yield PlaceCandidate(span.first, span.stop, areas, adjectival=True)
    if span.kind is not NameKind.PLACE or is_money(span.stop, texts):
        return
    places = scene.exact(span.first, span.stop)
    if places:
        if not (places[0].minor and places[0].ambiguous):
            yield PlaceCandidate(span.first, span.stop, places)
        return
    before = scene.before(span.first)
    known = _UNKNOWN_THERE if before in scene.parser.prepositions else _UNKNOWN
    if span.probability >= known and before not in _ONE and _may_be_name(words):
        place = Place(" ".join(words), kind_of(scene, words))
        yield PlaceCandidate(span.first, span.stop, (place,), learned=span.probability)


def _may_be_name(words: tuple[str, ...]) -> bool:
    """Say no to "turkey" and to "South"."""
    if " ".join(words).islower():
        return False
    word = words[0].lower()
    plain = word in plain_words() or word in word_set("directions")
    return len(words) > 1 or not plain


def _areas_of(scene: Scene, words: tuple[str, ...]) -> Iterator[Place]:
    """Find the area of an adjective: "African", "Latin American"."""
    for ending in _ENDINGS:
        stem = words[-1].removesuffix(ending)
        if stem != words[-1]:
            for place in scene.look_up(" ".join((*words[:-1], stem))):
                if place.kind in _AREAS and place.kind is not LocationKind.COUNTRY:
                    yield place


def kind_of(scene: Scene, words: tuple[str, ...]) -> LocationKind:
    """Give the kind that the last words of a name tell."""
    for first in range(1, len(words)):
        noun = scene.parser.features.get(words[first:])
        if noun is not None:
            return LocationKind(noun)
    return LocationKind.OTHER


def is_money(stop: int, texts: list[str]) -> bool:
    """Say whether a name is that of a currency: "US$5"."""
    return stop < len(texts) and texts[stop].startswith("$")
