"""Who restricts whom, how, since when and why."""

from __future__ import annotations

import enum

import attrs

from newsmodel.model._checks import (
    Value,
    id_of,
    is_a,
    maybe,
    not_empty,
    probability,
    short,
    tuple_of,
)
from newsmodel.model.claim import Claim, Reference
from newsmodel.model.span import Passage
from newsmodel.model.time import TimeExpression


class SanctionMeasure(enum.StrEnum):
    """What kind of restriction it is."""

    ASSET_FREEZE = "asset_freeze"
    """Money and property of the target are blocked."""
    TRAVEL_BAN = "travel_ban"
    """Named persons may not enter or pass."""
    VISA_BAN = "visa_ban"
    """Named persons or officials get no visa."""
    ARMS_EMBARGO = "arms_embargo"
    """No weapons to the target."""
    TRADE_EMBARGO = "trade_embargo"
    """No trade in general; also bare "embargo" and "economic blockade"."""
    EXPORT_CONTROL = "export_control"
    """Selling to the target is restricted."""
    IMPORT_BAN = "import_ban"
    """Buying from the target is restricted."""
    FINANCIAL = "financial"
    """Banks, credit and dealings with named parties are restricted."""
    SECTORAL = "sectoral"
    """A named sector is restricted: oil, defence, airlines."""
    BLACKLISTING = "blacklisting"
    """Entry on a list of sanctioned parties."""
    UNSPECIFIED = "unspecified"
    """ "Sanctions" with nothing more."""


class SanctionStatus(enum.StrEnum):
    """What the text says of a sanction here; the first that fits, in this order."""

    LIFTED = "lifted"
    """Ended, scrapped, removed; also as a term of an agreed deal."""
    EASED = "eased"
    """Partly removed, waived, relief granted."""
    VIOLATED = "violated"
    """Broken, evaded, skirted, defied."""
    REJECTED = "rejected"
    """Vetoed, voted down, opposed, refrained from."""
    EXTENDED = "extended"
    """Prolonged, renewed while in force, expanded, tightened."""
    THREATENED = "threatened"
    """Announced as a consequence: "or face sanctions"."""
    IMPOSED = "imposed"
    """An act of imposing is expressed."""
    PROPOSED = "proposed"
    """Planned, drafted, called for, considered, possible, about to be decided."""
    IN_FORCE = "in_force"
    """Spoken of as existing; all else."""


@attrs.frozen(kw_only=True, repr=False)
class Sanction(Value):
    """One mention of a restrictive measure of a state or body against a party."""

    id: str = attrs.field(validator=not_empty)
    """`sanction-1`, `sanction-2`, ... in order of the text."""
    trigger: Passage = attrs.field(validator=is_a(Passage))
    """The shortest words that name the measure: "sanctions", "arms embargo"."""
    imposers: tuple[Reference, ...] = attrs.field(
        default=(), validator=tuple_of(Reference)
    )
    """Who imposes it, as far as the text says; in order."""
    targets: tuple[Reference, ...] = attrs.field(
        default=(), validator=tuple_of(Reference)
    )
    """Whom it is aimed at; in order."""
    measure: SanctionMeasure = attrs.field(validator=is_a(SanctionMeasure))
    """What kind of restriction it is."""
    status: SanctionStatus = attrs.field(validator=is_a(SanctionStatus))
    """What the text says of it here."""
    when: TimeExpression | None = attrs.field(
        default=None, validator=maybe(TimeExpression)
    )
    """The time of that status."""
    reason: Passage | None = attrs.field(default=None, validator=maybe(Passage))
    """The ground given, without its connective."""
    claim: Claim | None = attrs.field(default=None, validator=maybe(Claim), eq=id_of)
    """The claim it stands in, where it is not the narrator's word."""
    confidence: float = attrs.field(default=1.0, validator=probability)
    """Probability that it is a sanction with these parties."""

    def __repr__(self) -> str:
        by = ", ".join(r.name for r in self.imposers[:2]) or "?"
        on = ", ".join(r.name for r in self.targets[:2]) or "?"
        trigger = short(self.trigger.text, 30)
        return f"Sanction({self.id}: {trigger} {self.status}, {by} -> {on})"
