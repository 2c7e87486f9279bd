"""The promises of the library, one property test each: `newsmodel.testing` has most."""

import os
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel import Article, ArticleParser
from newsmodel.strategies import stories, texts
from newsmodel.testing import ArticlePromises


class TestArticleParser(ArticlePromises):
    """The parser that `parse` uses."""


class TestRulesAlone(ArticlePromises):
    """The library without learned evidence."""

    parser = ArticleParser(evidence=None)


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
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(outputs) == 1
    assert Article.from_json(outputs.pop()) == newsmodel.parse(text)


@given(st.data())
def test_free_text_never_raises_for_a_known_date(data: st.DataObject) -> None:
    """Any publication date or time goes with any text."""
    moment = data.draw(st.dates() | st.datetimes(timezones=st.none() | st.timezones()))
    text = data.draw(stories() | texts())

    assert newsmodel.parse(text, published=moment).published == moment
