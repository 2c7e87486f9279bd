"""Short and long names of one person, or of one body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsmodel.model import Actor, ActorKind, Mention, Role
from newsmodel.parsers._actors_found import View
from newsmodel.parsers._actors_link import Entity, entity_of
from newsmodel.parsers._actors_settle import initials
from newsmodel.parsers._actors_words import place_names

Key = tuple[str, ...]
"""The words of a name in small letters, without "Inc." and "Jr."."""

_MANY = 20
_ACRONYM = 6
_TAILS = frozenset(
    "inc inc. corp corp. co co. ltd ltd. plc ag sa nv group holdings company "
    "corporation limited jr jr. sr sr. the".split()
)


def link_bodies(found: Sequence[Actor]) -> list[Entity]:
    """Join bodies: acronyms, first words, names with and without their country."""
    entities: dict[Key, Entity] = {}
    known = _Bodies()
    for actor in found:
        key = _body_key(actor.name)
        if key not in entities:
            entities[key] = entity_of(actor)
            known.learn(key, actor)
    for actor in found:
        entities[known.full(_body_key(actor.name), actor)].take(actor)
    return [e for e in entities.values() if e.mentions]


class _Bodies:
    """The long names of a story, by what may stand for them."""

    def __init__(self) -> None:
        self.by_first: dict[str, list[Key]] = {}
        self.by_letters: dict[str, list[Key]] = {}
        self.by_tail: dict[Key, list[Key]] = {}

    def learn(self, key: Key, actor: Actor) -> None:
        if len(key) == 1:
            return
        words = actor.name.replace("-", " ").split()
        letters = initials(words)
        # "Washington" is not short for the newspaper.
        if actor.kind is not ActorKind.MEDIA or words[0] not in place_names():
            self.by_first.setdefault(key[0], []).append(key)
        self.by_letters.setdefault(letters, []).append(key)
        if len(key) > len(("country", "body")) and actor.country:
            self.by_tail.setdefault(key[1:], []).append(key)

    def full(self, key: Key, actor: Actor) -> Key:
        """Give the one long name that a short one stands for, else the short one."""
        if len(key) > 1:
            long = self.by_tail.get(key)
        else:
            letters = actor.mentions[0].text.replace(".", "")
            acronym = letters.isupper() or len(letters) < _ACRONYM
            long = self.by_letters.get(letters.upper()) if acronym else None
            long = long or self.by_first.get(key[0])
        return long[0] if long and len(long) == 1 else key


def _body_key(name: str) -> Key:
    words = _key(name.replace(".", ""))
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _key(name: str) -> Key:
    words = name.lower().split()
    while len(words) > 1 and words[-1] in _TAILS:
        words.pop()
    return tuple(words)


def link_people(view: View, found: Sequence[Actor]) -> list[Entity]:
    """Join people: full names first, then the short forms that are parts of them."""
    people = _People(view, found)
    for actor in found:
        people.entity(actor).take(actor)
    entities = [e for e in people.entities() if e.mentions]
    for entity in entities:
        entity.gender = gender_of(view, entity.mentions, entity.roles)
    return entities


class _People:
    """The full names of a story; the single ones are linked in order of the text."""

    def __init__(self, view: View, found: Sequence[Actor]) -> None:
        self.view = view
        self.full: dict[Key, Entity] = {}
        self.single: dict[str, Entity] = {}
        self.by_word: dict[str, list[Key]] = {}
        self.by_last: dict[str, list[Key]] = {}
        self.latest: dict[str, Key] = {}
        self.gender: dict[Key, str] = {}
        for actor in found:
            key = _person_key(actor.name)
            if len(key) > 1 and key not in self.full:
                self._learn(key, actor)
        once = {key: self._longest(key) for key in self.full}
        self.longer = {key: once[once[long]] for key, long in once.items()}
        self.apart = {_person_key(a.name) for a in found if self._is_apart(a)}

    def _learn(self, key: Key, actor: Actor) -> None:
        self.full[key] = entity_of(actor)
        self.gender[key] = gender_of(self.view, actor.mentions, actor.roles)
        self.by_last.setdefault(key[-1], []).append(key)
        for word in dict.fromkeys(key):
            self.by_word.setdefault(word, []).append(key)

    def entities(self) -> list[Entity]:
        return [*self.full.values(), *self.single.values()]

    def entity(self, actor: Actor) -> Entity:
        """Give whom a name means; of two with one surname the one named first."""
        key = _person_key(actor.name)
        if len(key) == 1:
            return self._short(key, actor)
        key = self.longer[key]
        for word in key[:-1]:
            self.latest.setdefault(word, key)
        return self.full[key]

    def _short(self, key: Key, actor: Actor) -> Entity:
        """Find whom one word names: a surname before a given name."""
        word = key[0]
        fitting = [k for k in self._surnamed(word) if self._fits(actor, k)]
        fitting.sort(key=self._is_odd)
        known = self.latest.get(word) or next(iter(self.by_word.get(word, ())), None)
        marked = gender_of(self.view, actor.mentions, actor.roles) != "u"
        if word in self.by_last:
            known = fitting[0] if fitting else None
        if known is None or (key in self.apart and not (marked and fitting)):
            return self.single.setdefault(word, entity_of(actor))
        return self.full[self.longer[known]]

    def _surnamed(self, word: str) -> list[Key]:
        return self.by_last.get(word, [])[:_MANY]

    def _is_odd(self, key: Key) -> bool:
        """Say whether a name joins no given name to another: "BOXING-ROE"."""
        return "-" in key and self.view.words.given.get((key[0].title(),)) is None

    def _is_apart(self, actor: Actor) -> bool:
        """Say whether no full name can be meant: "Mr. Roe" beside Jane Roe alone."""
        key = _person_key(actor.name)
        near = self._surnamed(key[0]) if len(key) == 1 else []
        return bool(near) and not any(self._fits(actor, k) for k in near)

    def _fits(self, actor: Actor, key: Key) -> bool:
        genders = {gender_of(self.view, actor.mentions, actor.roles), self.gender[key]}
        return genders != {"m", "f"}

    def _longest(self, key: Key) -> Key:
        """Find the one longer name that a name is part of: "J. Roe" in "John Roe"."""
        near = self.by_word[key[-1]]
        if len(near) > _MANY:
            return key
        fits = [k for k in near if k != key and _is_part(key, k)]
        return max(fits, key=len) if len({k[-1] for k in fits}) == 1 else key


def _person_key(name: str) -> Key:
    return _key(name.replace("-", " - "))


def _is_part(short: Key, long: Key) -> bool:
    if len(short) != len(long):
        return len(short) < len(long) and all(w in long for w in short)
    initial, given = short[0].strip("."), long[0].strip(".")
    same = short[-1] == long[-1] and given.startswith(initial)
    return same and len(initial) == 1 < len(given)


def gender_of(view: View, mentions: Sequence[Mention], roles: Sequence[Role]) -> str:
    """Weigh what forms of address, titles and the given name say."""
    words = view.words
    votes: Counter[str] = Counter()
    for mention in mentions:
        first = view.document.token_range(mention.start, mention.end)[0]
        if first:
            votes[words.honorifics.get((view.texts[first - 1],)) or "u"] += 3
    for role in roles:
        noun = role.title.split()[-1]
        votes[words.roles.get((noun.lower(),)) or words.titles.get((noun,)) or "u"] += 3
    longest = max((m.text for m in mentions), key=len).split()
    if len(longest) > 1:
        votes[words.given.get((longest[0],)) or "u"] += 2
    if votes["m"] == votes["f"]:
        return "u"
    return "m" if votes["m"] > votes["f"] else "f"
