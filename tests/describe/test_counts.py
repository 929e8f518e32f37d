"""Counts: each statement and each thing once, those of papers add up, and the catalogue counts itself."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from graph.describe.catalogue import Catalogue, Publisher, catalogue_graph
from graph.describe.counts import Counts, Tally, count, from_plain
from graph.describe.terms import PREFIXES
from graph.describe.void import short_name

BASE = "https://data.example.org/kg/"
TYPE = f"{PREFIXES['rdf']}type"
VOID = PREFIXES["void"]
DATASET = NamedNode(f"{BASE}id/dataset/kamergraaf")


def quad(subject: str, predicate: str, end: str, graph: str = "a") -> Quad:
    return Quad(NamedNode(BASE + subject), NamedNode(predicate), NamedNode(end), NamedNode(f"{BASE}graph/{graph}"))


def issued(day: str) -> Quad:
    return Quad(NamedNode(f"{BASE}x{day}"), NamedNode(f"{PREFIXES['dcterms']}issued"), Literal(day))


def test_what_is_said_in_two_graphs_counts_once() -> None:
    tally = Tally(BASE)
    tally.add([quad("s", TYPE, f"{BASE}def/A"), quad("s", TYPE, f"{BASE}def/A", "b")])
    tally.add([quad("s", TYPE, f"{BASE}def/A", "c"), quad("s", TYPE, f"{BASE}def/B", "c")])
    assert (tally.counts.triples, tally.counts.subjects) == (2, 1)
    assert tally.counts.classes == {f"{BASE}def/A": 1, f"{BASE}def/B": 1}
    assert tally.new([quad("s", TYPE, f"{BASE}def/A", "d")]) == []


def test_a_link_counts_by_the_data_set_it_leads_to_and_one_to_ourselves_does_not() -> None:
    same = f"{PREFIXES['owl']}sameAs"
    found = count([quad("a", same, "http://www.wikidata.org/entity/Q1"), quad("a", same, f"{BASE}id/b")], BASE)
    assert found.links == {("http://www.wikidata.org/entity/", "owl:sameAs"): 1}


def test_the_first_and_last_day_are_those_of_all_papers() -> None:
    total = Counts() + count([issued("2025-03-01")], BASE) + count([issued("2024-01-31"), issued("2024-06-01")], BASE)
    assert (total.first, total.last) == ("2024-01-31", "2025-03-01")


def test_counts_survive_the_way_through_json() -> None:
    found = count([quad("a", TYPE, "urn:b"), issued("2025-03-01")], BASE)
    assert from_plain(found.plain()) == found
    assert from_plain(None) == Counts()


@settings(derandomize=True, max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([TYPE, "urn:p"]), st.sampled_from("xy")), max_size=12)
)
def test_counting_in_parts_gives_the_same_as_counting_at_once(said: list[tuple[str, str, str]]) -> None:
    quads = [quad(subject, predicate, f"urn:{end}") for subject, predicate, end in said]
    apart = Tally(BASE)
    for each in quads:
        apart.add([each])
    whole = count(quads, BASE)
    assert apart.counts == whole
    assert whole.triples == len({(str(q.subject), q.predicate.value, str(q.object)) for q in quads})


def test_the_catalogue_counts_everything_and_itself() -> None:
    shared = Tally(BASE)
    other = [quad("s", TYPE, f"{BASE}def/A"), quad("s", f"{BASE}def/number", "urn:1")]
    shared.add(other)
    papers = count([quad("d", TYPE, f"{BASE}def/Document"), issued("2025-03-01")], BASE)
    graph = catalogue_graph(Catalogue(BASE, Publisher()), papers, shared)
    told = {q.predicate.value: q.object for q in graph if q.subject == DATASET}
    total = len(graph) + len(other) + papers.triples
    assert told[f"{VOID}triples"].value == str(total)  # type: ignore[union-attr]
    parts = {str(q.subject): q.object for q in graph if q.predicate.value == f"{VOID}property"}
    sizes = {str(q.subject): q.object for q in graph if q.predicate.value == f"{VOID}triples"}
    counted = Counter(q.predicate.value for q in graph) + Counter(q.predicate.value for q in other) + papers.properties
    assert {end.value: int(sizes[part].value) for part, end in parts.items()} == dict(counted)  # type: ignore[union-attr]


def test_the_papers_days_are_the_time_that_the_data_is_about() -> None:
    graph = catalogue_graph(Catalogue(BASE, Publisher()), count([issued("2025-03-01")], BASE), Tally(BASE))
    ends = {q.predicate.value: q.object for q in graph if str(q.subject).endswith("/2025-03-01--2025-03-01>")}
    assert str(ends[f"{PREFIXES['dcat']}startDate"]) == '"2025-03-01"^^<http://www.w3.org/2001/XMLSchema#date>'


def test_terms_that_no_prefix_fits_have_names_that_differ() -> None:
    assert short_name("urn:a", BASE) != short_name("urn:b", BASE)
    assert short_name(f"{PREFIXES['skos']}a/b", BASE).startswith("other-")
