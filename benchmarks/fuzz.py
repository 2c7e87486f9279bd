"""
Look for inputs that break a promise, led by what code they reach.

    python benchmarks/fuzz.py {parse,readers,records} [--seconds N] [--folder FOLDER]

By atheris (libFuzzer) where it is installed: it keeps inputs that reach new code in the
folder, which a later run goes on from, and writes the one that broke a promise to
`crash-...`.  Else by Hypothesis with many examples, without that lead.

- parse: any text parses; passages are slices; JSON gives back an equal article.
- readers: any bytes in a file of any kind are stories or failures.
- records: any JSON is an article or an `InvalidRecordError`.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module, util
from pathlib import Path

from _stories import SEEDS

PUBLISHED = "2023-06-10"
SUFFIXES = [".txt", ".jsonl", ".csv", ".tsv", ".jsonl.gz", ".csv.gz", ".jsonl.zst"]


def main() -> None:
    """Fuzz one target."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--folder", type=Path, help="inputs that reach new code")
    options = parser.parse_args()
    by_coverage = util.find_spec("atheris") is not None
    run = _by_coverage if by_coverage else _by_chance
    with tempfile.TemporaryDirectory() as folder:
        run(options.target, options.seconds, options.folder or Path(folder))


def _by_coverage(target: str, seconds: int, folder: Path) -> None:
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["newsmodel"]):
        _load()
    folder.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(_first(target)):
        (folder / f"first-{number}").write_bytes(content)
    flags = [f"-max_total_time={seconds}", "-max_len=4096", "-rss_limit_mb=4096"]
    atheris.Setup([sys.argv[0], *flags, "-timeout=60", str(folder)], TARGETS[target])
    atheris.Fuzz()


def _by_chance(target: str, seconds: int, _: Path) -> None:
    hypothesis = import_module("hypothesis")
    _load()
    check = hypothesis.given(hypothesis.strategies.binary(max_size=4096))
    patient = hypothesis.settings(max_examples=seconds * 20, deadline=None)
    patient(check(TARGETS[target]))()


def _load() -> None:
    """Import all that is fuzzed."""
    for module in ("newsmodel", "newsmodel.parsers", "newsmodel.corpus"):
        import_module(module)
    import_module("newsmodel").parse("Iran denied on Tuesday that it had sent drones.")


def _first(target: str) -> list[bytes]:
    """Give inputs to begin with."""
    texts = [path.read_bytes()[:2000] for path in sorted(SEEDS.glob("*.txt"))]
    if target != "records":
        return texts
    parse = import_module("newsmodel").parse
    return [
        parse(text.decode(errors="replace")[:400]).to_json().encode() for text in texts
    ]


def _parse(content: bytes) -> None:
    newsmodel = import_module("newsmodel")
    text = content.decode("utf-8", "surrogateescape")
    article = newsmodel.parse(text, published=PUBLISHED)
    for claim in article.claims:
        for passage in claim.content:
            assert text[passage.start : passage.end] == passage.text  # noqa: S101
    assert newsmodel.Article.from_json(article.to_json()) == article  # noqa: S101


def _readers(content: bytes) -> None:
    corpus = import_module("newsmodel.corpus")
    suffix = SUFFIXES[content[0] % len(SUFFIXES)] if content else ".txt"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{suffix}")
        path.write_bytes(content[1:])
        for found in corpus.Corpus(path):
            assert isinstance(found, corpus.RawStory | corpus.Failure)  # noqa: S101


def _records(content: bytes) -> None:
    newsmodel = import_module("newsmodel")
    try:
        article = newsmodel.Article.from_json(content)
    except newsmodel.InvalidRecordError:
        return
    assert newsmodel.Article.from_json(article.to_json()) == article  # noqa: S101


TARGETS: dict[str, Callable[[bytes], None]] = {
    "parse": _parse,
    "readers": _readers,
    "records": _records,
}


if __name__ == "__main__":
    main()
