"""Linked data: `/id` and `/def` lead to `/doc`, which describes a thing in every form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from pyoxigraph import NamedNode, Triple

from graph.store.base import Reader
from graph.web import figures, things
from graph.web.activity import Activity
from graph.web.forms import settle, suffix_of
from graph.web.history import Asked, History, history_of, sections_of
from graph.web.negotiation import CSV, HTML, JSON, TEXT, Form
from graph.web.paging import address_of, pages
from graph.web.problems import Problem, withdrawn
from graph.web.record import as_json, facts_of, record
from graph.web.resources import DESCRIPTIONS, describe, link_pages, links_to, write
from graph.web.responses import Link, moved, see_other, send
from graph.web.server import Server, add, server_of
from graph.web.signposts import of_description, of_name, published
from graph.web.site import Site, is_absolute_iri, raw_path
from graph.web.view import View

router = APIRouter()
_REPLACED = (
    "SELECT ?by {{ <{iri}> <http://purl.org/dc/terms/isReplacedBy> ?by . FILTER NOT EXISTS {{ <{iri}> a ?kind "
    "FILTER (?kind != <http://data.europa.eu/eli/ontology#Work>) }} }} ORDER BY ?by LIMIT 1"
)


def thing(request: Request) -> Response:
    """Lead from the name of a thing to its description (303), in the form that the client prefers."""
    server = server_of(request)
    site = server.site
    folder, _, local = raw_path(request).lstrip("/").partition("/")
    root = site.public or site.prefix(request)
    with server.snapshots.reading() as reader:
        ontology = folder == "def" and not local
        iri = _known(reader, [f"{site.base}def/"] if ontology else site.candidates(folder, local))
        if (other := replacement(reader, iri)) is not None:
            name = other.removeprefix(site.base)
            return moved(f"{root}/{name}" if name != other else other)
    forms = forms_of(site, iri)
    chosen = settle(request, forms)
    path = root + (site.path(iri) or "/")
    suffix = "" if chosen.form is HTML else f".{chosen.form.name}"
    return see_other(path + suffix, ["Accept"], of_name(iri, path, forms))


def document(request: Request, year: int | None = None, page: int = 1, part: str = "") -> Response:
    """Describe a thing; a suffix settles the form, otherwise the Accept header does.

    Args:
        request: what was asked.
        year: of what papers say of the thing only that of this year.
        page: of what papers say of the thing (`graph.web.history`), and of what links to it.
        part: of the page for people only this section (`graph.web.activity`), page by page.
    """
    server = server_of(request)
    local = raw_path(request).removeprefix("/doc/")
    folder, rest = ("def", local.partition("/")[2]) if local == "def" or local.startswith("def/") else ("id", local)
    with server.snapshots.reading() as reader:
        stem, form = suffix_of(rest)
        iri = _first_described(reader, server.site.candidates(folder, rest))
        if iri is None and form is not None:
            iri = _known(reader, server.site.candidates(folder, stem))
        else:
            iri, form = iri or _known(reader, server.site.candidates(folder, rest)), None
        if (other := replacement(reader, iri)) is not None:
            path = server.site.path(other)
            suffix = f".{form.name}" if form else ""
            return moved(f"{server.site.prefix(request)}{path}{suffix}" if path else other)
        return _described(request, server, reader, iri, form, Asked(year, page), part)


def anything(request: Request, iri: str, year: int | None = None, page: int = 1) -> Response:
    """Describe what any IRI names, as far as the data says something of it or links to it; see `document`."""
    server = server_of(request)
    if not is_absolute_iri(iri):
        raise Problem("bad-request", "The parameter `iri` has to be an absolute IRI.")
    with server.snapshots.reading() as reader:
        return _described(request, server, reader, iri, None, Asked(year, page))


def forms_of(site: Site, iri: str) -> tuple[Form, ...]:
    """Give the forms that the description of a thing has; a text layer is also text, figures are also a table."""
    text = (TEXT,) if site.collection(iri) == "text" else ()
    return (*DESCRIPTIONS, *text, *((CSV,) if figures.scope(site, iri) else ()))


def replacement(reader: Reader, iri: str) -> str | None:
    """Give what stands in the place of a thing of which nothing else is said any more than that."""
    rows = reader.query(_REPLACED.format(iri=iri)).rows()
    return next((row[0].value for row in rows if isinstance(row[0], NamedNode)), None)


def _first_described(reader: Reader, iris: Sequence[str]) -> str | None:
    return next((iri for iri in iris if bool(reader.query(f"ASK {{ <{iri}> ?p ?o }}"))), None)


def _known(reader: Reader, iris: Sequence[str]) -> str:
    """Give the IRI that is described or, failing that, linked to; a problem when none of them is."""
    found = _first_described(reader, iris)
    if found is not None:
        return found
    for iri in iris:
        if bool(reader.query(f"ASK {{ ?s ?p <{iri}> }}")):
            return iri  # a paper that is cited here, but is not here itself
    for iri in iris:
        if (version := reader.gone(iri)) is not None:
            raise withdrawn(iri, version.reason, version.at)
    raise Problem("not-found", "The data does not describe a thing of this name.")


@dataclass(frozen=True)
class _Description:
    """A description that is to be sent: of what, in which form, what is said, and which pages stand beside this one."""

    iri: str
    form: Form
    statements: list[Triple]
    history: History | None
    activity: Activity | None
    pages: Sequence[tuple[str, str]]


def _described(
    request: Request, server: Server, reader: Reader, iri: str, form: Form | None, asked: Asked, part: str = ""
) -> Response:
    """Send the description of a thing in one of its forms."""
    site = server.site
    last = link_pages(reader, iri)
    statements = describe(reader, iri, site.base, asked.page) or links_to(reader, iri, asked.page)
    if not statements and not last:
        raise Problem("not-found", "The data neither describes what this IRI names nor links to it.")
    forms = forms_of(site, iri)
    chosen = settle(request, forms, form)
    history = None
    activity = things.told_by_papers(reader, site, iri, asked, part) if chosen.form is HTML else None
    if activity is not None:
        last = activity.pages
    if chosen.form in _DATA and sections_of(site, iri):
        history = history_of(reader, site, iri, asked, last if asked.year is None else 1)
        last = history.pages
    if asked.page > max(1, last):
        raise Problem("not-found", f"There is no page {asked.page}: the last one is {max(1, last)}.")
    beside = pages(request, asked.page, last) if chosen.form in DESCRIPTIONS else []
    local = site.path(iri)
    path = site.prefix(request) + local if local else None
    links = of_description(
        iri, path, site.prefix(request), statements, forms, chosen.form, server.address_of(request, local)
    )
    return send(
        request,
        _body(request, server, reader, _Description(iri, chosen.form, statements, history, activity, beside)),
        chosen.media_type,
        vary=[] if form else ["Accept"],
        links=[*links, *(Link(address, relation) for relation, address in beside)],
        modified=published(reader),
    )


_DATA = tuple(form for form in DESCRIPTIONS if form is not HTML)
"""The forms that tell what papers say of a thing, page by page; the page for people has lists of its own."""


def _body(request: Request, server: Server, reader: Reader, told: _Description) -> bytes | str:
    iri, form, site = told.iri, told.form, server.site
    if form is HTML:
        return things.page(request, server, reader, iri, told.statements, told.pages, told.activity)
    if form is CSV:
        return figures.as_csv(figures.find(reader, site, figures.scope(site, iri) or ""))
    if form is TEXT:
        return View(told.statements, site.base).one(iri, "schema:text") or ""
    if told.history is None:
        return write(told.statements, form, site.base)
    said = dict.fromkeys([*told.statements, *sorted(facts_of(reader, site, told.history), key=str)])
    body = write(list(said), form, site.base)
    if form is JSON:
        body = as_json(body, record(reader, site, iri, told.history, lambda page: address_of(request, page)))
    return body


add(router, "/id/{path:path}", thing, "The name of a thing: leads to its description")
add(router, "/def", thing, "The ontology", schema=False)
add(router, "/def/{path:path}", thing, "The name of a term: leads to its description")
add(router, "/doc", anything, "The description of what any IRI names")
add(router, "/doc/{path:path}", document, "The description of a thing")
