"""
Measure whether the probabilities given hold: expected calibration error.

    python benchmarks/calibration.py [--weights FILE] [--corpora FOLDER]

Reads the dev sets of names, attributions and sanctions in `../shared/corpora`; without
them it says so and measures nothing.  A name is right where bounds and kind are; a cue
where it shares a token with a marked one that no cue before it has; a claim where half
of the words of its content are those of a marked one (Dice .5) and the sources share a
token, or neither has one; a sanction where its trigger shares half of the shorter words
with a marked one and its parties do too, neither more nor fewer.  The error is the mean
difference between probability and share of the right ones in ten bins of equal width,
weighted by their sizes (Naeini et al. 2015).
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from _calibration import figures
from _stories import SEEDS

import newsmodel
from newsmodel import ArticleParser
from newsmodel.model import Reference
from newsmodel.tagging import Tagger
from newsmodel.tagging.tagger import SHIPPED
from newsmodel.text import Document

CORPORA = SEEDS.parents[2] / "shared" / "corpora"
KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}

Judged = Iterator[tuple[float, bool]]
Judge = Callable[[Tagger, dict[str, Any]], Judged]
Tokens = set[int]
HALF = 0.5


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
        "claims": ("attribution/dev.jsonl", _claims),
        "sanctions": ("sanctions/dev.jsonl", _sanctions),
    }
    found = {
        name: np.array(list(_judged(tagger, options.corpora / file, judge)))
        for name, (file, judge) in sets.items()
    }
    found["names"] = np.concatenate([found[name] for name in sets if "names" in name])
    result = {"newsmodel": newsmodel.__version__}
    result |= {name: figures(pairs, "spans") for name, pairs in found.items()}
    print(json.dumps(result, indent=2))


def _judged(tagger: Tagger, path: Path, judge: Judge) -> Judged:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield from judge(tagger, json.loads(line))


def _names(tagger: Tagger, record: dict[str, Any]) -> Judged:
    document = Document(record["text"])
    gold = {(e["start"], e["end"], KINDS[e["type"]]) for e in record["entities"]}
    for name in tagger.read(document).names:
        words = document.words(name.first, name.stop)
        yield name.probability, (words.start, words.end, str(name.kind)) in gold


def _cues(tagger: Tagger, record: dict[str, Any]) -> Judged:
    document = Document(record["text"])
    free = [_tokens(document, marked["cue"]) for marked in record["attributions"]]
    for cue in tagger.read(document).cues:
        own = range(cue.first, cue.stop)
        hit = next((g for g in free if not g.isdisjoint(own)), None)
        yield cue.probability, hit is not None
        if hit is not None:
            free.remove(hit)


def _claims(tagger: Tagger, record: dict[str, Any]) -> Judged:
    document = Document(record["text"])
    gold = [
        (_tokens(document, marked["content"]), _tokens(document, marked["source"]))
        for marked in record["attributions"]
    ]
    for claim in ArticleParser(evidence=tagger).parse(record["text"]).claims:
        spans = [(p.start, p.end) for p in claim.content]
        content = _tokens(document, spans)
        speaker = claim.speaker and claim.speaker.mention
        source = _tokens(document, [(speaker.start, speaker.end)] if speaker else [])
        right = any(
            _dice(content, other) >= HALF
            and (not source.isdisjoint(said) or not (source or said))
            for other, said in gold
        )
        yield claim.confidence, right


def _sanctions(tagger: Tagger, record: dict[str, Any]) -> Judged:
    parser = ArticleParser(evidence=tagger)
    article = parser.parse(record["text"], published=record.get("published"))
    for sanction in article.sanctions:
        place = (sanction.trigger.start, sanction.trigger.end)
        marked = [g for g in record["sanctions"] if _meet(g["trigger"], place)]
        yield (
            sanction.confidence,
            bool(marked)
            and all(
                _same(marked[0][side], getattr(sanction, side))
                for side in ("imposers", "targets")
            ),
        )


def _same(marked: list[Sequence[int]], parties: tuple[Reference, ...]) -> bool:
    spans = [(p.mention.start, p.mention.end) for p in parties]
    met = all(any(_meet(m, s) for s in spans) for m in marked)
    return met and len(marked) == len(spans)


def _meet(one: Sequence[int], other: Sequence[int]) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared >= min(one[1] - one[0], other[1] - other[0])


def _tokens(document: Document, spans: Iterable[Sequence[int]]) -> Tokens:
    """Give the tokens with letters or digits in some spans."""
    texts = document.tokens.texts
    inside = (n for span in spans for n in range(*document.token_range(*span)))
    return {n for n in inside if texts[n][0].isalnum()}


def _dice(one: Tokens, other: Tokens) -> float:
    return 2 * len(one & other) / max(1, len(one) + len(other))


if __name__ == "__main__":
    main()
