"""Describes the data set as a whole: what it is, its licence, whose registers it builds on, and who publishes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Quad

import graph
from graph.describe.facts import data_set
from graph.describe.iris import Iris
from graph.describe.linksets import describe_linksets
from graph.describe.paper import software
from graph.describe.statements import Statements
from graph.describe.terms import Terms

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
ATTRIBUTION = {
    "nl": "Organisaties: waardelijsten TOOI van KOOP. Landen: GeoNames, CC BY 4.0.",
    "en": "Organisations: TOOI value lists of KOOP. Countries: GeoNames, CC BY 4.0.",
}
"""What the sources of the registers ask to be said of them, beside the licence of our own data."""


@dataclass(frozen=True)
class Publisher:
    """Who publishes the data and whom to ask; what an operator has not set stays unsaid."""

    name: str | None = None
    iri: str | None = None
    contact_name: str | None = None
    contact_email: str | None = None


def describe_catalogue(base: str, publisher: Publisher, links: Iterable[Quad] = ()) -> list[Quad]:
    """Give the catalogue's statements.

    Args:
        base: the base IRI, ending in a slash.
        publisher: who publishes; nothing of it is invented.
        links: the statements whose links to other data sets are counted.
    """
    iris = Iris(base)
    to = Statements(Terms(base), iris.graph("catalogue"))
    catalogue, dataset = iris.thing("catalogue", "kamergraaf"), iris.thing("dataset", "kamergraaf")
    to.a(catalogue, "dcat:Catalog")
    to.say(catalogue, "dcterms:title", to.text("Kamergraaf", "nl"))
    to.say(catalogue, "dcat:dataset", dataset, data_set(base))
    to.a(dataset, "dcat:Dataset", "void:Dataset")
    to.say(dataset, "dcterms:title", to.text("Antwoorden van ministers als data", "nl"))
    to.say(dataset, "dcterms:title", to.text("Answers of ministers as data", "en"))
    to.say(
        dataset, "dcterms:description", to.text("Elk cijfer, elke naam en elke wet in antwoorden aan de Kamer.", "nl")
    )
    to.say(dataset, "dcterms:description", to.text("Every figure, name and law in answers to parliament.", "en"))
    to.say(dataset, "dcterms:license", CC0)
    for language, words in ATTRIBUTION.items():
        to.say(dataset, "dcterms:rights", to.text(words, language))
    _publisher(to, iris, (catalogue, dataset), publisher)
    describe_linksets(to, iris, dataset, links)
    made_by = software(base)
    to.a(made_by, "prov:SoftwareAgent")
    to.say(made_by, "rdfs:label", to.text(f"Kamergraaf {graph.__version__}"))
    to.say(made_by, "schema:softwareVersion", to.text(graph.__version__))
    return sorted(to.quads(), key=str)


def _publisher(to: Statements, iris: Iris, published: tuple[str, ...], publisher: Publisher) -> None:
    """Say who publishes and whom to ask, as far as it is known."""
    if publisher.name or publisher.iri:
        agent = publisher.iri or iris.thing("agent", "publisher")
        to.a(agent, "foaf:Agent")
        to.say(agent, "foaf:name", to.text(publisher.name) if publisher.name else None)
        for thing in published:
            to.say(thing, "dcterms:publisher", agent)
    if publisher.contact_name or publisher.contact_email:
        contact = iris.thing("agent", "contact")
        to.a(contact, "vcard:Kind")
        to.say(contact, "vcard:fn", to.text(publisher.contact_name) if publisher.contact_name else None)
        to.say(contact, "vcard:hasEmail", f"mailto:{publisher.contact_email}" if publisher.contact_email else None)
        for thing in published:
            to.say(thing, "dcat:contactPoint", contact)
