"""How far a run is, for those who wait: a bar, a line or, in a log, a line at times."""

from __future__ import annotations

import time
from typing import Any, TextIO

from newsmodel.corpus import Progress

_LOG_SECONDS = 30.0
"""Where nobody watches, a line at most this often."""
_WIDTH = 78


class Meter:
    """
    Shows progress on a stream; a bar needs the extra `cli`.

    Args:
        stream: Standard error, as a rule.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._watched = stream.isatty()
        self._bar = _bar(stream) if self._watched else None
        self._begin = self._last = time.monotonic()

    def __call__(self, progress: Progress) -> None:
        """Show how far a run is."""
        now = time.monotonic()
        line = describe(progress, now - self._begin)
        if self._bar is not None:
            self._bar.update(0, completed=progress.done, total=progress.size, line=line)
            self._bar.refresh()
        elif self._watched:
            self._stream.write(f"\r{line:{_WIDTH}}")
            self._stream.flush()
        elif now - self._last >= _LOG_SECONDS:
            self._last = now
            self._stream.write(f"{line}\n")
            self._stream.flush()

    def close(self) -> None:
        """Leave the line to what comes next."""
        if self._bar is not None:
            self._bar.stop()
        elif self._watched:
            self._stream.write(f"\r{'':{_WIDTH}}\r")


def describe(progress: Progress, seconds: float) -> str:
    """
    Say in one line how far a run is, how fast, and how long it will take.

    Args:
        progress: How far it is.
        seconds: Since it began; what an earlier try did does not count for the rate.
    """
    share = progress.done / max(progress.size, 1)
    line = f"{progress.stories:,} stories, {share:.0%}"
    if progress.failures:
        line += f", {progress.failures:,} failures"
    fresh = progress.stories - progress.resumed
    done = progress.done - progress.skipped
    if fresh and done and seconds > 0:
        left = seconds * (progress.size - progress.done) / done
        line += f", {fresh / seconds:,.1f} stories/s, {_clock(left)} left"
    return line


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"


def _bar(stream: TextIO) -> Any:  # noqa: ANN401 - of a library that may be missing
    """Make a bar without a thread of its own, which workers that fork do not bear."""
    try:
        from rich.console import Console  # noqa: PLC0415 - an extra
        from rich.progress import BarColumn, TextColumn  # noqa: PLC0415 - an extra
        from rich.progress import Progress as Bar  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    columns = (BarColumn(), TextColumn("{task.fields[line]}"))
    console = Console(file=stream)
    bar = Bar(*columns, console=console, auto_refresh=False, transient=True)
    bar.add_task("", total=None, line="")
    bar.start()
    return bar
