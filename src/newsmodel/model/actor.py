"""Who is in the story."""

from __future__ import annotations

import enum

import attrs

from newsmodel.model._checks import Value, country, is_a, maybe, not_empty, tuple_of
from newsmodel.model.span import Mention, Passage


class ActorKind(enum.StrEnum):
    """What kind of party an actor is."""

    PERSON = "person"
    """A human being."""
    COUNTRY = "country"
    """A state as a whole: "Iran", "the US", "Tehran" where it acts."""
    GOVERNMENT = "government"
    """A government as such: "the US government", "the Biden administration"."""
    ORGANISATION = "organisation"
    """A body with a name: ministry, firm, party, agency, alliance, court, team."""
    MEDIA = "media"
    """A newspaper, agency, broadcaster or site that reports."""
    GROUP = "group"
    """People or bodies without a name of their own: "US officials", "Iranians"."""


@attrs.frozen(kw_only=True, repr=False)
class Role(Value):
    """An office or job that the story gives to a person."""

    title: str = attrs.field(validator=not_empty)
    """The office: "spokesman", "Foreign Minister"."""
    organisation: str | None = attrs.field(default=None, validator=maybe(str))
    """Whose office, as the words say: "White House National Security Council"."""
    passage: Passage = attrs.field(validator=is_a(Passage))
    """The words that give the role."""

    def __repr__(self) -> str:
        return f"Role({self.passage.text!r})"


@attrs.frozen(kw_only=True, repr=False)
class Actor(Value):
    """Someone or something that acts, speaks or is acted on in the story."""

    id: str = attrs.field(validator=not_empty)
    """`actor-1`, `actor-2`, ... in order of first mention."""
    name: str = attrs.field(validator=not_empty)
    """Fullest form that the story uses; a country's common English name."""
    kind: ActorKind = attrs.field(validator=is_a(ActorKind))
    """Person, country, government, organisation, media or group."""
    country: str | None = attrs.field(default=None, validator=country)
    """The country it is or belongs to, ISO 3166-1 alpha-2, where known."""
    roles: tuple[Role, ...] = attrs.field(default=(), validator=tuple_of(Role))
    """Offices and jobs that the story states, in order."""
    aliases: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    """Other names of it in the story, in order of first use."""
    mentions: tuple[Mention, ...] = attrs.field(default=(), validator=tuple_of(Mention))
    """All words that stand for it, in order."""

    def __repr__(self) -> str:
        times = f" x{len(self.mentions)}" if len(self.mentions) > 1 else ""
        return f"Actor({self.id}: {self.name}, {self.kind}{times})"
