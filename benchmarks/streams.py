"""
Measure a run over many stories: memory, rate, workers, and what travels between them.

    python benchmarks/streams.py [--stories N] [--workers N ...] [FOLDER_OR_FILE ...]

Stories that are there are read again and again until there are enough.  Each run has a
process of its own; `peak_mebibytes` is that of the largest process of the run, parent
or worker.  Wall time depends on what else the machine does, so look at `load_average`
first; `parent_cpu_seconds` is what no worker can take over.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from _stories import SEEDS, stories

from newsmodel.corpus import parse_corpus, parse_many


def main() -> None:
    """Measure each run in its process, and print."""
    options = _options()
    if options.one:
        print(json.dumps(_measure(options)))
        return
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder, "stories.jsonl")
        texts = cycle(stories(options.place or [SEEDS]))
        with corpus.open("w", encoding="utf-8") as file:
            for number, text in enumerate(islice(texts, options.stories)):
                file.write(json.dumps({"id": str(number), "text": text}) + "\n")
        rows = [
            _run(corpus, how, workers)
            for how in ("tables", "articles")
            for workers in options.workers
        ]
    result = {"load_average": os.getloadavg()[0], "cores": os.cpu_count(), "runs": rows}
    print(json.dumps(result, indent=2))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("place", nargs="*", type=Path, help="folder or file")
    parser.add_argument("--stories", type=int, default=1_000)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--how", default="tables", help="tables or articles")
    parser.add_argument("--one", action="store_true", help="in this process")
    return parser.parse_args()


def _run(corpus: Path, how: str, workers: int) -> dict[str, float]:
    given = [str(corpus), "--how", how, "--workers", str(workers), "--one"]
    command = [sys.executable, __file__, *given]
    done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603 - ourselves
    row: dict[str, float] = json.loads(done.stdout)
    print(json.dumps(row), file=sys.stderr, flush=True)
    return row


def _measure(options: argparse.Namespace) -> dict[str, object]:
    (corpus,), (workers,) = options.place, options.workers
    start = time.perf_counter()
    if options.how == "tables":
        done = parse_corpus(corpus, corpus.parent / f"out{workers}", workers=workers)
        count = done.stories
    else:
        count = sum(1 for _ in parse_many(corpus, workers=workers))
    wall = time.perf_counter() - start
    used = [
        resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    return {
        "how": options.how,
        "workers": workers,
        "stories": count,
        "wall_seconds": round(wall, 1),
        "parent_cpu_seconds": round(used[0].ru_utime + used[0].ru_stime, 1),
        "cpu_seconds": round(sum(u.ru_utime + u.ru_stime for u in used), 1),
        "stories_a_second": round(count / wall, 1),
        "peak_mebibytes": round(max(u.ru_maxrss for u in used) / 2**10, 1),
    }


if __name__ == "__main__":
    main()
