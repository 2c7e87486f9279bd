"""Names that look like places and are none: surnames, firms, words, languages."""

from __future__ import annotations

import functools
from typing import Final

from newsmodel.lexicons import Lexicon, toml
from newsmodel.model import LocationKind
from newsmodel.parsers._places_candidate import PlaceCandidate
from newsmodel.parsers._places_people import Parties, given_names
from newsmodel.parsers._places_scene import Scene

_BIG: Final = 300_000
"""Population from which a city is known without a preposition."""
_HIGH: Final = frozenset(
    (LocationKind.COUNTRY, LocationKind.STATE, LocationKind.CONTINENT)
)
_AREAS: Final = frozenset((LocationKind.STATE, LocationKind.COUNTRY))
_WHERE: Final = frozenset("in near at outside".split())
"""Prepositions that put even a person's namesake on the map."""
_PARTIES: Final = frozenset("D R I DFL".split())
"""How American news writes the party of a politician."""
_LOOSE: Final = frozenset(("at", "to", "from"))
"""Prepositions that stand before bodies and people as often: "a professor at Yale"."""
_DASHES: Final = frozenset("- – — -- (".split())
_ARTICLES: Final = frozenset("a an the".split())
_OPEN: Final = frozenset(
    "The A An In At On From For And But Northern Southern Eastern Western Central "
    "North South East West Greater Downtown Upper Lower New Former".split()
)
_LANGUAGE_BEHIND: Final = frozenset(
    "and or to with as on which that but at for is was".split()
)


@functools.cache
def titles() -> frozenset[str]:
    """Last words of titles before a name: "President", "Sen."."""
    words = toml("titles.toml")
    names = (*words["honorifics"], *words["titles"], *words["abbreviations"])
    return frozenset(name.split()[-1] for name in names)


def judge(scene: Scene, candidate: PlaceCandidate) -> bool | None:
    """Say whether the words around make a name a place; None where they are silent."""
    texts, parser = scene.texts, scene.parser
    first, stop = candidate.first, candidate.stop
    begin, end = scene.reading.document.sentence_of(first)
    before = texts[first - 1] if first > begin else ""
    behind = texts[stop] if stop < end else ""
    if candidate.adjectival:
        return not _is_language(parser.speech, before, behind)
    if (
        candidate.told
        or first == scene.dateline.start
        or _opens_paragraph(candidate, scene, behind)
        or (behind == "," and _lies_in(candidate, scene, stop + 1, end))
    ):
        return True
    has = _has(candidate, scene, behind) and before not in titles()
    if has or _follows_party(first, texts):
        return True
    if _is_person(candidate, texts[first], before, scene.parties):
        return False
    opened = before == "of" and _opens(scene, first)
    full = stop - first == 1 and _begins_name(texts[first], behind)
    there = before.lower() in parser.prepositions and not full
    if candidate.options[0].minor:
        firm = before.lower() not in _LOOSE and not _is_given(texts[first:stop])
        return (
            opened or (there and firm) or (None if before.lower() != "the" else False)
        )
    noun = behind.islower() and behind.isalpha() and before.lower() in _ARTICLES
    alone = _stands_alone(candidate, texts[first], before, behind)
    return opened or noun or there or alone or None


def _has(candidate: PlaceCandidate, scene: Scene, behind: str) -> bool:
    """Say whether a town has what stands behind: "Carthage police"; counties do."""
    kind, size = candidate.options[0].kind, candidate.stop - candidate.first
    if kind is LocationKind.DISTRICT and size > 1:
        return True
    if kind is not LocationKind.CITY or candidate.first in scene.parties.taken:
        return False
    return behind in scene.parser.civic and not _is_given(
        scene.texts[candidate.first : candidate.stop]
    )


def _follows_party(first: int, texts: list[str]) -> bool:
    """Say whether a party stands before: "Sen. Boe, R-Elbow Lake"."""
    return first >= 2 and texts[first - 1] == "-" and texts[first - 2] in _PARTIES


def _opens(scene: Scene, first: int) -> bool:
    """Say whether a place follows the "of" before it: "city of X", "east of X"."""
    at = max(first - 2, 0)
    word = scene.lower[at]
    if word in scene.parser.openers or word in scene.parser.directions:
        return True
    return word == "," or at in scene.parties.taken


def _is_given(words: list[str]) -> bool:
    """Say whether a name is also the name of a person: "Kelly"."""
    return len(words) == 1 and words[0] in given_names()


def _begins_name(name: str, behind: str) -> bool:
    """Say whether a given name and a capital follow each other."""
    return name in given_names() and behind[:1].isupper() and behind.isalpha()


def _is_person(
    candidate: PlaceCandidate, name: str, before: str, parties: Parties
) -> bool:
    """Say whether a name is a person's, by the story's people or a title before."""
    single = candidate.stop - candidate.first == 1
    if single and name in parties.names:
        return before.lower() not in _WHERE
    country = candidate.options[0].kind is LocationKind.COUNTRY and not single
    initial = len(before) == len("W.") and before[1] == "." and before[0].isupper()
    return not country and (initial or before in titles() or before in given_names())


def _opens_paragraph(candidate: PlaceCandidate, scene: Scene, behind: str) -> bool:
    """Say whether a name opens a paragraph or a sentence as a dateline does."""
    first, name = candidate.first, scene.texts[candidate.first]
    shouted = name.isupper() and len(name) > 3
    if any(first == begin for begin, _ in scene.reading.ranges[:4]):
        return shouted or behind in _DASHES
    begin, _ = scene.reading.document.sentence_of(first)
    return first == begin and shouted and behind in _DASHES


def _lies_in(candidate: PlaceCandidate, scene: Scene, at: int, end: int) -> bool:
    """Say whether a country or division follows that it may lie in."""
    if at >= end:
        return False
    found = scene.longest(at, end)
    larger = found[1] if found else ()
    if not larger and scene.texts[at] in scene.parser.postal:
        larger = scene.parser.postal[scene.texts[at]]
    if larger and larger[0].kind is LocationKind.STATE:
        return candidate.options[0].kind not in _AREAS
    names = {p.country for p in larger if p.kind in _AREAS}
    return any(p.country in names for p in candidate.options)


def _stands_alone(
    candidate: PlaceCandidate, name: str, before: str, behind: str
) -> bool:
    """Judge a name without a preposition by how well known it is."""
    place = candidate.options[0]
    capital = behind[:1].isupper() and behind.isalpha()
    if place.kind in _HIGH:
        return not place.ambiguous or not capital
    if place.ambiguous:
        return False
    if candidate.stop - candidate.first == 1:
        if _begins_name(name, behind):
            return False
        if before[:1].isupper() and before.isalpha() and before not in _OPEN:
            return False
    known = place.kind is not LocationKind.CITY or place.population >= _BIG
    return known or (name not in given_names() and not capital)


def _is_language(speech: Lexicon[bool], before: str, behind: str) -> bool:
    if before.lower() in speech:
        return True
    return before.lower() in ("in", "into", "from") and (
        not behind.isalpha() or behind in _LANGUAGE_BEHIND
    )
