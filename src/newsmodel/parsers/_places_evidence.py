"""Learned names among those of the gazetteer: which are places, and which are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newsmodel.lexicons import Place, WorldGazetteer
from newsmodel.parsers._actors_learned import WHERE, Names
from newsmodel.parsers._places_candidate import PlaceCandidate
from newsmodel.parsers._places_learned import is_money, learned_places
from newsmodel.parsers._places_scene import Scene
from newsmodel.tagging.evidence import NameKind, NameSpan

_TOLD: Final = 0.95
_SURE: Final = 0.9
_OPEN: Final = 0.5
"""How sure the rules are of a place that the words tell, of one that they judge to be
one, and of one that they leave open."""
_TOWN: Final = 0.97
"""How sure they are of a town that also names its club."""
_CERTAIN: Final = 0.98
"""Probability from which words are a place that the rules judge to be none."""

Ranges = Sequence[tuple[int, int]]
Judged = tuple[PlaceCandidate, bool | None]
"""A candidate, and whether it is a place; None where that is open."""


def weigh(scene: Scene, found: Sequence[Judged], names: Names) -> list[Judged]:
    """
    Decide between what the rules say of a story's names and what was learned.

    Args:
        scene: The story.
        found: Candidates of the rules, with their verdicts.
        names: The learned names.
    """
    texts = scene.texts
    begins = {first for first, _ in scene.ranges}
    judged: list[Judged] = []
    for candidate, verdict in found:
        cut = _trimmed(scene, candidate, names)
        holds = _is_own(scene, cut) or (cut.first in begins and _is_shouted(cut, texts))
        judged.append(
            (cut, verdict if holds else _verdict((cut, verdict), names, texts))
        )
    taken = {t for c, v in judged if v is not False for t in range(c.first, c.stop)}
    denied = {(c.first, c.stop) for c, verdict in found if verdict is False}
    for span in _inside(scene.ranges, names):
        free = taken.isdisjoint(range(span.first, span.stop))
        sure = (span.first, span.stop) not in denied or span.probability >= _CERTAIN
        if free and sure:
            judged += ((c, True) for c in learned_places(scene, span))
    return sorted(judged, key=lambda j: (j[0].first, j[0].stop))


def _inside(ranges: Ranges, names: Names) -> Iterator[NameSpan]:
    """Give the learned names that lie in what is read."""
    for first, stop in ranges:
        for span in names.between(first, stop):
            if first <= span.first and span.stop <= stop:
                yield span


def _is_own(scene: Scene, candidate: PlaceCandidate) -> bool:
    """Say whether the gazetteer of a subclass has a name that ours lacks."""
    shipped = WorldGazetteer()
    if candidate.told or candidate.adjectival or scene.parser.gazetteer == shipped:
        return False
    return not shipped.find(scene.words(candidate.first, candidate.stop))


def _is_shouted(candidate: PlaceCandidate, texts: list[str]) -> bool:
    """Say whether a name stands in capitals, as in a dateline: "OSLO Fish is dear"."""
    words = texts[candidate.first : candidate.stop]
    return all(w.isupper() for w in words) and len(words[0]) >= len("OSLO")


def _verdict(judged: Judged, names: Names, texts: list[str]) -> bool | None:
    """Say whether a candidate is a place, with all that was learned of its words."""
    candidate, verdict = judged
    if is_money(candidate.stop, texts):
        return False
    for span in names.between(candidate.first, candidate.stop):
        trust = _trust((candidate, verdict), span)
        if span.kind is NameKind.PLACE:
            exact = (span.first, span.stop) == (candidate.first, candidate.stop)
            if verdict is None and (exact or candidate.options[0].minor):
                verdict = exact
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
        return inside or _before(candidate.first, texts) in WHERE
    return candidate.adjectival and not inside


def _before(at: int, texts: list[str]) -> str:
    return texts[at - 1].lower() if at else ""


def _trimmed(scene: Scene, candidate: PlaceCandidate, names: Names) -> PlaceCandidate:
    """Cut a name that only the words tell: "Jujuy province", "Then Ogle River"."""
    spans = names.between(candidate.first, candidate.stop) if candidate.told else []
    if len(spans) != 1 or spans[0].kind is not NameKind.PLACE:
        return candidate
    first, stop = spans[0].first, spans[0].stop
    longer = first < candidate.first or stop > candidate.stop
    same = (first, stop) == (candidate.first, candidate.stop)
    if (
        longer
        or same
        or any(not w.islower() for w in scene.texts[stop : candidate.stop])
    ):
        return candidate
    kind = candidate.options[0].kind
    places = tuple(p for p in scene.exact(first, stop) if p.kind is kind)
    options = places or (Place(scene.words(first, stop), kind),)
    return candidate._replace(first=first, stop=stop, options=options, told=not places)
