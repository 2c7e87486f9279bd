"""A story with everything that turns triggers into sanctions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import attrs

from newsmodel.errors import BrokenParserError
from newsmodel.model import (
    ActorKind,
    Claim,
    Mention,
    MentionKind,
    Reference,
    Sanction,
    SanctionMeasure,
    SanctionStatus,
    TimeExpression,
)
from newsmodel.parsers._claims_scene import Scene
from newsmodel.parsers._clauses import Phrase, is_gerund
from newsmodel.parsers._sanctions_imposers import imposers_of
from newsmodel.parsers._sanctions_status import measure_of, reason_of, status_of
from newsmodel.parsers._sanctions_targets import targets_of
from newsmodel.parsers._sanctions_triggers import Trigger, words
from newsmodel.parsers.reading import Reading

_STATES = (ActorKind.COUNTRY, ActorKind.GOVERNMENT)
_DATED = frozenset(("imposed", "lifted", "eased", "extended", "violated", "threatened"))


class SanctionScene:
    """The clauses, actors and times of a reading, for sanctions."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.scene = Scene(reading)
        self.clauses = self.scene.clauses
        self._times = [t.start for t in reading.times]

    def sanction(self, trigger: Trigger) -> Sanction:
        """Make a sanction without number of a trigger."""
        clauses = self.clauses
        imposers = self._powers(self._references(imposers_of(clauses, trigger)))
        targets = self._references(targets_of(clauses, trigger))
        if not targets:
            targets = self._nearby(trigger, imposers)
        status = status_of(clauses, trigger)
        reason = reason_of(clauses, trigger)
        return Sanction(
            id="sanction",
            trigger=clauses.document.words(trigger.first, trigger.stop),
            imposers=imposers,
            targets=targets,
            measure=self._measure(trigger),
            status=SanctionStatus(status),
            when=self._when(trigger) if status in _DATED else None,
            reason=clauses.document.words(*reason) if reason else None,
            claim=self._claim(trigger),
            confidence=0.8,
        )

    def _measure(self, trigger: Trigger) -> SanctionMeasure:
        measure = measure_of(self.clauses, trigger)
        try:
            return SanctionMeasure(measure)
        except ValueError:
            values = "a measure (" + ", ".join(SanctionMeasure) + ")"
            place = "SanctionParser.triggers"
            raise BrokenParserError(measure, values, place) from None

    def _references(self, phrases: list[Phrase]) -> tuple[Reference, ...]:
        return tuple(
            self.scene.reference(p.first, p.stop)
            for p in phrases
            if p.stop > p.first and not is_gerund(self.clauses.lower[p.first])
        )

    def _powers(self, found: tuple[Reference, ...]) -> tuple[Reference, ...]:
        """Those who can impose: actors, names and bodies of people."""
        return tuple(
            r
            for r in found
            if r.actor is not None
            or r.mention.kind is MentionKind.NAME
            or r.mention.text.split()[-1].lower() in words("parties")
        )

    def _nearby(
        self, trigger: Trigger, imposers: tuple[Reference, ...]
    ) -> tuple[Reference, ...]:
        """The nearest country of the passage that is not the imposer."""
        clauses = self.clauses
        here = clauses.starts[trigger.first]
        taken = {r.actor.id for r in imposers if r.actor}
        for stretch in (
            clauses.sentence(trigger.first),
            clauses.stretch(trigger.first),
        ):
            start, end = clauses.span(*stretch)
            span = max(start, here - 400), min(end, here + 400)
            found = [
                (abs(m.start - here), m.start, m, a)
                for m, a in self.scene.index.between(*span)
                if a.kind in _STATES and a.id not in taken and _may_be_hit(m)
            ]
            if found:
                _, _, mention, actor = min(found, key=lambda f: f[:2])
                return (Reference(mention=mention, actor=actor),)
        return ()

    def _when(self, trigger: Trigger) -> TimeExpression | None:
        """The date beside the words of state, or the one that opens the sentence."""
        clauses = self.clauses
        first, stop = clauses.sentence(trigger.first)
        start, end = clauses.span(first, stop)
        number = bisect_left(self._times, start)
        best: tuple[int, TimeExpression] | None = None
        while number < len(self._times) and self._times[number] < end:
            time = self.reading.times[number]
            number += 1
            distance = self._distance(trigger, time, first)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, time)
        return best[1] if best else None

    def _distance(
        self, trigger: Trigger, time: TimeExpression, first: int
    ) -> int | None:
        """Tokens from a date to the trigger; None where it dates something else."""
        if time.kind.value != "date" or (time.value.endswith("_REF") and len(time) < 5):
            return None
        clauses = self.clauses
        at, stop = clauses.tokens_between(time.start, time.end)
        gap = (
            range(trigger.stop, at)
            if at >= trigger.stop
            else range(stop, trigger.first)
        )
        opening = at - first <= 2 and len(gap) <= 14
        if len(gap) > 9 and not opening:
            return None
        words_between = {clauses.lower[t] for t in gap}
        if not words_between.isdisjoint(_PARTING):
            return None
        return len(gap)

    def _claim(self, trigger: Trigger) -> Claim | None:
        """The innermost claim whose content holds the trigger."""
        start = self.clauses.starts[trigger.first]
        found = None
        for claim in self.reading.claims:
            if any(p.start <= start < p.end for p in claim.content):
                found = claim
        return found


def _may_be_hit(mention: Mention) -> bool:
    """Say whether a name may be that of a target rather than of a usual imposer."""
    return mention.kind is MentionKind.NAME and (
        mention.text.split()[0].lower() not in words("imposers")
    )


_PARTING = frozenset(
    "after before said says that which while when if and test deal ; : .".split()
)
"""Words behind which a date belongs to something else."""


def join(found: Sequence[Sanction], groups: Sequence[int]) -> list[Sanction]:
    """Number sanctions; give those without parties the parties of the one before."""
    joined: list[Sanction] = []
    for number, sanction in enumerate(found, 1):
        before = (
            joined[-1] if joined and groups[number - 1] == groups[number - 2] else None
        )
        joined.append(attrs.evolve(_inherit(sanction, before), id=f"sanction-{number}"))
    return joined


def _inherit(sanction: Sanction, before: Sanction | None) -> Sanction:
    if before is None:
        return sanction
    targets = sanction.targets or before.targets
    same = {r.name for r in targets} <= {r.name for r in before.targets}
    imposers = sanction.imposers or (before.imposers if same else ())
    return attrs.evolve(sanction, imposers=imposers, targets=targets)
