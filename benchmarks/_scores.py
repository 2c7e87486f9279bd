"""
What the evaluation counts, pooled over all texts.

* `attributions`: pairs that agree, most alike first; a pair agrees where the tokens of
  the contents have a Dice overlap of .5 and the sources share a token or are both
  empty.  `exact` wants the same words in the content.
* `times`: `strict` the same span, `relaxed` an overlap, `value` an overlap and the same
  TIMEX3 value.
* `places`: `overlap` finds them; `near` is the share of those found that are within 161
  km, of those that have a point; `end_to_end` is both.
* `names`: the same span and type; of people, bodies and places, and of all four types.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import attrs
from _public import Attribution, Mark, Marked, Spans

from newsmodel import Actor, Article, Claim, MentionKind

TOKEN = re.compile(r"\w+|[^\w\s]")
KINDS = dict.fromkeys(("organisation", "government", "media"), "ORG")
KINDS |= {"person": "PER", "country": "LOC", "group": "MISC"}
STATES = ("country", "government")
NEAR = 161.0
EARTH = 6371.0
HALF = 0.5

Read = Iterable[tuple[Marked, Article]]


@attrs.frozen
class Roles:
    """The numbers of the tokens that an attribution touches."""

    source: set[int]
    content: set[int]
    words: set[int]
    """Those of the content that are no punctuation."""

    def dice(self, other: Roles) -> float:
        """Give how alike the contents are."""
        both = len(self.content) + len(other.content)
        return 2 * len(self.content & other.content) / both if both else 0.0

    def agrees(self, other: Roles) -> bool:
        """Tell whether sources and contents agree."""
        sources = bool(self.source & other.source) or not (self.source or other.source)
        return sources and self.dice(other) >= HALF


class Counts:
    """Hits, what was found and what is marked, by name of the measure."""

    def __init__(self) -> None:
        self._sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])

    def add(self, name: str, hits: int, found: int, marked: int) -> None:
        """Count one text."""
        sums = self._sums[name]
        self._sums[name] = [sums[0] + hits, sums[1] + found, sums[2] + marked]

    def figures(self) -> dict[str, float]:
        """Give precision, recall and F1 of each measure."""
        figures = {}
        for name, (hits, found, marked) in self._sums.items():
            figures[f"{name}_precision"] = round(hits / max(found, 1), 3)
            figures[f"{name}_recall"] = round(hits / max(marked, 1), 3)
            figures[f"{name}_f1"] = round(2 * hits / max(found + marked, 1), 3)
        return figures


def attributions(read: Read) -> dict[str, float]:
    """Score who says what."""
    counts = Counts()
    for marked, article in read:
        gold = _roles(marked.text, marked.marks)
        found = _roles(marked.text, map(_attribution, article.claims))
        alike = [
            (g.dice(f), i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if g.agrees(f)
        ]
        same = [p for p in alike if gold[p[1]].words == found[p[2]].words]
        for name, pairs in (("attribution", alike), ("exact", same)):
            counts.add(name, len(list(_one_to_one(pairs))), len(found), len(gold))
    return counts.figures()


def times(read: Read) -> dict[str, float]:
    """Score when."""
    counts = Counts()
    for marked, article in read:
        found = [Mark(t.start, t.end, t.value) for t in article.times]
        pairs = _paired(marked.marks, found)
        hits = {
            "strict": sum(g.start == f.start and g.end == f.end for g, f in pairs),
            "relaxed": len(pairs),
            "value": sum(g.says == f.says for g, f in pairs),
        }
        for name, count in hits.items():
            counts.add(name, count, len(found), len(marked.marks))
    return counts.figures()


def places(read: Read) -> dict[str, float]:
    """Score where."""
    counts, near, pointed = Counts(), 0, 0
    for marked, article in read:
        found = list(_points(article))
        pairs = _paired(marked.marks, found)
        known = [(g, f) for g, f in pairs if g.says]
        right = sum(_km(g.says, f.says) <= NEAR for g, f in known)
        counts.add("overlap", len(pairs), len(found), len(marked.marks))
        # What is found where the gold has no point is neither right nor wrong.
        judged = len(found) - len(pairs) + len(known)
        counts.add("end_to_end", right, judged, sum(bool(m.says) for m in marked.marks))
        near, pointed = near + right, pointed + len(known)
    return counts.figures() | {"near": round(near / max(pointed, 1), 3)}


def names(read: Read) -> dict[str, float]:
    """Score names: strict, of three and of four types."""
    counts = Counts()
    for marked, article in read:
        gold = {(m.start, m.end, m.says) for m in marked.marks}
        found = {(*span, kind) for span, kind in _named(article).items()}
        counts.add("four", len(gold & found), len(found), len(gold))
        gold, found = ({n for n in s if n[2] != "MISC"} for s in (gold, found))
        counts.add("three", len(gold & found), len(found), len(gold))
    return counts.figures()


def _attribution(claim: Claim) -> Attribution:
    who = claim.speaker.mention if claim.speaker else None
    source = ((who.start, who.end),) if who else ()
    return Attribution(source, content=tuple((p.start, p.end) for p in claim.content))


def _roles(text: str, marks: Iterable[Attribution]) -> list[Roles]:
    tokens = [found.span() for found in TOKEN.finditer(text)]
    words = {n for n, (start, _) in enumerate(tokens) if text[start].isalnum()}
    roles = []
    for mark in marks:
        source, content = (_touched(tokens, s) for s in (mark.source, mark.content))
        roles.append(Roles(source, content, content & words))
    return roles


def _touched(tokens: Sequence[tuple[int, int]], spans: Spans) -> set[int]:
    return {
        number
        for number, (start, end) in enumerate(tokens)
        if any(start < last and end > first for first, last in spans)
    }


def _points(article: Article) -> Iterator[Mark]:
    for place in article.locations:
        point = (place.latitude, place.longitude)
        for m in place.mentions:
            if m.kind is MentionKind.NAME:
                yield Mark(m.start, m.end, None if None in point else point)


def _km(one: tuple[float, float], other: tuple[float, float] | None) -> float:
    """Give the distance on a sphere, by the haversine formula."""
    if other is None:
        return math.inf
    a, b, c, d = map(math.radians, (*one, *other))
    turn = math.sin((c - a) / 2) ** 2
    turn += math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(turn))


def _named(article: Article) -> dict[tuple[int, int], str]:
    """Give the type of each name; one that is a place and a state's is a place."""
    bodies = _names([a for a in article.actors if a.kind not in STATES])
    states = _names([a for a in article.actors if a.kind in STATES])
    sites = {
        (m.start, m.end): "MISC" if m.adjectival else "LOC"
        for place in article.locations
        for m in place.mentions
        if m.kind is MentionKind.NAME
    }
    return states | sites | bodies


def _names(actors: Iterable[Actor]) -> dict[tuple[int, int], str]:
    return {
        (m.start, m.end): "MISC" if m.adjectival else KINDS[actor.kind]
        for actor in actors
        for m in actor.mentions
        if m.kind is MentionKind.NAME
    }


def _paired(gold: Sequence[Mark], found: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    """Pair marks that overlap: equal spans first, then those that share the most."""
    pairs = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            shared = min(g.end, f.end) - max(g.start, f.start)
            if shared > 0:
                same = (g.start, g.end) == (f.start, f.end)
                pairs.append((math.inf if same else shared, i, j))
    return [(gold[i], found[j]) for i, j in _one_to_one(pairs)]


def _one_to_one(pairs: Iterable[tuple[float, int, int]]) -> Iterator[tuple[int, int]]:
    """Take the best pair of those whose sides are still free, and so on."""
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], *pair[1:])):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            yield i, j
