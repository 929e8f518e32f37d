"""The ontology keeps the rules that a ROBOT report has (http://robot.obolibrary.org/report), each in both languages."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from graph.describe.entry import CC0, VERSION
from graph.resources import resource

BASE = "https://w3id.org/kamergraaf/"
KG = f"{BASE}def/"
HEADER = URIRef(KG)
LABELS, MEANINGS = (RDFS.label, SKOS.prefLabel), (SKOS.definition,)
LANGUAGES = ("nl", "en")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for name in ("kamergraaf.ttl", "concepts.ttl", "cube.ttl"):
        graph.parse(resource("ontology", name))
    return graph


def ours(graph: Graph) -> set[Node]:
    """Give our classes and properties."""
    return set(graph.subjects(RDFS.isDefinedBy, HEADER))


def texts(graph: Graph, subject: Node, names: tuple[URIRef, ...]) -> list[Literal]:
    found = [value for name in names for value in graph.objects(subject, name)]
    return [value for value in found if isinstance(value, Literal)]


def test_the_header_has_title_description_licence_and_version(ontology: Graph) -> None:
    for name in (DCTERMS.title, DCTERMS.description, RDFS.label):
        assert sorted(str(text.language) for text in texts(ontology, HEADER, (name,))) == ["en", "nl"]
    assert list(ontology.objects(HEADER, DCTERMS.license)) == [URIRef(CC0)]
    assert list(ontology.objects(HEADER, OWL.versionInfo)) == [Literal(VERSION)]
    assert list(ontology.objects(HEADER, OWL.versionIRI)) == [URIRef(KG + VERSION)]
    assert len(list(ontology.subjects(RDF.type, OWL.Ontology))) == 1


def test_nothing_has_to_be_fetched_to_read_it(ontology: Graph) -> None:
    assert list(ontology.objects(None, OWL.imports)) == []


def test_no_term_lacks_a_label_or_has_two_in_a_language(ontology: Graph) -> None:
    named = ours(ontology) | set(ontology.subjects(RDF.type, SKOS.Concept))
    named |= set(ontology.subjects(RDF.type, SKOS.ConceptScheme))
    assert len(named) > 150
    for term in named:
        languages = Counter(text.language for text in texts(ontology, term, LABELS))
        assert languages == dict.fromkeys(LANGUAGES, 1), term


def test_no_two_terms_have_one_label(ontology: Graph) -> None:
    called: defaultdict[tuple[str, str | None], set[Node]] = defaultdict(set)
    for term in ours(ontology):
        for text in texts(ontology, term, LABELS):
            called[str(text), text.language].add(term)
    assert {label: terms for label, terms in called.items() if len(terms) > 1} == {}


def test_each_term_has_one_definition_in_a_language_and_no_other_term_has_the_same(ontology: Graph) -> None:
    meant: Counter[tuple[str, str | None]] = Counter()
    for term in ours(ontology):
        found = texts(ontology, term, MEANINGS)
        assert Counter(text.language for text in found) == dict.fromkeys(LANGUAGES, 1), term
        meant.update((str(text), text.language) for text in found)
    assert {text for text, number in meant.items() if number > 1} == set()


def test_texts_have_no_stray_white_space_and_definitions_are_sentences(ontology: Graph) -> None:
    for subject, name, value in ontology:
        if isinstance(value, Literal) and value.language and name != SKOS.example:
            assert str(value) == " ".join(str(value).split()), (subject, name)
    for term in ours(ontology):
        for text in texts(ontology, term, MEANINGS):
            assert text[0].isupper(), text
            assert text.endswith("."), text


def test_nothing_points_to_a_term_that_is_given_up(ontology: Graph) -> None:
    given_up = set(ontology.subjects(OWL.deprecated, Literal(True)))
    assert not given_up & {end for _, _, end in ontology}


def test_no_term_is_above_itself(ontology: Graph) -> None:
    for relation in (RDFS.subClassOf, RDFS.subPropertyOf):
        for term in set(ontology.subjects(relation)):
            above = set(ontology.transitive_objects(term, relation)) - {term}
            assert term not in {high for each in above for high in ontology.transitive_objects(each, relation)}, term
