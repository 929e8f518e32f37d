"""Dumps: equal content gives equal bytes, in every format, whatever way it went into the store."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.errors import StoreError
from graph.store.base import Change
from graph.store.dump import FORMATS, dump, dump_to_file
from graph.store.embedded import EmbeddedStore

G = "https://example.org/graph/"
LOG = "https://example.org/graph/publications"


def triples(*names: str) -> bytes:
    lines = [f'<https://example.org/{n}> <https://example.org/p> "{n}\\n\\"é"@nl .\n' for n in names]
    return "".join(sorted(lines)).encode()


@pytest.fixture
def store(tmp_path: Path) -> EmbeddedStore:
    made = EmbeddedStore(tmp_path / "store")
    made.publish([Change(G + "b", triples("b3", "b1")), Change(G + "a", triples("a"))])
    made.publish([Change(G + "b", triples("b1", "b2"))])
    return made


def dumped(store: EmbeddedStore, name: str, log: str = "") -> bytes:
    out = io.BytesIO()
    with store.reader() as reader:
        dump(reader, out, FORMATS[name], prefixes={"e": "https://example.org/"}, log=log)
    return out.getvalue()


def test_graphs_by_iri_and_lines_sorted_within_a_graph(store: EmbeddedStore) -> None:
    lines = dumped(store, "nq").decode().splitlines()
    assert [line.split()[0] for line in lines] == [f"<https://example.org/{name}>" for name in ("a", "b1", "b2")]
    assert [line.split()[-2] for line in lines] == [f"<{G}a>", f"<{G}b>", f"<{G}b>"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_holds_every_statement(store: EmbeddedStore, name: str) -> None:
    media = FORMATS[name]
    found = set(ox.parse(dumped(store, name), media))
    expected = set(ox.parse(dumped(store, "nq"), ox.RdfFormat.N_QUADS))
    if not media.supports_datasets:
        expected = {ox.Quad(quad.subject, quad.predicate, quad.object) for quad in expected}
    assert found == expected and len(found) == 3


@pytest.mark.parametrize("name", FORMATS)
def test_another_way_to_the_same_content_gives_the_same_bytes(store: EmbeddedStore, tmp_path: Path, name: str) -> None:
    other = EmbeddedStore(tmp_path / "other")
    other.publish([Change(G + "a", triples("a")), Change(G + "b", triples("b2", "b1"))])
    assert dumped(other, name) == dumped(store, name)


def test_packed_files_carry_no_time(store: EmbeddedStore, tmp_path: Path) -> None:
    with store.reader() as reader:
        for name in ("one.nq.gz", "two.nq.gz"):
            dump_to_file(reader, tmp_path / name, FORMATS["nq"], packed=True)
    one, two = (tmp_path / name for name in ("one.nq.gz", "two.nq.gz"))
    assert one.read_bytes() == two.read_bytes()
    assert gzip.decompress(one.read_bytes()) == dumped(store, "nq")


def test_a_dump_that_breaks_leaves_the_old_file(
    store: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "all.nq"
    target.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("graph.store.dump._graphs", refuse)
    with store.reader() as reader, pytest.raises(StoreError, match="No space left on device"):
        dump_to_file(reader, target, FORMATS["nq"])
    assert target.read_bytes() == b"old" and list(tmp_path.glob(".*")) == []


def test_times_are_only_in_the_log(store: EmbeddedStore) -> None:
    assert b"dateTime" not in dumped(store, "nq")
    store.publish([Change(G + "a", None)])
    store.publish([Change(G + "a", triples("a"))])
    store.publish([Change(G + "b", None)])
    database = ox.Store()
    database.load(dumped(store, "nq", LOG), ox.RdfFormat.N_QUADS)
    query = """PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?did (COUNT(*) AS ?n) { GRAPH ?log { ?a a prov:Activity . ?a ?did ?g } } GROUP BY ?did ORDER BY ?did"""
    rows = database.query(query)
    assert isinstance(rows, ox.QuerySolutions)
    counts = {str(row["did"]).rsplit("#")[-1].rstrip(">"): str(row["n"]).split('"')[1] for row in rows}
    assert counts["generated"] == "4" and counts["invalidated"] == "2" and counts["endedAtTime"] == "5"
    graph_times = list(database.quads_for_pattern(ox.NamedNode(G + "a"), None, None, ox.NamedNode(LOG)))
    assert len(graph_times) == 1, "a graph carries the time of its last change alone"
