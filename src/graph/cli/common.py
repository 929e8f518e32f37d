"""What commands share: their options, how they write, how they show progress."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Protocol

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


LONG = 20
"""From how many pages on a PDF takes long enough to show it."""


class Bar(Protocol):
    """What tells of progress."""

    def say(self, line: str) -> None:
        """Show a line that stays."""

    def step(self) -> None:
        """One more is done."""


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


class _Lines:
    """Progress where nobody watches: the lines alone."""

    def say(self, line: str) -> None:
        typer.echo(line)

    def step(self) -> None:
        """Nothing to show."""


@contextmanager
def progress(label: str, total: int) -> Iterator[Bar]:
    """Show a bar below the lines on a terminal, for work of more than one piece; otherwise lines only."""
    if total < 2 or not sys.stderr.isatty() or not sys.stdout.isatty():
        yield _Lines()
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, transient=True) as shown:
        task = shown.add_task(label, total=total)

        class Shown:
            def say(self, line: str) -> None:
                shown.console.print(line, markup=False, highlight=False, soft_wrap=True)

            def step(self) -> None:
                shown.advance(task)

        yield Shown()


@contextmanager
def pages() -> Iterator[Callable[[int, int], None]]:
    """Show how many pages of a long PDF were read, on a terminal; otherwise nothing."""
    if not sys.stderr.isatty():
        yield lambda page, pages: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TextColumn("pages"))
    with Progress(*columns, transient=True, console=Console(stderr=True)) as shown:
        task = shown.add_task("Reading", total=None, visible=False)
        yield lambda page, pages: shown.update(task, completed=page, total=pages, visible=pages >= LONG)
