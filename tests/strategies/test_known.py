"""Stories whose answers are known, and how many of them the library reads."""

from collections import Counter

from hypothesis import HealthCheck, Phase, given, settings

import newsmodel
from newsmodel.strategies import (
    KnownClaim,
    KnownPlace,
    KnownSanction,
    KnownStory,
    KnownTime,
    known_stories,
)

FLOORS = {KnownClaim: 0.94, KnownSanction: 0.97, KnownTime: 0.99, KnownPlace: 0.99}
"""The least share of answers that are read, and of what is read that is right."""


@given(known_stories())
def test_answers_stand_in_the_text(story: KnownStory) -> None:
    """What a story states is in its words."""
    for answer in story.answers:
        words = getattr(answer, "words", "") or getattr(answer, "trigger", "")
        assert words in story.text


def test_the_library_reads_known_stories() -> None:
    """Of 200 stories, all but a few answers are read, and little else."""
    stated, missing, surplus = Counter(), Counter(), Counter()

    @settings(
        max_examples=200,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(known_stories())
    def count(story: KnownStory) -> None:
        article = newsmodel.parse(story.text, published=story.published)
        stated.update(map(type, story.answers))
        missing.update(map(type, story.missing(article)))
        surplus.update(map(type, story.surplus(article)))

    count()

    for kind, floor in FLOORS.items():
        found = stated[kind] - missing[kind]
        assert found / stated[kind] >= floor, kind
        assert found / (found + surplus[kind]) >= floor, kind


def test_missing_and_surplus() -> None:
    """What a parser does not find is missing, what it finds beyond is surplus."""
    time = KnownTime(words="Tuesday", value="2023-06-06")
    other = KnownTime(words="Tuesday", value="2023-06-13")
    text = "It rained on Tuesday."
    article = newsmodel.parse(text, published="2023-06-10")
    story = KnownStory(text=text, published=article.published, answers=(other,))

    assert story.missing(article) == (other,)
    assert story.surplus(article) == (time,)
