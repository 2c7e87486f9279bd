"""Ceasefires, read from nothing: a lexicon, hooks, and what newsmodel read before."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple

import attrs

from newsmodel import ActorKind, Location, Parser, Passage, Reference, Span
from newsmodel.lexicons import Lexicon
from newsmodel.parsers import Reading
from newsmodel_ceasefires.model import Ceasefire, CeasefireStatus


class CeasefireCandidate(NamedTuple):
    """The tokens `[first, stop)` of a trigger, in the sentence `[begin, end)`."""

    first: int
    stop: int
    begin: int
    end: int


class CeasefireParser(Parser[CeasefireCandidate, Ceasefire]):
    """
    Reads mentions of ceasefires, with what else stands in their sentence.

    Example:
        >>> from newsmodel import ArticleParser
        >>> reading = ArticleParser().read("Iran and Israel agreed to a truce.")
        >>> (ceasefire,) = CeasefireParser().parse(reading)
        >>> [party.name for party in ceasefire.parties]
        ['Iran', 'Israel']
    """

    makes: ClassVar[type] = Ceasefire

    triggers: ClassVar[Lexicon[bool]] = Lexicon.lazy(
        lambda: dict.fromkeys(_words()["triggers"], True), fold_case=True
    )
    """Nouns that name a ceasefire, in lower case."""
    verbs: ClassVar[Lexicon[str]] = Lexicon.lazy(
        lambda: {
            form: status
            for status, forms in _words()["verbs"].items()
            for form in forms.split()
        },
        fold_case=True,
    )
    """Statuses by form of verb, in lower case."""
    meanings: ClassVar[Mapping[str, Sequence[str]]] = MappingProxyType(
        {"verbs": tuple(CeasefireStatus)}
    )

    def find(self, reading: Reading) -> Iterator[CeasefireCandidate]:
        """Answer where one may stand: at every trigger, the longest that fits."""
        lower = reading.document.lower
        for begin, end in reading.sentences:
            at = begin
            while at < end:
                match = self.triggers.longest(lower, at, end)
                if match is not None:
                    yield CeasefireCandidate(at, at + match[0], begin, end)
                at += 1 if match is None else match[0]

    def accepts(self, candidate: CeasefireCandidate, reading: Reading) -> bool:
        """Answer whether it is one: not a name, as "Truce Street" is."""
        texts = reading.document.tokens.texts
        follows = texts[candidate.stop : candidate.end][:1]
        named = texts[candidate.first].istitle() and "".join(follows).istitle()
        return not named

    def build(
        self, candidate: CeasefireCandidate, reading: Reading
    ) -> Ceasefire | None:
        """Answer what it is, by its sentence."""
        document = reading.document
        sentence = document.words(candidate.begin, candidate.end)
        parties = tuple(_parties(sentence, reading))
        times = (time for time in reading.times if sentence.contains(time))
        return Ceasefire(
            id="ceasefire",
            trigger=document.words(candidate.first, candidate.stop),
            status=self._status(candidate, document.lower),
            parties=parties,
            when=next(times, None),
            where=_place(sentence, reading, parties),
        )

    def finish(self, found: list[Ceasefire], reading: Reading) -> Sequence[Ceasefire]:
        """Answer what they are together: numbered."""
        return [
            attrs.evolve(ceasefire, id=f"ceasefire-{number}")
            for number, ceasefire in enumerate(found, 1)
        ]

    def _status(
        self, candidate: CeasefireCandidate, lower: list[str]
    ) -> CeasefireStatus:
        """Take the verb that is nearest to the trigger, else call it agreed."""
        verbs = [
            n for n in range(candidate.begin, candidate.end) if lower[n] in self.verbs
        ]
        if not verbs:
            return CeasefireStatus.AGREED
        nearest = min(verbs, key=lambda n: abs(n - candidate.first))
        return CeasefireStatus(self.verbs[lower[nearest]])


def _words() -> dict[str, Any]:
    text = Path(__file__).with_name("ceasefires.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _parties(sentence: Passage, reading: Reading) -> Iterator[Reference]:
    """Give the states, bodies and groups of a sentence by their first mention in it."""
    firsts = [
        Reference(mention=mention, actor=actor)
        for actor in reading.actors
        if actor.kind is not ActorKind.PERSON
        for mention in [m for m in actor.mentions if sentence.contains(m)][:1]
    ]
    yield from sorted(firsts, key=lambda party: party.mention.start)


def _place(
    sentence: Passage, reading: Reading, parties: tuple[Reference, ...]
) -> Location | None:
    """Give the first place of a sentence whose words stand for no party."""
    taken: list[Span] = [party.mention for party in parties]
    named = [
        (mention.start, number)
        for number, place in enumerate(reading.locations)
        for mention in place.mentions
        if sentence.contains(mention)
        and not (mention.adjectival or mention.metonymic)
        and not any(mention.overlaps(span) for span in taken)
    ]
    return reading.locations[min(named)[1]] if named else None
