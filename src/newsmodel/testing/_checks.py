"""What each promise means, for tables of results of any class."""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from newsmodel.errors import BrokenPromiseError
from newsmodel.model import Passage, Span
from newsmodel.parsers._contract import parts_of

Tables: TypeAlias = Mapping[str, Any]
"""What was read, by name: a tuple of results, one result, or None."""


def check_words(tables: Tables, text: str, place: str) -> None:
    """Check that the text of every passage is the slice of the story's text."""
    for name, table in tables.items():
        for passage in (p for row in _rows(table) for p in _passages(row)):
            words = text[passage.start : passage.end]
            if words != passage.text:
                raise BrokenPromiseError(
                    passage, f"the words {words!r}", f"{place}.{name}"
                )


def check_order(tables: Tables, place: str) -> None:
    """Check that results stand in order of the text, and that no id comes twice."""
    for name, table in tables.items():
        rows = _rows(table)
        starts = [_start(row) for row in rows]
        if starts != sorted(starts):
            raise BrokenPromiseError(rows, "order of the text", f"{place}.{name}")
        ids = [row.id for row in rows if hasattr(row, "id")]
        if len(set(ids)) < len(ids):
            raise BrokenPromiseError(ids, "unique ids", f"{place}.{name}")


def check_same(found: Tables, expected: Tables, place: str) -> None:
    """Check that two readings are equal, table by table."""
    for name, table in expected.items():
        if found[name] != table:
            raise BrokenPromiseError(found[name], f"{table!r}", f"{place}.{name}")


def check_pickles(found: object, place: str) -> None:
    """Check that a pickle gives back an equal object."""
    restored = pickle.loads(pickle.dumps(found))  # noqa: S301 - our own
    if restored != found:
        raise BrokenPromiseError(restored, f"{found!r}", place)


def shifted(value: Any, by: int) -> Any:  # noqa: ANN401 - whatever results hold
    """Move all spans in a value, but not what is compared by its id alone."""
    if isinstance(value, tuple):
        return tuple(shifted(part, by) for part in value)
    if not attrs.has(type(value)):
        return value
    moved = {
        field.name: shifted(getattr(value, field.name), by)
        for field in attrs.fields(type(value))
        if field.eq_key is None
    }
    if isinstance(value, Span):
        moved |= {"start": value.start + by, "end": value.end + by}
    return attrs.evolve(value, **moved)


def _rows(table: object) -> Sequence[Any]:
    if isinstance(table, tuple):
        return table
    return () if table is None else (table,)


def _passages(row: object) -> list[Passage]:
    return [part for part in parts_of(row) if isinstance(part, Passage)]


def _start(row: object) -> int:
    """Give where a result begins: its trigger, first mention, else first words."""
    trigger = getattr(row, "trigger", None)
    passages = [trigger] if trigger else getattr(row, "mentions", ()) or _passages(row)
    return min((p.start for p in passages), default=0)
