"""
Measure how well newsmodel reads, on public corpora as their authors distribute them.

    python benchmarks/evaluation.py --polnear PolNeAR/data/dev --trnews TR-News.xml ...

Each option is a corpus that you have got from its authors; `_public.py` names their
addresses.  Without one nothing is measured.  Prints JSON.

* attributions (PolNeAR): pairs that agree, found greedily, most alike first; a pair
  agrees where the tokens of the contents have a Dice overlap of .5 and the sources
  share a token or are both empty.  `exact` wants the same words in the content.
* times (TimeBank): `strict` the same span, `relaxed` an overlap, `value` an overlap
  and the same TIMEX3 value.
* places (TR-News, LGL): `overlap` finds them; `near` is the share of those found,
  of those that have a point, that are within 161 km; `end_to_end` is both.
* names (CoNLL-2003): the same span and type, of people, bodies and places, and of all
  four types.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from _public import (
    Attribution,
    Mark,
    Marked,
    Spans,
    conll,
    polnear,
    timebank,
    toponyms,
)

import newsmodel
from newsmodel import Article, Claim, MentionKind, Reference

TOKEN = re.compile(r"\w+|[^\w\s]")
KINDS = dict.fromkeys(("organisation", "government", "media"), "ORG")
KINDS |= {"person": "PER", "country": "LOC", "group": "MISC"}
STATES = ("country", "government")
NEAR = 161.0
EARTH = 6371.0
HALF = 0.5

Read = Iterable[tuple[Marked, Article]]


def main() -> None:
    """Measure the corpora that are given."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    for name, (_, _, about) in CORPORA.items():
        parser.add_argument(f"--{name}", type=Path, metavar="PATH", help=about)
    result: dict[str, Any] = {"newsmodel": newsmodel.__version__}
    for name, path in vars(parser.parse_args()).items():
        if path is not None:
            reader, measure, _ = CORPORA[name]
            result[name] = measure((m, _parse(m)) for m in reader(path))
    print(json.dumps(result, indent=2))


def _parse(marked: Marked) -> Article:
    return newsmodel.parse(marked.text, published=marked.published)


def attributions(read: Read) -> dict[str, float]:
    """Score who says what."""
    counts = {"attribution": [0, 0, 0], "exact": [0, 0, 0]}
    for marked, article in read:
        tokens = [found.span() for found in TOKEN.finditer(marked.text)]
        words = {n for n, (a, _) in enumerate(tokens) if marked.text[a].isalnum()}
        gold = [_roles(a, tokens) for a in marked.marks]
        found = [_roles(_attribution(c), tokens) for c in article.claims]
        alike = [(_dice(g, f), i, j) for i, g in enumerate(gold)
                 for j, f in enumerate(found) if _agree(g, f)]  # fmt: skip
        same = [(s, i, j) for s, i, j in alike
                if gold[i][1] & words == found[j][1] & words]  # fmt: skip
        for name, pairs in (("attribution", alike), ("exact", same)):
            hits = len(list(_greedy(pairs)))
            _count(counts[name], hits, len(found), len(gold))
    return {name: figure for n, c in counts.items() for name, figure in _prf(n, *c)}


def _attribution(claim: Claim) -> Attribution:
    content = tuple((p.start, p.end) for p in claim.content)
    return Attribution(source=_words(claim.speaker), content=content)


def _words(who: Reference | None) -> Spans:
    return ((who.mention.start, who.mention.end),) if who else ()


def _roles(marked: Attribution, tokens: list[tuple[int, int]]) -> tuple[set[int], ...]:
    """Give the numbers of the tokens that source and content touch."""
    return tuple(
        {n for n, (a, b) in enumerate(tokens) for s, e in spans if a < e and b > s}
        for spans in (marked.source, marked.content)
    )


def _dice(one: tuple[set[int], ...], other: tuple[set[int], ...]) -> float:
    both = len(one[1]) + len(other[1])
    return 2 * len(one[1] & other[1]) / both if both else 0.0


def _agree(one: tuple[set[int], ...], other: tuple[set[int], ...]) -> bool:
    sources = bool(one[0] & other[0]) or not (one[0] or other[0])
    return sources and _dice(one, other) >= HALF


def times(read: Read) -> dict[str, float]:
    """Score when."""
    counts = {"strict": [0, 0, 0], "relaxed": [0, 0, 0], "value": [0, 0, 0]}
    for marked, article in read:
        found = [Mark(t.start, t.end, t.value) for t in article.times]
        pairs = _paired(marked.marks, found)
        hits = {
            "strict": sum((g.start, g.end) == (f.start, f.end) for g, f in pairs),
            "relaxed": len(pairs),
            "value": sum(g.says == f.says for g, f in pairs),
        }
        for name, count in hits.items():
            _count(counts[name], count, len(found), len(marked.marks))
    return {name: figure for n, c in counts.items() for name, figure in _prf(n, *c)}


