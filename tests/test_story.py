"""Whole stories of the reference folder, where it is there."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

import newsmodel

SHARED = Path(__file__).parents[2] / "shared"
AT_LEAST = 0.60

pytestmark = pytest.mark.skipif(
    not (SHARED / "evaluate" / "story.py").is_file(), reason="no ../shared here"
)


@pytest.fixture(scope="module")
def checker() -> ModuleType:
    """Load the story checker."""
    spec = importlib.util.spec_from_file_location(
        "story", SHARED / "evaluate" / "story.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_reads_the_first_story(
    checker: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    """The share of right items does not fall."""
    folder = SHARED / "corpora" / "seed"
    text = (folder / "article.txt").read_bytes().decode()
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    published = expected["document"]["published_assumed"]
    article = newsmodel.parse(text, published=published)
    share = checker.report(checker.score(article, expected))

    assert share >= AT_LEAST, capsys.readouterr().out
