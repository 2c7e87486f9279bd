"""Worker processes that are handed only as much as they can chew."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import islice
from multiprocessing.context import BaseContext
from threading import Thread
from typing import Any, TypeVar

from newsmodel.errors import InvalidTypeError, InvalidValueError, LostWorkerError

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 2
"""Tasks in the hands of a worker: one at work, one waiting."""


def cores() -> int:
    """Count the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def checked_workers(workers: object, place: str) -> int:
    """
    Give the number of workers; None is one for each core.

    Raises:
        InvalidTypeError: If it is no integer.
        InvalidValueError: If it is below 1.
    """
    if workers is None:
        return cores()
    if not isinstance(workers, int) or isinstance(workers, bool):
        raise InvalidTypeError(workers, "an integer or None", place)
    if workers < 1:
        raise InvalidValueError(workers, "1 or more", place)
    return workers


def spread(
    work: Callable[[T], R],
    tasks: Iterable[T],
    *,
    workers: int,
    ordered: bool,
    start_method: str | None = None,
) -> Iterator[R]:
    """
    Give the results of all tasks; the tasks are drawn as workers come free.

    Args:
        work: Does a task; it travels to the workers once, pickled.
        tasks: Drawn lazily, a few ahead of the workers.
        workers: How many processes; 1 works in this one.
        ordered: Whether results come in order of the tasks, or as they are done.
        start_method: "fork", "spawn", "forkserver", or None for Python's own choice.

    Raises:
        InvalidTypeError: If the work cannot be pickled.
        InvalidValueError: If this platform does not know the start method.
        LostWorkerError: If a worker ends before its task.
    """
    if workers == 1:
        return map(work, tasks)
    packed = _packed(work)
    context = _context(start_method)
    return _spread(packed, iter(tasks), workers, context, ordered=ordered)


def _spread(
    packed: bytes,
    tasks: Iterator[T],
    workers: int,
    context: BaseContext,
    *,
    ordered: bool,
) -> Iterator[Any]:
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_start)
    try:
        pending: list[Future[Any]] = []
        for task in tasks:
            pending.append(pool.submit(_run, packed, task))
            if len(pending) >= workers * _AHEAD:
                yield from _finished(pending, ordered=ordered)
        while pending:
            yield from _finished(pending, ordered=ordered)
    except BrokenProcessPool as error:
        raise LostWorkerError(str(error), "all workers to live", "workers") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _finished(pending: list[Future[Any]], *, ordered: bool) -> Iterator[Any]:
    """Wait for the first result, take it off the list, and give it."""
    first = pending[:1] if ordered else wait(pending, None, FIRST_COMPLETED).done
    for future in islice(first, 1):
        pending.remove(future)
        yield future.result()


def _packed(work: Callable[[T], R]) -> bytes:
    try:
        return pickle.dumps(work)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        expectation = f"what can be pickled, as a function of a module can ({error})"
        raise InvalidTypeError(work, expectation, "work") from error


def _context(start_method: str | None) -> BaseContext:
    known = multiprocessing.get_all_start_methods()
    if start_method is not None and start_method not in known:
        raise InvalidValueError(start_method, f"one of {known}", "start_method")
    return multiprocessing.get_context(start_method)


def _start() -> None:
    """Let a worker end at once with Ctrl-C, and with its parent."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _run(packed: bytes, task: object) -> object:
    return _unpacked(packed)(task)


@cache
def _unpacked(packed: bytes) -> Callable[[Any], Any]:
    """Unpack the work once in each worker; it comes from our own parent."""
    work: Callable[[Any], Any] = pickle.loads(packed)  # noqa: S301
    return work
