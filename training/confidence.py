"""
Fit how sure a claim is to the evidence for it.

    python -m training.confidence ATTRIBUTIONS.jsonl

Reads the file with every cue of the shipped weights taken for a claim, and prints the
`_WEIGHTS` of `parsers/_claims_confidence.py`: a logistic model of whether content and
source are those of a marked attribution.  Do it whenever the weights have changed.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

import newsmodel
from newsmodel import Claim
from newsmodel.parsers import _claims_evidence
from newsmodel.parsers._claims_confidence import parts_of
from newsmodel.tagging.evidence import CueSpan
from newsmodel.text import Document
from training.corpora import records

_TOKEN = re.compile(r"\w+|[^\w\s]")
_LIKE = 0.5
"""Overlap (Dice) of tokens from which a content is the marked one."""
_STEPS = 50


def examples(path: Path) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Give what the model sees of each cue, and whether its claim is right."""
    for record in records(path):
        text, seen = record["text"], {}
        document = Document(text)

        def keep(cue: CueSpan, share: float, around: float) -> float:
            words = document.words(cue.first, cue.stop)  # noqa: B023 - used at once
            seen[words.start, words.end] = parts_of(cue, share, around)  # noqa: B023
            return 1.0

        with mock.patch.object(_claims_evidence, "evident", keep):
            claims = newsmodel.parse(text).claims
        for claim in claims:
            if claim.cue and (claim.cue.start, claim.cue.end) in seen:
                parts = seen[claim.cue.start, claim.cue.end]
                yield parts, _is_right(claim, text, record["attributions"])


def _is_right(claim: Claim, text: str, marked: Sequence[dict[str, Any]]) -> bool:
    content = _tokens(text, [(p.start, p.end) for p in claim.content])
    mention = claim.speaker.mention if claim.speaker else None
    source = _tokens(text, [(mention.start, mention.end)] if mention else [])
    for gold in marked:
        theirs = _tokens(text, gold["source"])
        same = bool(source & theirs) or not (source or theirs)
        if same and _dice(content, _tokens(text, gold["content"])) >= _LIKE:
            return True
    return False


def _tokens(text: str, spans: Sequence[Sequence[int]]) -> set[int]:
    return {
        start + match.start()
        for start, end in spans
        for match in _TOKEN.finditer(text[start:end])
    }


def _dice(a: set[int], b: set[int]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def fit(parts: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Fit a logistic model by Newton's method."""
    weights = np.zeros(parts.shape[1])
    for _ in range(_STEPS):
        sure = 1 / (1 + np.exp(-parts @ weights))
        bend = (parts.T * (sure * (1 - sure))) @ parts + 1e-6 * np.eye(len(weights))
        weights -= np.linalg.solve(bend, parts.T @ (sure - right))
    return weights


def main() -> None:
    """Read, fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("attributions", type=Path)
    parts, right = zip(*examples(parser.parse_args().attributions), strict=True)
    print(np.round(fit(np.array(parts), np.array(right, float)), 2).tolist())


if __name__ == "__main__":
    main()
