"""Learned names among those of the gazetteer: which are places, and which are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from newsmodel.model import LocationKind
from newsmodel.parsers import _gazetteer
from newsmodel.parsers._actors_learned import Names
from newsmodel.parsers._actors_words import plain_words, word_set
from newsmodel.parsers._gazetteer import Place, Places
from newsmodel.parsers._places_found import PlaceCandidate
from newsmodel.tagging.evidence import NameKind, NameSpan

if TYPE_CHECKING:
    from newsmodel.parsers.locations import LocationParser

_TOLD: Final = 0.95
_SURE: Final = 0.9
_OPEN: Final = 0.5
"""How sure the rules are of a place that the words tell, of one that they judge to be
one, and of one that they leave open."""
_TOWN: Final = 0.97
"""How sure they are of a town that also names its club."""
_UNKNOWN: Final = 0.88
_UNKNOWN_THERE: Final = 0.7
"""Probability from which a place counts that no list knows; less after "near"."""
_CERTAIN: Final = 0.98
"""Probability from which words are a place that the rules judge to be none."""
_ONE: Final = frozenset(("a", "an"))
_WHERE: Final = frozenset("in near at outside inside around".split())
"""Prepositions behind which a town is no football club."""
_NEAR: Final = 0.8
"""How sure it is that a place is where the story puts it."""
_IN: Final = (["in"], [",", "in"], ["near"], [",", "near"], ["outside"])
_OWN: Final = (["'s"], ["’s"], ["'"], ["’"])
"""What stands between a place and its town, and between a town and what it has."""
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

Ranges = Sequence[tuple[int, int]]
Judged = tuple[PlaceCandidate, bool | None]
"""A candidate, and whether it is a place; None where that is open."""


def weigh(
    parser: LocationParser,
    found: Sequence[Judged],
    texts: list[str],
    ranges: Ranges,
    names: Names,
) -> list[Judged]:
    """
    Decide between what the rules say of a story's names and what was learned.

    Args:
        parser: Whose vocabulary counts.
        found: Candidates of the rules, with their verdicts.
        texts: The tokens of the story.
        ranges: The tokens that are read.
        names: The learned names.
    """
    cut = [(_trimmed(parser, c, texts, names), verdict) for c, verdict in found]
    begins = {first for first, _ in ranges}
    judged = []
    for c, verdict in cut:
        holds = _is_own(c, texts) or (c.first in begins and _is_shouted(c, texts))
        judged.append((c, verdict if holds else _verdict((c, verdict), names, texts)))
    taken = {t for c, v in judged if v is not False for t in range(c.first, c.stop)}
    denied = {(c.first, c.stop) for c, verdict in found if verdict is False}
    for first, stop in ranges:
        for span in names.between(first, stop):
            inside = first <= span.first and span.stop <= stop
            sure = span.probability >= _CERTAIN
            if (span.first, span.stop) in denied and not sure:
                continue
            if inside and taken.isdisjoint(range(span.first, span.stop)):
                judged += ((c, True) for c in _learned(parser, span, texts))
    return sorted(judged, key=lambda j: (j[0].first, j[0].stop))


def _is_own(candidate: PlaceCandidate, texts: list[str]) -> bool:
    """Say whether a subclass has added a name to the gazetteer."""
    if candidate.told or candidate.adjectival:
        return False
    words = " ".join(texts[candidate.first : candidate.stop]).replace(" - ", "-")
    shipped = _gazetteer.names()
    return words not in shipped and words.title() not in shipped


def _is_shouted(candidate: PlaceCandidate, texts: list[str]) -> bool:
    """Say whether a name stands in capitals, as in a dateline: "OSLO Fish is dear"."""
    words = texts[candidate.first : candidate.stop]
    return all(w.isupper() for w in words) and len(words[0]) >= len("OSLO")


def _verdict(judged: Judged, names: Names, texts: list[str]) -> bool | None:
    """Say whether a candidate is a place, with all that was learned of its words."""
    candidate, verdict = judged
    for span in names.between(candidate.first, candidate.stop):
        trust = _trust(judged, span)
        if span.kind is NameKind.PLACE:
            exact = (span.first, span.stop) == (candidate.first, candidate.stop)
            verdict = True if verdict is None and exact else verdict
        elif span.probability >= trust and not _keeps(candidate, span, texts):
            return False
    return verdict


def _trust(judged: Judged, span: NameSpan) -> float:
    """Say how sure the rules are of a place against another kind of name."""
    candidate, verdict = judged
    if verdict is None:
        return _OPEN
    if span.kind is NameKind.ORGANISATION:
        return _TOWN
    return _TOLD if candidate.told else _SURE


def _keeps(candidate: PlaceCandidate, span: NameSpan, texts: list[str]) -> bool:
    """Say whether a place may stand in a learned name: "Texas" in "Texas Tech"."""
    if span.kind is NameKind.PERSON:
        return False
    inside = span.stop - span.first > candidate.stop - candidate.first
    if span.kind is NameKind.ORGANISATION:
        return inside or _before(candidate.first, texts) in _WHERE
    return candidate.adjectival and not inside


def _before(at: int, texts: list[str]) -> str:
    return texts[at - 1].lower() if at else ""


def _trimmed(
    parser: LocationParser,
    candidate: PlaceCandidate,
    texts: list[str],
    names: Names,
) -> PlaceCandidate:
    """Cut a name that only the words tell: "Jujuy province", "Then Ogle River"."""
    spans = names.between(candidate.first, candidate.stop) if candidate.told else []
    if len(spans) != 1 or spans[0].kind is not NameKind.PLACE:
        return candidate
    first, stop = spans[0].first, spans[0].stop
    longer = first < candidate.first or stop > candidate.stop
    if longer or any(not w.islower() for w in texts[stop : candidate.stop]):
        return candidate
    words, kind = tuple(texts[first:stop]), candidate.options[0].kind
    places = tuple(p for p in _look_up(parser, words) if p.kind is kind)
    options = places or (Place(" ".join(words), kind),)
    return candidate._replace(first=first, stop=stop, options=options, told=not places)


def _learned(
    parser: LocationParser, span: NameSpan, texts: list[str]
) -> Iterator[PlaceCandidate]:
    """Look a learned name up; a place that no list knows has the kind it tells."""
    words = tuple(texts[span.first : span.stop])
    if span.kind is NameKind.OTHER:
        areas = tuple(_areas_of(parser, words))
        if areas:
            yield PlaceCandidate(span.first, span.stop, areas, adjectival=True)
    if span.kind is not NameKind.PLACE:
        return
    places = _look_up(parser, words)
    if places:
        yield PlaceCandidate(span.first, span.stop, places)
        return
    before = _before(span.first, texts)
    known = _UNKNOWN_THERE if before in parser.prepositions else _UNKNOWN
    if span.probability >= known and before not in _ONE and _may_be_name(words):
        place = Place(" ".join(words), _kind_of(parser, words))
        yield PlaceCandidate(span.first, span.stop, (place,), learned=span.probability)


def _may_be_name(words: tuple[str, ...]) -> bool:
    """Say no to "turkey" and to "South"."""
    if " ".join(words).islower():
        return False
    word = words[0].lower()
    plain = word in plain_words() or word in word_set("directions")
    return len(words) > 1 or not plain


def _look_up(parser: LocationParser, words: tuple[str, ...]) -> Places:
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


def _kind_of(parser: LocationParser, words: tuple[str, ...]) -> LocationKind:
    """Give the kind that the last words of a name tell."""
    for first in range(1, len(words)):
        noun = parser.features.get(words[first:])
        if noun is not None:
            return LocationKind(noun)
    return LocationKind.OTHER


def widen(
    parser: LocationParser,
    resolved: Sequence[PlaceCandidate],
    texts: list[str],
    names: Names,
) -> list[PlaceCandidate]:
    """Let "Northern Kenya" and "Dhaka Medical College" stand for the names in them."""
    wide: list[PlaceCandidate] = []
    for candidate in resolved:
        longer = _longer(candidate, names)
        if longer is None:
            wide.append(candidate)
        elif not wide or wide[-1].first != longer.first:
            wide.append(_widened(parser, candidate, longer, texts))
    return wide


def put_beside(
    resolved: Sequence[PlaceCandidate], texts: list[str]
) -> list[PlaceCandidate]:
    """
    Put what no list knows where the story says: "Zed Park in Leeds", "Leeds's Zed Park".

    It has the point of the town, at every place where it is named.
    """
    beside: dict[tuple[str, Place], Place] = {}
    for one, other in pairwise(resolved):
        gap = [w.lower() for w in texts[one.stop : other.first]]
        if gap in _IN and _is_town(other):
            beside.setdefault(_named(one, texts), other.options[0])
        elif gap in _OWN and _is_town(one):
            beside.setdefault(_named(other, texts), one.options[0])
    return [_moved(c, beside.get(_named(c, texts))) for c in resolved]


def _named(candidate: PlaceCandidate, texts: list[str]) -> tuple[str, Place]:
    words = texts[candidate.first : candidate.stop]
    return " ".join(words).lower(), candidate.options[0]


def _is_town(candidate: PlaceCandidate) -> bool:
    place = candidate.options[0]
    known = place.latitude is not None and not candidate.adjectival
    return known and place.kind is LocationKind.CITY


def _moved(candidate: PlaceCandidate, town: Place | None) -> PlaceCandidate:
    place = candidate.options[0]
    if town is None or place.latitude is not None or place.kind in _AREAS:
        return candidate
    if place.country not in (None, town.country):
        return candidate
    moved = place._replace(
        country=town.country,
        division=town.division,
        latitude=town.latitude,
        longitude=town.longitude,
    )
    confidence = min(candidate.confidence, _NEAR)
    return candidate._replace(options=(moved,), confidence=confidence)


def _longer(candidate: PlaceCandidate, names: Names) -> NameSpan | None:
    """Give the learned place that a name is only a part of."""
    first, stop = candidate.first, candidate.stop
    for span in names.between(first, stop):
        around = span.first <= first and stop <= span.stop
        longer = around and span.stop - span.first > stop - first
        if span.kind is NameKind.PLACE and longer and not candidate.adjectival:
            return span
    return None


def _widened(
    parser: LocationParser,
    inner: PlaceCandidate,
    span: NameSpan,
    texts: list[str],
) -> PlaceCandidate:
    """
    Make a place of a longer name, in the country of the place that it names.

    What is named after a town or a state is in it or near, and has its point; a part
    of a country has none.
    """
    words = tuple(texts[span.first : span.stop])
    at = inner.options[0]
    wide = at.kind in (LocationKind.COUNTRY, LocationKind.CONTINENT)
    place = Place(
        " ".join(words),
        _kind_of(parser, words),
        at.country,
        at.name if at.kind is LocationKind.STATE else at.division,
        None if wide else at.latitude,
        None if wide else at.longitude,
    )
    confidence = min(inner.confidence, span.probability)
    return PlaceCandidate(
        span.first, span.stop, (place,), told=True, confidence=confidence
    )
