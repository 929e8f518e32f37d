"""The ontology is sound: every term is of one kind, concepts stand in schemes, the cube says all it has to say."""

from __future__ import annotations

from collections import Counter

import pytest
from pyoxigraph import RdfFormat, serialize
from rdflib import DCTERMS, OWL, QB, RDF, RDFS, SDO, SKOS, XSD, Graph, URIRef
from rdflib.term import Node

from graph.describe.shipped import ontology as published
from graph.model import Rule
from graph.resources import resource

BASE = "https://w3id.org/kamergraaf/"
KG = f"{BASE}def/"
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDFS.Datatype)
BUILT_IN = {RDF.langString, XSD.boolean, XSD.decimal, XSD.integer, XSD.string}
"""The datatypes of OWL 2 (section 4 of its structural specification) that ranges name."""


@pytest.fixture(scope="module")
def terms() -> Graph:
    return Graph().parse(resource("ontology", "kamergraaf.ttl"))


@pytest.fixture(scope="module")
def everything(terms: Graph) -> Graph:
    graph = Graph()
    for name in ("kamergraaf.ttl", "concepts.ttl", "cube.ttl"):
        graph.parse(resource("ontology", name))
    return graph


def _kinds(graph: Graph, term: Node) -> set[Node]:
    return {kind for kind in graph.objects(term, RDF.type) if kind in KINDS}


def test_every_term_in_an_axiom_is_declared_as_one_kind(terms: Graph) -> None:
    used: set[Node] = set()
    for axiom in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, SDO.domainIncludes):
        for subject, value in terms.subject_objects(axiom):
            used |= {subject, value}
    assert len(used) > 60
    assert {str(term): len(_kinds(terms, term)) for term in used - BUILT_IN} == {str(t): 1 for t in used - BUILT_IN}


def test_a_property_and_the_one_above_it_lead_to_the_same_kind_of_end(terms: Graph) -> None:
    pairs = list(terms.subject_objects(RDFS.subPropertyOf))
    assert len(pairs) >= 10
    for own, above in pairs:
        assert _kinds(terms, own) == _kinds(terms, above), (own, above)
    for own in terms.subjects(RDF.type, OWL.DatatypeProperty):
        for end in terms.objects(own, RDFS.range):
            assert end in BUILT_IN or end == XSD.date, own


def test_each_property_of_ours_has_a_place_beside_a_known_term(terms: Graph) -> None:
    for own in set(terms.subjects(RDF.type, RDF.Property)):
        near = [*terms.objects(own, RDFS.subPropertyOf), *terms.objects(own, RDFS.seeAlso)]
        assert len(near) == 1, own
        assert not str(near[0]).startswith(KG)


def test_each_term_says_of_what_it_is_said(terms: Graph) -> None:
    for own in set(terms.subjects(RDF.type, RDF.Property)):
        one, several = list(terms.objects(own, RDFS.domain)), list(terms.objects(own, SDO.domainIncludes))
        assert len(one) == 1 or len(several) > 1 or str(own) == f"{KG}sha256", own
        assert not (one and several), own


def test_nothing_of_ours_is_named_that_is_not_described(everything: Graph) -> None:
    named = {str(node) for triple in everything for node in triple if str(node).startswith((KG, f"{BASE}id/"))}
    described = {str(subject) for subject in everything.subjects()}
    assert named - described == {f"{KG}0.1.0"}


def test_nothing_is_described_twice() -> None:
    subjects: Counter[Node] = Counter()
    for name in ("kamergraaf.ttl", "concepts.ttl", "cube.ttl"):
        subjects.update(set(Graph().parse(resource("ontology", name)).subjects()))
    assert {str(term) for term, count in subjects.items() if count > 1} == set()


def test_concepts_keep_the_conditions_of_skos() -> None:
    quads = published(BASE, (Rule("a", "een", "one", "1 dijk"),))
    whole = Graph().parse(serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES), format="nt")
    assert list(whole.objects(URIRef(f"{KG}rule/a"), SKOS.topConceptOf)) == [URIRef(f"{KG}rules")]
    concepts = set(whole.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) > 90
    for concept in concepts:
        languages = Counter(getattr(label, "language", None) for label in whole.objects(concept, SKOS.prefLabel))
        assert languages == {"nl": 1, "en": 1}, concept
        (scheme,) = whole.objects(concept, SKOS.inScheme)
        assert (concept, SKOS.topConceptOf, scheme) in whole, concept
        assert (scheme, RDF.type, SKOS.ConceptScheme) in whole, scheme
    for matched in whole.objects(None, SKOS.exactMatch):
        assert not str(matched).startswith(BASE)


def test_notations_are_unique_in_their_scheme(everything: Graph) -> None:
    named = Counter(
        (scheme, str(notation))
        for concept, notation in everything.subject_objects(SKOS.notation)
        for scheme in everything.objects(concept, SKOS.inScheme)
    )
    assert set(named.values()) == {1}


def test_the_structure_of_the_cube_is_complete(everything: Graph) -> None:
    structure = URIRef(f"{KG}structure")
    components = set(everything.objects(structure, QB.component))
    orders = sorted(int(str(order)) for part in components for order in everything.objects(part, QB.order))
    assert orders == list(range(1, len(components) + 1))
    for part in components:
        (prop,) = [
            value for kind in (QB.dimension, QB.measure, QB.attribute) for value in everything.objects(part, kind)
        ]
        kind = {QB.dimension: QB.DimensionProperty, QB.measure: QB.MeasureProperty, QB.attribute: QB.AttributeProperty}
        (role,) = [role for role in kind if (part, role, prop) in everything]
        assert (prop, RDF.type, kind[role]) in everything
        assert len(list(everything.objects(prop, QB.concept))) == 1, prop
        if role == QB.dimension:
            assert len(list(everything.objects(prop, RDFS.range))) == 1
        if role == QB.attribute:
            assert everything.value(part, QB.componentAttachment) == QB.Observation
            assert everything.value(part, QB.componentRequired) is not None
        if (prop, RDF.type, QB.CodedProperty) in everything:
            (codes,) = everything.objects(prop, QB.codeList)
            assert (codes, RDF.type, SKOS.ConceptScheme) in everything


def test_the_ontology_says_who_made_it_and_under_which_licence(terms: Graph) -> None:
    own = URIRef(KG)
    for said in (DCTERMS.title, DCTERMS.description, DCTERMS.license, OWL.versionIRI, OWL.versionInfo, RDFS.label):
        assert list(terms.objects(own, said)), said
