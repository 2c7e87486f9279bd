"""The promises of the library, one property test each."""

import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel import Article, ArticleParser, Passage
from newsmodel.parsers import (
    ActorParser,
    AuthorParser,
    ClaimParser,
    LayoutParser,
    LocationParser,
    SanctionParser,
    TimeParser,
)
from newsmodel.strategies import articles, stories, texts

FURNITURE = "Advertisement\n\n"


def passages(value: object) -> list[Passage]:
    """Give all passages in an article, once for each place."""
    if isinstance(value, tuple):
        return [p for part in value for p in passages(part)]
    if not attrs.has(type(value)):
        return []
    own = [value] if isinstance(value, Passage) else []
    skipped = {"actor", "about", "within", "answers", "claim"}
    fields = [f.name for f in attrs.fields(type(value)) if f.name not in skipped]
    return own + [p for name in fields for p in passages(getattr(value, name))]


def shifted(value: Any, by: int) -> Any:
    """Move all spans of a record."""
    if isinstance(value, list):
        return [shifted(v, by) for v in value]
    if not isinstance(value, dict):
        return value
    moved = {k: shifted(v, by) for k, v in value.items()}
    if isinstance(moved.get("start"), int) and isinstance(moved.get("end"), int):
        moved["start"] += by
        moved["end"] += by
    return moved


@given(texts())
def test_words_are_the_slice(text: str) -> None:
    """Every passage's text is the slice of the article's text."""
    article = newsmodel.parse(text, published="2023-06-10")

    assert all(text[p.start : p.end] == p.text for p in passages(article))


@given(texts())
def test_results_are_ordered(text: str) -> None:
    """Tables stand in the order of the text, with ids that count up."""
    article = newsmodel.parse(text, published="2023-06-10")
    firsts = [min(m.start for m in a.mentions) for a in article.actors]
    places = [min(m.start for m in p.mentions) for p in article.locations]

    assert firsts == sorted(firsts)
    assert places == sorted(places)
    for name in ("actors", "locations", "claims", "sanctions"):
        ids = [o.id for o in getattr(article, name)]
        assert ids == [f"{name[:-1]}-{n + 1}" for n in range(len(ids))]


@given(texts())
def test_parse_accepts_any_text(text: str) -> None:
    """Any string parses."""
    assert newsmodel.parse(text).text == text


@pytest.mark.parametrize(
    "hostile",
    [
        '"' * 20_000,
        "“a " * 20_000,
        "said " * 20_000,
        "A" * 100_000,
        "Anna Berg " * 5_000,
        "\n" * 50_000,
        "1/" * 20_000,
        "(" * 20_000,
        "\ud800\U0010ffff" * 5_000,
        "sanctions on Iran " * 5_000,
        "last " * 20_000,
        "in Paris, " * 5_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_parse_accepts_hostile_text(hostile: str) -> None:
    """Floods of one thing parse too; benchmarks/growth.py shows that time is linear."""
    assert newsmodel.parse(hostile, published="2023-06-10").text == hostile


@given(texts())
def test_same_text_same_result(text: str) -> None:
    """A second parse and one in another thread give an equal article."""
    first = newsmodel.parse(text)
    with ThreadPoolExecutor(2) as pool:
        others = list(pool.map(newsmodel.parse, [text, text]))

    assert others == [first, first]


def test_same_text_same_result_in_another_process() -> None:
    """Hash seeds of other processes change nothing."""
    text = (
        "Iran denied that it sent drones to Russia, Anna Berg said on Tuesday. "
        "The US imposed sanctions on Iran over its drones near Moscow."
    )
    code = f"import newsmodel; print(newsmodel.parse({text!r}).to_json())"
    outputs = {
        subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(outputs) == 1
    assert Article.from_json(outputs.pop()) == newsmodel.parse(text)


@given(articles())
def test_records_round_trip(article: Article) -> None:
    """Record, JSON and pickle give back an equal article."""
    assert Article.from_record(article.to_record()) == article
    assert Article.from_json(article.to_json()) == article
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 - our own


@given(stories(furniture=False))
def test_prefix_shifts_every_span(text: str) -> None:
    """A paragraph of furniture in front moves all spans and changes nothing else."""
    plain = newsmodel.parse(text, published="2023-06-10").to_record()
    longer = newsmodel.parse(FURNITURE + text, published="2023-06-10").to_record()

    assert longer["furniture"][0]["text"] == "Advertisement"
    expected = shifted(plain, len(FURNITURE))
    for name in expected.keys() - {"text", "furniture"}:
        assert longer[name] == expected[name], name
    assert longer["furniture"][1:] == expected["furniture"]


class PlainLayout(LayoutParser):
    """Overrides nothing."""


class PlainAuthors(AuthorParser):
    """Overrides nothing."""


class PlainTimes(TimeParser):
    """Overrides nothing."""


class PlainActors(ActorParser):
    """Overrides nothing."""


class PlainLocations(LocationParser):
    """Overrides nothing."""


class PlainClaims(ClaimParser):
    """Overrides nothing."""


class PlainSanctions(SanctionParser):
    """Overrides nothing."""


class PlainArticleParser(ArticleParser):
    """Has parts that override nothing."""

    layout_parser = PlainLayout
    author_parser = PlainAuthors
    time_parser = PlainTimes
    actor_parser = PlainActors
    location_parser = PlainLocations
    claim_parser = PlainClaims
    sanction_parser = PlainSanctions


@given(texts())
def test_plain_subclass_changes_nothing(text: str) -> None:
    """Subclasses that override nothing give the same article."""
    assert PlainArticleParser().parse(text) == ArticleParser().parse(text)


@given(st.data())
def test_free_text_never_raises_for_a_known_date(data: st.DataObject) -> None:
    """Any publication date or time goes with any text."""
    moment = data.draw(st.dates() | st.datetimes(timezones=st.none() | st.timezones()))
    text = data.draw(stories() | texts())

    assert newsmodel.parse(text, published=moment).published == moment
