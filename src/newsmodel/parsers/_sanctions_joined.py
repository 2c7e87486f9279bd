"""The parties that a sanction has from its passage, where its own words name none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import attrs

from newsmodel.model import (
    Actor,
    ActorKind,
    Mention,
    MentionKind,
    Reference,
    Sanction,
    SanctionStatus,
)
from newsmodel.parsers._mentions import MentionIndex
from newsmodel.parsers._sanctions_triggers import words
from newsmodel.parsers.reading import Reading

_FAR = 400
"""Code points that a party may stand from a trigger."""
_REACH = 2
"""Stretches that a sanction may stand behind the one whose parties it has."""


def join(found: Sequence[Sanction], reading: Reading) -> list[Sanction]:
    """
    Number sanctions and complete their parties, in order of the text.

    A mention without targets or imposers has those of the mention before it, at most
    two paragraphs up unless it is definite; then the target is the nearest country beside it that does not
    itself impose; then the parties are those of the next mention in its paragraph.
    """
    ends = [p.end for p in reading.stretches]
    starts = [reading.document.tokens.starts[first] for first, _ in reading.sentences]
    places = [bisect_right(ends, s.trigger.start) for s in found]
    sentences = [bisect_right(starts, s.trigger.start) for s in found]
    whole = list(found)
    for at in range(1, len(whole)):
        near = places[at] - places[at - 1] <= _REACH
        if near or _is_definite(reading, whole[at]):
            joint = sentences[at] == sentences[at - 1]
            whole[at] = _inherit(whole[at], whole[at - 1], joint=joint)
            whole[at] = _repeat(whole[at], whole[at - 1], reading)
    if not all(s.targets for s in whole):
        near = _Nearby(reading, whole)
        whole = [s if s.targets else near.completed(s) for s in whole]
    for at in range(len(whole) - 2, -1, -1):
        if places[at] == places[at + 1]:
            joint = sentences[at] == sentences[at + 1]
            whole[at] = _inherit(whole[at], whole[at + 1], joint=joint)
    return [attrs.evolve(s, id=f"sanction-{n}") for n, s in enumerate(whole, 1)]


def _is_definite(reading: Reading, sanction: Sanction) -> bool:
    """Say whether it is "the embargo", "those sanctions": one told of before."""
    at, _ = reading.document.token_range(sanction.trigger.start, sanction.trigger.end)
    return at > 0 and reading.document.lower[at - 1] in _DEFINITE


_DEFINITE = frozenset("the these those this that such".split())


def _inherit(sanction: Sanction, other: Sanction, *, joint: bool) -> Sanction:
    """Take the parties of another; in a joint sentence also those of other targets."""
    targets = sanction.targets or other.targets
    same = joint or {r.name for r in targets} <= {r.name for r in other.targets}
    imposers = sanction.imposers or (other.imposers if same else ())
    hit = {r.name for r in targets}
    own = tuple(r for r in imposers if r.name not in hit)
    return attrs.evolve(sanction, imposers=own, targets=targets)


def _repeat(sanction: Sanction, before: Sanction, reading: Reading) -> Sanction:
    """Take the state of a joint measure, and what "the embargo" goes back to."""
    gap = reading.document.text[before.trigger.end : sanction.trigger.start]
    status, measure = sanction.status, sanction.measure
    if status is SanctionStatus.IN_FORCE and _JOINT.fullmatch(gap):
        status = before.status
    if sanction.trigger.text == "embargo" and before.trigger.text.endswith("embargo"):
        measure = before.measure
    return attrs.evolve(sanction, status=status, measure=measure)


_JOINT = re.compile(r"(,| and| or|, and|,? including| as well as)( an?)?( [a-z]+){0,2} ")
"""What stands between measures that are told together."""


class _Nearby:
    """The countries of a story that may be hit."""

    def __init__(self, reading: Reading, found: Sequence[Sanction]) -> None:
        self._index = MentionIndex(reading.actors, reading.document.clean)
        self._stretches = [(p.start, p.end) for p in reading.stretches]
        starts, ends = reading.document.tokens[1:]
        self._sentences = [
            (starts[first], ends[stop - 1]) for first, stop in reading.sentences
        ]
        sides = [r for s in found for r in s.imposers]
        self._powers = {r.actor.country for r in sides if r.actor} | {"US", "GB"}

    def completed(self, sanction: Sanction) -> Sanction:
        here = sanction.trigger.start
        for passages in (self._sentences, self._stretches):
            start, end = next(p for p in passages if here < p[1])
            span = max(start, here - _FAR), min(end, here + _FAR)
            candidates = [(abs(m.start - here), m, a) for m, a in self._hit(*span)]
            if candidates:
                _, mention, actor = min(candidates, key=lambda n: n[0])
                reference = Reference(mention=mention, actor=actor)
                return attrs.evolve(sanction, targets=(reference,))
        return sanction

    def _hit(self, start: int, end: int) -> Iterator[tuple[Mention, Actor]]:
        for mention, actor in self._index.between(start, end):
            usual = mention.text.split()[0].lower() in words("imposers")
            if actor.kind is not ActorKind.COUNTRY or usual:
                continue
            if mention.kind is MentionKind.NAME and actor.country not in self._powers:
                yield mention, actor
