"""The parties that a sanction has from its passage, where its own words name none."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from newsmodel.model import Sanction, SanctionStatus
from newsmodel.parsers._sanctions_confidence import confidence_of
from newsmodel.parsers._sanctions_near import Nearby
from newsmodel.parsers.reading import Reading

_REACH = 2
"""Stretches that a sanction may stand behind the one whose parties it has."""


def join(found: Sequence[Sanction], reading: Reading) -> list[Sanction]:
    """
    Number sanctions and complete their parties, in order of the text.

    A target that the words of a mention do not give is that of the mention before it,
    at most two paragraphs up unless this one is definite, or the nearest country beside
    it that does not itself impose, best one that is a target already, or that of the
    next mention of its paragraph.  Imposers are those of the mention before or after.
    """
    if not found:
        return []
    near = Nearby(reading, found)
    places = [near.stretch(s) for s in found]
    whole: list[Sanction] = []
    for at, sanction in enumerate(found):
        one = sanction
        close = at > 0 and places[at] - places[at - 1] <= _REACH
        if close or (at > 0 and _is_definite(reading, sanction)):
            one = _continued(sanction, whole[-1], near, reading)
        whole.append(near.completed(one))
    for at in range(len(whole) - 2, -1, -1):
        if places[at] == places[at + 1]:
            joint = near.joint(whole[at], whole[at + 1])
            whole[at] = _inherit(whole[at], whole[at + 1], joint=joint)
    return [
        attrs.evolve(s, id=f"sanction-{n}", confidence=confidence_of(found[n - 1], s))
        for n, s in enumerate(whole, 1)
    ]


def _continued(
    sanction: Sanction, before: Sanction, near: Nearby, reading: Reading
) -> Sanction:
    """Take from the mention before what a sanction leaves open."""
    joint = near.joint(sanction, before)
    one = _repeat(_inherit(sanction, before, joint=joint), before, reading)
    if joint and one.when is None and one.status is before.status:
        one = attrs.evolve(one, when=before.when)
    return near.renamed(one, sanction)


def _is_definite(reading: Reading, sanction: Sanction) -> bool:
    """Say whether it is "the embargo", "those sanctions": one told of before."""
    at, _ = reading.document.token_range(sanction.trigger.start, sanction.trigger.end)
    return at > 0 and reading.document.lower[at - 1] in _DEFINITE


_DEFINITE = frozenset("the these those this that such".split())


def _inherit(sanction: Sanction, other: Sanction, *, joint: bool) -> Sanction:
    """Take the parties of another; in a joint sentence also those of other targets."""
    targets = sanction.targets or other.targets
    same = joint or {r.name for r in targets} <= {r.name for r in other.targets}
    imposers = sanction.imposers or (other.imposers if same else ())
    hit = {r.name for r in targets}
    own = tuple(r for r in imposers if r.name not in hit)
    return attrs.evolve(sanction, imposers=own, targets=targets)


def _repeat(sanction: Sanction, before: Sanction, reading: Reading) -> Sanction:
    """Take the state of a joint measure, and what "the embargo" goes back to."""
    gap = reading.document.text[before.trigger.end : sanction.trigger.start]
    status, measure = sanction.status, sanction.measure
    if status is SanctionStatus.IN_FORCE and _JOINT.fullmatch(gap):
        status = before.status
    if sanction.trigger.text == "embargo" and before.trigger.text.endswith("embargo"):
        measure = before.measure
    return attrs.evolve(sanction, status=status, measure=measure)


_JOINT = re.compile(
    r"(,| and| or|, and|,? including| as well as)( an?)?( [a-z]+){0,2} "
)
"""What stands between measures that are told together."""
