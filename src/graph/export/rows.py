"""The rows of a table, from the store by SPARQL: plain values in the order of the table's columns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pyoxigraph import Literal

from graph.describe.terms import PREFIXES
from graph.describe.units import UNITS
from graph.export.tables import Column, Table, Type
from graph.store.base import Reader, Term

Value = str | int | Decimal | bool | date | None

_WORDS = {iri: word for word, iri in UNITS.items()}


def query_of(table: Table, base: str) -> str:
    """Give the query that fills a table.

    Args:
        table: which.
        base: the base IRI of the store.
    """
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in {"kg": f"{base}def/", **PREFIXES}.items())
    variables = " ".join(f"?{column.name}" for column in table.columns)
    where = table.where.replace("{base}", base)
    return f"{prefixes}SELECT {variables} WHERE {{\n    {where}\n}}\nORDER BY {' '.join(f'?{n}' for n in table.order)}"


def rows(table: Table, reader: Reader, base: str) -> Iterator[tuple[Value, ...]]:
    """Give the rows of a table, in an order that stays."""
    for row in reader.query(query_of(table, base)).rows():
        yield tuple(_value(cell, column) for cell, column in zip(row, table.columns, strict=True))


def _value(cell: Term | None, column: Column) -> Value:
    if cell is None:
        return None
    text = cell.value if not hasattr(cell, "subject") else str(cell)
    if column.name == "unit":
        return _WORDS.get(text) or text.rpartition("/")[2].replace("-", " ")
    if not isinstance(cell, Literal):
        return text
    match column.type:
        case Type.INTEGER:
            return int(text)
        case Type.NUMBER:
            return Decimal(text)
        case Type.DATE:
            return date.fromisoformat(text)
        case Type.BOOLEAN:
            return text == "true"
        case _:
            return text
