"""What papers say of a thing is told with paper, day and words, by year, page by page, and never more than bounded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import httpx
import pytest
from fastapi import FastAPI
from pyld import jsonld
from pyoxigraph import RdfFormat, parse

from graph.settings import Settings
from graph.store import open_store
from graph.store.base import Change, n_triples
from graph.web import create_app
from graph.web.history import PER_PAGE, SECTIONS
from graph.web.things import KINDS

BASE = "https://data.example.org/kg/"
COA = f"{BASE}id/organisation/coa"
PREFIXES = f"""
@prefix kg: <{BASE}def/> .
@prefix id: <{BASE}id/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix sdmx-measure: <http://purl.org/linked-data/sdmx/2009/measure#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
SHARED = f"""{PREFIXES}
<{COA}> skos:prefLabel "Centraal Orgaan opvang asielzoekers"@nl .
<{BASE}id/post/minister-a> skos:prefLabel "minister van A"@nl .
<{BASE}id/person/an> skos:prefLabel "An de Vries" .
<{BASE}id/place/sy> skos:prefLabel "Syrië"@nl .
<{BASE}id/dossier/1> a kg:Dossier ; dcterms:identifier "1" .
<{BASE}id/document/kst-9-9> a eli:Work ; dcterms:identifier "kst-9-9" .
<{BASE}id/document/2024Z00001> a eli:Work ; dcterms:identifier "2024Z00001" .
<{BASE}id/membership/m> org:member <{BASE}id/person/an> ; kg:post <{BASE}id/post/minister-a> .
"""


def _passage(iri: str, quote: str) -> str:
    return f"""<{iri}> a kg:Passage ; kg:page 2 ; oa:hasSelector <{iri}/quote> .
<{iri}/quote> oa:exact "{quote}" ; oa:prefix "bij " ; oa:suffix " in" ."""


def _paper(identifier: str, day: str, mentions: int, more: str = "") -> Change:
    iri = f"{BASE}id/document/{identifier}"
    answer = f"{iri}/answer/1"
    issued = f'; dcterms:issued "{day}"^^xsd:date' if day else ""
    said = [
        PREFIXES,
        f'<{iri}> a kg:Document, eli:Work ; dcterms:identifier "{identifier}" ; dcterms:title "Stuk {identifier}"@nl '
        f"{issued} ; dcterms:isPartOf <{BASE}id/dossier/1> ; kg:officeHolding <{BASE}id/membership/m> {more} .",
        f"<{answer}> a kg:Answer ; dcterms:isPartOf <{iri}> ; kg:answeredBy <{BASE}id/post/minister-a> ; "
        f"kg:answers <{iri}/question/1> .",
        f"<{answer}/statistic/5-1> a kg:Statistic ; kg:answer <{answer}> ; dcterms:isPartOf <{answer}> ; "
        f"kg:countedBy <{COA}> ; sdmx-measure:obsValue 5.0 ; kg:passage <{answer}/passage/5> ; "
        f"prov:wasQuotedFrom <{answer}/passage/5> ; "
        f"kg:place <{BASE}id/place/sy> ; kg:statedBy <{BASE}id/post/minister-a> .",
        _passage(f"{answer}/passage/5", "5 plekken"),
    ]
    for number in range(1, mentions + 1):
        mention = f"{answer}/mention/coa-{number}"
        said += [
            f"<{mention}> a kg:Mention ; dcterms:isPartOf <{answer}> ; oa:hasBody <{COA}> ; "
            f"oa:hasTarget <{answer}/passage/coa-{number}> .",
            _passage(f"{answer}/passage/coa-{number}", "het COA"),
        ]
    quads = parse("\n".join(said), RdfFormat.TURTLE)
    return Change(f"{BASE}graph/{identifier}", n_triples(quads), identifier, identifier)


