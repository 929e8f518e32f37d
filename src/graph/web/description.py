"""What `/sparql` says of itself: the SPARQL 1.1 Service Description, with every named graph and its size."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import Request, Response
from pyoxigraph import Literal, NamedNode, Triple

from graph.store.base import GraphVersion
from graph.web import editor
from graph.web.negotiation import FORMS, HTML, accept_of, choose, media_types
from graph.web.problems import Problem, not_acceptable
from graph.web.resources import write
from graph.web.responses import send
from graph.web.server import Server

FEATURES = ("UnionDefaultGraph",)
"""What holds of every endpoint of ours; ``SERVICE`` is added where the operator lists endpoints for it."""

LANGUAGES = ("SPARQL10Query", "SPARQL11Query")

RESULT_FORMATS = (
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
"""The names of the formats in https://www.w3.org/ns/formats/."""

FUNCTIONS = tuple(
    "sfEquals sfDisjoint sfIntersects sfTouches sfCrosses sfWithin sfContains sfOverlaps ehEquals ehDisjoint ehMeet"
    " ehOverlap ehCovers ehCoveredBy ehInside ehContains rcc8eq rcc8dc rcc8ec rcc8po rcc8tppi rcc8tpp"
    " rcc8ntpp rcc8ntppi".split()
)
"""The functions of GeoSPARQL that the store evaluates; a test calls each."""

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_GEO = "http://www.opengis.net/def/function/geosparql/"
_SIMPLE = "http://www.w3.org/ns/entailment/Simple"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_TITLE = NamedNode("http://purl.org/dc/terms/title")
_FORMS = tuple(FORMS[name] for name in ("ttl", "nt", "rdf", "jsonld"))


def respond(request: Request, server: Server) -> Response:
    """Describe the service in the form that the client prefers: to people with an editor."""
    chosen = choose(accept_of(request), (*_FORMS, HTML))
    if chosen is None:
        raise not_acceptable(media_types([*_FORMS, HTML]))
    if chosen.form is HTML:
        return editor.respond(request, server)
    statements = service_description(
        f"{server.site.root(request)}/sparql",
        _graphs(server),
        dataset=f"{server.site.base}id/dataset/kamergraaf",
        federated=bool(server.settings.service_endpoints),
    )
    return send(request, write(statements, chosen.form, server.site.base), chosen.media_type, vary=["Accept"])


def service_description(
    endpoint: str, graphs: Iterable[GraphVersion] = (), *, dataset: str = "", federated: bool = False
) -> list[Triple]:
    """Give the SPARQL 1.1 Service Description (https://www.w3.org/TR/sparql11-service-description/).

    Args:
        endpoint: the address of the endpoint.
        graphs: the named graphs that there are.
        dataset: the IRI of the data set that is asked; empty, then it is named by the address of the endpoint.
        federated: whether ``SERVICE`` reaches other endpoints.
    """
    me, whole = NamedNode(endpoint), NamedNode(dataset or f"{endpoint}#dataset")
    default = NamedNode(f"{endpoint}#default-graph")
    features = (*FEATURES, "BasicFederatedQuery") if federated else FEATURES
    functions = [NamedNode(_GEO + name) for name in FUNCTIONS]
    versions = sorted(graphs, key=lambda version: version.graph)
    said = [
        Triple(me, _TYPE, _sd("Service")),
        Triple(me, _TITLE, Literal("Kamergraaf SPARQL", language="nl")),
        Triple(me, _TITLE, Literal("Kamergraaf SPARQL", language="en")),
        Triple(me, _sd("endpoint"), me),
        *(Triple(me, _sd("supportedLanguage"), _sd(name)) for name in LANGUAGES),
        *(Triple(me, _sd("feature"), _sd(name)) for name in features),
        *(Triple(me, _sd("resultFormat"), NamedNode(_FORMATS + name)) for name in RESULT_FORMATS),
        *(Triple(me, _sd("extensionFunction"), function) for function in functions),
        *(Triple(function, _TYPE, _sd("Function")) for function in functions),
        Triple(me, _sd("defaultEntailmentRegime"), NamedNode(_SIMPLE)),
        Triple(me, _sd("defaultDataset"), whole),
        Triple(whole, _TYPE, _sd("Dataset")),
        Triple(whole, _sd("defaultGraph"), default),
        Triple(default, _TYPE, _sd("Graph")),
    ]
    for version in versions:
        said += _named(endpoint, whole, version)
    return said


def _named(endpoint: str, dataset: NamedNode, version: GraphVersion) -> list[Triple]:
    """Describe one named graph of the dataset, and how many triples are in it."""
    name = NamedNode(version.graph)
    here = NamedNode(f"{endpoint}#graph={version.graph.rpartition('/')[2]}")
    count = Literal(str(version.size), datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer"))
    return [
        Triple(dataset, _sd("namedGraph"), here),
        Triple(here, _TYPE, _sd("NamedGraph")),
        Triple(here, _sd("name"), name),
        Triple(here, _sd("graph"), name),
        Triple(name, _TYPE, _sd("Graph")),
        Triple(name, NamedNode(f"{_VOID}triples"), count),
    ]


def _graphs(server: Server) -> tuple[GraphVersion, ...]:
    """Give the named graphs; none where nothing has been published: the service can be described all the same."""
    try:
        with server.snapshots.reading() as reader:
            return reader.graphs()
    except Problem:
        return ()


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)
