"""The grammar of known stories: each rule draws a sentence with what it states."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from hypothesis import strategies as st

from newsmodel.model import ClaimAct, ClaimForm
from newsmodel.strategies import _known_words as words
from newsmodel.strategies._known import (
    Answer,
    KnownClaim,
    KnownPlace,
    KnownSanction,
    KnownTime,
)
from newsmodel.strategies._known_words import Party


class Known(NamedTuple):
    """A sentence, or a part of one, and what it states."""

    text: str
    answers: tuple[Answer, ...] = ()


class Stage(NamedTuple):
    """Who may speak, what day it is, and which facts have not been told yet."""

    people: tuple[Party, ...]
    published: dt.date
    facts: list[str]


@st.composite
def times(draw: st.DrawFn, published: dt.date) -> Known:
    """Draw a time, with its preposition, counted from a day."""
    day = published - dt.timedelta(days=draw(st.integers(1, 6)))
    year = published.year - draw(st.integers(1, 9))
    month = draw(st.integers(1, 12))
    past = dt.date(year, month, draw(st.integers(1, 28)))
    last = published.replace(day=1) - dt.timedelta(days=1)
    preposition, phrase, value = draw(
        st.sampled_from(
            (
                ("on ", f"{day:%A}", day.isoformat()),
                ("on ", f"{past:%B} {past.day}, {year}", past.isoformat()),
                ("in ", f"{past:%B} {year}", f"{past:%Y-%m}"),
                ("in ", f"{year}", f"{year}"),
                ("", "yesterday", (published - dt.timedelta(days=1)).isoformat()),
                ("", "last month", f"{last:%Y-%m}"),
                ("", "last year", f"{published.year - 1}"),
            )
        )
    )
    return Known(preposition + phrase, (KnownTime(words=phrase, value=value),))


@st.composite
def arrivals(draw: st.DrawFn, who: Party, published: dt.date) -> Known:
    """Draw how a person comes on the stage, with office, state, city and day."""
    title = draw(st.sampled_from(words.TITLES))
    state = draw(st.sampled_from(words.STATES))
    city, when = draw(st.sampled_from(words.cities())), draw(times(published))
    verb = draw(st.sampled_from(("arrived", "gave a speech", "met students")))
    return Known(
        f"{title} {who.name} of {state.words} {verb} in {city.words} {when.text}.",
        (*_places(state, city), *when.answers),
    )


@st.composite
def reports(draw: st.DrawFn, stage: Stage) -> Known:
    """Draw an indirect claim: a reporting verb and a clause."""
    who, fact = draw(_speakers(stage)), _untold(draw, stage)
    cue = draw(st.sampled_from(sorted(words.REPORTING)))
    verb, opening = cue.split()
    return Known(
        f"{_first(who)} {cue} {fact}.",
        (_claim(who, verb, f"{opening} {fact}", words.REPORTING[cue]), *_places(who)),
    )


@st.composite
def dated_reports(draw: st.DrawFn, stage: Stage) -> Known:
    """Draw a claim that says when it was made."""
    who, fact = draw(_speakers(stage)), _untold(draw, stage)
    when = draw(times(stage.published))
    return Known(
        f"{_first(who)} said {when.text} that {fact}.",
        (_claim(who, "said", f"that {fact}"), *when.answers, *_places(who)),
    )


@st.composite
def quotations(draw: st.DrawFn, stage: Stage) -> Known:
    """Draw a direct claim, its source before or behind the verb."""
    who, fact = draw(_speakers(stage)), _untold(draw, stage)
    quote = f"“{_capital(fact)},”"
    order = draw(st.sampled_from(("{0} {1} said.", "{0} said {1}.")))
    claim = _claim(who, "said", quote, form=ClaimForm.DIRECT)
    return Known(order.format(quote, who.words), (claim, *_places(who)))


@st.composite
def verdicts(draw: st.DrawFn, stage: Stage) -> Known:
    """Draw a claim of which some words are quoted."""
    who, verdict = draw(_speakers(stage)), draw(st.sampled_from(words.VERDICTS))
    content = f"that the talks were “{verdict}”"
    claim = _claim(who, "said", content, form=ClaimForm.MIXED)
    return Known(f"{_first(who)} said {content}.", (claim, *_places(who)))


@st.composite
def sources(draw: st.DrawFn, stage: Stage) -> Known:
    """Draw a claim with its source in front: "According to"."""
    who, fact = draw(_speakers(stage)), _untold(draw, stage)
    claim = _claim(who, "According to", fact)
    return Known(f"According to {who.words}, {fact}.", (claim, *_places(who)))


@st.composite
def judgements(draw: st.DrawFn, stage: Stage) -> Known:
    """Draw an accusation, praise or criticism of a state."""
    who = draw(_speakers(stage))
    whom = draw(_others(who))
    cue = draw(st.sampled_from(sorted(words.JUDGING)))
    act, preposition = words.JUDGING[cue]
    deed = draw(st.sampled_from(words.DEEDS))
    whole = f"{whom.words} {preposition} {deed}"
    content = deed if act is ClaimAct.ACCUSATION else whole
    return Known(
        f"{_first(who)} {cue} {whole}.",
        (_claim(who, cue, content, act, whom), *_places(who, whom)),
    )


@st.composite
def demands(draw: st.DrawFn, stage: Stage) -> Known:
    """Draw what one wants a state to do."""
    who = draw(_speakers(stage))
    whom = draw(_others(who))
    cue, task = draw(st.sampled_from(words.ASKING)), draw(st.sampled_from(words.TASKS))
    content = task if cue == "told" else f"{whom.words} {task}"
    return Known(
        f"{_first(who)} {cue} {whom.words} {task}.",
        (_claim(who, cue, content, ClaimAct.DEMAND, whom), *_places(who, whom)),
    )


@st.composite
def pledges(draw: st.DrawFn, stage: Stage) -> Known:
    """Draw what one will do, or not."""
    who, task = draw(_speakers(stage)), draw(st.sampled_from(words.TASKS))
    cue = draw(st.sampled_from(sorted(words.PLEDGING)))
    return Known(
        f"{_first(who)} {cue} {task}.",
        (_claim(who, cue, task, words.PLEDGING[cue]), *_places(who)),
    )


@st.composite
def sanctions(draw: st.DrawFn, stage: Stage) -> Known:
    """Draw a measure of a state or a body against a state, with its day."""
    imposer = draw(st.sampled_from(words.STATES + words.BODIES))
    target = draw(_others(imposer))
    verb = draw(st.sampled_from(sorted(words.STATUSES)))
    measure = draw(st.sampled_from(sorted(words.MEASURES)))
    when = draw(times(stage.published))
    sanction = KnownSanction(
        trigger=measure.removeprefix("an ").removeprefix("a "),
        measure=words.MEASURES[measure],
        status=words.STATUSES[verb],
        imposers=(imposer.name,),
        targets=(target.name,),
    )
    return Known(
        f"{_first(imposer)} {verb} {measure} on {target.words} {when.text}.",
        (sanction, *when.answers, *_places(imposer, target)),
    )


@st.composite
def events(draw: st.DrawFn, stage: Stage) -> Known:
    """Draw what happened, when and where: no claim."""
    city, when = draw(st.sampled_from(words.cities())), draw(times(stage.published))
    what = draw(st.sampled_from(("Talks began", "A storm broke out", "A fair opened")))
    return Known(
        f"{what} in {city.words} {when.text}.", (*_places(city), *when.answers)
    )


RULES = (
    reports,
    dated_reports,
    quotations,
    verdicts,
    sources,
    judgements,
    demands,
    pledges,
    sanctions,
    events,
)


def _speakers(stage: Stage) -> st.SearchStrategy[Party]:
    return st.sampled_from(stage.people) | st.sampled_from(words.STATES)


def _others(who: Party) -> st.SearchStrategy[Party]:
    return st.sampled_from([state for state in words.STATES if state != who])


def _untold(draw: st.DrawFn, stage: Stage) -> str:
    """Draw a fact and take it off the stage, so that no two claims are alike."""
    return stage.facts.pop(draw(st.integers(0, len(stage.facts) - 1)))


def _claim(
    who: Party,
    cue: str,
    content: str,
    act: ClaimAct = ClaimAct.STATEMENT,
    *targets: Party,
    form: ClaimForm = ClaimForm.INDIRECT,
) -> KnownClaim:
    return KnownClaim(
        speaker=who.name,
        cue=cue,
        words=content,
        act=act,
        form=form,
        targets=tuple(target.name for target in targets),
    )


def _places(*parties: Party) -> tuple[KnownPlace, ...]:
    """Give the places among those named; a person or a body is none."""
    return tuple(
        KnownPlace(name=p.name, country=p.country) for p in parties if p.country
    )


def _first(who: Party) -> str:
    """Put words at the start of a sentence."""
    return _capital(who.words)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
