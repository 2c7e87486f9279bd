"""
One thread for matrix products while a text is read.

The products are small: several threads would only wait for each other, at twice the
cost in CPU time (OpenBLAS on two cores).  One thread also adds in the same order on
every machine.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from importlib import import_module
from threading import Lock
from typing import Any


class OneThread:
    """
    Holds BLAS to one thread while anybody is inside, then puts back what was before.

    Threads may enter at the same time; the first one in and the last one out count.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside = 0
        self._limit: AbstractContextManager[Any] | None = None

    def __enter__(self) -> None:
        with self._lock:
            if self._inside == 0:
                self._limit = _controller().limit(limits=1, user_api="blas")
                self._limit.__enter__()
            self._inside += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0 and self._limit is not None:
                self._limit.__exit__(None, None, None)


@cache
def _controller() -> Any:  # noqa: ANN401 - threadpoolctl has no types
    """Find the libraries that numpy has loaded, once per process."""
    return import_module("threadpoolctl").ThreadpoolController()


ONE_THREAD = OneThread()
