"""Where the file stood that a graph was made from, and what was in it: so that the store can be held to its sources."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

_TABLE = """
CREATE TABLE IF NOT EXISTS origin (
    graph TEXT PRIMARY KEY, location TEXT NOT NULL, digest TEXT NOT NULL) WITHOUT ROWID
"""
"""A table that stores of earlier versions lack; it comes with their next build."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A file.

    Attributes:
        location: its path on the machine that built; it may run into a ZIP file.
        digest: of what was read of it: its name, its bytes and what stands beside it.
    """

    location: str
    digest: str


def write_origins(connection: sqlite3.Connection, origins: Mapping[str, Origin]) -> None:
    """Note the origins of graphs in a ledger that is open for writing."""
    connection.execute(_TABLE)
    connection.executemany(
        "INSERT OR REPLACE INTO origin VALUES (?, ?, ?)",
        ((graph, origin.location, origin.digest) for graph, origin in origins.items()),
    )


def read_origins(connection: sqlite3.Connection) -> dict[str, Origin]:
    """Give the origins that a ledger has, by graph."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'origin'").fetchone():
        return {}
    rows = connection.execute("SELECT graph, location, digest FROM origin")
    return {graph: Origin(location, digest) for graph, location, digest in rows}
