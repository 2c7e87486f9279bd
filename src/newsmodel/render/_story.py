"""What a report shows of one story, ready for its template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from newsmodel.model import Actor, Article, Claim, Reference, Sanction
from newsmodel.render._blocks import Block, blocks
from newsmodel.render._links import Link, Network, links, network
from newsmodel.render._map import Map, draw
from newsmodel.render._timeline import Bar, timeline

_LONGEST_TITLE = 80


@attrs.frozen(kw_only=True)
class Card:
    """A claim and where it stands among the others."""

    number: int
    """Its place in the table of claims, counted from 1."""
    claim: Claim
    """The claim."""
    answers: tuple[int, ...]
    """Numbers of the claims that it answers."""
    answered_by: tuple[int, ...]
    """Numbers of the claims that answer it."""
    within: int | None
    """Number of the claim whose words hold it, or None."""


@attrs.frozen(kw_only=True)
class Speaker:
    """A party and all that it says."""

    name: str
    """Its name, or nothing where the story names nobody."""
    actor: Actor | None
    """Who it is, where known."""
    cards: tuple[Card, ...]
    """Its claims, in the order of the text."""


@attrs.frozen(kw_only=True)
class Story:
    """One story of a report."""

    number: int
    """Its place in the report, counted from 1."""
    article: Article
    """The article."""
    roll: Mapping[str, str]
    """The names of all parties of the report, and the token of each for the filter."""

    @property
    def title(self) -> str:
        """The headline, else the first words."""
        article = self.article
        if article.headline:
            return article.headline.text
        start = " ".join(article.text[: 4 * _LONGEST_TITLE].split())
        whole = len(start) <= _LONGEST_TITLE
        return start if whole else start[: _LONGEST_TITLE - 1] + "…"

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The text, marked."""
        return blocks(self.article)

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Who says something, in the order of the first claim of each."""
        sides: dict[str, Reference | None] = {}
        cards: dict[str, list[Card]] = {}
        for card in self._cards():
            key = _key(card.claim.speaker)
            sides.setdefault(key, card.claim.speaker)
            cards.setdefault(key, []).append(card)
        return tuple(_speaker(sides[key], found) for key, found in cards.items())

    @property
    def links(self) -> tuple[Link, ...]:
        """Who speaks about whom, who restricts whom."""
        return links(self.article)

    @property
    def network(self) -> Network:
        """The same as a picture."""
        return network(self.links)

    @property
    def timeline(self) -> tuple[Bar, ...]:
        """What is said and imposed when."""
        return timeline(self.article)

    @property
    def map(self) -> Map | None:
        """Where it takes place, or None where no place has coordinates."""
        return draw(self.article)

    def tokens(self, subject: Claim | Sanction | Actor | Link) -> str:
        """Give the tokens of all parties of something, with spaces between."""
        names = dict.fromkeys(parties(subject))
        return " ".join(self.roll[name] for name in names)

    def _cards(self) -> Iterable[Card]:
        numbers = {c.id: n for n, c in enumerate(self.article.claims, 1)}
        answered_by: dict[str, list[int]] = {}
        for claim in self.article.claims:
            for answered in claim.answers:
                answered_by.setdefault(answered.id, []).append(numbers[claim.id])
        for claim in self.article.claims:
            yield Card(
                number=numbers[claim.id],
                claim=claim,
                answers=tuple(numbers[c.id] for c in claim.answers),
                answered_by=tuple(answered_by.get(claim.id, ())),
                within=numbers[claim.within.id] if claim.within else None,
            )


def stories(articles: Iterable[Article]) -> tuple[Story, ...]:
    """Give the stories of a report, which share one roll of names."""
    found = tuple(articles)
    names = sorted({n for a in found for n in _everyone(a)}, key=_alphabetical)
    roll = {name: f"a{number}" for number, name in enumerate(names)}
    return tuple(
        Story(number=number, article=article, roll=roll)
        for number, article in enumerate(found, 1)
    )


def parties(subject: Claim | Sanction | Actor | Link) -> tuple[str, ...]:
    """Give the names of who is involved in something."""
    match subject:
        case Claim():
            sides = (subject.speaker,) if subject.speaker else ()
            about = (a.name for a in subject.about)
            return (*(s.name for s in (*sides, *subject.targets)), *about)
        case Sanction():
            return tuple(s.name for s in (*subject.imposers, *subject.targets))
        case Actor():
            return (subject.name,)
        case Link():
            return subject.source, subject.target


def _everyone(article: Article) -> Iterable[str]:
    subjects: tuple[Claim | Sanction | Actor, ...]
    subjects = (*article.actors, *article.claims, *article.sanctions)
    for subject in subjects:
        yield from parties(subject)


def _alphabetical(name: str) -> tuple[str, str]:
    return name.casefold(), name


def _key(speaker: Reference | None) -> str:
    """Tell speakers apart: by actor where known, else by the words."""
    if speaker is None:
        return ""
    return f"actor {speaker.actor.id}" if speaker.actor else f"words {speaker.name}"


def _speaker(side: Reference | None, cards: Iterable[Card]) -> Speaker:
    return Speaker(
        name=side.name if side else "",
        actor=side.actor if side else None,
        cards=tuple(cards),
    )
