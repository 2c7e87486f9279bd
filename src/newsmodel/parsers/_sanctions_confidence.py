"""
How sure a sanction is, by where its parties come from and what is told of it.

A logistic model of three features, fitted with a penalty of one on the development set
of sanctions, on whether the trigger and all parties were right.
`benchmarks/calibration.py` measures it.
"""

from __future__ import annotations

from math import exp

from newsmodel.model import Sanction, SanctionStatus

_ACTS = frozenset(
    (
        SanctionStatus.IMPOSED,
        SanctionStatus.EXTENDED,
        SanctionStatus.REJECTED,
        SanctionStatus.LIFTED,
        SanctionStatus.EASED,
    )
)
"""States that a deed is told of."""
_WEIGHTS = (1.42, -0.87, 1.21, 0.36)
"""Of own parties on both sides, lent imposers, a deed, and the shift."""


def confidence_of(found: Sanction, completed: Sanction) -> float:
    """
    Give the probability that a sanction and its parties are right.

    Args:
        found: The sanction with the parties that its own words name.
        completed: The same with the parties that its passage lends it.
    """
    lent = bool(completed.imposers) and not found.imposers
    own = bool(found.targets and found.imposers)
    features = (own, lent, found.status in _ACTS, True)
    total = sum(w for w, x in zip(_WEIGHTS, features, strict=True) if x)
    return round(1 / (1 + exp(-total)), 2)
