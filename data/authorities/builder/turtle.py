"""Subjects with their statements, and the Turtle that they become: sorted, so the same input gives the same bytes."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from graph.registers import slugify

__all__ = [
    "BASE",
    "Graph",
    "addresses",
    "curated",
    "day",
    "iri",
    "is_local",
    "parts",
    "rows",
    "slugify",
    "text",
    "thing",
]

BASE = "https://w3id.org/kamergraaf/"
PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "kg": f"{BASE}def/",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "tooiont": "https://identifier.overheid.nl/tooi/def/ont/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
ORDER = (
    "a skos:prefLabel skos:altLabel skos:hiddenLabel skos:notation dcterms:identifier dcterms:type foaf:name "
    "foaf:familyName org:member org:organization org:postIn org:role kg:post org:memberDuring schema:areaServed "
    "schema:containedInPlace schema:foundingDate schema:dissolutionDate kg:periodStart kg:periodEnd "
    "dcterms:isReplacedBy owl:sameAs rdfs:seeAlso foaf:page"
).split()
_LOCAL = re.compile(r"[A-Za-z][\w-]*")


def iri(address: str) -> str:
    """Write an IRI, percent-encoding the few characters that IRIs in the sources should not carry."""
    return "<" + address.replace(" ", "%20").replace("<", "%3C").replace(">", "%3E").replace('"', "%22") + ">"


def text(words: str, language: str = "") -> str:
    """Write a literal, with its language where it has one."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"' + (f"@{language}" if language else "")


def day(iso: str) -> str:
    """Write a date."""
    return f'"{iso}"^^xsd:date'


def thing(collection: str, slug: str) -> str:
    """Write the IRI of one of our own things."""
    return iri(f"{BASE}id/{collection}/{slug}")


@dataclass
class Graph:
    """Statements by subject."""

    subjects: dict[str, dict[str, set[str]]] = field(default_factory=dict)

    def add(self, subject: str, **statements: str | Iterable[str]) -> None:
        """Add statements; a predicate is written ``skos__prefLabel``, the class ``a``; empty values are passed over."""
        node = self.subjects.setdefault(subject, {})
        for name, value in statements.items():
            values = {value} if isinstance(value, str) else set(value)
            values.discard("")
            if values:
                node.setdefault(name.replace("__", ":"), set()).update(values)

    def write(self, path: Path, title: str) -> None:
        """Write the subjects as Turtle, sorted."""
        body = [self._block(subject) for subject in sorted(self.subjects)]
        used = "".join(body)
        heads = [f"@prefix {name}: <{ns}> ." for name, ns in PREFIXES.items() if f"{name}:" in used]
        path.write_text("\n".join([f"# {title}", *heads, "", *body]), encoding="utf-8")

    def _block(self, subject: str) -> str:
        node = self.subjects[subject]
        lines = [f"    {name} {', '.join(sorted(node[name]))}" for name in sorted(node, key=ORDER.index)]
        return f"{subject}\n" + " ;\n".join(lines) + " .\n"


def rows(path: Path) -> list[dict[str, str]]:
    """Read a table with a head."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {name: unicodedata.normalize("NFC", value or "") for name, value in row.items()}
            for row in csv.DictReader(file)
        ]


def parts(cell: str, separator: str = ";") -> list[str]:
    """Split a cell of several values."""
    return [part.strip() for part in cell.split(separator) if part.strip()]


PUBLISHED = ("verified (IRI", "number/code verified")
LOCAL = "facts verified"


def curated(folder: Path, *sections: str) -> list[dict[str, str]]:
    """Give the curated rows of some sections that may be published, with or without official identifiers."""
    return [
        row
        for row in rows(folder / "identifiers.csv")
        if row["section"][0] in sections and row["status_class"].startswith((*PUBLISHED, LOCAL))
    ]


def is_local(row: dict[str, str]) -> bool:
    """Whether a curated row has no official identifier: it gets only an IRI of our own."""
    return row["status_class"].startswith(LOCAL)


def addresses(row: dict[str, str]) -> list[str]:
    """Give the IRIs of a curated row, the preferred one first; notes in brackets are none."""
    return [value for value in [row["preferred_iri"], *parts(row["same_as"], " ; ")] if _is_address(value)]


def _is_address(value: str) -> bool:
    return value.startswith("http") and " " not in value
