"""What every address gives: media types, statuses and parameters, as the description of the API tells them.

A new address gets a line in `OFFERS`; a test names those that have none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.export.csvw import MEDIA_TYPE as CSVW
from graph.web.feeds.atom import MEDIA_TYPE as ATOM
from graph.web.lists import LISTINGS
from graph.web.negotiation import CSV, GRAPHS, HTML, JSON, JSON_LD, RESULTS, TEXT, Form
from graph.web.resources import DESCRIPTIONS
from graph.web.schemas import FOUND, INDICATORS, LIST, TEXT_OR_NULL, Schema

_LETTER = r"(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2}|[\u00a0-\ud7ff])"
_PIECE = rf"(?:{_LETTER}|[:@])"
_AUTHORITY = rf"//(?:(?:{_LETTER}|:)*@)?{_LETTER}*(?::[0-9]{{0,5}})?(?:/{_PIECE}*)*"
_NO_AUTHORITY = rf"/?(?:{_PIECE}+(?:/{_PIECE}*)*)?"
IRI = rf"^[A-Za-z][A-Za-z0-9+.-]*:(?:{_AUTHORITY}|{_NO_AUTHORITY})(?:\?(?:{_PIECE}|[/?])*)?(?:#(?:{_PIECE}|[/?])*)?$"
"""An absolute IRI (RFC 3987, section 2.2), but for those with an address of IPv6 or letters beyond U+D7FF."""

_TERM = r"(\?[a-z]{1,8}|<https?://[a-z]{1,12}\.org/[a-z]{0,12}>)"
QUERY = rf"^(ASK|SELECT \*|SELECT DISTINCT \*) (WHERE )?\{{ ({_TERM} {_TERM} {_TERM} )?\}}( LIMIT [1-9][0-9]{{0,2}})?$"
"""Queries that a pattern can tell to be valid; the endpoint takes all of SPARQL 1.1, which no pattern describes."""

BATCH = r'^\{"q[0-9]": \{"query": "[A-Za-z]{1,30}"\}\}$'
"""A batch of one query to reconcile; more of them, and with more in them, are described in docs/reconcile.md."""


@dataclass(frozen=True)
class Offer:
    """What an address gives to GET, or to POST.

    Attributes:
        media_types: of the answer when all is well; empty where it has no body.
        status: of that answer.
        problems: the statuses of what can go wrong besides `COMMON`.
        more: statuses without a body, or with another body of the same types, such as 206.
        parameters: the schemas of parameters, over what the code says of them.
        added: parameters that the code reads itself, each with its schema; none is required.
        bodies: the schemas of bodies by their type, over what the code says of them.
        schema: of the answer in JSON.
    """

    media_types: tuple[str, ...] = ()
    status: int = 200
    problems: tuple[int, ...] = ()
    more: tuple[int, ...] = ()
    parameters: Mapping[str, Schema] = field(default_factory=dict)
    added: Mapping[str, Schema] = field(default_factory=dict)
    bodies: Mapping[str, Schema] = field(default_factory=dict)
    schema: Schema = field(default_factory=lambda: {"type": "object"})


EXTENSION = r'^\{"ids": \["organisation/[a-z]{1,9}"\], "properties": \[\]\}$'
"""Likewise a data extension query."""

COMMON = (400, 404, 406, 503)
"""The statuses of problems that every address can have."""


def _types(*forms: Form | Iterable[Form]) -> tuple[str, ...]:
    """Give the media types of forms, with their other names: one that is asked for by name is echoed."""
    found = [each for given in forms for each in ([given] if isinstance(given, Form) else given)]
    return tuple(dict.fromkeys(name for form in found for name in form.media_types))


_DESCRIPTION = _types(DESCRIPTIONS, CSV, TEXT)
_JSON = _types(JSON)
_NUMBERS: Mapping[str, Schema] = {
    "year": {"type": "integer", "minimum": 1, "maximum": 9999},
    "page": {"type": "integer", "minimum": 1},
    "cursor": {"type": "integer", "minimum": 0},
    "limit": {"type": "integer", "minimum": 1},
}
_SHORT: Mapping[str, Schema] = {"prefix": {"type": "string", "maxLength": 1000}}
_COUNTRY = "http://publications.europa.eu/resource/authority/country/BEL"
_IRI: Schema = {"type": "string", "pattern": IRI}
_QUERY_PROBLEMS = (403, 413, 415, 429, 504)


def _form(name: str, pattern: str, other: str) -> Schema:
    """Describe a form that has one field and not the other."""
    fields = {name: {"type": "string", "pattern": pattern}}
    return {"type": "object", "required": [name], "properties": fields, "not": {"required": [other]}}


def _path(example: str) -> Mapping[str, Schema]:
    """Describe the rest of an address, with an example from the paper that ships."""
    return {"path": {"type": "string", "minLength": 1, "examples": [example]}}


def _lists() -> Mapping[tuple[str, str], Offer]:
    """Describe the lists of things."""
    found = {}
    for listing in LISTINGS:
        rows: Schema = {"type": "array", "items": {"type": "object", "required": ["iri"]}}
        numbers: Schema = {name: {"type": "integer"} for name in ("total", "page", "pages")}
        texts: Schema = {"q": {"type": "string"}, "order": {"type": "string"}, "next": TEXT_OR_NULL}
        members: Schema = {**numbers, **texts, listing.name: rows}
        page: Schema = {"type": "object", "required": sorted(members), "properties": members}
        orders: Schema = {"type": "string", "enum": ["", *(each.name for each in listing.columns if each.ordered)]}
        for suffix, forms in (("", (HTML, JSON, CSV)), (".html", (HTML,)), (".json", (JSON,)), (".csv", (CSV,))):
            found[f"{listing.path}{suffix}", "get"] = Offer(_types(*forms), parameters={"order": orders}, schema=page)
    return found


OFFERS: Mapping[tuple[str, str], Offer] = {
    ("/sparql", "get"): Offer(
        _types(RESULTS, GRAPHS, HTML), problems=_QUERY_PROBLEMS, added={"query": {"type": "string", "pattern": QUERY}}
    ),
    ("/sparql", "post"): Offer(
        _types(RESULTS, GRAPHS),
        problems=_QUERY_PROBLEMS,
        bodies={
            "application/sparql-query": {"type": "string", "pattern": QUERY},
            "application/x-www-form-urlencoded": {
                "type": "object",
                "required": ["query"],
                "properties": {
                    "query": {"type": "string", "pattern": QUERY},
                    "default-graph-uri": {"type": "array", "items": _IRI},
                    "named-graph-uri": {"type": "array", "items": _IRI},
                },
            },
        },
    ),
    ("/id/{path}", "get"): Offer(status=303, problems=(410,), parameters=_path("document/kst-36800-XX-7")),
    ("/def/{path}", "get"): Offer(status=303, problems=(410,), parameters=_path("Statistic")),
    ("/catalog", "get"): Offer(_DESCRIPTION),
    ("/.well-known/void", "get"): Offer(_DESCRIPTION),
    ("/doc/def", "get"): Offer(_DESCRIPTION),
    ("/shapes", "get"): Offer(_DESCRIPTION),
    ("/shapes/{name}", "get"): Offer(status=303, parameters={"name": {"type": "string", "examples": ["Statistic"]}}),
    ("/context.jsonld", "get"): Offer(_types(JSON_LD)),
    ("/doc", "get"): Offer(
        _DESCRIPTION, problems=(410,), parameters={**_NUMBERS, "iri": {**_IRI, "examples": [_COUNTRY]}}
    ),
    ("/doc/{path}", "get"): Offer(_DESCRIPTION, problems=(410,), parameters={**_NUMBERS, **_path("organisation/coa")}),
    ("/graph/{path}", "get"): Offer(_types(GRAPHS), problems=(410,), parameters=_path("kst-36800-XX-7")),
    ("/rdf-graph-store", "get"): Offer(_types(GRAPHS, HTML), added={"graph": _IRI}),
    ("/reconcile", "get"): Offer(_JSON, problems=(413,), added={"queries": {"type": "string", "pattern": BATCH}}),
    ("/reconcile", "post"): Offer(
        _JSON,
        problems=(413, 415),
        bodies={
            "application/x-www-form-urlencoded": {
                "oneOf": [
                    _form("queries", BATCH, "extend"),
                    _form("extend", EXTENSION, "queries"),
                ]
            }
        },
    ),
    ("/reconcile/suggest/entity", "get"): Offer(_JSON, parameters={**_NUMBERS, **_SHORT}),
    ("/reconcile/suggest/property", "get"): Offer(_JSON, parameters={**_NUMBERS, **_SHORT}),
    ("/reconcile/suggest/type", "get"): Offer(_JSON, parameters={**_NUMBERS, **_SHORT}),
    ("/reconcile/properties", "get"): Offer(_JSON, parameters=_NUMBERS),
    ("/reconcile/preview", "get"): Offer(
        _types(HTML), parameters={"id": {"type": "string", "examples": ["organisation/coa"]}}
    ),
    ("/download/", "get"): Offer(_types(HTML, JSON), schema=LIST),
    ("/download/{name}", "get"): Offer(
        ("application/gzip", "text/csv", "application/vnd.apache.parquet", CSVW),
        problems=(416,),
        more=(206,),
        parameters={"name": {"type": "string", "minLength": 1, "examples": ["statistics.csv", "kamergraaf.ttl.gz"]}},
    ),
    ("/feed.atom", "get"): Offer((ATOM, "application/xml", "text/xml")),
    ("/search", "get"): Offer(_types(HTML, JSON, CSV), schema=FOUND),
    ("/search.json", "get"): Offer(_JSON, schema=FOUND),
    ("/search.csv", "get"): Offer(_types(CSV)),
    ("/health", "get"): Offer(_JSON),
    ("/health/ready", "get"): Offer(_JSON),
    ("/health/live", "get"): Offer(_JSON),
    ("/status", "get"): Offer(_types(HTML, JSON)),
    ("/metrics", "get"): Offer(("text/plain", "application/openmetrics-text")),
    ("/", "get"): Offer(_types(HTML)),
    ("/about", "get"): Offer(_types(HTML)),
    ("/report", "get"): Offer(
        _types(HTML), parameters={"iri": {"type": "string", "pattern": rf"^$|{IRI}", "maxLength": 2000}}
    ),
    ("/indicators", "get"): Offer(_types(HTML, JSON, CSV), schema=INDICATORS),
    ("/indicators.html", "get"): Offer(_types(HTML)),
    ("/indicators.json", "get"): Offer(_JSON, schema=INDICATORS),
    ("/indicators.csv", "get"): Offer(_types(CSV)),
    **_lists(),
}
"""By path and method; HEAD is as GET, without a body."""
