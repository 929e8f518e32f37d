"""`kamergraaf build`: papers into the store."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.common import (
    JobsOption,
    PathsArgument,
    StoreOption,
    count,
    printable,
    problem_of,
    settings_of,
    store_of,
)
from graph.cli.progress import progress
from graph.errors import SettingsError

if TYPE_CHECKING:
    from graph.build import Outcome, Totals
    from graph.build.workers import Workers
    from graph.settings import Settings

EXAMPLES = (
    "kamergraaf build",
    "kamergraaf build antwoorden.txt",
    "kamergraaf build papers/ --store /srv/kamergraaf --jobs 4",
    "kamergraaf build papers/ --dask tcp://scheduler.example.org:8786",
)


SHOWN = 5
"""How many violations of a document are shown; its report has them all."""

MANY, NAMED = 20, 50
"""From how many files on those that failed are named together at the end, and how many of them at most."""


def build(
    paths: PathsArgument = None,
    store: StoreOption = None,
    jobs: JobsOption = None,
    dask: Annotated[
        str | None,
        typer.Option(
            "--dask",
            metavar="ADDRESS",
            help="Make them on a Dask cluster: tcp://host:port of its scheduler.",
            show_default="setting dask",
        ),
    ] = None,
    restore: Annotated[
        bool, typer.Option("--restore", help="Publish documents again that were withdrawn with remove.")
    ] = False,
) -> None:
    """Read papers, validate each, and publish the valid ones in the store, all in one instant.

    An unchanged paper is skipped. An invalid one is kept out, with a report; its last valid version stays. Of one
    document in several formats the best wins: XML, HTML, DOCX, PDF, text. Exit code 1 when any was kept out.
    """
    from graph.build import build as build_papers
    from graph.build import find

    settings = _settings(store, jobs, dask)
    workers = _workers(settings, here=jobs is not None)
    found = find(paths or [])
    stored: list[str] = []
    failed: list[str] = []
    with progress("Building", len(found)) as bar:

        def done(outcome: Outcome) -> None:
            # What is told as new or changed is in the store for good: not before the publication.
            lines = lines_of(outcome)
            for line in lines:
                stored.append(line) if outcome.fate.published else bar.say(line)
            if outcome.fate.failed:
                failed.append(" ".join(line.strip() for line in lines[:2]))
            bar.step()

        totals = build_papers(
            found,
            settings,
            store_of(settings),
            workers=workers,
            restore=restore,
            done=done,
            publishing=lambda: bar.then("Publishing"),
        )
    for line in stored:
        typer.echo(line)
    if len(found) > MANY:
        for line in failures_of(failed):
            typer.echo(line)
    typer.echo(total_of(totals))
    if totals.failed or not found:
        raise typer.Exit(1)


def _settings(store: Path | None, jobs: int | None, dask: str | None) -> Settings:
    """Read the settings; what is said of a cluster on the command line has to make sense there."""
    if dask is not None and jobs is not None:
        raise typer.BadParameter("--jobs has no meaning with --dask: the cluster has its own workers")
    try:
        return settings_of(store, jobs=jobs, dask=dask)
    except SettingsError as error:
        name, _, reason = str(error).partition(": ")
        if name == "--dask":
            raise typer.BadParameter(reason, param_hint=name) from error
        raise


def _workers(settings: Settings, *, here: bool) -> Workers:
    """Give who makes papers: the cluster that a setting names, unless they are to be made here."""
    if settings.dask is None or here:
        from graph.build.workers import workers_of

        return workers_of(settings.jobs)
    from graph.build.cluster import Cluster

    return Cluster(settings.dask)


def failures_of(failed: Sequence[str]) -> list[str]:
    """Give the summary of what failed and why, as the lines that told of each are far above in a long build."""
    if not failed:
        return []
    more = [f"  {len(failed) - NAMED:,} more above"] if len(failed) > NAMED else []
    return ["kept out:", *(f"  {line}" for line in failed[:NAMED]), *more]


def lines_of(outcome: Outcome) -> list[str]:
    """Give what is said of one file: a line, and below it why it was kept out."""
    made, fate = outcome.made, outcome.fate
    if made.problem:
        return [f"{printable(str(made.path))}: {fate}: {problem_of(made)}"]
    note = f" ({outcome.note})" if outcome.note else ""
    lines = [f"{made.identifier}: {fate}{_counts(outcome)}{note}, from {printable(made.path.name)}"]
    lines += [f"  {violation}" for violation in made.violations[:SHOWN]]
    if outcome.report:
        more = f"{len(made.violations) - SHOWN} more; " if len(made.violations) > SHOWN else ""
        lines.append(f"  {more}report: {outcome.report}")
    return lines


def _counts(outcome: Outcome) -> str:
    """Give what was found in a file; nothing for one that was not looked at or not wanted."""
    made = outcome.made
    if not outcome.fate.looked_at:
        return ""
    counts = [count(made.questions, "question"), count(made.figures, "figure")]
    if made.unread:
        counts.append(f"{count(made.unread, 'character')} not read")
    if made.warnings:
        counts.append(count(len(made.warnings), "warning"))
    return f": {', '.join(counts)}"


def total_of(totals: Totals) -> str:
    """Give the line with the totals."""
    files = sum(totals.fates.values())
    fates = ", ".join(f"{number:,} {fate}" for fate, number in totals.fates.items() if number)
    published = f"publication {totals.publication}" if totals.publication else "nothing to publish"
    return f"{count(files, 'file')}: {fates or 'no papers found'}; {published}"
