"""`kamergraaf remove`: withdraw a document."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.cli.common import StoreOption, settings_of, store_of

EXAMPLES = (
    'kamergraaf remove kst-36800-XX-7 --reason "published by mistake"',
    "kamergraaf build kst-36800-XX-7.txt --restore",
)


def remove(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The document, such as kst-36800-XX-7.")],
    store: StoreOption = None,
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why: visitors of its address are told.")
    ] = "",
) -> None:
    """Withdraw a document from the store: its address answers 410 from then on, and builds keep it out."""
    from graph.build import remove as withdraw

    settings = settings_of(store)
    withdraw(identifier, reason, settings, store_of(settings))
    typer.echo(f"{identifier}: withdrawn")
