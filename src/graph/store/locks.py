"""Locks between processes: one writer, and readers who keep a snapshot from being swept away."""

from __future__ import annotations

import json
import os
import shlex
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Self

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


_SHOWN = 100
"""How many characters of a command are told."""


@dataclass(frozen=True)
class Holder:
    """Who holds a lock: the process, the command that it runs, and since when (UTC)."""

    pid: int
    command: str
    since: datetime

    @classmethod
    def this(cls) -> Self:
        """Give this process."""
        name, *arguments = sys.argv or [""]
        command = shlex.join([Path(name).name, *arguments]).replace("\n", " ")
        short = command if len(command) <= _SHOWN else f"{command[: _SHOWN - 2]} …"
        return cls(os.getpid(), short, datetime.now(UTC).replace(microsecond=0))

    def signature(self) -> bytes:
        """Give what is written down of it, which `signed_by` reads."""
        return json.dumps(asdict(self) | {"since": self.since.isoformat()}).encode()

    def __str__(self) -> str:
        return f"process {self.pid} ({self.command}) since {self.since:%Y-%m-%d %H:%M:%S} UTC"


def signed_by(signature: bytes) -> Holder | None:
    """Read who signed; None where it is not written down, or not yet.

    >>> signed_by(b"") is None
    True
    """
    try:
        found = json.loads(signature)
        return Holder(int(found["pid"]), str(found["command"]), datetime.fromisoformat(found["since"]))
    except (ValueError, KeyError, TypeError):
        return None


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
        """Write down who holds the lock, for the message to others; a full disk is no reason to work without it."""
        with suppress(OSError):
            os.ftruncate(self._file.fileno(), 0)
            os.write(self._file.fileno(), Holder.this().signature())


def writer_lock(folder: Path) -> Lock:
    """Take the one lock for writing to a store. A process that is killed holds it no longer: the system lets go.

    Raises:
        StoreError: naming the process that writes at this moment, its command and since when.
    """
    path = folder / "write.lock"
    try:
        lock = Lock(path)
    except (BlockingIOError, PermissionError) as error:
        if isinstance(error, PermissionError) and not os.access(folder, os.W_OK):
            raise StoreError(f"{folder}: may not be written to by this user; run as the owner of the store") from error
        holder = signed_by(path.read_bytes()) if isinstance(error, BlockingIOError) else None
        who = holder or "another process"
        raise StoreError(f"{folder}: {who} is writing to this store; try again when it is done") from error
    lock.sign()
    return lock
