"""How well probabilities hold: the expected calibration error (Naeini et al. 2015)."""

from typing import Any

import numpy as np

BINS = 10


def figures(pairs: np.ndarray, what: str) -> dict[str, Any]:
    """
    Compare probabilities with shares of the right ones, in ten bins of equal width.

    Args:
        pairs: A probability and whether it was right, a row each.
        what: The plural of what is judged: "claims".

    Returns:
        How many there are, the share that is right, the mean difference weighted by the
        sizes of the bins, and the bins in words.
    """
    sure, right = pairs.T
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    rows = [(sure[bins == n], right[bins == n]) for n in range(BINS)]
    error = sum(abs(p.sum() - r.sum()) for p, r in rows) / len(pairs)
    return {
        what: len(pairs),
        "right": round(float(right.mean()), 4),
        "calibration_error": round(float(error), 4),
        "bins": [
            f"{len(p)} {what} at {p.mean():.3f}: {r.mean():.3f} right"
            for p, r in rows
            if len(p)
        ],
    }
