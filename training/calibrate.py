"""Choose on dev sets what turns scores into decisions and probabilities."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs
import numpy as np

from newsmodel.tagging.decode import LEAST
from newsmodel.tagging.evidence import CueSpan, Evidence
from newsmodel.tagging.tagger import Tagger
from newsmodel.tagging.weights import Calibration, Weights
from newsmodel.text import Document
from training.corpora import TYPES, records

NAMES = ("actors/dev.jsonl", "actors/worldwide-dev.jsonl")
CUES = ("attribution/dev.jsonl",)
THRESHOLD = 0.35
"""Cues are given from this probability on: doubtful ones count where rules agree."""

Judged = list[tuple[float, bool]]
"""Probability of each span that was found, and whether it is right."""
Judge = Callable[[Document, Evidence, dict[str, Any]], Iterator[tuple[float, bool]]]


def calibrate(weights: Weights, folder: Path) -> Weights:
    """Choose what moves the probabilities of names and cues."""
    plain = Tagger(attrs.evolve(weights, calibration=Calibration(threshold=THRESHOLD)))
    chosen = Calibration(
        names=fit(judged(plain, folder, NAMES, names)),
        cues=fit(judged(plain, folder, CUES, cues)),
        threshold=THRESHOLD,
    )
    return attrs.evolve(weights, calibration=chosen)


def _read(folder: Path, files: Iterable[str]) -> Iterator[dict[str, Any]]:
    for name in files:
        yield from records(folder / name)


def judged(tagger: Tagger, folder: Path, files: Iterable[str], judge: Judge) -> Judged:
    """Read files and judge the spans that are found."""
    found: Judged = []
    for record in _read(folder, files):
        document = Document(record["text"])
        found += judge(document, tagger.read(document), record)
    return found


def names(
    document: Document, evidence: Evidence, record: dict[str, Any]
) -> Iterator[tuple[float, bool]]:
    """Judge names: right where bounds and kind are."""
    gold = {(e["start"], e["end"], TYPES[e["type"]]) for e in record["entities"]}
    for name in evidence.names:
        words = document.words(name.first, name.stop)
        yield name.probability, (words.start, words.end, name.kind) in gold


def cues(
    document: Document, evidence: Evidence, record: dict[str, Any]
) -> Iterator[tuple[float, bool]]:
    """Judge cues: right where they share a token with one that no other has."""
    free = [
        {n for span in marked["cue"] for n in range(*document.token_range(*span))}
        for marked in record["attributions"]
    ]
    for cue in evidence.cues:
        yield cue.probability, _take(free, cue)


def _take(free: list[set[int]], cue: CueSpan) -> bool:
    for number, tokens in enumerate(free):
        if not tokens.isdisjoint(range(cue.first, cue.stop)):
            del free[number]
            return True
    return False


def fit(found: Judged) -> tuple[float, float]:
    """Fit slope and shift of the log odds (Platt 1999), by Newton's method."""
    p, right = np.array(found, dtype=np.float64).T
    p = p.clip(LEAST, 1 - LEAST)
    x = np.column_stack([np.log(p / (1 - p)), np.ones(len(p))])
    numbers = np.zeros(2)
    for _ in range(30):
        q = 1 / (1 + np.exp(-x @ numbers))
        bend = (x * (q * (1 - q))[:, None]).T @ x + 1e-6 * np.eye(2)
        numbers -= np.linalg.solve(bend, x.T @ (q - right))
    return round(float(numbers[0]), 4), round(float(numbers[1]), 4)
