"""How far a run is, on standard error, for those who wait at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def counted(items: Iterable[T], total: int | None, *, hidden: bool) -> Iterator[T]:
    """
    Give the items and show how many there were.

    A bar with the extra `cli`, a number without it; nothing where standard error is
    no terminal or there is only one.

    Args:
        items: What is worked through.
        total: How many there will be, or None where nobody knows.
        hidden: Whether to show nothing at all.
    """
    if hidden or total == 1 or not sys.stderr.isatty():
        return iter(items)
    try:
        return _bar(items, total)
    except ImportError:
        return _numbers(items, total)


def _bar(items: Iterable[T], total: int | None) -> Iterator[T]:
    from rich.console import Console  # noqa: PLC0415 - an extra
    from rich.progress import track  # noqa: PLC0415 - an extra

    console = Console(stderr=True)
    return iter(track(items, "Reading", total=total, console=console, transient=True))


def _numbers(items: Iterable[T], total: int | None) -> Iterator[T]:
    ending = f" of {total} stories" if total else " stories"
    try:
        for number, item in enumerate(items, 1):
            print(f"\r{number}{ending}", end="", file=sys.stderr, flush=True)
            yield item
    finally:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
