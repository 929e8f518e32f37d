"""Terms: each of ours is in the ontology as the code has it, and those of others exist."""

from __future__ import annotations

import pytest
from rdflib import DC, DCAT, DCTERMS, FOAF, ORG, OWL, PROV, QB, RDF, RDFS, SDO, SKOS, TIME, VOID, XSD, Graph, URIRef
from rdflib.namespace import DefinedNamespace

from graph.describe.iris import slug
from graph.describe.terms import OWN_CLASSES, OWN_PROPERTIES, PREFIXES, Terms, reused
from graph.describe.units import OWN_UNITS, UNITS
from graph.model import DocumentKind, IdentifierBasis, Kind, Qualifier, Reason, State, Status
from graph.resources import resource

BASE = "https://w3id.org/kamergraaf/"
KNOWN: list[type[DefinedNamespace]] = [
    DC,
    DCAT,
    DCTERMS,
    FOAF,
    ORG,
    OWL,
    PROV,
    QB,
    RDF,
    RDFS,
    SDO,
    SKOS,
    TIME,
    VOID,
    XSD,
]
ELSEWHERE = {
    "dcat": {"version"},  # DCAT 3; the library lists those of DCAT 2
    "eli": {"Work", "LegalResource"},  # ELI ontology 1.4
    "sh": set(  # SHACL, and SHACL Advanced Features for the executables
        "PrefixDeclaration SPARQLConstructExecutable SPARQLExecutable SPARQLSelectExecutable construct declare"
        " namespace prefix prefixes select".split()
    ),
    "spdx": set(
        "Checksum ChecksumAlgorithm algorithm checksum checksumAlgorithm_sha256 checksumValue".split()
    ),  # SPDX 2.3
    "oa": set(  # Web Annotation Vocabulary
        "Annotation SpecificResource TextPositionSelector TextQuoteSelector end exact hasBody hasSelector hasSource"
        " hasTarget identifying motivatedBy prefix start suffix".split()
    ),
    "vcard": {"Kind", "fn", "hasEmail"},  # vCard Ontology
    "dqv": set(  # Data Quality Vocabulary
        "QualityAnnotation QualityMeasurement computedOn isMeasurementOf qualityAssessment value".split()
    ),
    "sdmx-attribute": {"accuracy", "compilingOrg", "obsStatus", "unitMeasure"},
    "sdmx-code": {"obsStatus-A", "obsStatus-F"},
    "sdmx-dimension": {"refArea", "refPeriod"},
    "sdmx-measure": {"obsValue"},
}
"""Terms of vocabularies that no library here lists, looked up in the vocabularies themselves."""


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for name in ("kamergraaf.ttl", "concepts.ttl", "cube.ttl"):
        graph.parse(resource("ontology", name))
    return graph


def test_our_terms_are_those_of_the_ontology(ontology: Graph) -> None:
    defined = {str(term) for term in ontology.subjects(RDFS.isDefinedBy)}
    terms = Terms(BASE)
    assert defined == {terms[name].value for name in (*OWN_CLASSES, *OWN_PROPERTIES)}


@pytest.mark.parametrize("name", [*OWN_CLASSES, *OWN_PROPERTIES])
def test_each_term_has_its_place_its_names_and_its_meaning_in_both_languages(ontology: Graph, name: str) -> None:
    terms = Terms(BASE)
    term = URIRef(terms[name].value)
    relation = RDFS.subClassOf if name in OWN_CLASSES else RDFS.subPropertyOf
    assert {str(above) for above in ontology.objects(term, relation)} == {a.value for a in terms.with_above(name)[1:]}
    for said in (RDFS.label, SKOS.definition):
        assert sorted(str(getattr(text, "language", "")) for text in ontology.objects(term, said)) == ["en", "nl"]
    if name in OWN_PROPERTIES:
        assert len(list(ontology.objects(term, RDFS.range))) == 1


def test_the_ontology_names_its_version(ontology: Graph) -> None:
    assert list(ontology.objects(URIRef(f"{BASE}def/"), OWL.versionIRI)) == [URIRef(f"{BASE}def/0.1.0")]


@pytest.mark.parametrize("iri", reused())
def test_each_reused_term_exists(iri: str) -> None:
    prefix = next(prefix for prefix, space in PREFIXES.items() if iri.startswith(space))
    local = iri.removeprefix(PREFIXES[prefix])
    spaces = [space for space in KNOWN if str(space) == PREFIXES[prefix]]
    assert local in ELSEWHERE.get(prefix, ()) or any(URIRef(iri) in space for space in spaces)


def test_every_value_of_the_model_is_a_concept(ontology: Graph) -> None:
    wanted = {f"{BASE}def/qualifier/{value}" for value in Qualifier}
    wanted |= {f"{BASE}def/status/{value}" for value in Status}
    wanted |= {f"{BASE}def/kind/{value}" for value in Kind}
    wanted |= {f"{BASE}def/state/{value}" for value in State}
    wanted |= {f"{BASE}def/unread-reason/{slug(value)}" for value in Reason}
    wanted |= {f"{BASE}def/identifier-basis/{value}" for value in IdentifierBasis}
    wanted |= {f"{BASE}def/document-kind/{slug(value)}" for value in DocumentKind}
    wanted |= {*UNITS.values(), *(f"{BASE}def/unit/{slug(unit)}" for unit in OWN_UNITS)}
    concepts = {str(concept) for concept in ontology.subjects(RDF.type, SKOS.Concept)}
    assert wanted <= concepts


def test_every_concept_stands_in_a_scheme_with_names_in_both_languages(ontology: Graph) -> None:
    for concept in set(ontology.subjects(SKOS.inScheme)):
        languages = sorted(str(getattr(text, "language", "")) for text in ontology.objects(concept, SKOS.prefLabel))
        assert languages == ["en", "nl"], concept
