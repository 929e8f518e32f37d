"""The interface of a store, on real engines: the same as on disk."""

from __future__ import annotations

import threading
import time
from io import BytesIO
from pathlib import Path

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, RdfFormat, Triple
from tests.engines.running import Running, lacking, oxigraph, virtuoso

from graph.errors import QueryError, QueryTimeoutError, StoreError
from graph.store import open_store
from graph.store.base import Change, Form, Store
from graph.store.patch import Patch, digest_of_lines
from graph.store.remote.client import Client
from graph.store.remote.engines import Engine
from graph.store.touch import How

G = "https://example.org/graph/"
P = "https://example.org/p"


def triples(*names: str) -> bytes:
    return "".join(f'<https://example.org/{name}> <{P}> "{name}" .\n' for name in sorted(names)).encode()


def said(store: Store) -> dict[str, list[str]]:
    """What each graph says, by its last word."""
    with store.reader() as reader:
        found: dict[str, list[str]] = {version.graph.removeprefix(G): [] for version in reader.graphs()}
        query = f"SELECT ?g ?o {{ GRAPH ?g {{ ?s <{P}> ?o }} }} ORDER BY ?o"
        for graph, value in reader.query(query).rows():
            assert isinstance(graph, NamedNode) and isinstance(value, Literal)
            found[graph.value.removeprefix(G)].append(value.value)
    return found


