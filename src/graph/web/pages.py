"""The pages that are about no single thing: the front page, the papers, the organisations, the problems, the style."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib.resources import files

from fastapi import APIRouter, Request, Response
from pyoxigraph import Literal, NamedNode

from graph.store.base import Reader
from graph.web.negotiation import CSV, HTML, JSON, Form, accept_of, choose, media_types
from graph.web.problems import KINDS, Problem, not_acceptable
from graph.web.responses import Link, send
from graph.web.server import Server, add, server_of
from graph.web.view import View

router = APIRouter()
LISTS = (HTML, JSON, CSV)
_DAY = 86400

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

_COUNTS = """
PREFIX kg: <{base}def/>
SELECT ?kind (COUNT(?s) AS ?count) WHERE {{
  VALUES ?kind {{ kg:Document kg:Question kg:Answer kg:Statistic kg:Mention kg:NonAnswer }} ?s a ?kind
}} GROUP BY ?kind"""

_COUNTED = {
    "Document": "documenten",
    "Question": "vragen",
    "Answer": "antwoorden",
    "Statistic": "cijfers",
    "Mention": "vermeldingen",
    "NonAnswer": "keer niet geantwoord",
}


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


def front(request: Request) -> Response:
    """Say what this is, what it holds and where to begin."""
    server = server_of(request)
    with server.snapshots.reading() as reader:
        newest = document_rows(reader, server.site.base)[:10]
        counts = _counts(reader, server.site.base)
        example = _example(reader, server.site.base)
    page = server.page(request, "front.html", newest=newest, counts=counts, example=example)
    return _html(request, page)


def documents(request: Request) -> Response:
    """List the papers."""
    return _list(request, "documents")


def organisations(request: Request) -> Response:
    """List the organisations that are named or that counted."""
    return _list(request, "organisations")


def explain_problems(request: Request) -> Response:
    """Explain the kinds of problems, to which the type of each leads."""
    return _html(request, server_of(request).page(request, "problems.html", kinds=KINDS))


def static(request: Request, name: str) -> Response:
    """Give a file of the pages; its address names its content, so that it may be kept for ever."""
    found = assets().get(name)
    if found is None:
        raise Problem("not-found", "There is no such file.")
    media_type, content = found
    return send(request, content, media_type, max_age=365 * _DAY)


@lru_cache(maxsize=1)
def assets() -> dict[str, tuple[str, bytes]]:
    """Give media type and content of the files of the pages, by names that hold a digest of the content."""
    found = {}
    for file in sorted((files("graph.web") / "static").iterdir(), key=lambda file: file.name):
        stem, _, suffix = file.name.rpartition(".")
        if suffix in _MEDIA_TYPES:
            content = file.read_bytes()
            found[f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"] = (_MEDIA_TYPES[suffix], content)
    return found


_MEDIA_TYPES = {"css": "text/css", "svg": "image/svg+xml"}


def asset(name: str) -> str:
    """Give the path of a file of the pages."""
    stem, _, suffix = name.rpartition(".")
    return "/static/" + next(each for each in assets() if each.startswith(f"{stem}.") and each.endswith(suffix))


def document_rows(reader: Reader, base: str) -> list[DocumentRow]:
    """List the papers, latest first."""
    rows = []
    for iri, identifier, title, issued, kind, questions, figures in reader.query(_DOCUMENTS.format(base=base)).rows():
        kind_name = _text(kind).removeprefix(f"{base}def/document-kind/").replace("-", " ")
        counted = int(_text(questions)), int(_text(figures))
        rows.append(DocumentRow(_text(iri), _text(identifier), _text(title), _text(issued), kind_name, *counted))
    return rows


def organisation_rows(reader: Reader, base: str) -> list[OrganisationRow]:
    """List the organisations, those that counted most first."""
    found = list(reader.query(_ORGANISATIONS.format(base=base)).rows())
    names = View([], base).learn_labels(reader, [_text(row[0]) for row in found])
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
            rows = organisation_rows(reader, server.site.base)
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


def _counts(reader: Reader, base: str) -> list[tuple[str, int]]:
    rows = reader.query(_COUNTS.format(base=base)).rows()
    found = {_text(kind).removeprefix(f"{base}def/"): int(_text(count)) for kind, count in rows}
    return [(name, found.get(kind, 0)) for kind, name in _COUNTED.items()]


def _example(reader: Reader, base: str) -> str:
    """Give a figure to begin with: the first by its address, so that it stays the same."""
    rows = reader.query(f"SELECT (MIN(STR(?s)) AS ?first) {{ ?s a <{base}def/Statistic> }}").rows()
    return next((_text(row[0]) for row in rows), "")


def _html(request: Request, page: str) -> Response:
    chosen = choose(accept_of(request), (HTML,))
    if chosen is None:
        raise not_acceptable([HTML.media_type])
    return send(request, page, chosen.media_type, vary=["Accept"])


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""


add(router, "/", front, "The front page")
for _name, _handler, _summary in (
    ("documents", documents, "The papers"),
    ("organisations", organisations, "The organisations that are named or that counted"),
):
    add(router, f"/{_name}", _handler, _summary)
    for _suffix in ("json", "csv", "html"):
        add(router, f"/{_name}.{_suffix}", _handler, f"{_summary}, as {_suffix.upper()}")
add(router, "/problems", explain_problems, "The kinds of problems", schema=False)
add(router, "/static/{name}", static, "The files of the pages", schema=False)
