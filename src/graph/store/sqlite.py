"""How the file of the ledger is opened: a commit that was cut off is taken back, and each failure says what to do.

A process that is killed while it commits leaves the pages of the file half written and a journal beside it with what
they were (SQLite, Atomic Commit, section 4). Whoever opens the file next has to put them back, and who only reads may
not: so it is opened for writing once, and read then.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from graph.errors import StoreError

WAITS = 60.0
"""For how many seconds a reader waits for a commit: that of a large build writes hundreds of megabytes."""

_CUT_OFF = ("SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY", "SQLITE_READONLY_CANTLOCK")
_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED", *_CUT_OFF)
_ADVICE = {
    "SQLITE_FULL": "the disk is full: make room and run it again; nothing has changed",
    "SQLITE_IOERR": "the disk refuses: look at its room and its health, and run it again; nothing has changed",
    "SQLITE_BUSY": "another process holds it for long; try again",
    "SQLITE_READONLY": "a build was killed, and this user may not put right what it left: run kamergraaf status as "
    "the owner of the store",
    "SQLITE_CANTOPEN": "cannot be opened: look at who may read the folder of the store",
}
"""By how the name of an error begins, what is said of it."""


class LedgerBusyError(StoreError):
    """The ledger is being written to at this moment, or was until its writer was killed: what was current still is."""


@contextmanager
def opened(path: Path, mode: str, wait: float = WAITS) -> Iterator[sqlite3.Connection]:
    """Open the file.

    Args:
        path: the file.
        mode: ``ro`` to read, ``rw`` to write, ``rwc`` to make it as well.
        wait: for how many seconds to wait while another process commits.

    Raises:
        LedgerBusyError: when that takes longer, or left something that cannot be taken back here.
        StoreError: for anything else that SQLite cannot do.
    """
    try:
        with closing(_reading(path, wait) if mode == "ro" else _writing(path, mode, wait)) as connection:
            yield connection
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")  # errors of the module itself have none
        advice = next((said for begin, said in _ADVICE.items() if name.startswith(begin)), "")
        kind = LedgerBusyError if name.startswith(_BUSY) else StoreError
        raise kind(f"{path}: {advice or f'{error}; build the store anew when this stays'}") from error


def _reading(path: Path, wait: float) -> sqlite3.Connection:
    """Open it to read, within a transaction: from its beginning on nothing that was cut off can come between."""
    try:
        return _begun(path, wait)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname not in _CUT_OFF:
            raise
    with closing(sqlite3.connect(_address(path, "rw"), uri=True, timeout=wait)) as connection:
        connection.execute("PRAGMA user_version")  # any look at the file takes back what was cut off
    return _begun(path, wait)


def _begun(path: Path, wait: float) -> sqlite3.Connection:
    connection = sqlite3.connect(_address(path, "ro"), uri=True, timeout=wait, isolation_level=None)
    try:
        connection.execute("BEGIN")
        connection.execute("PRAGMA user_version")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _writing(path: Path, mode: str, wait: float) -> sqlite3.Connection:
    """Open it to write; what is committed lasts through a power cut, also the going of its journal."""
    connection = sqlite3.connect(_address(path, mode), uri=True, timeout=wait)
    connection.execute("PRAGMA synchronous = EXTRA")
    return connection


def _address(path: Path, mode: str) -> str:
    return f"{path.absolute().as_uri()}?mode={mode}"
