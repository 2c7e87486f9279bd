"""A story with everything that turns triggers into sanctions."""

from __future__ import annotations

import attrs

from newsmodel.errors import BrokenParserError
from newsmodel.model import (
    Actor,
    ActorKind,
    Claim,
    MentionKind,
    Reference,
    Sanction,
    SanctionMeasure,
    SanctionStatus,
)
from newsmodel.parsers._actors_words import plain_words
from newsmodel.parsers._claims_agents import clause_subject
from newsmodel.parsers._claims_scene import Scene
from newsmodel.parsers._clauses import Phrase, is_gerund
from newsmodel.parsers._sanctions_imposers import imposers_of
from newsmodel.parsers._sanctions_measures import measure_of
from newsmodel.parsers._sanctions_reasons import reason_of
from newsmodel.parsers._sanctions_status import status_of
from newsmodel.parsers._sanctions_tails import Tail, tail_of
from newsmodel.parsers._sanctions_targets import blamed, targets_of
from newsmodel.parsers._sanctions_times import SanctionTimes
from newsmodel.parsers._sanctions_triggers import Trigger, words
from newsmodel.parsers.reading import Reading

_PRONOUNS = frozenset("it its they their them he his him she her we us i".split())
_THOSE = frozenset("those anyone everyone".split())
_IT = frozenset(("it", "they"))
_FAR = 400
"""Code points that a name may stand before its pronoun."""


class SanctionScene:
    """The clauses, actors and times of a reading, for sanctions."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.scene = Scene(reading)
        self.clauses = self.scene.clauses
        self._times = SanctionTimes(self.clauses, reading.times)

    def sanction(self, trigger: Trigger) -> Sanction:
        """Make a sanction without number of a trigger."""
        clauses = self.clauses
        tail = tail_of(clauses, trigger)
        imposers = self._imposers(trigger, tail)
        status = status_of(clauses, trigger)
        aimed = self._owned(trigger, targets_of(clauses, trigger, tail))
        reason = reason_of(clauses, trigger, tail, aimed, status)
        targets = self._references(aimed or blamed(clauses, reason))
        return Sanction(
            id="sanction",
            trigger=clauses.document.words(trigger.first, trigger.stop),
            imposers=imposers,
            targets=targets,
            measure=self._measure(trigger),
            status=SanctionStatus(status),
            when=self._times.when(trigger, tail, status, reason),
            reason=clauses.document.words(*reason) if reason else None,
            claim=self._claim(trigger),
        )

    def _measure(self, trigger: Trigger) -> SanctionMeasure:
        measure = measure_of(self.clauses, trigger)
        try:
            return SanctionMeasure(measure)
        except ValueError:
            values = "a measure (" + ", ".join(SanctionMeasure) + ")"
            place = "SanctionParser.triggers"
            raise BrokenParserError(measure, values, place) from None

    def _imposers(self, trigger: Trigger, tail: Tail) -> tuple[Reference, ...]:
        """Those who impose it; for an unclear "it" the subject of the main clause."""
        phrases = imposers_of(self.clauses, trigger, tail)
        found = self._powers(self._references(phrases))
        if found or not phrases or self.clauses.lower[phrases[0].first] not in _IT:
            return found
        first, _ = self.clauses.sentence(trigger.first)
        main = clause_subject(self.clauses, first, phrases[0].first)
        subject = [Phrase(main.first, main.stop)] if main else []
        return self._powers(self._references(subject))

    def _references(self, phrases: list[Phrase]) -> tuple[Reference, ...]:
        found = [
            self._named(self._reference(p))
            for p in phrases
            if p.stop > p.first and not is_gerund(self.clauses.lower[p.first])
        ]
        return tuple(r for r in found if r is not None)

    def _reference(self, phrase: Phrase) -> Reference:
        """Make a reference; of a people or state also where only its adjective is."""
        reference = self.scene.reference(*phrase)
        mention = reference.mention
        named = self.scene.index.exactly(mention.start, mention.end)
        if reference.actor is None and named is not None:
            return Reference(mention=named[0], actor=named[1])
        if reference.actor is None:
            return attrs.evolve(reference, actor=self._led(phrase))
        return reference

    def _led(self, phrase: Phrase) -> Actor | None:
        """Whose a government is: "the regime of Ann Lee"."""
        clauses = self.clauses
        _, stop = clauses.sentence(phrase.first)
        head = clauses.lower[phrase.stop - 1]
        if clauses.lower[phrase.stop : phrase.stop + 1] != ["of"]:
            return None
        if phrase.stop + 1 >= stop or head not in words("control", "bodies"):
            return None
        behind = clauses.noun_phrase(phrase.stop + 1, stop)
        return (
            self.scene.reference(*behind).actor if behind.stop > behind.first else None
        )

    def _named(self, reference: Reference) -> Reference | None:
        """The nearest naming before a pronoun; None for an "it" that is unclear."""
        mention, actor = reference.mention, reference.actor
        pronoun = mention.text.lower() in _PRONOUNS
        if not pronoun and not mention.adjectival:
            return reference
        start, end = mention.start - _FAR, mention.start
        before = [
            m
            for m, a in self.scene.index.between(start, end)
            if a is actor
            and m.kind is MentionKind.NAME
            and not (m.adjectival or m.metonymic)
        ]
        if before:
            return attrs.evolve(reference, mention=before[-1])
        return None if mention.text.lower() in ("it", "its", "them") else reference

    def _powers(self, found: tuple[Reference, ...]) -> tuple[Reference, ...]:
        """Those who can impose: actors, names and bodies of people."""
        return tuple(r for r in found if r.actor is not None or self._is_power(r))

    def _is_power(self, reference: Reference) -> bool:
        mention = reference.mention
        said = mention.text.lower().split()
        if said[0] in _THOSE:
            return False
        if not words("powers").isdisjoint(said) or said[-1] in words("parties"):
            return True
        plain = len(said) == 1 and said[0] in plain_words()
        return mention.kind is not MentionKind.NOMINAL and not plain

    def _owned(self, trigger: Trigger, phrases: list[Phrase]) -> list[Phrase]:
        """Leave out a modifier that is no party: "the Magnitsky sanctions"."""
        return [
            p
            for p in phrases
            if trigger.verb
            or p.stop != trigger.first
            or self._is_state(self._reference(p))
        ]

    def _is_state(self, reference: Reference) -> bool:
        actor = reference.actor
        return actor is not None and actor.kind is not ActorKind.PERSON

    def _claim(self, trigger: Trigger) -> Claim | None:
        """The innermost claim whose content holds the trigger."""
        start = self.clauses.starts[trigger.first]
        found = None
        for claim in self.reading.claims:
            if any(p.start <= start < p.end for p in claim.content):
                found = claim
        return found
