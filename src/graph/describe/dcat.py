"""Describes the catalogue and its two data sets: everything, and the figures alone (DCAT-AP-NL 3.0)."""

from __future__ import annotations

from graph.describe.entry import (
    ATTRIBUTION,
    CC0,
    CC0_NL,
    ENGLISH,
    EU_LISTS,
    GOVERNMENT,
    IRREGULAR,
    NETHERLANDS,
    PUBLIC,
    THEMES,
    Catalogue,
    Entries,
)
from graph.describe.offers import GZIP, SERVICES
from graph.describe.paper import DUTCH
from graph.describe.statements import Statements

_KINDS = (
    (DUTCH, "dcterms:LinguisticSystem"),
    (ENGLISH, "dcterms:LinguisticSystem"),
    (NETHERLANDS, "dcterms:Location"),
    (PUBLIC, "dcterms:RightsStatement"),
    (IRREGULAR, "dcterms:Frequency"),
    (CC0, "dcterms:LicenseDocument"),
    (CC0_NL, "dcterms:LicenseDocument"),
    (GOVERNMENT, "skos:Concept"),
    (THEMES, "skos:ConceptScheme"),
    (GZIP, "dcterms:MediaType"),
)
"""What the things are that others have named: profiles of DCAT ask for it, and so nobody needs to fetch them."""


def describe_catalogue_itself(to: Statements, about: Catalogue) -> None:
    """Describe the catalogue."""
    entries, iri = Entries(to, about), about.itself
    to.a(iri, "dcat:Catalog")
    entries.titled(iri, "Catalogus van Kamergraaf", "Catalogue of Kamergraaf")
    entries.described(
        iri, "De gegevens van Kamergraaf en hoe zij te krijgen zijn.", "The data of Kamergraaf and how to get it."
    )
    entries.published(iri)
    entries.dated(iri)
    to.say(iri, "dcat:dataset", about.dataset, about.figures)
    to.say(iri, "dcat:service", *(entries.iris.thing("service", service.slug) for service in SERVICES))
    to.say(iri, "dcterms:language", DUTCH, ENGLISH)
    to.say(iri, "dcterms:license", CC0_NL)
    to.say(iri, "dcterms:rights", about.rights)
    to.say(iri, "dcterms:spatial", NETHERLANDS)
    to.say(iri, "dcat:themeTaxonomy", THEMES)
    to.say(iri, "foaf:homepage", about.server)
    to.a(about.server, "foaf:Document")
    to.a(about.rights, "dcterms:RightsStatement")
    to.say(about.rights, "rdfs:label", *(to.text(words, language) for language, words in ATTRIBUTION.items()))


def describe_datasets(to: Statements, about: Catalogue) -> None:
    """Describe the data set, and the cube of figures, which is a data set of its own and a part of the whole."""
    entries = Entries(to, about)
    to.a(about.dataset, "dcat:Dataset", "void:Dataset")
    entries.titled(about.dataset, "Antwoorden van ministers als data", "Answers of ministers as data")
    entries.described(
        about.dataset,
        "Elk cijfer, elke naam en elke wet in antwoorden aan de Kamer.",
        "Every figure, name and law in answers to parliament.",
    )
    to.a(about.figures, "dcat:Dataset")
    entries.titled(about.figures, "Cijfers uit antwoorden", "Figures from answers")
    entries.described(
        about.figures,
        "Elk cijfer in de antwoorden van bewindspersonen, met de woorden waarop het steunt.",
        "Every figure in the answers of ministers, with the words that it rests on.",
    )
    to.say(about.figures, "dcterms:isPartOf", about.dataset)
    for iri in (about.dataset, about.figures):
        entries.published(iri)
        entries.found(iri)
        entries.dated(iri)
        _scope(entries, iri)


def _scope(entries: Entries, iri: str) -> None:
    """Say where and when a data set is about, what it keeps to, how often it changes, and which publication it is."""
    to, about = entries.to, entries.about
    to.say(iri, "dcterms:license", CC0)
    to.say(iri, "dcterms:rights", about.rights)
    to.say(iri, "dcterms:spatial", NETHERLANDS)
    to.say(iri, "dcterms:accrualPeriodicity", IRREGULAR)
    to.say(iri, "foaf:page", f"{about.server}doc/def")
    to.a(f"{about.server}doc/def", "foaf:Document")
    to.say(iri, "dcterms:conformsTo", *(standard for standard, _ in about.standards))
    if about.first:
        period = entries.iris.thing("period", f"{about.first}--{about.last}")
        to.a(period, "dcterms:PeriodOfTime")
        to.say(period, "dcat:startDate", to.typed(about.first, "xsd:date"))
        to.say(period, "dcat:endDate", to.typed(about.last, "xsd:date"))
        to.say(iri, "dcterms:temporal", period)
    if about.edition is not None:
        to.say(iri, "dcat:version", to.text(str(about.edition.number)))


def in_a_list(to: Statements, iri: str) -> None:
    """Say in which list of the EU Publications Office a value stands: its address begins that of the value."""
    scheme = iri.rpartition("/")[0]
    if scheme.startswith(EU_LISTS) and iri != THEMES:
        to.say(iri, "skos:inScheme", scheme)


def describe_what_others_named(to: Statements, about: Catalogue) -> None:
    """Say what the things are that others have named, as far as entries point to them."""
    for iri, kind in _KINDS:
        to.a(iri, kind)
        in_a_list(to, iri)
    to.say(GOVERNMENT, "skos:prefLabel", to.text("Overheid en publieke sector", "nl"))
    to.say(GOVERNMENT, "skos:prefLabel", to.text("Government and public sector", "en"))
    to.say(
        THEMES, "dcterms:title", to.text("Datasetthema's van de EU", "nl"), to.text("Dataset themes of the EU", "en")
    )
    standards = ((service.standard, service.standard_title) for service in SERVICES)
    for iri, title in (*about.standards, *standards):
        to.a(iri, "dcterms:Standard")
        to.say(iri, "dcterms:title", to.text(title, "en"))
