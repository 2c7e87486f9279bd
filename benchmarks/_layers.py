"""How long each layer of the parse takes, and how much memory the process has held."""

import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from typing import Any
from unittest import mock

import newsmodel
from newsmodel.parsers import Parser, Reading
from newsmodel.tagging import Evidence, Tagger
from newsmodel.text import Document

PUBLISHED = "2023-06-10"
FACTS = ("clean", "blocks", "tokens", "lower", "sentences", "quotations", "quoted")
PARTS = [name for name in vars(newsmodel.ArticleParser) if name.endswith("_parser")]


def peak_mebibytes() -> float:
    """Give the most memory that the process has held, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def layer_seconds(texts: list[str]) -> dict[str, float]:
    """Time each layer of one pass: facts about characters, each parser, the rest."""
    spent: Counter[str] = Counter()
    parser = newsmodel.ArticleParser(evidence=TimedReader(spent))
    with mock.patch.object(Parser, "parse", _timed(spent)):
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


def _timed(spent: Counter[str]) -> Callable[..., tuple[Any, ...]]:
    """Make a `parse` that notes how long each part takes."""
    names = {getattr(newsmodel.ArticleParser, name): name for name in PARTS}
    untimed = Parser.parse

    def parse(self: Parser[Any, Any], reading: Reading) -> tuple[Any, ...]:
        name = names[type(self)]
        if name == PARTS[0]:
            _touch(reading.document, spent)
        start = time.process_time()
        found = untimed(self, reading)
        spent[name] += time.process_time() - start
        return found

    return parse


def _touch(document: Document, spent: Counter[str]) -> None:
    """Read the facts about characters, which are otherwise read on first use."""
    for fact in FACTS:
        start = time.process_time()
        getattr(document, fact)
        spent[f"text.{fact}"] += time.process_time() - start
