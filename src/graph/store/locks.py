"""Locks between processes: one writer, and readers who keep a snapshot from being swept away."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

from graph.errors import StoreError

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[str], shared: bool) -> None:
        # Windows has no shared lock here, and does not need one: it refuses to remove files that are open.
        if not shared:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[str], shared: bool) -> None:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)


class Lock:
    """A lock on a file, let go when it is closed or when its process ends, however it ends."""

    def __init__(self, path: Path, *, shared: bool = False) -> None:
        """Take the lock without waiting.

        Raises:
            BlockingIOError: when another process has it (`PermissionError` on Windows).
            FileNotFoundError: when the file is not there, or went away while the lock was being taken.
        """
        self._file = path.open("r" if shared else "a+", encoding="utf-8")
        try:
            _take(self._file, shared)
            # A file that was removed between opening and locking can still be locked, but guards nothing any more.
            if not os.path.samestat(os.fstat(self._file.fileno()), os.stat(path)):
                raise FileNotFoundError(f"{path}: another file has taken its place")
        except OSError:
            self._file.close()
            raise

    def close(self) -> None:
        """Let go."""
        self._file.close()

    def sign(self) -> None:
        """Write down who holds the lock, for the message to others."""
        self._file.truncate(0)
        self._file.write(str(os.getpid()))
        self._file.flush()


def writer_lock(folder: Path) -> Lock:
    """Take the one lock for writing to a store.

    Raises:
        StoreError: naming the process that writes at this moment.
    """
    path = folder / "write.lock"
    try:
        lock = Lock(path)
    except (BlockingIOError, PermissionError) as error:
        holder = path.read_text(encoding="utf-8").strip() if isinstance(error, BlockingIOError) else ""
        who = f"process {holder}" if holder else "another process"
        raise StoreError(f"{folder}: {who} is writing to this store; try again when it is done") from error
    lock.sign()
    return lock
