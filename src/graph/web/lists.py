"""The lists of things: papers and organisations, as a page, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict, dataclass

from fastapi import APIRouter, Request, Response
from pyoxigraph import Literal, NamedNode

from graph.store.base import Reader
from graph.web.languages import DUTCH, Language, language_of
from graph.web.negotiation import CSV, HTML, JSON, Form, accept_of, choose, media_types
from graph.web.problems import not_acceptable
from graph.web.responses import Link, send
from graph.web.server import Server, add, server_of
from graph.web.view import View

router = APIRouter()
LISTS = (HTML, JSON, CSV)

_DOCUMENTS = """
PREFIX kg: <{base}def/>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?iri (SAMPLE(?i) AS ?identifier) (SAMPLE(?t) AS ?title) (MAX(?d) AS ?issued) (SAMPLE(?k) AS ?kind)
       (COUNT(DISTINCT ?q) AS ?questions) (COUNT(DISTINCT ?s) AS ?figures)
WHERE {{
  GRAPH ?g {{
    ?iri a kg:Document ; dcterms:identifier ?i ; dcterms:title ?t .
    OPTIONAL {{ ?iri dcterms:issued ?d }}
    OPTIONAL {{ ?iri dcterms:type ?k FILTER(STRSTARTS(STR(?k), "{base}def/")) }}
    {{ ?q a kg:Question }} UNION {{ ?s a kg:Statistic }} UNION {{}}
  }}
}} GROUP BY ?iri ORDER BY DESC(?issued) ?iri"""

_ORGANISATIONS = """
PREFIX kg: <{base}def/>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT ?iri (COUNT(DISTINCT ?s) AS ?figures) (COUNT(DISTINCT ?m) AS ?mentions)
WHERE {{
  {{ ?s kg:countedBy ?iri }} UNION {{ ?m oa:hasBody ?iri }}
  FILTER(STRSTARTS(STR(?iri), "{base}id/organisation/"))
}} GROUP BY ?iri ORDER BY DESC(?figures) DESC(?mentions) ?iri"""


@dataclass(frozen=True)
class DocumentRow:
    """A paper in the list."""

    iri: str
    identifier: str
    title: str
    issued: str
    kind: str
    questions: int
    figures: int


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation in the list."""

    iri: str
    name: str
    figures: int
    mentions: int


def documents(request: Request) -> Response:
    """List the papers."""
    return _list(request, "documents")


def organisations(request: Request) -> Response:
    """List the organisations that are named or that counted."""
    return _list(request, "organisations")


def document_rows(reader: Reader, base: str) -> list[DocumentRow]:
    """List the papers, latest first."""
    rows = []
    for iri, identifier, title, issued, kind, questions, figures in reader.query(_DOCUMENTS.format(base=base)).rows():
        kind_name = _text(kind).removeprefix(f"{base}def/document-kind/").replace("-", " ")
        counted = int(_text(questions)), int(_text(figures))
        rows.append(DocumentRow(_text(iri), _text(identifier), _text(title), _text(issued), kind_name, *counted))
    return rows


def organisation_rows(reader: Reader, base: str, language: Language = DUTCH) -> list[OrganisationRow]:
    """List the organisations, those that counted most first."""
    found = list(reader.query(_ORGANISATIONS.format(base=base)).rows())
    names = View([], base, language).learn_labels(reader, [_text(row[0]) for row in found])
    return [
        OrganisationRow(_text(iri), names.name(_text(iri)), int(_text(figures)), int(_text(mentions)))
        for iri, figures, mentions in found
    ]


def _list(request: Request, what: str) -> Response:
    """Send a list as a page, as JSON or as CSV: by the suffix, otherwise by the Accept header."""
    server = server_of(request)
    suffix = request.url.path.rpartition(".")[2] if "." in request.url.path else ""
    forms = [form for form in LISTS if form.name == suffix] or list(LISTS)
    chosen = choose(None if suffix else accept_of(request), forms)
    if chosen is None:
        raise not_acceptable(media_types(forms))
    with server.snapshots.reading() as reader:
        rows: list[DocumentRow] | list[OrganisationRow]
        if what == "documents":
            rows = document_rows(reader, server.site.base)
        else:
            rows = organisation_rows(reader, server.site.base, language_of(request))
    body = _write(request, server, chosen.form, what, rows)
    path = f"{server.site.prefix(request)}/{what}"
    links = [Link(f"{path}.{form.name}", "alternate", form.media_type) for form in (JSON, CSV)]
    return send(request, body, chosen.media_type, vary=[] if suffix else ["Accept"], links=links)


def _write(
    request: Request, server: Server, form: Form, what: str, rows: list[DocumentRow] | list[OrganisationRow]
) -> str:
    if form is HTML:
        return server.page(request, f"{what}.html", rows=rows)
    cells = [asdict(row) for row in rows]
    if form is JSON:
        return json.dumps(cells, ensure_ascii=False, indent=1)
    out = io.StringIO()
    names = list((DocumentRow if what == "documents" else OrganisationRow).__dataclass_fields__)
    writer = csv.DictWriter(out, names)
    writer.writeheader()
    writer.writerows(cells)
    return out.getvalue()


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""


for _name, _handler, _summary in (
    ("documents", documents, "The papers"),
    ("organisations", organisations, "The organisations that are named or that counted"),
):
    add(router, f"/{_name}", _handler, _summary)
    for _suffix in ("json", "csv", "html"):
        add(router, f"/{_name}.{_suffix}", _handler, f"{_summary}, as {_suffix.upper()}")
