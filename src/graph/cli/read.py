"""`kamergraaf read`: what is understood of one document, without a store."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.common import settings_of
from graph.cli.progress import pages

if TYPE_CHECKING:
    from graph.model import Understanding

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
    from graph.build.work import NO_PAPER, is_paper, registers
    from graph.deadline import deadline
    from graph.errors import ReadError
    from graph.pipeline import understand

    settings = settings_of()
    with deadline(settings.read_seconds, str(file)), pages() as progress:
        paper = load(file)
        understanding = understand(
            paper.data,
            paper.path.name,
            registers(),
            metadata=paper.metadata,
            identifier=identifier,
            progress=progress,
        )
    for line in _lines(understanding, format, settings.base_iri, with_text):
        typer.echo(line)
    if not is_paper(understanding):
        raise ReadError(str(file), NO_PAPER)


def _lines(understanding: Understanding, format: Format, base: str, with_text: bool) -> Iterable[str]:
    """Give what is shown."""
    if format is Format.JSON:
        import json

        from graph.describe.record import record

        return [json.dumps(record(understanding, base, with_text=with_text), ensure_ascii=False, indent=2)]
    from graph.cli.summary import summary

    return summary(understanding)
