"""A publication is on the disk before it becomes the current one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.store.base import Change, Publication
from graph.store.embedded import EmbeddedStore
from graph.store.ledger import Ledger

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a folder has no handle elsewhere")


def test_every_file_of_a_snapshot_and_its_name_are_on_the_disk_before_it_is_entered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled: set[int] = set()
    entered: list[Path] = []
    real_sync, real_enter = os.fsync, Ledger.enter

    def sync(handle: int) -> None:
        settled.add(os.fstat(handle).st_ino)
        real_sync(handle)

    def enter(ledger: Ledger, publication: Publication, *more: object) -> None:
        snapshot = tmp_path / "snapshots" / f"{publication.number:06}"
        there = [snapshot.parent, snapshot, *snapshot.rglob("*")]
        assert len(there) > 5
        assert not [path for path in there if path.stat().st_ino not in settled]
        entered.append(snapshot)
        settled.clear()
        real_enter(ledger, publication, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Ledger, "enter", enter)
    store = EmbeddedStore(tmp_path)
    for word in ("one", "two"):
        store.publish([Change("https://example.org/g", f'<x:a> <x:p> "{word}" .\n'.encode())])
    assert len(entered) == 2
