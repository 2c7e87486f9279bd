"""Which mentions stand for the same actor, and the actor they make."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

import attrs

from newsmodel.model import Actor, ActorKind, Mention, MentionKind, Role
from newsmodel.parsers._actors_found import View
from newsmodel.parsers._actors_words import word_set

_OWNING = ("'s", "'")


@attrs.define(eq=False, kw_only=True)
class Entity:
    """An actor in the making."""

    kind: ActorKind
    name: str
    country: str | None
    fixed: bool = False
    """True where the name is not to be taken from the story's words."""
    gender: str = "u"
    mentions: list[Mention] = attrs.field(factory=list)
    roles: list[Role] = attrs.field(factory=list)

    def take(self, actor: Actor) -> None:
        """Add what one mention says."""
        self.mentions += actor.mentions
        self.roles += actor.roles
        self.country = self.country or actor.country


def entity_of(actor: Actor, *, fixed: bool = False) -> Entity:
    """Begin an entity, as yet without mentions."""
    return Entity(kind=actor.kind, name=actor.name, country=actor.country, fixed=fixed)


def link_phrases(view: View, found: Iterable[Actor]) -> list[Entity]:
    """Join countries by name, groups and governments by their words."""
    entities: dict[Hashable, Entity] = {}
    for actor in found:
        country = actor.kind is ActorKind.COUNTRY
        key = actor.name if country else _phrase_key(view, actor)
        entity = entities.get(key)
        if entity is None:
            entity = entities[key] = entity_of(actor, fixed=key == actor.name)
        entity.take(actor)
    return list(entities.values())


def _phrase_key(view: View, actor: Actor) -> Hashable:
    """Give the words of a group, its country as a code: "American officials"."""
    mention = actor.mentions[0]
    first, stop = view.document.token_range(mention.start, mention.end)
    texts: Sequence[str] = view.texts[first:stop]
    people = view.words.peoples.get(tuple(texts))
    if people:
        return people.name
    if actor.kind is ActorKind.GOVERNMENT and actor.name != view.text(first, stop):
        texts = actor.name.split()  # as the lexicon has it
    nation = view.words.nations.longest(texts, 0)
    rest = [text.lower() for text in texts[nation[0] if nation else 0 :]]
    # "Muslim leaders" are of the group that "Muslims" names.
    rest[-1:] = [rest[-1] + "s" * mention.adjectival] if rest else []
    words = [word for word in rest if word not in _OWNING]
    if not nation and words and words[-1] in word_set("led"):
        words = words[-2:]  # "Jane Roe's campaign" is the Roe campaign
    return (nation and nation[1].key, *words)


def finished(entities: Sequence[Entity]) -> list[Actor]:
    """Make the actors, numbered in order of the first words that tell of them."""
    ordered = sorted(entities, key=_first)
    return [_actor(entity, f"actor-{n}") for n, entity in enumerate(ordered, 1)]


def _first(entity: Entity) -> tuple[int, int]:
    """Give where a role or mention first stands, then where the first mention does."""
    mention = min(m.start for m in entity.mentions)
    return min([mention, *(r.passage.start for r in entity.roles)]), mention


def _actor(entity: Entity, number: str) -> Actor:
    """Make an actor: its fullest name, its other names, its mentions in order."""
    distinct = {(m.start, m.end): m for m in entity.mentions}
    mentions = tuple(distinct[span] for span in sorted(distinct))
    texts = _names(mentions)
    name = entity.name
    # Of a body that the lexicon or a long form names, that name goes before others.
    body = entity.kind not in (ActorKind.PERSON, ActorKind.GROUP)
    if not entity.fixed and not (body and name in texts and not _owned(name)):
        name = max(texts, key=_fullness)
    return Actor(
        id=number,
        name=name,
        kind=entity.kind,
        country=entity.country,
        roles=_distinct(entity.roles),
        aliases=tuple(t for t in texts if t != name),
        mentions=mentions,
    )


def _fullness(name: str) -> tuple[int, bool, int]:
    """Prefer many words, "the Roe campaign" to "Roe's campaign", many letters."""
    return len(name.split()), not _owned(name), len(name)


def _owned(name: str) -> bool:
    return "'s " in name or "\u2019s " in name


def _distinct(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Give each office once, where the story first tells it, in order."""
    found: dict[tuple[str, str | None], Role] = {}
    for role in sorted(roles, key=lambda r: r.passage.start):
        found.setdefault((role.title.lower(), role.organisation), role)
    return tuple(found.values())


def _names(mentions: Sequence[Mention]) -> list[str]:
    """Give the names among the mentions, else what there is."""
    plain = [
        m for m in mentions if m.kind is not MentionKind.PRONOUN and not m.adjectival
    ]
    named = [m for m in plain if m.kind is MentionKind.NAME] or plain or mentions
    return list(dict.fromkeys(" ".join(m.text.split()) for m in named))
