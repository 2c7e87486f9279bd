"""A story with everything that turns drafts in tokens into claims."""

from __future__ import annotations

from bisect import bisect_left

import attrs

from newsmodel.errors import BrokenParserError
from newsmodel.model import (
    Actor,
    Claim,
    ClaimAct,
    ClaimForm,
    Mention,
    MentionKind,
    Passage,
    Reference,
    TimeExpression,
)
from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_acts import act_of, harmed_phrase, targets_of
from newsmodel.parsers._claims_confidence import confidence_of
from newsmodel.parsers._claims_draft import Draft
from newsmodel.parsers._claims_sources import Source, left_subject
from newsmodel.parsers._clauses import Clauses, Phrase
from newsmodel.parsers._mentions import MentionIndex
from newsmodel.parsers.reading import Reading

_PRONOUN = MentionKind.PRONOUN
_RELATIVES = frozenset(("who", "which", "that", "whom"))
_ARTICLES = frozenset(("the", "a", "an"))
_PRONOUNS = frozenset(
    "he she they it we i you him her them us me who which that whom".split()
)


class Scene:
    """The clauses, actors and times of a reading, indexed."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.document = reading.document
        self.clauses = Clauses(reading)
        self.index = MentionIndex(reading.actors, reading.document.clean)
        self._times = [t.start for t in reading.times]

    def claim(self, draft: Draft) -> Claim | None:
        """Make a claim without number and links of a draft."""
        content = tuple(self._passage(p) for p in draft.content if p.stop > p.first)
        if not content:
            return None
        act = self._act(draft)
        phrases = targets_of(self.clauses, draft, act)
        return Claim(
            id="claim",
            speaker=self.speaker(draft) if draft.source else None,
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

    def _act(self, draft: Draft) -> ClaimAct:
        act = act_of(self.clauses, draft)
        try:
            return ClaimAct(act)
        except ValueError:
            values = "an act (" + ", ".join(ClaimAct) + ")"
            raise BrokenParserError(act, values, "ClaimParser.cues") from None

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
        named = [p for p in phrases if set(lower[p.first : p.stop]) - _ARTICLES]
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

    def speaker(self, draft: Draft) -> Reference:
        """Name the source of a draft; the evidence tells its words."""
        found = self._speaker(draft)
        source = draft.source
        if draft.seen is None or source is None:
            return found
        words = self.document.words(source.begin, source.end)
        kind = _kind(self.clauses, source.begin, source.end)
        if found.mention.start == words.start and found.mention.end == words.end:
            return found
        mention = Mention(start=words.start, end=words.end, text=words.text, kind=kind)
        return attrs.evolve(found, mention=mention)

    def _speaker(self, draft: Draft) -> Reference:
        source = draft.source
        assert source is not None  # noqa: S101 - the caller has asked
        if self.clauses.lower[source.first] in _RELATIVES:
            return self._relative(source, draft)
        found = self.reference(source.first, source.stop)
        if found.actor is None and source.end > source.stop + 1:
            return self._apposed(found, source)
        return found

    def _apposed(self, found: Reference, source: Source) -> Reference:
        """The name beside a noun: "a spokesman, John Kirby, said"."""
        named = self.clauses.noun_phrase(source.stop + 1, source.end)
        if named.stop <= named.first or self.clauses.letters[named.first] != c.NAME:
            return found
        other = self.reference(named.first, named.stop)
        return other if other.actor else found

    def _relative(self, source: Source, draft: Draft) -> Reference:
        """The words "who", and the actor they go back to."""
        start, end = self.clauses.span(source.first, source.first + 1)
        text = self.document.text[start:end]
        mention = Mention(start=start, end=end, text=text, kind=MentionKind.PRONOUN)
        stop = source.first
        if self.clauses.texts[stop - 1] == ",":
            stop -= 1
        before = left_subject(self.clauses, stop, draft.sentence.first)
        actor = self.reference(before.first, before.stop).actor if before else None
        return Reference(mention=mention, actor=actor or self._beside(start))

    def _beside(self, start: int) -> Actor | None:
        """The actor right before some words: "Ann Lee, who"."""
        named = self.index.last_before(start)
        near = named and start - named[0].end <= len(", ")
        return named[1] if named and near else None

    def reference(self, first: int, stop: int) -> Reference:
        """Make a reference of a noun phrase: its actor's mention, else its words."""
        clauses = self.clauses
        while stop - first > 1 and clauses.lower[first] in _ARTICLES:
            first += 1
        start, end = clauses.span(first, stop)
        named = self.index.at(start, end)
        if named is not None and not named[0].adjectival and named[0].end <= end:
            return Reference(mention=named[0], actor=named[1])
        text = self.document.text[start:end]
        return Reference(
            mention=Mention(
                start=start, end=end, text=text, kind=_kind(clauses, first, stop)
            )
        )

    def _when(self, draft: Draft) -> TimeExpression | None:
        """The time beside source and cue, outside the content."""
        sentence = draft.sentence
        start, end = self.clauses.span(*sentence)
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
        if len(gap) > 30 or self._crosses(gap, draft):
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


def _kind(clauses: Clauses, first: int, stop: int) -> MentionKind:
    shouted = len(clauses.texts[first]) > 1 and clauses.texts[first].isupper()
    if stop - first == 1 and clauses.lower[first] in _PRONOUNS and not shouted:
        return MentionKind.PRONOUN
    if any(clauses.letters[at] == c.NAME for at in range(first, stop)):
        last = clauses.letters[stop - 1] == c.NAME
        return MentionKind.NAME if last else MentionKind.NOMINAL
    return MentionKind.NOMINAL
