"""Names that only the rest of the story tells: surnames, short forms, acronyms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from newsmodel.model import ActorKind
from newsmodel.parsers._actors_found import Found, View
from newsmodel.parsers._actors_words import labels, word_set

_BODIES = (ActorKind.ORGANISATION, ActorKind.MEDIA, ActorKind.GOVERNMENT)
_NAMED = (*_BODIES, ActorKind.PERSON)
_BETWEEN = frozenset(("has", "had", "have", "also", "then", "later"))
_SAID = frozenset(("said", "says"))
_SMALL = frozenset("of for and the on in to de & a".split())
_LONGEST = 6


def settle(view: View, found: Sequence[Found]) -> list[Found]:
    """Give each name a kind where the story tells it; order and number stay."""
    known = _Known(view, found)
    return [_settled(known, candidate) for candidate in found]


def _settled(known: _Known, found: Found) -> Found:
    if found.kind is ActorKind.COUNTRY:
        acts = found.name in known.countries
        return found if acts else attrs.evolve(found, kind=None)
    if found.kind is not None and not known.is_short(found):
        return found
    if long := known.long_name(found):
        return attrs.evolve(found, kind=ActorKind.ORGANISATION, name=long)
    return attrs.evolve(found, kind=known.kind_of(found))


class _Known:
    """What the sure names of a story say about the unsure ones."""

    def __init__(self, view: View, found: Sequence[Found]) -> None:
        self.view = view
        self.people: set[str] = set()
        self.bodies: set[str] = set()
        self.acronyms: set[str] = set()
        self.acting: set[str] = set()
        self.things: set[str] = set()
        self.countries: set[str | None] = set()
        self.by_head: dict[str, str] = {}
        self.long: dict[str, Found] = {}
        self.ends = {f.stop: f for f in found if f.kind in _NAMED}
        self.begins = {f.first: f for f in found if f.kind in _BODIES}
        for candidate in found:
            self._learn(candidate)

    def _learn(self, found: Found) -> None:
        words = self.view.texts[found.first : found.stop]
        if found.kind is None:
            self._learn_unsure(found, " ".join(words))
        elif found.kind is ActorKind.PERSON:
            self.people.update(w for w in words if w[0].isupper())
        elif found.kind is ActorKind.COUNTRY and found.acts:
            self.countries.add(found.name)
        elif found.kind in (ActorKind.ORGANISATION, ActorKind.MEDIA):
            if long := self._bracketed(found):
                self.long.setdefault(words[0], long)
            self.bodies.add(words[0])
            self.acronyms.add(initials(words))
            if len(words) > 1 and words[-1] in self.view.words.heads:
                self.by_head.setdefault(words[-1], " ".join(words))

    def _learn_unsure(self, found: Found, name: str) -> None:
        if _acts(self.view, found):
            self.acting.add(name)
        if self._abbreviates_a_thing(found):
            self.things.add(name)
        if long := self._bracketed(found):
            self.long.setdefault(name, long)

    def _abbreviates_a_thing(self, found: Found) -> bool:
        """Say whether capitals in brackets shorten what is no body: "(JCPOA)"."""
        return self._in_brackets(found) and found.first - 1 not in self.ends

    def _in_brackets(self, found: Found) -> bool:
        texts = self.view.texts
        return (
            found.first > 0
            and found.stop < len(texts)
            and texts[found.first - 1] == "("
            and texts[found.stop] == ")"
        )

    def _bracketed(self, found: Found) -> Found | None:
        """Give the body that a short name in brackets, or before them, stands for."""
        texts = self.view.texts
        if found.stop - found.first > 1:
            return None
        if self._in_brackets(found):
            long = self.ends.get(found.first - 1)
            return long if long and long.kind in _BODIES else None
        if found.stop >= len(texts) or texts[found.stop] != "(":
            return None
        long = self.begins.get(found.stop + 1)
        if long is None:
            return None
        letters = initials(texts[long.first : long.stop])
        return long if letters.lower() == self.view.lower[found.first] else None

    def is_short(self, found: Found) -> bool:
        """Say whether the story itself explains the short name of a body."""
        name = self.view.texts[found.first]
        return (
            found.kind in _BODIES
            and found.stop - found.first == 1
            and name in self.long
        )

    def long_name(self, found: Found) -> str | None:
        """Give the body that "IAEA" or "the Foundation" stands for."""
        view = self.view
        if long := self.long.get(" ".join(view.texts[found.first : found.stop])):
            return long.name or view.text(long.first, long.stop)
        if found.stop - found.first > 1 or not found.first:
            return None
        if view.lower[found.first - 1] != "the":
            return None
        return self.by_head.get(view.texts[found.first])

    def kind_of(self, found: Found) -> ActorKind | None:
        """Tell a name's kind from where else its words stand."""
        words = self.view.texts[found.first : found.stop]
        name = " ".join(words)
        known = all(w in self.people or not w[0].isalpha() for w in words)
        if known or (name.isupper() and name.capitalize() in self.people):
            return ActorKind.PERSON
        if name in self.things or found.place or name.lower() in labels():
            return None
        if _is_acronym(name):
            return self._acronym(found, name)
        if len(words) == 1 and words[0] in self.bodies:
            return None if self.view.is_common(found.first) else ActorKind.ORGANISATION
        if name not in self.acting:
            return None
        alone = len(words) == 1 and not self.view.is_plain(found.first)
        return ActorKind.PERSON if alone else ActorKind.ORGANISATION

    def _acronym(self, found: Found, name: str) -> ActorKind | None:
        letters = name.replace(".", "")
        if len(name) > len("USA") and self.view.is_plain(found.first):
            return None  # a word in capitals: "PHOTO"
        sure = letters in self.acronyms or name in self.acting
        listed = letters.lower() in word_set("capitals")
        return ActorKind.ORGANISATION if sure or not listed else None


def initials(words: Iterable[str]) -> str:
    """Give the first letters of a name's large words: "IAEA"."""
    return "".join(w[0] for w in words if w[0].isupper() and w.lower() not in _SMALL)


def _is_acronym(name: str) -> bool:
    letters = name.replace(".", "").replace("-", "")
    return 1 < len(letters) <= _LONGEST and letters.isupper() and letters.isalpha()


def _acts(view: View, found: Found) -> bool:
    """Say whether a verb of speaking stands beside a name of unknown kind."""
    stop = found.stop
    limit = min(len(view.texts), stop + len(("has", "also")))
    while stop < limit and view.lower[stop] in _BETWEEN:
        stop += 1
    if stop >= len(view.texts):
        return False
    if view.lower[stop] in word_set("speech"):
        return True
    before = view.lower[found.first - 1] if found.first else ""
    return before in _SAID and view.texts[stop] in (".", ",")
