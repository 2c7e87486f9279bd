"""Claims: who says what, and to or about whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

import attrs

from newsmodel.lexicons import Lexicon
from newsmodel.model import Claim, ClaimAct, Passage
from newsmodel.parsers._claims_cues import (
    cue_entries,
    noun_entries,
    preposition_entries,
)
from newsmodel.parsers._claims_draft import Draft
from newsmodel.parsers._claims_find import find_drafts
from newsmodel.parsers._claims_joined import Vocabulary
from newsmodel.parsers._claims_links import link
from newsmodel.parsers._claims_scene import Scene
from newsmodel.parsers.base import Parser
from newsmodel.parsers.reading import Reading


@attrs.frozen(kw_only=True, eq=False)
class ClaimCandidate:
    """What the rules hold for a claim: a draft in its scene."""

    draft: Draft
    scene: Scene


class ClaimParser(Parser[ClaimCandidate, Claim]):
    """
    Reads claims: cues, then for each its source, its content and its act.

    With learned evidence, cues, sources and contents are the tagger's, acts and
    targets those of the rules; without, all is read by rules.

    A subclass widens the vocabulary: `cues = ClaimParser.cues | {"posted":
    "statement"}` makes "posted" a reporting verb that takes a clause, a noun or a
    quotation, and that is kept wherever it stands as a verb.
    """

    makes: ClassVar[type] = Claim
    cues: ClassVar[Lexicon[str]] = Lexicon.lazy(cue_entries, fold_case=True)
    """
    Verbs by form, in lower case: the act, then what the verb takes.

    "accusation whom of" stands for "accused": it accuses, and takes a person and "of".
    The frames are explained at the head of `lexicons/cues.toml`.
    """
    nouns: ClassVar[Lexicon[str]] = Lexicon.lazy(noun_entries, fold_case=True)
    """Acts by reporting noun."""
    prepositions: ClassVar[Lexicon[str]] = Lexicon.lazy(
        preposition_entries, fold_case=True
    )
    """Acts by phrase that stands before a source: "according to"."""
    meanings: ClassVar[Mapping[str, Sequence[str]]] = MappingProxyType(
        dict.fromkeys(("cues", "nouns", "prepositions"), tuple(ClaimAct))
    )

    def find(self, reading: Reading) -> Iterable[ClaimCandidate]:
        """Find cues with their sources and contents, and quotations without a cue."""
        scene = Scene(reading)
        words = Vocabulary(
            cues=self.cues, nouns=self.nouns, prepositions=self.prepositions
        )
        drafts = find_drafts(scene.clauses, words, reading.evidence)
        return (ClaimCandidate(draft=draft, scene=scene) for draft in drafts)

    def build(self, candidate: ClaimCandidate, reading: Reading) -> Claim | None:
        """Name the speaker and the targets, decide act and form."""
        return candidate.scene.claim(candidate.draft)

    def finish(self, found: list[Claim], reading: Reading) -> Sequence[Claim]:
        """Number the claims, nest them and link answers to what they answer."""
        return link(sorted(found, key=_place))


def _place(claim: Claim) -> tuple[int, int]:
    """Where the first words of a claim stand, then where its cue does."""
    parts: list[Passage] = list(claim.content)
    parts += [r.mention for r in (claim.speaker, *claim.targets) if r is not None]
    start = min(p.start for p in parts)
    if claim.cue is None:
        return start, start
    return min(start, claim.cue.start), claim.cue.start
