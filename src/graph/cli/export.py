"""`kamergraaf export`: a table of the store's content as a file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated

import typer

from graph.cli.common import StoreOption, bytes_out, count, reader_of, settings_of

EXAMPLES = (
    "kamergraaf export statistics > figures.csv",
    "kamergraaf export mentions names.parquet --format parquet",
    "kamergraaf export questions --format jsonl | head -1",
)


class TableName(StrEnum):
    """What can be exported."""

    DOCUMENTS = "documents"
    QUESTIONS = "questions"
    STATISTICS = "statistics"
    MENTIONS = "mentions"
    NONANSWERS = "nonanswers"


class Format(StrEnum):
    """How it is written."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


def export(
    table: Annotated[TableName, typer.Argument(metavar="TABLE", help="Which.")],
    out: Annotated[
        Path | None, typer.Argument(metavar="OUT", help="The file to write.", show_default="standard output")
    ] = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="How it is written.")] = Format.CSV,
    store: StoreOption = None,
) -> None:
    """Write a table of what is in the store. Columns and order stay the same from run to run."""
    from graph.export import TABLES, rows, write
    from graph.files import written_whole

    settings = settings_of(store)
    chosen = TABLES[table]
    with reader_of(settings) as reader:

        def fill(file: IO[bytes]) -> int:
            return write(format, chosen, rows(chosen, reader, settings.base_iri), file)

        if out is None:
            fill(bytes_out())
            return
        with written_whole(out) as file:
            number = fill(file)
    typer.echo(f"{out}: {count(number, 'row')}", err=True)
