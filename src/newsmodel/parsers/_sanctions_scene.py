"""A story with everything that turns triggers into sanctions."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from newsmodel.model import (
    Claim,
    Reference,
    Sanction,
    SanctionMeasure,
    SanctionStatus,
)
from newsmodel.parsers._claims_agents import clause_subject
from newsmodel.parsers._claims_scene import Scene
from newsmodel.parsers._clauses import Clauses, Phrase
from newsmodel.parsers._sanctions_imposers import imposers_of
from newsmodel.parsers._sanctions_measures import measure_of
from newsmodel.parsers._sanctions_reasons import reason_of
from newsmodel.parsers._sanctions_references import Parties
from newsmodel.parsers._sanctions_status import status_of
from newsmodel.parsers._sanctions_tails import Tail, tail_of
from newsmodel.parsers._sanctions_targets import blamed, targets_of
from newsmodel.parsers._sanctions_times import SanctionTimes
from newsmodel.parsers._sanctions_triggers import Trigger
from newsmodel.parsers.reading import Reading

_IT = frozenset(("it", "they"))


class SanctionScene:
    """The clauses, actors and times of a reading, for sanctions."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.scene: Scene = Scene(reading)
        self.clauses: Clauses = self.scene.clauses
        self._parties = Parties(self.scene)
        contents = [(p.start, p.end, c) for c in reading.claims for p in c.content]
        self._contents = sorted(contents, key=lambda c: (c[0], -c[1]))
        self._reach = list(accumulate((end for _, end, _ in self._contents), max))
        self._times = SanctionTimes(self.clauses, reading.times)

    def sanction(self, trigger: Trigger) -> Sanction:
        """Make a sanction without number of a trigger."""
        clauses = self.clauses
        tail = tail_of(clauses, trigger)
        imposers = self._imposers(trigger, tail)
        status = status_of(clauses, trigger)
        aimed = self._parties.owned(trigger, targets_of(clauses, trigger, tail))
        reason = reason_of(clauses, trigger, tail, aimed, status)
        targets = self._parties.references(aimed or blamed(clauses, reason))
        return Sanction(
            id="sanction",
            trigger=clauses.document.words(trigger.first, trigger.stop),
            imposers=imposers,
            targets=targets,
            measure=SanctionMeasure(measure_of(clauses, trigger)),
            status=SanctionStatus(status),
            when=self._times.when(trigger, tail, status, reason),
            reason=clauses.document.words(*reason) if reason else None,
            claim=self._claim(trigger),
        )

    def _imposers(self, trigger: Trigger, tail: Tail) -> tuple[Reference, ...]:
        """Those who impose it; for an unclear "it" the subject of the main clause."""
        phrases = imposers_of(self.clauses, trigger, tail)
        found = self._parties.powers(self._parties.references(phrases))
        if found or not phrases or self.clauses.lower[phrases[0].first] not in _IT:
            return found
        first, _ = self.clauses.sentence(trigger.first)
        main = clause_subject(self.clauses, first, phrases[0].first)
        subject = [Phrase(main.first, main.stop)] if main else []
        return self._parties.powers(self._parties.references(subject))

    def _claim(self, trigger: Trigger) -> Claim | None:
        """The innermost claim whose content holds the trigger."""
        start = self.clauses.starts[trigger.first]
        at = bisect_right(self._contents, start, key=lambda c: c[0]) - 1
        while at >= 0 and self._reach[at] > start:
            if self._contents[at][1] > start:
                return self._contents[at][2]
            at -= 1
        return None
