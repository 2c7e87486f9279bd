"""
Measure cost a word and peak memory by length of story, of the whole and of each layer.

    python benchmarks/lengths.py [--words N ...] [--total WORDS] [FOLDER_OR_FILE ...]

A story of n words is made of the paragraphs of stories that are there, one behind the
other; short ones are read until `--total` words are.  Each length has a process of its
own, so that its peak is its own.  `spread` is the cost a word of the dearest length
over that of the cheapest; 1 is linear.
"""

import argparse
import json
import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path

from _layers import PUBLISHED, layer_seconds, peak_mebibytes
from _stories import SEEDS, stories

import newsmodel

WORDS = [100, 300, 1_000, 3_000, 10_000, 30_000, 100_000]
WARM_UP = "PARIS - Iran denied on Tuesday that it had sent drones, Anna Berg said."


def main() -> None:
    """Measure each length in its process, and print."""
    options = _options()
    if options.one:
        print(json.dumps(_measure(options)))
        return
    rows = [_run(words, options) for words in options.words]
    costs = [row["cpu_microseconds_a_word"] for row in rows]
    spread = round(max(costs) / min(costs), 2)
    print(json.dumps({"lengths": rows, "spread": spread}, indent=2))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("place", nargs="*", type=Path, help="folder or file")
    parser.add_argument("--words", type=int, nargs="+", default=WORDS)
    parser.add_argument("--total", type=int, default=20_000, help="at least so many")
    parser.add_argument("--one", action="store_true", help="in this process")
    return parser.parse_args()


def _run(words: int, options: argparse.Namespace) -> dict[str, float]:
    given = [*map(str, options.place), "--total", str(options.total)]
    command = [sys.executable, __file__, *given, "--one", "--words", str(words)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603 - ourselves
    row: dict[str, float] = json.loads(done.stdout)
    print(json.dumps(row), file=sys.stderr, flush=True)
    return row


def _measure(options: argparse.Namespace) -> dict[str, object]:
    (words,) = options.words
    texts = _texts(options.place or [SEEDS], words, max(options.total, words))
    newsmodel.parse(WARM_UP)
    count = sum(len(text.split()) for text in texts)
    start = time.process_time()
    for text in texts:
        newsmodel.parse(text, published=PUBLISHED)
    seconds = time.process_time() - start
    peak = peak_mebibytes()
    layers = layer_seconds(texts)
    return {
        "words": words,
        "stories": len(texts),
        "words_per_cpu_second": round(count / seconds),
        "cpu_microseconds_a_word": round(1e6 * seconds / count, 1),
        "peak_mebibytes": round(peak, 1),
        "layers_microseconds_a_word": {
            name: round(1e6 * spent / count, 2) for name, spent in layers.items()
        },
    }


def _texts(places: list[Path], words: int, total: int) -> list[str]:
    """Make stories of so many words, to the paragraph that goes past it."""
    paragraphs = [
        p for text in stories(places) for p in text.split("\n\n") if p.strip()
    ]
    source = cycle(paragraphs)
    return [_text(source, words) for _ in range(max(1, total // words))]


def _text(source: "cycle[str]", words: int) -> str:
    taken: list[str] = []
    left = words
    while left > 0:
        (paragraph,) = islice(source, 1)
        taken.append(" ".join(paragraph.split()[:left]))
        left -= len(paragraph.split())
    return "\n\n".join(taken)


if __name__ == "__main__":
    main()
