"""Every example runs: in the README, in the docs, in docstrings."""

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

import newsmodel

ROOT = Path(__file__).parent.parent
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
SYBIL = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=FLAGS), SkipParser()],
    path=str(ROOT),
)
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
MODULES = ["newsmodel"] + [
    found.name
    for found in pkgutil.walk_packages(newsmodel.__path__, "newsmodel.")
    if not found.name.endswith("__main__")
]
FENCE = re.compile(r"^\s*```python\b", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_page(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python blocks of a page run in order, from the root of the project."""
    monkeypatch.chdir(ROOT)
    examples = list(SYBIL.parse(page))
    for example in examples:
        example.evaluate()

    assert bool(examples) == bool(FENCE.search(page.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    """The examples in docstrings give what they say."""
    module = importlib.import_module(name)
    failed, _ = doctest.testmod(module, optionflags=FLAGS)

    assert failed == 0
