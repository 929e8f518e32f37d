"""The table of commands."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.cli import authorities, backup, build, check, dump, export, harvest, query, read, remove, serve, status

app = typer.Typer(
    name="kamergraaf",
    help="Questions of the Dutch parliament and the answers of ministers as linked open data: every figure, name and "
    "law with the exact words it was taken from.",
    epilog="Settings: environment KAMERGRAAF_*, or kamergraaf.toml in this folder; see docs/settings.md.",
    rich_markup_mode=None,  # plain help: half the time, and it can be copied
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(asked: bool) -> None:
    if asked:
        from graph import __version__

        typer.echo(f"kamergraaf {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None: ...


COMMANDS = (
    (read.read, read.EXAMPLES, "What is understood of one document, without a store."),
    (build.build, build.EXAMPLES, "Papers into the store: the valid ones, in one instant."),
    (harvest.harvest, harvest.EXAMPLES, "Papers from the official services into a folder."),
    (check.check, check.EXAMPLES, "Validation and consistency only; nothing is stored."),
    (query.query, query.EXAMPLES, "SPARQL on the store."),
    (export.export, export.EXAMPLES, "A table: documents, questions, statistics, mentions, nonanswers."),
    (dump.dump, dump.EXAMPLES, "The whole dataset as one file."),
    (serve.serve, serve.EXAMPLES, "The web server."),
    (remove.remove, remove.EXAMPLES, "Withdraw a document."),
    (backup.backup, backup.BACKUP_EXAMPLES, "The store as one file, while it is in use."),
    (backup.restore, backup.RESTORE_EXAMPLES, "A backup in the place of the store."),
    (status.status, status.EXAMPLES, "What is in the store, how complete, how valid."),
)
"""Each with its examples and its line in the list of commands."""

for _command, _examples, _line in COMMANDS:
    # \b keeps the lines of the examples as they are
    _epilog = "\b\nExamples:\n" + "\n".join(f"  {example}" for example in _examples)
    app.command(_command.__name__, short_help=_line, epilog=_epilog)(_command)

app.add_typer(authorities.app, name="authorities")
