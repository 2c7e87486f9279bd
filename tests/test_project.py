"""What holds for the files of the project, whatever they say."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import newsmodel

ROOT = Path(__file__).parent.parent
SKIPPED = {"build", "dist", "site", "venv", "node_modules", "__pycache__", "htmlcov"}
LOCK_FILES = {
    "Pipfile.lock",
    "package-lock.json",
    "pdm.lock",
    "poetry.lock",
    "pylock.toml",
    "uv.lock",
    "yarn.lock",
}
INDEX = re.compile(
    r"(?:pypi|pythonhosted|npmjs|devpi)\.(?:org|com|net|io)"
    r"|--(?:extra-)?index-url|--find-links|--trusted-host"
)
_KNOW_THE_VERSION = ("src/newsmodel/_version.py:", "tests", "CHANGELOG", "PKG-INFO")
"""Its place, what reads it, and what a source package was given when it was built."""
MACHINE = re.compile(r"(?<![\w./~-])/(?:home|root|Users|work|opt|mnt)/[\w.-]")


def files() -> list[Path]:
    """Give the files under version control, or all that look like it without git."""
    try:
        listing = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - whichever git there is
            cwd=ROOT,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return [path for path in ROOT.rglob("*") if path.is_file() and is_ours(path)]
    paths = [ROOT / name for name in listing.split("\0") if name]
    return [path for path in paths if path.is_file()]


def is_ours(path: Path) -> bool:
    """Say whether no folder on the way to a file is hidden or made by a tool."""
    folders = path.relative_to(ROOT).parent.parts
    return not any(
        f in SKIPPED or (f.startswith(".") and f not in {".ci", ".github"})
        for f in folders
    )


def lines(pattern: re.Pattern[str]) -> list[str]:
    """Give the lines of the project in which a pattern is found."""
    found = []
    for path in files():
        if path == Path(__file__):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        if pattern.search(text):
            numbered = enumerate(text.splitlines(), 1)
            name = path.relative_to(ROOT)
            found += [f"{name}:{n}: {s}" for n, s in numbered if pattern.search(s)]
    return found


@pytest.fixture(scope="module")
def pyproject() -> dict[str, object]:
    """Load the project file."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_names_no_package_index() -> None:
    """Where packages come from is for the installer to say, not for the project."""
    assert lines(INDEX) == []


def test_names_no_path_of_a_machine() -> None:
    """Nothing depends on where somebody keeps their files."""
    assert lines(MACHINE) == []


def test_has_no_lock_file() -> None:
    """Lock files hold the addresses of one index."""
    assert [path.name for path in files() if path.name in LOCK_FILES] == []


def test_version_stands_in_one_place(pyproject) -> None:
    """Only `_version.py` says it; the changelog has its section."""
    project = pyproject["project"]
    version = re.compile(
        rf"version\W+{re.escape(newsmodel.__version__)}\b", re.IGNORECASE
    )

    assert "version" in project["dynamic"]
    assert [
        line for line in lines(version) if not line.startswith(_KNOW_THE_VERSION)
    ] == []


def test_changelog_has_the_version() -> None:
    """The changelog has a section for this version and one for what comes next."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[([^]]+)\]", changelog, flags=re.MULTILINE)

    assert headings[0] == "Unreleased"
    assert newsmodel.__version__ in headings


def test_all_extra_has_everything_but_spark(pyproject) -> None:
    """The extra `all` names every other extra except `spark`."""
    extras = pyproject["project"]["optional-dependencies"]
    (every,) = extras["all"]
    named = every.removeprefix("newsmodel[").removesuffix("]").split(",")

    assert set(named) == extras.keys() - {"all", "spark"}


def test_script_may_be_run() -> None:
    """`.ci/run` is executable where the file system knows that."""
    script = ROOT / ".ci" / "run"

    assert not script.exists() or os.access(script, os.X_OK)
