"""`kamergraaf backup` and `kamergraaf restore`: a store as one file, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.common import StoreOption, count, settings_of
from graph.errors import StoreError

if TYPE_CHECKING:
    from graph.settings import Settings

BACKUP_EXAMPLES = (
    "kamergraaf backup /backups/kamergraaf-$(date +%F).tar.gz",
    "kamergraaf backup --store /srv/kamergraaf /backups/kamergraaf.tar.gz",
)
RESTORE_EXAMPLES = (
    "kamergraaf restore /backups/kamergraaf.tar.gz",
    "kamergraaf restore /backups/kamergraaf.tar.gz --store /srv/kamergraaf --force",
)


def backup(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write; it may not be there yet.")],
    store: StoreOption = None,
) -> None:
    """Write the current publication of the store to one file, also while a server reads it and a build writes to it."""
    from graph.store.backup import back_up

    found = back_up(_folder(settings_of(store)), out)
    size = sum(entry.size for entry in found.files)
    typer.echo(f"{out}: publication {found.publication}, {count(len(found.files), 'file')}, {size:,} bytes unpacked")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `kamergraaf backup` wrote.")],
    store: StoreOption = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a store that is there.")] = False,
) -> None:
    """Put a backup in the place of the store, once all of it is verified; end the server before, it reads the old."""
    from graph.store.backup import restore as put_back

    folder = _folder(settings_of(store))
    found = put_back(file, folder, force=force)
    typer.echo(f"{folder}: publication {found.publication} restored from {file}")


def _folder(settings: Settings) -> Path:
    from graph.store.remote.address import address_of

    if address_of(settings.store) is not None:
        raise StoreError("a SPARQL server as the store is backed up by its own means, or with: kamergraaf dump --all")
    return settings.store.expanduser()
