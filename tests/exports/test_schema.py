"""The JSON Schema of records."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

import newsmodel
from newsmodel import Article, ClaimAct
from newsmodel.exports.records import VERSION
from newsmodel.exports.schema import json_schema
from newsmodel.strategies import articles, texts

ROOT = Path(__file__).parent.parent.parent
PUBLISHED = ROOT / "docs" / "reference" / f"record-{VERSION}.schema.json"
STORIES = sorted((ROOT / "seeds" / "stories").glob("*.txt"))
VALIDATOR = Draft202012Validator(json_schema())


def test_is_a_schema() -> None:
    """It follows its dialect, is named by its version and describes every field."""
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    classes = [schema, *(c for c in schema["$defs"].values() if "properties" in c)]

    assert schema["$id"] == f"urn:newsmodel:record:{VERSION}"
    for name, described in [(c["description"], c["properties"]) for c in classes]:
        missing = [f for f, form in described.items() if not form.get("description")]
        assert missing == [], name


def test_values_have_their_meaning() -> None:
    """An enumeration lists each value with the words of the model."""
    acts = json_schema()["$defs"]["ClaimAct"]["oneOf"]

    assert [act["const"] for act in acts] == [act.value for act in ClaimAct]
    assert acts[3]["description"].startswith("Rejects the truth of a claim")


def test_the_published_file_is_this_one() -> None:
    """The docs publish what `newsmodel schema` prints: let it write that file."""
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == json_schema()


@given(articles() | texts().map(newsmodel.parse))
def test_every_record_is_valid(article: Article) -> None:
    """Whatever was read, its record follows the schema."""
    VALIDATOR.validate(json.loads(article.to_json()))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_sample_story_is_valid(path: Path) -> None:
    """The records of the sample stories follow the schema."""
    VALIDATOR.validate(newsmodel.read(path).to_record())


@pytest.mark.parametrize(
    "changes",
    [
        {"version": 9},
        {"text": 5},
        {"extra": 1},
        {"actors": [{}]},
        {"claims": 7},
        {"published": "June"},
        {"headline": {"start": 0}},
    ],
    ids=str,
)
def test_refuses_what_from_record_refuses(changes: dict[str, Any]) -> None:
    """A schema that takes everything would be no use."""
    record = newsmodel.parse("It rained.").to_record() | changes

    assert not VALIDATOR.is_valid(record)
