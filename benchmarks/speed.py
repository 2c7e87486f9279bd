"""
Measure the full parse: words per CPU second, peak memory, time of each layer.

    python benchmarks/speed.py [--limit N] [--rounds N] [FOLDER_OR_FILE ...]

Reads .txt, .jsonl and .jsonl.gz (key "text"); by default `seeds/stories`.  A word is
what `str.split` gives.  One process, one core; lexicons are loaded before the clock
starts, and their time is told apart.  The layers are timed in a pass of their own, so
that the clock between them does not slow the figure that counts.
"""

import argparse
import json
import platform
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

from _stories import SEEDS, stories

import newsmodel
from newsmodel.parsers import Parser, Reading
from newsmodel.tagging import Evidence, Tagger
from newsmodel.text import Document

PUBLISHED = "2023-06-10"
WARM_UP = (
    "Bridge Talks Go On\n\nBy Anna Berg\n\nPARIS - Iran denied on Tuesday that it had "
    'sent drones to Russia. "We have sent none," Foreign Minister Li Wei said. The US '
    "imposed sanctions on Iran last month near Moscow."
)
FACTS = ("clean", "blocks", "tokens", "lower", "sentences", "quotations", "quoted")
PARTS = [name for name in vars(newsmodel.ArticleParser) if name.endswith("_parser")]


def main() -> None:
    """Measure and print."""
    options = _options()
    warm = _cpu(lambda: newsmodel.parse(WARM_UP, published=PUBLISHED))
    texts = list(islice(stories(options.place or [SEEDS]), options.limit))
    words = sum(len(text.split()) for text in texts)
    if not words:
        sys.exit("speed: no story with a word in it")
    seconds = [_cpu(lambda: _parse(texts)) for _ in range(options.rounds)]
    result = {
        "newsmodel": newsmodel.__version__,
        "python": platform.python_version(),
        "machine": platform.machine(),
        "stories": len(texts),
        "words": words,
        "cpu_seconds": [round(s, 3) for s in seconds],
        "words_per_cpu_second": round(words / min(seconds)),
        "first_parse_cpu_seconds": round(warm, 3),
        "peak_mebibytes": round(_peak(), 1),
        "layers_cpu_seconds": _layers(texts),
    }
    print(json.dumps(result, indent=2))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("place", nargs="*", type=Path, help="folder or file")
    parser.add_argument("--limit", type=int, help="read this many stories at most")
    parser.add_argument("--rounds", type=int, default=3, help="the best counts")
    return parser.parse_args()


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _parse(texts: list[str]) -> None:
    for text in texts:
        newsmodel.parse(text, published=PUBLISHED)


def _peak() -> float:
    """Give the most memory that the process has held, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def _layers(texts: list[str]) -> dict[str, float]:
    """Time each layer of one pass: facts about characters, each parser, the rest."""
    spent: Counter[str] = Counter()
    parts = {name: _timed(name, spent) for name in PARTS}
    made = type("TimedArticleParser", (newsmodel.ArticleParser,), parts)
    parser = made(evidence=TimedReader(spent))
    start = time.process_time()
    for text in texts:
        parser.parse(text, published=PUBLISHED)
    whole = time.process_time() - start
    spent["model and the rest"] = whole - sum(spent.values())
    return {name: round(seconds, 3) for name, seconds in spent.items()}


class TimedReader:
    """The tagger that ships, noting how long it takes."""

    def __init__(self, spent: Counter[str]) -> None:
        self.spent = spent

    def read(self, document: Document) -> Evidence:
        """Read a text."""
        start = time.process_time()
        evidence = Tagger.shipped().read(document)
        self.spent["evidence"] += time.process_time() - start
        return evidence


def _timed(name: str, spent: Counter[str]) -> type[Parser[Any, Any]]:
    """Make a subclass of a part that notes how long it takes."""
    base = getattr(newsmodel.ArticleParser, name)

    def parse(self: Parser[Any, Any], reading: Reading) -> tuple[Any, ...]:
        if name == PARTS[0]:
            _touch(reading.document, spent)
        start = time.process_time()
        found: tuple[Any, ...] = base.parse(self, reading)
        spent[name] += time.process_time() - start
        return found

    return type(base.__name__, (base,), {"parse": parse})


def _touch(document: Document, spent: Counter[str]) -> None:
    """Read the facts about characters, which are otherwise read on first use."""
    for fact in FACTS:
        start = time.process_time()
        getattr(document, fact)
        spent[f"text.{fact}"] += time.process_time() - start


if __name__ == "__main__":
    main()
