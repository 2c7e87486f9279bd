"""Titles and pronouns: "the president", "he", "its", linked by recency and subject."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from newsmodel.model import ActorKind, Mention, MentionKind
from newsmodel.parsers._actors_found import View, headline_range
from newsmodel.parsers._actors_link import Entity
from newsmodel.parsers._actors_memory import SPEAKER, SUBJECT, Memory, Seen
from newsmodel.parsers._actors_offices import (
    BODIES,
    body_at,
    described_at,
    office_ahead,
    office_at,
    read_offices,
    unnamed_at,
)
from newsmodel.parsers._actors_words import word_set
from newsmodel.parsers.reading import Reading, ZoneKind

_HUMAN = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "herself"), "f"),
}
_THING = frozenset(("it", "its", "itself"))
_MANY = frozenset(("they", "their", "them"))
_RELATIVE = frozenset(("who", "whose", "which"))
_PROGRESSIVE = frozenset(("is", "was", "'s"))
_MODAL = frozenset(("will", "would", "may", "might", "could"))
_IMPERSONAL = frozenset(("be", "take", "seem", "appear", "not"))
_GROUPS = frozenset((ActorKind.GROUP,))
_PEOPLE = frozenset((ActorKind.PERSON, ActorKind.GROUP))
_ASIDE = frozenset(
    "as when if after before while although since because in on at during with despite "
    "asked".split()
)
"""Words that open a clause before the main one: "Asked why, the senator said"."""
_WINDOW = 4
_REACH = 60
"""How many tokens a sentence is read on from "the president", or from "he"."""
_FEW = 2
"""Sentences in which two are in view, and words between them: "and Mr."."""
_CERTAIN = 0.5

Named = tuple[tuple[int, int], Entity, Mention]


def resolve(view: View, reading: Reading, entities: list[Entity]) -> None:
    """
    Add to each entity the titles and pronouns that stand for it.

    One walk through the story with a short memory.  "He" and "she" look four
    sentences back, "it" and "they" one; gender and number must not disagree; who
    speaks and who is the subject stand before others, what is said in a quotation
    behind them.  What is not fairly sure is left open.
    """
    _Walk(view, reading, entities).run()


class _Walk:
    def __init__(self, view: View, reading: Reading, entities: list[Entity]) -> None:
        self.view = view
        self.sentences = reading.sentences
        self.quoted = view.document.quoted
        self.memory = Memory(view)
        people = (e for e in entities if e.kind is ActorKind.PERSON)
        self.offices = read_offices(people)
        place = view.document.token_range
        deck = reading.zone(ZoneKind.STANDFIRST)
        self.body = (
            place(deck.start, deck.end)[1] if deck else headline_range(reading)[1]
        )
        named = [(place(m.start, m.end), e, m) for e in entities for m in e.mentions]
        self.named = sorted(named, key=lambda n: n[0])
        self.next = 0

    def run(self) -> None:
        for number, (first, stop) in enumerate(self.sentences):
            self._sentence(number, first, stop)

    def _sentence(self, number: int, first: int, stop: int) -> None:
        """Read a sentence: names are remembered, pronouns and titles looked up."""
        subject = True
        token = first
        while token < stop:
            for span, entity, mention in self._up_to(token, first):
                if not mention.adjectival:
                    subject = self.memory.add(entity, span, number, first=subject)
            found = self._look_up(token, number, stop)
            if found is None:
                subject = self._unnamed(token, number, stop, first=subject)
                token += 1
                continue
            begin = token + (self.view.lower[token] == "the")
            self._mention(found[0], begin, found[1])
            if self.view.lower[token] not in _RELATIVE:
                span = (begin, found[1])
                subject = self.memory.add(found[0], span, number, first=subject)
            token = found[1]

    def _unnamed(self, token: int, number: int, stop: int, *, first: bool) -> bool:
        """Keep in view who speaks without a name: "his lawyer said"."""
        role = unnamed_at(self.view, token, stop)
        if role is None or self.quoted[token]:
            return first
        gender, end = role
        nobody = Entity(kind=ActorKind.PERSON, name="", country=None, gender=gender)
        return self.memory.add(nobody, (token, end), number, first=first)

    def _up_to(self, token: int, first: int) -> Iterator[Named]:
        """Give the names that begin up to a token, from the sentence's first on."""
        while self.next < len(self.named) and self.named[self.next][0][0] <= token:
            if self.named[self.next][0][0] >= first:
                yield self.named[self.next]
            self.next += 1

    def _ahead(self, token: int, stop: int) -> frozenset[int]:
        """Give who is named in the rest of a sentence, by `id`; not for ever."""
        found = []
        stop = min(stop, token + _REACH)
        for at in range(self.next, len(self.named)):
            (first, _), entity, mention = self.named[at]
            if first >= stop:
                break
            if mention.kind is MentionKind.NAME and not mention.adjectival:
                found.append(id(entity))
        return frozenset(found)

    def _mention(self, entity: Entity, first: int, stop: int) -> None:
        words = self.view.document.words(first, stop)
        lower = self.view.lower[first]
        pronoun = stop == first + 1 and lower in _PRONOUNS
        kind = MentionKind.PRONOUN if pronoun else MentionKind.NOMINAL
        entity.mentions.append(
            Mention(start=words.start, end=words.end, text=words.text, kind=kind)
        )
        if lower in _HUMAN and entity.gender == "u" and not self.quoted[first]:
            entity.gender = _HUMAN[lower]

    def _look_up(self, token: int, number: int, stop: int) -> tuple[Entity, int] | None:
        """Give who a pronoun or title at a token stands for, and where it ends."""
        word = self.view.lower[token]
        entity: Entity | None = None
        if word == "the":
            office = self._office(token, number, stop)
            if office:
                return office
            entity = body_at(self.view, self.memory, token, stop, number)
            if entity:
                return entity, token + 2
            return self._described(token, number, stop)
        if word in _HUMAN:
            begins = token == self.sentences[number][0]
            apart = self._ahead(token, stop) if begins else frozenset()
            entity = self._human(token, number, _HUMAN[word], apart)
        elif word in _THING:
            entity = self._thing(token, number, stop)
        elif word in _MANY:
            entity = self._many(token, number)
        elif word in _RELATIVE:
            entity = self._relative(token)
        elif token < self.body:
            return office_ahead(self.view, self.offices, token, stop)
        return (entity, token + 1) if entity else None

    def _office(self, token: int, number: int, stop: int) -> tuple[Entity, int] | None:
        """Link "the president" to the holder in view, whom the rest does not name."""
        found = office_at(self.view, self.offices, token, stop)
        if found is None:
            return None
        holders, end = found
        after = self.view.lower[end] if end < stop else ""
        if after == "of":
            return holders[0], end  # its words tell whose it is
        named = after == ","
        apart = frozenset() if named else self._ahead(token, stop)
        quoted = bool(self.quoted[token])
        ranked = [
            (self.memory.standing(h, number, quoted=quoted), n)
            for n, h in enumerate(holders)
            if self.memory.last(h) >= 0 and id(h) not in apart
        ]
        return (holders[max(ranked)[1]], end) if ranked else None

    def _described(
        self, token: int, number: int, stop: int
    ) -> tuple[Entity, int] | None:
        """Link "the Ohio lawyer said" to the person in view, if none was "a lawyer"."""
        first = self.sentences[number][0]
        aside = self.view.lower[first] in _ASIDE and self.view.texts[token - 1] == ","
        begins = token == first or aside
        quoted = token > 0 and bool(self.quoted[token - 1])
        found = described_at(self.view, token, stop) if begins or quoted else None
        if found is None or self.quoted[token]:
            return None
        gender, end = found
        told = any(not s.quoted for s in self.memory if _is_person(s))
        entity = self._human(token, number, gender) if told else None
        return (entity, end) if entity else None

    def _human(
        self,
        token: int,
        number: int,
        gender: str,
        apart: AbstractSet[int] = frozenset(),
    ) -> Entity | None:
        quoted = bool(self.quoted[token])
        best: tuple[float, int] | None = None
        found = None
        for seen in self.memory:
            if not self._may_be(seen, number, gender, quoted=quoted):
                continue
            if id(seen.entity) in apart:
                continue
            score = seen.score(number, quoted=quoted)
            score += _CERTAIN * (seen.entity.gender == gender)
            if best is None or (score, seen.token) >= best:
                best, found = (score, seen.token), seen.entity
        return found if found is not None and found.name else None

    def _may_be(self, seen: Seen, number: int, gender: str, *, quoted: bool) -> bool:
        entity = seen.entity
        if entity.kind is not ActorKind.PERSON or number - seen.sentence > _WINDOW:
            return False
        if {entity.gender, gender} == {"m", "f"}:
            return False
        # Who speaks does not say "he" of himself.
        if quoted and not seen.quoted:
            return seen.weight < SPEAKER and entity.gender == gender
        return True

    def _thing(self, token: int, number: int, stop: int) -> Entity | None:
        if self.view.lower[token] == "it" and not self._does(token + 1, stop):
            return None
        seen = self.memory.best(BODIES, token, number)
        if seen is None:
            return None
        score = seen.score(number, quoted=bool(self.quoted[token]))
        return seen.entity if score > -1 else None

    def _does(self, at: int, stop: int) -> bool:
        """Say whether the verb after "it" has a doer: "it said", "it would pull"."""
        lower = self.view.lower
        word = lower[at] if at < stop else ""
        after = lower[at + 1] if at + 1 < stop else ""
        if word in ("has", "had") and "been" in lower[at + 1 : at + 3]:
            return False
        if word in word_set("impersonal"):
            active = word in _PROGRESSIVE and after.endswith("ing")
            return active or (word in _MODAL and after not in _IMPERSONAL)
        known = word in word_set("speech") or word in word_set("acting")
        return known or word == "also" or (word.isalpha() and word.endswith("ed"))

    def _many(self, token: int, number: int) -> Entity | None:
        others = (s for s in self.memory if s.sentence == number)
        if any(s.weight >= SUBJECT and s.entity.kind not in _GROUPS for s in others):
            return None
        seen = self.memory.best(_GROUPS, token, number)
        quoted = bool(self.quoted[token])
        if seen is not None and seen.score(number, quoted=quoted) > 0:
            return seen.entity
        return None if quoted else self._pair(number)

    def _pair(self, number: int) -> Entity | None:
        """Give the first of two people who are joined: "Ann Lee and Mr. Roe"."""
        near = [s for s in self.memory if _is_person(s) and number - s.sentence < _FEW]
        for first in near:
            for second in near:
                between = self.view.lower[first.stop : second.token]
                same = first.sentence == second.sentence and not first.quoted
                if same and between[:1] == ["and"] and len(between) <= _FEW:
                    return first.entity
        return None

    def _relative(self, token: int) -> Entity | None:
        """Link "who" to the words directly before it."""
        end = token - (token > 0 and self.view.texts[token - 1] == ",")
        near = next((s.entity for s in reversed(self.memory) if s.stop == end), None)
        if near is None:
            return None
        thing = self.view.lower[token] == "which"
        return near if thing != (near.kind in _PEOPLE) else None


def _is_person(seen: Seen) -> bool:
    return seen.entity.kind is ActorKind.PERSON


_PRONOUNS = frozenset((*_HUMAN, *_THING, *_MANY, *_RELATIVE))
