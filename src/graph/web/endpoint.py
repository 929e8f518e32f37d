"""The addresses of the SPARQL protocol: `/sparql`, and the description of the service where no query comes."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from pyoxigraph import Literal, NamedNode, Triple

from graph.web import sparql
from graph.web.negotiation import FORMS, HTML, accept_of, choose, media_types
from graph.web.prefixes import prefixes
from graph.web.problems import not_acceptable
from graph.web.protocol import BODIES, read_request
from graph.web.resources import write
from graph.web.responses import send
from graph.web.server import Server, add, server_of

router = APIRouter()
ALLOWED = "GET, HEAD, POST, OPTIONS"
_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULT_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
    "JSON-LD",
    "TriG",
    "N-Quads",
)
_DESCRIPTION_FORMS = tuple(FORMS[name] for name in ("ttl", "nt", "rdf", "jsonld"))


async def query(request: Request) -> Response:
    """Answer a query; without one, describe the service, to people with a form."""
    server = server_of(request)
    asked = await read_request(request, server.settings.query_kilobytes * 1024)
    if asked is None:
        return _description(request, server)
    return await sparql.answer(request, asked, server.pool)


async def options() -> Response:
    """Say what can be done here."""
    return Response(status_code=204, headers={"Allow": ALLOWED, "Accept-Post": ", ".join(BODIES)})


def service_description(endpoint: str) -> list[Triple]:
    """Give the SPARQL 1.1 Service Description of the endpoint at an address."""
    me = NamedNode(endpoint)
    dataset = NamedNode(f"{endpoint}#dataset")
    default = NamedNode(f"{endpoint}#default-graph")
    a = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    sd = {name: NamedNode(_SD + name) for name in ("Service", "Dataset", "Graph", "endpoint", "feature")}
    return [
        Triple(me, a, sd["Service"]),
        Triple(me, sd["endpoint"], me),
        Triple(me, NamedNode(f"{_SD}supportedLanguage"), NamedNode(f"{_SD}SPARQL11Query")),
        Triple(me, sd["feature"], NamedNode(f"{_SD}UnionDefaultGraph")),
        *(Triple(me, NamedNode(f"{_SD}resultFormat"), NamedNode(_FORMATS + name)) for name in _RESULT_FORMATS),
        Triple(me, NamedNode(f"{_SD}defaultDataset"), dataset),
        Triple(dataset, a, sd["Dataset"]),
        Triple(dataset, NamedNode(f"{_SD}defaultGraph"), default),
        Triple(default, a, sd["Graph"]),
        Triple(me, NamedNode("http://purl.org/dc/terms/title"), Literal("Kamergraaf SPARQL", language="nl")),
    ]


def _description(request: Request, server: Server) -> Response:
    chosen = choose(accept_of(request), (*_DESCRIPTION_FORMS, HTML))
    if chosen is None:
        raise not_acceptable(media_types([*_DESCRIPTION_FORMS, HTML]))
    if chosen.form is HTML:
        lines = "\n".join(
            f"PREFIX {name}: <{iri}>" for name, iri in prefixes(server.site.base).items() if name in _SHOWN
        )
        page = server.page(request, "sparql.html", prefixes=lines, seconds=f"{server.settings.query_seconds:g}")
        return send(request, page, "text/html", vary=["Accept"])
    statements = service_description(f"{server.site.root(request)}/sparql")
    return send(request, write(statements, chosen.form, server.site.base), chosen.media_type, vary=["Accept"])


_SHOWN = frozenset({"kg", "dcterms", "oa", "qb", "rdfs", "skos", "schema", "sdmx-measure", "sdmx-attribute"})

add(router, "/sparql", query, "SPARQL 1.1 query, or without one the description of the service")
router.add_api_route(
    "/sparql",
    query,
    methods=["POST"],
    summary="SPARQL 1.1 query in the body",
    response_class=Response,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/sparql-query": {"schema": {"type": "string"}},
                "application/x-www-form-urlencoded": {
                    "schema": {"type": "object", "properties": {"query": {"type": "string"}}, "required": ["query"]}
                },
            },
        }
    },
)
router.add_api_route("/sparql", options, methods=["OPTIONS"], status_code=204, include_in_schema=False)
