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
from newsmodel.parsers._mentions import MentionIndex, Named
from newsmodel.parsers._sanctions_confidence import confidence_of
from newsmodel.parsers._sanctions_triggers import words
from newsmodel.parsers.reading import Reading

_FAR = 400
"""Code points that a party may stand from a trigger."""
_REACH = 2
"""Stretches that a sanction may stand behind the one whose parties it has."""


def join(found: Sequence[Sanction], reading: Reading) -> list[Sanction]:
    """
    Number sanctions and complete their parties, in order of the text.

    A target that the words of a mention do not give is that of the mention before it,
    at most two paragraphs up unless this one is definite, or the nearest country beside
    it that does not itself impose, best one that is a target already, or that of the
    next mention of its paragraph.  Imposers are those of the mention before or after.
    """
    near = _Nearby(reading, found)
    ends = [p.end for p in reading.stretches]
    places = [bisect_right(ends, s.trigger.start) for s in found]
    whole: list[Sanction] = []
    for at, sanction in enumerate(found):
        one = sanction
        before = whole[-1] if whole else None
        close = before is not None and places[at] - places[at - 1] <= _REACH
        if before is not None and (close or _is_definite(reading, one)):
            one = _inherit(one, before, joint=near.joint(one, before))
            one = _repeat(one, before, reading)
            one = near.renamed(one, sanction)
        whole.append(near.completed(one, whole))
    for at in range(len(whole) - 2, -1, -1):
        if places[at] == places[at + 1]:
            joint = near.joint(whole[at], whole[at + 1])
            whole[at] = _inherit(whole[at], whole[at + 1], joint=joint)
    return [
        attrs.evolve(s, id=f"sanction-{n}", confidence=confidence_of(found[n - 1], s))
        for n, s in enumerate(whole, 1)
    ]


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


_JOINT = re.compile(
    r"(,| and| or|, and|,? including| as well as)( an?)?( [a-z]+){0,2} "
)
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
        self._ends = [end for _, end in self._sentences]
        sides = [r for s in found for r in s.imposers]
        self._powers = {r.actor.country for r in sides if r.actor} | {"US", "GB"}

    def joint(self, one: Sanction, other: Sanction) -> bool:
        """Say whether two stand in one sentence."""
        places = {bisect_right(self._ends, s.trigger.start) for s in (one, other)}
        return len(places) == 1

    def renamed(self, sanction: Sanction, own: Sanction) -> Sanction:
        """Give inherited parties by their naming in the sentence, if there is one."""
        sentence = self._sentences[bisect_right(self._ends, sanction.trigger.start)]
        inside = self._index.between(*sentence)
        imposers, targets = (
            side if named else tuple(_named(r, inside, sanction) for r in side)
            for side, named in (
                (sanction.imposers, own.imposers),
                (sanction.targets, own.targets),
            )
        )
        return attrs.evolve(sanction, imposers=imposers, targets=targets)

    def completed(self, sanction: Sanction, before: Sequence[Sanction]) -> Sanction:
        """Give a sanction with the nearest country as target, where it has none."""
        if sanction.targets:
            return sanction
        known = {r.name for s in before for r in s.targets}
        here = sanction.trigger.start
        for passages in (self._sentences, self._stretches):
            start, end = next(p for p in passages if here < p[1])
            span = max(start, here - _FAR), min(end, here + _FAR)
            candidates = list(self._hit(*span))
            if candidates:
                mention, actor = min(
                    candidates,
                    key=lambda n: (n[1].name not in known, _rank(n[0], here)),
                )
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


def _rank(mention: Mention, here: int) -> tuple[bool, bool, int]:
    """Order mentions: names before adjectives, those before a trigger, the nearest."""
    return mention.adjectival, mention.start > here, abs(mention.start - here)


def _named(reference: Reference, inside: list[Named], sanction: Sanction) -> Reference:
    """The nearest naming of a party among some mentions, else the party as it is."""
    names = [
        m for m, a in inside if a is reference.actor and m.kind is MentionKind.NAME
    ]
    here = sanction.trigger.start
    nearest = min(names, key=lambda m: _rank(m, here), default=reference.mention)
    return attrs.evolve(reference, mention=nearest)
