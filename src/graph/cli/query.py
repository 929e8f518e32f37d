"""`kamergraaf query`: SPARQL on the store."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.common import StoreOption, bytes_out, reader_of, settings_of
from graph.errors import QueryError

if TYPE_CHECKING:
    from pyoxigraph import QueryResultsFormat, RdfFormat

    from graph.store.base import Result

EXAMPLES = (
    "kamergraaf query 'SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g'",
    "kamergraaf query figures.rq --format csv > figures.csv",
    "kamergraaf query 'DESCRIBE <https://w3id.org/kamergraaf/id/organisation/coa>'",
)


class Format(StrEnum):
    """How the result is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    XML = "xml"
    TURTLE = "turtle"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"
    TRIG = "trig"
    NQUADS = "nquads"


RESULTS = (Format.TABLE, Format.JSON, Format.CSV, Format.TSV, Format.XML)
"""What SELECT and ASK can be written as."""

GRAPHS = (Format.TURTLE, Format.NTRIPLES, Format.JSONLD, Format.RDFXML, Format.TRIG, Format.NQUADS)
"""What CONSTRUCT and DESCRIBE can be written as."""


READABLE = (Format.TURTLE, Format.RDFXML, Format.TRIG)
"""What abbreviates IRIs with prefixes."""


def query(
    query: Annotated[
        str,
        typer.Argument(metavar="FILE|QUERY", help="A file with a query, the query itself, or - for standard input."),
    ],
    format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="How the result is written.", show_default="table, turtle for triples"),
    ] = None,
    store: StoreOption = None,
) -> None:
    """Ask the store a SPARQL query. The default graph is the union of all graphs; nothing can be changed or fetched."""
    from graph.store.base import Form
    from graph.store.queries import Dataset, run

    settings = settings_of(store)
    text = text_of(query)
    with reader_of(settings) as reader:
        result = run(reader, text, Dataset(), settings.service_endpoints)
        triples = result.form is Form.TRIPLES
        chosen = format or (Format.TURTLE if triples else Format.TABLE)
        if chosen not in (GRAPHS if triples else RESULTS):
            possible = ", ".join(GRAPHS if triples else RESULTS)
            raise QueryError(f"--format {chosen}: this query gives {result.form}; choose one of {possible}")
        if chosen is Format.TABLE:
            from graph.cli.table import table

            for line in table(result, settings.base_iri):
                typer.echo(line)
            return
        if triples:
            _write_graph(result, chosen, settings.base_iri)
        else:
            result.write(bytes_out(), _media(chosen))
    if chosen in (Format.JSON, Format.XML):
        typer.echo()


def _write_graph(result: Result, chosen: Format, base: str) -> None:
    """Write triples, IRIs abbreviated where the format can: Turtle is for people."""
    from pyoxigraph import RdfFormat, serialize

    from graph.describe.terms import prefixes

    media = _media(chosen)
    if isinstance(media, RdfFormat):
        serialize(result.triples(), bytes_out(), media, prefixes=prefixes(base) if chosen in READABLE else None)


def _media(chosen: Format) -> QueryResultsFormat | RdfFormat:
    """Give the format of the store for one that is no table."""
    from pyoxigraph import QueryResultsFormat, RdfFormat

    formats: dict[Format, QueryResultsFormat | RdfFormat] = {
        Format.JSON: QueryResultsFormat.JSON,
        Format.CSV: QueryResultsFormat.CSV,
        Format.TSV: QueryResultsFormat.TSV,
        Format.XML: QueryResultsFormat.XML,
        Format.TURTLE: RdfFormat.TURTLE,
        Format.NTRIPLES: RdfFormat.N_TRIPLES,
        Format.JSONLD: RdfFormat.JSON_LD,
        Format.RDFXML: RdfFormat.RDF_XML,
        Format.TRIG: RdfFormat.TRIG,
        Format.NQUADS: RdfFormat.N_QUADS,
    }
    return formats[chosen]


def text_of(query: str) -> str:
    """Give the text of a query: what stands in a file, on standard input, or the argument itself.

    Raises:
        QueryError: when the argument looks like the name of a file that is not there.
    """
    if query == "-":
        return sys.stdin.read().removeprefix("\ufeff")
    if "{" not in query and "\n" not in query and (len(query.split()) < 2 or os.path.exists(query)):
        path = Path(query)
        if not path.is_file():
            raise QueryError(f"{query}: there is no such file, and this is no query")
        try:
            return path.read_text(encoding="utf-8-sig")
        except ValueError as error:
            raise QueryError(f"{query}: is no text in UTF-8") from error
    return query
