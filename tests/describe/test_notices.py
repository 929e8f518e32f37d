"""Postponed and withdrawn papers in the graph: what the JSON says, on passages that are literally in the layer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.check import check
from graph.describe import Posts, describe, record
from graph.model import Report, Understanding
from graph.parse import parse
from graph.read import read

BASE = "https://w3id.org/kamergraaf/"
PREFIXES = f"""PREFIX kg: <{BASE}def/> PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX schema: <https://schema.org/>"""
NOTICE = (
    "AH 600\n2024Z17067\nMededeling van minister Golf (Water en Wind) (ontvangen 20 november 2024)\n\nDe "
    "vragen van het "
    "lid Flach (SGP) over stallen (2024Z17067) kunnen niet binnen de gebruikelijke termijn worden beantwoord, omdat de "
    "afstemming\nmeer tijd behoeft. Ik zal u vóór 1 mei 2025 de antwoorden doen toekomen.\n"
)
WITHDRAWN = (
    "2024Z18885\n\nVragen van het lid Podt (D66) aan de minister van Water en Wind over geld (ingezonden 20 november "
    "2024).\n\nDeze vragen zijn ingetrokken, omdat ze in het debat zijn beantwoord.\n\nVraag 1\nHoeveel?\n"
)
RELATED = (
    "Vergaderjaar 2024–2025 Aanhangsel van de Handelingen\n1234\nVragen van het lid Podt (D66) aan de "
    "Minister van Water "
    "en Wind over geld (ingezonden 3 maart 2025).\nAntwoord van Minister Golf (Water en Wind) (ontvangen 2 "
    "april 2025). "
    "Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 1100. Ter vervanging van Aanhangsel Handelingen, "
    "vergaderjaar 2024–2025, nr. 1200.\n\nVraag 1\nHoeveel?\nAntwoord 1\nTien.\n"
)


def _report(text: str) -> Report:
    return parse(read(text.encode(), "a.txt"))


@pytest.fixture
def said(invented_posts: Posts) -> Callable[[Understanding], tuple[list[Quad], Store]]:
    """Describes a paper."""

    def make(understanding: Understanding) -> tuple[list[Quad], Store]:
        quads = describe(understanding, invented_posts, BASE)
        store = Store()
        store.extend(quads)
        return quads, store

    return make


def _rows(store: Store, query: str) -> list[tuple[str | None, ...]]:
    rows = store.query(f"{PREFIXES}\n{query}", use_default_graph_as_union=True)
    return [tuple(None if cell is None else cell.value for cell in row) for row in rows]  # type: ignore[union-attr]


def _document(understanding: Understanding) -> dict[str, object]:
    found = record(understanding, BASE)["document"]
    assert isinstance(found, dict)
    return found


Said = Callable[[Understanding], tuple[list[Quad], Store]]


def test_graph_and_json_say_the_same_of_a_postponement(said: Said) -> None:
    paper = Understanding(_report(NOTICE), (), (), ())
    _, store = said(paper)
    document = _document(paper)
    notice = document["postponed"]
    assert isinstance(notice, dict)
    assert document["state"] == "postponed"
    rows = _rows(
        store,
        "SELECT ?state ?number ?day ?until ?reason ?announced ?post { ?d kg:state ?s ; kg:questionNumber ?number ; "
        "kg:postponed ?p . BIND (STRAFTER(STR(?s), '/state/') AS ?state) "
        "?p dcterms:issued ?day ; kg:expectedBy ?until ; "
        "kg:reason ?reason ; kg:announced ?announced ; kg:statedBy ?post }",
    )
    post = f"{BASE}id/post/minister-van-water-en-wind"
    assert notice["stated_by"] == ["minister van Water en Wind"]
    assert rows == [
        (
            *("postponed", "2024Z17067", notice["day"], notice["until"]),
            *(" ".join(notice["reason"]["quote"].split()), notice["announced"]["quote"], post),
        )
    ]
    passages = _rows(
        store,
        "SELECT ?exact ?start ?end { ?d kg:postponed/kg:passage ?passage . ?passage oa:hasSelector ?q, ?p . "
        "?q oa:exact ?exact . ?p oa:start ?start ; oa:end ?end } ORDER BY ?start",
    )
    wanted = [notice, notice["reason"], notice["announced"]]
    assert passages == [(one["quote"], str(one["start"]), str(one["end"])) for one in wanted]
    text = paper.report.source.text
    assert all(exact == text[int(str(start)) : int(str(end))] for exact, start, end in passages)


def test_graph_and_json_say_the_same_of_a_withdrawal(said: Said) -> None:
    paper = Understanding(_report(WITHDRAWN), (), (), ())
    _, store = said(paper)
    document = _document(paper)
    notice = document["withdrawn"]
    assert isinstance(notice, dict)
    assert (document["state"], document["postponed"]) == ("withdrawn", None)
    rows = _rows(
        store,
        "SELECT ?reason ?exact { ?d kg:withdrawn ?w ; kg:state ?s . ?w kg:reason ?reason ; kg:passage ?p . "
        "?p oa:hasSelector/oa:exact ?exact } ORDER BY DESC(STRLEN(?exact))",
    )
    assert rows == [(notice["reason"]["quote"], notice["quote"]), (notice["reason"]["quote"],) * 2]


def test_graph_and_json_say_the_same_of_the_other_papers(said: Said) -> None:
    paper = Understanding(_report(RELATED), (), (), ())
    _, store = said(paper)
    document = _document(paper)
    for key, prop in (
        ("follows", "kg:follows"),
        ("replaces", "dcterms:replaces"),
        ("references", "dcterms:references"),
    ):
        rows = {str(iri).rpartition("/")[2] for (iri,) in _rows(store, f"SELECT ?o {{ ?d {prop} ?o }}")}
        assert rows == set(document[key])  # type: ignore[call-overload]
    assert document["follows"] == ["ah-tk-20242025-1100"]
    assert document["askers"] == [{"name": "Podt", "party": "D66"}]
    parties = _rows(store, "SELECT ?name ?party { ?d kg:askedBy ?a . ?a schema:name ?name ; kg:party ?party }")
    assert set(parties) == {("Podt", "D66")}


@pytest.mark.parametrize("text", [NOTICE, WITHDRAWN, RELATED])
def test_what_is_described_is_valid(text: str) -> None:
    from graph.link import Authorities

    paper = Understanding(_report(text.replace("Water en Wind", "Financiën")), (), (), ())
    quads = describe(paper, Authorities.load(), BASE)
    assert [str(one) for one in check(quads, base=BASE).violations] == []


def test_paper_without_notices_says_nothing_of_them(invented: Understanding, said: Said) -> None:
    quads, _ = said(replace(invented))
    names = {quad.predicate.value.rpartition("/")[2] for quad in quads}
    assert not names & {"postponed", "withdrawn", "follows", "questionNumber"}
    assert (
        Quad(
            NamedNode(f"{BASE}id/document/ah-tk-20232024-1"),
            NamedNode(f"{BASE}def/state"),
            NamedNode(f"{BASE}def/state/answered"),
            NamedNode(f"{BASE}graph/ah-tk-20232024-1"),
        )
        in quads
    )
    assert Literal("answered") not in {quad.object for quad in quads}
