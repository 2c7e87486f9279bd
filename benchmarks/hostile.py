"""
Read texts that are made to hurt, each in a process with a bound on time and memory.

    python benchmarks/hostile.py [--scale N] [--only NAME] [--seconds N] [--gibibytes N]

Each is read at a quarter of its size and whole; linear growth is 4.  The sizes are a
tenth of the full ones by default: `--scale 10` is the 10 MB line, the ten million
quotation marks and so on, and takes minutes.  The bounds are CPU seconds for a million
characters, and memory in all.  Exit code 1 where one is broken.
"""

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from _layers import peak_mebibytes

import newsmodel
from newsmodel.corpus import Corpus, Failure

MILLION = 1_000_000
PLANES = "".join(
    chr(p * 0x10000 + c) for p in range(17) for c in range(0x20, 0x2000, 7)
)


def _flood(unit: str) -> Callable[[int], str]:
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def _nested(size: int) -> str:
    return "(" * (size // 2) + ")" * (size // 2)


TEXTS: dict[str, Callable[[int], str]] = {
    "unclosed quotation marks": _flood("“"),
    "unclosed quotations": _flood("“No, "),
    "one line": _flood("The mayor of Paris said that Iran denied it on Tuesday, and "),
    "nested brackets": _nested,
    "nested quotations": _flood("“Iran said ‘"),
    "all planes of Unicode": _flood(PLANES),
    "lone surrogates": _flood("\ud800\udfff "),
    "control characters": _flood("".join(map(chr, range(32))) + "\x7f\x85\u202e"),
    "combining marks": _flood("e" + "\u0301" * 50),
}


def main() -> int:
    """Read each in its process, print, and say whether all bounds hold."""
    options = _options()
    if options.one:
        _limit(options)
        print(json.dumps(_measure(options.one, options.size)))
        return 0
    broken = []
    for name in [*TEXTS, "gzip bomb"]:
        if options.only and options.only not in name:
            continue
        row = _run(name, round(options.scale * MILLION), options)
        print(json.dumps(row), flush=True)
        if "broken" in row:
            broken.append(name)
    print(json.dumps({"broken": broken}))
    return int(bool(broken))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--scale", type=float, default=1, help="million characters")
    parser.add_argument("--only", help="read those with this in their names")
    parser.add_argument("--seconds", type=float, default=120, help="a million, CPU")
    parser.add_argument("--gibibytes", type=float, default=4, help="memory")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--size", type=int, default=0, help=argparse.SUPPRESS)
    return parser.parse_args()


def _limit(options: argparse.Namespace) -> None:
    """Let the system end this process at its bounds."""
    seconds = round(10 + options.seconds * max(options.size / MILLION, 1))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    most = round(options.gibibytes * 2**30)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _run(name: str, size: int, options: argparse.Namespace) -> dict[str, object]:
    rows = []
    for part in (size // 4, size):
        bounds = [
            "--seconds",
            str(options.seconds),
            "--gibibytes",
            str(options.gibibytes),
        ]
        command = [
            sys.executable,
            __file__,
            "--one",
            name,
            "--size",
            str(part),
            *bounds,
        ]
        done = subprocess.run(command, capture_output=True, check=False, text=True)  # noqa: S603 - ourselves
        if done.returncode:
            words = done.stderr.strip().splitlines() or [f"signal {-done.returncode}"]
            return {"text": name, "size": part, "broken": words[-1]}
        rows.append(json.loads(done.stdout))
    quarter, whole = rows
    growth = whole["cpu_seconds"] / max(quarter["cpu_seconds"], 0.01)
    return {"text": name, "size": size, **whole, "growth": round(growth, 1)}


def _measure(name: str, size: int) -> dict[str, float]:
    newsmodel.parse("PARIS - Iran denied on Tuesday that it had sent drones.")
    read = _bomb(size) if name == "gzip bomb" else _text(TEXTS[name](size))
    start = time.process_time()
    read()
    seconds = time.process_time() - start
    return {"cpu_seconds": round(seconds, 2), "peak_mebibytes": round(peak_mebibytes())}


def _text(text: str) -> Callable[[], object]:
    def read() -> None:
        if newsmodel.parse(text, published="2023-06-10").text != text:
            raise AssertionError(text[:20])

    return read


def _bomb(size: int) -> Callable[[], object]:
    """Pack a thousand times so many spaces, as one record."""
    folder = tempfile.TemporaryDirectory()
    path = Path(folder.name, "bomb.jsonl.gz")
    with gzip.open(path, "wb", compresslevel=9) as file:
        for _ in range(1_000):
            file.write(b" " * size)

    def read() -> None:
        with folder:
            found = list(Corpus(path))
        if not all(isinstance(f, Failure) for f in found):
            raise AssertionError(found)

    return read


if __name__ == "__main__":
    sys.exit(main())
