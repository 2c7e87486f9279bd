"""The stories that a benchmark reads: .txt, .jsonl and .jsonl.gz."""

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

SEEDS = Path(__file__).resolve().parent.parent / "seeds" / "stories"


def stories(places: Iterable[Path]) -> Iterator[str]:
    """Give the text of each .txt file and of each line of a .jsonl (key "text")."""
    for place in places:
        paths = sorted(place.rglob("*")) if place.is_dir() else [place]
        for path in paths:
            if path.suffix == ".txt":
                yield path.read_bytes().decode("utf-8", "replace")
            elif path.name.endswith((".jsonl", ".jsonl.gz")):
                yield from _lines(path)


def _lines(path: Path) -> Iterator[str]:
    start = gzip.open if path.suffix == ".gz" else open
    with start(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line).get("text")
            if isinstance(text, str):
                yield text
