"""The files to take away are made once, however many ask, and anew for a new publication."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import IO

import pytest

from graph.errors import StoreError
from graph.store import open_store
from graph.store.base import Change, Reader
from graph.web import shelf as module
from graph.web.shelf import ITEMS, Shelf
from graph.web.snapshots import Snapshots

BASE = "https://data.example.org/kg/"
NAME = "kamergraaf.nq.gz"


def publish(folder: Path, word: str) -> None:
    triple = f'<{BASE}id/a> <{BASE}def/p> "{word}" .\n'.encode()
    open_store(folder).publish([Change(f"{BASE}graph/a", triple)])


@pytest.fixture
def snapshots(tmp_path: Path) -> Iterator[Snapshots]:
    publish(tmp_path / "store", "first")
    found = Snapshots(open_store(tmp_path / "store"))
    yield found
    found.close()


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    found = Shelf()
    yield found
    found.close()


def test_two_who_ask_at_once_get_the_one_file_that_is_made(
    snapshots: Snapshots, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    go = threading.Event()
    item = ITEMS[NAME]

    def make(reader: Reader, base: str, out: IO[bytes]) -> None:
        go.wait(10)
        made.append(reader.number)
        item.make(reader, base, out)

    monkeypatch.setitem(module.ITEMS, NAME, replace(item, make=make))
    with ThreadPoolExecutor(8) as many:
        asked = [many.submit(shelf.get, snapshots, NAME, BASE) for _ in range(8)]
        promises = [each.result(10) for each in asked]
    go.set()
    assert len({promise.result(10).sha256 for promise in promises}) == 1
    assert shelf.get(snapshots, NAME, BASE).result(10).path.is_file()
    assert made == [1]


def test_a_new_publication_has_files_of_its_own_and_the_oldest_go(
    snapshots: Snapshots, shelf: Shelf, tmp_path: Path
) -> None:
    files = [shelf.get(snapshots, NAME, BASE).result(10)]
    for word in ("second", "third"):
        publish(tmp_path / "store", word)
        files.append(shelf.get(snapshots, NAME, BASE).result(10))
    assert len({file.sha256 for file in files}) == 3
    assert [file.path.is_file() for file in files] == [False, True, True]


def test_what_failed_is_tried_again(snapshots: Snapshots, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    item = ITEMS[NAME]

    def fail(reader: Reader, base: str, out: IO[bytes]) -> None:
        raise StoreError("the disk is full")

    monkeypatch.setitem(module.ITEMS, NAME, replace(item, make=fail))
    with pytest.raises(StoreError, match="full"):
        shelf.get(snapshots, NAME, BASE).result(10)
    monkeypatch.setitem(module.ITEMS, NAME, item)
    assert shelf.get(snapshots, NAME, BASE).result(10).size > 0


def test_the_folder_goes_with_the_shelf(snapshots: Snapshots) -> None:
    shelf = Shelf()
    path = shelf.get(snapshots, NAME, BASE).result(10).path
    shelf.close()
    assert not path.parent.exists()
