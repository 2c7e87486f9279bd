"""From the labels of tokens to spans."""

from __future__ import annotations

import numpy as np

from newsmodel.tagging._sequences import Floats, Ints
from newsmodel.tagging._shapes import KINDS, LABELS
from newsmodel.tagging.evidence import NameSpan
from newsmodel.tagging.network import Cues

DENSE, SPARE = 12, 4
"""A paragraph has no more cues than one in so many tokens, and so many more."""
BEFORE, BEHIND = 80, 120
"""Tokens around a cue in which its roles are read: longer contents are rare."""
LEAST = 1e-6
"""No span is less sure than this before calibration, or surer than the rest to 1."""
_ODD = np.array([n % 2 for n in range(len(LABELS["names"]))], dtype=bool)
_IN = np.array([n > 0 and n % 2 == 0 for n in range(len(LABELS["names"]))])


def calibrate(probabilities: Floats, slope: float, shift: float) -> list[float]:
    """Move probabilities by their log odds, and round them to four decimals."""
    p = np.clip(probabilities.astype(np.float64), LEAST, 1 - LEAST)
    odds = slope * np.log(p / (1 - p)) + shift
    found: list[float] = np.round(1 / (1 + np.exp(-odds)), 4).tolist()
    return found


def name_labels(scores: Floats, lengths: Ints) -> Ints:
    """Give the best labels, none of them in a name that has not begun."""
    labels: Ints = scores.argmax(axis=1)
    stops = np.cumsum(lengths)
    before = np.concatenate([[0], labels[:-1]])
    before[stops - lengths] = 0
    stray = _IN[labels] & (before != labels) & (before != labels - 1)
    numbers = np.unique(np.searchsorted(stops, np.flatnonzero(stray), "right"))
    if len(numbers):
        time = np.arange(lengths[numbers].max())
        there = time[:, None] < lengths[numbers]
        token = ((stops - lengths)[numbers] + time[:, None])[there]
        padded = np.zeros((*there.shape, scores.shape[1]), dtype=np.float32)
        padded[there] = scores[token]
        labels[token] = _viterbi(padded)[there]
    return labels


def _viterbi(scores: Floats) -> Ints:
    """Find the best labels `[time, paragraphs]` in which each name begins."""
    best = np.where(_IN, -np.inf, scores[0])
    kinds = np.arange(1, scores.shape[2], 2)
    come = np.empty(scores.shape, dtype=np.intp)
    for time in range(1, len(scores)):
        come[time] = best.argmax(axis=1)[:, None]
        come[time, :, 2::2] = kinds + (best[:, 2::2] > best[:, 1::2])
        best = np.take_along_axis(best, come[time], axis=1)
        best += scores[time]
    labels = np.empty(scores.shape[:2], dtype=np.intp)
    labels[-1] = best.argmax(axis=1)
    every = np.arange(scores.shape[1])
    for time in range(len(scores) - 1, 0, -1):
        labels[time - 1] = come[time, every, labels[time]]
    return labels


def name_spans(
    scores: Floats, lengths: Ints, calibration: tuple[float, float], shift: int
) -> list[NameSpan]:
    """Give the names of paragraphs, their tokens counted from `shift`."""
    labels = name_labels(scores, lengths)
    firsts = np.flatnonzero(_ODD[labels])
    if not len(firsts):
        return []
    breaks = np.append(np.flatnonzero(~_IN[labels]), len(labels))
    stops = breaks[np.searchsorted(breaks, firsts, "right")]
    sure = calibrate(_means(scores, labels, firsts, stops), *calibration)
    kinds = (labels[firsts] - 1) // 2
    rows = (firsts + shift).tolist(), (stops + shift).tolist(), sure, kinds.tolist()
    return [
        NameSpan(first=first, stop=stop, probability=p, kind=KINDS[kind])
        for first, stop, p, kind in zip(*rows, strict=True)
    ]


def _means(scores: Floats, labels: Ints, firsts: Ints, stops: Ints) -> Floats:
    """Give the geometric mean of the probabilities of each span's labels."""
    most = scores.max(axis=1)
    total = np.log(np.exp(scores - most[:, None]).sum(axis=1)) + most
    logs = np.append(scores[np.arange(len(labels)), labels] - total, np.float32(0))
    return np.exp(sums(logs, firsts, stops) / (stops - firsts).astype(np.float32))


def sums(values: Floats, firsts: Ints, stops: Ints) -> Floats:
    """Sum up ranges; `values` has one more at its end."""
    if not len(firsts):
        return values[:0]
    pairs = np.stack([firsts, stops], axis=1).ravel()
    return np.add.reduceat(values, pairs)[::2]


def find_cues(
    probabilities: Floats, lengths: Ints, threshold: float
) -> tuple[Cues, Floats]:
    """Give the cues of paragraphs in order, and how probable their labels are."""
    stops = np.cumsum(lengths)
    spots = 1 - probabilities[:, 0]
    inside = spots >= threshold
    begins = inside & (probabilities[:, 1] > probabilities[:, 2])
    begins[stops - lengths] = inside[stops - lengths]
    begins[1:] |= inside[1:] & ~inside[:-1]
    firsts = np.flatnonzero(begins)
    breaks = np.append(np.flatnonzero(~inside | begins), len(inside))
    ends = breaks[np.searchsorted(breaks, firsts, "right")]
    means = sums(np.append(spots, np.float32(0)), firsts, ends)
    means /= (ends - firsts).astype(np.float32)
    number = np.searchsorted(stops, firsts, "right")
    keep = _surest(means, number, lengths)
    start = np.maximum((stops - lengths)[number], firsts - BEFORE)
    length = np.minimum(stops[number], ends + BEHIND) - start
    cues = Cues(first=firsts, stop=ends, start=start, length=length)
    return cues[keep], means[keep]


def _surest(sure: Floats, number: Ints, lengths: Ints) -> Ints:
    """Keep the surest of a paragraph with more cues than any story has."""
    order = np.lexsort((-sure, number))
    ranked = number[order]
    rank = np.arange(len(order)) - np.searchsorted(ranked, ranked)
    return np.sort(order[rank < lengths[ranked] // DENSE + SPARE])
