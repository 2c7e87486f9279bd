"""When a sanction came into the state that is told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newsmodel.model import TimeExpression
from newsmodel.model.time import TimeKind
from newsmodel.parsers import _clauses as c
from newsmodel.parsers._clauses import Clauses, Phrase
from newsmodel.parsers._sanctions_facts import PLANNED
from newsmodel.parsers._sanctions_status import acts
from newsmodel.parsers._sanctions_tails import Tail
from newsmodel.parsers._sanctions_triggers import Trigger, words

_FAR = 9
"""Tokens between a sanction and a date that is its own."""
_OPENING = 18
"""The same for a date that opens the sentence."""
_WIDEST = 60
"""Tokens around a sanction in which its date may stand."""
_DATED = frozenset(("imposed", "lifted", "eased", "extended", "violated", "threatened"))


class SanctionTimes:
    """
    The dates of a story, for sanctions.

    Args:
        clauses: The story.
        times: Its time expressions, in order.
    """

    def __init__(self, clauses: Clauses, times: Sequence[TimeExpression]) -> None:
        self._clauses = clauses
        self._times = times
        self._starts = [t.start for t in times]

    def when(
        self, trigger: Trigger, tail: Tail, status: str, reason: Phrase | None
    ) -> TimeExpression | None:
        """Give the nearest date that says when the state came about, or None."""
        best: tuple[int, TimeExpression] | None = None
        for time in self._of_sentence(trigger):
            at, stop = self._clauses.tokens_between(time.start, time.end)
            if self._is_of_reason(at, reason, status):
                continue
            if self._clauses.letters[stop : stop + 1] == [c.POSSESSIVE]:
                continue
            distance = self._distance(trigger, tail, status, time)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, time)
        return best[1] if best else None

    def _is_of_reason(self, at: int, reason: Phrase | None, status: str) -> bool:
        """Say whether a date is told of the ground, not "since" what is in force."""
        if reason is None or not reason.first <= at < reason.stop:
            return False
        return status != "in_force" or self._clauses.lower[reason.first - 1] != "since"

    def _of_sentence(self, trigger: Trigger) -> Iterator[TimeExpression]:
        first, stop = self._clauses.sentence(trigger.first)
        start, end = self._clauses.span(
            max(first, trigger.first - _WIDEST), min(stop, trigger.stop + _WIDEST)
        )
        first = bisect_left(self._starts, start)
        for time in self._times[first : bisect_left(self._starts, end)]:
            now = time.value.endswith("_REF") and len(time) < len("today")
            if time.kind is TimeKind.DATE and not now:
                yield time

    def _distance(
        self, trigger: Trigger, tail: Tail, status: str, time: TimeExpression
    ) -> int | None:
        """Tokens from a date to the sanction; None where it dates something else."""
        at, stop = self._clauses.tokens_between(time.start, time.end)
        if at >= trigger.stop:
            return self._behind(range(min(tail.stop, at), at), trigger, at, status)
        if status not in _DATED and not self._is_planned(trigger, status):
            return None
        return self._before(range(stop, trigger.first), trigger, at)

    def _behind(self, gap: range, trigger: Trigger, at: int, status: str) -> int | None:
        """The date in or behind the tail; of what is in force, "since" when."""
        lower = self._clauses.lower
        since = "since" in lower[max(trigger.stop, at - _FAR) : at]
        if len(gap) > _FAR or not _PARTING.isdisjoint(lower[gap.start : gap.stop]):
            return None
        if since:
            return len(gap) if status in ("in_force", "imposed") else None
        dated = status in _DATED or self._is_planned(trigger, status)
        return len(gap) if dated else None

    def _before(self, gap: range, trigger: Trigger, at: int) -> int | None:
        """The date beside the verb, or the one that opens the sentence."""
        clauses = self._clauses
        first, _ = clauses.sentence(trigger.first)
        opening = at - first <= 4
        if len(gap) > (_OPENING if opening else _FAR):
            return None
        for token in gap:
            word = clauses.lower[token]
            joint = word == "and" and clauses.texts[token - 1] == "," and not opening
            if joint or word in _PARTING or self._is_other_deed(token):
                return None
        return len(gap)

    def _is_planned(self, trigger: Trigger, status: str) -> bool:
        """Say whether it is set to come: "in May, Norway is scheduled to impose"."""
        near = self._clauses.lower[max(0, trigger.first - 6) : trigger.first]
        return status == "proposed" and not PLANNED.isdisjoint(near)

    def _is_other_deed(self, token: int) -> bool:
        """Say whether something else was done then: "dismissed", "was fined"."""
        clauses = self._clauses
        done = clauses.letters[token] == c.VERB and clauses.is_finite(token)
        return done and clauses.lower[token] not in acts() | words("control", "makes")


_PARTING = frozenset(
    "under after before said says that which while when if test deal result amid "
    "; :".split()
)
"""Words behind which a date belongs to something else."""
