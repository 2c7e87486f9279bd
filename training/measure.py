"""Quick figures of a network on paragraphs with labels, span by span."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch

from training.batches import Encoded, batches, collate
from training.network import Network, distance


def measure(
    net: Network, dev: Mapping[str, Sequence[Encoded]]
) -> dict[str, dict[str, float]]:
    """Give F1 by file: of names, or of cues and of attributions, paired greedily."""
    net.eval()
    with torch.no_grad():
        return {name: _file(net, encoded) for name, encoded in dev.items()}


def _file(net: Network, encoded: Sequence[Encoded]) -> dict[str, float]:
    names = any(e.paragraph.names is not None for e in encoded)
    count = _names if names else _attributions
    counts = np.zeros(8)
    for group in batches(encoded, 4000, None):
        counts += count(net, group)
    if names:
        return {"names": _f1(*counts[:3])}
    return {
        "cues": _f1(*counts[:3]),
        "attributions": _f1(*counts[3:6]),
        "exact": _f1(counts[6], *counts[4:6]),
    }


def _f1(right: float, said: float, gold: float) -> float:
    return round(float(2 * right / max(said + gold, 1)), 4)


def _names(net: Network, group: Sequence[Encoded]) -> np.ndarray:
    batch = collate(group)
    labels = (
        net.names(net.encoder(batch.ids, batch.marks, batch.mask)).argmax(-1).numpy()
    )
    counts = np.zeros(8)
    for n, one in enumerate(group):
        said = set(name_spans(labels[: len(one), n]))
        gold = set(name_spans(np.asarray(one.paragraph.names)))
        counts[:3] += len(said & gold), len(said), len(gold)
    return counts


def name_spans(labels: np.ndarray) -> list[tuple[int, int, int]]:
    """Give the names `[first, stop)` with their kind."""
    spans: list[tuple[int, int, int]] = []
    open_at, kind = -1, -1
    for at, label in enumerate([*labels.tolist(), 0]):
        goes_on = label and label % 2 == 0 and kind == (label - 1) // 2
        if goes_on and open_at >= 0:
            continue
        if open_at >= 0:
            spans.append((open_at, at, kind))
        open_at, kind = (at, (label - 1) // 2) if label else (-1, -1)
    return spans


def cue_spans(labels: np.ndarray) -> list[tuple[int, int]]:
    """Give the cues `[first, stop)`."""
    return [(a, b) for a, b, _ in name_spans(labels)]


def _attributions(net: Network, group: Sequence[Encoded]) -> np.ndarray:
    batch = collate(group)
    states = net.encoder(batch.ids, batch.marks, batch.mask)
    scores = net.cues(states)
    spots = 1 - scores.softmax(-1)[..., 0]
    labels = scores.argmax(-1).numpy()
    cues = [
        (n, a, b)
        for n, e in enumerate(group)
        for a, b in cue_spans(labels[: len(e), n])
    ]
    cue = torch.zeros(len(batch.ids), len(cues))
    near = torch.zeros(len(batch.ids), len(cues), dtype=torch.long)
    for k, (n, a, b) in enumerate(cues):
        cue[a:b, k] = 1 / (b - a)
        near[: len(group[n]), k] = distance(len(group[n]), a, b)
    row = torch.tensor([n for n, _, _ in cues], dtype=torch.long)
    said: dict[int, list[tuple[int, int, np.ndarray]]] = {}
    if cues:
        roles = (
            net.role_scores(states, spots, row, cue, near, batch.mask)
            .argmax(-1)
            .numpy()
        )
        for k, (n, a, b) in enumerate(cues):
            said.setdefault(n, []).append((a, b, roles[: len(group[n]), k]))
    counts = np.zeros(8)
    for n, one in enumerate(group):
        counts += _pair(said.get(n, []), one)
    return counts


def _pair(said: list[tuple[int, int, np.ndarray]], one: Encoded) -> np.ndarray:
    gold = one.paragraph.roles
    words = np.array([t[0].isalnum() for t in one.paragraph.texts])
    cue = hit = exact = 0
    free = list(gold)
    for a, b, roles in said:
        cue += any(a < d and c < b for c, d, _ in gold)
        for entry in free:
            mine, theirs = roles == 2, entry[2] == 2
            dice = 2 * (mine & theirs).sum() / max(mine.sum() + theirs.sum(), 1)
            sources = (roles == 1), (entry[2] == 1)
            agree = (sources[0] & sources[1]).any() or not (
                sources[0].any() or sources[1].any()
            )
            if dice >= 0.5 and agree:
                hit += 1
                exact += bool((mine & words == theirs & words).all())
                free.remove(entry)
                break
    return np.array([cue, len(said), len(gold), hit, len(said), len(gold), exact, 0.0])
