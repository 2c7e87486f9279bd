"""Sanctions: who restricts whom, how, in which state, when and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

import attrs

from newsmodel.lexicons import Lexicon
from newsmodel.model import Sanction, SanctionMeasure
from newsmodel.parsers._sanctions_joined import join
from newsmodel.parsers._sanctions_scene import SanctionScene
from newsmodel.parsers._sanctions_senses import is_sanction
from newsmodel.parsers._sanctions_triggers import (
    Trigger,
    find_triggers,
    trigger_entries,
    verb_entries,
)
from newsmodel.parsers.base import Parser
from newsmodel.parsers.reading import Reading


@attrs.frozen(kw_only=True, eq=False)
class SanctionCandidate:
    """Words that may name a sanction, in their scene."""

    trigger: Trigger
    scene: SanctionScene


class SanctionParser(Parser[SanctionCandidate, Sanction]):
    """
    Reads mentions of sanctions by the words that name them and the frames around.

    A subclass widens the vocabulary: `triggers = SanctionParser.triggers |
    {"de-risking order": "financial"}`.
    """

    makes: ClassVar[type] = Sanction
    triggers: ClassVar[Lexicon[str]] = Lexicon.lazy(trigger_entries, fold_case=True)
    """Measures by naming noun, in lower case: "arms embargo" is "arms_embargo"."""
    verbs: ClassVar[Lexicon[str]] = Lexicon.lazy(verb_entries, fold_case=True)
    """Measures by form of verb: "froze" is an "asset_freeze"."""
    meanings: ClassVar[Mapping[str, Sequence[str]]] = MappingProxyType(
        dict.fromkeys(("triggers", "verbs"), tuple(SanctionMeasure))
    )

    def find(self, reading: Reading) -> Iterable[SanctionCandidate]:
        """Find all words that may name a sanction."""
        first = {p[0] for lexicon in (self.triggers, self.verbs) for p in lexicon}
        if first.isdisjoint(reading.document.lower):
            return
        scene = SanctionScene(reading)
        for trigger in find_triggers(scene.clauses, self.triggers, self.verbs):
            yield SanctionCandidate(trigger=trigger, scene=scene)

    def accepts(self, candidate: SanctionCandidate, reading: Reading) -> bool:
        """Say whether it is a sanction between states, not approval, sport or court."""
        return is_sanction(candidate.scene.clauses, candidate.trigger)

    def build(self, candidate: SanctionCandidate, reading: Reading) -> Sanction | None:
        """Find parties, measure, state, time and ground."""
        return candidate.scene.sanction(candidate.trigger)

    def finish(self, found: list[Sanction], reading: Reading) -> Sequence[Sanction]:
        """Number the sanctions; one without parties has those of the one before."""
        return join(found, reading)
