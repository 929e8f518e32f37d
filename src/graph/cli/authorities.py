"""`kamergraaf authorities`: what the registers hold, and official lists into them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.common import count, printable, settings_of

if TYPE_CHECKING:
    from graph.link.update import Merged
    from graph.link.update.rows import OfficialList

EXAMPLES = (
    "kamergraaf authorities",
    "kamergraaf authorities import rwc_gemeenten_compleet_5.json BWBIdList.xml",
)
LINE = "The registers that names lead to; official lists into them."

app = typer.Typer(
    short_help=LINE,
    help="Tell what the registers hold that names lead to, or keep them current with official lists.",
    rich_markup_mode=None,
    add_completion=False,
    epilog="\b\nExamples:\n" + "\n".join(f"  {example}" for example in EXAMPLES),
)


@app.callback(invoke_without_command=True)
def authorities(context: typer.Context) -> None:
    """Tell what the registers hold that names lead to, or keep them current with official lists."""
    if context.invoked_subcommand is None:
        list_kinds()


@app.command("list")
def list_kinds() -> None:
    """Tell how many things of each kind the registers hold, and how many come from imported lists."""
    from graph.link import Authorities
    from graph.registers import imported

    folder = settings_of().authorities.expanduser()
    registers = Authorities.load()
    kinds = Counter(str(entry.kind) for entry in registers.entries)
    ended = Counter(str(entry.kind) for entry in registers.entries if entry.end)
    for kind, number in sorted(kinds.items()):
        typer.echo(f"{kind:<14}{number:>7,}" + (f", {ended[kind]:,} with a last day" if ended[kind] else ""))
    typer.echo(f"{'membership':<14}{len(registers.memberships):>7,}")
    subjects = {subject for subject, _, _ in imported(folder)}
    typer.echo(f"{'imported':<14}{len(subjects):>7,} in {folder}")


@app.command("import")
def import_lists(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE", help="TOOI value lists (JSON), lists of laws (CSV, or BWBIdList.xml), unpacked."
        ),
    ],
) -> None:
    """Take official lists into the registers, over what ships, by identifier.

    They are kept in the folder of the setting `authorities`; the next build links to them. The exit code is 1 when an
    entry was refused; all others are taken.
    """
    from graph.link.update import add_lists

    folder = settings_of().authorities.expanduser()
    lists, merged = add_lists(files, folder)
    for line in told(lists, merged):
        typer.echo(line)
    typer.echo(f"kept in {folder}; run kamergraaf build to link to it" if merged.things else "nothing to change")
    if any(each.refused for each in lists):
        raise typer.Exit(1)


def told(lists: list[OfficialList], merged: Merged) -> Iterator[str]:
    """Tell what became of the entries of lists: each that changed, each that was refused, and how many of all."""
    from graph.link.update import Fate

    for change in merged.changes:
        if change.fate is not Fate.UNCHANGED:
            yield f"{change.fate:<10}{printable(change.label)} ({printable(change.identifier)})"
    for each in lists:
        for refusal in each.refused:
            yield f"{'refused':<10}{each.file}, line {refusal.line}: {printable(refusal.reason)}"
    fates = Counter(change.fate for change in merged.changes)
    refused = sum(len(each.refused) for each in lists)
    left_out = sum(each.left_out for each in lists)
    numbers = ", ".join(f"{fates[fate]:,} {fate}" for fate in Fate)
    entries = count(len(merged.changes) + refused + left_out, "entry", "entries")
    yield f"{entries}: {numbers}, {refused:,} refused, {left_out:,} of no use here"
