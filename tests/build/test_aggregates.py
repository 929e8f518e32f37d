"""Aggregates: whatever the order of builds and removals, they are what they are when all are made at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph.build.aggregates import aggregates
from graph.describe.aggregates import aggregates_graph, count_aggregates
from graph.describe.contribution import contribution, of_extract
from graph.describe.counts import from_plain
from graph.describe.terms import Terms
from graph.store.base import Change, digest_like, n_triples
from graph.store.embedded import EmbeddedStore

BASE = "https://example.org/"
GRAPH = aggregates_graph(BASE)


@dataclass(frozen=True)
class Paper:
    """A small paper: its year, its figures (indicator, breakdown, first day) and the organisations that it names."""

    year: int | None
    figures: tuple[tuple[str, str, str], ...] = ()
    named: tuple[str, ...] = ()


def statements(name: str, paper: Paper) -> list[Quad]:
    """Give the graph of a paper, as far as the aggregates look at it."""
    terms, graph = Terms(BASE), NamedNode(f"{BASE}graph/{name}")
    document = f"{BASE}id/document/{name}"
    said: list[tuple[str, str, str | Literal]] = [(document, "rdf:type", f"{BASE}def/Document")]
    if paper.year:
        said.append((document, "dcterms:issued", Literal(f"{paper.year}-05-01", datatype=terms["xsd:date"])))
    for number, (indicator, breakdown, day) in enumerate(paper.figures):
        figure = f"{document}/answer/1/statistic/{number}"
        said += [
            (figure, "rdf:type", f"{BASE}def/Statistic"),
            (figure, "kg:indicator", f"{BASE}id/indicator/{indicator}"),
            (figure, "kg:breakdown", f"{BASE}id/breakdown/{breakdown}"),
            (figure, "kg:place", f"{BASE}id/place/not-stated"),
            (figure, "sdmx-attribute:unitMeasure", "http://qudt.org/vocab/unit/NUM"),
            (figure, "kg:period", f"{BASE}id/period/{day}--{day}" if day else f"{BASE}id/period/unknown"),
        ]
    for number, organisation in enumerate(paper.named):
        mention = f"{document}/answer/1/mention/{number}"
        said.append((mention, "rdf:type", f"{BASE}def/Mention"))
        said.append((mention, "oa:hasBody", f"{BASE}id/organisation/{organisation}"))
    return [Quad(NamedNode(s), terms[p], NamedNode(o) if isinstance(o, str) else o, graph) for s, p, o in said]


def change_of(name: str, paper: Paper | None, *, kept: bool = True) -> Change:
    """Give the change that publishes a paper, or takes it away; without `kept` as an earlier version made it."""
    graph = f"{BASE}graph/{name}"
    if paper is None:
        return Change(graph, None, identifier=name)
    quads = statements(name, paper)
    said = {"aggregates": contribution(quads, BASE).plain()} if kept else {}
    return Change(graph, n_triples(quads), name, name, extract=json.dumps(said).encode())


def publish(store: EmbeddedStore, folder: Path, changes: Iterable[Change], there: Mapping[str, Change]) -> None:
    """Publish changes with the aggregates that follow; `there` is what there will be."""
    by_graph = {change.graph: change for change in changes}
    extracts = {change.graph: change.extract for change in there.values()}
    with store.writing():
        if store.current():
            with store.reader() as reader:
                made = aggregates(reader, by_graph, extracts, BASE, folder / "aggregates.nt")
        else:
            made = aggregates(None, by_graph, extracts, BASE, folder / "aggregates.nt")
        store.publish([*by_graph.values(), *([made.change] if made.change else [])])


def content(store: EmbeddedStore) -> bytes:
    """Give the aggregates as they stand, after looking whether digest, size and counts are those of them."""
    with store.reader() as reader:
        found, version = reader.n_triples(GRAPH), reader.version(GRAPH)
        counts = from_plain(json.loads(reader.extract(GRAPH)))
    assert version is not None and version.digest is not None
    assert version.digest == digest_like(found, version.digest)
    assert version.size == found.count(b"\n")
    quads = [Quad(t.subject, t.predicate, t.object, NamedNode(GRAPH)) for t in parse(found, RdfFormat.N_TRIPLES)]
    assert counts == count_aggregates(quads, BASE)
    return found


FIGURE = st.tuples(
    st.sampled_from(["dijk", "sluis"]),
    st.sampled_from(["total", "zee"]),
    st.sampled_from(["", "2020-01-01", "2024-03-01"]),
)
PAPER = st.builds(
    Paper,
    st.sampled_from([None, 2023, 2024]),
    st.lists(FIGURE, max_size=3).map(tuple),
    st.lists(st.sampled_from(["coa", "ind"]), max_size=2).map(tuple),
)
NAMES = [f"p{number}" for number in range(9)]
STEP = st.dictionaries(st.sampled_from(NAMES), st.none() | PAPER, min_size=1, max_size=2)


@settings(max_examples=25, deadline=None)
@given(first=st.lists(PAPER, min_size=9, max_size=9), steps=st.lists(STEP, min_size=1, max_size=5), kept=st.booleans())
def test_any_order_of_builds_and_removals_gives_what_a_rebuild_gives(
    first: list[Paper], steps: list[dict[str, Paper | None]], kept: bool
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        store = EmbeddedStore(folder / "store")
        there = {n: change_of(n, paper, kept=kept) for n, paper in zip(NAMES, first, strict=True)}
        publish(store, folder, there.values(), there)
        for step in steps:
            changes = {n: change_of(n, paper) for n, paper in step.items() if paper is not None or n in there}
            there = {n: change for n, change in {**there, **changes}.items() if change.triples is not None}
            publish(store, folder, changes.values(), there)
        anew = EmbeddedStore(folder / "anew")
        publish(anew, folder, there.values(), there)
        assert content(store) == content(anew)


@pytest.fixture
def store(tmp_path: Path) -> EmbeddedStore:
    """A store of nine papers, of which the first alone speaks of quays and of the Dijkdienst."""
    store = EmbeddedStore(tmp_path / "store")
    papers = {name: Paper(2024, (("dijk", "total", "2024-01-01"),), ("coa",)) for name in NAMES}
    papers["p0"] = Paper(2023, (("kade", "total", "2023-01-01"), ("dijk", "total", "2020-01-01")), ("dijkdienst",))
    there = {name: change_of(name, paper) for name, paper in papers.items()}
    publish(store, tmp_path, there.values(), there)
    return store


def ask(store: EmbeddedStore, query: str) -> list[tuple[str, ...]]:
    """Give the rows of a query."""
    with store.reader() as reader:
        rows = reader.query(f"PREFIX kg: <{BASE}def/> PREFIX qb: <http://purl.org/linked-data/cube#> {query}").rows()
        return [tuple(cell.value for cell in row if isinstance(cell, NamedNode | Literal)) for row in rows]


DIKES = f"{BASE}id/indicator/dijk"
_EXTENT = f"SELECT ?n ?m ?f ?l {{ <{DIKES}> kg:figureCount ?n ; kg:paperCount ?m ; kg:firstDay ?f ; kg:lastDay ?l }}"


def test_nothing_of_a_removed_paper_stays(store: EmbeddedStore, tmp_path: Path) -> None:
    assert b"kade" in content(store) and b"dijkdienst" in content(store)
    assert ask(store, _EXTENT) == [("9", "9", "2020-01-01", "2024-01-01")]
    publish(store, tmp_path, [change_of("p0", None)], {name: change_of(name, Paper(2024)) for name in NAMES[1:]})
    left = content(store)
    assert not [word for word in (b"kade", b"dijkdienst", b"2023", b"/p0/") if word in left]
    assert ask(store, _EXTENT) == [("8", "8", "2024-01-01", "2024-01-01")]
    with store.reader() as reader:
        gone = reader.gone(f"{BASE}id/indicator/kade/series/total.not-stated")
        assert gone is not None and gone.graph == GRAPH


def test_series_name_their_figures_and_counts_are_by_year(store: EmbeddedStore) -> None:
    series = f"<{DIKES}/series/total.not-stated>"
    assert len(ask(store, f"SELECT ?f {{ {series} qb:observation ?f }}")) == 9
    counted = f"SELECT ?n {{ <{BASE}id/organisation/coa/count/named.2024> kg:count ?n }}"
    assert ask(store, counted) == [("8",)]
    whole = f"SELECT ?n {{ <{BASE}id/dataset/kamergraaf/count/papers.2023> kg:count ?n }}"
    assert ask(store, whole) == [("1",)]


def test_a_paper_published_again_as_it_was_is_no_change(store: EmbeddedStore, tmp_path: Path) -> None:
    before = content(store)
    paper = Paper(2024, (("dijk", "total", "2024-01-01"),), ("coa",))
    publish(store, tmp_path, [change_of("p1", paper)], {name: change_of(name, paper) for name in NAMES})
    assert store.current() == 1
    assert content(store) == before


def test_what_a_paper_contributes_survives_being_kept() -> None:
    quads = statements("a", Paper(None, (("dijk", "zee", ""),), ("coa", "coa")))
    given = contribution(quads, BASE)
    assert of_extract(json.dumps({"aggregates": given.plain()}).encode()) == given
    assert given.tallies["id/organisation/coa", "named", "id/period/unknown"] == 2
    assert of_extract(b"{}") is None
