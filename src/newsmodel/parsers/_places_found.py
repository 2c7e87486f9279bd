"""Names in a text that may be places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from newsmodel.lexicons import Lexicon
from newsmodel.model import LocationKind
from newsmodel.parsers._gazetteer import Place, Places
from newsmodel.parsers.reading import Reading

if TYPE_CHECKING:
    from newsmodel.parsers.locations import LocationParser

_SHORT: Final = 4
"""A word in capitals of this length or more may be a name in a dateline."""


class PlaceCandidate(NamedTuple):
    """Tokens `[first, stop)` that may name a place, and the places of that name."""

    first: int
    stop: int
    options: Places
    """Namesakes; the one meant stands alone once it is resolved."""
    adjectival: bool = False
    metonymic: bool = False
    inside: str = ""
    """Name of what the words behind say it lies in: "Texas" in "Paris, Texas"."""
    confidence: float = 1.0


def candidates(parser: LocationParser, reading: Reading) -> Iterator[PlaceCandidate]:
    """Give all names of places, the longest at each token, in order."""
    texts = reading.document.tokens.texts
    taken = _people(reading)
    for first, stop in reading.ranges:
        at = first
        while at < stop:
            size = 1
            if texts[at][0].isupper() and at not in taken:
                found = _at(parser, texts, at, stop)
                if found is not None:
                    size = found.stop - at
                    yield found
            at += size


def _at(
    parser: LocationParser, texts: list[str], at: int, stop: int
) -> PlaceCandidate | None:
    found = _longest(parser.gazetteer, texts, at, stop)
    feature = _feature(parser.features, texts, at, stop)
    if feature is not None and (found is None or feature.stop - at > found[0]):
        return feature
    if found is not None:
        return PlaceCandidate(at, at + found[0], found[1])
    found = parser.adjectives.longest(texts, at, stop)
    if found is not None:
        return PlaceCandidate(at, at + found[0], found[1], adjectival=True)
    if at >= 2 and texts[at - 1] == "," and texts[at] in parser.postal:
        return PlaceCandidate(at, at + 1, parser.postal[texts[at]])
    return None


def _longest(
    gazetteer: Lexicon[Places], texts: list[str], at: int, stop: int
) -> tuple[int, Places] | None:
    """Look a name up, also where a dateline sets it in capitals."""
    found = gazetteer.longest(texts, at, stop)
    if found is not None or not (texts[at].isupper() and len(texts[at]) >= _SHORT):
        return found
    end = at
    while end < min(stop, at + _SHORT) and texts[end].isupper():
        end += 1
    return gazetteer.longest([w.title() for w in texts[at:end]], 0)


def _feature(
    features: Lexicon[str], texts: list[str], at: int, stop: int
) -> PlaceCandidate | None:
    """Read "Alabuga special economic zone", "Metcalfe County": a name and a noun."""
    end = at + 1
    while end < min(stop, at + _SHORT):
        noun = features.longest(texts, end, stop)
        if noun is not None:
            name = " ".join(texts[at : end + noun[0]])
            place = Place(name, LocationKind(noun[1]))
            return PlaceCandidate(at, end + noun[0], (place,))
        if not texts[end][0].isupper():
            return None
        end += 1
    return None


def _people(reading: Reading) -> set[int]:
    """Give the tokens that stand in names of people."""
    taken: set[int] = set()
    for actor in reading.actors:
        if actor.kind.value == "person":
            for mention in actor.mentions:
                if mention.kind.value == "name":
                    span = reading.document.token_range(mention.start, mention.end)
                    taken.update(range(*span))
    return taken


def by_name(places: Mapping[str, Places]) -> dict[str, Places]:
    """Give a mapping that a lexicon takes."""
    return {name: options for name, options in places.items() if name.strip()}
