"""`kamergraaf remove`: withdraw a document."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.cli.common import StoreOption, settings_of, store_of

EXAMPLES = (
    'kamergraaf remove kst-36800-XX-7 --reason "published by mistake"',
    "kamergraaf remove kst-36800-XX-6 --replaced-by kst-36800-XX-7",
    "kamergraaf build kst-36800-XX-7.txt --restore",
)


def remove(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The document, such as kst-36800-XX-7.")],
    store: StoreOption = None,
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why: visitors of its address are told.")
    ] = "",
    replaced_by: Annotated[
        str, typer.Option("--replaced-by", metavar="ID", help="The document that its address leads to from then on.")
    ] = "",
) -> None:
    """Withdraw a document from the store: its address answers 410 from then on, and builds keep it out.

    With --replaced-by it answers 301 and leads to the other document.
    """
    from graph.build import remove as withdraw

    settings = settings_of(store)
    withdraw(identifier, reason, settings, store_of(settings), replaced_by=replaced_by)
    typer.echo(f"{identifier}: withdrawn")
