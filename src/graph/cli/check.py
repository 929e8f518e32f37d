"""`kamergraaf check`: validation and consistency, nothing stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from graph.cli.common import JobsOption, PathsArgument, count, printable, problem_of, settings_of
from graph.cli.progress import progress

if TYPE_CHECKING:
    from graph.build.work import Made


EXAMPLES = (
    "kamergraaf check",
    "kamergraaf check papers/ --jobs 4",
)


def check(paths: PathsArgument = None, jobs: JobsOption = None) -> None:
    """Validate papers and compare their figures; print what is wrong with page and sentence. Nothing is stored."""
    from graph.build import find
    from graph.build.work import Recipe
    from graph.build.workers import make_all, workers_of
    from graph.check import consistency

    settings = settings_of(jobs=jobs)
    found = find(paths or [])
    wrong = 0
    understood = []
    with progress("Checking", len(found)) as bar, workers_of(settings.jobs) as workers:
        recipe = Recipe(settings.base_iri, keep=True, seconds=settings.read_seconds, sample=settings.shacl_sample)
        for made in make_all(found, recipe, workers):
            wrong += bool(made.problem or made.violations)
            for line in lines_of(made):
                bar.say(line)
            bar.step()
            if made.understanding:
                understood.append(made.understanding)
    findings = consistency(understood)
    for finding in findings:
        typer.echo(f"inconsistent: {finding}")
    verdict = f"{len(found) - wrong:,} valid, {wrong:,} not; {count(len(findings), 'inconsistency', 'inconsistencies')}"
    typer.echo(f"{count(len(found), 'file')}: {verdict}")
    if wrong or not found:
        raise typer.Exit(1)


def lines_of(made: Made) -> list[str]:
    """Give what is said of one file: a line, and one for each violation and warning."""
    if made.problem:
        return [f"{printable(str(made.path))}: unreadable: {problem_of(made)}"]
    verdict = count(len(made.violations), "violation") if made.violations else "valid"
    notes = f", {count(len(made.warnings), 'warning')}" if made.warnings else ""
    lines = [f"{made.identifier}: {verdict}{notes}, from {printable(made.path.name)}"]
    lines += [f"  violation: {violation}" for violation in made.violations]
    lines += [f"  warning: {warning}" for warning in made.warnings]
    return lines
