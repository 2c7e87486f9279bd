"""
How sure a claim is, by the pattern that found it.

The figures are shares of claims whose source and content were right on American
political news (PolNeAR), rounded: for plain verbs of saying, and for all other cues.
"""

from __future__ import annotations

from math import exp, log

from newsmodel.parsers._claims_draft import Draft
from newsmodel.tagging.evidence import CueSpan, Tagged

_PLAIN = frozenset(
    "say says said saying tell tells told telling add added adding".split()
)
_SHARES = {
    "according": (0.83, 0.83),
    "antecedent": (0.3, 0.3),
    "colon": (0.35, 0.35),
    "gerund-and": (0.6, 0.55),
    "gerund-comma-right-plain": (0.79, 0.68),
    "gerund-comma-right-quote": (0.81, 0.7),
    "gerund-open": (0.6, 0.6),
    "gerund": (0.4, 0.35),
    "inverted-left-plain": (0.85, 0.25),
    "inverted-left-quote": (0.97, 0.84),
    "inverted": (0.8, 0.8),
    "joined": (0.77, 0.45),
    "none": (0.6, 0.45),
    "noun": (0.5, 0.5),
    "own-both": (0.9, 0.8),
    "own-left-plain": (0.78, 0.5),
    "own-left-quote": (0.96, 0.92),
    "own-right-plain": (0.9, 0.71),
    "own-right-quote": (0.93, 0.77),
    "passive": (0.55, 0.55),
    "relative": (0.55, 0.4),
    "seem": (0.4, 0.4),
    "shared": (0.5, 0.5),
    "signed": (0.8, 0.8),
    "turn": (0.7, 0.7),
}
_ELSE = 0.3


def confidence_of(draft: Draft, word: str) -> float:
    """Give the probability that a draft with a cue verb `word` is right."""
    pattern = draft.pattern
    while pattern not in _SHARES and "-" in pattern:
        pattern = pattern.rpartition("-")[0]
    plain, other = _SHARES.get(pattern, (_ELSE, _ELSE))
    return plain if word in _PLAIN else other


def evident(seen: CueSpan, share: float, around: float) -> float:
    """
    Give the probability that a claim of the evidence is right.

    A logistic model of six numbers, fitted on the development set of PolNeAR by
    `training/confidence.py`, weighs the evidence against the rules.

    Args:
        seen: The evidence.
        share: Confidence of a rule that found the same cue; 0 where none did.
        around: Probability of another cue that reports this one.
    """
    parts = parts_of(seen, share, around)
    total = sum(w * x for w, x in zip(_WEIGHTS, parts, strict=True))
    return round(1 / (1 + exp(-total)), 2)


def parts_of(seen: CueSpan, share: float, around: float) -> tuple[float, ...]:
    """Give what the model weighs, and 1 for its shift."""
    odds = log(max(seen.probability, 0.001) / max(1 - seen.probability, 0.001))
    return (odds, _surest(seen.sources), _surest(seen.contents), share, around, 1.0)


_WEIGHTS = (0.38, 1.39, 2.31, 1.72, -1.21, -3.45)
"""Of the odds of the cue, the source, the content, rule, cue around, and the shift."""


def _surest(spans: tuple[Tagged, ...]) -> float:
    return max((s.probability for s in spans), default=0.0)
