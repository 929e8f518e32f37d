"""What the server offers of the data, as tables: its services and its files, with their names in the lists of the EU.

Formats stand in the file types of the EU Publications Office, media types at IANA.
"""

from __future__ import annotations

from dataclasses import dataclass

FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/"
MEDIA_TYPE = "https://www.iana.org/assignments/media-types/"
GZIP = f"{MEDIA_TYPE}application/gzip"


@dataclass(frozen=True)
class File:
    """A file to take away.

    Attributes:
        name: of the file, which is also the end of its address.
        title_nl, title_en: what it is.
        file_type: its format, in the file types of the EU.
        media_type: what it is when it is unpacked.
        packed: whether it is packed with gzip.
        figures: whether it has the figures alone, so that it belongs to the cube.
    """

    name: str
    title_nl: str
    title_en: str
    file_type: str
    media_type: str
    packed: bool = False
    figures: bool = False


def _dataset(suffix: str, label: str, file_type: str, media_type: str) -> File:
    return File(f"kamergraaf.{suffix}.gz", f"Alles als {label}", f"All of it as {label}", file_type, media_type, True)


def _tables(table: str, dutch: str, english: str) -> tuple[File, File]:
    figures = table == "statistics"
    return (
        File(f"{table}.csv", f"{dutch}: tabel (CSV)", f"{english}: table (CSV)", "CSV", "text/csv", False, figures),
        File(
            f"{table}.parquet",
            f"{dutch}: tabel (Parquet)",
            f"{english}: table (Parquet)",
            "PARQUET",
            "application/vnd.apache.parquet",
            False,
            figures,
        ),
    )


FILES = (
    _dataset("nq", "N-Quads", "RDF_N_QUADS", "application/n-quads"),
    _dataset("trig", "TriG", "RDF_TRIG", "application/trig"),
    _dataset("ttl", "Turtle", "RDF_TURTLE", "text/turtle"),
    _dataset("nt", "N-Triples", "RDF_N_TRIPLES", "application/n-triples"),
    _dataset("jsonld", "JSON-LD", "JSON_LD", "application/ld+json"),
    _dataset("rdf", "RDF/XML", "RDF_XML", "application/rdf+xml"),
    *_tables("documents", "Documenten", "Documents"),
    *_tables("questions", "Vragen met hun antwoorden", "Questions with their answers"),
    *_tables("statistics", "Cijfers", "Figures"),
    *_tables("mentions", "Genoemde namen", "Names that are mentioned"),
    *_tables("nonanswers", "Wat niet te beantwoorden was", "What could not be answered"),
)
"""Every file that there can be; those in Parquet are there only where the library that writes them is installed."""


@dataclass(frozen=True)
class Service:
    """A service on the data.

    Attributes:
        slug: its name in our addresses; also the end of its address on the server.
        title_nl, title_en, description_nl, description_en: what it is.
        standard: the specification that it keeps to.
        standard_title: what that is called.
    """

    slug: str
    title_nl: str
    title_en: str
    description_nl: str
    description_en: str
    standard: str
    standard_title: str


SERVICES = (
    Service(
        "sparql",
        "SPARQL-endpoint van Kamergraaf",
        "SPARQL endpoint of Kamergraaf",
        "Beantwoordt vragen in SPARQL 1.1 over alle gegevens; het leest alleen.",
        "Answers queries in SPARQL 1.1 over all data; it only reads.",
        "https://www.w3.org/TR/sparql11-protocol/",
        "SPARQL 1.1 Protocol",
    ),
    Service(
        "reconcile",
        "Reconciliatiedienst van Kamergraaf",
        "Reconciliation service of Kamergraaf",
        "Zoekt bij een lijst namen de organisaties, posten, wetten en landen van Kamergraaf.",
        "Matches a list of names with the organisations, posts, laws and countries of Kamergraaf.",
        "https://reconciliation-api.github.io/specs/0.2/",
        "Reconciliation Service API 0.2",
    ),
)
"""The services that the catalogue has: each describes itself at its own address."""
