"""
Learned evidence and rules for claims, weighed against each other.

A cue of the evidence makes a claim where a logistic model of both says so.  What rules
alone have found is kept where a subclass has added the word, where the pattern seldom
errs, and for acts that readers look for.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from newsmodel.parsers._claims_confidence import confidence_of, evident
from newsmodel.parsers._claims_draft import Draft
from newsmodel.parsers._claims_joined import Vocabulary, joined, read_cues
from newsmodel.parsers._claims_settle import is_told
from newsmodel.parsers._clauses import Clauses
from newsmodel.tagging.evidence import CueSpan

ENOUGH = 0.42
"""Confidence from which a cue of the evidence makes a claim."""
STRANGE = 0.55
"""The same for words that no lexicon has."""
SHARP = 0.28
"""The same for acts that readers look for: a threat, a denial."""
NESTED = 0.7
"""The same for a cue inside what another says, as if it stood alone."""
UNSEEN = 0.25
"""Confidence of what rules alone hold for a claim: as many were right on PolNeAR."""
PLAIN = frozenset("statement belief criticism promise proposal".split())
"""Acts that are left to the evidence: what rules alone hold for one is seldom it."""
_LIKELY = 0.5
SURE = frozenset(("turn", "signed", "colon"))
"""Patterns of rules that need no evidence."""


def weigh(
    clauses: Clauses,
    vocabulary: Vocabulary,
    cues: Iterable[CueSpan],
    drafts: Sequence[Draft],
    settled: Sequence[Draft],
) -> list[Draft]:
    """
    Give the drafts of the evidence, and those of the rules that stand without it.

    Args:
        clauses: The story.
        vocabulary: What knows the act of a cue.
        cues: The evidence.
        drafts: All that rules have found.
        settled: What of it they would keep without evidence.
    """
    rules = {t: d for d in drafts for t in _tokens(d)}
    shares = {t: _share(clauses, d) for d in settled for t in _tokens(d)}
    read = list(read_cues(clauses, cues))
    around = _around(read)
    kept = []
    for span in read:
        share = max(shares.get(t, 0.0) for t in range(span.first, span.stop))
        alone = evident(span, share, 0.0)
        if alone < SHARP:
            continue
        draft = joined(clauses, vocabulary, span, rules)
        draft.confidence = evident(span, share, around.get(span.first, 0.0))
        if _is_evident(draft, alone=alone):
            kept.append(draft)
    return kept + list(_rest(clauses, settled, kept))


def _is_evident(draft: Draft, *, alone: float) -> bool:
    """Say whether the evidence is enough; `alone`: were it inside no other's words."""
    confidence = draft.confidence or 0.0
    if not draft.cue.frames:
        return confidence >= STRANGE
    enough = ENOUGH if draft.cue.act in PLAIN else SHARP
    inside = alone > confidence and draft.seen and draft.seen.probability >= _LIKELY
    return confidence >= enough or bool(inside and alone >= NESTED)


def _share(clauses: Clauses, draft: Draft) -> float:
    return confidence_of(draft, clauses.lower[draft.cue.head])


def _around(spans: Iterable[CueSpan]) -> dict[int, float]:
    """Give for each token the highest probability of a cue that reports it."""
    found: dict[int, float] = {}
    for span in spans:
        for content in span.contents:
            for token in range(content.first, content.stop):
                found[token] = max(found.get(token, 0.0), span.probability)
    return found


def _rest(
    clauses: Clauses, settled: Iterable[Draft], kept: Iterable[Draft]
) -> Iterator[Draft]:
    """Give the drafts of rules that stand without evidence, or inside what it gave."""
    taken = {t for d in kept for t in _tokens(d)}
    told = {t for d in kept for p in d.content for t in range(*p)}
    for draft in settled:
        if not taken.isdisjoint(_tokens(draft)):
            continue
        if _is_sure(draft):
            yield draft
        elif _is_worth(clauses, draft, told):
            draft.confidence = UNSEEN
            yield draft


def _is_worth(clauses: Clauses, draft: Draft, told: Container[int]) -> bool:
    """Say whether readers look for a claim, though it may well be wrong."""
    inside = draft.cue.first in told
    return draft.cue.act not in PLAIN or (inside and is_told(clauses, draft))


def _is_sure(draft: Draft) -> bool:
    """Say whether rules alone are enough."""
    return draft.cue.added or draft.pattern in SURE


def _tokens(draft: Draft) -> range:
    return range(draft.cue.first, draft.cue.stop)
