"""What an editor knows about a parsed story; checked, never run."""

import datetime as dt
from pathlib import Path
from typing import Any, assert_type

import newsmodel
from newsmodel import (
    Actor,
    Article,
    Author,
    Claim,
    ClaimAct,
    ClaimForm,
    Location,
    Mention,
    Notice,
    Passage,
    Reference,
    Sanction,
    SanctionMeasure,
    SanctionStatus,
    Span,
    TimeExpression,
)

article = newsmodel.parse(
    "It rained.",
    published=dt.date(2023, 6, 10),
    url="https://example.org/rain",
    publisher="Example",
)
newsmodel.parse("It rained.", published="2023-06-10")
newsmodel.parse("It rained.", "2023-06-10")
newsmodel.read("story.txt")
newsmodel.read(Path("story.txt"), published=dt.datetime(2023, 6, 10, tzinfo=dt.UTC))

assert_type(article, Article)
assert_type(article.headline, Passage | None)
assert_type(article.paragraphs, tuple[Passage, ...])
assert_type(article.authors, tuple[Author, ...])
assert_type(article.published, dt.date | dt.datetime | None)
assert_type(article.actors, tuple[Actor, ...])
assert_type(article.locations, tuple[Location, ...])
assert_type(article.times, tuple[TimeExpression, ...])
assert_type(article.claims, tuple[Claim, ...])
assert_type(article.sanctions, tuple[Sanction, ...])
assert_type(article.notices, tuple[Notice, ...])
assert_type(article.digest, str)
assert_type(article.body, str)

for claim in article.claims:
    assert_type(claim.speaker, Reference | None)
    assert_type(claim.act, ClaimAct)
    assert_type(claim.form, ClaimForm)
    assert_type(claim.targets, tuple[Reference, ...])
    assert_type(claim.within, Claim | None)
    assert_type(claim.answers, tuple[Claim, ...])
    assert_type(claim.words, str)
    if claim.speaker is not None:
        assert_type(claim.speaker.name, str)
        assert_type(claim.speaker.mention, Mention)
        assert_type(claim.speaker.actor, Actor | None)

for sanction in article.sanctions:
    assert_type(sanction.measure, SanctionMeasure)
    assert_type(sanction.status, SanctionStatus)
    assert_type(sanction.trigger, Passage)

assert_type(Span(start=0, end=1).shift(1), Span)
assert_type(Passage(start=0, end=2, text="It").shift(1), Passage)
assert_type(article.to_record(), dict[str, Any])
assert_type(Article.from_record(article.to_record()), Article)
assert_type(article.to_json(indent=2), str)
assert_type(Article.from_json("{}"), Article)