def places(read: Read) -> dict[str, float]:
    """Score where."""
    overlap, whole, near, pointed = [0, 0, 0], [0, 0, 0], 0, 0
    for marked, article in read:
        found = [
            Mark(m.start, m.end, (place.latitude, place.longitude))
            for place in article.locations
            for m in place.mentions
            if m.kind is MentionKind.NAME
        ]
        pairs = _paired(marked.marks, found)
        known = [(g, f) for g, f in pairs if g.says]
        right = sum(f.says[0] is not None and _km(g.says, f.says) <= NEAR
                    for g, f in known)  # fmt: skip
        _count(overlap, len(pairs), len(found), len(marked.marks))
        ours = len(found) - len(pairs) + len(known)
        _count(whole, right, ours, sum(bool(m.says) for m in marked.marks))
        near, pointed = near + right, pointed + len(known)
    figures = dict((*_prf("overlap", *overlap), *_prf("end_to_end", *whole)))
    return figures | {"near": round(near / max(pointed, 1), 3)}


def _km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Give the distance on a sphere, by the haversine formula."""
    a, b, c, d = map(math.radians, (*one, *other))
    turn = math.sin((c - a) / 2) ** 2
    turn += math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(turn))


def names(read: Read) -> dict[str, float]:
    """Score names: strict, of three and of four types."""
    counts = {"three": [0, 0, 0], "four": [0, 0, 0]}
    for marked, article in read:
        gold = {(m.start, m.end, m.says) for m in marked.marks}
        found = {(*span, kind) for span, kind in _named(article).items()}
        for name, left_out in (("three", "MISC"), ("four", "")):
            ours, theirs = ({n for n in s if n[2] != left_out} for s in (found, gold))
            _count(counts[name], len(ours & theirs), len(ours), len(theirs))
    return {name: figure for n, c in counts.items() for name, figure in _prf(n, *c)}


def _named(article: Article) -> dict[tuple[int, int], str]:
    """Give the type of each name; a place that is also a state's name is a place."""
    kinds: dict[tuple[int, int], str] = {}
    bodies = set()
    for actor in article.actors:
        for m in actor.mentions:
            if m.kind is MentionKind.NAME:
                kinds[m.start, m.end] = "MISC" if m.adjectival else KINDS[actor.kind]
                if actor.kind not in STATES:
                    bodies.add((m.start, m.end))
    for place in article.locations:
        for m in place.mentions:
            if m.kind is MentionKind.NAME and (m.start, m.end) not in bodies:
                kinds[m.start, m.end] = "MISC" if m.adjectival else "LOC"
    return kinds


def _paired(gold: Iterable[Mark], found: list[Mark]) -> list[tuple[Mark, Mark]]:
    """Pair marks that overlap one to one: equal spans first, then the most shared."""
    marks = list(gold)
    pairs = []
    for i, g in enumerate(marks):
        for j, f in enumerate(found):
            shared = min(g.end, f.end) - max(g.start, f.start)
            if shared > 0:
                same = (g.start, g.end) == (f.start, f.end)
                pairs.append((math.inf if same else shared, i, j))
    return [(marks[i], found[j]) for i, j in _greedy(pairs)]


def _greedy(pairs: list[tuple[float, int, int]]) -> Iterator[tuple[int, int]]:
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], *pair[1:])):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            yield i, j


def _count(sums: list[int], hits: int, found: int, gold: int) -> None:
    for n, number in enumerate((hits, found, gold)):
        sums[n] += number


def _prf(name: str, hits: int, found: int, gold: int) -> list[tuple[str, float]]:
    figures = hits / max(found, 1), hits / max(gold, 1), 2 * hits / max(found + gold, 1)
    return [
        (f"{name}_{part}", round(figure, 3))
        for part, figure in zip(("precision", "recall", "f1"), figures, strict=True)
    ]


Reader = Callable[[Path], Iterator[Marked]]
Measure = Callable[[Read], dict[str, float]]
CORPORA: dict[str, tuple[Reader, Measure, str]] = {
    "polnear": (polnear, attributions, "data/dev of PolNeAR"),
    "timebank": (timebank, times, "TBAQ-cleaned/TimeBank of TempEval-3"),
    "trnews": (toponyms, places, "TR-News.xml"),
    "lgl": (toponyms, places, "lgl.xml"),
    "conll": (conll, names, "eng.testa of CoNLL-2003"),
}


if __name__ == "__main__":
    main()
