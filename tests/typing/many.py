"""What an editor knows about many stories; checked, never run."""

from collections.abc import Iterator
from pathlib import Path
from typing import assert_type

import newsmodel
from newsmodel import Article
from newsmodel.corpus import (
    Columns,
    Corpus,
    Failure,
    Limits,
    Progress,
    RawStory,
    parse_corpus,
    parse_many,
)


def count(article: Article) -> int:
    """Count claims."""
    return len(article.claims)


def tell(failure: Failure) -> None:
    """Take what could not be read."""
    assert_type(failure.line, int | None)


assert_type(newsmodel.parse_many(["It rained."]), Iterator[tuple[str, Article]])
assert_type(parse_many(Path("stories"), keep=count), Iterator[tuple[str, int]])
parse_many([Path("a.txt"), "It rained.", RawStory(text="It rained.", id="1")])
parse_many([], workers=None, ordered=False, limits=Limits(story=9), on_failure=tell)

corpus = Corpus("stories", Path("news.jsonl"), columns=Columns(text="body"))
for story in corpus:
    assert_type(story, RawStory | Failure)
assert_type(parse_corpus(corpus, "out", workers=2, form="parquet"), Progress)
