"""What the server says of the data as a whole: the catalogue (`/catalog`) and its counts (`/.well-known/void`)."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from pyoxigraph import Literal, NamedNode, Triple
from starlette.concurrency import run_in_threadpool

from graph.describe.catalogue import describe_catalogue
from graph.describe.entry import CC0, Catalogue, Edition, Measured, Publisher
from graph.store.base import Publication, Reader
from graph.web import things
from graph.web.downloads import promise
from graph.web.forms import named
from graph.web.meta import Meta
from graph.web.negotiation import HTML
from graph.web.resources import DESCRIPTIONS, write
from graph.web.responses import Link, send
from graph.web.server import Server, add, server_of
from graph.web.shelf import ITEMS, Download
from graph.web.signposts import alternates
from graph.web.view import View

router = APIRouter()
GLANCE = 0.3
"""How many seconds the page waits for files that are being made: people see that they are, and look again."""

WAITS = 5.0
"""For how many seconds the catalogue waits for files that are being made, before it is sent without their sizes."""

_VOID = "http://rdfs.org/ns/void#"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_DAYS = (
    "SELECT (MIN(?day) AS ?first) (MAX(?day) AS ?last) "
    "{{ ?paper a <{base}def/Document> ; <http://purl.org/dc/terms/issued> ?day }}"
)


@dataclass(frozen=True)
class FileRow:
    """A file as the page shows it."""

    name: str
    label: str
    size: int | None
    sha256: str


async def catalogue(request: Request, form: str = "") -> Response:
    """Describe the catalogue: the data sets, the services and every file, with size and checksum (DCAT-AP-NL 3.0)."""
    server, chosen = server_of(request), named(request, DESCRIPTIONS, form)
    asked = await run_in_threadpool(lambda: {name: promise(server, name) for name in ITEMS})
    await asyncio.wait(
        [asyncio.wrap_future(each) for each in asked.values()], timeout=GLANCE if chosen.form is HTML else WAITS
    )
    about, publication = await run_in_threadpool(_about, request, server, asked)
    statements = [Triple(quad.subject, quad.predicate, quad.object) for quad in describe_catalogue(about)]
    if chosen.form is HTML:
        body: bytes | str = server.page(request, "catalog.html", Meta(), **_page(server, about, statements))
    else:
        body = write(statements, chosen.form, server.site.base)
    path = f"{server.site.prefix(request)}/catalog"
    links = [Link(about.itself, "describes"), Link(CC0, "license"), *alternates(path, DESCRIPTIONS)]
    links.append(server.canonical(request, "/catalog", page=chosen.form is HTML))
    links.append(Link(f"{server.site.prefix(request)}/.well-known/void", "describedby"))
    return send(request, body, chosen.media_type, vary=[] if form else ["Accept"], links=links, modified=publication.at)


def void(request: Request, form: str = "") -> Response:
    """Describe how much the data says, by class, property and data set that it links to, as it was counted (VoID)."""
    server, chosen = server_of(request), named(request, DESCRIPTIONS, form)
    dataset = Catalogue(server.site.base, Publisher()).dataset
    with server.snapshots.reading() as reader:
        statements = counted(reader, server.site.base, dataset)
        itself = NamedNode(f"{server.site.root(request)}/.well-known/void")
        statements += [
            Triple(itself, _TYPE, NamedNode(f"{_VOID}DatasetDescription")),
            Triple(itself, NamedNode("http://xmlns.com/foaf/0.1/primaryTopic"), NamedNode(dataset)),
        ]
        if chosen.form is HTML:
            body: bytes | str = things.page(request, server, reader, dataset, statements)
        else:
            body = write(statements, chosen.form, server.site.base)
        at = reader.publications(1)[0].at
    path = f"{server.site.prefix(request)}/.well-known/void"
    links = [Link(dataset, "describes"), Link(CC0, "license"), *alternates(path, DESCRIPTIONS)]
    links.append(server.canonical(request, "/.well-known/void", page=chosen.form is HTML))
    return send(request, body, chosen.media_type, vary=[] if form else ["Accept"], links=links, modified=at)


def counted(reader: Reader, base: str, dataset: str) -> list[Triple]:
    """Give what the catalogue in the store says of a data set and of its parts, sorted."""
    graph: dict[str, list[Triple]] = {}
    for triple in reader.graph(f"{base}graph/catalogue"):
        if isinstance(triple.subject, NamedNode):
            graph.setdefault(triple.subject.value, []).append(triple)
    found: dict[str, list[Triple]] = {}
    waiting = [dataset]
    while waiting:
        iri = waiting.pop()
        if iri in found or iri not in graph:
            continue
        found[iri] = graph[iri]
        waiting += [
            triple.object.value
            for triple in graph[iri]
            if triple.predicate.value.startswith(_VOID) and isinstance(triple.object, NamedNode)
        ]
    return sorted((triple for said in found.values() for triple in said), key=str)


def _about(request: Request, server: Server, asked: dict[str, Future[Download]]) -> tuple[Catalogue, Publication]:
    """Gather what the catalogue is described with."""
    settings = server.settings
    with server.snapshots.reading() as reader:
        publications = reader.publications()
        first, last = next(iter(reader.query(_DAYS.format(base=server.site.base)).rows()), (None, None))
        number = reader.number
    files = {name: _measured(found) for name, found in asked.items()}
    publisher = Publisher(
        settings.publisher_name,
        str(settings.publisher_iri) if settings.publisher_iri else None,
        settings.contact_name,
        settings.contact_email,
    )
    about = Catalogue(
        server.site.base,
        publisher,
        f"{server.site.root(request)}/",
        first.value if isinstance(first, Literal) else "",
        last.value if isinstance(last, Literal) else "",
        Edition(number, publications[-1].at, publications[0].at, files),
    )
    return about, publications[0]


def _measured(asked: Future[Download]) -> Measured | None:
    """Give size and checksum of a file, None while it is being made or where that failed."""
    if not asked.done() or asked.cancelled() or asked.exception():
        return None
    return Measured(asked.result().size, asked.result().sha256)


def _page(server: Server, about: Catalogue, statements: Sequence[Triple]) -> dict[str, object]:
    """Give what the page for people shows."""
    view = View(statements, server.site.base)
    files = about.edition.files if about.edition else {}
    return {
        "about": about,
        "title": view.name(about.itself),
        "datasets": [(iri, view.name(iri), _dutch(view, iri)) for iri in (about.dataset, about.figures)],
        "services": [
            (view.one(iri, "dcat:endpointURL"), view.name(iri), _dutch(view, iri))
            for iri in view.all(about.itself, "dcat:service")
        ],
        "files": [
            FileRow(name, ITEMS[name].label, found.size if found else None, found.sha256 if found else "")
            for name, found in files.items()
        ],
        "standards": about.standards,
        "suffixes": [(form.name, form.label) for form in DESCRIPTIONS if form is not HTML],
    }


def _dutch(view: View, iri: str) -> str:
    """Give the Dutch description of a thing."""
    terms = view.terms(iri, "dcterms:description")
    return next((term.value for term in terms if isinstance(term, Literal) and term.language == "nl"), "")


add(router, "/catalog", catalogue, "The catalogue: data sets, services and files (DCAT-AP-NL)")
add(router, "/catalog.{form}", catalogue, "The catalogue in one form", schema=False)
add(router, "/.well-known/void", void, "How much the data says (VoID)")
add(router, "/.well-known/void.{form}", void, "How much the data says, in one form", schema=False)
