"""A commit that was cut off is taken back by whoever looks next, and a reader that knows what is current goes on."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.store.base import Change
from graph.store.embedded import EmbeddedStore
from graph.store.ledger import Ledger
from graph.store.sqlite import LedgerBusyError, opened

GRAPH = "https://example.org/graph/a"
TRIPLE = b'<https://example.org/a> <https://example.org/p> "a" .\n'
CUT_OFF = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 5")  # so that pages are written before the commit
connection.execute("BEGIN")
for number in range(2, 5000):
    connection.execute("INSERT INTO publication VALUES (?, ?)", (number, "2025-01-01T00:00:00+00:00"))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def store(tmp_path: Path) -> EmbeddedStore:
    made = EmbeddedStore(tmp_path)
    made.publish([Change(GRAPH, TRIPLE)])
    return made


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_a_commit_that_was_cut_off_in_the_middle_is_taken_back_by_a_reader(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    ledger = tmp_path / "ledger.sqlite"
    killed = subprocess.run([sys.executable, "-c", CUT_OFF, str(ledger)], check=False)  # noqa: S603
    assert killed.returncode == -signal.SIGKILL
    assert (tmp_path / "ledger.sqlite-journal").stat().st_size > 0
    with pytest.raises(sqlite3.OperationalError, match="readonly"):  # what a reader alone would meet
        sqlite3.connect(f"{ledger.as_uri()}?mode=ro", uri=True).execute("SELECT * FROM publication")
    assert EmbeddedStore(tmp_path).current() == 1
    with store.reader() as reader:
        assert reader.n_triples(GRAPH) == TRIPLE
    store.publish([Change(GRAPH, None)])
    assert store.current() == 2


def test_what_is_current_stays_so_for_as_long_as_the_next_is_being_entered(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    assert store.current() == 1
    writer = sqlite3.connect(tmp_path / "ledger.sqlite", isolation_level=None)
    try:
        writer.execute("BEGIN EXCLUSIVE")
        writer.execute("INSERT INTO publication VALUES (2, '2025-01-01T00:00:00+00:00')")
        os.utime(tmp_path / "ledger.sqlite")  # as a first page that is written does
        assert store.current() == 1
        with pytest.raises(LedgerBusyError, match="another process holds it"):
            with opened(tmp_path / "ledger.sqlite", "ro", wait=0.01):
                pass
        writer.execute("ROLLBACK")
    finally:
        writer.close()
    assert store.current() == 1


def test_a_ledger_whose_maker_was_killed_before_it_had_tables_is_made_whole(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").touch()
    store = EmbeddedStore(tmp_path)
    assert store.current() == 0
    with pytest.raises(StoreError, match="nothing has been published here yet"):
        store.reader()
    store.publish([Change(GRAPH, TRIPLE)])
    assert store.current() == 1


def test_a_full_disk_says_so_and_changes_nothing(store: EmbeddedStore, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="the disk is full: make room and run it again; nothing has changed"):
        with opened(tmp_path / "ledger.sqlite", "rw") as connection, connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages}")
            connection.execute("INSERT INTO extract VALUES ('x', zeroblob(1000000))")
    assert Ledger(tmp_path / "ledger.sqlite").extract("x") == b""
    assert store.current() == 1
