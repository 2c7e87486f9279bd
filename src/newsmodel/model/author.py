"""Who wrote the story."""

from __future__ import annotations

import attrs

from newsmodel.model._checks import Value, maybe, not_empty, tuple_of
from newsmodel.model.span import Mention, Passage


@attrs.frozen(kw_only=True, repr=False)
class Author(Value):
    """A person named as a writer of the story, in the byline or beside it."""

    name: str = attrs.field(validator=not_empty)
    """The name as printed, without "By"; white space folded."""
    given: str | None = attrs.field(default=None, validator=maybe(str))
    """Given names, or None where the name has one word."""
    family: str | None = attrs.field(default=None, validator=maybe(str))
    """Family name with its particles ("van der Berg")."""
    role: str | None = attrs.field(default=None, validator=maybe(str))
    """The role the byline or the bio gives: "Moscow correspondent"."""
    affiliation: str | None = attrs.field(default=None, validator=maybe(str))
    """The house or agency the byline gives: "Associated Press"."""
    bio: Passage | None = attrs.field(default=None, validator=maybe(Passage))
    """Sentences about the author, without the line that is only the name."""
    beats: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    """What the author covers, as the role or bio says, in order of the text."""
    email: str | None = attrs.field(default=None, validator=maybe(str))
    """E-mail address beside the name."""
    handle: str | None = attrs.field(default=None, validator=maybe(str))
    """Social-media name beside the name, with its "@"."""
    mentions: tuple[Mention, ...] = attrs.field(default=(), validator=tuple_of(Mention))
    """Where the name stands as the author's, in order."""

    def __repr__(self) -> str:
        role = f", {self.role}" if self.role else ""
        return f"Author({self.name}{role})"
