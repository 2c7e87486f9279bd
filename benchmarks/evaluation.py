"""
Measure how well newsmodel reads, on public corpora as their authors distribute them.

    python benchmarks/evaluation.py --polnear PolNeAR/data/dev --trnews TR-News.xml ...

Each option is a corpus that you have got from its authors; `_public.py` names their
addresses, `_scores.py` defines the figures.  Without one nothing is measured.  Prints
JSON.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from _public import Marked, conll, polnear, timebank, toponyms
from _scores import Read, attributions, names, places, times

import newsmodel
from newsmodel import Article

Reader = Callable[[Path], Iterator[Marked]]
Measure = Callable[[Read], dict[str, float]]
CORPORA: dict[str, tuple[Reader, Measure, str]] = {
    "polnear": (polnear, attributions, "data/dev of PolNeAR"),
    "timebank": (timebank, times, "TBAQ-cleaned/TimeBank of TempEval-3"),
    "trnews": (toponyms, places, "TR-News.xml"),
    "lgl": (toponyms, places, "lgl.xml"),
    "conll": (conll, names, "eng.testa of CoNLL-2003"),
}


def main() -> None:
    """Measure the corpora that are given."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    for name, (_, _, about) in CORPORA.items():
        parser.add_argument(f"--{name}", type=Path, metavar="PATH", help=about)
    result: dict[str, Any] = {"newsmodel": newsmodel.__version__}
    for name, path in vars(parser.parse_args()).items():
        if path is not None:
            read, measure, _ = CORPORA[name]
            result[name] = measure((marked, _parse(marked)) for marked in read(path))
    print(json.dumps(result, indent=2))


def _parse(marked: Marked) -> Article:
    return newsmodel.parse(marked.text, published=marked.published)


if __name__ == "__main__":
    main()
