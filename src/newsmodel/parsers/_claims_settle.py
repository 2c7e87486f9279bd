"""Which drafts become claims: those that rules can hold for sure enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsmodel.parsers._claims_draft import Draft
from newsmodel.parsers._clauses import Clauses

_SPEECH = frozenset("statement accusation denial admission warning refusal".split())
_SHARP = frozenset("accusation denial refusal admission warning threat".split())
"""Acts that readers look for, also inside what others say."""
_SURE_LINKS = frozenset(("that", "of", "whether", "if"))


def settle(clauses: Clauses, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Drop what is more likely wrong than right.

    Cues that a subclass has added are always kept.  Of cues inside the content of
    others, those of speech with a linking word are kept; most others there are words of
    the speaker, which readers do not mark (PolNeAR: none inside another).
    """
    kept = [d for d in drafts if _is_added(d) or _is_likely(clauses, d)]
    return [
        d for d, outer in _enclosed(kept) if outer is None or _stays(clauses, d, outer)
    ]


def _is_added(draft: Draft) -> bool:
    return draft.cue.added


def _is_linked(clauses: Clauses, draft: Draft) -> bool:
    quoted = any(clauses.quoted[p.first] for p in draft.content)
    return draft.link in _SURE_LINKS or quoted


def _is_likely(clauses: Clauses, draft: Draft) -> bool:
    pattern = draft.pattern
    if pattern.startswith("infinitive"):
        return False
    if pattern.startswith("none"):
        passive = draft.cue.passive
        return passive or draft.link == "that"
    if pattern.startswith(("gerund-right", "gerund-own")):
        return _is_linked(clauses, draft)
    return True


def _enclosed(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Draft | None]]:
    """Give each draft with the innermost other whose content holds its cue."""
    spans = sorted(
        ((p.first, -p.stop, n) for n, d in enumerate(drafts) for p in d.content)
    )
    order = sorted(range(len(drafts)), key=lambda n: _cue_at(drafts[n]))
    outer: dict[int, int] = {}
    opened: list[tuple[int, int]] = []
    at = 0
    for number in order:
        here = _cue_at(drafts[number])
        while at < len(spans) and spans[at][0] <= here:
            first, stop, owner = spans[at]
            opened = [o for o in opened if o[0] > first]
            opened.append((-stop, owner))
            at += 1
        holding = [o for o in opened if o[0] > here and o[1] != number]
        if holding:
            outer[number] = min(holding)[1]
    for number, draft in enumerate(drafts):
        yield draft, drafts[outer[number]] if number in outer else None


def _cue_at(draft: Draft) -> int:
    return draft.cue.first


def is_told(clauses: Clauses, draft: Draft) -> bool:
    """Say whether a draft inside the words of another is a claim for readers."""
    if draft.pattern.startswith("noun"):
        return False
    own = draft.pattern.startswith(("own", "joined"))
    return (draft.cue.act in _SHARP and own) or (
        draft.cue.act in _SPEECH and _is_linked(clauses, draft)
    )


def _stays(clauses: Clauses, draft: Draft, outer: Draft) -> bool:
    cue = draft.cue
    if cue.added or outer.pattern in ("according", "turn"):
        return True
    if "left" in draft.pattern:
        return True
    if draft.pattern.startswith("noun"):
        return False
    if "left" in outer.pattern and draft.pattern.startswith(("own", "joined")):
        return True
    if cue.act in _SHARP and draft.pattern.startswith("antecedent"):
        return True
    return is_told(clauses, draft)
