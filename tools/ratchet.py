"""Score the seed stories against their answers and move the ratchet forward."""

import argparse
import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SECTIONS = ("layout", "claims", "actors", "places", "times", "sanctions")


def main(arguments: list[str] | None = None) -> int:
    """Print the table; give 1 where something was lost."""
    options = _options(arguments)
    seeds, scores = _modules()
    parse = importlib.import_module("newsmodel").parse
    kept, lost = scores.read_ratchet(), 0
    print(_row("story", [*SECTIONS, "spurious", "share"]))
    for name in [n for n in seeds.names() if _wanted(n, options.stories)]:
        answer = seeds.read(name)
        score = scores.score(parse(answer.text, published=answer.published), answer)
        slips = scores.slips(score, kept.get(name, {}))
        lost += len(slips)
        for line in _report(name, score, slips, missed=options.missed):
            print(line)
        kept[name] = scores.moved(
            score, kept.get(name, {}), allow_loss=options.allow_loss
        )
    if options.allow_loss:
        kept = {name: kept[name] for name in seeds.names() if name in kept}
    if options.write:
        write(seeds.SEEDS / "ratchet.json", kept)
    return int(lost > 0 and not (options.write and options.allow_loss))


def _modules() -> tuple[ModuleType, ModuleType]:
    sys.path.insert(0, str(ROOT / "tests"))
    try:
        return importlib.import_module("seeds"), importlib.import_module("seed_scores")
    finally:
        sys.path.pop(0)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", nargs="*", metavar="STORY", help="such as 0003")
    parser.add_argument("--missed", action="store_true", help="list what is missed")
    parser.add_argument("--write", action="store_true", help="keep what is right now")
    parser.add_argument("--allow-loss", action="store_true", help="give up lost items")
    options = parser.parse_args(arguments)
    options.missed = options.missed or bool(options.stories)
    if options.allow_loss and not options.write:
        parser.error("--allow-loss goes with --write")
    return options


def _wanted(name: str, stories: list[str]) -> bool:
    return not stories or any(name.startswith(story) for story in stories)


def _report(name: str, score: Any, slips: list[str], *, missed: bool) -> Iterator[str]:  # noqa: ANN401 - a class of the tests
    counts = [*_counts(score.items), str(len(score.spurious))]
    yield _row(name, [*counts, f"{score.share:.3f}"])
    yield from (f"  ! {line}" for line in slips)
    if missed:
        yield from (f"  missed: {label}" for label in score.missed)
        yield from (f"  spurious: {one}" for one in score.spurious)


def _counts(items: dict[str, bool]) -> list[str]:
    cells = []
    for section in SECTIONS:
        marks = [right for label, right in items.items() if label.startswith(section)]
        cells.append(f"{sum(marks)}/{len(marks)}")
    return cells


def _row(name: str, cells: list[str]) -> str:
    return f"{name:24}" + "".join(f"{cell:>10}" for cell in cells)


def write(path: Path, kept: dict[str, Any]) -> None:
    """Write the ratchet, sorted, one label a line."""
    text = json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
