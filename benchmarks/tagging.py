"""
Measure the tagger alone: words per CPU second, time to load, size of its weights.

    python benchmarks/tagging.py [--weights FILE] [--limit N] [FOLDER_OR_FILE ...]

Reads .txt, .jsonl and .jsonl.gz (key "text"); by default `seeds/stories`, and 200
stories of `../shared/corpora/news` where they are.  A word is what `str.split` gives.
The time is that of `Tagger.read` with all that it needs of the `Document`: tokens,
sentences, quotations.  One process, one core: set OMP_NUM_THREADS=1.  On a machine that
has other work to do, `best_words_per_cpu_second` says more: it takes the best time of
each story out of all rounds.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

import numpy as np
from _stories import SEEDS, stories

import newsmodel
from newsmodel.tagging import Tagger
from newsmodel.tagging.tagger import SHIPPED
from newsmodel.text import Document

NEWS = SEEDS.parents[2] / "shared" / "corpora" / "news" / "news.jsonl.gz"
LOAD = """
import sys, time
import newsmodel.tagging
start, begin = time.perf_counter(), time.process_time()
import numpy
middle = time.process_time()
from newsmodel.tagging.tagger import Tagger
Tagger.load(sys.argv[1])
print(time.perf_counter() - start, time.process_time() - begin, middle - begin)
"""


def main() -> None:
    """Measure and print."""
    options = _options()
    if not options.weights.is_file():
        sys.exit(f"tagging: no weights at {options.weights}")
    result = {
        "newsmodel": newsmodel.__version__,
        "python": platform.python_version(),
        "numpy": np.__version__,
        "machine": platform.machine(),
        "threads": os.environ.get("OMP_NUM_THREADS", "as many as there are"),
        "weights_bytes": options.weights.stat().st_size,
        "load_milliseconds": _load(options.weights),
    }
    tagger = Tagger.load(options.weights)
    for name, texts in _sets(options):
        result[name] = _measure(tagger, texts, options.rounds)
    print(json.dumps(result, indent=2))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("place", nargs="*", type=Path, help="folder or file")
    parser.add_argument("--weights", type=Path, default=SHIPPED, help="their file")
    parser.add_argument("--limit", type=int, default=200, help="stories at most")
    parser.add_argument("--rounds", type=int, default=3, help="the best counts")
    return parser.parse_args()


def _load(path: Path) -> dict[str, float]:
    """Load in fresh processes: wall and CPU time, and what of it is NumPy's import."""
    command = [sys.executable, "-c", LOAD, str(path)]
    runs = [
        subprocess.run(command, capture_output=True, check=True, text=True).stdout  # noqa: S603
        for _ in range(5)
    ]
    best = min([float(x) for x in run.split()] for run in runs)
    names = ("wall", "cpu", "cpu_of_numpy_import")
    return {n: round(1000 * s, 1) for n, s in zip(names, best, strict=True)}


def _sets(options: argparse.Namespace) -> list[tuple[str, list[str]]]:
    places = {str(place): place for place in options.place} or {"seeds": SEEDS}
    if not options.place and NEWS.is_file():
        places["news"] = NEWS
    return [(n, list(islice(stories([p]), options.limit))) for n, p in places.items()]


def _measure(tagger: Tagger, texts: list[str], rounds: int) -> dict[str, float]:
    words = sum(len(text.split()) for text in texts)
    for text in texts[:20]:
        tagger.read(Document(text))
    seconds = [[_read(tagger, text) for text in texts] for _ in range(rounds)]
    best = sum(map(min, zip(*seconds, strict=True)))
    return {
        "stories": len(texts),
        "words": words,
        "words_per_cpu_second": round(words / min(map(sum, seconds))),
        "best_words_per_cpu_second": round(words / best),
    }


def _read(tagger: Tagger, text: str) -> float:
    start = time.process_time()
    tagger.read(Document(text))
    return time.process_time() - start


if __name__ == "__main__":
    main()
