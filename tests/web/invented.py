"""Invented papers about things that they share, in a store with the aggregates that a build would make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from graph.describe.aggregates import aggregates_graph, describe_aggregates
from graph.describe.contribution import contribution
from graph.store import open_store
from graph.store.base import Change, n_triples

BASE = "https://data.example.org/kg/"
COA = f"{BASE}id/organisation/coa"
HOSTILE = "Stuk <script>alert('x')</script> & \\\"meer\\\" " + "z" * 300

PREFIXES = f"""
@prefix kg: <{BASE}def/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> .
@prefix sdmx-attribute: <http://purl.org/linked-data/sdmx/2009/attribute#> .
@prefix sdmx-measure: <http://purl.org/linked-data/sdmx/2009/measure#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

SHARED = f"""{PREFIXES}
<{COA}> skos:prefLabel "Centraal Orgaan opvang asielzoekers"@nl ; skos:altLabel "COA"@nl ;
  owl:sameAs <https://identifier.example.org/zb1> .
<{BASE}id/organisation/ministerie-a> skos:prefLabel "ministerie van A"@nl .
<{BASE}id/organisation/elders> skos:prefLabel "Élders"@nl .
<{BASE}id/post/minister-a> skos:prefLabel "minister van A"@nl ; org:postIn <{BASE}id/organisation/ministerie-a> .
<{BASE}id/person/an> skos:prefLabel "An de Vries" .
<{BASE}id/person/bo> skos:prefLabel "Bo Bakker" .
<{BASE}id/law/wet-x> skos:prefLabel "Wet X"@nl ; dcterms:identifier "BWBR0000001" .
<{BASE}id/case/ecli-1> skos:prefLabel "ECLI:NL:XX:2024:1" ; dcterms:identifier "ECLI:NL:XX:2024:1" .
<{BASE}id/place/sy> skos:prefLabel "Syrië"@nl, "Syria"@en .
<{BASE}id/dossier/1> a kg:Dossier ; dcterms:title "Dossier 1"@nl ; dcterms:identifier "1" .
<{BASE}id/document/kst-9-9> a eli:Work ; dcterms:identifier "kst-9-9" .
<{BASE}id/membership/an> org:member <{BASE}id/person/an> ; kg:post <{BASE}id/post/minister-a> ;
  org:memberDuring <{BASE}id/period/2024-01-01--2024-12-31> .
<{BASE}id/membership/bo> org:member <{BASE}id/person/bo> ; kg:post <{BASE}id/post/minister-a> ;
  org:memberDuring <{BASE}id/period/2025-01-01--> .
<{BASE}id/period/2024-01-01--2024-12-31> kg:periodStart "2024-01-01"^^xsd:date ; kg:periodEnd "2024-12-31"^^xsd:date .
<{BASE}id/period/2025-01-01--> kg:periodStart "2025-01-01"^^xsd:date .
<{BASE}def/document-kind/brief> skos:prefLabel "brief"@nl, "letter"@en .
"""


