"""Linked data: `/id` and `/def` lead to `/doc`, which describes a thing in every form; `/graph` gives named graphs."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request, Response
from pyoxigraph import NamedNode, Quad, Triple, serialize

from graph.store.base import Reader
from graph.web import figures, things
from graph.web.history import Asked, History, history_of, sections_of
from graph.web.negotiation import (
    CSV,
    FORMS,
    GRAPHS,
    HTML,
    JSON,
    JSON_LD,
    N_QUADS,
    TEXT,
    TRIG,
    Chosen,
    Form,
    accept_of,
    choose,
    media_types,
)
from graph.web.paging import address_of, pages
from graph.web.problems import Problem, not_acceptable
from graph.web.record import as_json, facts_of, record
from graph.web.resources import DESCRIPTIONS, describe, json_ld, links_to, used_prefixes, write
from graph.web.responses import Link, see_other, send
from graph.web.server import Server, add, server_of
from graph.web.site import Site, is_absolute_iri, raw_path
from graph.web.view import View
from graph.web.worker import GRAPH_FORMATS

router = APIRouter()


def thing(request: Request) -> Response:
    """Lead from the name of a thing to its description (303), in the form that the client prefers."""
    server = server_of(request)
    folder, _, local = raw_path(request).lstrip("/").partition("/")
    with server.snapshots.reading() as reader:
        ontology = folder == "def" and not local
        iri = _known(reader, [f"{server.site.base}def/"] if ontology else server.site.candidates(folder, local))
    forms = forms_of(server.site, iri)
    chosen = _chosen(request, forms, None)
    path = (server.site.public or server.site.prefix(request)) + (server.site.path(iri) or "/")
    suffix = "" if chosen.form is HTML else f".{chosen.form.name}"
    return see_other(path + suffix, ["Accept"], [Link(iri, "cite-as"), *_alternates(path, forms)])


def document(request: Request, year: int | None = None, page: int = 1) -> Response:
    """Describe a thing; a suffix settles the form, otherwise the Accept header does.

    Args:
        request: what was asked.
        year: of what papers say of the thing only that of this year.
        page: of what papers say of the thing (`graph.web.history`).
    """
    server = server_of(request)
    local = raw_path(request).removeprefix("/doc/")
    folder, rest = ("def", local.partition("/")[2]) if local == "def" or local.startswith("def/") else ("id", local)
    with server.snapshots.reading() as reader:
        stem, form = _suffix(rest)
        iri = _first_described(reader, server.site.candidates(folder, rest))
        if iri is None and form is not None:
            iri = _known(reader, server.site.candidates(folder, stem))
        else:
            iri, form = iri or _known(reader, server.site.candidates(folder, rest)), None
        return _described(request, server, reader, iri, form, Asked(year, page))


def anything(request: Request, iri: str, year: int | None = None, page: int = 1) -> Response:
    """Describe what any IRI names, as far as the data says something of it or links to it; see `document`."""
    server = server_of(request)
    if not is_absolute_iri(iri):
        raise Problem("bad-request", "The parameter `iri` has to be an absolute IRI.")
    with server.snapshots.reading() as reader:
        return _described(request, server, reader, iri, None, Asked(year, page))


def graph(request: Request) -> Response:
    """Give a named graph: a document with all that is said of it, or one of the shared graphs."""
    server = server_of(request)
    local = raw_path(request).removeprefix("/graph/")
    with server.snapshots.reading() as reader:
        stem, form = _suffix(local)
        for name, wanted in ((local, None), (stem, form)):
            for iri in server.site.candidates("graph", name):
                if (version := reader.version(iri)) is not None:
                    if version.digest is None:
                        raise _withdrawn(iri, version.reason, version.at.date().isoformat())
                    return _graph(request, server, reader, iri, wanted)
    raise Problem("not-found", "There is no graph of this name; /documents lists the papers.")


def graph_store(request: Request, graph: str) -> Response:
    """Give a named graph by its IRI (SPARQL 1.1 Graph Store HTTP Protocol, reading)."""
    server = server_of(request)
    if not is_absolute_iri(graph):
        raise Problem("bad-request", "The parameter `graph` has to be an absolute IRI.")
    with server.snapshots.reading() as reader:
        version = reader.version(graph)
        if version is None or version.digest is None:
            raise Problem("not-found", "There is no graph of this name; /documents lists the papers.")
        return _graph(request, server, reader, graph, None)


def forms_of(site: Site, iri: str) -> tuple[Form, ...]:
    """Give the forms that the description of a thing has; a text layer is also text, figures are also a table."""
    text = (TEXT,) if site.collection(iri) == "text" else ()
    return (*DESCRIPTIONS, *text, *((CSV,) if figures.scope(site, iri) else ()))


def _suffix(local: str) -> tuple[str, Form | None]:
    """Take the suffix of a form off a path; the form is None when there is none."""
    stem, dot, suffix = local.rpartition(".")
    form = FORMS.get(suffix) if dot and stem else None
    return (stem, form) if form else (local, None)


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
            raise _withdrawn(iri, version.reason, version.at.date().isoformat())
    raise Problem("not-found", "The data does not describe a thing of this name.")


def _withdrawn(iri: str, reason: str, day: str) -> Problem:
    because = f": {reason}" if reason else ""
    return Problem("withdrawn", f"{iri} is no longer described since {day}{because}.")


def _described(request: Request, server: Server, reader: Reader, iri: str, form: Form | None, asked: Asked) -> Response:
    """Send the description of a thing in one of its forms."""
    statements = describe(reader, iri, server.site.base) or links_to(reader, iri)
    if not statements:
        raise Problem("not-found", "The data neither describes what this IRI names nor links to it.")
    forms = forms_of(server.site, iri)
    chosen = _chosen(request, forms, form)
    path = server.site.prefix(request) + (server.site.path(iri) or "")
    links = [Link(iri, "describes"), Link(iri, "cite-as")]
    if server.site.path(iri):
        links += [Link(path, "canonical"), *_alternates(path, forms)]
    history = None
    if chosen.form in _DATA and sections_of(server.site, iri):
        history = history_of(reader, server.site, iri, asked)
        links += [Link(address, relation) for relation, address in pages(request, asked.page, history.pages)]
    return send(
        request,
        _body(request, server, reader, iri, statements, chosen.form, history),
        chosen.media_type,
        vary=[] if form else ["Accept"],
        links=links,
    )


_DATA = tuple(form for form in DESCRIPTIONS if form is not HTML)
"""The forms that tell what papers say of a thing, page by page; the page for people has lists of its own."""


def _body(
    request: Request,
    server: Server,
    reader: Reader,
    iri: str,
    statements: list[Triple],
    form: Form,
    history: History | None,
) -> bytes | str:
    base = server.site.base
    if form is HTML:
        return things.page(request, server, reader, iri, statements)
    if form is CSV:
        return figures.as_csv(figures.find(reader, server.site, figures.scope(server.site, iri) or ""))
    if form is TEXT:
        return View(statements, base).one(iri, "schema:text") or ""
    if history is None:
        return write(statements, form, base)
    said = dict.fromkeys([*statements, *sorted(facts_of(reader, server.site, history), key=str)])
    body = write(list(said), form, base)
    if form is JSON:
        told = record(reader, server.site, iri, history, lambda page: address_of(request, page))
        body = as_json(body, told)
    return body


def _chosen(request: Request, forms: Sequence[Form], form: Form | None) -> Chosen:
    """Settle the form: that of the suffix, or by the Accept header."""
    if form is not None:
        if form not in forms:
            raise Problem("not-found", f"This has no form .{form.name}: {', '.join(f'.{has.name}' for has in forms)}.")
        return Chosen(form, form.media_type)
    chosen = choose(accept_of(request), forms)
    if chosen is None:
        raise not_acceptable(media_types(forms))
    return chosen


def _alternates(path: str, forms: Sequence[Form]) -> list[Link]:
    return [Link(f"{path}.{form.name}", "alternate", form.media_type) for form in forms]


def _graph(request: Request, server: Server, reader: Reader, iri: str, form: Form | None) -> Response:
    """Send a named graph."""
    chosen = _chosen(request, GRAPHS, form)
    statements = sorted(reader.graph(iri), key=str)
    if chosen.form is JSON_LD:
        body = json_ld(statements, server.site.base)
    elif chosen.form in (TRIG, N_QUADS):
        quads = (Quad(item.subject, item.predicate, item.object, NamedNode(iri)) for item in statements)
        body = (
            serialize(
                quads, format=GRAPH_FORMATS[chosen.form.name], prefixes=used_prefixes(statements, server.site.base)
            )
            or b""
        )
    else:
        body = write(statements, chosen.form, server.site.base)
    path = server.site.prefix(request) + (server.site.path(iri) or "")
    links = _alternates(path, GRAPHS) if server.site.path(iri) else []
    return send(request, body, chosen.media_type, vary=[] if form else ["Accept"], links=links)


add(router, "/id/{path:path}", thing, "The name of a thing: leads to its description")
add(router, "/def", thing, "The ontology", schema=False)
add(router, "/def/{path:path}", thing, "The name of a term: leads to its description")
add(router, "/doc", anything, "The description of what any IRI names")
add(router, "/doc/{path:path}", document, "The description of a thing")
add(router, "/graph/{path:path}", graph, "A named graph")
