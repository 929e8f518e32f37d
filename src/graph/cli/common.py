"""What commands share: their options, how they write, how they show progress."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from graph.errors import StoreError

if TYPE_CHECKING:
    from graph.build.work import Made
    from graph.settings import Settings
    from graph.store.base import Reader, Store

StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="DIR",
        help="The folder of the store, or sparql+https://… of a server.",
        show_default="setting store",
    ),
]
PathsArgument = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATH", help="Files and folders with papers.", show_default="the paper that ships"),
]
JobsOption = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, help="Documents at the same time.", show_default="number of processors"),
]


def settings_of(store: Path | None = None, **given: object) -> Settings:
    """Read the settings, with what the command line says of them."""
    from graph.settings import Settings

    return Settings.load(store=store, **given)


def store_of(settings: Settings) -> Store:
    """Give the store of these settings."""
    from graph.store import open_store

    return open_store(settings.store)


def reader_of(settings: Settings) -> Reader:
    """Open what these settings publish.

    Raises:
        StoreError: when nothing has been published, or with another base IRI: then nothing would be found in it.
    """
    from graph.store.base import check_base

    reader = store_of(settings).reader()
    try:
        check_base(reader.graphs(), settings.base_iri, settings.store)
    except StoreError:
        reader.close()
        raise
    return reader


def bytes_out() -> IO[bytes]:
    """Give standard output for bytes."""
    sys.stdout.flush()
    return sys.stdout.buffer


def count(number: int, one: str, many: str = "") -> str:
    """Give a number with its word.

    >>> count(1, "document"), count(25100, "figure"), count(0, "reply", "replies")
    ('1 document', '25,100 figures', '0 replies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def printable(name: str) -> str:
    r"""Give a name as it can stand in a line: what would end the line or steer the terminal becomes a question mark.

    >>> printable("kst-1-2.txt"), printable("a\nb\x1b[2J.txt")
    ('kst-1-2.txt', 'a?b?[2J.txt')
    """
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def problem_of(made: Made) -> str:
    """Say why a file could not be read, without its name, which stands before it."""
    return printable(made.problem.removeprefix(f"{made.path}: ").removeprefix(f"{made.path.name}: "))
