"""Named graphs: `/graph/{identifier}`, a document with all that is said in it, or one that papers share."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from pyoxigraph import NamedNode, Quad, serialize

from graph.describe.entry import CC0
from graph.store.base import GraphVersion, Reader
from graph.web.forms import settle, suffix_of
from graph.web.linked import replacement
from graph.web.negotiation import GRAPHS, JSON_LD, N_QUADS, TRIG, Form
from graph.web.problems import Problem, withdrawn
from graph.web.resources import json_ld, used_prefixes, write
from graph.web.responses import Link, moved, send
from graph.web.server import Server, add, server_of
from graph.web.signposts import alternates
from graph.web.site import is_absolute_iri, raw_path
from graph.web.worker import GRAPH_FORMATS

router = APIRouter()
_NONE = "There is no graph of this name; /documents lists the papers."


def graph(request: Request) -> Response:
    """Give a named graph: a document with all that is said of it, or one of the shared graphs."""
    server = server_of(request)
    local = raw_path(request).removeprefix("/graph/")
    with server.snapshots.reading() as reader:
        stem, form = suffix_of(local)
        for name, wanted in ((local, None), (stem, form)):
            for iri in server.site.candidates("graph", name):
                if (version := reader.version(iri)) is not None:
                    if version.digest is None:
                        if (other := replacement(reader, iri)) is not None and (path := server.site.path(other)):
                            return moved(f"{server.site.prefix(request)}{path}{f'.{wanted.name}' if wanted else ''}")
                        raise withdrawn(iri, version.reason, version.at)
                    return _graph(request, server, reader, version, wanted)
    raise Problem("not-found", _NONE)


def by_iri(request: Request, graph: str) -> Response:
    """Give a named graph by its IRI (SPARQL 1.1 Graph Store HTTP Protocol, reading)."""
    server = server_of(request)
    if not is_absolute_iri(graph):
        raise Problem("bad-request", "The parameter `graph` has to be an absolute IRI.")
    with server.snapshots.reading() as reader:
        version = reader.version(graph)
        if version is None or version.digest is None:
            raise Problem("not-found", _NONE)
        return _graph(request, server, reader, version, None)


def _graph(request: Request, server: Server, reader: Reader, version: GraphVersion, form: Form | None) -> Response:
    """Send a named graph; it last changed when its version was published."""
    iri, base = version.graph, server.site.base
    chosen = settle(request, GRAPHS, form)
    statements = sorted(reader.graph(iri), key=str)
    if chosen.form is JSON_LD:
        body = json_ld(statements, base)
    elif chosen.form in (TRIG, N_QUADS):
        quads = (Quad(item.subject, item.predicate, item.object, NamedNode(iri)) for item in statements)
        prefixes = used_prefixes(statements, base)
        body = serialize(quads, format=GRAPH_FORMATS[chosen.form.name], prefixes=prefixes) or b""
    else:
        body = write(statements, chosen.form, base)
    links = [Link(CC0, "license")]
    if local := server.site.path(iri):
        path = server.site.prefix(request) + local
        links += [Link(iri, "cite-as"), Link(path, "canonical"), *alternates(path, GRAPHS)]
    vary = [] if form else ["Accept"]
    return send(request, body, chosen.media_type, vary=vary, links=links, modified=version.at)


add(router, "/graph/{path:path}", graph, "A named graph")
