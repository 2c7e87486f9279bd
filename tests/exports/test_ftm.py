"""FollowTheMoney entities, checked by the package itself."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel import Article
from newsmodel.exports import ftm
from newsmodel.strategies import articles, texts

STORY = (
    "Mr. Okoro, a minister, spoke in Oslo. On Tuesday the US imposed sanctions on Iran."
)


def entities(found: list[Article]) -> list[dict[str, Any]]:
    """Write some articles and read the lines."""
    sink = io.StringIO()
    ftm.write(found, sink)
    return [json.loads(line) for line in sink.getvalue().splitlines()]


@given(st.lists(articles(), max_size=2))
def test_entities_refer_to_each_other(found: list[Article]) -> None:
    """Ids are unique within a story, and every reference is one of them."""
    for article in found:
        made = entities([article])
        ids = [entity["id"] for entity in made]
        referring = ("document", "resolved", "entity", "proof")
        referred = {
            identity
            for entity in made
            for name in referring
            for identity in entity["properties"].get(name, [])
        }

        assert len(set(ids)) == len(ids)
        assert referred <= set(ids)


@given(articles() | texts().map(newsmodel.parse))
def test_the_package_takes_every_entity(article: Article) -> None:
    """Each is valid, keeps all its values, and comes back."""
    reason = "followthemoney needs a compiler and ICU: pip install --group ftm"
    package = pytest.importorskip("followthemoney", reason=reason)
    for entity in entities([article]):
        proxy = package.model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        kept = proxy.to_dict()["properties"]

        assert {name: len(values) for name, values in kept.items()} == {
            name: len(values) for name, values in entity["properties"].items()
        }


def test_values_that_cannot_be_seen_are_left_out() -> None:
    """A publisher of one control character is none; marks of direction go."""
    (unseen,) = entities([newsmodel.parse("", publisher="\x1b")])
    (seen,) = entities([newsmodel.parse("", publisher="Oslo\u200f Dail\u0079\u0301")])

    assert "publisher" not in unseen["properties"]
    assert seen["properties"]["publisher"] == ["Oslo Dail\u00fd"]


def test_a_sanction_has_its_authority_and_target() -> None:
    """Who imposes it is words, whom it hits is an entity."""
    made = entities([newsmodel.parse(STORY, published="2023-06-10")])
    by_id = {entity["id"]: entity for entity in made}
    (sanction,) = [e["properties"] for e in made if e["schema"] == "Sanction"]
    (target,) = sanction["entity"]

    assert sanction["authority"] == ["United States"]
    assert sanction["date"] == ["2023-06-06"]
    assert by_id[target]["properties"]["name"] == ["Iran"]
    assert by_id[target]["properties"]["country"] == ["ir"]


def test_a_person_has_a_position() -> None:
    """Kinds become schemata, roles become positions."""
    made = entities([newsmodel.parse(STORY)])
    schemata = {
        e["properties"]["name"][0]: e
        for e in made
        if e["schema"] != "Mention" and "name" in e["properties"]
    }

    assert schemata["Okoro"]["schema"] == "Person"
    assert schemata["Okoro"]["properties"]["position"] == ["minister"]


def test_only_an_address_is_an_address() -> None:
    """An id in the place of a URL is left out."""
    urls = ("https://example.org/1", "story-1", "javascript:alert(1)")
    made = [entities([newsmodel.parse("Fine.", url=url)])[0] for url in urls]

    assert ["sourceUrl" in entity["properties"] for entity in made] == [
        True,
        False,
        False,
    ]
