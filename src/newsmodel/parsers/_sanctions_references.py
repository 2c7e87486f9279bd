"""Whom the phrases of a sanction stand for: actors, by the words that fit best."""

from __future__ import annotations

import attrs

from newsmodel.model import Actor, ActorKind, MentionKind, Reference
from newsmodel.parsers._actors_words import plain_words
from newsmodel.parsers._claims_scene import Scene
from newsmodel.parsers._clauses import Phrase, is_gerund
from newsmodel.parsers._sanctions_triggers import Trigger, words

_PRONOUNS = frozenset("it its they their them he his him she her we us i".split())
_UNCLEAR = frozenset(("it", "its", "them"))
_THOSE = frozenset("those anyone everyone".split())
_FAR = 400
"""Code points that a name may stand before its pronoun."""


class Parties:
    """
    The parties of sanctions in a story.

    Args:
        scene: The clauses and actors of the story.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._clauses = scene.clauses

    def references(self, phrases: list[Phrase]) -> tuple[Reference, ...]:
        """Make references of phrases, a pronoun by the name before it."""
        found = [
            self._named(self._reference(p))
            for p in phrases
            if p.stop > p.first and not is_gerund(self._clauses.lower[p.first])
        ]
        return tuple(r for r in found if r is not None)

    def _reference(self, phrase: Phrase) -> Reference:
        """Make a reference; of a people or state also where only its adjective is."""
        reference = self._scene.reference(*phrase)
        mention = reference.mention
        named = self._scene.index.exactly(mention.start, mention.end)
        if reference.actor is None and named is not None:
            return Reference(mention=named[0], actor=named[1])
        if reference.actor is None:
            return attrs.evolve(reference, actor=self._led(phrase))
        return reference

    def _led(self, phrase: Phrase) -> Actor | None:
        """Whose a government is: "the regime of Ann Lee"."""
        clauses = self._clauses
        _, stop = clauses.sentence(phrase.first)
        head = clauses.lower[phrase.stop - 1]
        if clauses.lower[phrase.stop : phrase.stop + 1] != ["of"]:
            return None
        if phrase.stop + 1 >= stop or head not in words("control", "bodies"):
            return None
        behind = clauses.noun_phrase(phrase.stop + 1, stop)
        return (
            self._scene.reference(*behind).actor if behind.stop > behind.first else None
        )

    def _named(self, reference: Reference) -> Reference | None:
        """The nearest naming before a pronoun; None for an "it" that is unclear."""
        mention, actor = reference.mention, reference.actor
        shouted = len(mention.text) > 1 and mention.text.isupper()
        pronoun = mention.text.lower() in _PRONOUNS and not shouted
        if not pronoun and not mention.adjectival:
            return reference
        start, end = mention.start - _FAR, mention.start
        before = [
            m
            for m, a in self._scene.index.between(start, end)
            if a is actor
            and m.kind is MentionKind.NAME
            and not (m.adjectival or m.metonymic)
        ]
        if before:
            return attrs.evolve(reference, mention=before[-1])
        return None if mention.text.lower() in _UNCLEAR else reference

    def powers(self, found: tuple[Reference, ...]) -> tuple[Reference, ...]:
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

    def owned(self, trigger: Trigger, phrases: list[Phrase]) -> list[Phrase]:
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
