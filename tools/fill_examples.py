"""
Write into a page what its examples print now.

    python tools/fill_examples.py README.md

The fenced Python blocks, and the commands behind `$` in console blocks, are run in
order, from the root of the project, with a folder `OUT` for what they write; the output
under each prompt is replaced, tracebacks excepted.  Read the difference before you
keep it: the tests compare the page with the library, so this must not hide a mistake.
"""

import contextlib
import doctest
import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(
    r"(?<=^```python\n).*?(?=^```$)|(?<=^```console\n).*?(?=^```$)",
    re.DOTALL | re.MULTILINE,
)


def page_filled(text: str) -> str:
    """Give a page with the output that its examples have now."""
    names: dict[str, Any] = {}
    return BLOCK.sub(lambda found: filled(found[0], names), text)


def filled(block: str, names: dict[str, Any]) -> str:
    """Give a block with the output that its examples have now."""
    if block.startswith("$ "):
        return "".join(map(_run_command, re.findall(r"^\$ .*", block, re.MULTILINE)))
    if not block.startswith(">>>"):
        exec(block, names)  # noqa: S102 - our own page
        return block
    shown = []
    for example in doctest.DocTestParser().get_examples(block):
        first, *others = example.source.splitlines()
        shown += [f">>> {first}", *(f"... {line}".rstrip() for line in others)]
        shown += [example.want.rstrip()] if example.exc_msg else _run(example, names)
    return "\n".join(shown) + "\n\n"


def _run(example: doctest.Example, names: dict[str, Any]) -> list[str]:
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(example.source, "example", "single"), names)  # noqa: S102 - our own page
    return [line.rstrip() for line in output.getvalue().splitlines()]


def _run_command(line: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own page
        ["bash", "-c", line[2:]],  # noqa: S607 - whichever bash there is
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return f"{line}\n{done.stdout}"


def main() -> None:
    """Fill the pages that the command names."""
    pages = [Path(name).resolve() for name in sys.argv[1:]]
    os.chdir(ROOT)
    for page in pages:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["OUT"] = folder
            text = page_filled(page.read_text(encoding="utf-8"))
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
