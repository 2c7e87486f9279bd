"""Many stories in, many articles out."""

import gc
import logging
import multiprocessing
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from itertools import count, islice
from operator import attrgetter
from pathlib import Path

import pytest

import newsmodel
from newsmodel import Article, ArticleParser
from newsmodel.corpus import Corpus, Failure, Limits, RawStory, parse_many
from newsmodel.errors import (
    InvalidTypeError,
    InvalidValueError,
    LostWorkerError,
    UnreadableFileError,
)
from newsmodel.exports import tables_csv
from newsmodel.parsers import TimeParser

TEXTS = [
    f"{who} said on Tuesday that it had sent {n} drones to Russia. Iran denied it."
    for n in range(20)
    for who in ("Anna Berg", "The mayor of Paris")
]
METHODS = multiprocessing.get_all_start_methods()


def die(_: Article) -> None:
    """End the worker at once, as a lack of memory does."""
    os.kill(os.getpid(), signal.SIGTERM)


class NoTimes(TimeParser):
    """Leaves all time expressions out."""

    def accepts(self, candidate, reading):
        """Say no."""
        return False


class PlainArticleParser(ArticleParser):
    """Reads no times."""

    time_parser = NoTimes


class TestParseMany:
    """`parse_many`."""

    def test_is_what_parse_gives(self) -> None:
        """Texts are numbered from 1; their articles are those of `parse`."""
        found = list(newsmodel.parse_many(TEXTS[:3]))

        assert found == [
            (str(n), newsmodel.parse(t)) for n, t in enumerate(TEXTS[:3], 1)
        ]

    @pytest.mark.parametrize("method", METHODS)
    @pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
    def test_is_the_same_with_workers(self, method: str) -> None:
        """However workers start, results come in order and are equal."""
        found = parse_many(TEXTS, workers=2, start_method=method)

        assert list(found) == list(parse_many(TEXTS))

    @pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
    def test_may_come_as_they_are_done(self) -> None:
        """Out of order, all are there."""
        found = parse_many(TEXTS, workers=2, ordered=False, keep=attrgetter("digest"))

        assert dict(found) == {i: a.digest for i, a in parse_many(TEXTS)}

    def test_is_lazy(self) -> None:
        """An endless stream is read as far as it is asked for."""
        drawn = []

        def endless():
            for number in count():
                drawn.append(number)
                yield f"Iran denied it {number} times."

        assert len(list(islice(parse_many(endless()), 3))) == 3
        assert len(drawn) == 3

    @pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
    def test_workers_are_lazy_too(self) -> None:
        """Only so much is drawn as workers can hold, and the rest may be left."""
        drawn = []

        def endless():
            for number in count():
                drawn.append(number)
                yield f"Iran denied it {number} times."

        results = parse_many(endless(), workers=2, keep=attrgetter("digest"))
        assert len(list(islice(results, 3))) == 3
        del results
        gc.collect()

        assert len(drawn) <= 16 * 5

    def test_takes_paths_and_stories(self, tmp_path: Path) -> None:
        """Paths, folders and stories may be mixed; one path may stand alone."""
        (tmp_path / "a.txt").write_text(TEXTS[0], encoding="utf-8")
        story = RawStory(text=TEXTS[1], id="mine", published="2023-06-10", url="u")
        found = dict(parse_many([tmp_path, story]))

        assert list(found) == [(tmp_path / "a.txt").as_posix(), "mine"]
        assert found["mine"].times[0].value == "2023-06-06"
        assert (
            len(list(parse_many(tmp_path)))
            == len(list(parse_many(Corpus(tmp_path))))
            == 1
        )

    def test_goes_to_any_export(self, tmp_path: Path) -> None:
        """Its pairs are what the writers take."""
        tables_csv.write(parse_many(TEXTS[:2]), tmp_path)

        assert (tmp_path / "claims.csv").stat().st_size > 100

    def test_uses_a_parser_of_yours(self) -> None:
        """A subclass reads in place of the plain parser."""
        ((_, article),) = parse_many(TEXTS[:1], parser=PlainArticleParser())

        assert article.times == ()
        assert article.claims

    def test_tells_of_what_cannot_be_read(self, tmp_path: Path) -> None:
        """The run goes on, and the callback is told in place."""
        given = [
            TEXTS[0],
            RawStory(text=TEXTS[1], id="b", published="tomorrow", file="f", line=3),
            RawStory(text="x" * 200, id="c"),
            TEXTS[2],
        ]
        failures: list[Failure] = []
        found = parse_many(given, limits=Limits(story=150), on_failure=failures.append)

        assert [i for i, _ in found] == ["1", "4"]
        assert [f.story for f in failures] == ["b", "c"]
        assert str(failures[0]).startswith("f, line 3: published: expected an ISO 8601")
        assert str(failures[1]) == "c: text: expected at most 150 code points, got 200"

    def test_logs_a_warning_by_default(self, caplog: pytest.LogCaptureFixture) -> None:
        """Without a callback, what cannot be read is logged."""
        with caplog.at_level(logging.WARNING, "newsmodel"):
            assert list(parse_many([RawStory(text="", id="a", published=8)])) == []

        assert "a: published" in caplog.text

    @pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
    def test_tells_of_a_dead_worker(self) -> None:
        """A worker that dies ends the run with a word."""
        with pytest.raises(LostWorkerError, match="workers to live"):
            list(parse_many(TEXTS, workers=2, keep=die))

    @pytest.mark.parametrize(
        ("given", "options", "error"),
        [
            ("a text", {}, InvalidTypeError),
            (8, {}, InvalidTypeError),
            ([8], {}, InvalidTypeError),
            ([], {"workers": 0}, InvalidValueError),
            ([], {"workers": "2"}, InvalidTypeError),
            ([], {"workers": 2, "keep": lambda a: a}, InvalidTypeError),
            ([], {"workers": 2, "start_method": "hop"}, InvalidValueError),
            ([], {"limits": 8}, InvalidTypeError),
            (Path("no-such"), {}, UnreadableFileError),
        ],
    )
    def test_refuses_wrong_arguments(
        self, given: object, options: dict[str, object], error: type[Exception]
    ) -> None:
        """A wrong argument is told, those that can be before anything is read."""
        with pytest.raises(error):
            list(parse_many(given, **options))

    def test_takes_a_worker_for_each_core(self) -> None:
        """None stands for all cores; nothing in, nothing out."""
        assert list(parse_many([], workers=None)) == []


def test_threads_share_the_default_parser() -> None:
    """Eight threads give what one gives."""
    expected = [newsmodel.parse(text) for text in TEXTS]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(newsmodel.parse, TEXTS * 4))

    assert found == expected * 4
