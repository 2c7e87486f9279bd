"""Stories whose answers are known, and how far an article agrees with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TypeAlias

import attrs

from newsmodel.model import (
    Article,
    Claim,
    ClaimAct,
    ClaimForm,
    Reference,
    Sanction,
    SanctionMeasure,
    SanctionStatus,
)


@attrs.frozen(kw_only=True)
class KnownClaim:
    """A claim that the story states."""

    speaker: str
    """Name of the actor, in its fullest form in the story."""
    cue: str
    """The reporting words."""
    words: str
    """The content, with its quotation marks or its "that"."""
    act: ClaimAct
    form: ClaimForm = ClaimForm.INDIRECT
    targets: tuple[str, ...] = ()
    """Names of the actors it is aimed at."""


@attrs.frozen(kw_only=True)
class KnownSanction:
    """A sanction that the story states."""

    trigger: str
    """The words that name the measure."""
    measure: SanctionMeasure
    status: SanctionStatus
    imposers: tuple[str, ...]
    """Names of the actors that impose it."""
    targets: tuple[str, ...]
    """Names of the actors it is aimed at."""


@attrs.frozen(kw_only=True)
class KnownTime:
    """A time that the story names."""

    words: str
    """The words, without a preposition."""
    value: str
    """The TIMEX3 value."""


@attrs.frozen(kw_only=True)
class KnownPlace:
    """A place that the story names, also where it stands for a state that acts."""

    name: str
    """Common English name."""
    country: str
    """The country it is or lies in, ISO 3166-1 alpha-2."""


Answer: TypeAlias = KnownClaim | KnownSanction | KnownTime | KnownPlace
"""One thing that a story states."""


@attrs.frozen(kw_only=True)
class KnownStory:
    """
    A story and what it states: all its claims, sanctions, times and places.

    Example:
        >>> import newsmodel
        >>> time = KnownTime(words="last month", value="2023-05")
        >>> story = KnownStory(
        ...     text="It rained last month.",
        ...     published=dt.date(2023, 6, 10),
        ...     answers=(time,),
        ... )
        >>> article = newsmodel.parse(story.text, published=story.published)
        >>> story.missing(article), story.surplus(article)
        ((), ())
    """

    text: str
    """The story."""
    published: dt.date
    """The day that its times are counted from."""
    answers: tuple[Answer, ...]
    """What it states, each thing once, in order of the text."""

    def missing(self, article: Article) -> tuple[Answer, ...]:
        """Give what the story states and the article lacks, in order of the text."""
        found = set(answers_of(article))
        return tuple(answer for answer in self.answers if answer not in found)

    def surplus(self, article: Article) -> tuple[Answer, ...]:
        """Give what the article has and the story does not state, by table."""
        stated = set(self.answers)
        return tuple(found for found in answers_of(article) if found not in stated)


def answers_of(article: Article) -> tuple[Answer, ...]:
    """Say what an article holds in the form of answers, claims first."""
    return (
        *map(_claim, article.claims),
        *map(_sanction, article.sanctions),
        *(KnownTime(words=t.text, value=t.value) for t in article.times),
        *(KnownPlace(name=p.name, country=p.country or "") for p in article.locations),
    )


def _claim(claim: Claim) -> KnownClaim:
    return KnownClaim(
        speaker=claim.speaker.name if claim.speaker else "",
        cue=claim.cue.text if claim.cue else "",
        words=claim.words,
        act=claim.act,
        form=claim.form,
        targets=_names(claim.targets),
    )


def _sanction(sanction: Sanction) -> KnownSanction:
    return KnownSanction(
        trigger=sanction.trigger.text,
        measure=sanction.measure,
        status=sanction.status,
        imposers=_names(sanction.imposers),
        targets=_names(sanction.targets),
    )


def _names(references: Iterable[Reference]) -> tuple[str, ...]:
    return tuple(reference.name for reference in references)
