"""Which parties stand near a sanction: the country beside it, the nearest naming."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import attrs

from newsmodel.model import Actor, ActorKind, Mention, MentionKind, Reference, Sanction
from newsmodel.parsers._mentions import MentionIndex, Named
from newsmodel.parsers._sanctions_triggers import words
from newsmodel.parsers.reading import Reading

_FAR = 400
"""Code points that a party may stand from a trigger."""
_USUAL = frozenset(("US", "GB"))
"""Countries that impose far more often than they are hit."""


class Nearby:
    """
    The parties of a story by their places.

    Args:
        reading: The story.
        found: Its sanctions with the parties that their own words name.
    """

    def __init__(self, reading: Reading, found: Sequence[Sanction]) -> None:
        self._index = MentionIndex(reading.actors, reading.document.clean)
        _, starts, ends = reading.document.tokens
        self._stretches = [(p.start, p.end) for p in reading.stretches]
        self._sentences = [
            (starts[first], ends[stop - 1]) for first, stop in reading.sentences
        ]
        self._sentence_ends = [end for _, end in self._sentences]
        self._stretch_ends = [end for _, end in self._stretches]
        sides = [r for s in found for r in s.imposers]
        self._powers = {r.actor.country for r in sides if r.actor} | _USUAL
        self._known: set[str] = set()

    def stretch(self, sanction: Sanction) -> int:
        """Give the number of the headline or paragraph that a sanction stands in."""
        return bisect_right(self._stretch_ends, sanction.trigger.start)

    def joint(self, one: Sanction, other: Sanction) -> bool:
        """Say whether two stand in one sentence."""
        return self._sentence(one) == self._sentence(other)

    def _sentence(self, sanction: Sanction) -> int:
        return bisect_right(self._sentence_ends, sanction.trigger.start)

    def renamed(self, sanction: Sanction, own: Sanction) -> Sanction:
        """Give inherited parties by their naming in the sentence, if there is one."""
        here = sanction.trigger.start
        inside = self._around(self._sentences[self._sentence(sanction)], here)
        imposers, targets = (
            side if named else tuple(_named(r, inside, here) for r in side)
            for side, named in (
                (sanction.imposers, own.imposers),
                (sanction.targets, own.targets),
            )
        )
        return attrs.evolve(sanction, imposers=imposers, targets=targets)

    def completed(self, sanction: Sanction) -> Sanction:
        """
        Give a sanction with a country as target, where it has no target.

        The nearest of its sentence, else of its paragraph; one that was the target of a
        sanction given here before is preferred.
        """
        if not sanction.targets:
            sanction = attrs.evolve(sanction, targets=self._country(sanction))
        self._known |= {r.name for r in sanction.targets}
        return sanction

    def _country(self, sanction: Sanction) -> tuple[Reference, ...]:
        here = sanction.trigger.start
        sentence = self._sentences[self._sentence(sanction)]
        for passage in (sentence, self._stretches[self.stretch(sanction)]):
            hit = [n for n in self._around(passage, here) if self._may_be_hit(*n)]
            if hit:
                mention, actor = min(
                    hit, key=lambda n: (n[1].name not in self._known, _rank(n[0], here))
                )
                return (Reference(mention=mention, actor=actor),)
        return ()

    def _around(self, passage: tuple[int, int], here: int) -> list[Named]:
        start, end = passage
        return self._index.between(max(start, here - _FAR), min(end, here + _FAR))

    def _may_be_hit(self, mention: Mention, actor: Actor) -> bool:
        """Say whether it is a country that does not itself impose."""
        if actor.kind is not ActorKind.COUNTRY or mention.kind is not MentionKind.NAME:
            return False
        usual = mention.text.split()[0].lower() in words("imposers")
        return not usual and actor.country not in self._powers


def _rank(mention: Mention, here: int) -> tuple[bool, bool, int]:
    """Order mentions: names before adjectives, those before a trigger, the nearest."""
    return mention.adjectival, mention.start > here, abs(mention.start - here)


def _named(reference: Reference, inside: list[Named], here: int) -> Reference:
    """The nearest naming of a party among some mentions, else the party as it is."""
    names = [
        m for m, a in inside if a is reference.actor and m.kind is MentionKind.NAME
    ]
    nearest = min(names, key=lambda m: _rank(m, here), default=reference.mention)
    return attrs.evolve(reference, mention=nearest)
