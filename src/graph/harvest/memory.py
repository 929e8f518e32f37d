"""Opens the file in which a harvest remembers, for writing or as a copy in memory, and says what is wrong with it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.errors import HarvestError

_VERSION = 1

_SCHEMA = """
CREATE TABLE paper (
    key TEXT PRIMARY KEY, name TEXT NOT NULL, standing TEXT NOT NULL, fate TEXT NOT NULL, version TEXT NOT NULL,
    suffix TEXT NOT NULL, sha256 TEXT NOT NULL, address TEXT NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL,
    note TEXT NOT NULL, choice TEXT NOT NULL, seen TEXT NOT NULL);
CREATE INDEX paper_name ON paper (name);
CREATE TABLE question (key TEXT NOT NULL, number TEXT NOT NULL, PRIMARY KEY (number, key)) WITHOUT ROWID;
CREATE TABLE failed (source TEXT NOT NULL, key TEXT NOT NULL, listed BLOB NOT NULL, PRIMARY KEY (source, key));
CREATE TABLE listing (
    source TEXT NOT NULL, choice TEXT NOT NULL, begun TEXT NOT NULL, since TEXT NOT NULL, cursor TEXT,
    complete TEXT NOT NULL, PRIMARY KEY (source, choice));
"""

_FOREIGN = frozenset({sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT})
"""What SQLite says of a file that is none of its own, or a damaged one."""


def open_memory(file: Path) -> sqlite3.Connection:
    """Open a file for reading and writing; it is made where it is not there.

    Raises:
        HarvestError: when it cannot be opened, is something else, or is of another version.
    """
    try:
        return _fitting(sqlite3.connect(file, isolation_level=None), file)
    except sqlite3.Error as error:
        raise _told(file, error) from error


def open_copy(file: Path) -> sqlite3.Connection:
    """Give what a file remembers in memory: the file is read, and nothing beside it is touched.

    Raises:
        HarvestError: as `open_memory`.
    """
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        if file.is_file():
            _copy(file, memory)
        return _fitting(memory, file)
    except sqlite3.Error as error:
        memory.close()
        raise _told(file, error) from error


def _copy(file: Path, memory: sqlite3.Connection) -> None:
    journal = file.with_name(f"{file.name}-journal")
    if not journal.exists():
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as old:
            old.backup(memory)
        return
    # A run was killed while it wrote: what it left half done is undone in a copy, for this run may not write.
    with TemporaryDirectory() as folder:
        shutil.copyfile(file, Path(folder) / file.name)
        with suppress(FileNotFoundError):  # the run was not dead, and is done with it
            shutil.copyfile(journal, Path(folder) / journal.name)
        with closing(sqlite3.connect(Path(folder) / file.name)) as old:
            old.backup(memory)


def _fitting(database: sqlite3.Connection, file: Path) -> sqlite3.Connection:
    try:
        version = database.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            database.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")
        elif version != _VERSION:
            raise HarvestError(f"{file}: made by another version of kamergraaf; move it away to begin again")
    except (sqlite3.Error, HarvestError):
        database.close()
        raise
    return database


def _told(file: Path, error: sqlite3.Error) -> HarvestError:
    if getattr(error, "sqlite_errorcode", 0) in _FOREIGN:
        return HarvestError(f"{file}: this is not what a harvest remembers ({error}); move it away")
    return HarvestError(f"{file}: cannot be opened ({error}); make room or see to its rights, and run again")
