"""The metadata of the tables: every cell that it gives a property is a triple of the graph."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, NamedNode

from graph.build import build, find
from graph.export import TABLES, Table, Type, rows, write
from graph.export.csvw import group_metadata, table_metadata
from graph.export.meanings import TITLES, meaning
from graph.resources import resource
from graph.settings import Settings
from graph.store import open_store
from graph.store.base import Reader

BASE = "https://w3id.org/kamergraaf/"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """The store with the paper that ships."""
    settings = Settings.load(store=tmp_path_factory.mktemp("csvw") / "store", jobs=1)
    store = open_store(settings.store)
    build(find([resource("data", "documents")]), settings, store)
    with store.reader() as found:
        yield found


def filled(template: str, row: dict[str, str]) -> str:
    """Fill in a template of RFC 6570 as far as the metadata uses them."""
    return re.sub(r"\{\+?(\w+)\}", lambda name: row[name[1]], template)


def columns_of(table: Table) -> list[dict[str, str]]:
    schema = table_metadata(table, BASE, f"{table.name}.csv")["tableSchema"]
    assert isinstance(schema, dict)
    found: list[dict[str, str]] = schema["columns"]
    return found


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_a_cell_with_a_property_is_a_triple_of_the_graph(reader: Reader, table: Table) -> None:
    out = io.BytesIO()
    write("csv", table, rows(table, reader, BASE), out)
    found = list(csv.DictReader(io.StringIO(out.getvalue().decode(), newline="")))
    assert found
    tried = set()
    for row in found[:40]:
        for column in columns_of(table):
            cell = row[column["name"]]
            if "propertyUrl" not in column or not cell:
                continue
            about = filled(column.get("aboutUrl", "{+iri}"), row)
            value = f"<{filled(column['valueUrl'], row)}>" if "valueUrl" in column else None
            query = f"SELECT ?o {{ <{about}> <{column['propertyUrl']}> ?o }}"
            there = [cells[0] for cells in reader.query(query).rows()]
            if value:
                assert NamedNode(value[1:-1]) in there, (column, row)
            else:
                found_there = [(each.value, each.language) for each in there if isinstance(each, Literal)]
                assert (cell, column.get("lang")) in found_there, (column, row, found_there)
            tried.add(column["name"])
    assert len(tried) >= 3


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_every_column_has_its_type_and_words(table: Table) -> None:
    columns = columns_of(table)
    assert [column["name"] for column in columns] == [column.name for column in table.columns]
    for column, described in zip(table.columns, columns, strict=True):
        wanted = {Type.INTEGER: "integer", Type.NUMBER: "decimal", Type.DATE: "date", Type.BOOLEAN: "boolean"}
        assert described["datatype"] == wanted.get(column.type, described["datatype"])
        assert described["datatype"] in {*wanted.values(), "string", "anyURI"}
        assert len(described["dc:description"]) >= 8 and described["titles"] == column.name
        assert meaning(table, column).words == described["dc:description"]
    assert table.name in TITLES


def test_the_group_has_every_table_and_leads_from_each_row_to_its_paper() -> None:
    group = group_metadata(BASE, {name: f"{name}.csv" for name in TABLES})
    tables = group["tables"]
    assert isinstance(tables, list) and [table["url"] for table in tables] == [f"{name}.csv" for name in TABLES]
    for table in tables:
        keys = table["tableSchema"].get("foreignKeys", [])
        assert [key["reference"]["resource"] for key in keys] == (
            [] if table["url"] == "documents.csv" else ["documents.csv"]
        )
