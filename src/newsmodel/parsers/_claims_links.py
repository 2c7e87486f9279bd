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
    answers = {
        number: _answered(number, claims, words, outer)
        for number, claim in enumerate(claims)
        if claim.act in _ANSWERS
    }
    made: dict[int, Claim] = {}
    for number in range(len(claims)):
        _make(number, claims, outer, answers, made)
    return [made[number] for number in range(len(claims))]


def _make(
    number: int,
    claims: Sequence[Claim],
    outer: dict[int, int],
    answers: dict[int, tuple[int, ...]],
    made: dict[int, Claim],
) -> Claim:
    """Make a claim after those that it refers to; `_answered` lets no circle be."""
    if number not in made:
        claim, around = claims[number], outer.get(number)
        others = (outer, answers, made)
        within = _make(around, claims, *others) if around is not None else None
        answered = tuple(_make(n, claims, *others) for n in answers.get(number, ()))
        made[number] = attrs.evolve(
            claim,
            id=f"claim-{number + 1}",
            within=within,
            speaker=_first_person(claim.speaker, within),
            answers=answered,
            targets=claim.targets or _claimants(claim, answered),
        )
    return made[number]


def _first_person(speaker: Reference | None, within: Claim | None) -> Reference | None:
    """Say who "I" is inside what another says: that speaker."""
    told = within.speaker if within else None
    if speaker is None or told is None or speaker.actor:
        return speaker
    own = speaker.mention.text.lower() == "i"
    return attrs.evolve(speaker, actor=told.actor) if own else speaker


def _claimants(claim: Claim, answered: tuple[Claim, ...]) -> tuple[Reference, ...]:
    """The one whose claim is denied right behind it."""
    if len(answered) != 1:
        return ()
    if not (_points_back(claim, answered[0]) or _is_pointer(claim)):
        return ()
    speaker = answered[0].speaker
    return (speaker,) if speaker is not None else ()


def _enclosing(claims: Sequence[Claim]) -> dict[int, int]:
    """
    For each claim inside another's content, by number, the innermost such other.

    The other says more in all, so that no two claims are inside each other.
    """
    lengths = [sum(len(p) for p in c.content) for c in claims]
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
        longer = (o for o in opened if lengths[o[1]] > lengths[number])
        around = [o for o in longer if o[0] >= end]
        if around:
            found[number] = min(around)[1]
    return found


def _answered(
    number: int,
    claims: Sequence[Claim],
    words: list[frozenset[str]],
    outer: dict[int, int],
) -> tuple[int, ...]:
    """Which earlier claims a denial or admission answers, by number, in order."""
    claim = claims[number]
    start = max(0, number - _BACK)
    earlier = [n for n in range(start, number) if _is_before(n, number, outer)]
    if not earlier:
        return ()
    if _points_back(claim, claims[earlier[-1]]):
        return (earlier[-1],)
    if _is_pointer(claim):
        meant = [n for n in earlier if _is_meant(claim, claims[n])]
        return tuple(meant[-1:])
    shares = [(_share(claim, words[number], words[n], claims[n]), n) for n in earlier]
    best = max(share for share, _ in shares)
    if best < _LEAST:
        return ()
    return tuple(n for share, n in shares if share >= max(_LEAST, best * 0.6))


def _is_pointer(claim: Claim) -> bool:
    """Say whether all that is denied is "it", or "the accusation"."""
    words = [w.strip(".,") for w in _SPLIT.split(claim.words.lower())]
    return len(words) <= _FEW and words[-1] in _POINTERS


def _is_meant(claim: Claim, earlier: Claim) -> bool:
    """Say whether an earlier claim is one that its speaker would answer."""
    answered = earlier.act in _ANSWERED and _other_party(claim, earlier)
    return answered and _concerns(claim, earlier)


_POINTERS = frozenset(
    "it this that them accusation accusations allegation allegations charge charges "
    "claim claims report reports".split()
)
_FEW = 3


def _is_before(earlier: int, number: int, outer: dict[int, int]) -> bool:
    """Say whether a claim and all around it come earlier than another."""
    if outer.get(number) == earlier:
        return False
    while earlier in outer:
        earlier = outer[earlier]
        if earlier >= number:
            return False
    return True


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
