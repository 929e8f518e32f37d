"""Metadata of the tables as CSV on the Web: what each column says, its type, and the triple that a cell stands for.

Source: Metadata Vocabulary for Tabular Data, W3C Recommendation 17 December 2015, sections 5.3 to 5.6.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.describe.terms import prefixes
from graph.export.meanings import TITLES, meaning
from graph.export.tables import TABLES, Column, Table, Type

CONTEXT = "http://www.w3.org/ns/csvw"
MEDIA_TYPE = "application/csvm+json"
_LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
_DATATYPES: Mapping[Type, str] = {
    Type.TEXT: "string",
    Type.INTEGER: "integer",
    Type.NUMBER: "decimal",
    Type.DATE: "date",
    Type.BOOLEAN: "boolean",
}
_DUTCH = frozenset({"committee", "title", "text", "answer", "indicator", "label", "reason"})
"""The columns with text that the graph says is Dutch."""

_REFERENCES = {
    "questions": ("document",),
    "statistics": ("document",),
    "mentions": ("document",),
    "nonanswers": ("document",),
}
"""The columns of each table that name a row of the table of papers."""


def table_metadata(table: Table, base: str, url: str) -> dict[str, object]:
    """Describe one table; complete in itself.

    Args:
        table: which.
        base: the base IRI of the data.
        url: of the CSV file, absolute or seen from the metadata.
    """
    return {"@context": [CONTEXT, {"@language": "en"}], **_table(table, base, url), "dialect": _DIALECT}


def group_metadata(base: str, urls: Mapping[str, str]) -> dict[str, object]:
    """Describe all tables together, with what leads from one to another.

    Args:
        base: the base IRI of the data.
        urls: of the CSV file of each table, by the table's name.
    """
    found = []
    for name, url in urls.items():
        described = _table(TABLES[name], base, url)
        schema = described["tableSchema"]
        if name in _REFERENCES and "documents" in urls and isinstance(schema, dict):
            target = {"resource": urls["documents"], "columnReference": "document"}
            schema["foreignKeys"] = [{"columnReference": each, "reference": target} for each in _REFERENCES[name]]
        found.append(described)
    return {"@context": [CONTEXT, {"@language": "en"}], "dc:license": {"@id": _LICENCE}, "dialect": _DIALECT,
            "tables": found}  # fmt: skip


_DIALECT = {"encoding": "utf-8", "delimiter": ",", "header": True, "lineTerminators": ["\r\n", "\n"]}
"""What `graph.export.write` writes."""


def _table(table: Table, base: str, url: str) -> dict[str, object]:
    return {
        "url": url,
        "dc:title": TITLES[table.name],
        "dc:license": {"@id": _LICENCE},
        "tableSchema": {
            "columns": list(_columns(table, base)),
            "aboutUrl": "{+iri}",
            "primaryKey": "iri",
        },
    }


def _columns(table: Table, base: str) -> Iterable[dict[str, object]]:
    for column in table.columns:
        yield _column(table, column, base)


def _column(table: Table, column: Column, base: str) -> dict[str, object]:
    said = meaning(table, column)
    found: dict[str, object] = {"name": column.name, "titles": column.name, "dc:description": said.words}
    kind = _DATATYPES[column.type]
    found["datatype"] = "anyURI" if column.name == "iri" or column.name.endswith("_iri") else kind
    if column.name in _DUTCH:
        found["lang"] = "nl"
    if column.name in ("document", "iri"):
        found["required"] = True
    if said.term:
        prefix, _, local = said.term.partition(":")
        found["propertyUrl"] = prefixes(base)[prefix] + local
    else:
        found["suppressOutput"] = True
    if said.about:
        found["aboutUrl"] = _template(said.about, base)
    if said.thing:
        found["valueUrl"] = _template(said.thing, base)
    return found


def _template(text: str, base: str) -> str:
    """Fill in the base; what stands in doubled braces is left for the reader of the metadata."""
    return text.format(base=base)
