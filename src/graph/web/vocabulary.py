"""The ontology with its page, the shapes and the JSON-LD context, each also under an address with its version."""

from __future__ import annotations

import json
from functools import lru_cache

from fastapi import APIRouter, Request, Response
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from graph.describe.entry import CC0, VERSION
from graph.describe.terms import DEFAULT_BASE
from graph.resources import resource
from graph.store.base import Reader
from graph.web import glossary
from graph.web.forms import named
from graph.web.negotiation import HTML, JSON_LD
from graph.web.problems import Problem
from graph.web.resources import DESCRIPTIONS, context, statements_of, write
from graph.web.responses import Link, see_other, send
from graph.web.server import add, server_of
from graph.web.signposts import alternates, published
from graph.web.view import View

router = APIRouter()
_DAY = 86400
_DECLARE = "http://www.w3.org/ns/shacl#declare"


def ontology(request: Request, form: str = "") -> Response:
    """Give the whole ontology with its concepts and the structure of the cube; to people as a list of its terms."""
    server, chosen = server_of(request), named(request, DESCRIPTIONS, form)
    base = server.site.base
    with server.snapshots.reading() as reader:
        statements = _ontology(reader, base)
        at = published(reader)
    if chosen.form is HTML:
        view = View(statements, base)
        body: bytes | str = server.page(
            request, "ontology.html", version=VERSION, terms=glossary.terms(view), schemes=glossary.schemes(view),
            base=f"{base}def/", suffixes=_suffixes(),
        )  # fmt: skip
    else:
        body = write(statements, chosen.form, base)
    path = f"{server.site.prefix(request)}/doc/def"
    links = [
        Link(f"{base}def/", "describes"),
        Link(f"{base}def/{VERSION}", "cite-as"),
        server.canonical(request, f"/doc/def/{VERSION}", page=chosen.form is HTML),
        *_links(path),
    ]
    return send(request, body, chosen.media_type, vary=[] if form else ["Accept"], links=links, modified=at)


def shapes(request: Request, form: str = "") -> Response:
    """Give the shapes that every paper is held to (SHACL); to people as a list of what they ask."""
    server, chosen = server_of(request), named(request, DESCRIPTIONS, form)
    base = server.site.base
    statements = shape_statements(base)
    if chosen.form is HTML:
        asked = glossary.shapes(View(statements, base))
        body: bytes | str = server.page(request, "shapes.html", version=VERSION, shapes=asked, suffixes=_suffixes())
    else:
        body = write(statements, chosen.form, base)
    path = f"{server.site.prefix(request)}/shapes"
    links = [
        Link(f"{base}shapes/{VERSION}", "cite-as"),
        server.canonical(request, f"/shapes/{VERSION}", page=chosen.form is HTML),
    ]
    links += _links(path)
    return send(request, body, chosen.media_type, vary=[] if form else ["Accept"], links=links)


def shape(request: Request, name: str) -> Response:
    """Lead from the name of one shape to all of them."""
    server = server_of(request)
    iri = NamedNode(f"{DEFAULT_BASE}shapes/{name}") if name.replace("-", "").isalnum() else None
    if iri is None or all(triple.subject != iri for triple in shape_statements(server.site.base)):
        raise Problem("not-found", f"There is no shape of this name; /shapes/{VERSION} has those that there are.")
    path = f"{server.site.prefix(request)}/shapes/{VERSION}"
    return see_other(path, ["Accept"], [Link(path, "describedby")])


def json_ld_context(request: Request) -> Response:
    """Give the JSON-LD context that the data is written with."""
    server = server_of(request)
    body = json.dumps({"@context": context(server.site.base)}, ensure_ascii=False, indent=2)
    links = [Link(f"{server.site.prefix(request)}/context/{VERSION}.jsonld", "canonical"), Link(CC0, "license")]
    return send(request, body, JSON_LD.media_type, links=links, max_age=_DAY)


@lru_cache(maxsize=2)
def shape_statements(base: str) -> tuple[Triple, ...]:
    """Give the statements of all shapes, for a base; their own names keep the default one."""
    found: list[Triple] = []
    for path in sorted(resource("shapes").glob("*.ttl")):
        text = path.read_text(encoding="utf-8").replace(DEFAULT_BASE, base)
        text = text.replace(f"{base}shapes/", f"{DEFAULT_BASE}shapes/")
        found += (Triple(each.subject, each.predicate, each.object) for each in parse(text, format=RdfFormat.TURTLE))
    names: dict[str, Literal | NamedNode] = {
        "dcterms:title": Literal("Kamergraaf shapes", language="en"),
        "dcterms:license": NamedNode(CC0),
        "owl:versionInfo": Literal(VERSION),
    }
    view = View((), base)
    header = NamedNode(f"{base}shapes/{VERSION}")
    found += (Triple(header, NamedNode(view.iri(name)), value) for name, value in names.items())
    return tuple(found)


def _ontology(reader: Reader, base: str) -> list[Triple]:
    """Give the statements of the ontology, with the prefixes that are declared on it.

    Raises:
        Problem: ``not-found`` where the store has no ontology.
    """
    found = list(reader.graph(f"{base}graph/ontology"))
    if not found:
        raise Problem("not-found", "This store has no ontology.")
    declared = [each for each in statements_of(reader, [f"{base}def/"]) if each.predicate.value == _DECLARE]
    prefixes = [each.object.value for each in declared if isinstance(each.object, NamedNode)]
    return sorted({*found, *declared, *statements_of(reader, prefixes)}, key=str)


def _suffixes() -> list[tuple[str, str]]:
    return [(form.name, form.label) for form in DESCRIPTIONS if form is not HTML]


def _links(path: str) -> list[Link]:
    return [Link(CC0, "license"), *alternates(path, DESCRIPTIONS)]


add(router, "/doc/def", ontology, "The ontology, and the list of its terms")
add(router, "/doc/def/", ontology, "The ontology", schema=False)
add(router, "/doc/def.{form}", ontology, "The ontology in one form", schema=False)
add(router, f"/doc/def/{VERSION}", ontology, "The ontology in this version", schema=False)
add(router, f"/doc/def/{VERSION}.{{form}}", ontology, "The ontology in this version and one form", schema=False)
add(router, "/shapes", shapes, "The shapes that every paper is held to (SHACL)")
add(router, "/shapes.{form}", shapes, "The shapes in one form", schema=False)
add(router, f"/shapes/{VERSION}", shapes, "The shapes in this version", schema=False)
add(router, f"/shapes/{VERSION}.{{form}}", shapes, "The shapes in this version and one form", schema=False)
add(router, "/shapes/{name}", shape, "The name of a shape: leads to the shapes")
add(router, "/context.jsonld", json_ld_context, "The JSON-LD context")
add(router, f"/context/{VERSION}.jsonld", json_ld_context, "The JSON-LD context in this version", schema=False)
