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
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from _layers import PUBLISHED, layer_seconds, peak_mebibytes
from _stories import SEEDS, stories

import newsmodel

WARM_UP = (
    "Bridge Talks Go On\n\nBy Anna Berg\n\nPARIS - Iran denied on Tuesday that it had "
    'sent drones to Russia. "We have sent none," Foreign Minister Li Wei said. The US '
    "imposed sanctions on Iran last month near Moscow."
)


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
        "peak_mebibytes": round(peak_mebibytes(), 1),
        "layers_cpu_seconds": layer_seconds(texts),
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


if __name__ == "__main__":
    main()
