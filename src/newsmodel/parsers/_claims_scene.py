"""A story with everything that turns drafts in tokens into claims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from newsmodel.model import (
    Actor,
    Claim,
    ClaimAct,
    ClaimForm,
    MentionKind,
    Passage,
    Reference,
    TimeExpression,
)
from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_acts import act_of
from newsmodel.parsers._claims_confidence import confidence_of
from newsmodel.parsers._claims_draft import Draft
from newsmodel.parsers._claims_speakers import Speakers
from newsmodel.parsers._claims_targets import harmed_phrase, targets_of
from newsmodel.parsers._clauses import Clauses, Phrase
from newsmodel.parsers._mentions import MentionIndex
from newsmodel.parsers.reading import Reading
from newsmodel.text import Document

_PRONOUN = MentionKind.PRONOUN
_REACH = 31
"""How many tokens from its cue the time of a claim may stand."""
_LONGEST_TIME = 20


class Scene:
    """The clauses, actors and times of a reading, indexed."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.document: Document = reading.document
        self.clauses: Clauses = Clauses(reading)
        self.index: MentionIndex = MentionIndex(reading.actors, reading.document.clean)
        self._speakers = Speakers(self.clauses, self.index)
        self.reference: Callable[[int, int], Reference] = self._speakers.reference
        self._times = [t.start for t in reading.times]

    def claim(self, draft: Draft) -> Claim | None:
        """Make a claim without number and links of a draft."""
        content = tuple(self._passage(p) for p in draft.content if p.stop > p.first)
        if not content:
            return None
        act = ClaimAct(act_of(self.clauses, draft))
        phrases = targets_of(self.clauses, draft, act)
        return Claim(
            id="claim",
            speaker=self._speakers.of(draft, draft.source) if draft.source else None,
            cue=self._cue(draft),
            content=content,
            quotes=self._quotes(draft.content),
            form=self._form(draft.content),
            act=act,
            targets=self._targets(phrases) or self._harmed(draft, act),
            about=self._about(content),
            when=self._when(draft),
            confidence=self._confidence(draft),
        )

    def _confidence(self, draft: Draft) -> float:
        if draft.confidence is not None:
            return draft.confidence
        return confidence_of(draft, self.clauses.lower[draft.cue.head])

    def _passage(self, phrase: Phrase) -> Passage:
        return self.document.words(phrase.first, phrase.stop)

    def _cue(self, draft: Draft) -> Passage:
        cue = draft.seen or draft.cue
        return self.document.words(cue.first, cue.stop)

    def _quotes(self, content: list[Phrase]) -> tuple[Passage, ...]:
        clauses = self.clauses
        found = []
        for first, stop in content:
            at = first
            while at < stop:
                end = clauses.quote_stops.get(at)
                if end is not None and end <= stop:
                    found.append(self.document.words(at, end))
                at = max(at + 1, end or 0)
        return tuple(found)

    def _form(self, content: list[Phrase]) -> ClaimForm:
        clauses = self.clauses
        words = inside = 0
        for first, stop in content:
            for at in range(first, stop):
                if clauses.letters[at] != c.STOP:
                    words += 1
                    inside += clauses.quoted[at]
        if not inside:
            return ClaimForm.INDIRECT
        return ClaimForm.DIRECT if inside == words else ClaimForm.MIXED

    def _about(self, content: tuple[Passage, ...]) -> tuple[Actor, ...]:
        found: dict[str, Actor] = {}
        for passage in content:
            for _, actor in self.index.between(passage.start, passage.end):
                found.setdefault(actor.id, actor)
        return tuple(found.values())

    def _targets(self, phrases: list[Phrase]) -> tuple[Reference, ...]:
        lower = self.clauses.lower
        named = [p for p in phrases if set(lower[p.first : p.stop]) - c.ARTICLES]
        return tuple(self.reference(p.first, p.stop) for p in named)

    def _harmed(self, draft: Draft, act: ClaimAct) -> tuple[Reference, ...]:
        """The party that a threat or refusal names first."""
        phrase = harmed_phrase(draft, act)
        if phrase is None:
            return ()
        start, end = self.clauses.span(*phrase)
        source = draft.source
        for mention, actor in self.index.between(start, end):
            own = source and mention.start == self.clauses.starts[source.first]
            if not own and not mention.adjectival and mention.kind is not _PRONOUN:
                return (Reference(mention=mention, actor=actor),)
        return ()

    def _when(self, draft: Draft) -> TimeExpression | None:
        """The time beside source and cue, outside the content."""
        first, stop = draft.sentence
        first = max(first, draft.cue.first - _REACH - _LONGEST_TIME)
        start, end = self.clauses.span(first, min(stop, draft.cue.stop + _REACH))
        number = bisect_left(self._times, start)
        best: tuple[int, TimeExpression] | None = None
        while number < len(self._times) and self._times[number] < end:
            time = self.reading.times[number]
            number += 1
            distance = self._distance(draft, time)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, time)
        return best[1] if best else None

    def _distance(self, draft: Draft, time: TimeExpression) -> int | None:
        """Tokens from a time to the cue; None where it dates something else."""
        clauses, cue = self.clauses, draft.cue
        first, stop = clauses.tokens_between(time.start, time.end)
        if any(p.first <= first < p.stop for p in draft.content):
            return None
        if time.kind.value in ("duration", "set"):
            return None
        if first >= cue.stop:
            gap = range(cue.stop, first)
        else:
            gap = range(min(stop, cue.first), cue.first)
        if len(gap) >= _REACH or self._crosses(gap, draft):
            return None
        return len(gap)

    def _crosses(self, gap: range, draft: Draft) -> bool:
        """Say whether another clause stands between."""
        clauses = self.clauses
        source = draft.source
        for at in gap:
            if source and source.begin <= at < source.end:
                continue
            if clauses.is_finite(at) or clauses.texts[at] in ".;:":
                return True
        return False
