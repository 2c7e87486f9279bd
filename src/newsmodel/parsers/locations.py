"""Places, from their names to the spots on the map that the story means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

import attrs

from newsmodel.errors import BrokenParserError
from newsmodel.lexicons import (
    Gazetteer,
    Lexicon,
    Place,
    WorldGazetteer,
    _nations,
    toml,
)
from newsmodel.lexicons.place import Places
from newsmodel.model import Location, LocationKind, Mention, MentionKind
from newsmodel.parsers._actors_learned import Names
from newsmodel.parsers._places_candidate import PlaceCandidate
from newsmodel.parsers._places_evidence import weigh
from newsmodel.parsers._places_found import Finder, again
from newsmodel.parsers._places_near import judge
from newsmodel.parsers._places_relative import place_relatively
from newsmodel.parsers._places_resolve import resolve
from newsmodel.parsers._places_scene import Scene
from newsmodel.parsers._places_widen import at_home, put_beside, widen
from newsmodel.parsers.base import Parser
from newsmodel.parsers.reading import Reading
from newsmodel.tagging.evidence import NameKind


def _words(name: str) -> Lexicon[bool]:
    def read() -> dict[str, bool]:
        return dict.fromkeys(toml("locations.toml")[name], True)

    return Lexicon.lazy(read)


def _entries(name: str) -> Lexicon[str]:
    return Lexicon.lazy(lambda: toml("locations.toml")[name])


def _locals() -> dict[str, tuple[str, ...]]:
    countries: dict[str, tuple[str, ...]] = {}
    for country, words in toml("locations.toml")["locals"].items():
        for word in words:
            countries[word] = (*countries.get(word, ()), country)
    return countries


class LocationParser(Parser[PlaceCandidate, Location]):
    """
    Reads places, finds the ones meant among their namesakes, and merges their mentions.

    Candidates are `PlaceCandidate`.  A name is looked up in the gazetteer; the words
    around it tell places from surnames and firms.  Of several places with one name the
    story's own words decide ("Paris, Texas"), then the divisions and the country that
    the story is about, then population; one name means one place in a story.

    Adjectives and names of peoples are mentions of the country with `adjectival` set; a
    name that acts ("Tehran dismissed") has `metonymic` set.

    Examples:
        >>> import newsmodel
        >>> article = newsmodel.parse("The plant stands in Paris, Texas.")
        >>> article.locations[0].within
        Location(location-2: Texas, state, US)
    """

    makes: ClassVar[type] = Location

    gazetteer: ClassVar[Gazetteer] = WorldGazetteer()
    """Places by name; a subclass may bring another."""
    adjectives: ClassVar[Lexicon[Places]] = Lexicon.lazy(_nations.adjectives)
    """Nations by adjective and people: "Iranian", "Iranians"."""
    postal: ClassVar[Lexicon[Places]] = Lexicon.lazy(_nations.postal)
    """Divisions by the code that stands behind a comma: "TX"."""
    features: ClassVar[Lexicon[str]] = _entries("features")
    """Nouns behind the name of a place, with its kind: "County"."""
    heads: ClassVar[Lexicon[str]] = _entries("heads")
    """Nouns before the name of a place, with its kind: "Lake"."""
    prepositions: ClassVar[Lexicon[bool]] = _words("prepositions")
    """Words before a place, in lower case."""
    openers: ClassVar[Lexicon[str]] = _entries("openers")
    """Nouns before "of" and a place, with its kind: "the port of X"."""
    civic: ClassVar[Lexicon[bool]] = _words("civic")
    """Nouns behind the name of a town or county that it has: "police"."""
    prefixes: ClassVar[Lexicon[bool]] = _words("prefixes")
    """First parts of double adjectives: "Anglo"."""
    locals: ClassVar[Lexicon[tuple[str, ...]]] = Lexicon.lazy(_locals)
    """Words, in lower case, by the countries whose news has them: "sheriff"."""
    lists: ClassVar[Lexicon[str]] = _entries("lists")
    """Plurals behind several names, with what each of them is: "counties"."""
    verbs: ClassVar[Lexicon[bool]] = _words("verbs")
    """Verbs that make the place name before them a government's."""
    adverbs: ClassVar[Lexicon[bool]] = _words("adverbs")
    """Words that may stand before such a verb."""
    speech: ClassVar[Lexicon[bool]] = _words("speech")
    """Words before the name of a language."""
    directions: ClassVar[Lexicon[bool]] = _words("directions")
    """Points of the compass."""
    lengths: ClassVar[Lexicon[str]] = _entries("lengths")
    """Units of length in kilometres."""
    numbers: ClassVar[Lexicon[str]] = _entries("numbers")
    """Numbers in words."""
    meanings: ClassVar[Mapping[str, Sequence[str]]] = MappingProxyType(
        dict.fromkeys(("features", "heads", "openers"), tuple(LocationKind))
    )

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if not callable(getattr(cls.gazetteer, "find", None)):
            place = f"{cls.__name__}.gazetteer"
            raise BrokenParserError(cls.gazetteer, "a Gazetteer, with `find`", place)

    def find(self, reading: Reading) -> Iterator[PlaceCandidate]:
        """Answer where one may stand: names of the gazetteer, each resolved."""
        scene = Scene(self, reading)
        actors, names = scene.parties, scene.names
        places, others = _places(scene, list(Finder(scene).all()))
        resolved = resolve(again(places, scene), others, scene)
        if names is not None:
            resolved = put_beside(widen(scene, resolved, names), scene.texts)
        for candidate in at_home(resolved):
            acts = candidate.first in actors.acting or _acts(candidate, scene)
            owns = candidate.adjectival or (
                candidate.first in actors.owning and not _is_noun(candidate, names)
            )
            yield candidate._replace(adjectival=owns, metonymic=acts and not owns)

    def build(self, candidate: PlaceCandidate, reading: Reading) -> Location | None:
        """Answer what it is: a place with one mention."""
        place = candidate.options[0]
        passage = reading.document.words(candidate.first, candidate.stop)
        mention = Mention(
            start=passage.start,
            end=passage.end,
            text=passage.text,
            kind=MentionKind.NAME,
            adjectival=candidate.adjectival,
            metonymic=candidate.metonymic,
        )
        return Location(
            id="location",
            name=place.name,
            kind=place.kind,
            country=place.country,
            latitude=place.latitude,
            longitude=place.longitude,
            geonames_id=place.geonames_id,
            within=_division(place),
            mentions=(mention,),
            confidence=round(candidate.confidence, 3),
        )

    def finish(self, found: list[Location], reading: Reading) -> Sequence[Location]:
        """Answer what they are together: merged, numbered, inside one another."""
        placed = place_relatively(self, _merge(found), reading)
        return _link(placed)


