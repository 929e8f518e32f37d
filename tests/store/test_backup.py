"""A backup is whole or is none, and a store is replaced only by one that is whole."""

from __future__ import annotations

import io
import tarfile
import threading
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.store.backup import back_up, restore
from graph.store.base import Change
from graph.store.embedded import EmbeddedStore

GRAPH = "https://example.org/graph/a"


def triples(word: str) -> bytes:
    return f'<https://example.org/s> <https://example.org/p> "{word}" .\n'.encode()


def store_of(folder: Path, word: str = "one") -> EmbeddedStore:
    store = EmbeddedStore(folder)
    store.publish([Change(GRAPH, triples(word))])
    return store


def content(folder: Path) -> bytes:
    with EmbeddedStore(folder).reader() as reader:
        return reader.n_triples(GRAPH)


def test_what_is_restored_is_what_was_backed_up(tmp_path: Path) -> None:
    store_of(tmp_path / "store").publish([Change(GRAPH, triples("two"))])
    manifest = back_up(tmp_path / "store", tmp_path / "b.tar.gz")
    assert manifest.publication == 2
    assert restore(tmp_path / "b.tar.gz", tmp_path / "new" / "store") == manifest
    assert content(tmp_path / "new" / "store") == triples("two")
    EmbeddedStore(tmp_path / "new" / "store").publish([Change(GRAPH, triples("three"))])
    assert content(tmp_path / "new" / "store") == triples("three")


def test_a_backup_during_publications_is_one_of_them_as_a_whole(tmp_path: Path) -> None:
    store = store_of(tmp_path / "store", "0")
    going = threading.Event()

    def publish() -> None:
        for number in range(1, 8):
            store.publish([Change(GRAPH, triples(str(number)))])
        going.set()

    writer = threading.Thread(target=publish)
    writer.start()
    numbers = []
    for number in range(3):
        manifest = back_up(tmp_path / "store", tmp_path / f"{number}.tar.gz")
        restore(tmp_path / f"{number}.tar.gz", tmp_path / f"restored-{number}")
        numbers.append(manifest.publication)
        assert content(tmp_path / f"restored-{number}") == triples(str(manifest.publication - 1))
    writer.join()
    assert going.is_set()
    assert numbers == sorted(numbers)


def test_a_store_that_is_there_is_replaced_only_when_asked(tmp_path: Path) -> None:
    store_of(tmp_path / "store", "old")
    back_up(tmp_path / "store", tmp_path / "b.tar.gz")
    EmbeddedStore(tmp_path / "store").publish([Change(GRAPH, triples("new"))])
    with pytest.raises(StoreError, match=r"is not empty.*--force"):
        restore(tmp_path / "b.tar.gz", tmp_path / "store")
    assert content(tmp_path / "store") == triples("new")
    restore(tmp_path / "b.tar.gz", tmp_path / "store", force=True)
    assert content(tmp_path / "store") == triples("old")


def test_a_store_that_is_being_written_to_is_not_replaced(tmp_path: Path) -> None:
    store = store_of(tmp_path / "store")
    back_up(tmp_path / "store", tmp_path / "b.tar.gz")
    with store.writing(), pytest.raises(StoreError, match="is writing to this store"):
        restore(tmp_path / "b.tar.gz", tmp_path / "store", force=True)
    assert content(tmp_path / "store") == triples("one")


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_a_backup_that_was_cut_short_replaces_nothing(tmp_path: Path, kept: float) -> None:
    store_of(tmp_path / "store")
    back_up(tmp_path / "store", tmp_path / "b.tar.gz")
    whole = (tmp_path / "b.tar.gz").read_bytes()
    (tmp_path / "cut.tar.gz").write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises(StoreError, match=r"cut\.tar\.gz"):
        restore(tmp_path / "cut.tar.gz", tmp_path / "store", force=True)
    assert content(tmp_path / "store") == triples("one")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.tar.gz", "cut.tar.gz", "store"]


@pytest.mark.parametrize("name", ["../out", "/etc/passwd", "snapshots/../../out", "other/file", "snapshots/1/more"])
def test_an_archive_with_files_that_stand_in_no_backup_is_refused(tmp_path: Path, name: str) -> None:
    store_of(tmp_path / "store")
    back_up(tmp_path / "store", tmp_path / "b.tar.gz")
    with tarfile.open(tmp_path / "b.tar.gz") as old, tarfile.open(tmp_path / "evil.tar.gz", "w:gz") as evil:
        added = tarfile.TarInfo(name)
        added.size = 4
        evil.addfile(added, io.BytesIO(b"evil"))
        for member in old:
            evil.addfile(member, old.extractfile(member))
    with pytest.raises(StoreError, match=r"evil\.tar\.gz"):
        restore(tmp_path / "evil.tar.gz", tmp_path / "new")
    assert not (tmp_path / "new").exists()
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    store_of(tmp_path / "store")
    (tmp_path / "b.tar.gz").write_text("mine")
    with pytest.raises(StoreError, match="is there already"):
        back_up(tmp_path / "store", tmp_path / "b.tar.gz")
    assert (tmp_path / "b.tar.gz").read_text() == "mine"


def test_a_store_without_a_publication_gives_no_backup(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nothing has been published"):
        back_up(tmp_path / "store", tmp_path / "b.tar.gz")
    assert not (tmp_path / "b.tar.gz").exists()


def test_an_exchange_that_fails_leaves_the_store_in_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store_of(tmp_path / "store")
    back_up(tmp_path / "store", tmp_path / "b.tar.gz")
    EmbeddedStore(tmp_path / "store").publish([Change(GRAPH, triples("new"))])
    real = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == ".store.restoring":
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(StoreError, match="No space left on device"):
        restore(tmp_path / "b.tar.gz", tmp_path / "store", force=True)
    assert content(tmp_path / "store") == triples("new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.tar.gz", "store"]


def test_a_restore_that_was_killed_in_mid_exchange_has_not_lost_the_store(tmp_path: Path) -> None:
    store_of(tmp_path / "store")
    (tmp_path / "store").rename(tmp_path / ".store.replaced")
    (tmp_path / "cut.tar.gz").write_bytes(b"half")
    with pytest.raises(StoreError, match=r"cut\.tar\.gz"):
        restore(tmp_path / "cut.tar.gz", tmp_path / "store", force=True)
    assert content(tmp_path / "store") == triples("one")
