"""Places that only the tagger tells, in the gazetteer or in no list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from newsmodel.model import LocationKind
from newsmodel.parsers._actors_words import plain_words, word_set
from newsmodel.parsers._gazetteer import Place, Places
from newsmodel.parsers._places_found import PlaceCandidate
from newsmodel.tagging.evidence import NameKind, NameSpan

if TYPE_CHECKING:
    from newsmodel.parsers.locations import LocationParser

_UNKNOWN: Final = 0.93
_UNKNOWN_THERE: Final = 0.8
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


def learned_places(
    parser: LocationParser, span: NameSpan, texts: list[str]
) -> Iterator[PlaceCandidate]:
    """Look a learned name up; a place that no list knows has the kind it tells."""
    words = tuple(texts[span.first : span.stop])
    if span.kind is NameKind.OTHER:
        areas = tuple(_areas_of(parser, words))
        if areas:
            yield PlaceCandidate(span.first, span.stop, areas, adjectival=True)
    if span.kind is not NameKind.PLACE or is_money(span.stop, texts):
        return
    places = look_up(parser, words)
    if places:
        yield PlaceCandidate(span.first, span.stop, places)
        return
    before = word_before(span.first, texts)
    known = _UNKNOWN_THERE if before in parser.prepositions else _UNKNOWN
    if span.probability >= known and before not in _ONE and _may_be_name(words):
        place = Place(" ".join(words), kind_of(parser, words))
        yield PlaceCandidate(span.first, span.stop, (place,), learned=span.probability)


def _may_be_name(words: tuple[str, ...]) -> bool:
    """Say no to "turkey" and to "South"."""
    if " ".join(words).islower():
        return False
    word = words[0].lower()
    plain = word in plain_words() or word in word_set("directions")
    return len(words) > 1 or not plain


def look_up(parser: LocationParser, words: tuple[str, ...]) -> Places:
    """Look a name up, one in capitals also as it is else written."""
    places = parser.gazetteer.get(words)
    if places is None and all(w.isupper() for w in words):
        places = parser.gazetteer.get(tuple(w.title() for w in words))
    return places or ()


def _areas_of(parser: LocationParser, words: tuple[str, ...]) -> Iterator[Place]:
    """Find the area of an adjective: "African", "Latin American"."""
    for ending in _ENDINGS:
        stem = words[-1].removesuffix(ending)
        known = parser.gazetteer.get((*words[:-1], stem)) if stem != words[-1] else None
        for place in known or ():
            if place.kind in _AREAS and place.kind is not LocationKind.COUNTRY:
                yield place


def kind_of(parser: LocationParser, words: tuple[str, ...]) -> LocationKind:
    """Give the kind that the last words of a name tell."""
    for first in range(1, len(words)):
        noun = parser.features.get(words[first:])
        if noun is not None:
            return LocationKind(noun)
    return LocationKind.OTHER


def word_before(at: int, texts: list[str]) -> str:
    """Give the word before a token in small letters, or nothing."""
    return texts[at - 1].lower() if at else ""


def is_money(stop: int, texts: list[str]) -> bool:
    """Say whether a name is that of a currency: "US$5"."""
    return stop < len(texts) and texts[stop].startswith("$")
