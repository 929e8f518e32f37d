"""Descriptions of things: which statements tell what a thing is, and how they are written in each form."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pyld import jsonld
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from graph.describe.terms import DEFAULT_BASE
from graph.resources import resource
from graph.store.base import Reader
from graph.web.negotiation import HTML, JSON, JSON_LD, N_TRIPLES, RDF_XML, TURTLE, Form
from graph.web.prefixes import prefixes

DESCRIPTIONS = (HTML, TURTLE, JSON_LD, N_TRIPLES, RDF_XML, JSON)
"""The forms that every description has; HTML where a client takes anything, as people do."""

INCOMING = 500
"""How many links from other things stand on one page of a description."""

_RDF = {
    TURTLE.name: RdfFormat.TURTLE,
    N_TRIPLES.name: RdfFormat.N_TRIPLES,
    RDF_XML.name: RdfFormat.RDF_XML,
}

_AT_ONCE = 500

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"

# What belongs to a thing without having a page worth visiting: where its words stand, and when.
_PARTS = ("oa:hasTarget", "prov:wasQuotedFrom", "oa:hasSelector", "kg:period", "time:hasBeginning", "time:hasEnd")


def describe(reader: Reader, iri: str, base: str, page: int = 1) -> list[Triple]:
    """Give what is said of a thing, of the passage it stands on, and what links to it; sorted, itself first.

    Empty when nothing is said of it. Links from other things come page by page (`links_to`).
    """
    own = statements_of(reader, [iri])
    if not own:
        return []
    rest = set(links_to(reader, iri, page))
    nearby = parts_of(own, base)
    for _ in range(2):  # to the passage, and from there to its selectors
        found = statements_of(reader, nearby)
        nearby = parts_of(found, base)
        rest.update(found)
    return [*own, *sorted(rest - set(own), key=str)]


def parts_of(statements: Iterable[Triple], base: str) -> list[str]:
    """Give the passages, selectors and periods that statements lead to."""
    names = prefixes(base)
    wanted = {names[name.partition(":")[0]] + name.partition(":")[2] for name in _PARTS}
    ends = (item.object for item in statements if item.predicate.value in wanted)
    return sorted({end.value for end in ends if isinstance(end, NamedNode)})


def statements_of(reader: Reader, iris: Sequence[str]) -> list[Triple]:
    """Give all that is said of some things, sorted."""
    found: set[Triple] = set()
    for start in range(0, len(iris), _AT_ONCE):
        things = " ".join(f"<{iri}>" for iri in iris[start : start + _AT_ONCE])
        found.update(reader.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ VALUES ?s {{ {things} }} ?s ?p ?o }}").triples())
    return sorted(found, key=str)


def links_to(reader: Reader, iri: str, page: int = 1) -> list[Triple]:
    """Give the statements that link to a thing, a page of at most `INCOMING`; sorted within the page.

    The pages are in the order of the store, which is the same for one publication.
    """
    part = f"LIMIT {INCOMING} OFFSET {(page - 1) * INCOMING}"
    query = f"CONSTRUCT {{ ?s ?p <{iri}> }} WHERE {{ SELECT ?s ?p {{ ?s ?p <{iri}> }} {part} }}"
    return sorted(set(reader.query(query).triples()), key=str)


def link_pages(reader: Reader, iri: str) -> int:
    """Give how many pages the links to a thing have; none where nothing links to it."""
    rows = reader.query(f"SELECT (COUNT(*) AS ?n) {{ ?s ?p <{iri}> }}").rows()
    number = next((int(row[0].value) for row in rows if isinstance(row[0], Literal)), 0)
    return -(-number // INCOMING)


def write(statements: Sequence[Triple], form: Form, base: str) -> bytes:
    """Write statements in a form of RDF."""
    if form.name in (JSON_LD.name, JSON.name):
        return json_ld(statements, base)
    return serialize(statements, format=_RDF[form.name], prefixes=used_prefixes(statements, base)) or b""


def used_prefixes(statements: Sequence[Triple], base: str) -> dict[str, str]:
    """Give the prefixes that statements can be abbreviated with, so that a short description stays short."""
    parts = (part for item in statements for part in (item.subject, item.predicate, item.object))
    iris = {part.value for part in parts if isinstance(part, NamedNode)}
    kinds = {item.object.datatype.value for item in statements if isinstance(item.object, Literal)}
    return {name: space for name, space in prefixes(base).items() if any(iri.startswith(space) for iri in iris | kinds)}


def json_ld(statements: Iterable[Triple], base: str) -> bytes:
    """Write statements as JSON-LD with the project's context, of which the terms that are used stand inside.

    So a saved file can be read without this server, and nothing is fetched to read it.
    """
    terms = context(base)
    # The store's serialiser makes the plain form in a hundredth of the time that pyld takes.
    expanded = _as_written(json.loads(serialize(statements, format=RdfFormat.JSON_LD) or b"[]"))
    compact = jsonld.compact(expanded, {"@context": terms}, {"documentLoader": _no_loading})
    compact["@context"] = _used(terms, compact)
    return json.dumps(compact, ensure_ascii=False, indent=2).encode()


def _as_written(expanded: Sequence[dict[str, list[dict[str, str]]]]) -> list[dict[str, object]]:
    """Give expanded JSON-LD as people write it: each thing once, `@type` for its classes, JSON's numbers and booleans.

    Decimals stay text: as numbers of JSON their fractions would come back as something else (JSON-LD 1.1 API, 8.6).
    """
    nodes: dict[str, dict[str, list[object]]] = {}
    for part in expanded:
        node = nodes.setdefault(str(part["@id"]), {})
        for name, values in part.items():
            if name == _TYPE:
                node.setdefault("@type", []).extend(value["@id"] for value in values)
            elif name == "@type":
                node.setdefault("@type", []).extend(values)
            elif name != "@id":
                node.setdefault(name, []).extend(_native(value) for value in values)
    return [{"@id": iri, **node} for iri, node in nodes.items()]


def _native(value: dict[str, str]) -> dict[str, object]:
    kind, text = value.get("@type"), value.get("@value", "")
    if kind == _INTEGER and str(int(text)) == text:
        return {"@value": int(text)}
    if kind == _BOOLEAN and text in ("true", "false"):
        return {"@value": text == "true"}
    return dict(value)


@lru_cache(maxsize=4)
def context(base: str) -> dict[str, object]:
    """Give the project's context for this base; without the file, the prefixes."""
    try:
        text = resource("ontology", "context.jsonld").read_text("utf-8")
    except FileNotFoundError:
        return dict(prefixes(base))
    found = json.loads(text.replace(DEFAULT_BASE, base))["@context"]
    return dict(found) if isinstance(found, dict) else {key: value for part in found for key, value in part.items()}


def _used(context: dict[str, object], document: dict[str, object]) -> dict[str, object]:
    """Keep of a context what a document uses, and what that is defined with."""
    body = {key: value for key, value in document.items() if key != "@context"}
    names = {name for name in _names(body) if name in context}
    while True:
        more = {name for used in names for name in _names(context[used]) if name in context}
        if more <= names:
            return {name: value for name, value in context.items() if name in names or name.startswith("@")}
        names |= more


def _names(node: object) -> Iterable[str]:
    """Give all that may be a term or start with a prefix in a part of a document."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _names(key)
            if key != "@value":
                yield from _names(value)
    elif isinstance(node, list):
        for value in node:
            yield from _names(value)
    elif isinstance(node, str):
        yield node
        yield node.partition(":")[0]


def _no_loading(url: str, options: object) -> dict[str, object]:
    raise jsonld.JsonLdError(f"nothing is fetched, not {url} either", "jsonld.LoadDocumentError", code="loading")
