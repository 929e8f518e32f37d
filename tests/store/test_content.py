"""What was just published is at hand: whole graphs, and of patched ones only what changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph.store.base import Change, GraphVersion
from graph.store.content import Content
from graph.store.embedded import EmbeddedStore
from graph.store.patch import Patch

PAPER, NAMES = "https://example.org/graph/a", "https://example.org/graph/names"


def said(thing: str, *words: str) -> bytes:
    return b"".join(f'<https://example.org/{thing}> <https://example.org/p> "{word}" .\n'.encode() for word in words)


class Seen:
    """Keeps what each publication had to say."""

    def __init__(self) -> None:
        self.whole: dict[str, bytes] = {}
        self.patched: dict[str, tuple[set[str], bytes] | None] = {}
        self.before: list[str] = []

    def __call__(self, before: Path | None, after: Path, graphs: Sequence[GraphVersion], content: Content) -> None:
        self.whole = {each.graph: content.whole(each.graph) for each in graphs}
        found = {each.graph: content.patched(each.graph) for each in graphs}
        self.before = [each.before for each in found.values() if each]
        self.patched = {graph: (set(each.things), each.triples) if each else None for graph, each in found.items()}


def test_of_a_patched_graph_the_things_that_changed_are_told_with_all_that_is_said_of_them(tmp_path: Path) -> None:
    seen = Seen()
    store = EmbeddedStore(tmp_path, seen)
    first = store.publish(
        [
            Change(PAPER, said("x", "1"), identifier="a"),
            Change(NAMES, Patch(added=said("one", "a", "b") + said("two", "c"), anew=True)),
        ]
    )
    assert first and seen.patched == {PAPER: None, NAMES: None}
    store.publish([Change(NAMES, Patch(removed=said("one", "a"), added=said("three", "d")))])
    things = {"https://example.org/one", "https://example.org/three"}
    assert seen.patched == {PAPER: None, NAMES: (things, said("one", "b") + said("three", "d"))}
    assert seen.before == [version.digest for version in first.versions if version.graph == NAMES]
    assert seen.whole[PAPER] == said("x", "1")
    assert sorted(seen.whole[NAMES].splitlines()) == sorted(
        (said("one", "b") + said("two", "c") + said("three", "d")).splitlines()
    )


def test_a_graph_that_is_given_whole_is_no_patch(tmp_path: Path) -> None:
    seen = Seen()
    store = EmbeddedStore(tmp_path / "store", seen)
    file = tmp_path / "a.nt"
    file.write_bytes(said("x", "1"))
    store.publish([Change(PAPER, file, identifier="a")])
    store.publish([Change(PAPER, said("x", "2"), identifier="a")])
    assert seen.patched == {PAPER: None} and seen.whole == {PAPER: said("x", "2")}