@pytest.fixture(scope="module")
def papers(
    tmp_path_factory: pytest.TempPathFactory, serving: Callable[[FastAPI], AbstractContextManager[str]]
) -> Iterator[httpx.Client]:
    """A client of a server over four invented papers, of which one has no day."""
    folder = tmp_path_factory.mktemp("history") / "store"
    cites = f", <{BASE}id/document/".join(["", "kst-1-1>", "kst-9-9>", "2024Z00001>"])[1:]
    open_store(folder).publish(
        [
            Change(f"{BASE}graph/authorities", n_triples(parse(SHARED, RdfFormat.TURTLE)), "authorities"),
            _paper("kst-1-1", "2024-02-01", 2),
            _paper("kst-1-2", "2025-03-01", PER_PAGE + 3, f"; dcterms:references {cites}"),
            _paper("ah-1", "2025-11-30", 1, '; kg:questionNumber "2024Z00001"'),
            _paper("kst-1-3", "", 1),
        ]
    )
    settings = Settings.load(base_iri=BASE, store=folder, query_workers=1)
    with serving(create_app(settings)) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


def told(client: httpx.Client, path: str) -> dict[str, object]:
    answer = client.get(f"/doc/{path}")
    assert answer.status_code == 200, answer.text
    record: dict[str, object] = answer.json()["record"]
    return record


def test_an_organisation_is_told_in_totals_and_by_year(papers: httpx.Client) -> None:
    record = told(papers, "organisation/coa.json")
    total = PER_PAGE + 7
    counts = {"mentions": total, "counted": 4, "in_answers_that_name_it": 4, "would_know": 0}
    assert record["totals"] == counts
    assert record["years"] == [
        {"year": 2025, "mentions": PER_PAGE + 4, "counted": 2, "in_answers_that_name_it": 2},
        {"year": 2024, "mentions": 2, "counted": 1, "in_answers_that_name_it": 1},
        {"year": None, "mentions": 1, "counted": 1, "in_answers_that_name_it": 1},
    ]
    assert record["complete"] is True


def test_every_mention_has_its_paper_day_and_words(papers: httpx.Client) -> None:
    mentions = told(papers, "organisation/coa.json")["mentions"]
    assert isinstance(mentions, list)
    assert mentions[0] == {
        "iri": f"{BASE}id/document/ah-1/answer/1/mention/coa-1",
        "document": f"{BASE}id/document/ah-1",
        "title": "Stuk ah-1",
        "date": "2025-11-30",
        "part": f"{BASE}id/document/ah-1/answer/1",
        "page": 2,
        "quote": "het COA",
        "prefix": "bij ",
        "suffix": " in",
    }
    assert [each["date"] for each in mentions] == sorted((each["date"] for each in mentions), reverse=True)
    numbers = [int(each["iri"].rpartition("-")[2]) for each in mentions[1:]]
    assert numbers == sorted(numbers), "within a paper in the order of the text"


def test_a_figure_that_it_counted_is_a_number_with_its_words(papers: httpx.Client) -> None:
    counted = told(papers, "organisation/coa.json")["counted"]
    assert isinstance(counted, list)
    assert (counted[0]["value"], counted[0]["quote"], counted[0]["counted_by_iri"]) == (5, "5 plekken", COA)


def test_pages_do_not_overlap_and_lead_to_each_other(papers: httpx.Client) -> None:
    first = papers.get("/doc/organisation/coa.json")
    assert first.json()["record"]["pages"] == 2
    following = first.json()["record"]["next"]
    assert following == "/doc/organisation/coa.json?page=2"
    assert f'<{following}>; rel="next"' in first.headers["link"]
    second = papers.get(following)
    assert second.json()["record"]["previous"].endswith("page=1")
    found = [each["iri"] for answer in (first, second) for each in answer.json()["record"]["mentions"]]
    assert len(found) == len(set(found)) == PER_PAGE + 7
    assert second.json()["record"]["next"] is None


def test_one_year_can_be_asked(papers: httpx.Client) -> None:
    record = told(papers, "organisation/coa.json?year=2024")
    assert isinstance(record["mentions"], list)
    assert {each["date"] for each in record["mentions"]} == {"2024-02-01"}
    assert (record["pages"], record["year"]) == (1, 2024)
    assert told(papers, "organisation/coa.json?year=1990")["mentions"] == []


