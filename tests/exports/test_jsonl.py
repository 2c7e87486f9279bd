"""JSON Lines of records."""

import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel import Article, InvalidRecordError
from newsmodel.exports import jsonl
from newsmodel.strategies import articles, texts


def written(found: list[Article]) -> str:
    """Write some articles."""
    sink = io.StringIO()
    jsonl.write(found, sink)
    return sink.getvalue()


@given(st.lists(articles() | texts().map(newsmodel.parse), max_size=3))
def test_export_round_trips(found: list[Article]) -> None:
    """One line an article, whatever separators the story holds; all come back."""
    text = written(found)

    assert len(text.splitlines()) == len(found)
    assert list(jsonl.read(text.splitlines())) == found
    assert list(jsonl.read(io.BytesIO(text.encode()))) == found


@given(texts())
def test_no_line_can_steer_a_terminal(text: str) -> None:
    """Control characters and overrides of direction are escaped."""
    line = written([newsmodel.parse(text + "\x1b[31m\x9b\x7f\u202e\u2066\ud800")])

    assert not set(line.rstrip("\n")) & {*map(chr, [*range(32), *range(127, 160)])}
    assert not set(line) & set("\u2028\u2029\u202e\u2066\ud800")


def test_pandas_reads_it() -> None:
    """A frame has one row an article."""
    found = [newsmodel.parse(f"Iran said it had {n} drones.") for n in range(3)]
    frame = pd.read_json(io.StringIO(written(found)), lines=True)

    assert list(frame["text"]) == [article.text for article in found]


def test_is_lazy_and_skips_empty_lines() -> None:
    """A broken line is met when its turn comes, and named."""
    line = written([newsmodel.parse("It rained.")])
    articles = jsonl.read([line, "\n", "{}\n"])

    assert next(articles).text == "It rained."
    with pytest.raises(InvalidRecordError, match=r"line 3: record\.version"):
        next(articles)
