"""The catalogue says of every file how large it is, keeps to its shapes, and tells the same in each form."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import httpx
import pyshacl
import pytest
from fastapi import FastAPI
from pyld import jsonld
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import RDF, SH, Graph

from graph.build import build, find
from graph.describe.offers import FILES
from graph.describe.terms import DEFAULT_BASE, PREFIXES
from graph.resources import resource
from graph.settings import Settings
from graph.store import open_store
from graph.web import create_app
from graph.web.shelf import ITEMS

DCAT, DCTERMS, SPDX, VOID = (PREFIXES[name] for name in ("dcat", "dcterms", "spdx", "void"))
CATALOGUE = f"{DEFAULT_BASE}id/catalogue/kamergraaf"
DATASET = f"{DEFAULT_BASE}id/dataset/kamergraaf"
KNOWN = {
    "publisher_name": "Stichting Voorbeeld",
    "publisher_iri": "https://example.org/stichting",
    "contact_name": "Gegevens",
    "contact_email": "data@example.org",
}
FORMS = {"ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES, "rdf": RdfFormat.RDF_XML}


@pytest.fixture(scope="module")
def shipped(
    tmp_path_factory: pytest.TempPathFactory, serving: Callable[[FastAPI], AbstractContextManager[str]]
) -> Iterator[httpx.Client]:
    """A client of a server with the paper that ships, whose operator has said who they are."""
    settings = Settings.load(store=tmp_path_factory.mktemp("catalogue") / "store", jobs=1, query_workers=1, **KNOWN)
    build(find([resource("data", "documents")]), settings, open_store(settings.store))
    with serving(create_app(settings)) as address, httpx.Client(base_url=address, timeout=60) as client:
        for name in ITEMS:  # the catalogue tells sizes of files that are there, and waits for them only so long
            while (answer := client.get(f"/download/{name}")).status_code == 503:
                assert answer.headers["retry-after"], "it is being made"
            assert answer.status_code == 200
        yield client


@pytest.fixture(scope="module")
def catalogue(shipped: httpx.Client) -> list[Quad]:
    return list(parse(shipped.get("/catalog.nt").content, format=RdfFormat.N_TRIPLES))


def ends(quads: list[Quad], subject: str, predicate: str) -> list[str]:
    return sorted(
        quad.object.value
        for quad in quads
        if isinstance(quad.subject, NamedNode)
        and quad.subject.value == subject
        and quad.predicate.value == predicate
        and isinstance(quad.object, NamedNode | Literal)
    )


def missed(triples: bytes) -> set[tuple[str, str]]:
    """Give what the shapes of the catalogue find: of which thing, and which property."""
    data = Graph().parse(data=triples, format="nt")
    _, results, _ = pyshacl.validate(data, shacl_graph=Graph().parse(resource("shapes", "catalogue.ttl")))
    assert isinstance(results, Graph)
    found = results.subjects(RDF.type, SH.ValidationResult)
    return {(str(results.value(each, SH.focusNode)), str(results.value(each, SH.resultPath))) for each in found}


def test_every_file_to_take_away_is_a_distribution_with_its_size_and_checksum(
    shipped: httpx.Client, catalogue: list[Quad]
) -> None:
    files = [name for name in ITEMS if not name.endswith("csv-metadata.json")]
    assert files
    for name in files:
        iri = f"{DEFAULT_BASE}id/distribution/{name}"
        data = shipped.get(f"/download/{name}").content
        assert ends(catalogue, iri, f"{DCAT}byteSize") == [str(len(data))]
        assert ends(catalogue, f"{iri}/checksum", f"{SPDX}checksumValue") == [hashlib.sha256(data).hexdigest()]
        assert ends(catalogue, iri, f"{DCAT}downloadURL") == [str(shipped.base_url.join(f"/download/{name}"))]
        assert ends(catalogue, iri, f"{DCAT}compressFormat") == (
            ["https://www.iana.org/assignments/media-types/application/gzip"] if name.endswith(".gz") else []
        )


def test_no_file_is_known_to_the_catalogue_that_there_cannot_be() -> None:
    assert {file.name for file in FILES if not file.name.endswith(".parquet")} <= set(ITEMS)


def test_numbers_keep_the_kind_that_dcat_gives_them(catalogue: list[Quad]) -> None:
    sizes = {q.object.datatype.value for q in catalogue if q.predicate.value == f"{DCAT}byteSize"}  # type: ignore[union-attr]
    assert sizes == {f"{PREFIXES['xsd']}nonNegativeInteger"}


def test_the_catalogue_of_a_known_publisher_keeps_to_its_shapes(shipped: httpx.Client, catalogue: list[Quad]) -> None:
    assert missed(shipped.get("/catalog.nt").content) == set()
    assert ends(catalogue, DATASET, f"{DCTERMS}publisher") == ["https://example.org/stichting"]


def test_what_an_operator_has_not_said_is_what_the_shapes_miss(client: httpx.Client) -> None:
    properties = {path for _, path in missed(client.get("/catalog.nt").content)}
    assert properties == {f"{DCTERMS}publisher", f"{DCTERMS}creator", f"{DCAT}contactPoint"}


def test_each_publication_has_its_number_and_its_time(shipped: httpx.Client, catalogue: list[Quad]) -> None:
    number = shipped.get("/health").json()["publication"]
    assert ends(catalogue, DATASET, f"{DCAT}version") == [str(number)]
    (modified,) = ends(catalogue, CATALOGUE, f"{DCTERMS}modified")
    assert modified.endswith("Z")
    assert ends(catalogue, DATASET, f"{DCTERMS}temporal") == [f"{DEFAULT_BASE}id/period/2025-11-14--2025-11-14"]


def test_services_are_where_the_server_is_and_describe_themselves(shipped: httpx.Client, catalogue: list[Quad]) -> None:
    services = ends(catalogue, CATALOGUE, f"{DCAT}service")
    assert len(services) == 2
    for service in services:
        (address,) = ends(catalogue, service, f"{DCAT}endpointDescription")
        assert shipped.get(address).status_code == 200


@pytest.mark.parametrize("path", ["/catalog", "/.well-known/void", "/doc/def", "/shapes"])
def test_every_form_says_the_same(shipped: httpx.Client, path: str) -> None:
    wanted = len(list(parse(shipped.get(f"{path}.nt").content, format=RdfFormat.N_TRIPLES)))
    assert wanted > 50
    for suffix, form in FORMS.items():
        answer = shipped.get(f"{path}.{suffix}")
        assert len(list(parse(answer.content, format=form))) == wanted
        asked = shipped.get(path, headers={"Accept": answer.headers["content-type"].partition(";")[0]})
        assert (asked.content, "Accept" in asked.headers["vary"]) == (answer.content, True)
    lines = jsonld.to_rdf(shipped.get(f"{path}.jsonld").json(), {"format": "application/n-quads"})
    assert len(list(parse(lines, format=RdfFormat.N_QUADS))) == wanted


@pytest.mark.parametrize("path", ["/catalog", "/.well-known/void", "/def", "/doc/def", "/shapes", "/doc/def/0.1.0"])
def test_people_get_a_page_that_our_policy_lets_them_see(shipped: httpx.Client, path: str) -> None:
    answer = shipped.get(path, headers={"Accept": "text/html,*/*;q=0.5"}, follow_redirects=True)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "unsafe-inline" not in answer.headers["content-security-policy"]
    assert "style=" not in answer.text
    assert "<script" not in answer.text
    assert "<h1>" in answer.text


def test_the_counts_are_those_of_the_catalogue_in_the_store(shipped: httpx.Client) -> None:
    quads = list(parse(shipped.get("/.well-known/void.nt").content, format=RdfFormat.N_TRIPLES))
    query = "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?m) { ?s ?p ?o }"
    answer = shipped.get("/sparql", params={"query": query}, headers={"Accept": "text/csv"})
    told = [ends(quads, DATASET, f"{VOID}{name}")[0] for name in ("triples", "distinctSubjects")]
    assert told == answer.text.split("\r\n")[1].split(",")
    parts = ends(quads, DATASET, f"{VOID}classPartition"), ends(quads, DATASET, f"{VOID}propertyPartition")
    assert [str(len(part)) for part in parts] == [
        ends(quads, DATASET, f"{VOID}{name}")[0] for name in ("classes", "properties")
    ]
    assert len(ends(quads, DATASET, f"{VOID}subset")) > 10


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/def", "/doc/def.ttl"),
        ("/def/", "/doc/def.ttl"),
        ("/def/0.1.0", "/doc/def/0.1.0.ttl"),
        ("/shapes/Document", "/shapes/0.1.0"),
        ("/id/query/laws-named", "/doc/query/laws-named.ttl"),
    ],
)
def test_names_of_ontology_and_shapes_lead_to_them(shipped: httpx.Client, path: str, location: str) -> None:
    answer = shipped.get(path, headers={"Accept": "text/turtle"})
    assert (answer.status_code, answer.headers["location"]) == (303, location)
    assert shipped.get(location, headers={"Accept": "text/turtle"}).status_code == 200


def test_the_page_of_the_ontology_has_every_term(shipped: httpx.Client) -> None:
    page = shipped.get("/doc/def").text
    for name in ("Document", "Statistic", "countedBy", "valueMax"):
        assert f'id="{name}"' in page
    assert 'lang="en"' in page
