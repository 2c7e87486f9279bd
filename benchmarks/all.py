"""
Run the benchmarks of speed and memory, keep the results, and print them as tables.

    python benchmarks/all.py [--python PYTHON] [--node FOLDER] [FOLDER_OR_FILE ...]

Writes `benchmarks/results/YYYY-MM-DD.json`; `--python` and `--node` say where the
programs of rivals.py are.  Takes some minutes; do nothing else on the machine.
"""

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Cells = Iterable[object]


def main() -> None:
    """Run, write, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("place", nargs="*", help="folder or file")
    parser.add_argument("--python", default=sys.executable, help="has the rivals")
    parser.add_argument("--stories", type=int, default=1_000, help="of streams.py")
    parser.add_argument("--node", default=".", help="has node_modules")
    options = parser.parse_args()
    rivals = ["--python", options.python, "--node", options.node]
    date = dt.datetime.now(dt.UTC).date().isoformat()
    machine = f"{platform.machine()}, {os.cpu_count()} cores"
    results: dict[str, Any] = {"date": date, "machine": machine}
    path = HERE / "results" / f"{date}.json"
    path.parent.mkdir(exist_ok=True)
    for name, arguments in (
        ("imports", []),
        ("speed", options.place),
        ("rivals", [*rivals, *options.place]),
        ("lengths", options.place),
        ("streams", ["--stories", str(options.stories), *options.place]),
    ):
        results[name] = {"load_average": os.getloadavg()[0], **_run(name, arguments)}
        path.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    print("\n\n".join(tables(results)))


def tables(results: dict[str, Any]) -> Iterable[str]:
    """Give the results as tables of Markdown."""
    yield _table(
        ["program", "release", "words a CPU second", "loading, CPU s", "peak, MiB"],
        (list(map(row.get, RIVAL)) for row in results["rivals"]["rivals"]),
    )
    yield _table(
        ["words a story", "words a CPU second", "CPU us a word", "peak, MiB"],
        (list(map(row.get, LENGTH)) for row in results["lengths"]["lengths"]),
    )
    layers = results["speed"]["layers_cpu_seconds"]
    whole = sum(layers.values())
    yield _table(
        ["layer", "share"],
        ((name, f"{seconds / whole:.1%}") for name, seconds in layers.items()),
    )
    yield _table(
        ["how", "workers", "stories/s", "CPU s", "of the parent", "peak, MiB"],
        (list(map(row.get, STREAM)) for row in results["streams"]["runs"]),
    )


RIVAL = "name release words_per_cpu_second load_cpu_seconds peak_mebibytes".split()
LENGTH = "words words_per_cpu_second cpu_microseconds_a_word peak_mebibytes".split()
STREAM = (
    "how workers stories_a_second cpu_seconds parent_cpu_seconds peak_mebibytes".split()
)


def _table(names: list[str], rows: Iterable[Cells]) -> str:
    lines = [names, ["---"] * len(names), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def _run(name: str, arguments: Iterable[str]) -> dict[str, Any]:
    print(f"== {name}", file=sys.stderr, flush=True)
    command = [sys.executable, str(HERE / f"{name}.py"), *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False, text=True)  # noqa: S603 - our own scripts
    result: dict[str, Any] = json.loads(done.stdout)
    return result


if __name__ == "__main__":
    main()
