"""
The layers of the package: which part may import which.

    model  <-  text  <-  lexicons, tagging  <-  parsers  <-  reader
    model  <-  exports, render      <-  corpus      <-  cli
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsmodel

PACKAGE = Path(newsmodel.__file__).parent
FREE = frozenset({"errors", "_version"})
"""Leaves that every part may import and that import nothing of ours."""
BELOW_PARSERS = frozenset({"model", "text", "lexicons", "tagging"})
BELOW_CORPUS = BELOW_PARSERS | {"parsers", "reader", "exports", "render"}
MAY_IMPORT = {
    "errors": frozenset(),
    "_version": frozenset(),
    "model": frozenset(),
    "text": frozenset({"model"}),
    "lexicons": frozenset({"model", "text"}),
    "tagging": frozenset({"model", "text", "lexicons"}),
    "parsers": BELOW_PARSERS,
    "reader": BELOW_PARSERS | {"parsers"},
    "exports": frozenset({"model"}),
    "render": frozenset({"model"}),
    "corpus": BELOW_CORPUS,
    "strategies": BELOW_PARSERS | {"parsers", "reader"},
    "testing": BELOW_CORPUS | {"strategies"},
    "cli": BELOW_CORPUS | {"corpus"},
    "__main__": frozenset({"cli"}),
    "__init__": BELOW_PARSERS | {"parsers", "reader", "corpus"},
}
DELEGATIONS = {
    "Article.to_record",
    "Article.from_record",
    "Article.to_json",
    "Article.from_json",
    "Article._repr_html_",
}
"""Methods of the model that hand their work to `exports` or `render`, imported late."""
EXTRAS = {
    "hypothesis",
    "jinja2",
    "networkx",
    "orjson",
    "pandas",
    "polars",
    "pyarrow",
    "pyspark",
    "rich",
}
LATE = {"cattrs", "dateutil", "numpy", "threadpoolctl"}
"""Core dependencies that are imported on first use."""


class Import:
    """One import of a part of newsmodel: where it stands and what it names."""

    def __init__(self, path: Path, place: str, part: str) -> None:
        self.path = path
        self.place = place
        self.part = part

    def __repr__(self) -> str:
        return f"{self.path.relative_to(PACKAGE)}:{self.place} imports {self.part}"


def imports(path: Path) -> Iterator[Import]:
    """Give all imports of newsmodel in a module, those inside functions too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node, place in walk(tree, ()):
        for name in named(node, path):
            part = name.split(".")[1] if "." in name else "__init__"
            yield Import(path, ".".join(place), part)


def walk(
    node: ast.AST, place: tuple[str, ...]
) -> Iterator[tuple[ast.AST, tuple[str, ...]]]:
    """Give all nodes with the names of the classes and functions around them."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        place = (*place, node.name)
    yield node, place
    for child in ast.iter_child_nodes(node):
        yield from walk(child, place)


def named(node: ast.AST, path: Path) -> Iterator[str]:
    """Give the modules of newsmodel that one import statement names."""
    if isinstance(node, ast.Import):
        yield from (a.name for a in node.names if a.name.split(".")[0] == "newsmodel")
    if isinstance(node, ast.ImportFrom):
        assert node.level == 0, f"{path}: a relative import"
        module = node.module or ""
        if module == "newsmodel":
            yield from (part_of(a.name) for a in node.names)
        elif module.startswith("newsmodel."):
            yield module


def part_of(name: str) -> str:
    """Name what `from newsmodel import name` loads: a part, or the package itself."""
    is_part = (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file()
    return f"newsmodel.{name}" if is_part else "newsmodel"


def part(path: Path) -> str:
    """Name the part that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_arrows(path: Path) -> None:
    """A module imports its own part and the parts below it, no others."""
    allowed = MAY_IMPORT[part(path)] | FREE | {part(path)}
    wrong = [
        found
        for found in imports(path)
        if found.part not in allowed
        and not (found.part in {"exports", "render"} and found.place in DELEGATIONS)
    ]

    assert wrong == []


def test_every_part_has_its_arrows() -> None:
    """A new folder or module at the top is given its place here first."""
    assert {part(path) for path in MODULES} <= MAY_IMPORT.keys()


def test_delegations_are_still_there() -> None:
    """The list of delegations names no method that has gone."""
    places = {
        i.place for path in MODULES for i in imports(path) if part(path) == "model"
    }

    assert places >= DELEGATIONS


def test_import_loads_no_extra() -> None:
    """`import newsmodel` loads no extra, and of the core only attrs."""
    code = "import sys, newsmodel; print(*{m.partition('.')[0] for m in sys.modules})"
    output = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-I", "-c", code], capture_output=True, check=True, text=True
    ).stdout

    assert set(output.split()) & (EXTRAS | LATE) == set()