@pytest.mark.parametrize(
    ("query", "status"), [("page=0", 400), ("page=x", 400), ("year=0", 400), ("year=12345", 400), ("page=3", 404)]
)
def test_a_page_that_cannot_be_is_a_problem(papers: httpx.Client, query: str, status: int) -> None:
    answer = papers.get(f"/doc/organisation/coa.json?{query}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


@pytest.mark.parametrize("form", ["ttl", "nt", "rdf", "jsonld", "json"])
def test_every_form_of_rdf_has_the_passages_of_the_page(papers: httpx.Client, form: str) -> None:
    content = papers.get(f"/doc/organisation/coa.{form}").content
    if form.startswith("json"):
        lines = jsonld.to_rdf(papers.get(f"/doc/organisation/coa.{form}").json(), {"format": "application/n-quads"})
        found = {quad.triple for quad in parse(lines, format=RdfFormat.N_QUADS)}
    else:
        found = {quad.triple for quad in parse(content, format=RdfFormat.from_extension(form) or RdfFormat.TURTLE)}
    exact = [item for item in found if item.predicate.value == "http://www.w3.org/ns/oa#exact"]
    assert len(exact) == PER_PAGE + 4, "those of the mentions on the page and of the figures"
    same = parse(papers.get("/doc/organisation/coa.nt").content, format=RdfFormat.N_TRIPLES)
    assert found == {quad.triple for quad in same}


def test_who_answered_is_told_of_posts_and_of_those_who_held_them(papers: httpx.Client) -> None:
    for path in ("post/minister-a.json", "person/an.json"):
        answers = told(papers, path)["answers"]
        assert isinstance(answers, list)
        assert len(answers) == 4
        assert answers[0]["answers"] == [f"{BASE}id/document/ah-1/question/1"]


def test_a_place_has_the_figures_about_it(papers: httpx.Client) -> None:
    assert told(papers, "place/sy.json")["totals"] == {"mentions": 0, "about": 4, "in_answers_that_name_it": 0}


def test_a_dossier_has_its_papers_with_title_and_day(papers: httpx.Client) -> None:
    listed = told(papers, "dossier/1.json")["papers"]
    assert isinstance(listed, list)
    assert [each["identifier"] for each in listed] == ["ah-1", "kst-1-2", "kst-1-1", "kst-1-3"]
    assert listed[0] == {
        "iri": f"{BASE}id/document/ah-1",
        "identifier": "ah-1",
        "title": "Stuk ah-1",
        "date": "2025-11-30",
        "in_store": True,
    }
    turtle = papers.get("/doc/dossier/1.ttl").text
    assert "Stuk kst-1-1" in turtle


def test_a_reference_says_whether_the_paper_is_in_the_store(papers: httpx.Client) -> None:
    references = told(papers, "document/kst-1-2.json")["references"]
    assert isinstance(references, list)
    by_number = {each["identifier"]: each for each in references}
    assert {number: each["in_store"] for number, each in by_number.items()} == {
        "kst-1-1": True,
        "kst-9-9": False,
        "2024Z00001": False,
    }
    assert by_number["kst-1-1"]["title"] == "Stuk kst-1-1"
    assert by_number["2024Z00001"]["questions_in"] == [f"{BASE}id/document/ah-1"]
    assert "questions_in" not in by_number["kst-9-9"]


def test_a_paper_knows_who_cites_it_also_when_it_is_not_here(papers: httpx.Client) -> None:
    for path in ("document/kst-1-1.json", "document/kst-9-9.json"):
        cited = told(papers, path)["cited_by"]
        assert isinstance(cited, list)
        assert [each["identifier"] for each in cited] == ["kst-1-2"]


def test_a_figure_has_no_history(papers: httpx.Client) -> None:
    answer = papers.get("/doc/document/kst-1-1/answer/1/statistic/5-1.json")
    assert "record" not in answer.json()


def test_sections_are_of_things_that_there_are() -> None:
    for section in SECTIONS:
        assert section.collections <= KINDS.keys()
