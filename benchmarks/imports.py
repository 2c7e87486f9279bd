"""
Measure `import newsmodel`: CPU time above a bare interpreter, and what it loads.

    python benchmarks/imports.py [--runs N] [--limit MILLISECONDS]

Each run is a fresh process; bare and importing runs take turns and the minimum of each
counts.  Exit code 1 past the limit, or when an extra is loaded.
"""

import argparse
import json
import subprocess
import sys

EXTRAS = frozenset(
    "hypothesis jinja2 networkx orjson pandas pyarrow pyspark rich".split()
)
CLOCK = "import time; print(time.process_time())"
LOADED = "import sys, newsmodel; print(*sorted(sys.modules))"


def main() -> int:
    """Measure, print, and say whether all is well."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--limit", type=float, default=100.0)
    options = parser.parse_args()
    milliseconds = _above_bare(options.runs)
    modules = _run(LOADED).split()
    tops = {name.partition(".")[0] for name in modules}
    outside = sorted(tops - sys.stdlib_module_names - {"newsmodel", "__main__"})
    extras = sorted(EXTRAS & tops)
    result = {
        "milliseconds_above_bare": round(milliseconds, 1),
        "limit": options.limit,
        "extras": extras,
        "packages": [name for name in outside if not name.startswith("_")],
        "modules": sum(name.startswith("newsmodel") for name in modules),
        "modules_in_all": len(modules),
    }
    print(json.dumps(result, indent=2))
    return int(bool(extras) or milliseconds > options.limit)


def _above_bare(runs: int) -> float:
    """Give the CPU milliseconds of the import, start of the interpreter left out."""
    bare, with_import = [], []
    for _ in range(runs):
        bare.append(float(_run(CLOCK)))
        with_import.append(float(_run(f"import newsmodel; {CLOCK}")))
    return 1_000 * (min(with_import) - min(bare))


def _run(code: str) -> str:
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603 - our own interpreter
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
