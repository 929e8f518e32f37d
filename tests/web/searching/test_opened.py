"""The index that a server answers from is always that of the publication it serves."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from tests.search.papers import BASE, PAPERS, graphs, paper

from graph.settings import Settings
from graph.store import open_store
from graph.store.base import Change, Store
from graph.store.embedded import EmbeddedStore
from graph.store.ledger import Ledger
from graph.store.reader import EmbeddedReader
from graph.web import create_app

Serving = Callable[[FastAPI], AbstractContextManager[str]]


def publish(store: Store, papers: dict[str, str]) -> None:
    """Publish papers with what they share."""
    changes = [
        Change(name, content, identifier=name.rpartition("/")[2] if "kst-" in name else None)
        for name, content in graphs(papers).items()
    ]
    store.publish(changes)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a store with two papers."""
    publish(open_store(tmp_path / "store"), PAPERS)
    return tmp_path / "store"


@pytest.fixture
def start(serving: Serving) -> Iterator[Callable[[Path], httpx.Client]]:
    """Starts a server over a store; gives a client of it."""
    with ExitStack() as open_ones:

        def begin(folder: Path) -> httpx.Client:
            address = open_ones.enter_context(serving(create_app(Settings.load(base_iri=BASE, store=folder))))
            return open_ones.enter_context(httpx.Client(base_url=address, timeout=30))

        yield begin


@pytest.fixture
def client(start: Callable[[Path], httpx.Client], folder: Path) -> httpx.Client:
    """A client of a server over that store."""
    return start(folder)


def total(client: httpx.Client, typed: str) -> int:
    for _ in range(50):
        answer = client.get("/search.json", params={"q": typed})
        if answer.status_code != 503:
            break
        assert answer.json()["type"].endswith("#being-made") and answer.headers["retry-after"] == "5"
    return int(answer.json()["total"])


def test_a_publication_brings_its_index_along(folder: Path, client: httpx.Client) -> None:
    assert (folder / "snapshots" / "000001" / "search" / "made.json").exists()
    assert total(client, "duikers") == 0
    publish(open_store(folder), {"kst-5-5": paper("kst-5-5", "Wie?", "Er zijn duikers.")})
    assert total(client, "duikers") == 1
    assert total(client, "noodvergunningen") == 1


def test_a_paper_that_is_withdrawn_is_found_no_more(folder: Path, client: httpx.Client) -> None:
    assert total(client, "noodvergunningen") == 1
    open_store(folder).publish([Change(f"{BASE}graph/kst-40002-XX-3", None, reason="op verzoek")])
    assert total(client, "noodvergunningen") == 0
    assert total(client, "gravers") > 0


def test_an_index_that_was_deleted_is_made_again(folder: Path, start: Callable[[Path], httpx.Client]) -> None:
    shutil.rmtree(folder / "snapshots" / "000001" / "search")
    assert total(start(folder), "noodvergunningen") == 1
    assert (folder / "snapshots" / "000001" / "search" / "made.json").exists()


def test_a_store_of_before_gets_its_index_with_the_next_publication(
    tmp_path: Path, start: Callable[[Path], httpx.Client]
) -> None:
    publish(EmbeddedStore(tmp_path / "store"), PAPERS)
    assert not (tmp_path / "store" / "snapshots" / "000001" / "search").exists()
    open_store(tmp_path / "store").publish([Change(f"{BASE}graph/kst-40001-7", None)])
    assert (tmp_path / "store" / "snapshots" / "000002" / "search" / "made.json").exists()
    assert total(start(tmp_path / "store"), "noodvergunningen") == 1


def test_an_index_that_is_no_index_is_made_again(folder: Path, start: Callable[[Path], httpx.Client]) -> None:
    (folder / "snapshots" / "000001" / "search" / "meta.json").write_text("{")
    assert total(start(folder), "noodvergunningen") == 1


def test_two_servers_read_one_index(folder: Path, start: Callable[[Path], httpx.Client]) -> None:
    assert total(start(folder), "gravers") == total(start(folder), "gravers") > 0


def test_an_index_that_cannot_be_made_does_not_keep_papers_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr("graph.search.beside.bring_up", refuse)
    store = open_store(tmp_path / "store")
    store.publish([Change(name, content) for name, content in graphs().items()])
    assert store.current() == 1
    assert "the search index was not made (no space)" in caplog.text


def test_a_publication_that_breaks_off_leaves_the_index_that_is_served(
    folder: Path, client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken_ledger, pytest.raises(KeyboardInterrupt):
        broken_ledger.setattr(Ledger, "enter", broken)
        publish(open_store(folder), {"kst-5-5": paper("kst-5-5", "Wie?", "Er zijn duikers.")})
    assert (total(client, "duikers"), total(client, "noodvergunningen")) == (0, 1)
    publish(open_store(folder), {"kst-5-5": paper("kst-5-5", "Wie?", "Er zijn duikers.")})
    assert (total(client, "duikers"), total(client, "noodvergunningen")) == (1, 1)


def test_a_store_without_a_place_for_it_gets_an_index_of_the_server(
    folder: Path, client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(EmbeddedReader, "folder", _Nowhere(), raising=False)
    assert total(client, "noodvergunningen") == 1
    open_store(folder).publish([Change(f"{BASE}graph/kst-40002-XX-3", None)])
    assert (total(client, "noodvergunningen"), total(client, "gravers") > 0) == (0, True)


class _Nowhere:
    """The folder of a reader that has none, whatever it is given."""

    def __get__(self, reader: object, kind: type) -> None:
        return None

    def __set__(self, reader: object, value: Path) -> None:
        return None


def test_no_data_is_told_as_such(tmp_path: Path, start: Callable[[Path], httpx.Client]) -> None:
    answer = start(tmp_path / "none").get("/search.json?q=a")
    assert answer.status_code == 503 and answer.json()["type"].endswith("#no-data")
