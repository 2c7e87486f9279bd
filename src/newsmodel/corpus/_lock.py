"""One run at a time in a folder; the system lets go when a process ends, however."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsmodel.errors import FolderInUseError

try:
    import fcntl
except ImportError:  # Windows has no such locks, so a second run is not noticed
    fcntl = None  # type: ignore[assignment]


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """
    Hold a folder, which is made where it is not there.

    Raises:
        FolderInUseError: If another process holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "_lock").open("wb") as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                place = os.fspath(folder)
                raise FolderInUseError(place, "a folder that no run uses") from error
        yield
