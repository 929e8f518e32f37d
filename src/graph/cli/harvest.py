"""`kamergraaf harvest`: papers from the official services into a folder that `build` reads."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.common import StoreOption, count, printable, settings_of, store_of
from graph.cli.progress import read_of, speeds
from graph.errors import KamergraafError
from graph.harvest.kinds import DEFAULT, Kind, Source

if TYPE_CHECKING:
    from graph.harvest.outcome import Outcome, Totals
    from graph.settings import Settings

EXAMPLES = (
    "kamergraaf harvest --since 2025-09-01 --kind answers --kind lists",
    "kamergraaf harvest --dossier 36800-XX --into papers --dry-run",
    "kamergraaf harvest --withdraw && kamergraaf build papers",
)

SOURCES = (Source.SRU, Source.ODATA)
"""What is asked when nothing is said: both that can be searched."""


def harvest(
    since: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="Papers published or changed on this day or later.",
            show_default="since the last harvest of this choice",
        ),
    ] = None,
    kind: Annotated[
        list[Kind] | None,
        typer.Option(
            metavar="KIND",
            help=f"{', '.join(Kind)}; may be repeated.",
            show_default="all but questions; of a dossier all",
        ),
    ] = None,
    dossier: Annotated[
        list[str] | None,
        typer.Option(metavar="NUMBER", help="Papers of this dossier, as 36800 or 36800-XX; may be repeated."),
    ] = None,
    into: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where to put them.", show_default="setting harvest_folder")
    ] = None,
    source: Annotated[
        list[Source] | None,
        typer.Option(metavar="SERVICE", help=f"{', '.join(Source)}; may be repeated.", show_default="sru, odata"),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would be fetched; write nothing.")] = False,
    full: Annotated[
        bool, typer.Option("--full", help="Read the lists from their beginning and ask for every paper again.")
    ] = False,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="Also withdraw from the store what the services took away.")
    ] = False,
    store: StoreOption = None,
) -> None:
    """Fetch papers from the official publications (SRU) and the Tweede Kamer (OData, SyncFeed) into a folder.

    A run goes on where the last one stopped, and fetches only what is new or changed. Of each paper the best format is
    kept: XML, HTML, DOCX, PDF. Exit code 1 when any failed; the next run tries those again.
    """
    from graph.harvest.listed import Choice
    from graph.harvest.outcome import Telling
    from graph.harvest.start import harvest as run

    settings = settings_of(store, harvest_folder=into)
    dossiers = tuple(map(_dossier, dossier or ()))
    kinds = tuple(kind) if kind else () if dossiers else DEFAULT
    choice = Choice(kinds, dossiers, since.date() if since else None)
    with _working() as working:

        def done(outcome: Outcome) -> None:
            if outcome.fate.told:
                working.line(line_of(outcome, dry=dry_run))

        telling = Telling(done, working.line, working.at)
        totals = run(choice, source or SOURCES, settings, telling, dry=dry_run, full=full)
    if not dry_run:
        totals.failures.extend(_told_gone(settings, withdraw))
    for line in totals_of(totals, settings.harvest_folder, dry=dry_run):
        typer.echo(line)
    if totals.failures or (totals.fresh and not totals.papers):
        raise typer.Exit(1)


def line_of(outcome: Outcome, *, dry: bool) -> str:
    """Give what is said of one paper."""
    note = f" ({printable(outcome.note)})" if outcome.note else ""
    return f"{printable(outcome.name)}: {'would be ' if dry else ''}{outcome.fate}{note}"


def totals_of(totals: Totals, into: Path, *, dry: bool) -> Iterator[str]:
    """Give the summary: what failed and why, then how many papers met each fate."""
    if totals.failures:
        yield f"{count(len(totals.failures), 'failure')}:"
        yield from (f"  {printable(failure)}" for failure in totals.failures)
    fates = ", ".join(f"{number:,} {fate}" for fate, number in totals.fates.items() if number)
    nothing = "no papers found: check --kind, --dossier and --since" if totals.fresh else "nothing new"
    told = fates or ("" if totals.failures else nothing)
    yield f"{count(totals.papers, 'paper')}{f': {told}' if told else ''}; {'nothing written' if dry else f'in {into}'}"


def _told_gone(settings: Settings, withdraw: bool) -> list[str]:
    """Take papers that are gone out of the store, or say how to; gives what failed, a line each."""
    from graph.build import remove
    from graph.harvest.start import gone

    try:
        papers = gone(settings.harvest_folder)
        store = store_of(settings)
        if not papers or not store.current():
            return []
        with store.reader() as reader:
            published = {version.identifier for version in reader.graphs() if version.identifier}
        for name, reason in papers:
            if name in published and withdraw:
                remove(name, reason, settings, store)
                typer.echo(f"{name}: withdrawn from the store ({reason})")
            elif name in published:
                typer.echo(f'{name}: still in the store ({reason}): kamergraaf remove {name} --reason "{reason}"')
    except KamergraafError as error:
        # A build may be at work: what was harvested is told all the same, and the next run withdraws the rest.
        return [f"store: {error}"]
    return []


def _dossier(value: str) -> str:
    """Give a dossier as identifiers have it.

    >>> _dossier("36 800 XX"), _dossier("36800-xx"), _dossier("21501-32")
    ('36800-XX', '36800-XX', '21501-32')
    """
    match = re.fullmatch(r"(\d\d) ?(\d{3})(?:[ -]+([0-9A-Za-z]{1,8}))?", value.strip())
    if match is None:
        raise typer.BadParameter(f"{value!r} is no dossier: give one as 36800 or 36800-XX", param_hint="--dossier")
    return f"{match[1]}{match[2]}" + (f"-{match[3].upper()}" if match[3] else "")


class _Hidden:
    """Where nobody watches: the lines alone."""

    def line(self, line: str) -> None:
        typer.echo(line)

    def at(self, source: str, position: int, total: int | None) -> None:
        """Nothing to show."""


@contextmanager
def _working() -> Iterator[_Hidden]:
    """Show on a terminal how far a list was read, how fast that goes and how long it will take."""
    if not sys.stderr.isatty() or not sys.stdout.isatty():
        yield _Hidden()
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[read]}"), *speeds())
    with Progress(*columns, transient=True, console=Console(stderr=True)) as shown:
        shown.add_task("Harvesting", total=None, read="")

        class Shown(_Hidden):
            """A bar for each list, below the lines."""

            listed = ""

            def line(self, line: str) -> None:
                shown.console.print(line, markup=False, highlight=False, soft_wrap=True)

            def at(self, source: str, position: int, total: int | None) -> None:
                [task] = shown.task_ids
                if source != self.listed:
                    # Where a list goes on that was broken off, what was read before counts for no speed.
                    shown.remove_task(task)
                    task = shown.add_task(f"Harvesting {source}", total=total, completed=position, read="")
                    self.listed = source
                shown.update(task, completed=position, total=total, read=read_of(position, total))

        yield Shown()
