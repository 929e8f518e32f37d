"""The example queries: each has its names in both languages, is in the catalogue with its prefixes, and can be run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph.build import build, find
from graph.describe.catalogue import Catalogue, Publisher, describe_catalogue
from graph.describe.examples import Example, examples
from graph.describe.terms import DEFAULT_BASE, PREFIXES, prefixes
from graph.resources import resource
from graph.settings import Settings
from graph.store.base import Form, Reader
from graph.store.embedded import EmbeddedStore

OTHER = "https://data.example.org/kg/"
SH, RDFS = PREFIXES["sh"], PREFIXES["rdfs"]
QUERIES = examples()
ALONE = [example for example in QUERIES if "SERVICE" not in example.text]
"""Those that need no second server; tests/web/test_federation.py runs the others."""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Read a store with the paper that ships."""
    settings = Settings(store=tmp_path_factory.mktemp("examples") / "store")
    store = EmbeddedStore(settings.store)
    build(find([resource("data", "documents")]), settings, store)
    with store.reader() as opened:
        yield opened


def said(base: str) -> list[Quad]:
    return describe_catalogue(Catalogue(base, Publisher(), f"{base}on/"))


def ends(quads: list[Quad], subject: str, predicate: str) -> list[NamedNode | Literal]:
    found = (q.object for q in quads if str(q.subject) == f"<{subject}>" and q.predicate.value == predicate)
    return [end for end in found if isinstance(end, NamedNode | Literal)]


@pytest.mark.parametrize("example", QUERIES, ids=lambda example: example.slug)
def test_each_is_called_and_told_of_in_both_languages(example: Example) -> None:
    for texts in (example.titles, example.descriptions):
        assert sorted(texts) == ["en", "nl"]
        assert all(text.strip() for text in texts.values())


def test_no_name_is_left_of_a_query_that_is_gone() -> None:
    named = {
        triple.subject.value.rpartition("/")[2]
        for triple in parse(resource("ontology", "queries", "examples.ttl").read_bytes(), format=RdfFormat.TURTLE)
    }
    assert named == {example.slug for example in QUERIES}


@pytest.mark.parametrize("example", ALONE, ids=lambda example: example.slug)
def test_each_is_in_the_graph_as_it_ships_and_gives_something(example: Example, reader: Reader) -> None:
    iri, name = f"{DEFAULT_BASE}id/query/{example.slug}", example.form.lower()
    rows = reader.query(f"SELECT ?q {{ <{iri}> <{SH}{name}> ?q ; a <{SH}SPARQLExecutable> }}").rows()
    (text,) = [row[0].value for row in rows if isinstance(row[0], Literal)]
    assert text == example.text
    result = reader.query(text)
    if result.form is Form.TRIPLES:
        assert len(list(result.triples())) > 50
    else:
        found = list(result.rows())
        assert found if example.slug != "unread" else not found, "the paper that ships is read as a whole"


def test_the_prefixes_of_the_graph_are_enough_to_run_each(reader: Reader) -> None:
    query = f"SELECT ?p ?n {{ <{DEFAULT_BASE}def/> <{SH}declare> [ <{SH}prefix> ?p ; <{SH}namespace> ?n ] }}"
    rows = [[cell.value for cell in row if isinstance(cell, Literal)] for row in reader.query(query).rows()]
    assert {prefix: namespace for prefix, namespace in rows} == prefixes(DEFAULT_BASE)
    head = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in rows)
    for example in ALONE:
        body = "".join(line for line in example.text.splitlines(keepends=True) if not line.startswith("PREFIX"))
        reader.query(head + body)


def test_another_base_has_its_own_queries_and_endpoint() -> None:
    quads = said(OTHER)
    for example in QUERIES:
        iri = f"{OTHER}id/query/{example.slug}"
        (text,) = ends(quads, iri, f"{SH}{example.form.lower()}")
        assert DEFAULT_BASE not in text.value
        assert [end.value for end in ends(quads, iri, f"{SH}prefixes")] == [f"{OTHER}def/"]
        target = [end.value for end in ends(quads, iri, f"{PREFIXES['schema']}target")]
        assert target == ([] if example.elsewhere else [f"{OTHER}on/sparql"])
        assert len(ends(quads, iri, f"{RDFS}label")) == len(ends(quads, iri, f"{RDFS}comment")) == 2


def test_a_query_for_another_server_is_known_as_such() -> None:
    assert [example.slug for example in QUERIES if example.elsewhere] == ["from-tooi"]


def test_every_file_is_among_them() -> None:
    files = {path.stem for path in Path(resource("ontology", "queries")).glob("*.rq")}
    assert files == {example.slug for example in QUERIES}


def _texts(reader: Reader, query: str) -> list[tuple[str, ...]]:
    """Give the rows of a query as texts; an empty one where a cell is unbound."""
    return [
        tuple("" if cell is None else getattr(cell, "value", "") for cell in row) for row in reader.query(query).rows()
    ]


def _example(slug: str) -> str:
    return next(example.text for example in QUERIES if example.slug == slug)


def test_what_went_up_and_down_stands_between_the_ends_of_a_series(reader: Reader) -> None:
    found = _texts(reader, _example("up-and-down"))
    assert ("opvangplekken", "totaal", "2025-01-01", "69630", "2025-07-01", "72390", "2760") in found
    assert all(first < last for _, _, first, _, last, _, _ in found)


def test_counts_of_queries_are_those_of_the_figures_and_mentions_themselves(reader: Reader) -> None:
    head = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in prefixes(DEFAULT_BASE).items())
    counted = _texts(
        reader,
        f"{head} SELECT ?body (COUNT(DISTINCT ?figure) AS ?n) {{ ?figure kg:countedBy ?who . ?who skos:prefLabel ?body "
        'FILTER (LANG(?body) = "nl") } GROUP BY ?body',
    )
    assert sorted(row[:2] for row in _texts(reader, _example("counted-by"))) == sorted(counted)
    named = _texts(
        reader,
        f"{head} SELECT ?law (COUNT(DISTINCT ?mention) AS ?n) {{ ?mention a kg:Mention ; oa:hasBody ?thing . "
        '?thing a eli:LegalResource ; skos:prefLabel ?law FILTER (LANG(?law) = "nl") } GROUP BY ?law',
    )
    assert sorted(row[:2] for row in _texts(reader, _example("laws-named"))) == sorted(named)
