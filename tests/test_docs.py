"""Every example runs: in the README, in the docs, in docstrings."""

import doctest
import importlib
import os
import pkgutil
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser

import newsmodel

ROOT = Path(__file__).parent.parent
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def run_console(example: Example) -> str | None:
    """Run the commands behind `$` in a shell, and say what they print, if not that."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    expected = example.parsed.splitlines()
    printed: list[str] = []
    for line in expected:
        if line.startswith("$ "):
            done = subprocess.run(  # noqa: S603 - our own page
                ["bash", "-c", line[2:]],  # noqa: S607 - whichever bash there is
                env={**os.environ, "PATH": path},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            )
            printed += [line, *done.stdout.splitlines()]
    return None if printed == expected else "\n".join(["printed:", *printed])


SYBIL = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=FLAGS),
        CodeBlockParser(language="console", evaluator=run_console),
        SkipParser(),
    ],
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
FENCE = re.compile(r"^\s*```(?:python|console)\b", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_page(page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The blocks of a page run in order, from the root of the project."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("OUT", str(tmp_path))
    text = page.read_text(encoding="utf-8")
    if "```console" in text and (os.name != "posix" or not shutil.which("bash")):
        pytest.skip("the commands of this page need a shell")
    examples = list(SYBIL.parse(page))
    for example in examples:
        example.evaluate()

    assert bool(examples) == bool(FENCE.search(text))


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    """The examples in docstrings give what they say."""
    module = importlib.import_module(name)
    failed, _ = doctest.testmod(module, optionflags=FLAGS)

    assert failed == 0
