"""
Measure whether the tagger's probabilities hold: expected calibration error.

    python benchmarks/calibration.py [--weights FILE] [--corpora FOLDER]

Reads the dev sets of names and attributions in `../shared/corpora`; without them it
says so and measures nothing.  A name is right where bounds and kind are; a cue where it
shares a token with a marked one that no cue before it has.  The error is the mean
difference between probability and share of the right ones in ten bins of equal width,
weighted by their sizes (Naeini et al. 2015).
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from _stories import SEEDS

import newsmodel
from newsmodel.tagging import Evidence, Tagger
from newsmodel.tagging.tagger import SHIPPED
from newsmodel.text import Document

CORPORA = SEEDS.parents[2] / "shared" / "corpora"
KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}
BINS = 10

Judged = Iterator[tuple[float, bool]]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--weights", type=Path, default=SHIPPED, help="their file")
    parser.add_argument("--corpora", type=Path, default=CORPORA, help="their folder")
    options = parser.parse_args()
    if not options.corpora.is_dir():
        sys.exit(f"calibration: no corpora at {options.corpora}, nothing measured")
    tagger = Tagger.load(options.weights)
    sets = {
        "names of the wire": ("actors/dev.jsonl", _names),
        "names worldwide": ("actors/worldwide-dev.jsonl", _names),
        "cues": ("attribution/dev.jsonl", _cues),
    }
    found = {
        name: np.array(list(_judged(tagger, options.corpora / file, judge)))
        for name, (file, judge) in sets.items()
    }
    found["names"] = np.concatenate([found[name] for name in sets if "names" in name])
    result = {"newsmodel": newsmodel.__version__}
    result |= {name: _figures(pairs) for name, pairs in found.items()}
    print(json.dumps(result, indent=2))


def _judged(
    tagger: Tagger,
    path: Path,
    judge: Callable[[Document, Evidence, dict[str, Any]], Judged],
) -> Judged:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            document = Document(record["text"])
            yield from judge(document, tagger.read(document), record)


def _names(document: Document, evidence: Evidence, record: dict[str, Any]) -> Judged:
    gold = {(e["start"], e["end"], KINDS[e["type"]]) for e in record["entities"]}
    for name in evidence.names:
        words = document.words(name.first, name.stop)
        yield name.probability, (words.start, words.end, str(name.kind)) in gold


def _cues(document: Document, evidence: Evidence, record: dict[str, Any]) -> Judged:
    free = [
        {n for span in marked["cue"] for n in range(*document.token_range(*span))}
        for marked in record["attributions"]
    ]
    for cue in evidence.cues:
        own = range(cue.first, cue.stop)
        hit = next((g for g in free if not g.isdisjoint(own)), None)
        yield cue.probability, hit is not None
        if hit is not None:
            free.remove(hit)


def _figures(pairs: np.ndarray) -> dict[str, Any]:
    sure, right = pairs.T
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    rows = [(sure[bins == n], right[bins == n]) for n in range(BINS)]
    error = sum(abs(p.sum() - r.sum()) for p, r in rows) / len(pairs)
    return {
        "spans": len(pairs),
        "right": round(float(right.mean()), 4),
        "calibration_error": round(float(error), 4),
        "bins": [
            f"{len(p)} spans at {p.mean():.3f}: {r.mean():.3f} right"
            for p, r in rows
            if len(p)
        ],
    }


if __name__ == "__main__":
    main()
