"""The history of a thing as plain JSON: every fact with its paper, its day and the words that it stands on."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict

from pyoxigraph import NamedNode, Triple

from graph.store.base import Reader
from graph.web import figures
from graph.web.history import PER_PAGE, History, Paper, papers_of
from graph.web.resources import parts_of, statements_of
from graph.web.site import Site
from graph.web.view import View

Json = dict[str, object]
_FIGURE = (
    "unit indicator indicator_iri breakdown period_start period_end qualifier status counted_by counted_by_iri place"
)
_REFERENCES = "http://purl.org/dc/terms/references"
_HEADS = """PREFIX dcterms: <http://purl.org/dc/terms/> CONSTRUCT {{ ?s ?p ?o }} {{
  VALUES ?s {{ {papers} }} VALUES ?p {{ dcterms:title dcterms:identifier dcterms:issued }} ?s ?p ?o }}"""
_QUESTION_NUMBER = "def/questionNumber"


def facts_of(reader: Reader, site: Site, history: History) -> list[Triple]:
    """Give all that is said of the facts on a page, and of the passages that they stand on."""
    facts = {fact for found in history.facts.values() for fact in found}
    own = statements_of(reader, sorted(facts - history.papers.keys()))
    near = statements_of(reader, parts_of(own, site.base))
    papers = " ".join(f"<{iri}>" for iri in sorted(facts & history.papers.keys()))
    heads = reader.query(_HEADS.format(papers=papers)).triples() if papers else ()
    return [*own, *near, *statements_of(reader, parts_of(near, site.base)), *heads]


def record(reader: Reader, site: Site, iri: str, history: History, address: Callable[[int], str]) -> Json:
    """Give the history of a thing as JSON values.

    Args:
        reader: of the publication.
        site: for the base.
        iri: of the thing.
        history: a page of its history.
        address: gives the address of a page of it.
    """
    view = View(facts_of(reader, site, history), site.base).learn_labels(reader)
    asked = history.asked
    told: Json = {
        "totals": dict(history.totals),
        "years": [{"year": year, **counts} for year, counts in history.years.items()],
        "year": asked.year,
        "page": asked.page,
        "pages": history.pages,
        "per_page": PER_PAGE,
        "next": address(asked.page + 1) if asked.page < history.pages else None,
        "previous": address(asked.page - 1) if asked.page > 1 else None,
        "complete": history.complete,
    }
    for name, facts in history.facts.items():
        told[name] = [_fact(view, site, history.papers, fact) for fact in facts]
    if site.collection(iri) == "document":
        told["references"] = _references(reader, site, iri)
    return told


def as_json(description: bytes, told: Json) -> bytes:
    """Add a record to a description in JSON-LD: a member that its context does not know, so that RDF passes it over."""
    return json.dumps({**json.loads(description), "record": told}, ensure_ascii=False, indent=2).encode()


def paper_as_json(paper: Paper) -> Json:
    """Give a paper, and whether the store has it."""
    return {
        "iri": paper.iri,
        "identifier": paper.identifier,
        "title": paper.title or None,
        "date": paper.day or None,
        "in_store": paper.in_store,
    }


def _fact(view: View, site: Site, papers: Mapping[str, Paper], fact: str) -> Json:
    """Give one fact: a paper, a figure, an answer, or the place where something is named or not answered."""
    document = site.document_of(fact)
    if document == fact:
        return paper_as_json(papers[fact])
    passage = view.one(fact, "oa:hasTarget") or view.one(fact, "kg:passage")
    paper = papers[document] if document else Paper("")
    told: Json = {
        "iri": fact,
        "document": paper.iri,
        "title": paper.title or None,
        "date": paper.day or None,
        "part": next(
            (part for part in (view.one(fact, "kg:answer"), view.one(fact, "dcterms:isPartOf")) if part), None
        ),
    }
    if passage is None:
        return {**told, "label": view.name(fact), "answers": view.all(fact, "kg:answers")}
    page = view.one(passage, "kg:page")
    words = {name: _selected(view, passage, name) for name in ("exact", "prefix", "suffix")}
    told |= {"page": int(page) if page else None, "quote": words.pop("exact"), **words}
    if view.one(fact, "sdmx-measure:obsValue") is not None:
        told |= _figure(view, site, fact)
    return told


def _figure(view: View, site: Site, fact: str) -> Json:
    found = asdict(figures.figure(view, site, fact))
    told: Json = {name: found[name] for name in _FIGURE.split()}
    return {"value": _number(found["value"]), "value_max": _number(found["value_max"]), **told}


def _number(text: str | None) -> object:
    """Give a canonical decimal as a number of JSON."""
    number: object = json.loads(text) if text else None
    return number


def _selected(view: View, passage: str, name: str) -> str:
    texts = (text for selector in view.all(passage, "oa:hasSelector") for text in view.all(selector, f"oa:{name}"))
    return next(texts, "")


def _references(reader: Reader, site: Site, iri: str) -> list[Json]:
    """Give the papers that a paper cites; of a number of questions also the papers in the store that bear it."""
    rows = reader.query(f"SELECT DISTINCT ?o {{ <{iri}> <{_REFERENCES}> ?o }}").rows()
    cited = papers_of(reader, site, (row[0].value for row in rows if isinstance(row[0], NamedNode)))
    bearing = _bearing(reader, site, [paper for paper in cited.values() if not paper.in_store])
    return [
        {**paper_as_json(paper), **({"questions_in": bearing[paper.iri]} if paper.iri in bearing else {})}
        for paper in cited.values()
    ]


def _bearing(reader: Reader, site: Site, absent: list[Paper]) -> dict[str, list[str]]:
    """Give for papers that are not in the store those that are and bear their number as one of questions."""
    numbers = {paper.identifier: paper.iri for paper in absent if paper.identifier.isalnum()}
    if not numbers:
        return {}
    values = " ".join(f'"{number}"' for number in sorted(numbers))
    query = f"SELECT ?n ?s {{ VALUES ?n {{ {values} }} ?s <{site.base}{_QUESTION_NUMBER}> ?n }} ORDER BY ?n ?s"
    found: dict[str, list[str]] = {}
    for number, paper in reader.query(query).rows():
        if isinstance(paper, NamedNode):
            found.setdefault(numbers[getattr(number, "value", "")], []).append(paper.value)
    return found
