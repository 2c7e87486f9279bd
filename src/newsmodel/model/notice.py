"""What a text leaves open."""

from __future__ import annotations

import attrs

from newsmodel.model._checks import Value, maybe, not_empty
from newsmodel.model.span import Span


@attrs.frozen(kw_only=True, repr=False)
class Notice(Value):
    """Something that the library saw and could not settle; never an error."""

    code: str = attrs.field(validator=not_empty)
    """
    A stable short name: "unclosed-quotation", "no-publication-date",
    "few-english-words".
    """
    message: str = attrs.field(validator=not_empty)
    """One sentence for a person."""
    span: Span | None = attrs.field(default=None, validator=maybe(Span))
    """Where it is, or None where it concerns the whole article."""

    def __repr__(self) -> str:
        where = f" at {self.span.start}" if self.span else ""
        return f"Notice({self.code}{where}: {self.message})"
