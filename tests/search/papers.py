"""Invented papers as graphs, and an index of them, for the tests of the search."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from graph.search.index import bring_up
from graph.search.served import Served
from graph.store.base import n_triples

BASE = "https://data.example.org/kg/"

PREFIXES = f"""
@prefix kg: <{BASE}def/> .
@prefix kind: <{BASE}def/document-kind/> .
@prefix org-: <{BASE}id/organisation/> .
@prefix post: <{BASE}id/post/> .
@prefix ind: <{BASE}id/indicator/> .
@prefix part: <{BASE}id/breakdown/> .
@prefix dc: <http://purl.org/dc/elements/1.1/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix sdmx-measure: <http://purl.org/linked-data/sdmx/2009/measure#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@dataclass(frozen=True)
class Held:
    """A graph as the index is told of it."""

    graph: str
    digest: str | None
    identifier: str | None


def paper(identifier: str, question: str, answer: str, *, issued: str = "2025-03-01", more: str = "") -> str:
    """Write a paper with one question and its answer as Turtle.

    Args:
        identifier: of the paper.
        question: its text.
        answer: its text.
        issued: the day.
        more: further Turtle; ``doc:`` is the paper, ``answer:`` what stands below its answer.
    """
    iri = f"{BASE}id/document/{identifier}"
    return f"""{PREFIXES}
@prefix doc: <{iri}/> .
@prefix answer: <{iri}/answer/1/> .
<{iri}> a kg:Document ; dcterms:identifier "{identifier}" ; dcterms:title "Vragen over dijken"@nl ;
  dcterms:type kind:verslag ; dcterms:issued "{issued}"^^xsd:date ; kg:addressedTo post:minister-van-water .
doc:question\\/1 a kg:Question ; rdfs:label "Vraag 1"@nl ; kg:key "1" ; schema:text "{question}"@nl .
doc:answer\\/1 a kg:Answer ; rdfs:label "Antwoord 1"@nl ; kg:key "1" ; schema:text "{answer}"@nl ;
  kg:answers doc:question\\/1 .
{more}
"""


FIGURE = """
answer:statistic\\/1250-1 a kg:Statistic ; rdfs:label "1.250 (gravers)"@nl ; kg:answer doc:answer\\/1 ;
  kg:indicator ind:graver ; kg:breakdown part:vrijwillig ; kg:valueText "1.250" ; sdmx-measure:obsValue 1250.0 ;
  kg:countedBy org-:dijkwacht ; kg:period <https://data.example.org/kg/id/period/2024-10-01--2024-10-01> ;
  kg:passage answer:passage\\/1 .
answer:passage\\/1 oa:hasSelector answer:passage\\/1\\/quote .
answer:passage\\/1\\/quote oa:exact "1.250 gravers" .
"""

SILENT = """
answer:non-answer\\/1 a kg:NonAnswer ; kg:answer doc:answer\\/1 .
"""

CITES = f"""
answer:mention\\/brief-1 a kg:Mention ; rdfs:label "brief over dijken"@nl ; oa:hasBody <{BASE}id/document/kst-30123-4> .
"""

AUTHORITIES = f"""{PREFIXES}
org-:dijkwacht a org:FormalOrganization ; skos:prefLabel "Rijksdienst Dijkwacht"@nl ; skos:altLabel "RDW"@nl .
org-:ministerie-van-water skos:prefLabel "ministerie van Water"@nl .
post:minister-van-water a org:Post ; skos:prefLabel "minister van Water"@nl ; org:postIn org-:ministerie-van-water .
<{BASE}id/person/els-van-dam> a foaf:Person ; foaf:name "Els van Dam" .
<{BASE}id/membership/a> org:member <{BASE}id/person/els-van-dam> ; kg:post post:minister-van-water .
<{BASE}id/law/dijkenwet> skos:prefLabel "Dijkenwet"@nl ; dcterms:identifier "BWBR0099999" .
<{BASE}id/place/curaçao> skos:prefLabel "Curaçao"@nl .
"""

INDICATORS = f"""{PREFIXES}
ind:graver a kg:Indicator ; skos:prefLabel "gravers"@nl .
"""

PAPERS = {
    "kst-40001-7": paper(
        "kst-40001-7", "Hoeveel gravers waren er?", "Er waren 1.250 gravers bij de dijkversterkingen.", more=FIGURE
    ),
    "kst-40002-XX-3": paper(
        "kst-40002-XX-3",
        "Waarom zijn de vergunningen ingetrokken?",
        "Het intrekken van noodvergunningen wordt niet geregistreerd. Zie de brief.",
        issued="2024-05-01",
        more=SILENT + CITES,
    ),
}


def triples(turtle: str) -> bytes:
    """Give Turtle as sorted N-Triples."""
    return n_triples(parse(turtle, RdfFormat.TURTLE))


def graphs(papers: Mapping[str, str] = PAPERS, authorities: str = AUTHORITIES) -> dict[str, bytes]:
    """Give the graphs of a publication by their IRIs."""
    turtles = {"authorities": authorities, "indicators": INDICATORS, **papers}
    return {f"{BASE}graph/{name}": triples(turtle) for name, turtle in turtles.items()}


@dataclass(frozen=True)
class Difference:
    """What changed in a graph."""

    before: str
    things: frozenset[str]
    triples: bytes


def differences(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Callable[[str], Difference | None]:
    """Say of shared graphs what changed in them."""

    def difference(graph: str) -> Difference | None:
        if graph not in old or graph not in new or "kst-" in graph:
            return None
        before, now = old[graph].splitlines(keepends=True), new[graph].splitlines(keepends=True)
        things = {line.split(b" ")[0] for line in {*before} ^ {*now}}
        said = b"".join(line for line in now if line.split(b" ")[0] in things)
        names = frozenset(thing.decode().strip("<>") for thing in things)
        return Difference(hashlib.sha256(old[graph]).hexdigest(), names, said)

    return difference


def index(
    folder: Path,
    contents: Mapping[str, bytes],
    before: Path | None = None,
    patched: Callable[[str], Difference | None] = lambda graph: None,
) -> tuple[int, int]:
    """Make an index of graphs; gives how many were taken out and put in."""
    held = [
        Held(name, hashlib.sha256(content).hexdigest(), name.rpartition("/")[2] if "kst-" in name else None)
        for name, content in contents.items()
    ]
    return bring_up(before, folder, held, contents.__getitem__, patched)


def served(folder: Path, papers: Mapping[str, str] = PAPERS) -> Served:
    """Make and open an index of papers."""
    index(folder, graphs(papers))
    return Served(folder)
