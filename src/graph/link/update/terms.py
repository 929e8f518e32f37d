"""The words of RDF that the registers use, and small acts on one thing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pyoxigraph import Literal, NamedNode

from graph.registers import DEFAULT_BASE

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DCT = "http://purl.org/dc/terms/"
_ORG = "http://www.w3.org/ns/org#"
_ELI = "http://data.europa.eu/eli/ontology#"
_SCHEMA = "https://schema.org/"
_XSD_DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")

CLASS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL, ALT_LABEL, NOTATION = f"{_SKOS}prefLabel", f"{_SKOS}altLabel", f"{_SKOS}notation"
IDENTIFIER, TYPE, REPLACED_BY = f"{_DCT}identifier", f"{_DCT}type", f"{_DCT}isReplacedBy"
SAME_AS = "http://www.w3.org/2002/07/owl#sameAs"
SEE_ALSO = "http://www.w3.org/2000/01/rdf-schema#seeAlso"
PAGE = "http://xmlns.com/foaf/0.1/page"
BEGIN, END, AREA = f"{_SCHEMA}foundingDate", f"{_SCHEMA}dissolutionDate", f"{_SCHEMA}areaServed"
IN_FORCE, NO_LONGER = f"{_ELI}first_date_entry_in_force", f"{_ELI}date_no_longer_in_force"
LEGAL_RESOURCE = f"{_ELI}LegalResource"
ORGANISATION_CLASSES = (f"{_ORG}Organization", f"{_ORG}FormalOrganization")
PLACE_CLASSES = (f"{_DCT}Location", f"{_SCHEMA}AdministrativeArea")
TOOI = "https://identifier.overheid.nl/tooi/def/ont/"
ORGANISATION, PLACE, LAW = (f"{DEFAULT_BASE}id/{name}/" for name in ("organisation", "place", "law"))
KIND = f"{DEFAULT_BASE}def/kind/"

Thing = dict[str, set[NamedNode | Literal]]
"""What is said of one thing: for each predicate its values."""

Things = dict[str, Thing]
"""Things by IRI."""


def copy(thing: Thing) -> Thing:
    """Give a thing that can be changed without changing the first."""
    return {predicate: set(values) for predicate, values in thing.items()}


def texts(thing: Thing, predicate: str) -> set[str]:
    """Give the words of a property, those in Dutch and those without a language."""
    values = thing.get(predicate, ())
    return {value.value for value in values if isinstance(value, Literal) and value.language in (None, "nl")}


def addresses(thing: Thing, predicate: str) -> set[str]:
    """Give the IRIs that a property leads to."""
    return {value.value for value in thing.get(predicate, ()) if isinstance(value, NamedNode)}


def put(thing: Thing, predicate: str, value: NamedNode | Literal) -> None:
    """Set a property that has one value."""
    thing[predicate] = {value}


def add_classes(thing: Thing, *classes: str | Iterable[str]) -> None:
    """Add classes."""
    for each in classes:
        found = [each] if isinstance(each, str) else each
        thing.setdefault(CLASS, set()).update(map(NamedNode, found))


def rename(thing: Thing, label: str, official: set[str], names: set[str]) -> None:
    """Give a thing its official name, and add other names; a label that was official already stays.

    Args:
        thing: what is named.
        label: the official name.
        official: what counts as an official name as well.
        names: all names that it has.
    """
    held = thing.get(LABEL, set())
    dutch = {value for value in held if isinstance(value, Literal) and value.language == "nl"}
    old = {value.value for value in dutch}
    if not old & {label, *official}:
        thing[LABEL] = (held - dutch) | {Literal(label, language="nl")}
    chosen = texts(thing, LABEL)
    others = (texts(thing, ALT_LABEL) | names | old | {label}) - chosen - {""}
    if others:
        thing[ALT_LABEL] = {Literal(name, language="nl") for name in others}


def date_literal(day: date) -> Literal:
    """Give a day as RDF has it."""
    return Literal(day.isoformat(), datatype=_XSD_DATE)
