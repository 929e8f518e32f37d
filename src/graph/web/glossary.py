"""What the pages about ontology and shapes list: terms, concepts, and what is asked of each class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import Literal

from graph.web.view import View


@dataclass(frozen=True)
class Words:
    """A text in both languages, empty where there is none."""

    nl: str = ""
    en: str = ""


@dataclass(frozen=True)
class Near:
    """What a term is related to: how, and to which."""

    label: str
    things: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Term:
    """A class or a property of ours.

    Attributes:
        iri: of the term.
        name: at the end of its IRI, which is also its place on the page.
        kind: of term, in Dutch.
        label, definition: in both languages.
        near: what it is related to.
    """

    iri: str
    name: str
    kind: str
    label: Words
    definition: Words
    near: tuple[Near, ...]


@dataclass(frozen=True)
class Scheme:
    """A list of concepts, each with its IRI, notation, label and definition or example."""

    iri: str
    name: str
    label: Words
    concepts: tuple[tuple[str, str, Words, str], ...]


@dataclass(frozen=True)
class Shape:
    """What is asked of a class: by its own shape and by those of its properties."""

    iri: str
    name: str
    label: Words
    target: tuple[str, str] | None
    asks: tuple[tuple[str, str, Words], ...]


_KINDS = (
    ("owl:Class", "klasse"),
    ("owl:ObjectProperty", "eigenschap die naar een ding leidt"),
    ("owl:DatatypeProperty", "eigenschap met een waarde"),
)
_NEAR = (
    ("is ook een", "rdfs:subClassOf"),
    ("zegt ook", "rdfs:subPropertyOf"),
    ("staat bij", "rdfs:domain"),
    ("staat bij", "schema:domainIncludes"),
    ("waarde", "rdfs:range"),
    ("lijst", "qb:codeList"),
    ("zie ook", "rdfs:seeAlso"),
)


def words(view: View, iri: str, name: str) -> Words:
    """Give a text of a thing in both languages."""
    texts = {term.language: term.value for term in view.terms(iri, name) if isinstance(term, Literal)}
    return Words(texts.get("nl", ""), texts.get("en", ""))


def terms(view: View) -> list[Term]:
    """Give our classes and properties: classes first, each kind by name."""
    found = []
    for kind, label in _KINDS:
        for iri in view.of_type(kind):
            if view.one(iri, "rdfs:isDefinedBy"):
                near = tuple(Near(said, things) for said, name in _NEAR if (things := _named(view, iri, name)))
                texts = words(view, iri, "rdfs:label"), words(view, iri, "skos:definition")
                found.append(Term(iri, view.tail(iri), label, *texts, near))
    return found


def schemes(view: View) -> list[Scheme]:
    """Give the lists of concepts, by name, without those that papers fill."""
    found = []
    for scheme in view.of_type("skos:ConceptScheme"):
        concepts = tuple(
            (iri, view.one(iri, "skos:notation") or "", words(view, iri, "skos:prefLabel"), _about(view, iri))
            for iri in view.subjects("skos:inScheme", scheme)
        )
        if concepts:
            found.append(Scheme(scheme, view.tail(scheme), _label(view, scheme), concepts))
    return found


def shapes(view: View) -> list[Shape]:
    """Give the shapes of classes, each with what it asks of their properties."""
    found = []
    for iri in view.of_type("sh:NodeShape"):
        target = view.one(iri, "sh:targetClass")
        parts: Sequence[str] = view.all(iri, "sh:property")
        asks = tuple(
            (path, view.tail(path), words(view, part, "sh:message"))
            for part in parts
            if (path := view.one(part, "sh:path")) is not None
        )
        named = (target, view.tail(target)) if target else None
        found.append(Shape(iri, iri.rpartition("/")[2], _label(view, iri), named, asks))
    return found


def _named(view: View, iri: str, name: str) -> tuple[tuple[str, str], ...]:
    return tuple((value, view.tail(value)) for value in view.all(iri, name))


def _label(view: View, iri: str) -> Words:
    found = words(view, iri, "rdfs:label")
    return found if found.nl else words(view, iri, "skos:prefLabel")


def _about(view: View, iri: str) -> str:
    """Give what a concept is in Dutch, or the phrase that it is for."""
    return words(view, iri, "skos:definition").nl or words(view, iri, "skos:example").nl