def _places(
    scene: Scene, found: list[PlaceCandidate]
) -> tuple[list[PlaceCandidate], list[PlaceCandidate]]:
    """Part what is a place, here or by another naming of it, from what is none."""
    texts = scene.texts
    judged = [(c, judge(scene, c)) for c in found]
    if scene.names is not None:
        judged = weigh(scene, judged, scene.names)
        bodies = scene.parties.bodies
        judged = [j for j in judged if _is_county(j[0]) or j[0][:2] not in bodies]
    known = {tuple(texts[c.first : c.stop]) for c, verdict in judged if verdict}
    places: list[PlaceCandidate] = []
    others: list[PlaceCandidate] = []
    for candidate, verdict in judged:
        words = tuple(texts[candidate.first : candidate.stop])
        holds = verdict or (verdict is None and words in known)
        (places if holds else others).append(candidate)
    return places, others


def _is_county(candidate: PlaceCandidate) -> bool:
    """Say whether a name of several words is that of a county, also as a body."""
    several = candidate.stop - candidate.first > 1
    return several and candidate.options[0].kind is LocationKind.DISTRICT


def _is_noun(candidate: PlaceCandidate, names: Names | None) -> bool:
    """Say whether the tagger reads a place in what stands before a noun: "US"."""
    if names is None:
        return False
    kinds = {s.kind for s in names.between(candidate.first, candidate.stop)}
    return kinds == {NameKind.PLACE}


def _acts(candidate: PlaceCandidate, scene: Scene) -> bool:
    """Say whether a verb of speech or sanction follows the name of a state's seat."""
    lower, parser = scene.lower, scene.parser
    stop = scene.reading.document.sentence_of(candidate.first)[1]
    name = scene.words(candidate.first, candidate.stop)
    if candidate.adjectival or name not in _nations.metonyms():
        return False
    by = candidate.first >= 2 and lower[candidate.first - 1] == "by"
    if by and lower[candidate.first - 2] in parser.verbs:
        return True
    at = candidate.stop
    while at < min(stop, candidate.stop + 3) and lower[at] in parser.adverbs:
        at += 1
    return at < stop and lower[at] in parser.verbs


def _division(place: Place) -> Location | None:
    """Give the division that a place lies in, until `finish` finds the story's own."""
    if not place.division:
        return None
    kind = LocationKind.STATE
    return Location(
        id="division", name=place.division, kind=kind, country=place.country
    )


def _link(places: Sequence[Location]) -> list[Location]:
    """Put each place into the smallest larger place that the story names."""
    countries = {p.country: p for p in places if p.kind is LocationKind.COUNTRY}
    linked: dict[str, Location] = {}
    divisions: dict[tuple[str | None, str], Location] = {}
    for place in places:
        if place.kind is LocationKind.STATE:
            state = attrs.evolve(place, within=countries.get(place.country))
            divisions[place.country, place.name] = linked[place.id] = state
    for place in places:
        if place.kind not in (LocationKind.STATE, LocationKind.COUNTRY):
            key = (place.country, place.within.name if place.within else "")
            larger = divisions.get(key) or countries.get(place.country)
            linked[place.id] = attrs.evolve(place, within=larger)
    return [linked.get(place.id, place) for place in places]


def _merge(found: list[Location]) -> list[Location]:
    groups: dict[tuple[object, ...], list[Location]] = {}
    for place in found:
        key = (place.name, place.kind, place.country, place.latitude, place.longitude)
        groups.setdefault(key, []).append(place)
    merged: list[Location] = []
    for number, places in enumerate(groups.values(), 1):
        mentions = tuple(m for p in places for m in p.mentions)
        merged.append(
            attrs.evolve(places[0], id=f"location-{number}", mentions=mentions)
        )
    return merged
