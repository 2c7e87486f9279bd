"""Print `list=[...]`, the Pythons that the package metadata names, for CI."""

import json
import tomllib
from pathlib import Path

PREFIX = "Programming Language :: Python :: 3."


def supported(pyproject: Path) -> list[str]:
    """Give the versions in the classifiers, as "3.11", in their order."""
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    found = [c for c in project["classifiers"] if c.startswith(PREFIX)]
    return [c.rpartition(" ")[2] for c in found]


if __name__ == "__main__":
    root = Path(__file__).resolve().parent.parent
    print(f"list={json.dumps(supported(root / 'pyproject.toml'))}")
