"""
Public corpora as their authors distribute them: each reader gives marked texts.

PolNeAR 1.0.0 (github.com/networkdynamics/PolNeAR), TimeBank in TempEval-3
(github.com/jspotter/TempEval-3), TR-News and LGL
(github.com/milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation, `data/Corpora`), and
column files of CoNLL-2003.  Marks are spans of code points, end exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import attrs

Spans = tuple[tuple[int, int], ...]


@attrs.frozen
class Mark:
    """A stretch of a text, and what people say of it: a type, a value, a point."""

    start: int
    end: int
    says: Any = None


@attrs.frozen
class Attribution:
    """Source, cue and content; each may have several spans, or none."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()


@attrs.frozen
class Marked:
    """A text with its marks."""

    text: str
    marks: tuple[Any, ...]
    published: str | None = None


def polnear(folder: Path) -> Iterator[Marked]:
    """Read a compartment (`data/dev`); of several annotators the first by name."""
    for path in sorted((folder / "text").glob("*.txt")):
        files = sorted((folder / "attributions").glob(f"{path.stem}*.ann"))
        if files:
            lines = files[0].read_text(encoding="utf-8").splitlines()
            yield Marked(path.read_bytes().decode("utf-8"), tuple(_brat(lines)))


def _brat(lines: Iterable[str]) -> Iterator[Attribution]:
    spans: dict[str, Spans] = {}
    events = []
    for line in lines:
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            places = rest.split("\t")[0].split(" ", 1)[1].split(";")
            spans[name] = tuple((int(a), int(b)) for a, b in map(str.split, places))
        elif name.startswith("E"):
            events.append(rest.split())
    for event in events:
        roles: dict[str, Spans] = {}
        for part in event:
            role, _, name = part.partition(":")
            role = role.rstrip("0123456789").lower()
            roles[role] = roles.get(role, ()) + spans[name]
        roles.pop("attribution", None)
        yield Attribution(**roles)


def timebank(folder: Path) -> Iterator[Marked]:
    """Read `.tml` files; the day of creation is the day of publication."""
    for path in sorted(folder.glob("[!.]*.tml")):
        root = ET.parse(path).getroot()  # noqa: S314 - a corpus that the user chose
        body, created = root.find("TEXT"), root.find("DCT/TIMEX3")
        if body is not None:
            marks: list[Mark] = []
            text = _walk(body, 0, marks)
            # "1998-02-13TNI" is a part of a day, which no date and time can say.
            published = re.sub(r"[A-Z]+$", "", created.get("value", "")[:16])
            yield Marked(text, tuple(marks), published)


def _walk(node: ET.Element, start: int, marks: list[Mark]) -> str:
    text = node.text or ""
    for child in node:
        text += _walk(child, start + len(text), marks) + (child.tail or "")
    if node.tag == "TIMEX3":
        marks.append(Mark(start, start + len(text), node.get("value")))
    return text


def toponyms(path: Path) -> Iterator[Marked]:
    """Read TR-News or LGL; a mark says (latitude, longitude), or None without one."""
    root = ET.parse(path).getroot()  # noqa: S314 - a corpus that the user chose
    for article in root.iter("article"):
        text = article.findtext("text") or ""
        marks = tuple(map(_toponym, article.iter("toponym")))
        yield Marked(text, marks, (article.findtext("dltime") or "")[:10] or None)


def _toponym(node: ET.Element) -> Mark:
    start, end = (int(node.findtext(name) or 0) for name in ("start", "end"))
    north, east = (node.findtext(f"gaztag/{name}") for name in ("lat", "lon"))
    return Mark(start, end, (float(north), float(east)) if north and east else None)


def conll(path: Path) -> Iterator[Marked]:
    """Read a column file; tokens joined by spaces, each sentence a paragraph."""
    for story in path.read_text(encoding="utf-8").split("-DOCSTART-")[1:]:
        text, marks = "", []
        for line in story.splitlines()[1:]:
            columns = line.split()
            if not columns:
                text = text.rstrip(" ") + ("\n\n" if text.strip() else "")
                continue
            _add(marks, len(text), columns)
            text += columns[0] + " "
        if marks:
            yield Marked(text, tuple(marks))


def _add(marks: list[Mark], start: int, columns: list[str]) -> None:
    """Add a token to the name that it goes on with, or begin a new one."""
    token, (place, _, kind) = columns[0], columns[-1].partition("-")
    if place == "I" and marks and marks[-1].says == kind and marks[-1].end == start - 1:
        marks[-1] = attrs.evolve(marks[-1], end=start + len(token))
    elif place in ("B", "I"):
        marks.append(Mark(start, start + len(token), kind))
