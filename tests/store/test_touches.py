"""What a publication did to single things is kept, of documents that were there before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from graph.store import open_store
from graph.store.base import Change
from graph.store.touch import How, Touch

G = "https://example.org/graph/"
E = "https://example.org/"


def said(*pairs: tuple[str, str]) -> bytes:
    return "".join(sorted(f"<{E}{name}> <{E}p> {value} .\n" for name, value in pairs)).encode()


def told(touches: tuple[Touch, ...]) -> list[tuple[str, int, How, tuple[str, ...]]]:
    return [(each.iri.removeprefix(E), each.number, each.how, each.links) for each in touches]


def test_new_changed_and_gone_things_of_a_document_are_told_and_the_unchanged_are_not(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.publish([Change(G + "a", said(("same", '"1"'), ("other", '"1"'), ("old", f"<{E}org>")), identifier="a")])
    store.publish([Change(G + "a", said(("same", '"1"'), ("other", '"2"'), ("young", '"3"')), identifier="a")])
    with store.reader() as reader:
        assert told(reader.touches()) == [
            ("old", 2, How.GONE, (f"{E}org",)),
            ("other", 2, How.CHANGED, ()),
            ("young", 2, How.NEW, ()),
        ]


def test_of_a_withdrawn_document_the_links_stay_and_no_words(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.publish([Change(G + "a", said(("x", f"<{E}org>"), ("x", '"secret words"')), identifier="a")])
    store.publish([Change(G + "a", None)])
    with store.reader() as reader:
        assert told(reader.touches()) == [("x", 2, How.GONE, (f"{E}org",))]
    assert b"secret" not in (tmp_path / "ledger.sqlite").read_bytes()


def test_shared_graphs_and_first_versions_touch_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.publish([Change(G + "a", said(("x", '"1"')), identifier="a"), Change(G + "shared", said(("y", '"1"')))])
    store.publish([Change(G + "shared", said(("y", '"2"')))])
    with store.reader() as reader:
        assert reader.touches() == ()


def test_a_store_of_an_earlier_version_has_no_touches_until_its_next_publication(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.publish([Change(G + "a", said(("x", '"1"')), identifier="a")])
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite")) as connection, connection:
        connection.execute("DROP TABLE touched")
    with store.reader() as reader:
        assert reader.touches() == ()
    store.publish([Change(G + "a", said(("x", '"2"')), identifier="a")])
    with store.reader() as reader:
        assert told(reader.touches()) == [("x", 2, How.CHANGED, ())]
