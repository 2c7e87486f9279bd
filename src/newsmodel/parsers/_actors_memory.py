"""Who is in view while a story is read, and how strongly."""

from __future__ import annotations

import math
from collections.abc import Iterator

import attrs

from newsmodel.model import ActorKind
from newsmodel.parsers._actors_found import View
from newsmodel.parsers._actors_link import Entity
from newsmodel.parsers._actors_words import word_set

SPEAKER, SUBJECT, OTHER, OWNER, OBLIQUE = 2.0, 1.5, 0.5, 0.2, 0.0
"""How strongly a mention holds the reader's eye, by its place in the sentence."""
FADING = 0.8
"""What a mention loses with each sentence that passes."""
_KEPT = 8
_ECHO = 0.4
_OBLIQUE = frozenset(("of", "by", "with", "for", "against", "about", "from"))
_OWNERS = frozenset(("his", "their", "its", "whose"))
_SAID = frozenset(("said", "says", "added"))


@attrs.define(eq=False, kw_only=True)
class Seen:
    """Someone in view: where the last mention is, and how it stands there."""

    entity: Entity
    token: int
    stop: int
    sentence: int
    weight: float
    quoted: bool

    def score(self, sentence: int, *, quoted: bool) -> float:
        """Weigh it for a pronoun: near, speaking, not quoted counts most."""
        back = sentence - self.sentence
        if quoted:
            return self.weight + 3.0 * self.quoted - FADING * back
        return -2.0 - back if self.quoted else self.weight - FADING * back


class Memory:
    """The last few who were mentioned, each once; grows older by sentences."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._seen: list[Seen] = []
        self._last: dict[int, int] = {}
        self._quoted = view.document.quoted

    def __iter__(self) -> Iterator[Seen]:
        return iter(self._seen)

    def __reversed__(self) -> Iterator[Seen]:
        return reversed(self._seen)

    def last(self, entity: Entity) -> int:
        """Give the token of the last mention so far, or -1."""
        return self._last.get(id(entity), -1)

    def standing(
        self, entity: Entity, sentence: int, *, quoted: bool
    ) -> tuple[float, int]:
        """Say how strongly somebody stands in view, then how near."""
        seen = next((s for s in self._seen if s.entity is entity), None)
        score = seen.score(sentence, quoted=quoted) if seen else -math.inf
        return score, self.last(entity)

    def add(
        self, entity: Entity, span: tuple[int, int], sentence: int, *, first: bool
    ) -> bool:
        """
        Keep who is mentioned at some tokens; give whether the subject is still to come.

        Args:
            entity: Who.
            span: First token and the one after the last.
            sentence: Number of the sentence.
            first: Whether no subject has been seen in the sentence.
        """
        token, stop = span
        quoted = bool(self._quoted[token])
        weight = self._weight(token, stop, first=first)
        old = next((s for s in self._seen if s.entity is entity), None)
        if old and not quoted and old.sentence < sentence:
            faded = old.weight - FADING * (sentence - old.sentence)
            weight += _ECHO * max(0.0, faded)
        self._last[id(entity)] = token
        seen = Seen(
            entity=entity,
            token=token,
            stop=stop,
            sentence=sentence,
            weight=weight,
            quoted=quoted,
        )
        self._keep(seen, old)
        return first and (quoted or weight < 1)

    def _keep(self, seen: Seen, old: Seen | None) -> None:
        if old and (old.sentence < seen.sentence or old.weight <= seen.weight):
            self._seen.remove(old)
        self._seen.append(seen)
        del self._seen[:-_KEPT]

    def _weight(self, token: int, stop: int, *, first: bool) -> float:
        """Weigh a mention by the words around it."""
        lower = self._view.lower
        before = lower[token - 1] if token else ""
        after = lower[stop] if stop < len(lower) else ""
        if after in ("'s", "'") or lower[token] in _OWNERS:
            return OWNER
        if after == "has" and stop + 1 < len(lower):
            after = lower[stop + 1]
        if after in word_set("speech") or before in _SAID:
            return SPEAKER
        if before in word_set("locative") or before in _OBLIQUE:
            return OBLIQUE
        return SUBJECT if first else OTHER

    def best(
        self, kinds: frozenset[ActorKind], token: int, sentence: int
    ) -> Seen | None:
        """Give who of some kinds stands strongest in this sentence and the last."""
        quoted = bool(self._quoted[token])
        near = [
            s
            for s in self._seen
            if s.entity.kind in kinds and sentence - s.sentence < 2
        ]
        scored = [(s.score(sentence, quoted=quoted), n) for n, s in enumerate(near)]
        return near[max(scored)[1]] if scored else None
