"""Opening what a harvest remembers."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from graph.errors import HarvestError
from graph.harvest.memory import open_copy, open_memory

KILLED = """
import os, sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA cache_size = 1")
database.execute("PRAGMA cache_spill = 1")
database.execute("BEGIN IMMEDIATE")
for number in range(5000):
    database.execute("INSERT INTO listing VALUES (?, 'half done', '', '', '', '')", (f"{number} {'x' * 200}",))
os._exit(9)
"""
"""A process that ends in the midst of writing more than fits in its memory."""


def test_copy_of_a_file_that_a_killed_process_left_half_written_is_as_before_and_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "s"
    database = open_memory(file)
    database.execute("INSERT INTO listing VALUES ('sru', 'whole', '', '', '', '')")
    database.close()
    subprocess.run([sys.executable, "-c", KILLED, str(file)], check=False)  # noqa: S603
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert "s-journal" in before
    copy = open_copy(file)
    assert copy.execute("SELECT choice FROM listing").fetchall() == [("whole",)]
    copy.close()
    assert before == {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    database = open_memory(file)
    assert database.execute("SELECT choice FROM listing").fetchall() == [("whole",)]
    database.close()


def test_file_that_is_not_there_is_empty_in_a_copy(tmp_path: Path) -> None:
    copy = open_copy(tmp_path / "s")
    assert copy.execute("SELECT count(*) FROM paper").fetchall() == [(0,)]
    copy.close()
    assert list(tmp_path.iterdir()) == []


def test_name_with_signs_of_an_address_is_a_name(tmp_path: Path) -> None:
    file = tmp_path / "a?b#c%20"
    open_memory(file).close()
    open_copy(file).close()
    assert [path.name for path in tmp_path.iterdir()] == ["a?b#c%20"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no rights of files here")
def test_file_that_cannot_be_opened_is_not_to_be_moved_away(tmp_path: Path) -> None:
    with pytest.raises(HarvestError, match="cannot be opened") as raised:
        open_memory(tmp_path)  # a folder
    assert "move it away" not in str(raised.value)


def test_full_disk_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("graph.harvest.memory.sqlite3.connect", full)
    with pytest.raises(HarvestError, match=r"disk is full\); make room"):
        open_memory(tmp_path / "s")
