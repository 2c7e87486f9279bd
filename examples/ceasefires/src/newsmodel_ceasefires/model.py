"""Who stops firing, when and where."""

from __future__ import annotations

import enum

import attrs
from attrs.validators import deep_iterable, instance_of, optional

from newsmodel import Location, Passage, Reference, TimeExpression


class CeasefireStatus(enum.StrEnum):
    """What the text says of a ceasefire here."""

    AGREED = "agreed"
    """Signed, declared, announced, in force."""
    PROPOSED = "proposed"
    """Called for, discussed, hoped for."""
    BROKEN = "broken"
    """Violated, or at an end."""


@attrs.frozen(kw_only=True)
class Ceasefire:
    """One mention of a ceasefire."""

    id: str = attrs.field(validator=instance_of(str))
    """`ceasefire-1`, `ceasefire-2`, ... in order of the text."""
    trigger: Passage = attrs.field(validator=instance_of(Passage))
    """The words that name it: "ceasefire", "humanitarian truce"."""
    status: CeasefireStatus = attrs.field(validator=instance_of(CeasefireStatus))
    """Agreed, proposed or broken."""
    parties: tuple[Reference, ...] = attrs.field(
        default=(), validator=deep_iterable(instance_of(Reference), instance_of(tuple))
    )
    """Those named in its sentence, in order, each once."""
    when: TimeExpression | None = attrs.field(
        default=None, validator=optional(instance_of(TimeExpression))
    )
    """The first time in its sentence."""
    where: Location | None = attrs.field(
        default=None, validator=optional(instance_of(Location))
    )
    """The first place in its sentence that is no party."""
