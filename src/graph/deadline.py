"""A limit on the time that one document may take, so that a paper that breaks the rules stops no one else."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from graph.errors import ReadError


@contextmanager
def deadline(seconds: float, file: str) -> Iterator[None]:
    """Stop the work inside after a time.

    It holds in the main thread of a process on systems with interval timers (POSIX), which is where documents are
    read: in the command and in the processes of a build. Elsewhere nothing is stopped. Inside one another, the outer
    deadline counts.

    A call into compiled code that never looks for signals (parsing XML, rendering a page) is stopped when it returns;
    matching a regular expression looks for them.

    Args:
        seconds: of real time; 0 for no limit.
        file: the name of the file, for the message.

    Raises:
        ReadError: when the time is over.
    """
    able = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if seconds <= 0 or not able or signal.getitimer(signal.ITIMER_REAL)[0]:
        yield
        return

    def over(_signal: int, _frame: FrameType | None) -> None:
        raise ReadError(file, f"it takes more than {seconds:g} seconds: split it into its papers, or raise the limit")

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
