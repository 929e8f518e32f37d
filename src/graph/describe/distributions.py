"""Describes how the data is to be had: its services, and its files with their size and checksum (DCAT-AP-NL 3.0)."""

from __future__ import annotations

from graph.describe.dcat import in_a_list
from graph.describe.entry import CC0_NL, Catalogue, Entries
from graph.describe.offers import FILE_TYPE, FILES, GZIP, MEDIA_TYPE, SERVICES, File
from graph.describe.paper import DUTCH
from graph.describe.statements import Statements

_PACKED = ("Alle uitspraken van alle grafen, ingepakt met gzip.", "All statements of all graphs, packed with gzip.")
_TABLE = (
    "Een rij voor elk; csv-metadata.json zegt wat de kolommen zijn.",
    "One row for each; csv-metadata.json says what the columns are.",
)


def describe_services(to: Statements, about: Catalogue) -> None:
    """Describe the services, and the way to the data through queries as a distribution of each data set."""
    entries = Entries(to, about)
    for service in SERVICES:
        iri, address = entries.iris.thing("service", service.slug), f"{about.server}{service.slug}"
        to.a(iri, "dcat:DataService")
        entries.titled(iri, service.title_nl, service.title_en)
        entries.described(iri, service.description_nl, service.description_en)
        entries.published(iri)
        entries.found(iri)
        to.say(iri, "dcterms:license", CC0_NL)
        to.say(iri, "dcterms:conformsTo", service.standard)
        to.say(iri, "dcat:endpointURL", address)
        to.say(iri, "dcat:endpointDescription", address)
        to.a(address, "rdfs:Resource")  # DCAT-AP asks for the class that everything has
        to.say(iri, "dcat:servesDataset", about.dataset)
    for name, dataset in (("sparql", about.dataset), ("sparql-figures", about.figures)):
        iri = _distribution(entries, name, dataset)
        entries.titled(iri, "Vragen in SPARQL", "Queries in SPARQL")
        entries.described(iri, SERVICES[0].description_nl, SERVICES[0].description_en)
        to.say(iri, "dcat:accessURL", f"{about.server}sparql")
        to.say(iri, "dcat:accessService", entries.iris.thing("service", "sparql"))


def describe_files(to: Statements, about: Catalogue) -> None:
    """Describe the files: those that the server has, or all that there can be."""
    entries = Entries(to, about)
    for file in FILES:
        if about.edition is None or file.name in about.edition.files:
            _file(entries, file)


def _file(entries: Entries, file: File) -> None:
    to, about = entries.to, entries.about
    iri = _distribution(entries, file.name, about.figures if file.figures else about.dataset)
    entries.titled(iri, file.title_nl, file.title_en)
    entries.described(iri, *(_PACKED if file.packed else _TABLE))
    entries.dated(iri)
    to.say(iri, "dcat:accessURL", f"{about.server}download/")
    to.say(iri, "dcat:downloadURL", f"{about.server}download/{file.name}")
    to.a(f"{about.server}download/", "rdfs:Resource")
    to.a(f"{about.server}download/{file.name}", "rdfs:Resource")
    to.say(iri, "dcterms:format", FILE_TYPE + file.file_type)
    to.say(iri, "dcat:mediaType", MEDIA_TYPE + file.media_type)
    to.a(FILE_TYPE + file.file_type, "dcterms:MediaTypeOrExtent")
    in_a_list(to, FILE_TYPE + file.file_type)
    to.a(MEDIA_TYPE + file.media_type, "dcterms:MediaType")
    if file.packed:
        to.say(iri, "dcat:compressFormat", GZIP)
        to.say(about.dataset, "void:dataDump", f"{about.server}download/{file.name}")
    found = about.edition.files.get(file.name) if about.edition else None
    if found is not None:
        checksum = f"{iri}/checksum"
        to.say(iri, "dcat:byteSize", to.typed(str(found.size), "xsd:nonNegativeInteger"))
        to.say(iri, "spdx:checksum", checksum)
        to.a(checksum, "spdx:Checksum")
        to.a(to.terms["spdx:checksumAlgorithm_sha256"].value, "spdx:ChecksumAlgorithm")
        to.say(checksum, "spdx:algorithm", to.terms["spdx:checksumAlgorithm_sha256"])
        to.say(checksum, "spdx:checksumValue", to.typed(found.sha256, "xsd:hexBinary"))


def _distribution(entries: Entries, name: str, dataset: str) -> str:
    """Say what every distribution has; gives its IRI."""
    to, iri = entries.to, entries.iris.thing("distribution", name)
    to.a(iri, "dcat:Distribution")
    to.say(dataset, "dcat:distribution", iri)
    to.say(iri, "dcterms:license", CC0_NL)
    to.say(iri, "dcterms:language", DUTCH)
    to.say(iri, "dcterms:conformsTo", *(standard for standard, _ in entries.about.standards[:2]))
    return iri
