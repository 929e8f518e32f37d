"""`kamergraaf read`: what is understood of one document, without a store."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.common import settings_of

EXAMPLES = (
    "kamergraaf read antwoorden.txt",
    "kamergraaf read antwoorden.txt --format json > antwoorden.json",
    "kamergraaf read antwoorden.txt --identifier ah-tk-20242025-593",
)


class Format(StrEnum):
    """How it is shown."""

    TEXT = "text"
    JSON = "json"


def read(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The paper; what stands beside it is used too.")],
    format: Annotated[Format, typer.Option("--format", "-f", help="A readable summary, or one JSON object.")] = (
        Format.TEXT
    ),
    identifier: Annotated[
        str | None, typer.Option("--identifier", metavar="ID", help="Which document it is, above all else.")
    ] = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="Add the whole text to the JSON.")] = False,
) -> None:
    """Show what is understood of one document: header, questions, figures, names, non-answers and what was not read."""
    from graph.build.inputs import load
    from graph.build.work import registers
    from graph.pipeline import understand

    settings = settings_of()
    paper = load(file)
    understanding = understand(paper.data, paper.path.name, registers(), metadata=paper.metadata, identifier=identifier)
    if format is Format.JSON:
        import json

        from graph.describe.record import record

        found = record(understanding, settings.base_iri, with_text=with_text)
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    from graph.cli.summary import summary

    for line in summary(understanding):
        typer.echo(line)
