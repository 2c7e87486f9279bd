"""Whom the words of a source stand for: the actor that its head names."""

from __future__ import annotations

import attrs

from newsmodel.model import Actor, ActorKind, Mention, MentionKind, Reference
from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_draft import Draft
from newsmodel.parsers._claims_quotes import ANSWER
from newsmodel.parsers._claims_sources import Source, left_subject
from newsmodel.parsers._clauses import Clauses
from newsmodel.parsers._mentions import MentionIndex, Named

_HUMAN = frozenset(("who", "whom"))
_AND = frozenset(("and", "or", "&"))
_PRONOUNS = frozenset(
    "he she they it we i you him her them us me who which that whom".split()
)
_NAME = MentionKind.NAME
_PEOPLE = frozenset((ActorKind.PERSON, ActorKind.GROUP))


class Speakers:
    """
    Who speaks, by the words of a source.

    Args:
        clauses: The story.
        index: The mentions of its actors.
    """

    def __init__(self, clauses: Clauses, index: MentionIndex) -> None:
        self._clauses = clauses
        self._index = index

    def of(self, draft: Draft, source: Source) -> Reference:
        """Name the source of a draft; the evidence tells its words."""
        if self._clauses.lower[source.first] in c.RELATIVES:
            found = self._relative(source, draft)
        elif draft.pattern == "turn" and self._clauses.texts[source.first] == ANSWER:
            mention = self._words(source.first, source.stop)
            found = Reference(mention=mention, actor=self._index.protagonist())
        else:
            found = self._named(source)
        if draft.seen is None:
            return found
        words = self._words(source.begin, self._end(source))
        if (found.mention.start, found.mention.end) == (words.start, words.end):
            return found
        return attrs.evolve(found, mention=words)

    def _end(self, source: Source) -> int:
        """Give the end of the words of a source: "the minister|'s claim"."""
        end = self._behind_name(source.end)
        owner = self._clauses.letters[end - 1] == c.POSSESSIVE
        return end - 1 if owner and end - 1 > source.begin else end

    def reference(self, first: int, stop: int) -> Reference:
        """Make a reference of a noun phrase: its actor's mention, else its words."""
        first = self._without_article(first, stop)
        start, end = self._clauses.span(first, stop)
        named = self._index.at(start, end)
        if named is not None and not named[0].adjectival and named[0].end <= end:
            return Reference(mention=named[0], actor=named[1])
        return Reference(mention=self._words(first, stop))

    def _named(self, source: Source) -> Reference:
        """Give the actor at the head, or by the name beside it: "an aide, Jane Roe"."""
        found = self._head(source.first, source.stop)
        if found.actor is None or found.actor.kind not in _PEOPLE:
            found = self._holder(source) or found
        if found.actor is None:
            found = attrs.evolve(found, actor=self._apposed(source))
        return found

    def _behind_name(self, stop: int) -> int:
        """Give the end of some words, which cuts no name in two."""
        start = self._clauses.starts[stop - 1]
        names = [m.end for m, _ in self._index.covering(start) if m.kind is _NAME]
        return self._clauses.tokens_between(start, max(names)).stop if names else stop

    def _holder(self, source: Source) -> Reference | None:
        """Give who holds an office of the body named first: "Bank of Oslo CEO Roe"."""
        clauses = self._clauses
        texts = clauses.texts[source.stop : source.end]
        if texts[:1] != ["of"] or "," in texts:
            return None
        head, end = clauses.ends[source.stop - 1], clauses.ends[source.end - 1]
        for mention, actor in self._index.ending_at(end):
            held = (r.passage for r in actor.roles)
            ends = (passage.end for passage in held if passage.start < head)
            if actor.kind is ActorKind.PERSON and mention.start - 1 in ends:
                return Reference(mention=mention, actor=actor)
        return None

    def _head(self, first: int, stop: int) -> Reference:
        """Give whom the last word names: in "the Acme aide" not Acme."""
        first = self._without_article(first, stop)
        stop -= self._clauses.letters[stop - 1] == c.POSSESSIVE and stop > first + 1
        start, end = self._clauses.span(first, self._behind_name(stop))
        named = self._index.at(start, end)
        if named is None or not _is_whole(named, start, end):
            joins = (t for t in range(first + 1, stop) if self._joins(t))
            one = next(joins, self._behind_name(stop))
            start, end = self._clauses.span(first, one)
            named = self._index.at(start, end)
        if named is None or named[0].adjectival or named[0].end != end:
            return Reference(mention=self._words(first, stop))
        return Reference(mention=named[0], actor=named[1])

    def _joins(self, token: int) -> bool:
        """Say whether a token joins two who speak, not two words of one name."""
        if self._clauses.lower[token] not in _AND:
            return False
        start = self._clauses.starts[token]
        return all(
            m.kind is not MentionKind.NAME for m, _ in self._index.covering(start)
        )

    def _apposed(self, source: Source) -> Actor | None:
        """Give who is named behind a comma: "an aide to Ann Lee, Jane Roe"."""
        clauses = self._clauses
        for comma in range(source.stop, source.end - 1):
            if clauses.texts[comma] == "," and clauses.letters[comma + 1] == c.NAME:
                phrase = clauses.noun_phrase(comma + 1, source.end)
                named = self._head(*phrase).actor
                if named and named.kind is not ActorKind.COUNTRY:
                    return named
        return None

    def _relative(self, source: Source, draft: Draft) -> Reference:
        """The words "who", and the actor they go back to."""
        mention = self._words(source.first, source.first + 1)
        actor = self._beside(mention)
        if actor is None:
            stop = source.first
            stop -= self._clauses.texts[stop - 1] == ","
            before = left_subject(self._clauses, stop, draft.sentence.first)
            actor = self._head(before.first, before.stop).actor if before else None
        return Reference(mention=mention, actor=actor)

    def _beside(self, pronoun: Mention) -> Actor | None:
        """The actor right before "who", a person; before "which", any other."""
        named = self._index.last_before(pronoun.start)
        if named is None or pronoun.start - named[0].end > len(", "):
            return None
        human = named[1].kind in _PEOPLE
        return named[1] if human == (pronoun.text.lower() in _HUMAN) else None

    def _without_article(self, first: int, stop: int) -> int:
        while stop - first > 1 and self._clauses.lower[first] in c.ARTICLES:
            first += 1
        return first

    def _words(self, first: int, stop: int) -> Mention:
        words = self._clauses.document.words(first, stop)
        kind = _kind(self._clauses, first, stop)
        return Mention(start=words.start, end=words.end, text=words.text, kind=kind)


def _is_whole(named: Named, start: int, end: int) -> bool:
    """Say whether words are one: "Roe and Doe aide Lee", "House and Senate aides"."""
    mention, actor = named
    offices = (r.passage for r in actor.roles)
    held = any(p.start <= start < p.end for p in offices)
    return mention.end == end and (held or actor.kind is ActorKind.GROUP)


def _kind(clauses: Clauses, first: int, stop: int) -> MentionKind:
    shouted = len(clauses.texts[first]) > 1 and clauses.texts[first].isupper()
    if stop - first == 1 and clauses.lower[first] in _PRONOUNS and not shouted:
        return MentionKind.PRONOUN
    if any(clauses.letters[at] == c.NAME for at in range(first, stop)):
        last = clauses.letters[stop - 1] == c.NAME
        return MentionKind.NAME if last else MentionKind.NOMINAL
    return MentionKind.NOMINAL
