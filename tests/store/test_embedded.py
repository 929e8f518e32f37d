"""The embedded store: publications appear whole or not at all, readers keep what they opened."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, RdfFormat, Triple, parse
from pyoxigraph import Store as OxigraphStore

from graph.errors import QueryError, StoreError
from graph.store import locks, open_store
from graph.store.base import Change, Form, Publication, Store, n_triples
from graph.store.embedded import EmbeddedStore
from graph.store.ledger import Ledger

G = "https://example.org/graph/"


def triples(*names: str) -> bytes:
    return "".join(f'<https://example.org/{name}> <https://example.org/p> "{name}" .\n' for name in names).encode()


def names_in(store: Store) -> dict[str, list[str]]:
    """What each graph says, by its last word."""
    with store.reader() as reader:
        found: dict[str, list[str]] = {version.graph.removeprefix(G): [] for version in reader.graphs()}
        for graph, value in reader.query("SELECT ?g ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?o").rows():
            assert isinstance(graph, NamedNode) and isinstance(value, Literal)
            found[graph.value.removeprefix(G)].append(value.value)
    return found


def test_graphs_are_replaced_and_removed_in_one_publication(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "store")
    store.publish([Change(G + "a", triples("a1", "a2")), Change(G + "b", triples("b"))])
    publication = store.publish(
        [Change(G + "a", triples("a2", "a3")), Change(G + "b", None), Change(G + "c", triples("c"))]
    )
    assert names_in(store) == {"a": ["a2", "a3"], "c": ["c"]}
    assert publication is not None and publication.number == store.current() == 2
    assert [version.graph.removeprefix(G) for version in publication.versions] == ["a", "b", "c"]


def test_a_reader_keeps_its_publication_while_others_come(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path)
    store.publish([Change(G + "a", triples("first"))])
    with store.reader() as reader:
        for name in ("second", "third", "fourth", "fifth"):
            store.publish([Change(G + "a", triples(name))])
        assert [str(row[0]) for row in reader.query("SELECT ?o { ?s ?p ?o }").rows()] == ['"first"']
        assert [version.number for version in reader.graphs()] == [1]
        assert reader.publications()[0].number == 1
    assert names_in(store) == {"a": ["fifth"]}


def test_old_snapshots_go_when_nobody_reads_them(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path)
    store.publish([Change(G + "a", triples("1"))])
    reader = store.reader()
    for name in "2345":
        store.publish([Change(G + "a", triples(name))])
    assert sorted(path.name for path in (tmp_path / "snapshots").iterdir()) == ["000001", "000004", "000005"]
    reader.close()
    store.publish([Change(G + "a", triples("6"))])
    assert sorted(path.name for path in (tmp_path / "snapshots").iterdir()) == ["000005", "000006"]


@pytest.mark.parametrize("moment", ["graph.store.embedded.Lock", "graph.store.locks._take"])
def test_a_snapshot_that_is_swept_away_while_it_is_opened_gives_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Forced between reading the pointer and opening the lock, and between opening the lock and taking it."""
    store = EmbeddedStore(tmp_path)
    store.publish([Change(G + "a", triples("0"))])
    real = locks.Lock if moment.endswith("Lock") else locks._take

    def interrupted(*arguments: object, **named: object) -> object:
        monkeypatch.setattr(moment, real)
        for number in range(1, 4):
            EmbeddedStore(tmp_path).publish([Change(G + "a", triples(str(number)))])
        assert not (tmp_path / "snapshots" / "000001").exists()
        return real(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(moment, interrupted)
    with store.reader() as reader:
        assert reader.number == 4
        assert [str(row[0]) for row in reader.query("SELECT ?o { ?s ?p ?o }").rows()] == ['"3"']


def test_a_publication_is_closed_before_it_becomes_the_current_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An open database merges its files at a moment of its own choice; a reader that opens it then misses one."""
    entered: list[int] = []
    real = Ledger.enter

    def enter(ledger: Ledger, publication: Publication, *more: object) -> None:
        OxigraphStore(str(tmp_path / "snapshots" / f"{publication.number:06}" / "data"))  # refused while another has it
        entered.append(publication.number)
        real(ledger, publication, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(Ledger, "enter", enter)
    store = EmbeddedStore(tmp_path)
    store.publish([Change(G + "a", triples("first"))])
    store.publish([Change(G + "a", triples("second"))])
    assert entered == [1, 2] and names_in(store) == {"a": ["second"]}


def test_a_snapshot_that_lacks_a_file_is_one_line(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path)
    store.publish([Change(G + "a", triples("a"))])
    (tmp_path / "snapshots" / "000001" / "data" / "CURRENT").unlink()
    with pytest.raises(StoreError, match=r"cannot be opened .*; build the store anew"):
        store.reader()


def test_the_same_content_is_no_publication(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path)
    store.publish([Change(G + "a", triples("a"), fingerprint="1")])
    assert store.publish([Change(G + "a", triples("a"), fingerprint="2", extract=b"x")]) is None
    assert store.publish([Change(G + "never", None)]) is None
    with store.reader() as reader:
        version = reader.version(G + "a")
        assert version is not None and (version.number, version.fingerprint) == (1, "2")
        assert reader.extract(G + "a") == b"x"


def test_a_withdrawn_graph_is_remembered_with_its_things(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path)
    shared = triples("shared", "a")
    store.publish([Change(G + "a", shared, identifier="paper"), Change(G + "b", triples("shared"))])
    store.publish([Change(G + "a", None, reason="the wrong paper")])
    with store.reader() as reader:
        version = reader.version(G + "a")
        assert version is not None and version.digest is None
        assert (version.identifier, version.reason) == ("paper", "the wrong paper")
        assert reader.gone("https://example.org/a") == version
        assert reader.gone("https://example.org/shared") is None, "another graph still describes it"
        assert reader.version(G + "never") is None
        assert reader.graph(G + "a") is not None and list(reader.graph(G + "a")) == []


def test_two_changes_of_one_graph_are_refused(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path)
    with pytest.raises(StoreError, match="two changes of one graph"):
        store.publish([Change(G + "a", triples("a")), Change(G + "a", triples("b"))])
    assert store.current() == 0


def test_content_may_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.nt").write_bytes(triples("a"))
    store = EmbeddedStore(tmp_path / "store")
    store.publish([Change(G + "a", tmp_path / "a.nt")])
    with store.reader() as reader:
        assert reader.n_triples(G + "a") == triples("a")


def test_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nothing has been published here yet; run: kamergraaf build"):
        EmbeddedStore(tmp_path / "nowhere").reader()
    assert not (tmp_path / "nowhere").exists(), "a look makes no folder"


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="choose another folder with --store DIR"):
        EmbeddedStore(tmp_path / "file" / "store").publish([])


def test_a_ledger_that_is_no_ledger_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"something else entirely, and long enough" * 10)
    with pytest.raises(StoreError, match=r"ledger\.sqlite: file is not a database"):
        EmbeddedStore(tmp_path).current()


def test_a_server_is_named_as_such() -> None:
    with pytest.raises(StoreError, match=r"write sparql\+https://example\.org/sparql"):
        open_store("https://example.org/sparql")


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path)
    with store.writing():
        store.publish([Change(G + "a", triples("a"))])
        with pytest.raises(
            StoreError, match=rf"process {os.getpid()} \(.+\) since 20\d\d-.* UTC is writing to this store"
        ):
            EmbeddedStore(tmp_path).publish([Change(G + "b", triples("b"))])
    EmbeddedStore(tmp_path).publish([Change(G + "b", triples("b"))])
    assert names_in(store) == {"a": ["a"], "b": ["b"]}


KILLED = """
import os, signal, sys
from pathlib import Path
from graph.store import embedded
from graph.store.base import Change
step = sys.argv[2]
store = embedded.EmbeddedStore(Path(sys.argv[1]))
def die(*args, **named):
    os.kill(os.getpid(), signal.SIGKILL)
if step == "writing":
    embedded._quads = die
else:
    store._ledger.enter = die
graph = "https://example.org/graph/"
store.publish([Change(graph + "a", b'<x:a> <x:p> "half" .\\n'), Change(graph + "b", None)])
"""


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
@pytest.mark.parametrize("step", ["writing", "entering"])
def test_a_writer_that_is_killed_leaves_the_last_publication(tmp_path: Path, step: str) -> None:
    store = EmbeddedStore(tmp_path)
    store.publish([Change(G + "a", triples("a")), Change(G + "b", triples("b"))])
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), step], check=False)  # noqa: S603
    assert killed.returncode == -signal.SIGKILL
    assert (tmp_path / "snapshots" / "000002").exists(), "it had begun"
    assert names_in(store) == {"a": ["a"], "b": ["b"]}
    store.publish([Change(G + "a", triples("whole"))])
    assert names_in(store) == {"a": ["whole"], "b": ["b"]}


def test_a_disk_that_refuses_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = EmbeddedStore(tmp_path)
    store.publish([Change(G + "a", triples("a"))])

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("graph.store.embedded._write", refuse)
    with pytest.raises(StoreError, match="the disk is full"):
        store.publish([Change(G + "a", triples("b"))])
    assert names_in(store) == {"a": ["a"]} and store.current() == 1


def test_readers_see_whole_publications_while_one_writes(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path)
    store.publish([Change(G + "a", triples("0")), Change(G + "b", triples("0"))])
    torn: list[dict[str, list[str]]] = []
    seen: set[str] = set()
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            found = names_in(EmbeddedStore(tmp_path))
            seen.add(found["a"][0])
            if found["a"] != found["b"]:
                torn.append(found)

    threads = [threading.Thread(target=look) for _ in range(2)]
    for thread in threads:
        thread.start()
    for number in range(1, 8):
        store.publish([Change(G + "a", triples(str(number))), Change(G + "b", triples(str(number)))])
    done.set()
    for thread in threads:
        thread.join()
    assert not torn and seen


def test_dataset_of_a_query(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path)
    store.publish([Change(G + name, triples(name)) for name in "abc"])

    def ask(query: str, default: list[str] | None = None, named: list[str] | None = None) -> set[str]:
        with store.reader() as reader:
            rows = reader.query(
                query,
                default_graphs=None if default is None else [G + name for name in default],
                named_graphs=None if named is None else [G + name for name in named],
            ).rows()
            return {value.value for (value,) in rows if isinstance(value, Literal)}

    plain, in_graphs = "SELECT ?o { ?s ?p ?o }", "SELECT ?o { GRAPH ?g { ?s ?p ?o } }"
    assert ask(plain) == ask(in_graphs) == {"a", "b", "c"}
    assert ask(plain, ["a", "b"]) == {"a", "b"}
    assert ask(in_graphs, ["a", "b"]) == set()
    assert ask(plain, [], ["c"]) == set()
    assert ask(in_graphs, ["a"], ["c"]) == {"c"}


def test_results_come_in_three_forms(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path)
    store.publish([Change(G + "a", triples("a"))])
    with store.reader() as reader:
        solutions = reader.query("SELECT ?o ?s { ?s ?p ?o }")
        assert (solutions.form, solutions.variables) == (Form.SOLUTIONS, ("o", "s"))
        assert bool(reader.query("ASK { ?s ?p 'a' }")) and not reader.query("ASK { ?s ?p 'b' }")
        assert len(list(reader.query("CONSTRUCT WHERE { ?s ?p ?o }").triples())) == 1
        with (tmp_path / "out").open("wb") as out:
            solutions.write(out, QueryResultsFormat.CSV)
            with pytest.raises(QueryError, match="a query that gives boolean cannot be written as Turtle"):
                reader.query("ASK {}").write(out, RdfFormat.TURTLE)
        assert (tmp_path / "out").read_text().splitlines() == ["o,s", "a,https://example.org/a"]


def test_a_query_with_a_mistake_is_one_line(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path)
    store.publish([Change(G + "a", triples("a"))])
    with store.reader() as reader, pytest.raises(QueryError) as caught:
        reader.query("SELECT * WHERE {\n ?s ?p }")
    assert str(caught.value).startswith("this is no SPARQL query: ") and "\n" not in str(caught.value)


def test_a_closed_reader_says_so(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path)
    store.publish([Change(G + "a", triples("a"))])
    reader = store.reader()
    reader.close()
    with pytest.raises(StoreError, match="has been closed"):
        reader.query("ASK {}")


@settings(deadline=None, derandomize=True, max_examples=6)
@given(st.lists(st.dictionaries(st.sampled_from("abc"), st.none() | st.sets(st.sampled_from("wxyz"), min_size=1))))
def test_the_store_holds_what_was_published_last(
    tmp_path_factory: pytest.TempPathFactory, publications: list[dict[str, set[str] | None]]
) -> None:
    store = EmbeddedStore(tmp_path_factory.mktemp("store"))
    store.publish([Change(G + "always", triples("here"))])
    expected: dict[str, list[str]] = {"always": ["here"]}
    for changes in publications[:4]:
        store.publish([Change(G + g, None if content is None else triples(*content)) for g, content in changes.items()])
        expected.update({graph: sorted(content) for graph, content in changes.items() if content is not None})
        for graph in [graph for graph, content in changes.items() if content is None]:
            expected.pop(graph, None)
    assert names_in(store) == expected


def test_n_triples_are_sorted_once_each_and_escaped() -> None:
    name = NamedNode("https://example.org/é")
    lines = n_triples([Triple(name, name, Literal(text)) for text in ('b "x"\n', "a\\é", 'b "x"\n')])
    assert lines.count(b"\n") == 2
    assert [quad.object for quad in parse(lines, RdfFormat.N_TRIPLES)] == [Literal("a\\é"), Literal('b "x"\n')]