def another(engine: Running, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The same store, from a machine that has never seen it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return open_store(engine.location)


def test_graphs_are_replaced_and_removed_in_one_publication(engine: Running) -> None:
    store = open_store(engine.location)
    store.publish([Change(G + "a", triples("a1", "a2")), Change(G + "b", triples("b"))])
    publication = store.publish(
        [Change(G + "a", triples("a2", "a3")), Change(G + "b", None), Change(G + "c", triples("c"))]
    )
    assert said(store) == {"a": ["a2", "a3"], "c": ["c"]}
    assert publication is not None and publication.number == store.current() == 2
    assert [version.graph.removeprefix(G) for version in publication.versions] == ["a", "b", "c"]


def test_the_same_content_is_no_publication(engine: Running) -> None:
    store = open_store(engine.location)
    first = store.publish([Change(G + "a", triples("a"), "one", "a", extract=b"1")])
    assert store.publish([Change(G + "a", triples("a"), "two", "a", extract=b"\xff2")]) is None
    assert first is not None and store.current() == 1
    with store.reader() as reader:
        assert [version.fingerprint for version in reader.graphs()] == ["two"]
        assert reader.extract(G + "a") == b"\xff2"


def test_an_empty_server_says_what_to_do(engine: Running) -> None:
    store = open_store(engine.location)
    assert store.current() == 0
    with pytest.raises(StoreError, match="nothing has been published here yet; run: kamergraaf build"):
        store.reader()


def test_a_second_machine_knows_what_the_first_published(
    engine: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(engine.location)
    store.publish([Change(G + "a", triples("a1", "a2"), "f", "a", "a.txt", b"note"), Change(G + "b", triples("b"))])
    store.publish([Change(G + "a", triples("a2"), "g", "a"), Change(G + "b", None, reason="a mistake")])
    second = another(engine, tmp_path / "second", monkeypatch)
    with store.reader() as ours, second.reader() as theirs:
        assert theirs.number == 2
        assert theirs.publications() == ours.publications()
        assert theirs.graphs() == ours.graphs()
        assert theirs.n_triples(G + "a") == triples("a2")
        withdrawn = theirs.version(G + "b")
        assert withdrawn is not None and (withdrawn.digest, withdrawn.reason) == (None, "a mistake")
        gone = theirs.gone("https://example.org/a1")
        assert gone is not None and gone.graph == G + "a"
        assert theirs.gone("https://example.org/a2") is None
        assert [(touch.iri, touch.how) for touch in theirs.touches()] == [("https://example.org/a1", How.GONE)]
        assert theirs.extract(G + "a") == b""
    third = second.publish([Change(G + "c", triples("c"))])
    assert third is not None and third.number == 3
    assert said(open_store(engine.location))["c"] == ["c"]


def test_a_thing_that_moves_to_another_graph_is_not_gone(engine: Running) -> None:
    store = open_store(engine.location)
    store.publish([Change(G + "a", triples("x", "y")), Change(G + "b", triples("b"))])
    store.publish([Change(G + "a", triples("y")), Change(G + "b", triples("b", "x"))])
    store.publish([Change(G + "b", triples("b"))])
    with store.reader() as reader:
        gone = reader.gone("https://example.org/x")
        assert gone is not None and (gone.graph, gone.number) == (G + "b", 3)


def test_a_patch_changes_some_statements_of_a_large_graph(engine: Running) -> None:
    store = open_store(engine.location)
    names = [f"n{number:04}" for number in range(1200)]
    store.publish([Change(G + "large", Patch(added=triples(*names), anew=True))])
    store.publish([Change(G + "large", Patch(triples(*names[:700]), triples(*(name + "x" for name in names[:700]))))])
    after = triples(*(name + "x" for name in names[:700]), *names[700:])
    with store.reader() as reader:
        assert reader.n_triples(G + "large") == after
        assert reader.graphs()[0].digest == digest_of_lines(after)


def test_a_publication_that_breaks_off_is_told_and_set_right_by_the_next(
    engine: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.store.remote.writing._AT_ONCE", 0)
    store = open_store(engine.location)
    store.publish([Change(G + "patched", Patch(added=triples("p1"), anew=True)), Change(G + "b", triples("b"))])
    written = []

    def put(client: Client, graph: str, content: bytes) -> None:
        written.append(graph)
        if len(written) == 2:
            raise StoreError("the line went dead")
        original(client, graph, content)

    original = Client.put
    monkeypatch.setattr(Client, "put", put)
    changes = [
        Change(G + "a", triples("a"), "f", "a"),
        Change(G + "b", triples("b", "new"), "f", "b"),
        Change(G + "patched", Patch(triples("p1"), triples("p2"))),
    ]
    with pytest.raises(StoreError, match="went dead"):
        store.publish(changes)
    assert store.current() == 1
    monkeypatch.setattr(Client, "put", original)
    repaired = store.publish([Change(G + "c", triples("c"))])
    assert repaired is not None
    assert [version.graph.removeprefix(G) for version in repaired.versions] == ["a", "c"]
    assert [version.identifier for version in repaired.versions] == ["a", None]
    assert store.publish(changes) is not None
    assert said(store) == {"a": ["a"], "b": ["b", "new"], "c": ["c"], "patched": ["p2"]}


def test_a_reader_never_sees_half_a_document(engine: Running) -> None:
    store = open_store(engine.location)
    sizes = (3000, 1000)
    contents = [triples(*(f"n{number:05}" for number in range(size))) for size in sizes]
    store.publish([Change(G + "a", contents[0], "0", "a")])
    seen: set[int] = set()
    done = threading.Event()

    def read() -> None:
        reading = open_store(engine.location)
        while not done.is_set():
            with reading.reader() as reader:
                for row in reader.query(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{G}a> {{ ?s ?p ?o }} }}").rows():
                    assert isinstance(row[0], Literal)
                    seen.add(int(row[0].value))

    readers = [threading.Thread(target=read) for _ in range(2)]
    for thread in readers:
        thread.start()
    for number in range(1, 5):
        store.publish([Change(G + "a", contents[number % 2], str(number), "a")])
    done.set()
    for thread in readers:
        thread.join()
    assert seen == set(sizes)


def test_a_second_writer_is_told_who_writes(engine: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(engine.location)
    with store.writing():
        second = another(engine, tmp_path / "second", monkeypatch)
        monkeypatch.setattr("socket.gethostname", lambda: "elsewhere")
        with pytest.raises(StoreError, match=r"process \d+ of .* is writing to this store"):
            second.publish([Change(G + "a", triples("a"))])
    assert second.publish([Change(G + "a", triples("a"))]) is not None


def test_a_writer_that_died_elsewhere_is_in_nobodys_way(engine: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(engine.location)
    with store.writing():
        monkeypatch.setattr("graph.store.remote.journal.Journal.leave_writer", lambda *_: None)
    monkeypatch.undo()
    for name, value in engine.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("socket.gethostname", lambda: "elsewhere")
    later = time.time() + 601
    monkeypatch.setattr("time.time", lambda: later)
    assert store.publish([Change(G + "a", triples("a"))]) is not None


def test_a_server_that_was_filled_anew_is_played_anew(engine: Running) -> None:
    store = open_store(engine.location)
    store.publish([Change(G + "a", triples("a"))])
    store.publish([Change(G + "b", triples("b"))])
    engine.empty()
    fresh = open_store(engine.location)
    assert fresh.current() == 0
    fresh.publish([Change(G + "c", triples("c"))])
    assert said(fresh) == {"c": ["c"]}
    with fresh.reader() as reader:
        assert [publication.number for publication in reader.publications()] == [1]


def test_dataset_of_a_query(engine: Running) -> None:
    store = open_store(engine.location)
    store.publish([Change(G + name, triples(name)) for name in "abc"])
    default = f"SELECT ?o FROM <{G}c> {{ ?s <{P}> ?o }} ORDER BY ?o"  # noqa: S608
    named = f"SELECT ?o FROM NAMED <{G}c> {{ GRAPH ?g {{ ?s <{P}> ?o }} }} ORDER BY ?o"  # noqa: S608
    with store.reader() as reader:

        def values(query: str, **dataset: list[str]) -> list[str]:
            found = [row[0] for row in reader.query(query, **dataset).rows()]  # type: ignore[arg-type]
            return [term.value for term in found if isinstance(term, Literal)]

        assert values(f"SELECT ?o {{ ?s <{P}> ?o }} ORDER BY ?o") == ["a", "b", "c"]
        assert values(default, default_graphs=[G + "a", G + "b"]) == ["a", "b"]
        assert values(default, named_graphs=[G + "a"]) == []
        assert values(named, default_graphs=[G + "a"]) == []
        assert values(named, named_graphs=[G + "b"]) == ["b"]


def test_results_come_in_three_forms(engine: Running) -> None:
    store = open_store(engine.location)
    store.publish([Change(G + "a", triples("a"))])
    with store.reader() as reader:
        table = reader.query(f"SELECT ?s ?none {{ ?s <{P}> ?o }}")
        assert (table.form, table.variables) == (Form.SOLUTIONS, ("s", "none"))
        table.write(out := BytesIO(), QueryResultsFormat.CSV)
        assert out.getvalue() == b"s,none\r\nhttps://example.org/a,\r\n"
        answer = reader.query(f"BASE <https://example.org/> ASK {{ <a> <{P}> 'a' }}")
        assert (answer.form, bool(answer)) == (Form.BOOLEAN, True)
        assert not reader.query(f"ASK {{ <a> <{P}> 'a' }}", base="https://example.org/x/")
        graph = reader.query("DESCRIBE <https://example.org/a>")
        assert graph.form is Form.TRIPLES
        graph.write(out := BytesIO(), RdfFormat.N_TRIPLES)
        assert out.getvalue() == triples("a")
        with pytest.raises(QueryError, match="cannot be written"):
            reader.query("DESCRIBE <https://example.org/a>").write(BytesIO(), QueryResultsFormat.CSV)


XSD = "http://www.w3.org/2001/XMLSchema#"
LITERALS = [
    Literal("plain"), Literal(""), Literal("  "), Literal("nl", language="nl-be"), Literal("é € 😀 \" \\ \n\t\r'"),
    Literal("true", datatype=NamedNode(XSD + "boolean")), Literal("false", datatype=NamedNode(XSD + "boolean")),
    Literal("2025-01-01", datatype=NamedNode(XSD + "date")), Literal("52.1", datatype=NamedNode(XSD + "decimal")),
    Literal("0.0001", datatype=NamedNode(XSD + "decimal")), Literal("431600000", datatype=NamedNode(XSD + "decimal")),
    Literal("-7", datatype=NamedNode(XSD + "integer")), Literal("2025", datatype=NamedNode(XSD + "gYear")),
    Literal("2025-01-01T10:11:12Z", datatype=NamedNode(XSD + "dateTime")), Literal("x" * 300_000),
    Literal("http://e.org/", datatype=NamedNode(XSD + "anyURI")),
]  # fmt: skip


@pytest.mark.parametrize("form", ["graph", "table"])
def test_what_was_published_comes_back_as_it_was(engine: Running, form: str) -> None:
    iris = ("https://e.org/48,1-1", "https://e.org/a(b)'c", "https://e.org/é", "https://e.org/%C3%A9?a=b&c#d")
    things: list[Literal | NamedNode] = [*LITERALS, *map(NamedNode, iris)]
    subjects = [NamedNode(f"https://e.org/s{number}") for number in range(len(things))]
    said = {Triple(subject, NamedNode(P), thing) for subject, thing in zip(subjects, things, strict=True)}
    content = "".join(sorted(f"{each} .\n" for each in map(_line, said))).encode()
    store = open_store(engine.location)
    store.publish([Change(G + "a", content)])
    with store.reader() as reader:
        if form == "graph":
            assert set(reader.graph(G + "a")) == said
            assert reader.n_triples(G + "a") == content
        else:
            rows = reader.query(f"SELECT ?s ?o {{ ?s <{P}> ?o }}").rows()
            assert {(str(s), str(o)) for s, o in rows} == {(str(t.subject), str(t.object)) for t in said}


def _line(triple: Triple) -> str:
    return f"{triple.subject} {triple.predicate} {triple.object}"


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT * {\n ?s ?p", "this is no SPARQL query: .*line 2|this is no SPARQL query: .* at 2"),
        ("DELETE WHERE { ?s ?p ?o }", "this is no SPARQL query"),
        ("PREFIX bif: <bif:> SELECT (bif:now() AS ?x) {}", "cannot be run"),
    ],
)
def test_a_query_with_a_mistake_is_one_line(engine: Running, query: str, says: str) -> None:
    store = open_store(engine.location)
    store.publish([Change(G + "a", triples("a"))])
    with store.reader() as reader, pytest.raises(QueryError, match=says) as caught:
        reader.query(query)
    assert "\n" not in str(caught.value)


def test_wrong_credentials_are_one_line_without_them(engine: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    if engine.name == "oxigraph":
        pytest.skip("oxigraph serve has no users")
    monkeypatch.setenv("KAMERGRAAF_STORE_PASSWORD", "not-this-one")
    with pytest.raises(StoreError, match="refuses our credentials; set KAMERGRAAF_STORE_USER") as caught:
        open_store(engine.location).publish([Change(G + "a", triples("a"))])
    assert "not-this-one" not in str(caught.value)


def test_a_query_that_virtuoso_ends_is_no_short_result(engine: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    if engine.name == "oxigraph":
        pytest.skip("oxigraph does not end queries")
    monkeypatch.setenv("KAMERGRAAF_QUERY_SECONDS", "1")
    store = open_store(engine.location)
    store.publish([Change(G + "a", triples(*(f"n{number:05}" for number in range(3000))))])
    long = "SELECT (COUNT(*) AS ?n) { ?a ?p ?x . ?b ?p ?y . ?c ?p ?z FILTER (?x < ?y && ?z != ?x) }"
    with store.reader() as reader, pytest.raises(QueryTimeoutError, match="limit of time"):
        reader.query(long)


@pytest.mark.skipif(bool(lacking()), reason=lacking() or "-")
def test_a_virtuoso_that_cuts_results_is_refused_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with virtuoso(tmp_path, ResultSetMaxRows="10000") as running:
        for name, value in running.environment.items():
            monkeypatch.setenv(name, value)
        store = open_store(running.location)
        with pytest.raises(StoreError, match=r"ResultSetMaxRows is 10000 in its virtuoso\.ini"):
            store.publish([Change(G + "a", triples("a"))])
        # the table itself says when it is cut, where the limit may not be asked for
        monkeypatch.setattr("graph.store.remote.store.rows_of", lambda client: 0)
        many = triples(*(f"n{number:05}" for number in range(12_000)))
        store.publish([Change(G + "a", many)])
        with store.reader() as reader, pytest.raises(StoreError, match="cut the result at 10000 rows"):
            reader.query("SELECT ?s { ?s ?p ?o }")


def test_a_server_that_is_gone_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with pytest.raises(
        StoreError, match=r"http://127\.0\.0\.1:9/sparql: cannot be reached .*; is the server running\?"
    ):
        open_store("sparql+http://127.0.0.1:9/sparql").current()


def test_the_engine_answers_anybody_else_what_we_published(engine: Running) -> None:
    open_store(engine.location).publish([Change(G + "a", triples("a"))])
    accept = {"Accept": "text/csv"}
    query = {"query": f"SELECT ?o {{ GRAPH <{G}a> {{ ?s ?p ?o }} }}"}
    found = httpx.post(engine.query, data=query, headers=accept).text
    assert found.replace('"', "").split() == ["o", "a"]


def test_an_engine_that_is_not_known_is_used_by_the_standard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("graph.store.remote.client.engine_of", lambda server: Engine())
    with oxigraph(tmp_path, "--union-default-graph") as running:
        monkeypatch.setenv("KAMERGRAAF_STORE_UPDATE", running.update)
        monkeypatch.setenv("KAMERGRAAF_STORE_GRAPHS", running.update.removesuffix("update") + "store")
        store = open_store(running.location)
        store.publish([Change(G + "a", triples("a1")), Change(G + "b", triples("b"))])
        store.publish([Change(G + "a", triples("a2")), Change(G + "b", None)])
        assert said(open_store(running.location)) == {"a": ["a2"]}
        with store.reader() as reader:
            assert bool(reader.query(f"ASK {{ ?s <{P}> 'a2' }}"))
