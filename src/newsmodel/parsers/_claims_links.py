"""What claims are together: which stands in which, and which answers which."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from newsmodel.model import Actor, Claim, ClaimAct, Reference

_ANSWERS = frozenset((ClaimAct.DENIAL, ClaimAct.ADMISSION, ClaimAct.REFUSAL))
_ANSWERED = frozenset(ClaimAct) - {ClaimAct.BELIEF, ClaimAct.DENIAL}
_BACK = 60
"""How many claims back an answered one may stand."""
_NEAR = 30
"""Code points between a claim and words that point back to it."""
_LEAST = 0.3
"""Share of words in common from which a claim is taken as the one answered."""
_STEM = 5
_SPLIT = re.compile(r"[\s\-–—/]+")
_IRREGULAR = {"sent": "send", "sending": "send", "sends": "send"}
_EMPTY = frozenset(
    "about after again against being could every first other should their there these "
    "those under until which while would using between before during".split()
)


def link(claims: Sequence[Claim]) -> list[Claim]:
    """Number the claims, which are in order, nest them and link answers."""
    outer = _enclosing(claims)
    words = [_words(c) for c in claims]
    linked: list[Claim | None] = [None] * len(claims)
    for number in sorted(range(len(claims)), key=lambda n: _depth(n, outer)):
        around = outer.get(number)
        linked[number] = attrs.evolve(
            claims[number],
            id=f"claim-{number + 1}",
            within=linked[around] if around is not None else None,
        )
    nested = [c for c in linked if c is not None]
    return _with_answers(nested, words)


def _with_answers(claims: list[Claim], words: list[frozenset[str]]) -> list[Claim]:
    """Add to each denial, admission or refusal what it answers."""
    for number, claim in enumerate(claims):
        if claim.act not in _ANSWERS:
            continue
        start = max(0, number - _BACK)
        earlier = [
            (words[n], claims[n])
            for n in range(start, number)
            if claims[n] is not claim.within and claims[n].within is not claim
        ]
        answers = _answered(claim, words[number], earlier)
        if answers:
            object.__setattr__(claim, "answers", answers)
    return claims


def _depth(number: int, outer: dict[int, int]) -> int:
    depth = 0
    while number in outer and depth < len(outer):
        number = outer[number]
        depth += 1
    return depth


def _enclosing(claims: Sequence[Claim]) -> dict[int, int]:
    """For each claim inside another's content, by number, the innermost such other."""
    spans = sorted((p.start, p.end, n) for n, c in enumerate(claims) for p in c.content)
    cues = sorted((c.cue.start, c.cue.end, n) for n, c in enumerate(claims) if c.cue)
    opened: list[tuple[int, int]] = []
    found: dict[int, int] = {}
    at = 0
    for start, end, number in cues:
        while at < len(spans) and spans[at][0] <= start:
            opened = [o for o in opened if o[0] > spans[at][0]]
            opened.append((spans[at][1], spans[at][2]))
            at += 1
        around = [o for o in opened if o[0] >= end and o[1] != number]
        if around:
            found[number] = min(around)[1]
    return found


def _answered(
    claim: Claim, words: frozenset[str], earlier: list[tuple[frozenset[str], Claim]]
) -> tuple[Claim, ...]:
    """The earlier claims that a denial or admission answers, in order."""
    if not earlier:
        return ()
    if _points_back(claim, earlier[-1][1]):
        return (earlier[-1][1],)
    shares = [(_share(claim, words, other, c), c) for other, c in earlier]
    best = max(share for share, _ in shares)
    if best < _LEAST:
        return ()
    return tuple(c for share, c in shares if share >= max(_LEAST, best * 0.6))


def _points_back(claim: Claim, last: Claim) -> bool:
    """Say whether the cue stands right behind a claim: "..., a charge denied by X"."""
    if claim.cue is None or claim.act is not ClaimAct.DENIAL:
        return False
    end = max(p.end for p in last.content)
    return (
        0 <= claim.cue.start - end <= _NEAR
        and claim.speaker is not None
        and (claim.speaker.mention.start > claim.cue.start)
    )


def _share(
    claim: Claim, words: frozenset[str], others: frozenset[str], earlier: Claim
) -> float:
    """How far an earlier claim is about what this one denies, from 0 to 1."""
    if earlier.act not in _ANSWERED or not _other_party(claim, earlier):
        return 0.0
    common = words & others
    concerned = _concerns(claim, earlier)
    told = claim.act is ClaimAct.DENIAL and len(common) > 2
    if len(common) < 2 or not (concerned or told):
        return 0.0
    return len(common) / min(len(words), len(others))


def _other_party(claim: Claim, earlier: Claim) -> bool:
    mine, theirs = _speaker(claim), _speaker(earlier)
    return mine is None or theirs is None or mine != theirs


def _concerns(claim: Claim, earlier: Claim) -> bool:
    """Say whether an earlier claim names the one who now answers."""
    actor = claim.speaker.actor if claim.speaker else None
    if actor is None:
        return False
    named = [t.actor.id for t in earlier.targets if t.actor]
    return actor.id in named or any(a.id == actor.id for a in earlier.about)


def _speaker(claim: Claim) -> str | None:
    if claim.speaker is None:
        return None
    actor: Actor | None = claim.speaker.actor
    return actor.id if actor else claim.speaker.mention.text.lower()


def _words(claim: Claim) -> frozenset[str]:
    """Stems of the content words of a claim."""
    words = ("".join(filter(str.isalpha, w)) for w in _SPLIT.split(claim.words.lower()))
    return frozenset(_stem(w) for w in words if len(w) > 3 and w not in _EMPTY)


def _stem(word: str) -> str:
    return _IRREGULAR.get(word, word[:_STEM])