@dataclass(frozen=True)
class Paper:
    """An invented paper with one answer, which names and counts as often as is said.

    Attributes:
        identifier: of the paper.
        day: of issue (ISO), empty for none.
        names: how often the answer names the organisation.
        figures: how many figures the organisation counted in it.
        title: Turtle between quotation marks.
        holder: who held the post then: ``an`` or ``bo``.
    """

    identifier: str
    day: str
    names: int = 1
    figures: int = 1
    title: str = "Antwoord op vragen"
    holder: str = "bo"

    @property
    def iri(self) -> str:
        """The IRI of the paper."""
        return f"{BASE}id/document/{self.identifier}"

    def turtle(self) -> str:
        """Say all of it."""
        answer = f"{self.iri}/answer/1"
        issued = f'; dcterms:issued "{self.day}"^^xsd:date' if self.day else ""
        said = [
            PREFIXES,
            f'<{self.iri}> a kg:Document, eli:Work ; dcterms:identifier "{self.identifier}" ; '
            f'dcterms:title "{self.title}"@nl ; dcterms:type <{BASE}def/document-kind/brief> {issued} ; '
            f"dcterms:isPartOf <{BASE}id/dossier/1> ; kg:officeHolding <{BASE}id/membership/{self.holder}> .",
            f"<{self.iri}/question/1> a kg:Question ; dcterms:isPartOf <{self.iri}> .",
            f"<{answer}> a kg:Answer ; dcterms:isPartOf <{self.iri}> ; kg:answeredBy <{BASE}id/post/minister-a> ; "
            f'kg:answers <{self.iri}/question/1> ; schema:text "Er zijn plekken. {"Woord " * 80}"@nl .',
            f"<{answer}/non-answer/niet-1> a kg:NonAnswer ; kg:answer <{answer}> ; kg:holder <{COA}> ; "
            f"kg:passage <{answer}/passage/niet-1> .",
            _passage(f"{answer}/passage/niet-1", "niet bekend"),
            *(self._mention(name, thing) for name, thing in _THINGS),
            *(self._mention(f"coa-{number}", "organisation/coa") for number in range(1, self.names + 1)),
            *(self._figure(number) for number in range(1, self.figures + 1)),
        ]
        return "\n".join(said)

    def _mention(self, name: str, thing: str) -> str:
        answer = f"{self.iri}/answer/1"
        mention, passage = f"{answer}/mention/{name}", f"{answer}/passage/{name}"
        said = f"<{mention}> a kg:Mention ; dcterms:isPartOf <{answer}> ; oa:hasBody <{BASE}id/{thing}> ; "
        return f"{said} oa:hasTarget <{passage}> . {_passage(passage, name.rpartition('-')[0].upper())}"

    def _figure(self, number: int) -> str:
        answer = f"{self.iri}/answer/1"
        figure, passage = f"{answer}/statistic/{number}-1", f"{answer}/passage/{number}-1"
        return (
            f"<{figure}> a kg:Statistic ; kg:answer <{answer}> ; kg:countedBy <{COA}> ; sdmx-measure:obsValue "
            f'{number}.0 ; kg:valueText "{number}" ; kg:passage <{passage}> ; kg:place <{BASE}id/place/sy> ; '
            f"kg:indicator <{BASE}id/indicator/plekken> ; kg:breakdown <{BASE}id/breakdown/total> ; "
            f"kg:period <{BASE}id/period/2024-01-01--2024-12-31> ; kg:statedBy <{BASE}id/post/minister-a> ; "
            f"sdmx-attribute:unitMeasure <http://qudt.org/vocab/unit/NUM> . {_passage(passage, f'{number} plekken')}"
        )


_THINGS = (
    ("wet-1", "law/wet-x"),
    ("elders-1-note-2", "organisation/elders"),
    ("ecli-1", "case/ecli-1"),
    ("kst-1", "document/kst-9-9"),
)


def _passage(iri: str, quote: str) -> str:
    return (
        f"<{iri}> a kg:Passage ; oa:hasSelector <{iri}/quote> . "
        f'<{iri}/quote> oa:exact "{quote}" ; oa:prefix "bij " ; oa:suffix " in" .'
    )


def store_of(folder: Path, papers: Sequence[Paper]) -> Path:
    """Make a store of papers, with what they share and their aggregates; gives its folder."""
    graphs = {paper.identifier: list(parse(paper.turtle(), RdfFormat.TURTLE)) for paper in papers}
    said = [contribution(quads, BASE) for quads in graphs.values()]
    aggregates = [quad for some in describe_aggregates(said, BASE) for quad in some]
    changes = [Change(f"{BASE}graph/{name}", n_triples(quads), name, name) for name, quads in graphs.items()]
    changes.append(Change(f"{BASE}graph/authorities", n_triples(parse(SHARED, RdfFormat.TURTLE)), "authorities"))
    changes.append(Change(aggregates_graph(BASE), n_triples(aggregates), "aggregates"))
    open_store(folder).publish(changes)
    return folder
